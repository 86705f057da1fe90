#include "commands/earlier_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/moved_files.h"
#include "commands/moved_office.h"
#include "commands/settling.h"
#include "commands/states.h"
#include "commands/submodules.h"
#include "commands/unseen_files.h"
#include "read/named_file.h"
#include "read/office_settings.h"
#include "rules/shared_lacks.h"

namespace brm {
namespace {

constexpr std::size_t most_said = 10;

Result<Earlier> check_revision(const Invocation& invocation, const Folder& folder,
                               const std::string& revision) {
  ReadOptions options = invocation.reading;
  options.visitor = rules_on_records(invocation.as_of);
  Reading reading = read_portfolio(folder, options);
  // What is wrong in it is not known, and would be told as new.
  if (!reading.troubles.empty()) {
    const Failure& trouble = reading.troubles.front();
    return Failure{
        fmt::format("{} cannot be compared with: {}{}", visible(revision), visible(trouble.message),
                    reading.troubles.size() == 1
                        ? ""
                        : fmt::format("; nor can {}", counted(reading.troubles.size() - 1,
                                                              "other file", "other files"))),
        trouble.help};
  }
  // Nothing was chosen that may not be there.
  const AllFindings all = find_all(reading, {}, invocation).value();
  restore_lines(all.list, folder, reading);
  FindingMarks marks = marks_of(all.list, reading.portfolio, {});
  std::vector<std::string> fingerprints;
  for (const FindingMark& mark : marks.list) fingerprints.push_back(mark.fingerprint);
  const std::string text = baseline_text(all.list, fingerprints, reading.portfolio);
  // `main...` reads as a sentence cut off.
  Earlier out{revision.substr(0, revision.find("...")), false,
              Baseline::read(text, revision).value()};
  out.findings.add_marks(std::move(marks));
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
  if (repository.value().is_bare()) return without_folder(root.value());
  const auto commit = repository.value().find(revision);
  if (!commit.ok()) return commit.failure();
  auto repository_of_it = std::make_unique<Repository>(std::move(repository).value());
  auto found = folder_with_submodules(invocation, *repository_of_it, root.value(), commit.value());
  if (!found.ok()) return found.failure();
  std::unique_ptr<Folder> folder = std::move(found).value();
  if (folder->list().paths.empty()) {
    const auto before = moved_office(invocation, *repository_of_it, root.value(), commit.value());
    invocation.console.err += fmt::format(
        "brm: {} has no records here{}, so that every finding is new\n", visible(revision),
        before ? fmt::format(" but where {} was", visible(*before)) : "");
  }
  auto checked = check_revision(invocation, *folder, revision);
  if (!checked.ok()) return checked;
  Earlier out = std::move(checked).value();
  out.repository = std::move(repository_of_it);
  out.folder = std::move(folder);
  return out;
}

namespace {

Fingerprints fingerprints_of(const std::vector<Finding>& findings, const Portfolio& portfolio,
                             const EarlierIds& ids) {
  Fingerprints out;
  for (FindingMark& mark : marks_of(findings, portfolio, ids).list) {
    out.insert(std::move(mark.fingerprint));
  }
  return out;
}

/// Files that hold no record that can be read, as messages show them.
std::set<std::string, std::less<>> lost_in(const Opened& opened, const AllFindings& all) {
  std::set<std::string, std::less<>> out;
  const std::vector<SourceFile>& files = opened.reading.portfolio.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (all.lost[i]) out.insert(visible(files[i].path()));
  }
  return out;
}

/// Of the earlier findings those whose record is nowhere that brm looks, by the path it had then.
class Whereabouts {
 public:
  Whereabouts(const Invocation& invocation, const Opened& opened, const AllFindings& all,
              const Earlier& earlier)
      : unseen_(invocation, opened), lost_(lost_in(opened, all)) {
    const Portfolio& portfolio = opened.reading.portfolio;
    for (const Item* record : portfolio.records()) present_.emplace(record->id());
    for (const SourceFile& file : portfolio.files()) paths_.insert(visible(file.path()));
    for (const EarlierRecord& each : earlier.findings.records()) ids_.emplace(each.path, each.id);
  }

  /// Null where somebody may have mended it.
  std::size_t* reason(const std::string& path, Unwatched& out) const {
    if (lost_.contains(path)) return &out.lost;
    const auto found = ids_.find(path);
    const std::string id = found == ids_.end() ? "" : found->second;
    if (paths_.contains(path)) return nullptr;
    if (!id.empty() && present_.contains(id)) return nullptr;
    if (unseen_.ignores(path, id)) return &out.ignored;
    return unseen_.hides(path, id) ? &out.hidden : nullptr;
  }

 private:
  UnseenFiles unseen_;
  std::set<std::string, std::less<>> lost_;
  std::set<std::string, std::less<>> present_;  ///< Ids.
  std::set<std::string, std::less<>> paths_;
  std::map<std::string, std::string, std::less<>> ids_;
};

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
  const Whereabouts whereabouts(invocation, opened, all, earlier);
  Unwatched& out = earlier.unwatched;
  const auto reason = [&](std::string_view mark, const std::string& path) -> std::size_t* {
    if (accepted.contains(mark)) return &out.accepted;
    if (silenced.contains(mark) || otherwise.contains(mark)) return &out.silenced;
    return whereabouts.reason(path, out);
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
  add(unwatched.hidden,
      fmt::format("{} that {} hidden now, below a name that begins with a dot",
                  in_files(unwatched.hidden), unwatched.hidden == 1 ? "is" : "are"));
  add(unwatched.lost, fmt::format("{} that cannot be read", in_files(unwatched.lost)));
  return join_and(std::vector<std::string_view>(out.begin(), out.end()));
}

/// What the earlier state had of what is there now.
Settled settle(const Opened& opened, const AllFindings& all, Earlier& earlier) {
  const Portfolio& portfolio = opened.reading.portfolio;
  const Baseline& known = earlier.findings;
  earlier.ids = earlier_ids(known.records(), earlier.folder.get(), portfolio, *opened.folder);
  add_moved_files(known, all.list, portfolio, opened.folder->list().paths, earlier.ids);
  return settle(known, earlier.ids, all.list, portfolio);
}

}  // namespace

void accept_earlier(const Invocation& invocation, const Opened& opened,
                    std::vector<Earlier>& earlier, AllFindings& all,
                    std::vector<std::string>& fingerprints) {
  std::vector<bool> is_old(all.list.size(), false);
  for (Earlier& each : earlier) {
    const Settled settled = settle(opened, all, each);
    std::vector<Finding> still;
    for (std::size_t i = 0; i < all.list.size(); ++i) {
      if (is_old[i] || !settled.held[i] || all.takes_all(all.list[i])) continue;
      is_old[i] = true;
      still.push_back(all.list[i]);
    }
    each.still = said_together(opened.reading.portfolio, std::move(still));
    sort_out(invocation, opened, all, settled.present, each);
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
