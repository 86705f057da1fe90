#include <fmt/format.h>

#include <algorithm>

#include "base/words_in.h"
#include "rules/effort.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Words to begin with that sound like a change, and by which nobody could tell that it came.
constexpr std::string_view vague_words[] = {
    "advance",     "better",       "enhance",     "enhanced",     "enhancement", "enhancing",
    "facilitate",  "facilitating", "foster",      "improve",      "improved",    "improvement",
    "improving",   "leverage",     "maximize",    "modernize",    "modernized",  "modernizing",
    "optimize",    "optimized",    "optimizing",  "promote",      "promoting",   "streamline",
    "streamlined", "streamlining", "strengthen",  "strengthened", "support",     "supporting",
    "transform",   "transformed",  "transforming"};

/// Last words of a topic: a title of few words that ends so names no change at all.
constexpr std::string_view topics[] = {
    "accessibility",  "accountability", "agility",       "availability",  "awareness",
    "collaboration",  "communication",  "compliance",    "effectiveness", "efficiency",
    "engagement",     "excellence",     "experience",    "improvement",   "innovation",
    "integration",    "management",     "modernization", "performance",   "quality",
    "readiness",      "reliability",    "resilience",    "safety",        "satisfaction",
    "security",       "service",        "services",      "speed",         "support",
    "sustainability", "transformation", "transparency",  "trust",         "usability"};

/// How much, how many or compared with what: enough to see the change by.
constexpr std::string_view quantities[] = {
    "all",   "any",   "cheaper", "double",  "each", "every",   "faster", "fewer",
    "first", "five",  "four",    "from",    "half", "instead", "less",   "longer",
    "lower", "more",  "most",    "never",   "no",   "nobody",  "none",   "nothing",
    "one",   "only",  "shorter", "sooner",  "ten",  "than",    "three",  "twice",
    "two",   "until", "within",  "without", "zero"};

/// What could be counted or timed, if it does not say how much.
constexpr std::string_view measures[] = {
    "amount",  "cost",  "costs",  "count",  "day",     "days",       "hour", "hours",
    "minutes", "month", "months", "number", "percent", "percentage", "rate", "rates",
    "ratio",   "share", "time",   "times",  "week",    "weeks",      "year", "years"};

/// A longer one has room for a change.
constexpr std::size_t most_words_of_topic = 3;

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

enum class Vague : std::uint8_t { no, verb, topic };

Vague vagueness_of(std::string_view title) {
  if (title.find_first_of("0123456789%$") != std::string_view::npos) return Vague::no;
  const std::vector<std::string> words = words_in(title);
  const auto any_of = [&](std::span<const std::string_view> table) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return is_among(table, word); });
  };
  if (words.empty() || any_of(quantities)) return Vague::no;
  if (is_among(vague_words, words.front())) return any_of(measures) ? Vague::no : Vague::verb;
  const bool is_topic = words.size() <= most_words_of_topic && is_among(topics, words.back());
  return is_topic ? Vague::topic : Vague::no;
}

void check_outcome(const Rule& rule, const Of<kinds::outcome>& outcome, Effort effort,
                   Findings& findings) {
  const auto title = outcome.get<"title">();
  const Vague vague = title ? vagueness_of(title->value) : Vague::no;
  if (vague == Vague::no) return;
  const std::string_view first = title->value.substr(0, title->value.find(' '));
  ask(rule.words, effort, title->span,
      vague == Vague::topic ? "this title names a topic, and nothing that changes"
                            : fmt::format("`{}` names a change that nobody could measure", first),
      "say what changes, for whom and how far: `Families have a decision in 12 days instead of 31`",
      findings);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none) continue;
    for (const auto outcome : Of<kinds::initiative>(*item).get<"outcomes">()) {
      check_outcome(rule, outcome, effort, findings);
    }
  }
}

}  // namespace

extern constinit const Rule vague_title{
    .words =
        {
            .name = "vague-title",
            .severity = Severity::note,
            .weight = Weight::by_effort,
            .summary = "An outcome whose title names no change that anybody could see.",
            .why = "The title is what everybody reads, and most read nothing else. `Improved "
                   "service` can be claimed by whoever likes, and denied by whoever waits; a "
                   "title with the change and its measure is a promise that can be repeated in "
                   "a hallway without getting vaguer.",
            .mend = "Begin with who or what changes and say how far: `Families have a decision "
                    "in 12 days instead of 31`. Only a small table of words is looked at, such "
                    "as improve, enhance and satisfaction, and any number passes.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Improved service for families
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
