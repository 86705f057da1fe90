#include "assess/where.h"

#include <doctest/doctest.h>

#include "model/all_kinds.h"
#include "read/read_portfolio.h"

namespace brm::test {
namespace {

constexpr std::string_view files = R"(# brm.yaml
{kind: office, id: mo-cio, title: Office of the CIO, jurisdiction: Missouri, currency: USD}
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Human Services
tier: strategic
manager: jane
cadence: quarterly
priority: 2
# relationships/mdot.yaml
kind: relationship
id: mdot
title: Department of Transportation
tier: transactional
manager: jane
priority: 10
tags: [roads, Rail]
# initiatives/portal.yaml
kind: initiative
id: portal
title: One Portal for all
status: active
start: 2026-01-05
end: 2026-12-31
criticality: high
parties:
  - {relationship: mdot, role: sponsor}
  - {relationship: dhhs, role: funder}
tags: [web, Forms]
budget: {approved: 125000.50, spent: EUR 10, as_of: 2026-06-30}
outcomes:
  - id: days
    title: Days to decide
    indicator: {measure: time, unit: days, direction: decrease, may_be_summed: true}
    baseline: {date: 2026-01-31, value: 45.0}
    target: {date: 2026-12-31, value: 20}
    value_shares: [{relationship: dhhs, percent: 60}, {relationship: mdot, percent: 40}]
    measurements:
      - {date: 2026-02-28, value: 44}
      - {date: 2026-03-31, value: 40}
  - id: calls
    title: Fewer calls
    indicator: {measure: calls, unit: calls, direction: increase, may_be_summed: false}
    target: {between: [10, 20.5]}
# initiatives/roads.yaml
kind: initiative
id: roads
title: Roads
status: paused
parties: [{relationship: mdot, role: sponsor}]
budget: {spent: 10}
)";

const Reading& reading() {
  static const Reading read = read_portfolio(folder_of(files));
  return read;
}

const Assessment& assessed() {
  static const Assessment assessment(reading().portfolio, read_date("2026-07-08").date);
  return assessment;
}

const Kind& kind_of(std::string_view name) {
  const Kind* kind = find_kind(name);
  REQUIRE_MESSAGE(kind != nullptr, name);
  return *kind;
}

/// Ids of the items of a kind that pass, or the fault's message.
std::string passing(std::string_view kind, const std::string& text) {
  const auto bound = bind_where(kind_of(kind), text);
  if (const auto* fault = std::get_if<ExpressionFault>(&bound)) return "fault: " + fault->message;
  std::string ids;
  for (const Item* item : reading().portfolio.all(*find_kind(kind))) {
    if (!std::get<Where>(bound).holds(assessed(), *item)) continue;
    ids.append(ids.empty() ? "" : " ").append(item->id());
  }
  return ids;
}

ExpressionFault fault_of(std::string_view kind, const std::string& text) {
  auto bound = bind_where(kind_of(kind), text);
  auto* fault = std::get_if<ExpressionFault>(&bound);
  REQUIRE_MESSAGE(fault != nullptr, text);
  return std::move(*fault);
}

struct Case {
  std::string_view kind;
  std::string_view text;
  std::string_view ids;
};

void check(std::span<const Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(passing(c.kind, std::string(c.text)) == c.ids);
  }
}

constexpr std::string_view initiative = "initiative";
constexpr std::string_view outcome = "outcome";
constexpr std::string_view relationship = "relationship";

constexpr Case of_each_type[] = {
    {initiative, "id = roads", "roads"},                    // id
    {initiative, "parties.relationship = dhhs", "portal"},  // ref
    {initiative, "title = Roads", "roads"},                 // line
    {initiative, "title = roads", ""},
    {initiative, "title = \"One Portal for all\"", "portal"},
    {initiative, "start = 2026-01-05", "portal"},  // date
    {initiative, "start < 2026-01-05", ""},
    {initiative, "start <= 2026-01-05", "portal"},
    {initiative, "start > 2026-01-04", "portal"},
    {initiative, "start >= 2026-01-06", ""},
    {initiative, "budget.as_of > 2026-06-01", "portal"},
    {outcome, "baseline.value = 45", "days"},  // number
    {outcome, "baseline.value = 45.000", "days"},
    {outcome, "baseline.value < 45.001", "days"},
    {outcome, "baseline.value > -1", "days"},
    {outcome, "baseline.value > 45", ""},
    {outcome, "value_shares.percent > 50", "days"},  // percent
    {outcome, "value_shares.percent > 60", ""},
    {relationship, "priority = 2", "dhhs"},   // whole
    {relationship, "priority < 10", "dhhs"},  // not as text
    {relationship, "priority >= 2", "dhhs mdot"},
    {relationship, "priority = 2.0", "dhhs"},
    {initiative, "budget.approved = 125000.50", "portal"},  // money
    {initiative, "budget.approved > 125000.49", "portal"},
    {initiative, "budget.approved <= \"USD 125000.5\"", "portal"},
    {initiative, "budget.spent = \"EUR 10\"", "portal"},
    {initiative, "budget.spent = 10", "roads"},
    {initiative, "budget.spent < \"EUR 11\"", "portal"},
    {initiative, "budget.spent != 10", "portal"},   // other money
    {relationship, "cadence = quarterly", "dhhs"},  // cadence
    {initiative, "status = paused", "roads"},       // choice
    {initiative, "status != paused", "portal"},
    {outcome, "indicator.may_be_summed", "days"},  // boolean
    {outcome, "indicator.may_be_summed = true", "days"},
    {outcome, "indicator.may_be_summed = false", "calls"},
    {outcome, "indicator.may_be_summed != false", "days"},
    {outcome, "not indicator.may_be_summed", "calls"},
    {initiative, "budget", "portal roads"},  // part
    {initiative, "business_case", ""},
    {outcome, "baseline", "days"},
    {"office", "currency = USD", "mo-cio"},  // currency
};

}  // namespace

TEST_CASE("where: every type of field compares as what it is") {
  REQUIRE(reading().troubles.empty());
  check(of_each_type);
}

TEST_CASE("where: something absent passes only != and not") {
  constexpr Case cases[] = {
      {initiative, "criticality = high", "portal"},
      {initiative, "criticality != high", "roads"},
      {initiative, "criticality != low", "portal roads"},
      {initiative, "not criticality = high", "roads"},
      {initiative, "not criticality", "roads"},
      {initiative, "criticality", "portal"},
      {initiative, "criticality in (low, medium, high)", "portal"},
      {initiative, "not criticality in (low, medium)", "portal roads"},
      {initiative, "start", "portal"},
      {initiative, "start != 2026-01-05", "roads"},
      {initiative, "start < 2200-12-31", "portal"},
      {initiative, "start > 1900-01-01", "portal"},
      {initiative, "not start < 2200-12-31", "roads"},
      {initiative, "notes ~ \"\"", ""},
      {initiative, "notes != x", "portal roads"},
      {initiative, "budget.approved >= 0", "portal"},
      {initiative, "budget.approved != 1", "portal roads"},
      {initiative, "business_case.problem = x", ""},
      {initiative, "business_case.problem != x", "portal roads"},
      {outcome, "baseline.value <= 45", "days"},
      {outcome, "due", "days"},
      {outcome, "due != 2026-12-31", "calls"},
      {outcome, "progress >= 0", "days"},
      {outcome, "not progress >= 0", "calls"},
  };
  check(cases);
}

TEST_CASE("where: of a list any element may pass") {
  constexpr Case cases[] = {
      {initiative, "tags = web", "portal"},
      {initiative, "tags = Forms", "portal"},
      {initiative, "tags = forms", ""},
      {initiative, "tags ~ FORM", "portal"},
      {initiative, "tags in (none, Forms)", "portal"},
      {initiative, "tags", "portal"},
      {initiative, "not tags", "roads"},
      {initiative, "parties.role = funder", "portal"},
      {initiative, "parties.relationship = mdot", "portal roads"},
      {initiative, "parties.relationship in (dhhs, nobody)", "portal"},
      {initiative, "not parties.relationship = dhhs", "roads"},
      {initiative, "outcomes.measurements.value < 41", "portal"},
      {initiative, "outcomes.measurements.value < 40", ""},
      {initiative, "outcomes.measurements.date = 2026-02-28", "portal"},
      {outcome, "target.between = 20.5", "calls"},
      {outcome, "target.between > 20.5", ""},
      {initiative, "parties", "portal roads"},
      {initiative, "outcomes", "portal"},
      {initiative, "tags = web and tags = Forms", "portal"},
  };
  check(cases);
}

TEST_CASE("where: ~ finds a text in another, small and capital letters alike") {
  constexpr Case cases[] = {
      {initiative, "title ~ portal", "portal"},
      {initiative, "title ~ PORTAL", "portal"},
      {initiative, "title ~ \"one p\"", "portal"},
      {initiative, "title ~ \"\"", "portal roads"},
      {initiative, "title ~ \"one  p\"", ""},
      {initiative, "title ~ o", "portal roads"},
      {initiative, "id ~ oa", "roads"},
      {relationship, "title ~ transport", "mdot"},
      {relationship, "manager ~ JANE", "dhhs mdot"},
      {initiative, "not title ~ portal", "roads"},
      {initiative, "address ~ port", "portal"},
      {outcome, "address ~ portal/", "days calls"},
      {outcome, "reason ~ \".*\"", ""},  // no pattern
  };
  check(cases);
}

TEST_CASE("where: ~ takes a piece of a choice's word too") {
  CHECK(passing(initiative, "status ~ active") == "portal");
  CHECK(passing(initiative, "status ~ act") == "portal");
  CHECK(passing(relationship, "tier ~ strat") == "dhhs");
}

TEST_CASE("where: computed fields") {
  constexpr Case cases[] = {
      {initiative, "tier = strategic", "portal"},
      {initiative, "tier = transactional", "roads"},
      {initiative, "tier in (preferred, strategic)", "portal"},
      {outcome, "tier = strategic", "days calls"},
      {outcome, "initiative = portal", "days calls"},
      {outcome, "record = portal", "days calls"},
      {outcome, "address = portal/days", "days"},
      {outcome, "place ~ initiatives/portal.yaml", "days calls"},
      {outcome, "due = 2026-12-31", "days"},
      {outcome, "due < 2027-01-01", "days"},
      {outcome, "days_left = 176", "days"},
      {outcome, "measured = 2026-03-31", "days"},
      {outcome, "measured > 2026-03-31", ""},
      {outcome, "progress = 0.20", "days"},
      {outcome, "verdict = on_track", "days"},
      {outcome, "verdict != on_track", "calls"},
      {initiative, "outcome_count = 2", "portal"},
      {initiative, "outcome_count = 0", "roads"},
      {initiative, "watermelon", ""},
      {initiative, "watermelon = false", "portal roads"},
      {initiative, "not watermelon and tier = strategic", "portal"},
      {initiative, "reported", ""},
  };
  check(cases);
}

TEST_CASE("where: and, or and not over conditions") {
  constexpr Case cases[] = {
      {initiative, "status = active or status = paused", "portal roads"},
      {initiative, "status = active and status = paused", ""},
      {initiative, "status = paused or status = active and tags = none", "roads"},
      {initiative, "(status = paused or status = active) and tags = web", "portal"},
      {initiative, "not (status = paused or tags = web)", ""},
      {initiative, "not not status = paused", "roads"},
  };
  check(cases);
  CHECK(Where().holds(assessed(), *reading().portfolio.office()));
}

TEST_CASE("where: names and words that are not known are refused, with the nearest") {
  struct Refused {
    std::string_view kind;
    std::string_view text;
    std::size_t offset;
    std::size_t length;
    std::string_view says;
    std::string_view help;
  };
  constexpr Refused cases[] = {
      {initiative, "statsu = active", 0, 6, "initiatives have no `statsu`", "`status`"},
      {initiative, "id = a and Status", 11, 6, "initiatives have no `Status`", "`status`"},
      {outcome, "verdct = missed", 0, 6, "outcomes have no `verdct`", "`verdict`"},
      {outcome, "zzzzzz", 0, 6, "outcomes have no `zzzzzz`", "they have address"},
      {relationship, "outcomes", 0, 8, "relationships have no `outcomes`", "they have"},
      {initiative, "status.x = 1", 0, 8, "initiatives have no `status.x`", ""},
      {initiative, "start..date = 1", 0, 11, "initiatives have no", ""},
      {initiative, ".start = 1", 0, 6, "initiatives have no", ""},
      {initiative, "budget..as_of", 0, 13, "initiatives have no", ""},
      {initiative, "status = activ", 9, 5, "`activ` is no word for `status`", "`active`"},
      {initiative, "status = Active", 9, 6, "`Active` is no word for `status`", "`active`"},
      {initiative, "status != stoped", 10, 6, "`stoped` is no word", "`stopped`"},
      {initiative, "status in (active, pausd)", 19, 5, "`pausd` is no word", "`paused`"},
      {initiative, "status = \"\"", 9, 2, "`` is no word for `status`", "one of proposed"},
      {initiative, "parties.role = boss", 15, 4, "`boss` is no word for `parties.role`", "sponsor"},
      {outcome, "verdict in (missed, late)", 20, 4, "`late` is no word for `verdict`", "one of"},
  };
  for (const Refused& c : cases) {
    CAPTURE(c.text);
    const ExpressionFault fault = fault_of(c.kind, std::string(c.text));
    CHECK(fault.offset == c.offset);
    CHECK(fault.length == c.length);
    CHECK(fault.message.find(c.says) == 0);
    CHECK_MESSAGE(fault.help.find(c.help) != std::string::npos, fault.help);
  }
}

TEST_CASE("where: values of another type, and comparisons that make no sense, are refused") {
  struct Refused {
    std::string_view kind;
    std::string_view text;
    std::size_t offset;
    std::string_view says;
  };
  constexpr Refused cases[] = {
      {initiative, "start = 2026-1-5", 8, "`start` is a date (YYYY-MM-DD), and `2026-1-5` is not"},
      {initiative, "start < tomorrow", 8, "`start` is a date"},
      {initiative, "start in (2026-01-05, 2026-02-30)", 22, "`start` is a date"},
      {outcome, "baseline.value > 1,000", 18, "`,` is not expected here"},
      {outcome, "baseline.value > \"1,000\"", 17, "`baseline.value` is a number, and `1,000`"},
      {outcome, "baseline.value = 1e3", 17, "`baseline.value` is a number"},
      {relationship, "priority = first", 11, "`priority` is a whole number"},
      {outcome, "value_shares.percent > 50%", 25, "`%` is not expected here"},
      {initiative, "budget.approved > $5", 18, "a value is expected here"},
      {initiative, "budget.approved > much", 18, "`budget.approved` is an amount of money"},
      {initiative, "watermelon = yes", 13, "`watermelon` is true or false, and `yes` is not"},
      {initiative, "budget = 5", 9, "`budget` is a map of fields"},
      {initiative, "title < x", 0, "`title` is one line of text, which cannot be compared so"},
      {initiative, "id > a", 0, "`id` is an id"},
      {initiative, "status >= active", 0, "`status` is one word of a list"},
      {initiative, "start ~ 2026", 0, "`start` is a date"},
      {outcome, "baseline.value ~ 4", 0, "`baseline.value` is a number"},
      {initiative, "watermelon < true", 0, "`watermelon` is true or false"},
      {initiative, "budget ~ x", 0, "`budget` is a map of fields"},
      {initiative, "a and", 5, "a field's name is expected here"},
  };
  for (const Refused& c : cases) {
    CAPTURE(c.text);
    const ExpressionFault fault = fault_of(c.kind, std::string(c.text));
    CHECK(fault.offset == c.offset);
    CHECK_MESSAGE(fault.message.find(c.says) == 0, fault.message);
    CHECK_FALSE(fault.help.empty());
  }
}

TEST_CASE("where: the help for a comparison that makes no sense names only those that do") {
  CHECK(fault_of(initiative, "title < x").help.find('<') == std::string::npos);
  CHECK(fault_of(initiative, "start ~ x").help.find('~') == std::string::npos);
  CHECK(fault_of(initiative, "watermelon < true").help.find('<') == std::string::npos);
  CHECK(fault_of(initiative, "budget < 5").help.find('<') == std::string::npos);
}

TEST_CASE("where: a name that ends in a point is no name") {
  CHECK(fault_of(outcome, "target. = 5").offset == 0);
  CHECK(fault_of(initiative, "start. = 2026-01-05").offset == 0);
}

TEST_CASE("where: a misspelt path suggests the nearest path") {
  CHECK(fault_of(outcome, "target.dat = 2026-12-31").help.find("`target.date`") !=
        std::string::npos);
  CHECK(fault_of(initiative, "parties.relationshp = dhhs").help.find("`parties.relationship`") !=
        std::string::npos);
}

TEST_CASE("where: an amount without currency is in the office's") {
  const Reading euros = read_portfolio(folder_of(R"(# brm.yaml
{kind: office, id: office, title: Office, jurisdiction: Saarland, currency: EUR}
# initiatives/a.yaml
{kind: initiative, id: a, title: A, budget: {approved: 5000}}
)"));
  const Assessment of_euros(euros.portfolio, read_date("2026-07-08").date);
  const auto bound = bind_where(kind_of(initiative), "budget.approved > 1000");
  REQUIRE(std::holds_alternative<Where>(bound));
  const Item* item = euros.portfolio.find("a");
  REQUIRE(item != nullptr);
  CHECK(std::get<Where>(bound).holds(of_euros, *item));
}

}  // namespace brm::test
