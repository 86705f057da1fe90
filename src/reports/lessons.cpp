#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/spelling.h"
#include "reports/known.h"
#include "reports/lesson_tables.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using lesson_tables::Lessons;
using lesson_tables::Used;

/// Those learned by the as-of date that `where` chooses, newest first.
Lessons compute_lessons(const Assessment& assessed, const Where& where) {
  Lessons out;
  for (const Item* item : assessed.portfolio().all(kinds::lesson)) {
    const LessonUse use = use_of(Of<kinds::lesson>(*item), assessed.as_of());
    if (use.is_known && where.holds(assessed, *item)) out.push_back({item, use});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Used& a, const Used& b) { return a.use.days < b.use.days; });
  return out;
}

std::vector<Detail> summary_of(const Lessons& lessons, const Table& fitting, const Table& left) {
  std::size_t applied = 0;
  std::size_t unused = 0;
  for (const Used& each : lessons) {
    applied += each.use.applied > 0 ? 1U : 0U;
    unused += each.use.is_unused() ? 1U : 0U;
  }
  std::vector<Detail> out{{"lessons", "lessons on record", cell(lessons.size(), Tone::strong)}};
  std::vector<Detail> use{{"applied", "applied at least once", cell(applied)}};
  const Rational share = lessons.empty() ? Rational(0) : Rational(applied, lessons.size());
  // 0.996 is not 1: one of them was not used.
  const Decimal rate =
      share < 1 && share >= Rational(199, 200) ? floored_to(share, 2) : rounded_to(share, 2);
  use.push_back({"reuse_rate", "reuse rate", Cell{rate, Tone::strong}, Room::fixed, Holds::number});
  use.push_back({"unused", "never applied in a year",
                 cell(unused, unused > 0 ? Tone::doubtful : Tone::plain)});
  std::set<std::string> lessons_for_work;  // one may be for several, and has a row for each
  for (const std::vector<Cell>& row : fitting.rows) {
    lessons_for_work.insert(to_text(row[lesson_tables::fitting_lesson]));
  }
  use.push_back(
      {"fitting", "lessons for work before its second year", cell(lessons_for_work.size())});
  out = joined(std::move(out), if_known(!lessons.empty(), std::move(use)));
  out.push_back({"left", "stopped, or left", cell(left.rows.size())});
  return out;
}

std::string next_step(const Assessment& assessed, const Table& fitting) {
  if (!fitting.rows.empty()) {
    return fmt::format(
        "Read the first one to those who begin {}, and enter it under `applied_in` "
        "once they used it:\n    brm show {}",
        to_text(fitting.rows.front()[0]),
        to_text(fitting.rows.front()[lesson_tables::fitting_lesson]));
  }
  if (!assessed.portfolio().all(kinds::lesson).empty()) return "";
  return "No lesson is on record. The first one takes an id, a date, `observation`, `insight`, "
         "`recommendation` and the tags it applies to:\n    brm explain lesson";
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const Lessons lessons = compute_lessons(assessed, request.where);
  Document document;
  document.name = "lessons";
  document.title = "Lessons";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  Table fitting = lesson_tables::fitting(assessed, request.where);
  Table left = lesson_tables::left(assessed);
  document.summary = summary_of(lessons, fitting, left);
  document.next = next_step(assessed, fitting);
  document.sections.push_back(
      section_of("For what begins: lessons of others that fit its tags", std::move(fitting)));
  document.sections.push_back(
      section_of("Never applied", lesson_tables::never_applied(assessed, lessons)));
  document.sections.push_back(
      section_of("Stopped or left, and what was carried over", std::move(left)));
  document.sections.push_back(section_of("Applied", lesson_tables::applied(assessed, lessons)));
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report lessons{
    .name = "lessons",
    .summary =
        "Which lessons fit what begins, which nobody used, and what was carried over from "
        "what was stopped or left.",
    .kind = &kinds::lesson,
    .make = make,
    .trend = &trends::lessons,
};

}  // namespace reports
}  // namespace brm
