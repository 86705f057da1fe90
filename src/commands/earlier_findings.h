// Findings that were there before, which a check neither shows nor fails on: those that a file
// holds (`--baseline`), and those of a revision (`--new-since`).
#pragma once

#include "commands/all_findings.h"
#include "commands/baseline.h"
#include "history/repository.h"

namespace brm {

/// Findings that went away though nobody mended anything: brm looks at them no longer.
struct Unwatched {
  std::size_t accepted = 0;            ///< By records, with x-allow.
  std::size_t silenced = 0;            ///< By the policy: silenced, or no longer found under it.
  std::size_t ignored = 0;             ///< In files that `ignore` leaves out.
  std::size_t hidden = 0;              ///< In files that are in hidden folders now.
  std::size_t lost = 0;                ///< In files that cannot be read now.
  std::vector<std::string> list = {};  ///< As people read them, sorted.
};

struct Earlier {
  std::string name;  ///< Of the file or the revision.
  bool is_file = false;
  Baseline findings;
  std::unique_ptr<Repository> repository = nullptr;  ///< What the folder is read from.
  std::unique_ptr<Folder> folder = nullptr;          ///< Of the revision.
  std::optional<PolicyFile> office = {};             ///< brm.yaml of the revision.
  EarlierIds ids = {};
  std::size_t still = 0;                 ///< So many of them are there still.
  std::vector<std::string> mended = {};  ///< As people read them, sorted.
  Unwatched unwatched = {};
};

/// `name` is that of a file written by --write-baseline.
Result<Earlier> read_earlier(const std::string& name);

/// What the records folder had in the revision, judged as of the same day as the folder now, so
/// that only what was changed is new. A revision without records has no findings, which is said.
Result<Earlier> find_earlier(const Invocation& invocation, const std::string& revision);

/// Takes away what was there before, and says of all that was what became of it. All files with
/// findings have their bytes. What says that a file cannot be read stays, however old it is.
void accept_earlier(const Invocation& invocation, const Opened& opened,
                    std::vector<Earlier>& earlier, AllFindings& all,
                    std::vector<std::string>& fingerprints);

/// Which of them were mended, and which are no longer looked at, on stderr.
void say_what_became(const Invocation& invocation, const Earlier& earlier);

}  // namespace brm
