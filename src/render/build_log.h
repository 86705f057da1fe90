// Text that a build server prints into its log, and takes no order from.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// Whether it holds what is obeyed wherever it stands in a line: `##[error]` by GitHub Actions,
/// `##vso[` by Azure Pipelines, `##teamcity[` by TeamCity.
bool holds_order(std::string_view line);

/// Shows each `#` of a text as `\x23`.
void disarm(std::string& text);

/// The line as it is, unless it is an order: then its signs are shown as `\x23`, and so is, as
/// `\x3A`, the first of a `::error::`, which GitHub obeys where a line begins, blanks aside.
std::string for_build_log(std::string line);
/// The same of every line.
std::string lines_for_build_log(std::string text);

}  // namespace brm
