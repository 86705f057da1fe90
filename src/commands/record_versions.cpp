#include "commands/record_versions.h"

#include <algorithm>
#include <map>

#include "assess/counterparts.h"
#include "commands/record_line.h"
#include "read/office_settings.h"

namespace brm {
namespace {

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string path_of(const Portfolio& portfolio, const Item& record) {
  return portfolio.file(record.file).path();
}

using Files = std::map<std::string, std::string>;  // bytes by path

/// Reads single files of the line as a folder of their own.
class Reader {
 public:
  Reader(const RecordLine& line, const ReadOptions& options) : line_(line), options_(options) {
    options_.jobs = 1;
  }

  /// Without a file: as it is once it was taken away.
  Result<RecordVersion> read(std::size_t at, const std::string& path,
                             const RevisionFile* file) const {
    Files files;
    const auto office = line_.office_of(at);
    if (!office.ok()) return office.failure();
    if (!office.value().empty()) files[std::string(office_file)] = office.value();
    if (file != nullptr) {
      auto bytes = line_.bytes_of(at, *file);
      if (!bytes.ok()) return bytes.failure();
      files[path] = std::move(bytes).value();
    }
    RecordVersion version{line_.commit(at), path};
    version.reading = read(std::move(files));
    const Portfolio& portfolio = version.reading->portfolio;
    version.has_file = file != nullptr;
    version.is_ignored = version.has_file && !has(portfolio, path);
    for (const Item* record : portfolio.records()) {
      if (path_of(portfolio, *record) == path) version.record = record;
    }
    return version;
  }

  /// What of `files` is not in `others`, and the office.
  Result<std::unique_ptr<Reading>> read_changed(std::size_t at,
                                                const std::vector<RevisionFile>& files,
                                                const std::vector<RevisionFile>& others) const {
    std::map<std::string_view, std::string_view> known;
    for (const RevisionFile& other : others) known.emplace(other.path, other.blob);
    Files changed;
    for (const RevisionFile& file : files) {
      const auto same = known.find(file.path);
      const bool is_same = same != known.end() && same->second == file.blob;
      if (!is_record_name(file.path) || (is_same && file.path != office_file)) continue;
      auto bytes = line_.bytes_of(at, file);
      if (!bytes.ok()) return bytes.failure();
      changed[file.path] = std::move(bytes).value();
    }
    return read(std::move(changed));
  }

 private:
  std::unique_ptr<Reading> read(Files files) const {
    return std::make_unique<Reading>(read_portfolio(MemoryFolder(std::move(files)), options_));
  }
  static bool has(const Portfolio& portfolio, const std::string& path) {
    const auto& files = portfolio.files();
    return std::any_of(files.begin(), files.end(),
                       [&](const SourceFile& file) { return file.path() == path; });
  }

  const RecordLine& line_;
  ReadOptions options_;
};

/// The records that two states beside each other do not have in common.
struct Passage {
  std::unique_ptr<Reading> before;
  std::unique_ptr<Reading> after;
  std::vector<Counterparts> records = {};
};

/// Follows one record back.
class Trail {
 public:
  Trail(const RecordLine& line, const ReadOptions& options, std::string id, std::string path)
      : line_(line), reader_(line, options), id_(std::move(id)), path_(std::move(path)) {}

  /// From the state `at` on.
  Result<std::vector<RecordVersion>> follow(std::size_t at) {
    while (at < line_.size()) {
      const auto next = step(at);
      if (!next.ok()) return next.failure();
      at = next.value();
    }
    return std::move(list_);
  }

 private:
  /// Takes in the version that a state has, and returns the first state before it that may differ.
  Result<std::size_t> step(std::size_t at) {
    const auto file = find(at);
    if (!file.ok()) return file.failure();
    std::size_t oldest = at;
    std::string other;  // whose file it is
    if (file.value()) {
      const auto last = last_with(at, *file.value());
      if (!last.ok()) return last.failure();
      oldest = last.value();
      auto version = reader_.read(oldest, file.value()->path, &*file.value());
      if (!version.ok()) return version.failure();
      other = other_id(version.value());
      if (other.empty()) return add(at, std::move(version).value(), oldest);
    }
    if (!gone_ && !list_.empty() && looked_at_ != at) {
      looked_at_ = at;
      const auto goes_on = go_on_as_it_was(at, other);
      if (!goes_on.ok()) return goes_on.failure();
      if (goes_on.value()) return at;
    }
    gone_ = oldest;
    return oldest + 1;
  }

  Result<std::size_t> add(std::size_t at, RecordVersion version, std::size_t oldest) {
    if (gone_) {
      auto gone = version_of_gone(at, version);
      if (!gone.ok()) return gone.failure();
      list_.push_back(std::move(gone).value());
      gone_.reset();
    }
    path_ = version.path;
    list_.push_back(std::move(version));
    return oldest + 1;
  }

  /// Once it is gone, only its own place is looked at: every older state would be gone through.
  Result<std::optional<RevisionFile>> find(std::size_t at) const {
    auto file = line_.file_at(at, path_);
    if (!file.ok() || file.value() || gone_) return file;
    const auto files = line_.files_of(at);
    if (!files.ok()) return files.failure();
    for (const RevisionFile& each : files.value()) {
      if (name_of(each.path) == name_of(path_)) return std::optional(each);
    }
    return std::optional<RevisionFile>();
  }

  /// The last state, going back, that has the same file in the same place.
  Result<std::size_t> last_with(std::size_t at, const RevisionFile& file) const {
    for (; at + 1 < line_.size(); ++at) {
      const auto older = line_.file_at(at + 1, file.path);
      if (!older.ok()) return older.failure();
      if (!older.value() || older.value()->blob != file.blob) break;
    }
    return at;
  }

  /// Of another record in the file; empty where it is the one.
  std::string other_id(const RecordVersion& version) const {
    if (version.record == nullptr || version.record->id() == id_) return "";
    return std::string(version.record->id());
  }

  Result<Passage> passage(std::size_t older) const {
    const auto old_files = line_.files_of(older);
    if (!old_files.ok()) return old_files.failure();
    const auto new_files = line_.files_of(older - 1);
    if (!new_files.ok()) return new_files.failure();
    auto before = reader_.read_changed(older, old_files.value(), new_files.value());
    if (!before.ok()) return before.failure();
    auto after = reader_.read_changed(older - 1, new_files.value(), old_files.value());
    if (!after.ok()) return after.failure();
    Passage out{std::move(before).value(), std::move(after).value()};
    out.records = record_counterparts(out.before->portfolio, out.after->portfolio);
    return out;
  }

  /// Whether the version that was added last is what another record, or file, was at `at`. Where
  /// nobody can tell, what its file held is at least named. `other`: whose file it was.
  Result<bool> go_on_as_it_was(std::size_t at, const std::string& other) {
    RecordVersion& last = list_.back();
    if (last.record == nullptr) return false;
    const auto change = passage(at);
    if (!change.ok()) return change.failure();
    const Portfolio& before = change.value().before->portfolio;
    const Portfolio& after = change.value().after->portfolio;
    for (const Counterparts& pair : change.value().records) {
      const bool is_it = pair.after != nullptr && path_of(after, *pair.after) == last.path;
      if (!is_it || pair.before == nullptr || pair.before->id().empty()) continue;
      id_ = pair.before->id();
      path_ = path_of(before, *pair.before);
      return true;
    }
    if (after.find_record(other) == nullptr) last.instead_of = other;
    return false;
  }

  /// What took `version`, which is there at `at`, away.
  Result<RecordVersion> version_of_gone(std::size_t at, const RecordVersion& version) const {
    auto gone = reader_.read(*gone_, version.path, nullptr);
    if (!gone.ok() || version.record == nullptr) return gone;
    const auto change = passage(at);
    if (!change.ok()) return change.failure();
    const Portfolio& before = change.value().before->portfolio;
    RecordVersion out = std::move(gone).value();
    for (const Counterparts& pair : change.value().records) {
      const bool is_it = pair.is_in_both() && path_of(before, *pair.before) == version.path;
      if (is_it && pair.after->id() != id_) out.renamed_to = pair.after->id();
    }
    return out;
  }

  const RecordLine& line_;
  Reader reader_;
  std::string id_;
  std::string path_;
  std::vector<RecordVersion> list_;
  std::optional<std::size_t> gone_;       // the last state yet that is without it
  std::optional<std::size_t> looked_at_;  // the last in which another id was looked for
};

/// Whether what the folder has of it, if anything, can be looked at.
bool can_look(const RecordLine& line, const std::string& path, const State& present) {
  const auto file = line.file_at(0, path);
  return file.ok() && (file.value() || present.opened.reading.troubles.empty());
}

}  // namespace

bool RecordVersions::has_record() const {
  return std::any_of(list.begin(), list.end(),
                     [](const RecordVersion& version) { return version.record != nullptr; });
}

Result<RecordVersions> find_versions(const Repository& repository, const std::string& id,
                                     const std::string& path, const State* present,
                                     const ReadOptions& options) {
  const auto line = RecordLine::open(repository, present);
  if (!line.ok()) return line.failure();
  RecordVersions out;
  out.is_folder_known = present == nullptr || can_look(line.value(), path, *present);
  auto list = Trail(line.value(), options, id, path).follow(out.is_folder_known ? 0 : 1);
  if (!list.ok()) return list.failure();
  out.list = std::move(list).value();
  // What could not be read as it is now is the first of them.
  const bool is_lost = present != nullptr && !out.list.empty() && out.list.front().has_file &&
                       !out.list.front().is_ignored && out.list.front().record == nullptr;
  out.is_folder_known = out.is_folder_known && !is_lost;
  out.is_cut_off = repository.is_shallow();
  return out;
}

}  // namespace brm
