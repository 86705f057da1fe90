// A place for imports: tables, a mapping and a folder of records.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/run.h"
#include "unit/read/temporary_folder.h"

namespace brm::test {

namespace fs = std::filesystem;

/// A folder of tables and one of records, gone with it.
class Workplace {
 public:
  Workplace() { folder_.make_folder("records"); }

  void write(const std::string& name, const std::string& bytes) const {
    const std::string path = folder_.at(name);
    fs::create_directories(fs::path(path).parent_path());
    folder_.write(name, bytes);
  }
  /// A link among the records that leads to a folder beside them.
  void link_away(const std::string& link, const std::string& folder) const {
    fs::create_directories(folder_.at(folder));
    fs::create_directory_symlink(folder_.at(folder), folder_.at(link));
  }
  std::string record(const std::string& name) const {
    return read_file(folder_.at("records/" + name));
  }
  /// What is to be written is written, as the program does.
  Ran import() const {
    const Ran ran = run_brm({"-C", folder_.at("records"), "import", folder_.at("map.yaml")});
    for (const OutputFile& file : ran.files) {
      fs::create_directories(fs::path(file.path).parent_path());
      write_file(file.path, file.bytes);
    }
    return ran;
  }

 private:
  TemporaryFolder folder_;
};

/// The paths of the files, below the records, each with a blank behind it.
inline std::string changed(const std::vector<OutputFile>& files) {
  std::string out;
  for (const OutputFile& file : files)
    out += file.path.substr(file.path.find("records/") + 8) + " ";
  return out;
}

}  // namespace brm::test
