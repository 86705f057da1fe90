// Records written out in a test, and everything that `brm check` finds in them.
#pragma once

#include <string>
#include <vector>

#include "rules/rule.h"
#include "unit/assess/judged.h"

namespace brm::test {

struct Checked : Assessed {
  std::vector<Finding> findings;  ///< The reader's, then those of each rule.

  Checked(std::map<std::string, std::string> files, Date as_of);

  /// Findings of one rule.
  std::vector<Finding> of(std::string_view rule) const;
  /// Its severity, or `none`; fails the test where there are several findings.
  std::string severity_of(std::string_view rule) const;
  /// The message of its one finding, or nothing.
  std::string message_of(std::string_view rule) const;
  std::string text_at(const Finding& finding) const;
};

/// Files as an example of `brm explain` holds them: each headed by `# its/path.yaml`.
std::map<std::string, std::string> files_of(std::string_view example);

/// Each `from` in each file becomes `to`.
std::map<std::string, std::string> replaced(std::map<std::string, std::string> files,
                                            const std::string& from, const std::string& to);

}  // namespace brm::test
