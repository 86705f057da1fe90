// The history of one record as tables: what was written when, and how it was judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"
#include "document/document.h"

namespace brm {

/// The record, or a part of it, as one commit left it.
struct HistoryStep {
  const Assessment* state = nullptr;  ///< As of the day of the commit.
  const Item* item = nullptr;         ///< Null where it was not there, or could not be read.
  bool is_unreadable = false;         ///< The file was there, and no record in it.
  bool is_ignored = false;            ///< The file was there, and nobody looked at it.
  std::string record = {};            ///< The id that the record had; empty where it is not known.
  std::string renamed_to = {};        ///< Where it is gone: the id that it has since.
  std::string path;
  std::string author;  ///< Empty where it is not to be said.
  std::string commit;  ///< Empty where it is not committed yet.
  std::string subject;
};

enum class Authors : std::uint8_t { named, left_out };

/// Steps are given the newest first, and so are the rows. `field`: only what is at this path or
/// below it, entries of lists named or not; all where it is empty.
Table history_table(const std::vector<HistoryStep>& steps, const std::string& field,
                    Authors authors);

/// The verdict after each step, of an outcome or an initiative; empty for other kinds.
Table verdict_line(const std::vector<HistoryStep>& steps);

/// `outcomes.decision-days.target` without the names of entries: `outcomes.target`.
std::string fields_of_path(const Kind& kind, std::string_view path);

}  // namespace brm
