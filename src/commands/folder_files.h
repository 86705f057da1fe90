// Files that bring brm to a records folder: to its commits, its build servers and its mail. What
// the manual shows is what `tests/home` runs.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace brm {

struct FolderFile {
  std::string_view path;     ///< From the root of the records folder.
  std::string_view purpose;  ///< Sentences for the manual.
  std::string_view text;
  bool is_program = false;  ///< To be made executable.
};

/// In the order of the manual. None is a record: their names begin with a dot, or end otherwise.
std::span<const FolderFile> folder_files();

/// Null when there is none at this path.
const FolderFile* find_folder_file(std::string_view path);

/// The first line of a record for its editor, with its line end. `folders_deep`: how many folders
/// below the root the record lies, where the schema is.
std::string schema_line(std::size_t folders_deep);

/// What `brm schema -o` is to write for that line.
inline constexpr std::string_view schema_file = ".brm.schema.json";

}  // namespace brm
