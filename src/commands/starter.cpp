#include "commands/starter.h"

#include <algorithm>

#include "assess/next_dates.h"
#include "commands/folder_files.h"
#include "schema/record_schema.h"
#include "write/yaml.h"

namespace brm {
namespace {

constexpr std::string_view office =
    R"(# The office itself, and the root of these records: brm looks upward for this file.
# `brm explain office` shows what else it can say: the CIO's term, elections, thresholds of your own.
kind: office
id: our-office
title: Our Office of Information Technology
jurisdiction: @JURISDICTION@
currency: @CURRENCY@

# What everything else is tied to: your strategy, a few lines of it.
goals:
  - id: shorter-waits
    statement: Residents get an answer in days instead of weeks
)";

constexpr std::string_view relationship =
    R"(# A party you work with. Rename this file and its id, then correct the rest.
kind: relationship
id: human-services
title: Department of Human Services
type: agency            # or private_partner, cross_jurisdiction, internal
tier: transactional     # or strategic, preferred, conditional: how much care it gets
manager: jane-doe
contacts:
  - {person: sam-roe, role: Eligibility}
)";

constexpr std::string_view initiative = R"(# What you do together, and what is to change by it.
kind: initiative
id: benefits-online
title: Benefits online
type: project
status: active
start: @TODAY@
goals: [shorter-waits]
parties:
  - {relationship: human-services, role: beneficiary}

outcomes:
  - id: decision-days
    title: Applicants wait 12 days for a decision instead of 31
    beneficiary: human-services
    owner: sam-roe
    mechanism: because income is checked by machine and no longer by letter
    goals: [shorter-waits]
    indicator:
      measure: median days from application to decision
      unit: days
      direction: decrease
      frequency: monthly
      source: the case system
    baseline: {date: @TODAY@, value: 31}
    target: {date: @IN_A_YEAR@, value: 12}
    measurements: []    # brm record measurement benefits-online/decision-days 29
)";

constexpr std::string_view manager = R"(# Who looks after the relationship, for the office.
kind: person
id: jane-doe
title: Jane Doe
at: our-office
role: Business relationship manager
)";

constexpr std::string_view owner =
    R"(# Who answers for the outcome, at the party that is better off. The role is enough: `title` may go.
kind: person
id: sam-roe
title: Sam Roe
at: human-services
role: Director of Eligibility
)";

struct Word {
  std::string_view placeholder;
  std::string text;
};

std::string filled(std::string_view text, const std::vector<Word>& words) {
  std::string out(text);
  for (const Word& word : words) {
    for (std::size_t at = out.find(word.placeholder); at != std::string::npos;
         at = out.find(word.placeholder, at + word.text.size())) {
      out.replace(at, word.placeholder.size(), word.text);
    }
  }
  return out;
}

}  // namespace

std::vector<StarterFile> starter_files(const StarterOffice& of, Date as_of) {
  constexpr int months = 12;
  const std::vector<Word> words{{"@JURISDICTION@", quoted(of.jurisdiction)},
                                {"@CURRENCY@", std::string(of.currency)},
                                {"@TODAY@", to_text(as_of)},
                                {"@IN_A_YEAR@", to_text(months_after(as_of, months))}};
  const auto record = [&](std::string path, std::string_view meaning, std::string_view text) {
    const auto deep = static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
    return StarterFile{std::move(path), meaning, schema_line(deep) + filled(text, words)};
  };
  return {
      record("brm.yaml", "the office and its goals", office),
      record("relationships/human-services.yaml", "a relationship", relationship),
      record("initiatives/benefits-online.yaml", "an initiative with an outcome", initiative),
      record("people/jane-doe.yaml", "the manager of the relationship", manager),
      record("people/sam-roe.yaml", "the owner of the outcome", owner),
      {std::string(schema_file), "what editors complete and check by", record_schema()},
  };
}

}  // namespace brm
