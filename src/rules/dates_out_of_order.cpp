#include <fmt/format.h>

#include <array>
#include <optional>

#include "model/initiative_fields.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "model/technology_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Whether two dates that have an order may be the same day.
enum class SameDay : std::uint8_t { allowed, wrong };

/// Where a day stands: `start` in the item itself, `expected.by` in a part of it, `^.signed` in
/// what the item stands in.
struct Path {
  std::string_view name;  ///< As it is called in messages.
  std::size_t part = itself;
  std::size_t field = 0;

  static constexpr std::size_t itself = std::size_t(-1);
  static constexpr std::size_t parent = itself - 1;
  constexpr bool is_empty() const { return name.empty(); }
};

consteval std::size_t index_in(const Kind& kind, std::string_view name) {
  const std::size_t index = kind.index_of(name);
  if (index == kind.size()) throw "the kind has no such field";
  return index;
}

consteval Path path(const Kind& kind, std::string_view name) {
  const std::size_t dot = name.find('.');
  if (name.empty()) return {};
  if (dot == name.npos) return {name, Path::itself, index_in(kind, name)};
  const std::size_t part = index_in(kind, name.substr(0, dot));
  return {name, part, index_in(*kind.field(part).part, name.substr(dot + 1))};
}

consteval Path path_in_parent(const Kind& parent, std::string_view name) {
  return {name, Path::parent, index_in(parent, name)};
}

/// No date of `later` comes before `earlier`.
struct Order {
  const Kind* kind;
  Path earlier;
  std::array<Path, 3> later;
  SameDay same_day = SameDay::allowed;
};

consteval Order order(const Kind& kind, std::string_view earlier,
                      std::array<std::string_view, 3> later, SameDay same_day = SameDay::allowed) {
  return {&kind,
          path(kind, earlier),
          {path(kind, later[0]), path(kind, later[1]), path(kind, later[2])},
          same_day};
}

constexpr Order orders[] = {
    order(kinds::period, "start", {"end", "max_extent"}),
    order(kinds::period, "end", {"max_extent"}),
    {&kinds::amendment,
     path_in_parent(kinds::agreement, "signed"),
     {path(kinds::amendment, "date")}},
    order(kinds::term, "start", {"end"}),
    order(kinds::goal, "from", {"until"}),
    order(kinds::target, "from", {"until"}),
    order(kinds::outcome, "baseline.date", {"target.date"}, SameDay::wrong),
    order(kinds::initiative, "start", {"end"}),
    order(kinds::correction, "date", {"review_on", "expected.by", "result.date"}),
    order(kinds::experiment, "started", {"ends", "result.date"}),
    order(kinds::promise, "made", {"due", "met_on"}),
    order(kinds::complaint, "opened", {"closed"}),
    order(kinds::decision, "opened", {"decided"}),
    order(kinds::person, "since", {"leaves_on"}),
    order(kinds::signal, "date", {"review_by"}),
};

struct Day {
  Date date;
  Span place;
  std::string_view name;
};

const Item* item_at(const Item& item, std::size_t part) {
  if (part == Path::itself) return &item;
  if (part == Path::parent) return item.parent;
  const Value* value = item.find(part);
  return value == nullptr ? nullptr : value->item;
}

std::optional<Day> day_at(const Item& item, const Path& path) {
  const Item* in = item_at(item, path.part);
  const Value* value = in == nullptr ? nullptr : in->find(path.field);
  if (value == nullptr) return std::nullopt;
  return Day{value->as_date(), in->span_of(*value), path.name};
}

bool is_in_order(const Day& earlier, const Day& later, SameDay same_day) {
  return earlier.date < later.date || (earlier.date == later.date && same_day == SameDay::allowed);
}

/// Points at `wrong`, which is one of the two; the other one is the second place.
void add(const RuleWords& words, const Day& earlier, const Day& later, const Day& wrong,
         Findings& findings) {
  const Day& other = &wrong == &later ? earlier : later;
  const std::string message =
      earlier.date == later.date
          ? fmt::format("`{}` and `{}` are both {}", earlier.name, later.name, to_text(later.date))
          : fmt::format("`{}` {} is before `{}` {}", later.name, to_text(later.date), earlier.name,
                        to_text(earlier.date));
  Finding& finding = findings.add(
      words, wrong.place, message,
      fmt::format("correct one of the two: `{}` comes before `{}`", earlier.name, later.name));
  finding.second = SecondPlace{other.place, "the other date"};
}

void check_order(const RuleWords& words, const Order& order, const Item& item, Findings& findings) {
  const auto earlier = day_at(item, order.earlier);
  if (!earlier) return;
  for (const Path& path : order.later) {
    if (path.is_empty()) break;
    const auto later = day_at(item, path);
    if (!later || is_in_order(*earlier, *later, order.same_day)) continue;
    add(words, *earlier, *later, *later, findings);
    return;  // two dates before one: that one is wrong, and said once
  }
}

/// An interim target is on the way from the baseline to the target, and on neither's day.
void check_interim(const RuleWords& words, const Item& point, Findings& findings) {
  constexpr Path date = path(kinds::point, "date");
  constexpr Path start = path(kinds::outcome, "baseline.date");
  constexpr Path end = path(kinds::outcome, "target.date");
  const auto day = day_at(point, date);
  const auto baseline = day_at(*point.parent, start);
  const auto target = day_at(*point.parent, end);
  if (!day || (baseline && target && !is_in_order(*baseline, *target, SameDay::wrong))) return;
  if (baseline && !is_in_order(*baseline, *day, SameDay::wrong)) {
    add(words, *baseline, *day, *day, findings);
  } else if (target && !is_in_order(*day, *target, SameDay::wrong)) {
    add(words, *day, *target, *day, findings);
  }
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  for (const Order& order : orders) {
    for (const Item* item : portfolio.all(*order.kind)) {
      check_order(rule.words, order, *item, findings);
    }
  }
  for (const Item* point : portfolio.all(kinds::point)) {
    check_interim(rule.words, *point, findings);
  }
}

}  // namespace

extern constinit const Rule dates_out_of_order{
    .words =
        {
            .name = "dates-out-of-order",
            .summary = "Two dates of which the later one comes first.",
            .why =
                "A period that ends before it starts has no length, and what is reckoned from it "
                "is nonsense: progress against the plan, days until notice must be given, how long "
                "a complaint stayed open. Most often a year was mistyped, and the mistake stays "
                "unseen until the clock that should have rung did not.",
            .mend = "Correct whichever of the two dates is wrong.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
complaints:
  - id: slow-answers
    opened: 2026-02-03
    closed: 2025-02-20
    text: Tickets stay without an answer for a week.
    action: A second person now answers tickets.
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
complaints:
  - id: slow-answers
    opened: 2026-02-03
    closed: 2026-02-20
    text: Tickets stay without an answer for a week.
    action: A second person now answers tickets.
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
