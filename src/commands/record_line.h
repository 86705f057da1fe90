// The records folder and every commit from HEAD back, the newest first: what each has of a file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/states.h"
#include "history/repository.h"

namespace brm {

class RecordLine {
 public:
  /// `present`: the folder; null where there is none. Keeps references to both.
  static Result<RecordLine> open(const Repository& repository, const State* present);

  std::size_t size() const { return commits_.size(); }
  /// Empty for the folder.
  const std::optional<Commit>& commit(std::size_t at) const { return commits_[at]; }
  /// Empty where there is none; a failure where it cannot be read.
  Result<std::optional<RevisionFile>> file_at(std::size_t at, const std::string& path) const;
  /// Sorted by path. Of the folder without those that its brm.yaml ignores.
  Result<std::vector<RevisionFile>> files_of(std::size_t at) const;
  /// Empty where it is too large.
  Result<std::string> bytes_of(std::size_t at, const RevisionFile& file) const;
  /// Those of brm.yaml; empty without.
  Result<std::string> office_of(std::size_t at) const;

 private:
  RecordLine(const Repository& repository, const State* present)
      : repository_(repository), present_(present) {}

  const Repository& repository_;
  const State* present_;
  std::vector<std::optional<Commit>> commits_;
};

}  // namespace brm
