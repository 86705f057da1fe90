#include "commands/past.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/utf8.h"
#include "read/office_settings.h"

namespace brm {
namespace {

constexpr std::size_t digits = 10;
constexpr std::uint32_t none = UINT32_MAX;

/// `0000000012/relationships/dhhs.yaml`
std::string name_of(std::uint32_t version, const std::string& path) {
  return fmt::format("{:0{}}/{}", version, digits, path);
}
std::string path_of(const std::string& name) { return name.substr(digits + 1); }

/// Versions of files, each under a name of its own.
class VersionFolder final : public Folder {
 public:
  VersionFolder(const Repository& repository, const FileVersions& versions)
      : repository_(repository), versions_(versions) {}

  Listing list() const override { return {}; }
  Result<FileBytes> read(const std::string& path, std::string) const override {
    std::uint32_t version = 0;
    std::from_chars(path.data(), path.data() + digits, version);
    const RevisionFile& file = versions_.files[version];
    auto bytes = repository_.read(file.blob, most_bytes);
    if (!bytes.ok()) {
      return Failure{
          file.path + ": " + bytes.failure().message + "; `git fsck` says what is broken", ""};
    }
    if (!bytes.value()) return FileBytes{"", true};
    return FileBytes{std::move(*std::move(bytes).value()), false};
  }

 private:
  const Repository& repository_;
  const FileVersions& versions_;
};

/// What the folder holds of each file, to be found by path and blob.
class PresentFiles {
 public:
  PresentFiles(const State& present, std::size_t jobs) : reading_(present.opened.reading) {
    if (present.opened.audience) return;  // its records may be copies that say less
    const std::vector<SourceFile>& files = reading_.portfolio.files();
    records_.resize(files.size(), nullptr);
    lacks_.resize(files.size());
    for (const Item* record : reading_.portfolio.records()) records_[record->file] = record;
    for (const Finding& finding : reading_.findings.list()) {
      if (finding.loses != Loses::nothing) lacks_[finding.place.file] = finding.message;
    }
    const std::vector<RevisionFile> blobs = blobs_of(present, jobs);
    for (std::uint32_t i = 0; i < blobs.size(); ++i) {
      if (!blobs[i].blob.empty()) files_.emplace(files[i].path(), std::pair(i, blobs[i].blob));
    }
  }

  /// Its index; `none` where the folder has another version, or no such file.
  std::uint32_t find(const RevisionFile& file) const {
    const auto found = files_.find(file.path);
    if (found == files_.end() || found->second.second != file.blob) return none;
    return found->second.first;
  }
  bool has_office() const { return files_.contains(office_file); }
  const Item* record(std::uint32_t index) const { return records_[index]; }
  const std::string& lack(std::uint32_t index) const { return lacks_[index]; }

 private:
  const Reading& reading_;
  std::vector<const Item*> records_;
  std::vector<std::string> lacks_;
  std::unordered_map<std::string_view, std::pair<std::uint32_t, std::string>> files_;
};

/// For each day the last commit made on it or before; those before the first are left out.
struct Chosen {
  std::vector<Commit> commits;  // each once, the oldest first
  std::vector<std::size_t> of;  // of each day that is left
  std::vector<Date> days;
  std::string beginning;
};

Result<Chosen> choose_commits(const Repository& repository, const std::vector<Date>& days) {
  Chosen out;
  const auto head = repository.find("HEAD");
  if (!head.ok()) return head.failure();
  const auto line = repository.line_of(head.value(), SIZE_MAX, days.front());
  if (!line.ok()) return line.failure();
  std::size_t at = 0;
  std::vector<std::size_t> places;  // the newest first, as are the days
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    while (at < line.value().size() && line.value()[at].day > *day) ++at;
    if (at == line.value().size()) break;
    places.push_back(at);
    out.days.push_back(*day);
  }
  std::reverse(out.days.begin(), out.days.end());
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    const Commit& commit = line.value()[*place];
    if (out.commits.empty() || out.commits.back().id != commit.id) out.commits.push_back(commit);
    out.of.push_back(out.commits.size() - 1);
  }
  if (out.days.size() == days.size()) return out;
  const std::string first = to_text(line.value().back().day);
  out.beginning = repository.is_shallow()
                      ? fmt::format(
                            "The history of this clone was cut off at {}: what was before "
                            "is not known. `git fetch --unshallow` fetches it.",
                            first)
                      : fmt::format("The first commit is of {}.", first);
  return out;
}

/// Reads the versions of all days, those of one brm.yaml at a time.
class PastReader {
 public:
  PastReader(const Invocation& invocation, const Repository& repository, const State& present,
             Chosen chosen, FileVersions versions)
      : invocation_(invocation),
        present_state_(present),
        present_(present, invocation.reading.jobs),
        chosen_(std::move(chosen)),
        versions_(std::move(versions)),
        folder_(repository, versions_) {}

  Past read() {
    find_offices();
    for (std::size_t commit = 0; commit < offices_.size(); ++commit) {
      const auto same = std::find(offices_.begin(), offices_.end(), offices_[commit]);
      if (same == offices_.begin() + static_cast<std::ptrdiff_t>(commit)) read_all_of(commit);
    }
    for (std::size_t i = 0; i < chosen_.days.size(); ++i) {
      PastDay day = states_[chosen_.of[i]];
      day.day = chosen_.days[i];
      out_.days.push_back(std::move(day));
    }
    out_.beginning = std::move(chosen_.beginning);
    return std::move(out_);
  }

 private:
  /// Which version of brm.yaml each commit has; `none` without.
  void find_offices() {
    states_.resize(versions_.of.size());
    for (const auto& files : versions_.of) {
      const auto found = std::find_if(files.begin(), files.end(), [&](std::uint32_t file) {
        return versions_.files[file].path == office_file;
      });
      offices_.push_back(found == files.end() ? none : *found);
    }
  }

  /// The commits that have the same brm.yaml as this one, the first of them.
  void read_all_of(std::size_t first) {
    const std::uint32_t office = offices_[first];
    const bool is_shared = office == none
                               ? !present_.has_office() && !present_state_.opened.audience
                               : present_.find(versions_.files[office]) != none;
    number_.assign(versions_.files.size(), none);
    lacks_.assign(versions_.files.size(), "");
    AskedVersions asked{folder_, {}};
    std::vector<std::uint32_t> read;
    for (std::size_t commit = first; commit < offices_.size(); ++commit) {
      if (offices_[commit] != office) continue;
      for (const std::uint32_t version : versions_.of[commit]) {
        take(version, is_shared, asked, read);
      }
    }
    const Item* shared_office =
        is_shared ? present_state_.opened.reading.portfolio.office() : nullptr;
    asked.known_office = shared_office;
    out_.readings.push_back(
        read_versions(asked, invocation_.reading, present_state_.opened.reading));
    const VersionReading& reading = out_.readings.back();
    for (std::size_t i = 0; i < read.size(); ++i) {
      lacks_[read[i]] = reading.lacks[i];
      if (reading.records[i] != nullptr) add_record(read[i], *reading.records[i]);
    }
    const Item* read_office = asked.office ? reading.records[*asked.office] : nullptr;
    make_states(first, is_shared ? shared_office : read_office);
  }

  /// Takes a version from the folder, or asks for it.
  void take(std::uint32_t version, bool is_shared, AskedVersions& asked,
            std::vector<std::uint32_t>& read) {
    const RevisionFile& file = versions_.files[version];
    if (number_[version] != none || !is_record_name(file.path)) return;
    const std::uint32_t present = is_shared ? present_.find(file) : none;
    number_[version] = unread;
    if (present == none) {
      if (file.path == office_file) asked.office = asked.names.size();
      asked.names.push_back(name_of(version, file.path));
      read.push_back(version);
      return;
    }
    lacks_[version] = present_.lack(present);
    if (const Item* record = present_.record(present)) add_record(version, *record);
  }

  void add_record(std::uint32_t version, const Item& record) {
    number_[version] = static_cast<std::uint32_t>(out_.records.size());
    out_.records.push_back(&record);
  }

  void make_states(std::size_t first, const Item* office) {
    const std::vector<std::string> ignored = settings_of(office).ignored;
    for (std::size_t commit = first; commit < offices_.size(); ++commit) {
      if (offices_[commit] != offices_[first]) continue;
      PastDay& state = states_[commit];
      state.commit = chosen_.commits[commit];
      state.office = office != nullptr && office->kind->name == "office" ? office : nullptr;
      state.reading = out_.readings.size() - 1;
      for (const std::uint32_t version : versions_.of[commit]) {
        const std::string& path = versions_.files[version].path;
        const bool is_left_out = path != office_file && is_ignored(path, ignored);
        if (number_[version] == none || is_left_out) continue;
        if (!lacks_[version].empty()) add_lack(path, lacks_[version], state);
        if (number_[version] != unread) state.records.push_back(number_[version]);
      }
    }
  }

  static void add_lack(const std::string& path, const std::string& lack, PastDay& state) {
    if (state.short_files++ > 0) return;
    state.first_lack = lack.starts_with(path) ? lack : path + ": " + lack;
  }

  static constexpr std::uint32_t unread = none - 1;  // and so without a record

  const Invocation& invocation_;
  const State& present_state_;
  PresentFiles present_;
  Chosen chosen_;
  FileVersions versions_;
  VersionFolder folder_;
  std::vector<std::uint32_t> offices_;
  std::vector<std::uint32_t> number_;  // of each version, by the office at hand
  std::vector<std::string> lacks_;
  std::vector<PastDay> states_;  // of each commit
  Past out_;
};

}  // namespace

Result<Past> open_past(const Invocation& invocation, const Repository& repository,
                       const State& present, const std::vector<Date>& days) {
  if (days.empty()) return Past{};
  auto chosen = choose_commits(repository, days);
  if (!chosen.ok()) return chosen.failure();
  auto versions = repository.files_of(chosen.value().commits);
  if (!versions.ok()) return versions.failure();
  return PastReader(invocation, repository, present, std::move(chosen).value(),
                    std::move(versions).value())
      .read();
}

Past::Whole Past::whole(const PastDay& day, const std::optional<Audience>& audience,
                        std::pmr::memory_resource& arena) const {
  std::vector<SourceFile> files;
  std::size_t known = readings[day.reading].sources.size() - readings[day.reading].records.size();
  for (const SourceFile& source : readings[day.reading].sources) {
    const bool is_known = known > 0;
    known -= is_known ? 1U : 0U;
    files.emplace_back(is_known ? source.path() : path_of(source.path()));
  }
  std::vector<const Item*> items;
  for (const std::uint32_t each : day.records) items.push_back(records[each]);
  Whole out;
  if (audience) {
    Narrowed narrowed = narrow(items, *audience, arena);
    items = std::move(narrowed.records);
    out.left_out = narrowed.left_out;
  }
  out.portfolio = Portfolio(std::move(files), {});
  for (const Item* item : items) {
    if (item != nullptr) out.portfolio.add_record(*item);
  }
  out.portfolio.build_indexes();
  return out;
}

}  // namespace brm
