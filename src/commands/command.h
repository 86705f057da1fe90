// What every subcommand is: its words for help and manual, its options, and what it runs.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "assess/assessment.h"
#include "commands/world.h"
#include "document/document.h"
#include "read/read_portfolio.h"
#include "render/style.h"

namespace CLI {
class App;
}

namespace brm {

/// Options that stand before or after any command.
struct GlobalOptions {
  std::optional<std::string> records;
  std::optional<std::string> as_of;
  std::string color = "auto";
  std::string jobs = "0";
  std::string reader = "auto";
  std::optional<std::string> audience;
  bool quiet = false;
  bool verbose = false;
};

/// One run of brm: the world, what was asked of it in general, and where words go.
struct Invocation {
  const World& world;
  const GlobalOptions& options;
  Console& console;
  TextStyle style;
  Date as_of;
  ReadOptions reading = {};

  /// `brm: no such folder`, with its help; the status to return.
  ExitStatus fail(const Failure& failure) const;
};

/// What parsing the command line chose to do; run afterwards.
using Job = std::function<ExitStatus(const Invocation&)>;

struct Command {
  std::string_view name;
  std::string_view summary;
  /// Paragraphs for the manual, and examples of use, one a line.
  std::string_view description;
  std::string_view examples;
  /// What status 1 says; empty where the command never ends with it.
  std::string_view when_found = "";
  /// What people type instead, with blanks between: `ls` for `list`.
  std::string_view also = "";
  void (*add)(CLI::App& app, Job& chosen);
};

/// In the order help lists them.
std::span<const Command* const> all_commands();
/// Null when there is none of this name.
const Command* find_command(std::string_view name);

/// A folder read and what was said of files that could not be read, on stderr.
struct Opened {
  Reading reading;
  std::string root;
  std::unique_ptr<Folder> folder;
  std::optional<Audience> audience = {};  ///< Whom the answer is for, where that was said.
};
/// With a visitor the portfolio holds outlines: for `check` alone.
Result<Opened> open_records(const Invocation& invocation, MakeVisitor visitor = nullptr);

/// What the answer may be short of: files not read, values not taken in.
std::vector<std::string> notices_of(const Opened& opened);

/// `3 records are not public and left out`; empty where none is.
std::string left_out_notice(const Opened& opened);

/// Set where one of the texts of an answer names what was left out: it says where, and not what.
std::optional<Failure> find_telling(const Opened& opened,
                                    const std::vector<std::string_view>& texts);

/// Says on stderr what was left out of an answer, and returns the status that follows from it.
ExitStatus said_notices(const Invocation& invocation, const Opened& opened);

/// A failure that names the nearest of the known words: `unknown report`, `portfolo`, ...
Failure unknown_word(std::string_view what, std::string_view word,
                     std::span<const std::string_view> known);

}  // namespace brm
