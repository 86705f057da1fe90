#include "read/read_portfolio.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>

#include "model/of.h"
#include "model/office_fields.h"
#include "read/faults.h"
#include "read/record_reader.h"
#include "read/tree.h"

namespace brm {
namespace {

constexpr std::string_view office_file = "brm.yaml";

/// Reads one file into the portfolio; its record, or null.
const Item* read_file(const Folder& folder, const std::string& path, Currency currency,
                      Reading& reading) {
  auto content = folder.read(path);
  if (!content.ok()) {
    reading.troubles.push_back(content.failure());
    return nullptr;
  }
  const bool is_too_large = content.value().is_too_large;
  const std::uint32_t file =
      reading.portfolio.add_file(SourceFile(path, std::move(content).value().bytes));
  if (is_too_large) {
    reading.findings.add(faults::file_too_large, {file, 0, 0},
                         fmt::format("this file is larger than {} KiB", most_bytes / 1024),
                         "divide it into several records");
    return nullptr;
  }
  const Tree tree = read_tree(reading.portfolio.file(file), file, reading.findings);
  if (tree.empty()) return nullptr;
  const Item* record = read_record(tree, file, currency, reading.portfolio, reading.findings);
  if (record != nullptr) reading.portfolio.add_record(*record);
  return record;
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

}  // namespace

Reading read_portfolio(const Folder& folder) {
  Reading reading;
  Listing listing = folder.list();
  reading.troubles = std::move(listing.troubles);
  OfficeSettings settings;
  // The office's own record comes first: it says in which currency the others are written.
  const auto office = std::find(listing.paths.begin(), listing.paths.end(), office_file);
  if (office != listing.paths.end()) {
    settings = settings_of(read_file(folder, *office, settings.currency, reading));
  }
  for (const std::string& path : listing.paths) {
    if (path == office_file || is_ignored(path, settings.ignored)) continue;
    read_file(folder, path, settings.currency, reading);
  }
  reading.portfolio.build_indexes();
  return reading;
}

}  // namespace brm
