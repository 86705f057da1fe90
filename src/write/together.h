// Several files that belong together: all of them, or none as far as a file system can promise it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace brm {

struct OneOfMany {
  std::string path;
  std::string_view bytes;
  std::optional<std::string_view> was;  ///< What it still is to hold; empty: it is a new file.
};

struct WrittenTogether {
  std::size_t in_place = 0;  ///< So many of them, from the first on.
  std::optional<Failure> failure;
};

/// Writes all of them beside their places, sees them safely on the disk, looks at every place once
/// more, and only then puts one after the other where it belongs, each in one step. Whatever goes
/// wrong before, and a signal that would end brm, leaves everything as it was. A step that fails is
/// the last one. `prepared` is called with the number of files that are ready.
///
/// A new file has what umask leaves of 0666, of 0777 where it begins with `#!`; folders that are
/// missing are made. An old one keeps its owner and mode. Of several runs of brm at a time one
/// after another looks at old files of a folder and replaces them.
WrittenTogether write_together(const std::vector<OneOfMany>& files,
                               const std::function<void(std::size_t)>& prepared = nullptr);

/// Of several of which some failed: which are written and which are as they were, a line each.
std::string account_of(const std::vector<OneOfMany>& files, const WrittenTogether& written);

}  // namespace brm
