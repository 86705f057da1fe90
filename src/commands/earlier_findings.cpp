#include "commands/earlier_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/moved_office.h"
#include "commands/revision_folder.h"
#include "commands/states.h"
#include "read/named_file.h"
#include "read/office_settings.h"

namespace brm {
namespace {

constexpr std::size_t most_said = 10;

Earlier check_revision(const Invocation& invocation, const RevisionFolder& folder,
                       const std::string& revision) {
  ReadOptions options = invocation.reading;
  options.visitor = rules_on_records(invocation.as_of);
  Reading reading = read_portfolio(folder, options);
  for (const Failure& trouble : reading.troubles) {
    invocation.console.err +=
        fmt::format("brm: in {}: {}\n", visible(revision), visible(trouble.message));
  }
  // Nothing was chosen that may not be there.
  const AllFindings all = find_all(reading, {}, invocation).value();
  restore_lines(all.list, folder, reading);
  const std::vector<FindingMark> marks = marks_of(all.list, reading.portfolio, {});
  std::vector<std::string> fingerprints;
  for (const FindingMark& mark : marks) fingerprints.push_back(mark.fingerprint);
  const std::string text = baseline_text(all.list, fingerprints, reading.portfolio);
  // `main...` reads as a sentence cut off.
  Earlier out{revision.substr(0, revision.find("...")), false,
              Baseline::read(text, revision).value()};
  out.findings.add_looks(marks);
  out.findings.set_records(earlier_records(reading.portfolio));
  const auto office = folder.read(std::string(office_file));
  if (office.ok() && reading.portfolio.office() != nullptr) {
    out.office = PolicyFile{fmt::format("{}:{}", revision, office_file), office.value().bytes};
  }
  return out;
}

}  // namespace

Result<Earlier> read_earlier(const std::string& name) {
  const auto text = read_named_file(name);
  if (!text.ok()) return text.failure();
  auto findings = Baseline::read(text.value(), name);
  if (!findings.ok()) return findings.failure();
  return Earlier{name, true, std::move(findings).value()};
}

Result<Earlier> find_earlier(const Invocation& invocation, const std::string& revision) {
  const auto root = find_records(invocation);
  if (!root.ok()) return root.failure();
  auto repository = open_repository(invocation, root.value());
  if (!repository.ok()) return repository.failure();
  const auto commit = repository.value().find(revision);
  if (!commit.ok()) return commit.failure();
  auto files = repository.value().files_of(commit.value());
  if (!files.ok()) return files.failure();
  auto repository_of_it = std::make_unique<Repository>(std::move(repository).value());
  auto folder = std::make_unique<RevisionFolder>(*repository_of_it, std::move(files).value());
  if (folder->list().paths.empty()) {
    const auto before = moved_office(invocation, *repository_of_it, root.value(), commit.value());
    invocation.console.err += fmt::format(
        "brm: {} has no records here{}, so that every finding is new\n", visible(revision),
        before ? fmt::format(" but where {} was", visible(*before)) : "");
  }
  Earlier out = check_revision(invocation, *folder, revision);
  out.repository = std::move(repository_of_it);
  out.folder = std::move(folder);
  return out;
}

namespace {

using Fingerprints = std::set<std::string, std::less<>>;

Fingerprints fingerprints_of(const std::vector<Finding>& findings, const Portfolio& portfolio,
                             const EarlierIds& ids) {
  Fingerprints out;
  for (FindingMark& mark : marks_of(findings, portfolio, ids)) {
    out.insert(std::move(mark.fingerprint));
  }
  return out;
}

/// Of several that only their number tells apart, those that look like the earlier ones get the
/// earlier fingerprints, so that the others are the new ones.
void settle_equal(const std::vector<std::size_t>& equal, const Baseline& known,
                  std::vector<FindingMark>& marks) {
  std::vector<std::string> old;
  std::vector<std::string> fresh;
  for (const std::size_t i : equal) {
    const bool is_old = known.known().contains(marks[i].fingerprint);
    (is_old ? old : fresh).push_back(marks[i].fingerprint);
  }
  if (old.empty() || fresh.empty()) return;
  std::vector<std::size_t> open = equal;
  const auto give = [&](std::vector<std::string>& names, auto is_it) {
    std::erase_if(names, [&](const std::string& name) {
      const auto found = std::find_if(open.begin(), open.end(),
                                      [&](std::size_t i) { return is_it(name, marks[i].looks); });
      if (found == open.end()) return false;
      marks[*found].fingerprint = name;
      open.erase(found);
      return true;
    });
  };
  const auto has = [&](std::size_t Looks::*part) {
    return [&, part](const std::string& name, const Looks& looks) {
      const auto& before = known.known().at(name).looks;
      return before && (*before).*part == looks.*part;
    };
  };
  give(old, has(&Looks::entry));
  give(old, has(&Looks::around));
  const auto any = [](const std::string&, const Looks&) { return true; };
  give(old, any);
  give(fresh, any);
}

void settle_equals(const Baseline& known, std::vector<FindingMark>& marks) {
  std::map<std::string, std::vector<std::size_t>> sorts;
  for (std::size_t i = 0; i < marks.size(); ++i) sorts[marks[i].sort].push_back(i);
  for (const auto& [sort, equal] : sorts) {
    if (equal.size() > 1) settle_equal(equal, known, marks);
  }
}

/// What of the folder brm does not look into, as messages show it.
struct Unseen {
  std::set<std::string, std::less<>> ignored;
  std::set<std::string, std::less<>> lost;
};

Unseen unseen_in(const Opened& opened, const AllFindings& all) {
  Unseen out;
  std::set<std::string_view> looked_at;
  const std::vector<SourceFile>& files = opened.reading.portfolio.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    looked_at.insert(files[i].path());
    if (all.lost[i]) out.lost.insert(visible(files[i].path()));
  }
  for (const std::string& path : opened.folder->list().paths) {
    if (!looked_at.contains(path)) out.ignored.insert(visible(path));
  }
  return out;
}

/// What would be found in the folder under the policy that the revision had; nothing where it is
/// the same, or another was named for both.
Fingerprints under_earlier_policy(const Invocation& invocation, const Opened& opened,
                                  const Earlier& earlier) {
  if (!earlier.office || invocation.reading.policy) return {};
  const auto office = opened.folder->read(std::string(office_file));
  if (!office.ok() || office.value().bytes == earlier.office->bytes) return {};
  Invocation other = invocation;
  other.reading.policy = earlier.office;
  other.reading.visitor = rules_on_records(invocation.as_of);
  Reading reading = read_portfolio(*opened.folder, other.reading);
  const AllFindings all = find_all(reading, {}, other).value();
  restore_lines(all.list, *opened.folder, reading);
  return fingerprints_of(all.list, reading.portfolio, earlier.ids);
}

/// What became of those that are not there any more.
void sort_out(const Invocation& invocation, const Opened& opened, const AllFindings& all,
              const Fingerprints& present, Earlier& earlier) {
  std::vector<std::pair<std::string_view, const KnownFinding*>> gone;
  for (const auto& [fingerprint, known] : earlier.findings.known()) {
    if (!present.contains(fingerprint)) gone.emplace_back(fingerprint, &known);
  }
  if (gone.empty()) return;
  const Portfolio& portfolio = opened.reading.portfolio;
  const EarlierIds& ids = earlier.ids;
  const Fingerprints accepted = fingerprints_of(all.accepted, portfolio, ids);
  const Fingerprints silenced = fingerprints_of(all.silenced, portfolio, ids);
  const Fingerprints otherwise = under_earlier_policy(invocation, opened, earlier);
  const Unseen unseen = unseen_in(opened, all);
  Unwatched& out = earlier.unwatched;
  const auto reason = [&](std::string_view mark, const std::string& path) -> std::size_t* {
    if (accepted.contains(mark)) return &out.accepted;
    if (silenced.contains(mark) || otherwise.contains(mark)) return &out.silenced;
    if (unseen.ignored.contains(path)) return &out.ignored;
    return unseen.lost.contains(path) ? &out.lost : nullptr;
  };
  for (const auto& [mark, known] : gone) {
    std::size_t* count = reason(mark, known->path);
    if (count != nullptr) ++*count;
    (count == nullptr ? earlier.mended : out.list).push_back(known->words);
  }
  std::sort(earlier.mended.begin(), earlier.mended.end());
  std::sort(out.list.begin(), out.list.end());
}

void say_list(const std::vector<std::string>& list, std::string& err) {
  const std::size_t count = list.size();
  for (std::size_t i = 0; i < std::min(count, most_said); ++i) {
    err += fmt::format("  {}\n", list[i]);
  }
  if (count > most_said) err += fmt::format("  and {} more\n", count - most_said);
}

/// `1 accepted by x-allow and 2 in files that `ignore` leaves out`
std::string reasons(const Unwatched& unwatched) {
  const auto in_files = [](std::size_t count) { return count == 1 ? "in a file" : "in files"; };
  std::vector<std::string> out;
  const auto add = [&](std::size_t count, const std::string& words) {
    if (count > 0) out.push_back(fmt::format("{} {}", count, words));
  };
  add(unwatched.accepted, "accepted by x-allow");
  add(unwatched.silenced, "by the policy as it is now");
  add(unwatched.ignored, fmt::format("{} that `ignore` leaves out", in_files(unwatched.ignored)));
  add(unwatched.lost, fmt::format("{} that cannot be read", in_files(unwatched.lost)));
  return join_and(std::vector<std::string_view>(out.begin(), out.end()));
}

}  // namespace

void accept_earlier(const Invocation& invocation, const Opened& opened,
                    std::vector<Earlier>& earlier, AllFindings& all,
                    std::vector<std::string>& fingerprints) {
  const Portfolio& portfolio = opened.reading.portfolio;
  std::vector<bool> is_old(all.list.size(), false);
  for (Earlier& each : earlier) {
    each.ids = earlier_ids(each.findings.records(), each.folder.get(), portfolio, *opened.folder);
    std::vector<FindingMark> marks = marks_of(all.list, portfolio, each.ids);
    settle_equals(each.findings, marks);
    Fingerprints present;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Finding& finding = all.list[i];
      const bool is_held = each.findings.holds(marks[i].fingerprint, finding.severity);
      present.insert(std::move(marks[i].fingerprint));
      if (is_old[i] || !is_held || all.takes_all(finding)) continue;
      is_old[i] = true;
      ++each.still;
    }
    sort_out(invocation, opened, all, present, each);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.list.size(); ++i) {
    if (is_old[i]) continue;
    if (kept != i) {
      all.list[kept] = std::move(all.list[i]);
      fingerprints[kept] = std::move(fingerprints[i]);
    }
    ++kept;
  }
  all.list.resize(kept);
  fingerprints.resize(kept);
}

void say_what_became(const Invocation& invocation, const Earlier& earlier) {
  const std::string of = earlier.is_file ? "the baseline" : visible(earlier.name);
  std::string& err = invocation.console.err;
  if (const std::size_t count = earlier.mended.size(); count > 0) {
    err += fmt::format("brm: {} of {} {} mended:\n", counted(count, "finding"), of,
                       count == 1 ? "is" : "are");
    say_list(earlier.mended, err);
  }
  if (const std::size_t count = earlier.unwatched.list.size(); count > 0) {
    err += fmt::format("brm: {} of {} {} no longer looked at, which mends nothing: {}:\n",
                       counted(count, "finding"), of, count == 1 ? "is" : "are",
                       reasons(earlier.unwatched));
    say_list(earlier.unwatched.list, err);
  }
  if (!earlier.is_file || earlier.mended.empty()) return;
  err += fmt::format(
      "help: rewrite it with --write-baseline {}, so that none of them comes back unseen\n",
      visible(earlier.name));
}

}  // namespace brm
