#include "reports/party_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "assess/agreement_number.h"
#include "base/spelling.h"
#include "reports/words.h"

namespace brm {
namespace {

/// What is looked after first. A conditional one has a plan with dates.
int tier_rank(const Relationship& relationship) {
  if (relationship.is<"tier", "strategic">()) return 0;
  if (relationship.is<"tier", "conditional">()) return 1;
  return relationship.is<"tier", "preferred">() ? 2 : 3;
}

auto order_of(const PartyRow& row) {
  constexpr std::int64_t without = 1'000'000'001;
  const Relationship relationship(*row.item);
  const auto priority = relationship.get<"priority">();
  const int rank = tier_rank(relationship);
  return std::tuple(row.is_over, !row.is_in_trouble(), rank > 0,
                    priority ? priority->value : without, rank);
}

}  // namespace

PartyRow judge_party(const Assessment& assessed, const SharedWorks& works, const Item& item,
                     std::size_t left_out) {
  const Relationship relationship(item);
  const Policy& policy = assessed.policy();
  const Date as_of = assessed.as_of();
  PartyRow row;
  row.item = &item;
  row.is_partial = left_out > 0;
  row.work = &works.of(item);
  row.maturity = maturity_of(relationship, as_of);
  row.attention = attention_of(relationship, as_of, policy);
  row.evidenced = evidenced_level(relationship, as_of, policy, row.work);
  const auto promises = promises_of(relationship, as_of);
  row.ours = count_promises(promises, true);
  row.theirs = count_promises(promises, false);
  row.is_over = is_over(relationship, as_of);
  if (row.is_over) row.attention.next_review.reset();  // it is not asked for any more
  row.is_quiet = !row.is_over && row.attention.went_quiet(policy.number<"quiet_factor">(), as_of);
  row.is_neglected =
      !row.is_over && row.work->is_relied_on() && !has_its_reviews(row.attention, policy);
  return row;
}

std::vector<PartyRow> judge_parties(const Assessment& assessed, const SharedWorks& works,
                                    const Where& where, std::size_t left_out) {
  std::vector<PartyRow> rows;
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    if (where.holds(assessed, *item)) {
      rows.push_back(judge_party(assessed, works, *item, left_out));
    }
  }
  return rows;
}

std::vector<PartyRow> compute_parties(const Assessment& assessed, const SharedWorks& works,
                                      const Where& where, std::size_t left_out) {
  std::vector<PartyRow> rows = judge_parties(assessed, works, where, left_out);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const PartyRow& a, const PartyRow& b) { return order_of(a) < order_of(b); });
  return rows;
}

std::string level_words(int level) {
  const std::string_view word = maturity_word(level);
  return word.empty() ? "" : fmt::format("{} {}", level, plain_word(word));
}

std::string worth_words(const std::vector<Money>& sums,
                        const std::vector<const Item*>& agreements) {
  std::string out;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    out += (i == 0 ? "worth " : " and ") + amount_words(sums[i]);
  }
  if (out.empty()) return out;
  const std::vector<SharedNumber> numbers = shared_numbers(agreements);
  if (numbers.size() == 1) {
    out += fmt::format(" ({} have the same number)", numbers.front().agreements);
  } else if (!numbers.empty()) {
    out += fmt::format(" ({} have a number that another one has)", count_agreements(numbers));
  }
  return out;
}

std::string undated_words(const SharedWork& work) {
  if (work.undated.empty()) return "";
  const std::string worth = worth_words(work.undated_value, work.undated);
  return fmt::format("{} without a period{}", counted(work.undated.size(), "agreement"),
                     worth.empty() ? "" : ", " + worth);
}

std::string reliance_words(const SharedWork& work) {
  std::vector<std::string> parts;
  if (!work.outcomes.empty()) parts.push_back(counted(work.outcomes.size(), "outcome"));
  if (!work.sponsored.empty()) {
    parts.push_back(counted(work.sponsored.size(), "initiative") + " as sponsor");
  }
  if (!work.agreements.empty()) {
    const std::string worth = worth_words(work.value, work.agreements);
    parts.push_back(counted(work.agreements.size(), "agreement") +
                    (worth.empty() ? "" : " " + worth));
  }
  if (!work.undated.empty()) parts.push_back(undated_words(work));
  if (!work.risks.empty()) parts.push_back(counted(work.risks.size(), "open risk"));
  return parts.empty() ? "nothing on record" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string attention_words(const Attention& attention) {
  if (!attention.is_dated) return "no data: nothing dated is on record";
  if (attention.held > attention.planned || attention.planned == 0) {
    return fmt::format("{} held since {}, {} asks for {}", counted(attention.held, "review"),
                       to_text(attention.since), attention.cadence,
                       attention.planned == 0 ? "none yet" : std::to_string(attention.planned));
  }
  return fmt::format("{} of {} since {}", attention.held,
                     counted(attention.planned, fmt::format("{} review", attention.cadence)),
                     to_text(attention.since));
}

std::string quiet_words(const PartyRow& row, const Assessment& assessed) {
  const Attention& attention = row.attention;
  if (!attention.last_entry) return "";
  const auto allowed =
      floor_of(assessed.policy().number<"quiet_factor">() * attention.cadence_days);
  return fmt::format("nothing dated since {}, {} days; {} allows {}",
                     to_text(*attention.last_entry), assessed.as_of() - *attention.last_entry,
                     attention.cadence, allowed);
}

std::string evidence_words(const std::vector<Evidence>& evidence) {
  std::vector<std::string_view> parts;
  for (const Evidence each : evidence) parts.push_back(words_of(each).name);
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string promise_words(const PromiseCounts& counts) {
  std::vector<std::string> parts;
  if (counts.late > 0) parts.push_back(fmt::format("{} late", counts.late));
  if (counts.open > 0) parts.push_back(fmt::format("{} open", counts.open));
  const std::size_t kept = counts.kept + counts.kept_late;
  if (kept > 0) parts.push_back(fmt::format("{} kept", kept));
  if (counts.kept_late > 0) parts.back() += fmt::format(" ({} late)", counts.kept_late);
  return fmt::format("{}", fmt::join(parts, ", "));
}

Cell reviews_cell(const PartyRow& row) {
  const Attention& attention = row.attention;
  if (!attention.is_dated) return cell("no data", Tone::faint);
  if (attention.held > attention.planned) return cell(fmt::format("{} held", attention.held));
  if (attention.planned == 0) return cell("none due yet");
  return cell(fmt::format("{} of {}", attention.held, attention.planned),
              row.is_neglected ? Tone::bad : Tone::plain);
}

Cell gap_cell(const PartyRow& row) {
  const auto gap = row.maturity.gap();
  if (!gap) return {};
  return cell(*gap > 0 ? fmt::format("+{}", *gap) : std::to_string(*gap));
}

}  // namespace brm
