// Findings that were there before, by their fingerprints: so that only new ones fail a check.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "commands/renamed_records.h"

namespace brm {

/// A finding as a baseline knows it.
struct KnownFinding {
  Severity severity = Severity::error;
  std::string path;                      ///< As messages show it.
  std::string words;                     ///< As people read it: `it.yaml: ... [bad-date]`.
  std::optional<FindingMark> mark = {};  ///< Only where the records of then are at hand.
};

class Baseline {
 public:
  /// `name` is what messages call it. A mark of the byte order at its beginning is none of it.
  static Result<Baseline> read(const std::string& text, const std::string& name);

  /// Whether it was there, and no milder than now: what became an error fails as a new one does.
  bool holds(const std::string& fingerprint, Severity severity) const {
    const auto found = known_.find(fingerprint);
    return found != known_.end() && severity <= found->second.severity;
  }
  /// By fingerprint.
  const std::map<std::string, KnownFinding>& known() const { return known_; }
  /// Of those that have findings, as far as it says.
  const std::vector<EarlierRecord>& records() const { return records_; }

  /// Of all lists of then, as FindingMark calls them; none where those records are not at hand.
  const std::map<std::string, ListEntry>& entries() const { return entries_; }

  void add_marks(FindingMarks marks);
  void set_records(std::vector<EarlierRecord> records) { records_ = std::move(records); }

 private:
  std::map<std::string, KnownFinding> known_;
  std::vector<EarlierRecord> records_;
  std::map<std::string, ListEntry> entries_;
};

/// Why the file must not be replaced by a baseline: it is there, and is none. Folders, links and
/// devices are for whoever writes it to refuse.
std::optional<Failure> refuse_to_replace(const std::string& path);

/// A line each: fingerprint, severity, rule, path and message, sorted by path; no line numbers, so
/// that a finding that only moved changes nothing. Above those of a file, what its record is
/// called.
std::string baseline_text(const std::vector<Finding>& findings,
                          const std::vector<std::string>& fingerprints, const Portfolio& portfolio);

}  // namespace brm
