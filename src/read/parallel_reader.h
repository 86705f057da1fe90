// Files to records on several threads: blocks of files, each thread with memory of its own.
#pragma once

#include <atomic>

#include "read/read_portfolio.h"

namespace brm {

using Arena = std::pmr::monotonic_buffer_resource;

/// What the files gave, by their indexes, whoever read them.
struct FileReadings {
  std::vector<SourceFile> sources;
  std::vector<const Item*> records;  ///< Null where a file holds none.
  std::vector<std::uint64_t> versions;
  std::vector<std::unique_ptr<Arena>> arenas;
  Findings findings;  ///< By file; within one in the order they were found.
  std::vector<std::pair<std::uint32_t, Failure>> troubles;
  LaneCounts lanes;
};

class ParallelReader {
 public:
  ParallelReader(const Folder& folder, const ReadOptions& options)
      : folder_(folder), options_(options) {}

  /// Those before `first` are only named. `office` is brm.yaml's index among the paths, their size
  /// without one: it is parsed first, because every visitor may ask it. `office_content` is what
  /// was read of it.
  FileReadings read(std::vector<std::string> paths, std::size_t first, std::size_t office,
                    const Result<FileBytes>& office_content, Currency currency);

 private:
  class Worker;
  std::size_t threads_for(std::size_t files) const;
  void read_office(std::vector<std::unique_ptr<Worker>>& workers);
  void run(std::vector<std::unique_ptr<Worker>>& workers);
  void merge(std::vector<std::unique_ptr<Worker>>& workers);

  const Folder& folder_;
  const ReadOptions& options_;
  const Result<FileBytes>* office_content_ = nullptr;
  Currency currency_;
  std::size_t office_ = 0;
  std::size_t files_ = 0;
  FileReadings out_;
  std::atomic<std::size_t> next_{0};
};

/// One file by itself, for what has to be known before the others are read.
struct LoneFile {
  SourceFile source{"", ""};
  Arena arena;
  const Item* record = nullptr;  ///< Null when it holds none, or cannot be read.
};
void read_alone(FileBytes content, const std::string& path, Lanes lanes, LoneFile& out);

}  // namespace brm
