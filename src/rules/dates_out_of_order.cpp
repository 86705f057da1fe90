#include <fmt/format.h>

#include <array>
#include <optional>

#include "model/initiative_fields.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "model/technology_fields.h"
#include "rules/rule.h"
#include "rules/walk.h"

namespace brm::rules {
namespace {

/// Whether two dates that have an order may be the same day.
enum class SameDay : std::uint8_t { allowed, wrong };

/// No date of `later` comes before `earlier`. `expected.by` is in a part of the item, `^.signed` in
/// what the item stands in.
struct Order {
  const Kind* kind;
  std::string_view earlier;
  std::array<std::string_view, 3> later;
  SameDay same_day = SameDay::allowed;
};

constexpr Order orders[] = {
    {&kinds::period, "start", {"end", "max_extent"}},
    {&kinds::period, "end", {"max_extent"}},
    {&kinds::amendment, "^.signed", {"date"}},
    {&kinds::term, "start", {"end"}},
    {&kinds::goal, "from", {"until"}},
    {&kinds::target, "from", {"until"}},
    {&kinds::outcome, "baseline.date", {"target.date"}, SameDay::wrong},
    {&kinds::initiative, "start", {"end"}},
    {&kinds::correction, "date", {"review_on", "expected.by", "result.date"}},
    {&kinds::experiment, "started", {"ends", "result.date"}},
    {&kinds::promise, "made", {"due", "met_on"}},
    {&kinds::complaint, "opened", {"closed"}},
    {&kinds::decision, "opened", {"decided"}},
    {&kinds::person, "since", {"leaves_on"}},
    {&kinds::signal, "date", {"review_by"}},
};

struct Day {
  Date date;
  Span place;
  std::string_view name;
};

std::optional<Day> day_at(const Item& item, std::string_view path) {
  const Item* in = &item;
  std::string_view name = path;
  if (const std::size_t dot = path.find('.'); dot != std::string_view::npos) {
    in = path.starts_with('^') ? item.parent : part_of(item, path.substr(0, dot));
    name = path.substr(dot + 1);
    if (path.starts_with('^')) path = name;
  }
  const Value* value = in == nullptr ? nullptr : in->find(name);
  if (value == nullptr) return std::nullopt;
  return Day{value->as_date(), in->span_of(*value), path};
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
  for (const std::string_view path : order.later) {
    const auto later = day_at(item, path);
    if (!later || is_in_order(*earlier, *later, order.same_day)) continue;
    add(words, *earlier, *later, *later, findings);
    return;  // two dates before one: that one is wrong, and said once
  }
}

/// An interim target is on the way from the baseline to the target, and on neither's day.
void check_interim(const RuleWords& words, const Item& point, Findings& findings) {
  const auto day = day_at(point, "date");
  const auto baseline = day_at(*point.parent, "baseline.date");
  const auto target = day_at(*point.parent, "target.date");
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
