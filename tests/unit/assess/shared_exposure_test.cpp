// Shared risks: who bears how much, what a cap leaves over, and what one failure brings at once.
#include "assess/shared_exposure.h"

#include <fmt/format.h>

#include "unit/assess/judged.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {
namespace {

using Risks = std::vector<std::pair<std::string, std::string>>;

std::string amount(const Rational& minor) { return to_fixed(minor / 100, 2); }

std::string_view name_of(const PartyExposure& row) {
  if (row.sort == PartyExposure::Sort::nobody) return "nobody";
  return row.sort == PartyExposure::Sort::over_cap ? "over cap" : row.party;
}

/// `dhhs USD 30000.00 of 1 capped; ...`
std::string borne(const Risks& risks) {
  const Assessed read(folder_with_risks(risks), date_of("2026-07-08"));
  std::string out;
  for (const PartyExposure& row :
       share_exposure(read.assessment, read.reading.portfolio.all(kinds::risk))) {
    out += fmt::format("{}{} {} {} of {}{}", out.empty() ? "" : "; ", name_of(row),
                       row.currency.text(), amount(row.bears), row.risks,
                       row.is_capped ? " capped" : "");
  }
  return out;
}

/// Fields of a risk of one chance in two and this impact, managed by dhhs.
std::string risk(const std::string& impact, const std::string& rest) {
  return "event: E\nlikelihood: {percent: 50}\nimpact: " + impact +
         "\nresponse: [mitigate]\nmanaged_by: dhhs\nstatus: open\n" + rest;
}

std::string shared(const std::string& shares) {
  return borne({{"r", risk("{amount: 100000}", "shares: [" + shares + "]\n")}});
}

}  // namespace

TEST_CASE("shares: each bears its part of the exposure, and nobody the rest") {
  CHECK(shared("{relationship: dhhs, percent: 60}, {office: state-it, percent: 40}") ==
        "dhhs USD 30000.00 of 1; state-it USD 20000.00 of 1");
  CHECK(shared("{relationship: dhhs, percent: 99.99}") ==
        "dhhs USD 49995.00 of 1; nobody USD 5.00 of 1");
  CHECK(borne({{"r", risk("{amount: 100000}", "")}}) == "nobody USD 50000.00 of 1");
  // A share without a party, or a party without a share, is nobody's.
  CHECK(shared("{percent: 50}, {relationship: dhhs}") == "nobody USD 50000.00 of 1");
}

TEST_CASE("shares: a party that is named twice bears both parts of one risk") {
  CHECK(shared("{relationship: dhhs, percent: 30}, {relationship: dhhs, percent: 20}, "
               "{office: state-it, percent: 25}, {office: state-it, percent: 25}") ==
        "dhhs USD 25000.00 of 1; state-it USD 25000.00 of 1");
  CHECK(shared("{relationship: dhhs, percent: 50, cap: 10000}, "
               "{relationship: dhhs, percent: 50, cap: 10000}") ==
        "over cap USD 40000.00 of 1; dhhs USD 10000.00 of 1 capped");
  const std::string twice =
      "shares: [{relationship: dhhs, percent: 50}, {relationship: dhhs, percent: 50}]\n";
  CHECK(borne({{"a", risk("{amount: 100}", twice)}, {"b", risk("{amount: 20}", twice)}}) ==
        "dhhs USD 60.00 of 2");
}

TEST_CASE("shares: a cap that is just reached takes nothing off") {
  // 60 % of 100,000 is 60,000 when it happens.
  const auto capped_at = [](const std::string& cap) {
    return shared("{relationship: dhhs, percent: 60, cap: " + cap +
                  "}, {office: state-it, percent: 40}");
  };
  CHECK(capped_at("60000") == "dhhs USD 30000.00 of 1; state-it USD 20000.00 of 1");
  CHECK(capped_at("59999.98") ==
        "dhhs USD 29999.99 of 1 capped; state-it USD 20000.00 of 1; over cap USD 0.01 of 1");
  CHECK(capped_at("20000") ==
        "state-it USD 20000.00 of 1; over cap USD 20000.00 of 1; dhhs USD 10000.00 of 1 capped");
  // In another currency it cannot be compared.
  CHECK(capped_at("EUR 1") == "dhhs USD 30000.00 of 1; state-it USD 20000.00 of 1");
}

TEST_CASE("shares: currencies are apart, and only open threats in money are borne") {
  const std::string all = "shares: [{relationship: dhhs, percent: 100}]\n";
  CHECK(borne({{"a", risk("{amount: 100}", all)}, {"b", risk("{amount: EUR 30}", all)}}) ==
        "dhhs EUR 15.00 of 1; dhhs USD 50.00 of 1");
  CHECK(borne({{"a", risk("{amount: 100}", all)}, {"b", risk("{amount: 20}", all)}}) ==
        "dhhs USD 60.00 of 2");
  CHECK(borne({{"a", risk("{amount: 100}", all + "type: opportunity\n")}}).empty());
  CHECK(borne({{"a",
                "event: E\nlikelihood: {scale: 3}\nimpact: {scale: 3}\nresponse: [mitigate]\n"
                "managed_by: dhhs\nstatus: open\n" +
                    all}})
            .empty());
  // Over two years it is half as much a year, whichever way it is capped.
  CHECK(borne({{"a", risk("{amount: 100}", all + "horizon: P2Y\n")}}) == "dhhs USD 25.00 of 1");
}

TEST_CASE("shares: what one failure brings at once is summed by currency") {
  const std::string cause = "common_cause: dhhs\n";
  const Assessed read(
      folder_with_risks({{"a", risk("{amount: 100}", cause + "threatens: [work]\n")},
                         {"b", risk("{amount: 40}", cause + "threatens: [work]\n")},
                         {"c", risk("{amount: EUR 9}", cause)},
                         {"d", risk("{amount: 1000}", "")}}),
      date_of("2026-07-08"));
  std::string out;
  for (const CommonCause& each :
       common_causes(read.assessment, read.reading.portfolio.all(kinds::risk))) {
    out += fmt::format("[{} {} {} at once, {} a year, {} in money, {} threatened]",
                       each.relationship, each.currency.text(), amount(each.at_once),
                       amount(each.exposure), each.in_money, each.threatens.size());
  }
  CHECK(out ==
        "[dhhs USD 140.00 at once, 70.00 a year, 2 in money, 1 threatened]"
        "[dhhs EUR 9.00 at once, 4.50 a year, 1 in money, 1 threatened]");
}

}  // namespace brm::test
