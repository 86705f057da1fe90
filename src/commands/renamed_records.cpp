#include "commands/renamed_records.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/utf8.h"

namespace brm {
namespace {

struct Lines {
  const EarlierRecord* record = nullptr;
  std::string title;
  std::vector<std::size_t> hashes;  // sorted
};

Lines lines_of(const EarlierRecord& record, const Folder& folder) {
  Lines out{&record, "", {}};
  const auto content = folder.read(record.file);
  if (!content.ok()) return out;
  for (std::string_view rest = content.value().bytes; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.starts_with("title:")) out.title = line;
    out.hashes.push_back(std::hash<std::string_view>()(line));
  }
  std::sort(out.hashes.begin(), out.hashes.end());
  return out;
}

std::vector<Lines> lines_of(const std::vector<const EarlierRecord*>& records,
                            const Folder& folder) {
  std::vector<Lines> out;
  for (const EarlierRecord* each : records) out.push_back(lines_of(*each, folder));
  return out;
}

/// So many of the lines of the longer one are in the other; 0 where that is too few.
double likeness(const Lines& a, const Lines& b) {
  constexpr double with_title = 0.5;
  constexpr double without_title = 0.8;
  std::vector<std::size_t> both;
  std::set_intersection(a.hashes.begin(), a.hashes.end(), b.hashes.begin(), b.hashes.end(),
                        std::back_inserter(both));
  const std::size_t longer = std::max<std::size_t>({a.hashes.size(), b.hashes.size(), 1});
  const double share = static_cast<double>(both.size()) / static_cast<double>(longer);
  const bool is_titled = !a.title.empty() && a.title == b.title;
  return share < (is_titled ? with_title : without_title) ? 0 : share;
}

/// Those whose ids are not among the others'.
std::vector<const EarlierRecord*> without(const std::vector<EarlierRecord>& records,
                                          const std::vector<EarlierRecord>& others) {
  std::set<std::string_view> known;
  for (const EarlierRecord& each : others) known.insert(each.id);
  std::vector<const EarlierRecord*> out;
  for (const EarlierRecord& each : records) {
    if (!known.contains(each.id)) out.push_back(&each);
  }
  return out;
}

std::set<std::string_view> paths_of(const std::vector<EarlierRecord>& records) {
  std::set<std::string_view> out;
  for (const EarlierRecord& each : records) out.insert(each.path);
  return out;
}

/// Pairs of files that are looked at, so that a folder that was written anew costs no minutes.
constexpr std::size_t most_pairs = 250'000;

/// To each of the new ones the one it is most like.
void add_alike(std::vector<Lines> gone, const std::vector<Lines>& fresh, EarlierIds& out) {
  for (const Lines& each : fresh) {
    const auto best = std::max_element(
        gone.begin(), gone.end(),
        [&](const Lines& a, const Lines& b) { return likeness(a, each) < likeness(b, each); });
    if (best == gone.end() || likeness(*best, each) == 0) continue;
    out.emplace(each.record->id, best->record->id);
    gone.erase(best);
  }
}

}  // namespace

std::vector<EarlierRecord> earlier_records(const Portfolio& portfolio) {
  std::vector<EarlierRecord> out;
  for (const Item* record : portfolio.records()) {
    if (record->id().empty()) continue;
    const SourceFile& source = portfolio.file(record->file);
    out.push_back({std::string(record->id()), visible(source.path()), source.path()});
  }
  return out;
}

EarlierIds earlier_ids(const std::vector<EarlierRecord>& before, const Folder* then,
                       const Portfolio& now, const Folder& here) {
  if (before.empty()) return {};
  const std::vector<EarlierRecord> present = earlier_records(now);
  std::vector<const EarlierRecord*> gone = without(before, present);
  EarlierIds out;
  if (gone.empty()) return out;
  std::map<std::string_view, const EarlierRecord*> by_path;
  for (const EarlierRecord* each : gone) by_path.emplace(each->path, each);
  std::vector<const EarlierRecord*> fresh = without(present, before);
  for (const EarlierRecord* each : fresh) {
    const auto same = by_path.find(each->path);
    if (same != by_path.end()) out.emplace(each->id, same->second->id);
  }
  const auto paths_before = paths_of(before);
  const auto paths_now = paths_of(present);
  std::erase_if(gone, [&](const EarlierRecord* each) { return paths_now.contains(each->path); });
  std::erase_if(fresh,
                [&](const EarlierRecord* each) { return paths_before.contains(each->path); });
  if (then != nullptr && gone.size() * fresh.size() <= most_pairs) {
    add_alike(lines_of(gone, *then), lines_of(fresh, here), out);
  }
  return out;
}

}  // namespace brm
