// States of the records that are compared: as they were in a revision, or as they are in the
// folder.
#pragma once

#include <optional>
#include <string>

#include "assess/difference.h"
#include "commands/command.h"
#include "history/repository.h"

namespace brm {

struct State {
  Opened opened;
  std::string name;              ///< `HEAD~1`, or `the folder`.
  std::optional<Commit> commit;  ///< Empty for the folder.
  Date as_of;                    ///< The day it is judged as of.
  /// Records left out because they are not for the audience in the state that is compared with it.
  std::size_t left_out_beside = 0;

  /// `HEAD~1 is commit 1a2b3c4 of 2026-06-29, judged as of that day`
  std::string words() const;
};

/// A revision by name, or by a day. It is judged as of that day, or the day it was committed on.
/// `root`: the records folder, as open_folder() found it. Files that are the same in `beside` are
/// not read again; it outlives what is returned.
Result<State> open_revision(const Invocation& invocation, const Repository& repository,
                            const std::string& root, const std::string& revision,
                            const State* beside = nullptr);
/// The folder as it is, judged as of the as-of date.
Result<State> open_present(const Invocation& invocation);

/// The blobs of a state's files in their order; empty where they are not known.
std::vector<RevisionFile> blobs_of(const State& state, std::size_t jobs);

/// Where the records are, without reading them.
Result<std::string> find_records(const Invocation& invocation);
/// The git repository around them.
Result<Repository> open_repository(const Invocation& invocation, const std::string& root);

/// That a bare repository has no records but those of its revisions.
Failure without_folder(const std::string& root);

/// The files of each of which something could not be read, unnamed for an audience; and those that
/// one of them ignores.
Lacks lacks_of(const State& before, const State& after);

/// For an audience: reads again without it what the other state may not say. To be called before
/// either is judged.
void leave_out_alike(const Invocation& invocation, State& before, State& after);

/// A day that is later than the as-of date: nothing is known of it yet.
std::optional<Failure> find_later_day(const Invocation& invocation, const std::string& revision);

/// What was left out of each for the audience, with the name of its state.
std::vector<std::string> left_out_notices(const State& before, const State& after);

/// The notices of both, each with the name of its state.
std::vector<std::string> notices_of(const State& before, const State& after);

/// Says them on stderr, and returns the status that follows.
ExitStatus said_notices(const Invocation& invocation, const State& before, const State& after);

}  // namespace brm
