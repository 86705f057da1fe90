#include "commands/states.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/blocks.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/given_options.h"
#include "commands/revision_folder.h"
#include "commands/settings.h"
#include "read/known_files.h"
#include "read/office_settings.h"

namespace brm {
namespace {

constexpr std::size_t short_id = 7;

/// No record is there, which is rarely what somebody wanted to look at.
Failure nothing_in(const Commit& commit, const std::string& prefix) {
  const std::string below = prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
  return {fmt::format("commit {} of {} holds no record{}", commit.id.substr(0, short_id),
                      to_text(commit.day), below.empty() ? "" : " below `" + visible(below) + "`"),
          fmt::format("name a revision that does; `git log --oneline{}` lists those there are",
                      below.empty() ? "" : " -- " + visible(below))};
}

KnownFiles known_files(const State* beside, const std::vector<RevisionFile>& files,
                       std::size_t jobs) {
  KnownFiles known;
  if (beside == nullptr) return known;
  known.reading = &beside->opened.reading;
  std::unordered_map<std::string_view, std::string_view> blobs;
  for (const RevisionFile& file : files) blobs.emplace(file.path, file.blob);
  for (const RevisionFile& file : blobs_of(*beside, jobs)) {
    const auto found = blobs.find(file.path);
    if (found != blobs.end() && found->second == file.blob) known.paths.push_back(file.path);
  }
  return known;
}

Unread unread_in(const Opened& opened) {
  Unread out;
  const Portfolio& portfolio = opened.reading.portfolio;
  for (const Finding& finding : opened.reading.findings.list()) {
    if (finding.loses != Loses::nothing) out.insert(portfolio.file(finding.place.file).path());
  }
  // Of a file or folder that could not be opened: `relationships: Permission denied`.
  for (const Failure& trouble : opened.reading.troubles) {
    out.insert(trouble.message.substr(0, trouble.message.find(": ")));
  }
  return out;
}

/// The files that are there, and that only `other` looks at.
Unread ignored_in(const State& state, const State& other) {
  Unread out;
  const Folder& folder = *state.opened.folder;
  const auto patterns =
      read_office_settings(folder.read(std::string(office_file)), Lanes::both).ignored;
  if (patterns.empty()) return out;
  for (const Item* record : other.opened.reading.portfolio.records()) {
    const std::string& path = other.opened.reading.portfolio.file(record->file).path();
    if (path != office_file && is_ignored(path, patterns)) out.insert(path);
  }
  if (out.empty()) return out;
  const std::vector<std::string> there = folder.list().paths;
  std::erase_if(out, [&](const std::string& path) {
    return !std::binary_search(there.begin(), there.end(), path);
  });
  return out;
}

/// Without what `other` may not say.
void leave_out(const Invocation& invocation, const State& other, State& state) {
  const Unsaid& unsaid = other.opened.reading.unsaid;
  Reading& reading = state.opened.reading;
  const auto& records = reading.portfolio.records();
  const bool is_one_there =
      !unsaid.empty() && std::any_of(records.begin(), records.end(), [&](const Item* record) {
        return unsaid.has_id(record->id());
      });
  if (!is_one_there) return;
  const std::size_t own = reading.left_out;
  reading = read_portfolio(*state.opened.folder, invocation.reading, {&other.opened.reading, {}});
  state.left_out_beside = reading.left_out - own;
  reading.left_out = own;
}

std::string beside_notice(const State& state, const State& other) {
  const std::size_t count = state.left_out_beside;
  if (count == 0) return "";
  return fmt::format("in {}: {} {} {} in {}, and left out here, too", visible(state.name),
                     counted(count, "record"), count == 1 ? "is" : "are",
                     *state.opened.audience == Audience::open ? "not public" : "restricted",
                     visible(other.name));
}

}  // namespace

Failure without_folder(const std::string& root) {
  return {fmt::format("{} is a bare repository: its records are in its revisions, and no folder "
                      "holds them",
                      visible(root)),
          "compare two revisions with `brm diff HEAD~1 HEAD`, or `git clone` it and report on that "
          "folder"};
}

Lacks lacks_of(const State& before, const State& after) {
  const auto& audience = after.opened.audience;
  Lacks out{unread_in(before.opened), unread_in(after.opened),
            !audience || *audience == Audience::restricted};
  const Item* office = after.opened.reading.portfolio.office();
  // The same item: by the same brm.yaml.
  const bool is_one_office =
      office != nullptr && office == before.opened.reading.portfolio.office();
  if (is_one_office) return out;
  out.ignored_before = ignored_in(before, after);
  out.ignored_after = ignored_in(after, before);
  return out;
}

void leave_out_alike(const Invocation& invocation, State& before, State& after) {
  if (!invocation.reading.audience) return;
  leave_out(invocation, after, before);
  leave_out(invocation, before, after);
}

std::optional<Failure> find_later_day(const Invocation& invocation, const std::string& revision) {
  const DateReading day = read_date(revision);
  if (day.fault != DateFault::none || day.date <= invocation.as_of) return std::nullopt;
  const auto chosen = chosen_day(invocation.world, invocation.options);
  const bool is_today = !chosen.ok() || chosen.value().from == "today";
  return Failure{
      fmt::format("{} is after {}{}", revision, is_today ? "today, " : "the as-of date, ",
                  to_text(invocation.as_of)),
      is_today ? "name a day that has come" : "name a day until then, or a later one with --as-of"};
}

std::vector<RevisionFile> blobs_of(const State& state, std::size_t jobs) {
  if (const auto* revision = dynamic_cast<const RevisionFolder*>(state.opened.folder.get())) {
    return revision->files();
  }
  const std::vector<SourceFile>& files = state.opened.reading.portfolio.files();
  std::vector<RevisionFile> blobs(files.size());
  for_each_block(files.size(), jobs, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      // Without the mark that it began with it would be called otherwise.
      if (!files[i].has_bytes() || files[i].had_byte_order_mark()) continue;
      blobs[i] = {files[i].path(), Repository::blob_of(files[i].bytes())};
    }
  });
  return blobs;
}

std::string State::words() const {
  if (!commit) return fmt::format("{} is judged as of {}", name, to_text(as_of));
  const std::string judged = commit->day == as_of ? std::string("that day") : to_text(as_of);
  return fmt::format("{} is commit {} of {}, judged as of {}", visible(name),
                     commit->id.substr(0, short_id), to_text(commit->day), judged);
}

Result<std::string> find_records(const Invocation& invocation) {
  auto opened =
      invocation.world.open_folder(chosen_folder(invocation.world, invocation.options).path);
  if (!opened.ok()) return opened.failure();
  return opened.value().root;
}

Result<Repository> open_repository(const Invocation& invocation, const std::string& root) {
  // The world says whether there is one, so that a test may be without.
  if (invocation.world.look_around(root).git) return Repository::open(root);
  return Failure{"these records are in no git repository",
                 "what changed can be said of records that are kept in git: `git init`, and commit "
                 "them"};
}

Result<State> open_revision(const Invocation& invocation, const Repository& repository,
                            const std::string& root, const std::string& revision,
                            const State* beside) {
  if (const auto later = find_later_day(invocation, revision)) return *later;
  const auto commit = repository.find(revision);
  if (!commit.ok()) return commit.failure();
  auto files = repository.files_of(commit.value());
  if (!files.ok()) return files.failure();
  auto folder = std::make_unique<RevisionFolder>(repository, std::move(files).value());
  if (folder->list().paths.empty()) return nothing_in(commit.value(), repository.prefix());
  const DateReading day = read_date(revision);
  // What an audience is shown are copies, which are nobody else's.
  const State* shared = invocation.reading.audience ? nullptr : beside;
  const KnownFiles known = known_files(shared, folder->files(), invocation.reading.jobs);
  Reading reading = read_portfolio(*folder, invocation.reading, known);
  return State{{std::move(reading), root, std::move(folder), invocation.reading.audience},
               revision,
               commit.value(),
               day.fault == DateFault::none ? day.date : commit.value().day};
}

Result<State> open_present(const Invocation& invocation) {
  auto opened = open_records(invocation);
  if (!opened.ok()) return opened.failure();
  if (opened.value().reading.files_read == 0) {
    const auto repository = open_repository(invocation, opened.value().root);
    if (repository.ok() && repository.value().is_bare()) {
      return without_folder(opened.value().root);
    }
  }
  return State{std::move(opened).value(), "the folder", std::nullopt, invocation.as_of};
}

std::vector<std::string> left_out_notices(const State& before, const State& after) {
  std::vector<std::string> notices;
  for (const auto& [state, other] : {std::pair(&before, &after), std::pair(&after, &before)}) {
    const std::string left_out = left_out_notice(state->opened);
    if (!left_out.empty()) {
      notices.push_back(fmt::format("in {}: {}", visible(state->name), left_out));
    }
    std::string beside = beside_notice(*state, *other);
    if (!beside.empty()) notices.push_back(std::move(beside));
  }
  return notices;
}

std::vector<std::string> notices_of(const State& before, const State& after) {
  std::vector<std::string> notices;
  for (const State* state : {&before, &after}) {
    for (const std::string& notice : notices_of(state->opened)) {
      notices.push_back(fmt::format("in {}: {}", visible(state->name), notice));
    }
  }
  for (std::string& notice : left_out_notices(before, after)) {
    notices.push_back(std::move(notice));
  }
  return notices;
}

ExitStatus said_notices(const Invocation& invocation, const State& before, const State& after) {
  for (const std::string& notice : notices_of(before, after)) {
    const std::string told = with_given_options(notice, invocation.options);
    invocation.console.err += fmt::format("brm: {}\n", visible(told));
  }
  const bool is_whole = notices_of(before.opened).empty() && notices_of(after.opened).empty();
  return is_whole ? ExitStatus::clean : ExitStatus::could_not_run;
}

}  // namespace brm
