#include <fmt/format.h>

#include "base/spelling.h"
#include "model/course_fields.h"
#include "model/of.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

struct Scale {
  std::string_view name;
  Words ratings;
};

constexpr std::string_view colours[] = {"green", "amber", "red", "not_published"};
constexpr std::string_view numbers[] = {"1", "2", "3", "4", "5", "not_published"};
constexpr Scale scales[] = {{"rag", colours}, {"cio_1_5", numbers}};

bool is_on(const Scale& scale, std::string_view rating) {
  return std::find(scale.ratings.begin(), scale.ratings.end(), rating) != scale.ratings.end();
}

/// A rating is a word of one scale or the other: the reader saw to it.
std::string_view scale_of(std::string_view rating) {
  return is_on(scales[0], rating) ? scales[0].name : scales[1].name;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::rating)) {
    const Of<kinds::rating> reported(*item);
    const auto rating = reported.get<"rating">();
    const auto written = reported.get<"scale">();
    if (!rating || !written) continue;
    for (const Scale& scale : scales) {
      if (scale.name != written->value || is_on(scale, rating->value)) continue;
      Finding& finding = findings.add(
          rule.words, rating->span,
          fmt::format("`{}` is no rating of the scale `{}`", rating->value, scale.name),
          fmt::format("write one of {}, or `scale: {}`", join_or(scale.ratings),
                      scale_of(rating->value)));
      finding.second = SecondPlace{written->span, "the scale"};
    }
  }
}

}  // namespace

extern constinit const Rule rating_off_scale{
    .words =
        {
            .name = "rating-off-scale",
            .summary = "A reported rating that its scale does not have.",
            .why =
                "Ratings are compared with what was measured, and a number means nothing without "
                "its scale: on the federal one 5 is low risk. With the wrong scale a red project "
                "passes for a green one, or for none at all.",
            .mend =
                "Write the scale in which the rating was given: `rag` for green, amber and red, "
                "`cio_1_5` for 1 (high risk) to 5 (low risk). Do not translate one into the other; "
                "`not_published` fits both.",
            .faulty = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: proposed
parties:
  - {relationship: dhhs, role: beneficiary}
reported_status:
  - {date: 2026-03-31, by: dhhs, rating: 4, scale: rag}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: proposed
parties:
  - {relationship: dhhs, role: beneficiary}
reported_status:
  - {date: 2026-03-31, by: dhhs, rating: 4, scale: cio_1_5}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
