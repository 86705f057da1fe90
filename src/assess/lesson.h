// Lessons: where each was used, and which of them fit an initiative that begins.
#pragma once

#include <vector>

#include "base/date.h"
#include "model/initiative_fields.h"
#include "model/of.h"
#include "model/portfolio.h"

namespace brm {

/// After so many days a lesson that nobody applied is called unused, and an initiative no longer
/// new: a year.
inline constexpr int lesson_days = 365;

struct LessonUse {
  bool is_known = false;    ///< Learned by the as-of date.
  std::size_t applied = 0;  ///< Times, by then; an entry without a day counts.
  int days = 0;             ///< Since it was learned.
  bool is_unused() const { return is_known && applied == 0 && days >= lesson_days; }
};

/// Whether it was put to use by then; an entry without a day counts.
bool is_applied_by(const Of<kinds::lesson_application>& application, Date as_of);

LessonUse use_of(const Of<kinds::lesson>& lesson, Date as_of);

/// Proposed, approved, or active and begun within the last year.
bool is_new(const Of<kinds::initiative>& initiative, Date as_of);

/// A new initiative, and the lessons of other records that apply to one of its tags and were not
/// applied in it yet; in the order they were written.
struct FittingLessons {
  const Item* initiative = nullptr;
  std::vector<const Item*> lessons;
};

/// One for each new initiative, whether any lesson fits or none. Tags are compared without regard
/// to capitals.
std::vector<FittingLessons> fitting_lessons(const Portfolio& portfolio, Date as_of);

}  // namespace brm
