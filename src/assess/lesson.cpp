#include "assess/lesson.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/folding.h"
#include "model/status.h"

namespace brm {
namespace {

using Lesson = Of<kinds::lesson>;

/// Known lessons by what they apply to.
class LessonsByTag {
 public:
  LessonsByTag(const Portfolio& portfolio, Date as_of) {
    for (const Item* item : portfolio.all(kinds::lesson)) {
      if (!use_of(Lesson(*item), as_of).is_known) continue;
      for (const auto tag : Lesson(*item).get<"applies_to">()) {
        lessons_[lowered(tag.value)].push_back({number_, item});
      }
      ++number_;
    }
    last_asked_.resize(number_, 0);
  }

  /// Each once, though several of its tags may fit.
  std::vector<const Item*> fitting(const Of<kinds::initiative>& initiative) {
    ++asked_;
    std::vector<Numbered> found;
    for (const auto tag : initiative.get<"tags">()) {
      const auto same = lessons_.find(lowered(tag.value));
      if (same == lessons_.end()) continue;
      for (const Numbered& each : same->second) {
        if (last_asked_[each.number] == asked_) continue;
        last_asked_[each.number] = asked_;
        if (&each.lesson->record() != &initiative.item()) found.push_back(each);
      }
    }
    std::sort(found.begin(), found.end(),
              [](const Numbered& a, const Numbered& b) { return a.number < b.number; });
    std::vector<const Item*> out;
    out.reserve(found.size());
    for (const Numbered& each : found) out.push_back(each.lesson);
    return out;
  }

 private:
  struct Numbered {
    std::size_t number = 0;
    const Item* lesson = nullptr;
  };

  std::unordered_map<std::string, std::vector<Numbered>> lessons_;
  std::size_t number_ = 0;
  std::vector<std::size_t> last_asked_;  // by number
  std::size_t asked_ = 0;
};

/// Whether it was applied in the record or in a part of it.
bool is_applied_in(const Lesson& lesson, const Item& record, Date as_of) {
  for (const auto application : lesson.get<"applied_in">()) {
    const std::string_view reference = application.text<"ref">();
    if (reference.substr(0, reference.find('/')) == record.id() &&
        is_applied_by(application, as_of))
      return true;
  }
  return false;
}

}  // namespace

bool is_applied_by(const Of<kinds::lesson_application>& application, Date as_of) {
  const auto date = application.get<"date">();
  return !date || date->value <= as_of;
}

LessonUse use_of(const Lesson& lesson, Date as_of) {
  LessonUse out;
  const auto date = lesson.get<"date">();
  if (!date || date->value > as_of) return out;
  out.is_known = true;
  out.days = as_of - date->value;
  for (const auto application : lesson.get<"applied_in">()) {
    out.applied += is_applied_by(application, as_of) ? 1U : 0U;
  }
  return out;
}

bool is_new(const Of<kinds::initiative>& initiative, Date as_of) {
  if (initiative.is<"status", "proposed">() || initiative.is<"status", "approved">()) return true;
  const auto start = initiative.get<"start">();
  return status_on(initiative, as_of) == "active" && start && start->value <= as_of &&
         as_of - start->value <= lesson_days;
}

std::vector<FittingLessons> fitting_lessons(const Portfolio& portfolio, Date as_of) {
  LessonsByTag by_tag(portfolio, as_of);
  std::vector<FittingLessons> out;
  for (const Item* item : portfolio.all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (!is_new(initiative, as_of)) continue;
    out.push_back({item, by_tag.fitting(initiative)});
    std::erase_if(out.back().lessons,
                  [&](const Item* lesson) { return is_applied_in(Lesson(*lesson), *item, as_of); });
  }
  return out;
}

}  // namespace brm
