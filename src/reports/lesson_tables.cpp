#include "reports/lesson_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/spelling.h"
#include "model/status.h"
#include "reports/long_tables.h"
#include "reports/words.h"

namespace brm::lesson_tables {
namespace {

using Lesson = Of<kinds::lesson>;

/// As many lessons of one initiative as people who begin something will read.
constexpr std::size_t most_shown = 10;

std::string tags_of(const Lesson& lesson) {
  std::vector<std::string_view> tags;
  for (const auto tag : lesson.get<"applies_to">()) tags.push_back(tag.value);
  return fmt::format("{}", fmt::join(tags, ", "));
}

Cell learned_cell(const Lesson& lesson) {
  const auto date = lesson.get<"date">();
  return date ? Cell{date->value, Tone::plain} : Cell{};
}

Date date_of(const Item& lesson) { return Lesson(lesson).get<"date">()->value; }

/// `claims-crosscheck 2026-03-02 (2,000 decided cases before the first live one); ...`
std::string uses_of(const Lesson& lesson, Date as_of) {
  std::vector<std::string> uses;
  for (const auto application : lesson.get<"applied_in">()) {
    const auto date = application.get<"date">();
    if (date && date->value > as_of) continue;
    std::string use(application.text<"ref">());
    if (date) use += (use.empty() ? "" : " ") + to_text(date->value);
    const std::string_view effect = application.text<"effect">();
    if (!effect.empty()) use += fmt::format("{}{}", use.empty() ? "" : ": ", effect);
    uses.push_back(std::move(use));
  }
  return fmt::format("{}", fmt::join(uses, "\n"));
}

}  // namespace

Table fitting(const Assessment& assessed, const Where& where) {
  Table table{"fitting",
              "",
              {column("initiative", "initiative"), column("status", "status"),
               column("lesson", "lesson"), column("learned", "learned", Holds::date),
               column("tags", "applies to", Holds::text, Room::shrink),
               column("recommendation", "recommendation", Holds::text, Room::below),
               column("more", "more", Holds::text, Room::below)},
              {},
              assessed.portfolio().all(kinds::lesson).empty()
                  ? ""
                  : "No lesson of others fits the tags of what is proposed, approved or in its "
                    "first year, and was not applied there yet."};
  std::vector<std::vector<Cell>> older;  // behind all that people are shown
  for (FittingLessons& found : fitting_lessons(assessed.portfolio(), assessed.as_of())) {
    std::erase_if(found.lessons,
                  [&](const Item* lesson) { return !where.holds(assessed, *lesson); });
    const std::size_t shown = std::min(most_shown, found.lessons.size());
    std::stable_sort(found.lessons.begin(), found.lessons.end(),
                     [](const Item* a, const Item* b) { return date_of(*a) > date_of(*b); });
    const Of<kinds::initiative> initiative(*found.initiative);
    for (std::size_t i = 0; i < found.lessons.size(); ++i) {
      const Lesson lesson(*found.lessons[i]);
      const std::size_t more = i + 1 == shown ? found.lessons.size() - shown : 0;
      (i < shown ? table.rows : older)
          .push_back({text_cell(found.initiative->id(), Tone::strong),
                      text_cell(status_on(initiative, assessed.as_of())),
                      cell(address_of(lesson.item())), learned_cell(lesson), cell(tags_of(lesson)),
                      text_cell(closed(lesson.text<"recommendation">())),
                      cell(more == 0 ? std::string()
                                     : fmt::format("and {} older", counted(more, "lesson")))});
    }
  }
  if (older.empty()) return table;
  show_first(table, table.rows.size());
  std::move(older.begin(), older.end(), std::back_inserter(table.rows));
  return table;
}

Table never_applied(const Assessment& assessed, const Lessons& lessons) {
  Table table{"never_applied",
              "",
              {column("learned", "learned", Holds::date), column("days", "days", Holds::whole),
               column("lesson", "lesson"), column("tags", "applies to", Holds::text, Room::shrink),
               column("recommendation", "recommendation", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below)},
              {},
              lessons.empty() ? "No lesson was recorded by then."
                              : "Every lesson was applied at least once."};
  for (auto each = lessons.rbegin(); each != lessons.rend(); ++each) {
    if (each->use.applied > 0) continue;
    const Lesson lesson(*each->lesson);
    table.rows.push_back({learned_cell(lesson),
                          {static_cast<std::int64_t>(each->use.days),
                           each->use.is_unused() ? Tone::doubtful : Tone::plain},
                          cell(address_of(*each->lesson), Tone::strong),
                          cell(tags_of(lesson)),
                          text_cell(closed(lesson.text<"recommendation">())),
                          place_cell(assessed.portfolio(), each->lesson->place())});
  }
  return table;
}

Table applied(const Assessment& assessed, const Lessons& lessons) {
  Lessons found;
  for (const Used& each : lessons) {
    if (each.use.applied > 0) found.push_back(each);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Used& a, const Used& b) { return a.use.applied > b.use.applied; });
  Table table{"applied",
              "",
              {column("times", "times", Holds::whole), column("lesson", "lesson"),
               column("learned", "learned", Holds::date),
               column("recommendation", "recommendation", Holds::text, Room::below),
               column("uses", "where", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below)},
              {},
              ""};
  for (const Used& each : found) {
    const Lesson lesson(*each.lesson);
    table.rows.push_back({cell(each.use.applied, Tone::good),
                          cell(address_of(*each.lesson), Tone::strong), learned_cell(lesson),
                          text_cell(closed(lesson.text<"recommendation">())),
                          cell(uses_of(lesson, assessed.as_of()), Tone::faint),
                          place_cell(assessed.portfolio(), each.lesson->place())});
  }
  return table;
}

}  // namespace brm::lesson_tables
