#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "model/status.h"
#include "reports/correction_tables.h"
#include "reports/known.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using correction_tables::Ledger;
using correction_tables::LedgerEntry;

/// Those decided by the as-of date that `where` chooses, newest first.
Ledger compute_ledger(const Assessment& assessed, const Where& where) {
  Ledger out;
  for (const Item* item : assessed.portfolio().all(kinds::correction)) {
    const Of<kinds::correction> correction(*item);
    if (!is_decided(correction, assessed.as_of()) || !where.holds(assessed, *item)) continue;
    out.push_back({item, correction.get<"date">()->value, review_of(correction, assessed.as_of()),
                   corrected_outcomes(assessed, correction, &assessed.correction_days())});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const LedgerEntry& a, const LedgerEntry& b) { return a.date > b.date; });
  return out;
}

/// `more than 30 days`
std::string allowed_words(const Assessment& assessed) {
  const auto days = static_cast<std::size_t>(assessed.policy().whole<"correction_days">());
  return "more than " + counted(days, "day");
}

std::vector<Detail> summary_of(const Ledger& ledger, std::size_t uncorrected,
                               const std::string& allowed) {
  std::size_t counts[4] = {};
  std::size_t weak = 0;  // of the better ones
  std::size_t overdue = 0;
  for (const LedgerEntry& entry : ledger) {
    overdue += entry.review == CorrectionReview::overdue ? 1U : 0U;
    for (const CorrectedOutcome& outcome : entry.outcomes) {
      ++counts[static_cast<std::size_t>(outcome.change)];
      weak += outcome.change == Change::better && outcome.grade == Grade::weak ? 1U : 0U;
    }
  }
  const auto count_of = [&](Change change) { return counts[static_cast<std::size_t>(change)]; };
  const auto alarming = [](std::size_t count) {
    return cell(count, count > 0 ? Tone::bad : Tone::plain);
  };
  const Room weak_room = count_of(Change::better) == 0 ? Room::data : Room::fixed;
  const std::vector<Detail> first{
      {"uncorrected", fmt::format("going wrong for {}, uncorrected", allowed),
       alarming(uncorrected)},
      {"corrections", "corrections on record", cell(ledger.size(), Tone::strong)}};
  const std::vector<Detail> changes{
      {"unreviewed", "corrections nobody looked at again", alarming(overdue)},
      {"better", "outcomes faster after one, each time", cell(count_of(Change::better))},
      {"better_weak", "of these on weak evidence", cell(weak), weak_room},
      {"same", "as fast as before", cell(count_of(Change::same))},
      {"worse", "slower", cell(count_of(Change::worse))},
      {"unclear", "unclear", cell(count_of(Change::unclear))}};
  return joined(first, if_known(!ledger.empty(), changes));
}

std::string next_step(const Table& uncorrected, const Ledger& ledger) {
  constexpr std::size_t id = 0;
  if (!uncorrected.rows.empty()) {
    return fmt::format(
        "Decide about the first one, and write it under `corrections` of its initiative:\n"
        "    brm show {}",
        to_text(uncorrected.rows.front()[id]));
  }
  const LedgerEntry* longest = nullptr;
  for (const LedgerEntry& entry : ledger) {
    if (entry.review == CorrectionReview::overdue) longest = &entry;
  }
  if (longest == nullptr) return "";
  return fmt::format(
      "Look whether it helped, and write what came of it under `result`:\n"
      "    brm show {}",
      address_of(*longest->correction));
}

/// Whatever is not judged may go wrong as well.
std::vector<std::string> what_is_not_known(const Assessment& assessed) {
  std::size_t count = 0;
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    const Verdict verdict = assessed.outcome(*outcome).verdict;
    count += !is_over(*outcome, assessed.as_of()) && !words_of(verdict).is_judged ? 1U : 0U;
  }
  if (count == 0) return {};
  return {
      fmt::format("{} of live work cannot be judged, for want of a target or of measurements: "
                  "whether {} wrong is not known.",
                  counted(count, "outcome"), count == 1 ? "it goes" : "they go")};
}

std::vector<std::string> what_pace_says(const Assessment& assessed, const Ledger& ledger) {
  if (ledger.empty()) return {};
  std::vector<std::string> out{
      "Average pace towards the target between its first and last point; minus leads away from "
      "it. Only points between the corrections before and after count, on and up to the day "
      "itself as before."};
  const bool has_weak = std::any_of(ledger.begin(), ledger.end(), [](const LedgerEntry& entry) {
    return std::any_of(entry.outcomes.begin(), entry.outcomes.end(),
                       [](const CorrectedOutcome& each) { return each.grade == Grade::weak; });
  });
  if (has_weak) {
    out.push_back(
        fmt::format("Evidence is weak with fewer than {} points on either side: one late or lucky "
                    "measurement turns it round.",
                    assessed.policy().whole<"weak_points">()));
  }
  return out;
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  assessed.judge_outcomes();
  const Ledger ledger = compute_ledger(assessed, request.where);
  Document document;
  document.name = "corrections";
  document.title = "Course corrections";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  Table uncorrected = correction_tables::uncorrected(assessed);
  document.summary = summary_of(ledger, uncorrected.rows.size(), allowed_words(assessed));
  document.next = next_step(uncorrected, ledger);
  const bool is_new_to_it = assessed.portfolio().all(kinds::correction).empty();
  std::vector<std::string> unknown = what_is_not_known(assessed);
  if (is_new_to_it && !uncorrected.rows.empty()) {
    unknown.push_back(
        "This folder holds no correction at all: whether none was decided, or none was written "
        "down, is not known.");
  }
  document.sections.push_back(section_of(
      fmt::format("Going wrong for {}, and no correction on record since", allowed_words(assessed)),
      std::move(uncorrected), std::move(unknown)));
  document.sections.push_back(section_of("Nobody looked whether it helped",
                                         correction_tables::unreviewed(assessed, ledger)));
  std::vector<std::string> about_pace = what_pace_says(assessed, ledger);
  document.sections.push_back(
      section_of("Pace before and after", correction_tables::paces(ledger), std::move(about_pace)));
  document.sections.push_back(
      section_of("The ledger, newest first", correction_tables::ledger(assessed, ledger)));
  if (is_new_to_it) {
    document.next += document.next.empty() ? "" : "\n";
    document.next +=
        "No correction is on record here. The first one takes an id, a date, `about`, `trigger`, "
        "`type`, `decision` and `because`:\n    brm explain correction";
  }
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report corrections{
    .name = "corrections",
    .summary =
        "What goes wrong uncorrected, which corrections nobody looked at again, and the "
        "pace before and after each.",
    .kind = &kinds::correction,
    .make = make,
    .trend = &trends::corrections,
};

}  // namespace reports
}  // namespace brm
