// What flags and environment decide before a command runs, each with what decided it.
#pragma once

#include <string>

#include "base/result.h"
#include "commands/command.h"

namespace brm {

struct ChosenDay {
  Date day;
  std::string_view from;  ///< `--as-of`, `BRM_AS_OF`, `SOURCE_DATE_EPOCH` or `today`
};
/// SOURCE_DATE_EPOCH is there for reproducible builds of reports.
Result<ChosenDay> chosen_day(const World& world, const GlobalOptions& options);

/// How many threads read, and whether yaml-cpp reads all.
Result<ReadOptions> chosen_reading(const GlobalOptions& options);

/// Empty for everything.
Result<std::optional<Audience>> chosen_audience(const GlobalOptions& options);

struct ChosenColour {
  Colour colour = Colour::off;
  std::string_view because;  ///< `NO_COLOR is set`
};
Result<ChosenColour> chosen_colour(const World& world, const GlobalOptions& options);

struct ChosenWidth {
  std::size_t columns = 0;
  std::string_view from;  ///< `COLUMNS`, `the terminal`, ...
};
ChosenWidth chosen_width(const World& world);

struct ChosenFolder {
  std::string path;
  std::string_view from;  ///< `-C`, `BRM_RECORDS` or `the current folder`
};
/// Where the search for brm.yaml begins.
ChosenFolder chosen_folder(const World& world, const GlobalOptions& options);

}  // namespace brm
