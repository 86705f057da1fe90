// What was stopped or left, and what of it lives on: not abandoned on failure.
#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "model/relationship_fields.h"
#include "model/status.h"
#include "reports/lesson_tables.h"
#include "reports/words.h"

namespace brm::lesson_tables {
namespace {

using Initiative = Of<kinds::initiative>;
using Relationship = Of<kinds::relationship>;

struct Left {
  const Item* record = nullptr;
  std::string_view status;
  std::optional<Date> date;
  std::string_view reason;
  std::string_view lesson;
  std::string successor;
  std::string goes_on;
};

/// `1 lesson, applied 2 times since`; empty without any.
template <class Record>
std::string lessons_of(const Record& record, Date as_of) {
  std::size_t lessons = 0;
  std::size_t applied = 0;
  for (const auto lesson : record.template get<"lessons">()) {
    const LessonUse use = use_of(lesson, as_of);
    lessons += use.is_known ? 1U : 0U;
    applied += use.applied;
  }
  if (lessons == 0) return "";
  return fmt::format("{} on record, applied {}", counted(lessons, "lesson"),
                     counted(applied, "time"));
}

/// The partners of the work that are partners still.
std::string who_goes_on(const Assessment& assessed, const Initiative& initiative) {
  std::vector<std::string_view> names;
  for (const auto party : initiative.get<"parties">()) {
    const Item* record = assessed.portfolio().find_record(party.text<"relationship">());
    if (record == nullptr || record->kind != &kinds::relationship) continue;
    if (is_over(*record, assessed.as_of())) continue;
    if (std::find(names.begin(), names.end(), record->id()) == names.end()) {
      names.push_back(record->id());
    }
  }
  if (names.empty()) return "";
  return fmt::format("{} {} on as {}", join_and(names), names.size() == 1 ? "goes" : "go",
                     names.size() == 1 ? "a relationship" : "relationships");
}

std::string successor_words(const Assessment& assessed, std::string_view id) {
  if (id.empty()) return "";
  const Item* item = assessed.portfolio().find_record(id);
  if (item == nullptr || item->kind != &kinds::initiative) {
    return fmt::format("successor {}, which is not on record", id);
  }
  return fmt::format("successor {} ({})", id, status_on(Initiative(*item), assessed.as_of()));
}

Left left_of(const Assessment& assessed, const Initiative& initiative) {
  Left out{&initiative.item(), "stopped", {}, {}, {}, "", who_goes_on(assessed, initiative)};
  const auto stopped = initiative.get<"stopped">();
  if (!stopped) return out;
  if (const auto date = stopped->get<"date">()) out.date = date->value;
  out.reason = stopped->text<"reason">();
  out.lesson = stopped->text<"lesson">();
  out.successor = successor_words(assessed, stopped->text<"successor">());
  return out;
}

Left left_of(const Relationship& relationship) {
  Left out{&relationship.item(), relationship.text<"status">(), {}, {}, {}, "", ""};
  const auto exit = relationship.get<"exit">();
  if (!exit) return out;
  if (const auto date = exit->get<"date">()) out.date = date->value;
  out.reason = exit->text<"reason">();
  out.lesson = exit->text<"lesson">();
  if (exit->has<"plan">()) out.successor = "a plan of who takes over what";
  return out;
}

/// `carried over: successor claims-crosscheck (approved); 1 lesson on record, applied 2 times`
std::string carried_words(const Left& left, const std::string& lessons) {
  std::vector<std::string> parts;
  if (!left.successor.empty()) parts.push_back(left.successor);
  if (!lessons.empty()) parts.push_back(lessons);
  if (!left.goes_on.empty()) parts.push_back(left.goes_on);
  if (parts.empty() && left.lesson.empty()) return "carried over: nothing is on record";
  if (parts.empty()) return "carried over: the lesson below";
  return fmt::format("carried over: {}", fmt::join(parts, "; "));
}

}  // namespace

Table left(const Assessment& assessed) {
  const Portfolio& portfolio = assessed.portfolio();
  Table table{"left",
              "",
              {column("date", "date", Holds::date), column("status", "status"),
               column("kind", "kind"), column("id", "id", Holds::text, Room::data),
               column("title", "title", Holds::text, Room::shrink),
               column("carried", "carried over", Holds::text, Room::below),
               column("lesson", "lesson", Holds::text, Room::below),
               column("reason", "reason", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below)},
              {},
              "Nothing that was stopped, and no relationship that was left, is on record."};
  const auto add = [&](const Left& left, const std::string& lessons) {
    const bool is_bare = left.lesson.empty() && lessons.empty() && left.successor.empty();
    table.rows.push_back({date_cell(left.date), cell(std::string(left.status)),
                          cell(std::string(left.record->kind->name)),
                          cell(std::string(left.record->id())),
                          cell(std::string(title_of(*left.record)), Tone::strong),
                          cell(carried_words(left, lessons), is_bare ? Tone::bad : Tone::plain),
                          cell(led("lesson", left.lesson)), cell(led("why", left.reason)),
                          place_cell(portfolio, left.record->place())});
  };
  for (const Item* item : portfolio.all(kinds::initiative)) {
    const Initiative initiative(*item);
    if (!is_stopped(initiative, assessed.as_of())) continue;
    add(left_of(assessed, initiative), lessons_of(initiative, assessed.as_of()));
  }
  for (const Item* item : portfolio.all(kinds::relationship)) {
    if (!is_over(*item, assessed.as_of())) continue;
    const Relationship relationship(*item);
    add(left_of(relationship), lessons_of(relationship, assessed.as_of()));
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    const Date* x = std::get_if<Date>(&a[0].value);
    const Date* y = std::get_if<Date>(&b[0].value);
    return x != nullptr && (y == nullptr || *y < *x);
  });
  return table;
}

}  // namespace brm::lesson_tables
