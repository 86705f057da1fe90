// A file that is either the old one or the complete new one, whatever happens in between.
#pragma once

#include <string>
#include <string_view>

#include "write/output.h"

namespace brm {

/// Writes `bytes` beside the file, sees them safely on the disk, and puts them in its place in one
/// step. A file that was there keeps its owner and mode; a new one has what umask leaves of 0666.
/// Folders, devices, pipes and symbolic links are refused, and so is a file that must not be
/// written to. On any failure the old file is as it was, and nothing is left beside it.
Result<Written> replace_file(const std::string& path, std::string_view bytes);

/// The same for a file that is not there yet, as write_together() makes one. Refuses where anything
/// of this name is there, whoever was quicker.
Result<Written> create_file(const std::string& path, std::string_view bytes);

/// The same for a file that still holds `was`; refuses where it holds anything else.
Result<Written> update_file(const std::string& path, std::string_view was, std::string_view bytes);

/// Writes `bytes` behind what is in the file, which is made where it is missing. Refuses what
/// replace_file refuses; others may append to the same file meanwhile.
Result<Written> append_to_file(const std::string& path, std::string_view bytes);

}  // namespace brm
