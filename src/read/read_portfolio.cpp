#include "read/read_portfolio.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <thread>

#include "model/of.h"
#include "model/office_fields.h"
#include "read/faults.h"
#include "read/record_reader.h"
#include "read/tree.h"

namespace brm {
namespace {

constexpr std::string_view office_file = "brm.yaml";

/// What one file gave; its findings already point at its index.
struct FileReading {
  SourceFile source{"", ""};
  const Item* record = nullptr;
  Findings findings;
  std::optional<Failure> trouble;
};

using Arena = std::pmr::monotonic_buffer_resource;

void read_content(Currency currency, std::uint32_t index, Arena& arena, FileReading& out) {
  Tree tree;
  if (read_tree(out.source, index, Lanes::both, tree, out.findings) == Lane::none) return;
  out.record = read_record(tree, {out.source, index}, currency, arena, out.findings);
}

/// Fills `out` in place: texts point into its source from now on.
void read_file(const Folder& folder, const std::string& path, Currency currency,
               std::uint32_t index, Arena& arena, FileReading& out) {
  auto content = folder.read(path);
  if (!content.ok()) {
    out.source = SourceFile(path, "");
    out.trouble = content.failure();
    return;
  }
  const bool is_too_large = content.value().is_too_large;
  out.source = SourceFile(path, std::move(content).value().bytes);
  if (!is_too_large) return read_content(currency, index, arena, out);
  out.findings.add(
      faults::file_too_large, {index, 0, 0},
      fmt::format("this file is larger than {} MiB", most_bytes >> 20U),
      "keep the results here and name the data under `sources`; what is no record goes "
      "under `ignore` in brm.yaml");
}

struct OfficeSettings {
  Currency currency;
  std::vector<std::string> ignored;  // patterns of paths
};

OfficeSettings settings_of(const Item* record) {
  OfficeSettings settings;
  if (record == nullptr || record->kind != &kinds::office) return settings;
  const Of<kinds::office> office(*record);
  if (const auto code = office.get<"currency">()) {
    settings.currency = find_currency(code->value).value_or(Currency{});
  }
  for (const auto pattern : office.get<"ignore">()) settings.ignored.emplace_back(pattern.value);
  return settings;
}

/// A pattern names a path or a folder above it, as in .gitignore: `drafts`, `drafts/*.yaml`.
bool is_ignored(const std::string& path, const std::vector<std::string>& patterns) {
  const auto matches = [&](const std::string& pattern) {
    if (::fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME) == 0) return true;
    const std::string folder = pattern.ends_with('/') ? pattern : pattern + "/";
    return path.starts_with(folder);
  };
  return std::any_of(patterns.begin(), patterns.end(), matches);
}

/// Reads the files in blocks of a few, on several threads.
class ParallelReader {
 public:
  ParallelReader(const Folder& folder, const std::vector<std::string>& paths, Currency currency,
                 std::vector<FileReading>& readings)
      : folder_(folder), paths_(paths), currency_(currency), readings_(readings) {}

  std::vector<std::unique_ptr<Arena>> run() {
    constexpr std::size_t worth_a_thread = 64;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(cores, 1 + paths_.size() / worth_a_thread);
    std::vector<std::unique_ptr<Arena>> arenas;
    for (std::size_t i = 0; i < threads; ++i) arenas.push_back(std::make_unique<Arena>());
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i) {
      others.push_back(std::async(std::launch::async, [this, &arenas, i] { work(*arenas[i]); }));
    }
    work(*arenas.front());
    for (auto& other : others) other.get();  // what was thrown there is thrown here
    return arenas;
  }

 private:
  void work(Arena& arena) {
    constexpr std::size_t block = 16;
    for (;;) {
      const std::size_t begin = next_.fetch_add(block);
      const std::size_t end = std::min(begin + block, paths_.size());
      if (begin >= end) return;
      for (std::size_t i = begin; i < end; ++i) {
        read_file(folder_, paths_[i], currency_, static_cast<std::uint32_t>(i), arena,
                  readings_[i]);
      }
    }
  }

  const Folder& folder_;
  const std::vector<std::string>& paths_;
  Currency currency_;
  std::vector<FileReading>& readings_;
  std::atomic<std::size_t> next_{0};
};

/// In the order of the files, whoever read them.
Reading merged(std::vector<FileReading>& readings, std::vector<std::unique_ptr<Arena>> arenas) {
  Reading out;
  std::vector<SourceFile> sources;
  sources.reserve(readings.size());
  std::vector<const Item*> records;
  for (FileReading& reading : readings) {
    if (reading.trouble) {
      out.troubles.push_back(std::move(*reading.trouble));
    } else {
      ++out.files_read;
    }
    if (reading.record != nullptr) records.push_back(reading.record);
    auto& findings = reading.findings.list();
    std::move(findings.begin(), findings.end(), std::back_inserter(out.findings.list()));
    sources.push_back(std::move(reading.source));
  }
  out.portfolio = Portfolio(std::move(sources), std::move(arenas));
  for (const Item* record : records) out.portfolio.add_record(*record);
  out.portfolio.build_indexes();
  return out;
}

}  // namespace

Reading read_portfolio(const Folder& folder) {
  Listing listing = folder.list();
  std::vector<std::string>& paths = listing.paths;
  OfficeSettings settings;
  // The office's own record says in which currency the others are written and which are none: it is
  // read for that first, and again in its place.
  if (std::find(paths.begin(), paths.end(), office_file) != paths.end()) {
    Arena arena;
    FileReading office;
    read_file(folder, std::string(office_file), settings.currency, 0, arena, office);
    settings = settings_of(office.record);
  }
  std::erase_if(paths, [&](const std::string& path) {
    return path != office_file && is_ignored(path, settings.ignored);
  });
  std::vector<FileReading> readings(paths.size());
  auto arenas = ParallelReader(folder, paths, settings.currency, readings).run();
  Reading reading = merged(readings, std::move(arenas));
  reading.troubles.insert(reading.troubles.begin(),
                          std::make_move_iterator(listing.troubles.begin()),
                          std::make_move_iterator(listing.troubles.end()));
  return reading;
}

}  // namespace brm
