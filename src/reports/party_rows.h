// What the reports on relationships are made of: each with everything judged of it, in the order in
// which they need somebody.
#pragma once

#include <string>
#include <vector>

#include "assess/evidenced_level.h"
#include "assess/where.h"
#include "base/folding.h"
#include "document/document.h"

namespace brm {

struct PartyRow {
  const Item* item = nullptr;
  Maturity maturity;
  Attention attention;
  EvidencedLevel evidenced;
  const SharedWork* work = nullptr;
  PromiseCounts ours;
  PromiseCounts theirs;
  bool is_over = false;
  bool is_quiet = false;
  bool is_neglected = false;
  bool is_partial = false;  ///< Records are left out for the audience: evidence may be among them.

  bool is_in_trouble() const { return is_quiet || is_neglected; }
  /// Our latest view is above what the records show.
  bool claims_too_much() const {
    return !is_partial && maturity.ours && maturity.ours->level > evidenced.level;
  }
};

/// `left_out`: records that are not for the audience.
PartyRow judge_party(const Assessment& assessed, const SharedWorks& works, const Item& item,
                     std::size_t left_out);

/// Those that `where` chooses, in the order of the records.
std::vector<PartyRow> judge_parties(const Assessment& assessed, const SharedWorks& works,
                                    const Where& where, std::size_t left_out);
/// The same, sorted: what goes on before what is over, quiet and neglected ones first,
/// then strategic ones, then by priority.
std::vector<PartyRow> compute_parties(const Assessment& assessed, const SharedWorks& works,
                                      const Where& where, std::size_t left_out);

/// `4 trusted advisor`; empty without a view.
std::string level_words(int level);
/// `6 outcomes, 2 agreements worth USD 27,400,000, 4 open risks`
std::string reliance_words(const SharedWork& work);
/// `worth USD 27,400,000 (2 have the same number)`; empty where no value is written.
std::string worth_words(const std::vector<Money>& sums, const std::vector<const Item*>& agreements);
/// `5 agreements without a period, worth USD 12,000.00`; empty without any.
std::string undated_words(const SharedWork& work);
/// `3 of 4 quarterly reviews since 2025-07-08`, `2 reviews held since 2026-06-01, quarterly asks
/// for none yet`
std::string attention_words(const Attention& attention);
/// `nothing dated since 2026-01-02, 187 days; quarterly allows 138`
std::string quiet_words(const PartyRow& row, const Assessment& assessed);
/// `outcome owned by them, shared risk`
std::string evidence_words(const std::vector<Evidence>& evidence);
/// `1 late, 2 open, 3 kept, 1 of them late`; empty without promises.
std::string promise_words(const PromiseCounts& counts);

/// `3 of 4`, `2 held` where no more were planned, `none due yet`, `no data`
Cell reviews_cell(const PartyRow& row);
/// `+1`, `0`, `-2`; empty where one side was not asked.
Cell gap_cell(const PartyRow& row);

}  // namespace brm
