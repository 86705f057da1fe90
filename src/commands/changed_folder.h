// The records folder as it would be after a change: what the rules say of that, and the change
// itself, shown or written.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "commands/all_findings.h"
#include "commands/command.h"

namespace brm {

/// The folder with other bytes in some of its files, or with files more.
class ChangedFolder final : public Folder {
 public:
  ChangedFolder(const Folder& folder, std::map<std::string, std::string> changed)
      : folder_(folder), changed_(std::move(changed)) {}
  Listing list() const override;
  Result<FileBytes> read(const std::string& path, std::string memory = {}) const override;

 private:
  const Folder& folder_;
  std::map<std::string, std::string> changed_;
};

/// A file below the root, before and after.
struct FileChange {
  std::string path;
  std::string was;
  std::string now;
  Writing how = Writing::update;
};

/// Bytes that were not there before.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};
Stretch added_by(const FileChange& change);

/// What `brm check` would say of what the change adds: `error: ... [rule]`, with its help.
struct Objection {
  Severity severity = Severity::error;
  std::string message;
  std::string help;
};
std::vector<Objection> objections_to(const FileChange& change, const Opened& opened,
                                     const Invocation& invocation);

/// Fails with the first error among them, and says the rest on stderr.
std::optional<Failure> heed(const std::vector<Objection>& objections, const Invocation& invocation);

enum class Run : std::uint8_t { real, dry };

/// Shows the difference, or has the file written and then says `done`.
void put_change(const Invocation& invocation, const Opened& opened, const FileChange& change,
                Run run, const std::string& done);

/// Set where not all of the folder could be read: an id that nobody seems to have may be one of
/// theirs, and a folder be a link that leads away. Says on stderr what could not be read.
std::optional<Failure> unread_parts(const Invocation& invocation,
                                    const std::vector<Failure>& troubles, std::string_view done);

/// The folder, all of it, whoever it may be for.
Result<Opened> open_to_change(const Invocation& invocation);

}  // namespace brm
