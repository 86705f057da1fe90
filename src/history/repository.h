// A git repository around a records folder, read through libgit2: no git program, no hook, no
// checkout, no configuration of the machine; nothing is written.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace brm {

struct Commit {
  std::string id;         ///< 40 hexadecimal digits.
  std::int64_t time = 0;  ///< When it was committed: seconds since 1970, UTC.
  Date day;               ///< The same, as the day it was where it was committed.
  std::string author;     ///< A name: personal data.
  std::string subject;    ///< The first line of its message.
};

/// A file of a revision.
struct RevisionFile {
  std::string path;  ///< Below the records folder.
  std::string blob;  ///< What it holds: equal for equal bytes.
};

/// Another repository within this one: its files are not in this one's history.
struct Submodule {
  std::string path;    ///< Below the records folder, without a slash at its end.
  std::string commit;  ///< Which of its own commits stands there.
};

/// The files of several commits, of which most have most in common.
struct FileVersions {
  std::vector<RevisionFile> files;  ///< What a commit has of a file; each once.
  /// Of each commit the indexes of its files, sorted bytewise by path.
  std::vector<std::vector<std::uint32_t>> of;
};

/// Whether the repository is damaged, rather than without what was asked for.
bool tells_of_damage(const Failure& failure);

class Repository {
 public:
  /// `folder` is in the repository, or the repository itself where it is bare. A failure says what
  /// is in the way: no repository, a broken one, one without commits.
  static Result<Repository> open(const std::string& folder);
  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;
  ~Repository();

  /// Whether the history was cut off when it was fetched: what is older is not there.
  bool is_shallow() const;
  /// Whether it has no checkout, and so no folder beside its revisions.
  bool is_bare() const;
  /// The records folder within the repository, `` or `office/records/`.
  const std::string& prefix() const;

  /// Branches, remote ones and tags, as one writes them.
  std::vector<std::string> names() const;
  /// `HEAD~3`, a branch, a tag, an id, or a day (2026-07-01: the last commit made on it or before,
  /// by the first parents of HEAD), or `main...`: where main and HEAD parted. A failure says what
  /// was not found, and what there is.
  Result<Commit> find(std::string_view revision) const;
  /// From `from` back by first parents, the newest first; at most `most`, and none after the first
  /// that was made on `until` or before.
  Result<std::vector<Commit>> line_of(const Commit& from, std::size_t most,
                                      Date until = {
                                          std::numeric_limits<std::int32_t>::min()}) const;

  /// The files of the records folder, sorted bytewise by path; none that is hidden or in a hidden
  /// folder, no link, no submodule. None where the folder was not there yet.
  Result<std::vector<RevisionFile>> files_of(const Commit& commit) const;
  /// The same of many commits, best in the order they were made in: a folder that is the same as in
  /// the commit before is not looked into.
  Result<FileVersions> files_of(const std::vector<Commit>& commits) const;
  /// Those below the records folder, none that is in a hidden folder.
  Result<std::vector<Submodule>> submodules_of(const Commit& commit) const;
  /// The one file at `path` below the records folder; empty where there is none.
  Result<std::optional<RevisionFile>> file_at(const Commit& commit, const std::string& path) const;
  /// The same of a path from the top of the repository.
  Result<std::optional<RevisionFile>> file_from_top(const Commit& commit,
                                                    const std::string& path) const;
  /// Where files of this name are, from the top of the repository and sorted.
  std::vector<std::string> paths_of(const Commit& commit, const std::string& name) const;
  /// Empty where it is larger than `most` bytes. Thread-safe: every thread has a handle of its own.
  Result<std::optional<std::string>> read(const std::string& blob, std::size_t most) const;
  /// What these bytes would be called as a blob.
  static std::string blob_of(std::string_view bytes);

 private:
  struct Inside;
  Result<Commit> find_day(Date day) const;
  Result<Commit> find_fork(std::string_view revision) const;
  /// Where it names a commit before the first one, by one that is there.
  std::optional<Failure> find_too_early(std::string_view revision) const;
  Failure unknown(std::string_view revision) const;
  explicit Repository(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace brm
