// The records folder as the reader sees it: names and bytes, from the disk or from a test.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace brm {

struct FileBytes {
  std::string bytes;
  bool is_too_large = false;  ///< Over the limit; then `bytes` is empty.
  std::uint64_t version = 0;  ///< Differs when the file was written again, or replaced.
};

/// Paths relative to the root, sorted bytewise, and what could not be looked at.
struct Listing {
  std::vector<std::string> paths;
  std::vector<Failure> troubles;
};

class Folder {
 public:
  virtual ~Folder() = default;
  /// Every `*.yaml` and `*.yml` below the root, hidden entries left out.
  virtual Listing list() const = 0;
  /// Into `memory`, where that is large enough.
  virtual Result<FileBytes> read(const std::string& path, std::string memory = {}) const = 0;
};

/// Never follows a link, never reads what is no regular file.
class DiskFolder final : public Folder {
 public:
  explicit DiskFolder(std::string root);
  DiskFolder(const DiskFolder&) = delete;
  DiskFolder& operator=(const DiskFolder&) = delete;
  ~DiskFolder() override;
  Listing list() const override;
  Result<FileBytes> read(const std::string& path, std::string memory = {}) const override;

 private:
  std::string root_;
  int root_descriptor_;  // minus the reason when it cannot be opened
};

/// Files held in memory: examples of `brm explain`, and tests.
class MemoryFolder final : public Folder {
 public:
  explicit MemoryFolder(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  Listing list() const override;
  Result<FileBytes> read(const std::string& path, std::string memory = {}) const override;

 private:
  std::map<std::string, std::string> files_;
};

/// `text` holds files, each headed by a line `# relationships/dhhs.yaml` that is not part of it.
MemoryFolder folder_of(std::string_view text);

/// Whether the name ends in .yaml or .yml, in any case.
bool is_record_name(std::string_view name);

}  // namespace brm
