// The tables of `brm report lessons`.
#pragma once

#include <vector>

#include "assess/assessment.h"
#include "assess/lesson.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm::lesson_tables {

struct Used {
  const Item* lesson = nullptr;
  LessonUse use;
};
using Lessons = std::vector<Used>;  ///< Newest first.

/// The column of `fitting` that holds the lesson's id.
inline constexpr std::size_t fitting_lesson = 2;

/// One row for each new initiative and each of its first few fitting lessons, newest first.
Table fitting(const Assessment& assessed, const Where& where);
/// Oldest first.
Table never_applied(const Assessment& assessed, const Lessons& lessons);
/// Most often first.
Table applied(const Assessment& assessed, const Lessons& lessons);
/// Stopped initiatives, and relationships that end or have ended.
Table left(const Assessment& assessed);

}  // namespace brm::lesson_tables
