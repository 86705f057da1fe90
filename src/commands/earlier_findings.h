// Findings that were there before, which a check neither shows nor fails on: those that a file
// holds (`--baseline`), and those of a revision (`--new-since`).
#pragma once

#include "commands/all_findings.h"
#include "commands/baseline.h"

namespace brm {

struct Earlier {
  std::string name;  ///< Of the file or the revision.
  bool is_file = false;
  Baseline findings;
  std::size_t still = 0;                 ///< So many of them are there still.
  std::vector<std::string> mended = {};  ///< As people read them.
};

/// `name` is that of a file written by --write-baseline.
Result<Earlier> read_earlier(const std::string& name);

/// What the records folder had in the revision, judged as of the same day as the folder now, so
/// that only what was changed is new. A revision without records has no findings, which is said.
Result<Earlier> find_earlier(const Invocation& invocation, const std::string& revision);

/// Takes away what was there before. `aside`: fingerprints of findings that are there still and
/// accepted or silenced elsewhere: they are not mended.
void accept_earlier(std::vector<Earlier>& earlier, const std::vector<std::string>& aside,
                    std::vector<Finding>& findings, std::vector<std::string>& fingerprints);

/// Which of them were mended, on stderr.
void say_mended(const Invocation& invocation, const Earlier& earlier);

}  // namespace brm
