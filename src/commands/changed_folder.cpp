#include "commands/changed_folder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "render/build_log.h"
#include "render/unified_diff.h"
#include "rules/shared_lacks.h"

namespace brm {

Listing ChangedFolder::list() const {
  Listing listing = folder_.list();
  for (const auto& [path, bytes] : changed_) listing.paths.push_back(path);
  std::sort(listing.paths.begin(), listing.paths.end());
  listing.paths.erase(std::unique(listing.paths.begin(), listing.paths.end()), listing.paths.end());
  return listing;
}

Result<FileBytes> ChangedFolder::read(const std::string& path, std::string memory) const {
  const auto found = changed_.find(path);
  if (found == changed_.end()) return folder_.read(path, std::move(memory));
  memory = found->second;
  return FileBytes{std::move(memory)};
}

Stretch added_by(const FileChange& change) {
  const std::string& was = change.was;
  const std::string& now = change.now;
  const std::size_t least = std::min(was.size(), now.size());
  std::size_t head = 0;
  while (head < least && was[head] == now[head]) ++head;
  std::size_t tail = 0;
  while (tail < least - head && was[was.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
  return {head, now.size() - tail};
}

std::vector<Objection> objections_to(const FileChange& change, const Opened& opened,
                                     const Invocation& invocation) {
  const ChangedFolder folder(*opened.folder, {{change.path, change.now}});
  ReadOptions options = invocation.reading;
  options.audience.reset();
  options.visitor = rules_on_records(invocation.as_of);
  Reading reading = read_portfolio(folder, options);
  auto all = find_all(reading, {}, invocation);
  std::vector<Objection> out;
  if (!all.ok()) return out;
  const bool has_mark = change.now.starts_with("\xEF\xBB\xBF");
  const Stretch added = added_by(change);
  std::vector<Finding> found = std::move(all).value().list;
  std::erase_if(found, [&](const Finding& finding) {
    const std::size_t begin = finding.place.offset + (has_mark ? 3U : 0U);
    const std::size_t end = begin + finding.place.length;
    const bool is_here = reading.portfolio.file(finding.place.file).path() == change.path;
    return !is_here || end <= added.begin || begin >= added.end;
  });
  std::vector<std::string> no_fingerprints;
  say_together(reading.portfolio, found, no_fingerprints);
  for (const Finding& finding : found) {
    out.push_back({finding.severity,
                   fmt::format("{} [{}]", visible(finding.message), finding.rule->name),
                   finding.help});
  }
  return out;
}

std::optional<Failure> heed(const std::vector<Objection>& objections,
                            const Invocation& invocation) {
  for (const Objection& each : objections) {
    if (each.severity == Severity::error) {
      return Failure{"not written, as it would be an error: " + each.message, each.help};
    }
  }
  for (const Objection& each : objections) {
    if (invocation.options.quiet && each.severity == Severity::note) continue;
    invocation.console.err += fmt::format("brm: {}: {}\n", to_text(each.severity), each.message);
    if (!each.help.empty()) invocation.console.err += fmt::format("help: {}\n", each.help);
  }
  return std::nullopt;
}

void put_change(const Invocation& invocation, const Opened& opened, const FileChange& change,
                Run run, const std::string& done) {
  Console& console = invocation.console;
  if (run == Run::dry) {
    console.out += lines_for_build_log(
        unified_diff(visible(change.path), change.was, change.now, invocation.style));
    return;
  }
  const std::string path = opened.root == "." ? change.path : opened.root + "/" + change.path;
  console.files.push_back({path, change.now, change.how, change.was});
  if (!invocation.options.quiet) console.done += done;
}

std::optional<Failure> unread_parts(const Invocation& invocation,
                                    const std::vector<Failure>& troubles, std::string_view done) {
  if (troubles.empty()) return std::nullopt;
  for (const Failure& trouble : troubles) {
    invocation.console.err += fmt::format("brm: {}\n", trouble.message);
  }
  return Failure{fmt::format("not everything could be read, so nothing was {}", done),
                 "see to the files above; `brm check` names them too"};
}

Result<Opened> open_to_change(const Invocation& invocation) {
  Invocation all = invocation;
  all.reading.audience.reset();
  return open_records(all);
}

}  // namespace brm
