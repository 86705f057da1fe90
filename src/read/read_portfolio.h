// A records folder to a portfolio, in one pass.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "model/audience.h"
#include "model/portfolio.h"
#include "read/folder.h"
#include "read/tree.h"
#include "source/finding.h"

namespace brm {

/// Looks at each record while all of it is there.
class RecordVisitor {
 public:
  RecordVisitor() = default;
  RecordVisitor(const RecordVisitor&) = delete;
  RecordVisitor& operator=(const RecordVisitor&) = delete;
  virtual ~RecordVisitor() = default;
  /// `findings` are those of its file so far; both others are gone after the call.
  virtual void visit(const Item& record, const SourceFile& source, Findings& findings) = 0;
  /// Whether whoever comes after it needs all of each record, not its outline alone.
  virtual bool keeps_records() const { return false; }
};

/// Makes one for each thread. `office` is brm.yaml's record; null in a folder without.
using MakeVisitor = std::function<std::unique_ptr<RecordVisitor>(const Item* office)>;

/// A file beside the records that was read already: `base/brm.yaml`.
struct PolicyFile {
  std::string path;
  std::string bytes;
};

struct ReadOptions {
  Lanes lanes = Lanes::both;
  std::size_t jobs = 0;  ///< Threads; 0: as many as pay. What comes out does not depend on it.
  /// With a visitor the portfolio keeps of each record but brm.yaml only its outline, and of each
  /// file without findings no bytes, unless the visitor asks for more.
  MakeVisitor visitor = nullptr;
  /// Another office's record, whose `policy` counts instead of that of brm.yaml.
  std::optional<PolicyFile> policy = {};
  /// Who may read what comes of it: other records are left out; everything where it is not said.
  std::optional<Audience> audience = {};
};

/// How many files were read by whom; those that cannot be used are in neither.
struct LaneCounts {
  std::size_t quick = 0;
  std::size_t strict = 0;
};

/// `portfolio` holds what could be read. `findings` says what is wrong inside files, `troubles`
/// which files could not be read at all (status 2).
struct Reading {
  Portfolio portfolio{nullptr};
  Findings findings;
  std::vector<Failure> troubles;
  std::size_t files_read = 0;
  LaneCounts lanes;
  std::vector<std::uint64_t> versions;  ///< Of each file: FileBytes::version.
  std::size_t left_out = 0;             ///< Records that are not for the audience.
  Unsaid unsaid;                        ///< What names them.
};

Reading read_portfolio(const Folder& folder, const ReadOptions& options = {});

/// Puts the bytes of a file back that were given up; one that was changed since is a trouble.
void restore_bytes(const Folder& folder, std::uint32_t file, Reading& reading);

}  // namespace brm
