// The outside world as arguments: what a command may know of it, and where its words go. A test
// makes one of its own and runs any command without a process.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "commands/surroundings.h"
#include "read/folder.h"

namespace brm {

enum class ExitStatus : int { clean = 0, findings = 1, could_not_run = 2 };

/// A records folder that was found: its files, and how the user would call its root.
struct OpenedFolder {
  std::unique_ptr<Folder> folder;
  std::string root;
};

struct World {
  std::vector<std::string> arguments;  ///< Without the program's name.
  std::function<std::optional<std::string>(const std::string&)> environment;
  /// The folder named, or the nearest one above it that holds brm.yaml.
  std::function<Result<OpenedFolder>(const std::string&)> open_folder;
  /// A path as the user wrote it, from where they stand, as one below the root; empty when it is
  /// not there or not below.
  std::function<std::string(const std::string& root, const std::string& path)> below_root;
  Date today;  ///< In local time.
  bool out_is_terminal = false;
  std::optional<std::size_t> terminal_width;
  /// Everything else there is to know, for a records root.
  std::function<Surroundings(const std::string& root)> look_around;
  /// What stands in a folder, hidden names too, sorted; nothing where there is no such folder.
  std::function<Result<std::vector<std::string>>(const std::string& folder)> names_in;
  /// Shows the text and waits for a yes. Null where nobody is there to answer.
  std::function<bool(const std::string& text)> ask = nullptr;
};

/// What becomes of a file that is there already.
enum class Writing : std::uint8_t {
  replace,  ///< It is replaced in one step.
  append,   ///< It gets more behind its end.
  create,   ///< It stays, and that is a failure. Folders that are missing are made.
  update,   ///< It is replaced in one step, unless it is no longer what it was.
};

/// A file to be written in full, or not at all.
struct OutputFile {
  std::string path;  ///< As the user wrote it.
  std::string bytes;
  Writing how = Writing::replace;
  std::string was = {};  ///< Of `update`: all that was in it when it was read.
};

/// What a command says: results and everything else, apart.
struct Console {
  std::string out;
  std::string err;
  std::vector<OutputFile> files = {};  ///< Results that were asked for in files, in their order.
  std::string done = {};               ///< Said on stdout once all files are there.
};

}  // namespace brm
