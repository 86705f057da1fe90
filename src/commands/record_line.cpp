#include "commands/record_line.h"

#include <algorithm>

#include "read/office_settings.h"
#include "read/tree.h"

namespace brm {

Result<RecordLine> RecordLine::open(const Repository& repository, const State* present) {
  const auto head = repository.find("HEAD");
  if (!head.ok()) return head.failure();
  auto line = repository.line_of(head.value(), SIZE_MAX);
  if (!line.ok()) return line.failure();
  RecordLine out(repository, present);
  if (present != nullptr) out.commits_.emplace_back();
  for (Commit& commit : std::move(line).value()) out.commits_.emplace_back(std::move(commit));
  return out;
}

Result<std::optional<RevisionFile>> RecordLine::file_at(std::size_t at,
                                                        const std::string& path) const {
  if (commits_[at]) return repository_.file_at(*commits_[at], path);
  const auto bytes = bytes_of(at, {path, ""});
  if (bytes.ok()) return std::optional(RevisionFile{path, Repository::blob_of(bytes.value())});
  const std::vector<std::string> paths = present_->opened.folder->list().paths;
  if (std::binary_search(paths.begin(), paths.end(), path)) return bytes.failure();
  return std::optional<RevisionFile>();
}

Result<std::vector<RevisionFile>> RecordLine::files_of(std::size_t at) const {
  if (commits_[at]) return repository_.files_of(*commits_[at]);
  std::vector<RevisionFile> files = blobs_of(*present_, 1);
  std::erase_if(files, [](const RevisionFile& file) { return file.path.empty(); });
  return files;
}

Result<std::string> RecordLine::bytes_of(std::size_t at, const RevisionFile& file) const {
  if (!commits_[at]) {
    auto read = present_->opened.folder->read(file.path);
    if (!read.ok()) return read.failure();
    return std::move(read).value().bytes;
  }
  auto bytes = repository_.read(file.blob, most_bytes);
  if (!bytes.ok()) return bytes.failure();
  return std::move(bytes).value().value_or("");
}

Result<std::string> RecordLine::office_of(std::size_t at) const {
  const auto file = file_at(at, std::string(office_file));
  if (!file.ok()) return file.failure();
  if (!file.value()) return std::string();
  return bytes_of(at, *file.value());
}

}  // namespace brm
