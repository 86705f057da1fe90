// Several files in one, as spreadsheets are sent about: a ZIP archive.
#pragma once

#include <string>
#include <vector>

namespace brm {

struct ZipEntry {
  std::string name;  ///< `xl/workbook.xml`
  std::string bytes;
};

/// The entries in their order, not compressed and all of the first day that the format knows: the
/// same bytes for the same entries, whatever library or clock is at hand.
std::string zip_of(const std::vector<ZipEntry>& entries);

}  // namespace brm
