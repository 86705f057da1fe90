#include "read/read_portfolio.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "model/narrowing.h"
#include "read/known_files.h"
#include "read/office_settings.h"
#include "read/parallel_reader.h"

namespace brm {
namespace {

/// What is read, and what the other reading has already. Indexes are those of the portfolio.
struct Plan {
  std::size_t first = 0;           // of the files to be read; those before are the other reading's
  std::vector<std::size_t> known;  // of the files that are not read again
};

bool has(const std::vector<std::string>& sorted, std::string_view path) {
  return std::binary_search(sorted.begin(), sorted.end(), path);
}

/// Whether all that decides how a record is read is the same.
bool can_share(const KnownFiles& known, const ReadOptions& options, bool has_office) {
  if (known.reading == nullptr || options.audience || options.visitor) return false;
  if (!has_office) return known.reading->portfolio.office() == nullptr;
  return has(known.paths, office_file);
}

/// Puts the files of the other reading first, because its items say in which of them they stand.
Plan make_plan(const KnownFiles& known, std::vector<std::string>& paths) {
  Plan plan;
  std::vector<std::string> all;
  const std::vector<SourceFile>& files = known.reading->portfolio.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    all.push_back(files[i].path());
    if (has(known.paths, all.back()) && has(paths, all.back())) plan.known.push_back(i);
  }
  plan.first = all.size();
  for (std::string& path : paths) {
    if (!has(known.paths, path)) all.push_back(std::move(path));
  }
  paths = std::move(all);
  return plan;
}

/// Puts in what the other reading has of the known files, with what was found in them.
void add_known(const Plan& plan, const KnownFiles& known, FileReadings& files) {
  std::vector<char> is_known(plan.first, 0);
  for (const std::size_t index : plan.known) is_known[index] = 1;
  const Portfolio& portfolio = known.reading->portfolio;
  for (const Item* record : portfolio.records()) {
    const bool is_shared = record->file < plan.first && is_known[record->file] != 0;
    if (is_shared) files.records[record->file] = record;
  }
  for (const Finding& finding : known.reading->findings.list()) {
    const std::uint32_t index = finding.place.file;
    if (index >= plan.first || is_known[index] == 0) continue;
    files.findings.list().push_back(finding);
    SourceFile& source = files.sources[index];
    if (!source.has_bytes()) source.restore_bytes(std::string(portfolio.file(index).bytes()));
  }
  std::erase(files.records, nullptr);
  std::stable_sort(files.records.begin(), files.records.end(), [&](const Item* a, const Item* b) {
    return files.sources[a->file].path() < files.sources[b->file].path();
  });
}

}  // namespace

Reading read_portfolio(const Folder& folder, const ReadOptions& options) {
  return read_portfolio(folder, options, {});
}

Reading read_portfolio(const Folder& folder, const ReadOptions& options, const KnownFiles& known) {
  Listing listing = folder.list();
  std::vector<std::string>& paths = listing.paths;
  // The office's own record says in which currency the others are written and which are none.
  const bool has_office = has(paths, office_file);
  const Result<FileBytes> office_content =
      has_office ? folder.read(std::string(office_file)) : Failure{};
  const OfficeSettings settings = read_office_settings(office_content, options.lanes);
  std::erase_if(paths, [&](const std::string& path) {
    return path != office_file && is_ignored(path, settings.ignored);
  });
  const bool is_shared = can_share(known, options, has_office);
  const Plan plan = is_shared ? make_plan(known, paths) : Plan{};
  const auto from = paths.begin() + static_cast<std::ptrdiff_t>(plan.first);
  const auto office = std::find(from, paths.end(), office_file) - paths.begin();
  ParallelReader reader(folder, options);
  FileReadings files = reader.read(std::move(paths), plan.first, static_cast<std::size_t>(office),
                                   office_content, settings.currency);
  if (is_shared) add_known(plan, known, files);
  Reading out;
  out.findings = std::move(files.findings);
  out.troubles = std::move(listing.troubles);
  for (auto& [file, trouble] : files.troubles) out.troubles.push_back(std::move(trouble));
  out.files_read = files.versions.size() - plan.first + plan.known.size() - files.troubles.size();
  out.lanes = files.lanes;
  out.versions = std::move(files.versions);
  if (options.audience) {
    files.arenas.push_back(std::make_unique<Arena>());
    const Unsaid elsewhere = known.reading == nullptr ? Unsaid{} : known.reading->unsaid;
    Narrowed narrowed =
        narrow_beside(files.records, *options.audience, elsewhere, *files.arenas.back());
    files.records = std::move(narrowed.records);
    out.left_out = narrowed.left_out;
    out.unsaid = std::move(narrowed.unsaid);
  }
  out.portfolio = Portfolio(std::move(files.sources), std::move(files.arenas));
  for (const Item* record : files.records) {
    if (record != nullptr) out.portfolio.add_record(*record);
  }
  out.portfolio.build_indexes();
  return out;
}

void restore_bytes(const Folder& folder, std::uint32_t file, Reading& reading) {
  SourceFile& source = reading.portfolio.change_file(file);
  if (source.has_bytes()) return;
  auto content = folder.read(source.path());
  const bool is_same = content.ok() && !content.value().is_too_large &&
                       content.value().version == reading.versions[file];
  if (is_same) return source.restore_bytes(std::move(content).value().bytes);
  source.restore_bytes("");
  reading.troubles.push_back(content.ok() ? Failure{fmt::format("{}: changed while it was checked",
                                                                visible(source.path())),
                                                    "run again"}
                                          : content.failure());
}

}  // namespace brm
