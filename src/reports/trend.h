// What a report's figures were on many days: which figures, and how one record adds to them.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "assess/assessment.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm {

struct ReportRequest;

struct TrendFigure {
  std::string_view key;  ///< As in the report's summary, where it is there, too.
  std::string_view title;
  Holds holds = Holds::whole;  ///< Or money: of each currency a figure of its own.
  bool is_drawn = false;       ///< As a line of the picture; all of money in one of its own.
  bool is_shown = true;        ///< To people; json and csv have all.
};

/// Of one day, by the places of the figures.
struct Figures {
  static constexpr std::size_t most = 16;
  static constexpr std::int64_t unknown = std::numeric_limits<std::int64_t>::min();

  std::array<std::int64_t, most> counts{};                     ///< Of money `unknown`, or nothing.
  std::map<std::pair<std::size_t, Currency>, Rational> money;  ///< Minor units.

  void add(const Figures& other);
  void take(const Figures& other);
};

struct Trend {
  std::span<const TrendFigure> figures;
  /// What one record brings, judged by itself: nothing is looked up among the others. Null where
  /// that does not suffice.
  void (*add)(const Assessment& assessed, const Where& where, const Item& record,
              Figures& out) = nullptr;
  /// The details that hold the figures; null: the summary of the whole report.
  std::vector<Detail> (*details)(const Assessment& assessed,
                                 const ReportRequest& request) = nullptr;
  /// Once all records are in it: of what nothing is on record no figure is known, not even none.
  void (*settle)(Figures& figures) = nullptr;
};

/// One day of a trend.
struct TrendDay {
  Date day;
  std::string state;            ///< A commit's id, `the folder`; empty where nothing was there yet.
  std::size_t short_files = 0;  ///< Of which something could not be read.
  Figures figures;
};

/// The section of a report: a table of the days, the oldest first, and pictures of it. `office`:
/// whose currency has columns of its own.
Section trend_section(const Trend& trend, const std::vector<TrendDay>& days, std::string title,
                      std::vector<std::string> paragraphs, Currency office, bool draws);

namespace trends {

extern const Trend outcomes, risks, portfolio, relationships, value, corrections, practice, vendors,
    experiments, lessons, stakeholders, governance, technology;

}  // namespace trends

}  // namespace brm
