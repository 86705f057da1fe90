// What the field tables recommend is asked for by some rule: no `~` of theirs is an empty word.
#include <set>

#include "model/all_kinds.h"
#include "unit/rules/checked.h"

namespace brm::test {
namespace {

/// Nothing is wrong here. Every recommended field stands on a line of its own.
constexpr std::string_view complete = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online}
# people/jane-doe.yaml
kind: person
id: jane-doe
role: Business relationship manager
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: jane-doe
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
goals: [services-online]
outcomes: [{id: decision-days, title: A decision in 12 days, beneficiary: dhhs, owner: jane-doe, mechanism: because, indicator: {measure: days to decide, unit: days, direction: decrease}, baseline: {date: 2026-01-31, value: 31}, target: {date: 2027-06-30, value: 12}}]
# initiatives/mail-room.yaml
kind: initiative
id: mail-room
title: Mail room
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: letter-days
    title: Letters are answered in 3 days instead of 9
    beneficiary: dhhs
    owner: jane-doe
    mechanism: because a machine reads them first
    goals: [services-online]
    indicator: {measure: days to an answer, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 9}
    target: {date: 2027-06-30, value: 3}
corrections:
  - id: second-scanner
    date: 2026-05-31
    about: [mail-room/letter-days]
    trigger: Eight days in May
    type: adjust
    decision: A second scanner
    because: Letters wait for the first one.
    review_on: 2026-10-15
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    threatens: [mail-room/letter-days]
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [mitigate]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    review_by: 2026-12-01
# governance/technology-council.yaml
kind: body
id: technology-council
title: Technology Council
purpose: Decides which work goes first.
chair: jane-doe
cadence: monthly
meetings: [{date: 2026-06-30, held: true}]
review_by: 2027-01-31
# radar/edge-scanners.yaml
kind: technology
id: edge-scanners
title: Scanners that read what they scan
review_by: 2026-12-31
)";

Date today() { return date_of("2026-07-08"); }

/// The files without the line on which a value stands.
std::map<std::string, std::string> without_line(const Portfolio& portfolio, Span value) {
  auto files = files_of(complete);
  const SourceFile& file = portfolio.file(value.file);
  std::string& text = files.at(file.path());
  const std::size_t begin = file.line_start(value.offset);
  text.erase(begin, text.find('\n', begin) + 1 - begin);
  return files;
}

/// Where a field of a kind was written.
std::vector<Span> places_of(const Portfolio& portfolio, const Kind& kind, std::string_view field) {
  std::vector<Span> places;
  for (const Item* item : portfolio.all(kind)) {
    if (const Value* value = item->find(field)) places.push_back(item->span_of(*value));
  }
  return places;
}

}  // namespace

TEST_CASE("rules: whatever the tables recommend is asked for where it is missing") {
  const Checked whole(files_of(complete), today());
  for (const Finding& finding : whole.findings) CHECK_MESSAGE(false, finding.message);
  std::size_t recommended = 0;
  for (const Kind* kind : all_kinds()) {
    for (std::size_t i = 0; i < kind->size(); ++i) {
      const Field& field = kind->field(i);
      if (field.need != Need::recommended) continue;
      ++recommended;
      CAPTURE(kind->name);
      CAPTURE(field.name);
      bool is_asked = false;
      for (const Span place : places_of(whole.reading.portfolio, *kind, field.name)) {
        const Checked cut(without_line(whole.reading.portfolio, place), today());
        is_asked = is_asked || !cut.findings.empty();
      }
      CHECK(is_asked);
    }
  }
  CHECK(recommended > 10);
}

TEST_CASE("rules: what could not be read is not called missing") {
  const auto rules_after = [](const std::string& from, const std::string& to) {
    std::set<std::string_view> rules;
    for (const Finding& finding :
         Checked(replaced(files_of(complete), from, to), today()).findings) {
      rules.insert(finding.rule->name);
    }
    return rules;
  };
  using Rules = std::set<std::string_view>;
  CHECK(rules_after("owner: jane-doe", "ownr: jane-doe") == Rules{"unknown-key"});
  CHECK(rules_after("owner: jane-doe", "owner: Jane Doe") == Rules{"bad-reference"});
  CHECK(rules_after("review_on: 2026-10-15", "review_on: 2026-15-10") == Rules{"bad-date"});
  CHECK(rules_after("review_by: 2027-01-31", "review_by: soon") == Rules{"bad-date"});
  CHECK(rules_after("cadence: quarterly", "cadence: now and then") == Rules{"bad-cadence"});
  CHECK(rules_after("status: active\n", "status: stopped\nstopped: it was stopped\n") ==
        Rules{"wrong-type"});
  CHECK(rules_after("    goals: [services-online]\n", "    goals: services-online\n") ==
        Rules{"wrong-type"});
}

}  // namespace brm::test
