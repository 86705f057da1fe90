// What may follow the words of a command line typed so far: the one answer behind the completions
// of every shell.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "commands/command.h"

namespace brm {

struct Candidate {
  std::string text;
  std::string meaning;  ///< May be empty.
};

/// Names of files or folders, which the shell knows better.
enum class Paths : std::uint8_t { none, files, folders };

struct Candidates {
  std::vector<Candidate> list;
  Paths paths = Paths::none;
};

/// `words` after `brm`; the last one is being typed and may be empty. Records that cannot be read
/// give no ids, and no message.
Candidates candidates_after(std::span<const std::string> words, const Invocation& invocation);

}  // namespace brm
