// Risks by who shares them: what each party bears beside what it gets, its caps, what is agreed.
#include <fmt/format.h>

#include <set>

#include "assess/share_balance.h"
#include "base/spelling.h"
#include "reports/risk_tables.h"
#include "reports/words.h"

namespace brm::risk_tables {
namespace {

using Sort = PartyExposure::Sort;

std::string name_of(const Assessment& assessed, std::string_view id) {
  const Item* party = assessed.portfolio().find_record(id);
  return std::string(party == nullptr ? id : title_of(*party));
}

std::string party_name(const Assessment& assessed, const PartyExposure& row, std::size_t left_out) {
  if (row.sort == Sort::nobody) return unnamed("nobody named", left_out);
  if (row.sort == Sort::over_cap) return "(left by caps)";
  return name_of(assessed, row.party);
}

std::string balance_words(const ShareBalance& row, std::size_t left_out) {
  if (row.exposure.sort == Sort::nobody) return nobody_words(left_out);
  if (row.exposure.sort == Sort::over_cap) return "above the caps: whoever is left bears it";
  std::vector<std::string_view> out;
  const bool is_known = left_out == 0;
  if (is_known && row.bears_without_reward()) {
    out.emplace_back("bears without a share of the reward");
  }
  if (is_known && row.gets_without_bearing()) out.emplace_back("gets without bearing");
  if (row.has_gain_share && row.has_pain_share) out.emplace_back("gain and pain agreed");
  if (row.has_gain_share && !row.has_pain_share) out.emplace_back("gain agreed");
  if (!row.has_gain_share && row.has_pain_share) out.emplace_back("pain agreed");
  if (row.exposure.is_capped) out.emplace_back("at most its cap, each time");
  return fmt::format("{}", fmt::join(out, "; "));
}

Table balance_table(const Assessment& assessed, const std::vector<ShareBalance>& rows,
                    std::size_t left_out) {
  Table table{
      "balance",
      "",
      {column("party", "party", Holds::text, Room::shrink),
       column("bears", "bears a year", Holds::money), column("gets", "is to get", Holds::money),
       column("received", "has got", Holds::money), column("risks", "risks", Holds::whole),
       column("note", "note", Holds::text, Room::shrink),
       column("id", "id", Holds::text, Room::data),
       column("currency", "currency", Holds::text, Room::data),
       column("capped", "capped", Holds::boolean, Room::data),
       column("bears_without_reward", "bears without reward", Holds::boolean, Room::data),
       column("gets_without_bearing", "gets without bearing", Holds::boolean, Room::data)},
      {},
      "No data: no open threat in money, no value that is shared, and no agreed gain or "
      "pain. Write `shares` for the largest threat."};
  for (const ShareBalance& row : rows) {
    const PartyExposure& exposure = row.exposure;
    // What is left out for an audience may be the share that is missing here.
    const auto uneven = [&](bool is_so) {
      return left_out == 0 ? Cell{is_so, Tone::plain} : Cell{};
    };
    const bool is_uneven =
        left_out == 0 && (row.bears_without_reward() || row.gets_without_bearing());
    table.rows.push_back(
        {cell(party_name(assessed, exposure, left_out), Tone::strong),
         amount_or_nothing(exposure.bears, exposure.currency),
         amount_or_nothing(exposure.gets, exposure.currency),
         amount_or_nothing(row.received, exposure.currency),
         cell(exposure.risks),
         cell(balance_words(row, left_out), is_uneven ? Tone::doubtful : Tone::plain),
         cell(std::string(exposure.party)),
         cell(std::string(exposure.currency.text())),
         {exposure.is_capped, Tone::plain},
         uneven(row.bears_without_reward()),
         uneven(row.gets_without_bearing())});
  }
  return table;
}

/// Each cap that an open threat's share has.
Table caps_table(const Assessment& assessed, const Risks& risks) {
  Table table{"caps",
              "",
              {column("party", "party", Holds::text, Room::shrink),
               column("percent", "share %", Holds::number), column("cap", "cap", Holds::money),
               column("risk", "of the risk", Holds::text, Room::shrink),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No share of an open threat has a cap."};
  for (const Item* item : risks) {
    const RiskJudgement& judgement = assessed.risk(*item);
    if (!judgement.is_open || !judgement.is_threat()) continue;
    const Of<kinds::risk> risk(*item);
    for (const auto share : risk.get<"shares">()) {
      const auto cap = share.get<"cap">();
      if (!cap) continue;
      const auto percent = share.get<"percent">();
      const std::string_view partner = share.text<"relationship">();
      const std::string_view party = partner.empty() ? share.text<"office">() : partner;
      table.rows.push_back({cell(name_of(assessed, party), Tone::strong),
                            percent ? Cell{percent->value, Tone::plain} : Cell{},
                            Cell{cap->value, Tone::plain}, cell(std::string(risk.text<"event">())),
                            place_cell(assessed.portfolio(), cap->span), cell(address_of(*item))});
    }
  }
  return table;
}

/// `Halvorsen Kade 50 %, at most USD 800,000; Tamarack 50 %`
template <class Shares>
std::string shares_words(const Assessment& assessed, const Shares& shares) {
  std::vector<std::string> out;
  for (const auto share : shares) {
    const auto percent = share.template get<"percent">();
    const auto cap = share.template get<"cap">();
    const std::string_view partner = share.template text<"relationship">();
    const std::string_view party = partner.empty() ? share.template text<"office">() : partner;
    std::string words = name_of(assessed, party);
    if (percent) words += fmt::format(" {} %", to_text(percent->value));
    if (cap) words += fmt::format(", at most {}", amount_words(cap->value));
    out.push_back(std::move(words));
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

Table agreed_table(const Assessment& assessed) {
  Table table{"agreed",
              "",
              {column("agreement", "agreement", Holds::text, Room::shrink),
               column("partner", "with", Holds::text, Room::shrink),
               column("cap", "altogether at most", Holds::money),
               column("gain", "gain", Holds::text, Room::below),
               column("pain", "pain", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No agreement that is not over shares gains or losses (`risk_reward`)."};
  for (const auto& reward : agreed_rewards(assessed)) {
    const Item& agreement = *reward.item().parent;
    const auto cap = reward.get<"cap">();
    const std::string gain = shares_words(assessed, reward.get<"gain_share">());
    const std::string pain = shares_words(assessed, reward.get<"pain_share">());
    table.rows.push_back(
        {cell(std::string(title_of(agreement)), Tone::strong),
         cell(std::string(title_of(agreement.record()))),
         cap ? Cell{cap->value, Tone::plain} : Cell{}, cell(gain.empty() ? "" : "gain: " + gain),
         cell(pain.empty() ? "" : "pain: " + pain),
         place_cell(assessed.portfolio(), reward.item().span()), cell(address_of(agreement))});
  }
  return table;
}

/// `Bear without a share of the reward: Quill County and 2 more.`
template <class Holds>
std::vector<std::string> uneven_words(const Assessment& assessed,
                                      const std::vector<ShareBalance>& rows,
                                      std::string_view heading, const Holds& holds) {
  constexpr std::size_t named = 5;
  std::vector<std::string> names;
  std::set<std::string_view> seen;  // a party has a row for each currency
  for (const ShareBalance& row : rows) {
    if (!holds(row) || !seen.insert(row.exposure.party).second) continue;
    if (seen.size() <= named) names.push_back(party_name(assessed, row.exposure, 0));
  }
  if (names.empty()) return {};
  const std::string rest =
      seen.size() > named ? fmt::format(" and {} more", seen.size() - named) : "";
  const std::string words = fmt::format("{}: {}{}", heading, fmt::join(names, "; "), rest);
  return {words.ends_with('.') ? words : words + "."};  // of "Acme, Inc." one is enough
}

/// `Scaled to a year: language-access/grant (40 % in 6 months).`
std::vector<std::string> scaled_words(const Assessment& assessed, const Risks& risks) {
  constexpr std::size_t named = 5;
  std::vector<std::string> names;
  std::size_t more = 0;
  for (const Item* item : risk_tables::money_risks(assessed, risks, false)) {
    const RiskJudgement& judgement = assessed.risk(*item);
    if (judgement.years == 1) continue;
    if (names.size() == named) {
      ++more;
      continue;
    }
    names.push_back(fmt::format("{} ({})", address_of(*item),
                                chance_words(judgement, assessed.risk_policy().matrix)));
  }
  if (names.empty()) return {};
  return {fmt::format("Scaled to a year: {}{}.", fmt::join(names, "; "),
                      more > 0 ? fmt::format(" and {} more", more) : "")};
}

}  // namespace

std::vector<Section> shared_sections(const Assessment& assessed, const Risks& risks,
                                     std::size_t left_out) {
  const std::vector<ShareBalance> rows = share_balances(assessed, risks);
  std::vector<std::string> words =
      uneven_words(assessed, rows, "Bear without a share of the reward",
                   [](const ShareBalance& row) { return row.bears_without_reward(); });
  const std::vector<std::string> others =
      uneven_words(assessed, rows, "Get without bearing",
                   [](const ShareBalance& row) { return row.gets_without_bearing(); });
  words.insert(words.end(), others.begin(), others.end());
  if (left_out > 0) words.clear();
  for (std::string& each : scaled_words(assessed, risks)) words.push_back(std::move(each));
  std::vector<Section> out;
  out.push_back(section_of("What each party bears, beside what it gets",
                           balance_table(assessed, rows, left_out), std::move(words)));
  out.push_back(section_of("Caps of shares", caps_table(assessed, risks)));
  out.push_back(section_of("Gain and pain that is agreed", agreed_table(assessed)));
  return out;
}

}  // namespace brm::risk_tables
