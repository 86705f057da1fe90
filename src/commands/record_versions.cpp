#include "commands/record_versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "read/tree.h"

namespace brm {
namespace {

constexpr std::string_view office_file = "brm.yaml";

/// A commit and what it holds of the record.
struct Step {
  Commit commit;
  RevisionFile file;   // its blob empty where the commit took the record away
  std::string office;  // its blob; empty without
};

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Where a file of this name stands in a commit; of several the first.
Result<std::optional<RevisionFile>> find_named(const Repository& repository, const Commit& commit,
                                               std::string_view name) {
  const auto files = repository.files_of(commit);
  if (!files.ok()) return files.failure();
  const auto found = std::find_if(files.value().begin(), files.value().end(),
                                  [&](const auto& file) { return name_of(file.path) == name; });
  if (found == files.value().end()) return std::optional<RevisionFile>();
  return std::optional(*found);
}

/// Every commit from HEAD back to the one that added the record first. Where it was gone for a
/// while, the commit that took it away is one of them.
Result<std::vector<Step>> steps_of(const Repository& repository, std::string path) {
  const auto head = repository.find("HEAD");
  if (!head.ok()) return head.failure();
  const auto line = repository.line_of(head.value(), SIZE_MAX);
  if (!line.ok()) return line.failure();
  std::vector<Step> steps;
  std::optional<Commit> gone;  // the oldest commit yet that is without it, after one that has it
  for (const Commit& commit : line.value()) {
    auto file = repository.file_at(commit, path);
    if (!file.ok()) return file.failure();
    // Once it is gone, only its own place is looked at: every older commit would be gone through.
    if (!file.value() && !gone) file = find_named(repository, commit, name_of(path));
    if (!file.ok()) return file.failure();
    // Before it was added there is nothing; not yet committed, it may be in an older one.
    if (!file.value() && steps.empty()) continue;
    if (!file.value()) {
      gone = commit;
      continue;
    }
    if (gone) steps.push_back({*gone, {path, ""}, ""});
    gone.reset();
    path = file.value()->path;
    const auto office = repository.file_at(commit, std::string(office_file));
    if (!office.ok()) return office.failure();
    steps.push_back({commit, *file.value(), office.value() ? office.value()->blob : ""});
  }
  return steps;
}

class Reader {
 public:
  Reader(const Repository& repository, const ReadOptions& options)
      : repository_(repository), options_(options) {
    options_.jobs = 1;
  }

  Result<RecordVersion> read(const Step& step) {
    std::string office;
    if (!step.office.empty()) {
      auto bytes = bytes_of(step.office);
      if (!bytes.ok()) return bytes.failure();
      office = std::move(bytes).value();
    }
    if (step.file.blob.empty()) return make(step.commit, step.file.path, std::nullopt, office);
    auto bytes = bytes_of(step.file.blob);
    if (!bytes.ok()) return bytes.failure();
    return make(step.commit, step.file.path, std::move(bytes).value(), office);
  }

  /// Without `bytes` there is no such file.
  RecordVersion make(std::optional<Commit> commit, const std::string& path,
                     std::optional<std::string> bytes, const std::string& office) const {
    std::map<std::string, std::string> files;
    if (!office.empty()) files[std::string(office_file)] = office;
    if (bytes) files[path] = *std::move(bytes);
    RecordVersion version;
    version.commit = std::move(commit);
    version.path = path;
    version.reading =
        std::make_unique<Reading>(read_portfolio(MemoryFolder(std::move(files)), options_));
    const Portfolio& portfolio = version.reading->portfolio;
    for (const Item* record : portfolio.records()) {
      if (portfolio.file(record->file).path() == path) version.record = record;
    }
    return version;
  }

 private:
  Result<std::string> bytes_of(const std::string& blob) {
    auto bytes = repository_.read(blob, most_bytes);
    if (!bytes.ok()) return bytes.failure();
    return std::move(bytes).value().value_or("");
  }

  const Repository& repository_;
  ReadOptions options_;
};

}  // namespace

Result<RecordVersions> find_versions(const Repository& repository, const std::string& path,
                                     const std::optional<PresentRecord>& present,
                                     const ReadOptions& options) {
  const auto steps = steps_of(repository, path);
  if (!steps.ok()) return steps.failure();
  Reader reader(repository, options);
  RecordVersions out;
  const std::vector<Step>& all = steps.value();
  const bool is_committed =
      !present || (!all.empty() && all.front().file.path == path &&
                   all.front().file.blob == Repository::blob_of(present->bytes));
  if (!is_committed) {
    out.list.push_back(reader.make(std::nullopt, path, present->bytes, present->office));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool is_touched = i + 1 == all.size() || all[i].file.blob != all[i + 1].file.blob ||
                            all[i].file.path != all[i + 1].file.path;
    if (!is_touched) continue;
    auto version = reader.read(all[i]);
    if (!version.ok()) return version.failure();
    out.list.push_back(std::move(version).value());
  }
  out.is_cut_off = repository.is_shallow();
  return out;
}

Result<std::optional<std::string>> find_path(const Repository& repository, const std::string& id) {
  const auto head = repository.find("HEAD");
  if (!head.ok()) return head.failure();
  const auto line = repository.line_of(head.value(), SIZE_MAX);
  if (!line.ok()) return line.failure();
  for (const Commit& commit : line.value()) {
    for (const std::string_view ending : {".yaml", ".yml"}) {
      const auto file = find_named(repository, commit, id + std::string(ending));
      if (!file.ok()) return file.failure();
      if (file.value()) return std::optional(file.value()->path);
    }
  }
  return std::optional<std::string>();
}

}  // namespace brm
