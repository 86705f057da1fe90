// One question asked of all records at once. A report is one file in this room, one line in
// all_reports.cpp and one folder in tests/golden/report.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "assess/difference.h"
#include "assess/simulation.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm {

/// An option that only some reports know: a constant in the report's file.
struct ReportOption {
  std::string_view name;        ///< `tests`, for `--tests`.
  const Kind* names = nullptr;  ///< The kind of record its value names; null: it takes none.
  std::string_view meaning;  ///< As help says it: `each of the four tests in a column of its own`.
};

/// An earlier state of the records, for a report that compares.
struct Earlier {
  const Assessment* state = nullptr;  ///< Null where there is none.
  std::string name;   ///< `2026-07-01`, or the revision: also what `brm diff` would be told.
  std::string words;  ///< Which state it is, or why there is none: a sentence for people.
  Differences differences = {};  ///< Everything that changed since.
};

/// What was asked of a report.
struct ReportRequest {
  Where where;
  std::optional<SimulationRequest> simulation;
  std::size_t left_out = 0;       ///< Records that are not for the audience of the answer.
  const Item* subject = nullptr;  ///< Null where the report has none, or for its schema.

  struct Chosen {
    const ReportOption* option = nullptr;
    const Item* record = nullptr;  ///< What its value names; null where it takes none.
  };
  std::vector<Chosen> chosen = {};
  Earlier earlier = {};
  bool draws = true;           ///< Whether pictures are shown.
  std::string condition = {};  ///< What `where` was written as; empty where it holds of all.

  bool has(const ReportOption& option) const;
  /// What the option's value names; null when it was not given.
  const Item* record_of(const ReportOption& option) const;
};

struct Trend;

/// Whether a report knows what to do with `--simulate`.
enum class Simulates : std::uint8_t { no, yes };

struct Report {
  std::string_view name;
  std::string_view summary;
  const Kind* kind;  ///< What `--where` chooses among.
  Document (*make)(const Assessment& assessed, const ReportRequest& request);
  Simulates simulates = Simulates::no;
  std::span<const ReportOption* const> options = {};
  /// The kind of record it is about: `brm report brief ID`; null: all of them.
  const Kind* subject = nullptr;
  /// Of a report that compares with an earlier state: whether there is anything to say.
  bool (*has_news)(const Assessment& assessed, const ReportRequest& request) = nullptr;
  /// Its figures over time; null where they would say nothing.
  const Trend* trend = nullptr;
};

/// Those of all reports, each once.
std::span<const ReportOption* const> all_report_options();

std::span<const Report* const> all_reports();

}  // namespace brm
