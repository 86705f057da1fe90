// What brm.yaml says of how the other files are read.
#pragma once

#include <string>
#include <vector>

#include "base/money.h"
#include "model/item.h"
#include "read/folder.h"
#include "read/tree.h"

namespace brm {

inline constexpr std::string_view office_file = "brm.yaml";

struct OfficeSettings {
  Currency currency;
  std::vector<std::string> ignored;  ///< Patterns of paths.
};

/// `office` may be null.
OfficeSettings settings_of(const Item* office);
/// The same of a file that nobody has read yet.
OfficeSettings read_office_settings(const Result<FileBytes>& content, Lanes lanes);

/// A pattern names a path or a folder above it, as in .gitignore: `drafts`, `drafts/*.yaml`.
bool is_ignored(const std::string& path, const std::vector<std::string>& patterns);

}  // namespace brm
