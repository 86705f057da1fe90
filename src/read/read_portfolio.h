// A records folder to a portfolio, in one pass.
#pragma once

#include <functional>
#include <memory>
#include <vector>

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
};

/// Makes one for each thread. `office` is brm.yaml's record; null in a folder without.
using MakeVisitor = std::function<std::unique_ptr<RecordVisitor>(const Item* office)>;

struct ReadOptions {
  Lanes lanes = Lanes::both;
  std::size_t jobs = 0;  ///< Threads; 0: as many as pay. What comes out does not depend on it.
  /// With a visitor the portfolio keeps of each record but brm.yaml only its outline, and of each
  /// file without findings no bytes.
  MakeVisitor visitor = nullptr;
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
};

Reading read_portfolio(const Folder& folder, const ReadOptions& options = {});

/// Puts the bytes of a file back that were given up; one that was changed since is a trouble.
void restore_bytes(const Folder& folder, std::uint32_t file, Reading& reading);

}  // namespace brm
