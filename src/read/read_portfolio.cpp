#include "read/read_portfolio.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>

#include "base/utf8.h"
#include "model/of.h"
#include "model/office_fields.h"
#include "read/parallel_reader.h"

namespace brm {
namespace {

constexpr std::string_view office_file = "brm.yaml";

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

OfficeSettings read_settings(const Result<FileBytes>& content, Lanes lanes) {
  if (!content.ok()) return {};
  LoneFile office;
  read_alone(content.value(), std::string(office_file), lanes, office);
  return settings_of(office.record);
}

}  // namespace

Reading read_portfolio(const Folder& folder, const ReadOptions& options) {
  Listing listing = folder.list();
  std::vector<std::string>& paths = listing.paths;
  // The office's own record says in which currency the others are written and which are none.
  const bool has_office = std::binary_search(paths.begin(), paths.end(), office_file);
  const Result<FileBytes> office_content =
      has_office ? folder.read(std::string(office_file)) : Failure{};
  const OfficeSettings settings = read_settings(office_content, options.lanes);
  std::erase_if(paths, [&](const std::string& path) {
    return path != office_file && is_ignored(path, settings.ignored);
  });
  const auto office = std::find(paths.begin(), paths.end(), office_file) - paths.begin();
  ParallelReader reader(folder, options);
  FileReadings files = reader.read(std::move(paths), static_cast<std::size_t>(office),
                                   office_content, settings.currency);
  Reading out;
  out.findings = std::move(files.findings);
  out.troubles = std::move(listing.troubles);
  for (auto& [file, trouble] : files.troubles) out.troubles.push_back(std::move(trouble));
  out.files_read = files.sources.size() - files.troubles.size();
  out.lanes = files.lanes;
  out.versions = std::move(files.versions);
  if (options.audience) {
    files.arenas.push_back(std::make_unique<Arena>());
    Narrowed narrowed = narrow(files.records, *options.audience, *files.arenas.back());
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
