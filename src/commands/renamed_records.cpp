#include "commands/renamed_records.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/utf8.h"

namespace brm {
namespace {

std::vector<std::size_t> line_hashes(std::string_view bytes) {
  std::vector<std::size_t> out;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    out.push_back(std::hash<std::string_view>()(line));
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Whether half of the longer one is in the other too.
bool are_alike(const EarlierRecord& a, const EarlierRecord& b) {
  std::vector<std::size_t> both;
  std::set_intersection(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
                        std::back_inserter(both));
  return !both.empty() && both.size() * 2 >= std::max(a.lines.size(), b.lines.size());
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

}  // namespace

std::vector<EarlierRecord> earlier_records(const Portfolio& portfolio) {
  std::vector<EarlierRecord> out;
  for (const Item* record : portfolio.records()) {
    if (record->id().empty()) continue;
    const SourceFile& source = portfolio.file(record->file);
    out.push_back({std::string(record->id()), visible(source.path()), {}});
    if (source.has_bytes()) out.back().lines = line_hashes(source.bytes());
  }
  return out;
}

EarlierIds earlier_ids(const std::vector<EarlierRecord>& before, const Portfolio& now) {
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
  if (gone.size() * fresh.size() > most_pairs) return out;
  for (const EarlierRecord* each : fresh) {
    const auto alike = std::find_if(
        gone.begin(), gone.end(), [&](const EarlierRecord* one) { return are_alike(*one, *each); });
    if (alike == gone.end()) continue;
    out.emplace(each->id, (*alike)->id);
    gone.erase(alike);
  }
  return out;
}

}  // namespace brm
