#include "commands/settling.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace brm {
namespace {

/// Of several that only their number tells apart, those that look like the earlier ones get the
/// earlier fingerprints, so that the others are the new ones.
void settle_equal(const std::vector<FindingMark*>& equal, const Baseline& known) {
  std::vector<std::string> old;
  std::vector<std::string> fresh;
  for (const FindingMark* mark : equal) {
    const bool is_old = known.known().contains(mark->fingerprint);
    (is_old ? old : fresh).push_back(mark->fingerprint);
  }
  if (old.empty() || fresh.empty()) return;
  std::vector<FindingMark*> open = equal;
  const auto give = [&](std::vector<std::string>& names, auto is_it) {
    std::erase_if(names, [&](const std::string& name) {
      const auto found = std::find_if(open.begin(), open.end(), [&](const FindingMark* mark) {
        return is_it(name, mark->looks);
      });
      if (found == open.end()) return false;
      (*found)->fingerprint = name;
      open.erase(found);
      return true;
    });
  };
  const auto has = [&](std::size_t Looks::*part) {
    return [&, part](const std::string& name, const Looks& looks) {
      const auto& before = known.known().at(name).mark;
      return before && before->looks.*part == looks.*part;
    };
  };
  give(old, has(&Looks::entry));
  give(old, has(&Looks::around));
  const auto any = [](const std::string&, const Looks&) { return true; };
  give(old, any);
  give(fresh, any);
}

class Settling {
 public:
  Settling(const Baseline& earlier, const EarlierIds& ids, const std::vector<Finding>& findings,
           const Portfolio& portfolio)
      : known_(earlier),
        ids_(ids),
        findings_(findings),
        portfolio_(portfolio),
        marks_(marks_of(findings, portfolio, ids)) {}

  Settled run() {
    settle_equals();
    out_.held.assign(findings_.size(), false);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const std::string& fingerprint = marks_.list[i].fingerprint;
      out_.present.insert(fingerprint);
      if (!settle(i, fingerprint)) open.push_back(i);
    }
    std::erase_if(open, [&](std::size_t i) { return settle_turned(i); });
    settle_renamed(open);
    return std::move(out_);
  }

 private:
  void settle_equals() {
    std::map<std::string, std::vector<FindingMark*>> sorts;
    for (FindingMark& mark : marks_.list) sorts[mark.sort].push_back(&mark);
    for (const auto& [sort, equal] : sorts) {
      if (equal.size() > 1) settle_equal(equal, known_);
    }
  }

  bool settle(std::size_t i, const std::string& fingerprint) {
    const bool is_held = known_.holds(fingerprint, findings_[i].severity);
    if (is_held) out_.held[i] = true;
    return is_held;
  }

  /// Of two records that are alike the finding is at the later path: where one has moved, it may
  /// have been at the other.
  bool settle_turned(std::size_t i) {
    Finding turned = findings_[i];
    if (!turned.second || turned.second->span.file == turned.place.file) return false;
    std::swap(turned.place, turned.second->span);
    std::string mark = marks_of({turned}, portfolio_, ids_).list.front().fingerprint;
    if (out_.present.contains(mark) || !settle(i, mark)) return false;
    out_.present.insert(std::move(mark));
    return true;
  }

  /// What stands in a list entry that is called otherwise now.
  void settle_renamed(const std::vector<std::size_t>& open) {
    if (open.empty()) return;
    for (const auto& [name, entry] : marks_.entries) {
      if (!known_.entries().contains(name)) fresh_.emplace(entry.list, &name);
    }
    std::multimap<std::string_view, std::pair<std::string, std::string>> gone;
    for (const auto& [fingerprint, known] : known_.known()) {
      if (!known.mark || out_.present.contains(fingerprint)) continue;
      std::string now = name_now(known.mark->entry);
      if (!now.empty()) gone.emplace(known.mark->nameless, std::pair(fingerprint, std::move(now)));
    }
    for (const std::size_t i : open) {
      const FindingMark& mark = marks_.list[i];
      auto [from, to] = gone.equal_range(mark.nameless);
      const auto found = std::find_if(
          from, to, [&](const auto& each) { return each.second.second == mark.entry; });
      if (found == to) continue;
      const std::string fingerprint = std::move(found->second.first);
      gone.erase(found);
      settle(i, fingerprint);
      out_.present.insert(fingerprint);
    }
  }

  /// What an entry of then that is there no longer is called now: of those that were not there
  /// then the one that has most in common with it. Empty where none has anything.
  std::string name_now(const std::string& entry) const {
    const auto before = known_.entries().find(entry);
    if (before == known_.entries().end() || marks_.entries.contains(entry)) return "";
    std::string out;
    std::size_t most = 0;
    const auto [from, to] = fresh_.equal_range(before->second.list);
    for (auto each = from; each != to; ++each) {
      const ListEntry& now = marks_.entries.at(*each->second);
      std::vector<std::size_t> both;
      std::set_intersection(now.pairs.begin(), now.pairs.end(), before->second.pairs.begin(),
                            before->second.pairs.end(), std::back_inserter(both));
      if (both.size() <= most) continue;
      most = both.size();
      out = *each->second;
    }
    return out;
  }

  const Baseline& known_;
  const EarlierIds& ids_;
  const std::vector<Finding>& findings_;
  const Portfolio& portfolio_;
  FindingMarks marks_;
  /// Entries that were not there then, by their lists.
  std::multimap<std::string_view, const std::string*> fresh_;
  Settled out_;
};

}  // namespace

Settled settle(const Baseline& earlier, const EarlierIds& ids, const std::vector<Finding>& findings,
               const Portfolio& portfolio) {
  return Settling(earlier, ids, findings, portfolio).run();
}

}  // namespace brm
