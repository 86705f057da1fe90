#include "history/repository.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <new>

#include "base/spelling.h"
#include "base/utf8.h"
#include "history/repository_inside.h"

namespace brm {
namespace {

Commit read_commit(git_commit* commit) {
  const git_signature* author = git_commit_author(commit);
  const char* subject = git_commit_summary(commit);
  const std::int64_t seconds = git_commit_time(commit);
  return {hex(*git_commit_id(commit)), seconds,
          day_of_unix_seconds(seconds + std::int64_t{git_commit_time_offset(commit)} * 60),
          author == nullptr || author->name == nullptr ? "" : author->name,
          subject == nullptr ? "" : subject};
}

/// Branches, remote ones and tags, as one writes them.
std::vector<std::string> short_names_of(git_repository* repository) {
  std::vector<std::string> names;
  const auto add = [](const char* name, void* out) {
    const std::string_view whole(name);
    for (const std::string_view folder : {"refs/heads/", "refs/tags/", "refs/remotes/"}) {
      if (!whole.starts_with(folder)) continue;
      static_cast<std::vector<std::string>*>(out)->emplace_back(whole.substr(folder.size()));
    }
    return 0;
  };
  git_reference_foreach_name(repository, add, &names);
  return names;
}

/// `` or `office/records/`: where the folder lies within the checkout.
std::string prefix_of(git_repository* repository, const std::string& folder) {
  const char* top = git_repository_workdir(repository);
  if (top == nullptr) return "";
  namespace fs = std::filesystem;
  // "" would stand for the top; the others that there may be are for git to tell.
  const auto canonical = [](const std::string& name) {
    std::error_code error;
    fs::path path = fs::canonical(name, error);
    if (error == std::errc::not_enough_memory) throw std::bad_alloc();
    return path;
  };
  const std::string path = canonical(folder).lexically_relative(canonical(top)).generic_string();
  return path.empty() || path == "." ? "" : path + "/";
}

}  // namespace

Repository::Repository(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

Result<Repository> Repository::open(const std::string& folder) {
  auto inside = std::make_unique<Inside>();
  inside->main = make_git<GitRepository>(git_repository_open_ext, folder.c_str(),
                                         GIT_REPOSITORY_OPEN_CROSS_FS, nullptr);
  if (!inside->main) {
    const git_error* error = git_error_last();
    const std::string_view said =
        error == nullptr || error->message == nullptr ? "" : std::string_view(error->message);
    if (said.find("extensions.objectformat") != std::string_view::npos) {
      return Failure{
          fmt::format("{}: this git repository names its objects by SHA-256, which this "
                      "build of brm cannot read",
                      visible(folder)),
          "what needs no history works all the same; a repository that git makes without "
          "`--object-format=sha256` can be read whole"};
    }
    if (error != nullptr && error->klass == GIT_ERROR_REPOSITORY) {
      return Failure{fmt::format("{}: no git repository is here or above", visible(folder)),
                     "what changed can be said of records that are kept in git"};
    }
    return broken(fmt::format("{}: the git repository cannot be read", visible(folder)));
  }
  inside->path = git_repository_path(inside->main.get());
  inside->prefix = prefix_of(inside->main.get(), folder);
  if (git_repository_head_unborn(inside->main.get()) == 1) {
    return Failure{fmt::format("{}: nothing was committed yet", visible(folder)),
                   "commit the records: `git add . && git commit`"};
  }
  return Repository(std::move(inside));
}

bool Repository::is_shallow() const { return git_repository_is_shallow(inside_->main.get()) == 1; }

bool Repository::is_bare() const { return git_repository_is_bare(inside_->main.get()) == 1; }

const std::string& Repository::prefix() const { return inside_->prefix; }

Result<std::vector<Commit>> Repository::line_of(const Commit& from, std::size_t most,
                                                Date until) const {
  std::vector<Commit> line;
  GitCommit at = commit_of(inside_->main.get(), from.id);
  if (!at) return broken(fmt::format("commit {} cannot be read", from.id));
  while (line.size() < most) {
    line.push_back(read_commit(at.get()));
    if (line.back().day <= until) break;
    if (git_commit_parentcount(at.get()) == 0) break;
    GitCommit parent = make_git<GitCommit>(git_commit_parent, at.get(), 0U);
    if (!parent) {
      if (is_cut_off_at(inside_->main.get(), line.back().id)) break;
      return broken(fmt::format("the parent of commit {} cannot be read", line.back().id));
    }
    at = std::move(parent);
  }
  return line;
}

Result<Commit> Repository::find(std::string_view revision) const {
  const DateReading date = read_date(revision);
  if (date.fault == DateFault::none) return find_day(date.date);
  constexpr std::string_view dots = "...";
  if (revision.ends_with(dots)) return find_fork(revision.substr(0, revision.size() - dots.size()));
  const std::string name = fmt::format("{}^{{commit}}", revision);
  GitObject found = make_git<GitObject>(git_revparse_single, inside_->main.get(), name.c_str());
  if (!found) return unknown(revision);
  const GitCommit commit = commit_of(inside_->main.get(), hex(*git_object_id(found.get())));
  if (!commit) return broken(fmt::format("commit `{}` cannot be read", visible(revision)));
  return read_commit(commit.get());
}

Result<Commit> Repository::find_fork(std::string_view revision) const {
  const auto other = find(revision);
  if (!other.ok()) return other;
  const auto head = find("HEAD");
  if (!head.ok()) return head;
  git_oid ids[2];
  git_oid_fromstr(&ids[0], other.value().id.c_str());
  git_oid_fromstr(&ids[1], head.value().id.c_str());
  git_oid fork;
  if (git_merge_base(&fork, inside_->main.get(), &ids[0], &ids[1]) == 0) return find(hex(fork));
  return Failure{fmt::format("`{}` and HEAD have no commit in common here", visible(revision)),
                 is_shallow() ? "this clone was cut off: fetch more with `git fetch --deepen=100`"
                              : "name the revision itself, without the dots"};
}

namespace {

/// How many first parents `HEAD~2^` is before HEAD; empty where it says something else.
std::optional<std::size_t> steps_back(std::string_view marks) {
  std::size_t steps = 0;
  while (!marks.empty()) {
    const bool is_counted = marks.front() == '~';
    if (!is_counted && marks.front() != '^') return std::nullopt;
    marks.remove_prefix(1);
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(marks.data(), marks.data() + marks.size(), count);
    const auto digits = static_cast<std::size_t>(end - marks.data());
    if (digits > 0 && (!is_counted || error != std::errc{})) return std::nullopt;
    steps += digits > 0 ? count : 1;
    marks.remove_prefix(digits);
  }
  return steps;
}

}  // namespace

std::optional<Failure> Repository::find_too_early(std::string_view revision) const {
  const std::size_t mark = std::min(revision.find_first_of("~^"), revision.size());
  const auto steps = steps_back(revision.substr(mark));
  if (mark == 0 || !steps || *steps == 0) return std::nullopt;
  const auto from = find(revision.substr(0, mark));
  if (!from.ok()) return from.failure();
  const auto line = line_of(from.value(), SIZE_MAX);
  if (!line.ok()) return line.failure();
  if (*steps < line.value().size() || is_shallow()) return std::nullopt;
  return Failure{fmt::format("`{}` would be before the first commit, of {}", visible(revision),
                             to_text(line.value().back().day)),
                 fmt::format("`{}` has {} before it", visible(revision.substr(0, mark)),
                             counted(line.value().size() - 1, "commit"))};
}

Failure Repository::unknown(std::string_view revision) const {
  if (revision == "HEAD") {
    return {"HEAD of this repository names no commit",
            "`git status` in that folder says on which branch it should be"};
  }
  if (auto failure = find_too_early(revision)) return *std::move(failure);
  Failure failure{fmt::format("no commit is called `{}` here", visible(revision)),
                  "write a branch, a tag, an id, HEAD~1, or a day as YYYY-MM-DD"};
  if (is_shallow()) {
    failure.help = "this clone was cut off: fetch more with `git fetch --deepen=100`";
  }
  const std::vector<std::string> names = short_names_of(inside_->main.get());
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto close = nearest(revision, known);
  if (close) failure.help = fmt::format("did you mean `{}`?", visible(*close));
  return failure;
}

std::vector<std::string> Repository::names() const { return short_names_of(inside_->main.get()); }

Result<Commit> Repository::find_day(Date day) const {
  const auto head = find("HEAD");
  if (!head.ok()) return head;
  std::string id = head.value().id;
  for (GitCommit at = commit_of(inside_->main.get(), id); at;
       at = make_git<GitCommit>(git_commit_parent, at.get(), 0U)) {
    Commit commit = read_commit(at.get());
    if (commit.day <= day) return commit;
    id = commit.id;
    if (git_commit_parentcount(at.get()) > 0) continue;
    return Failure{fmt::format("nothing was committed until {}: the first commit is of {}",
                               to_text(day), to_text(commit.day)),
                   "name a later day, or a revision"};
  }
  if (!is_cut_off_at(inside_->main.get(), id)) {
    return broken(fmt::format("what comes before commit {} cannot be read", id));
  }
  return Failure{fmt::format("the history of this clone was cut off after {}", to_text(day)),
                 "fetch more of it: `git fetch --unshallow`"};
}

namespace {

/// Empty where it is too large; the failure is libgit2's.
std::optional<Result<std::optional<std::string>>> read_blob(git_odb* database, const git_oid& id,
                                                            std::size_t most) {
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_ANY;
  if (git_odb_read_header(&size, &type, database, &id) != 0) return std::nullopt;
  if (size > most) return std::optional<std::string>();
  const auto found = make_git<GitBytes>(git_odb_read, database, &id);
  if (!found) return std::nullopt;
  return std::optional<std::string>(std::in_place,
                                    static_cast<const char*>(git_odb_object_data(found.get())),
                                    git_odb_object_size(found.get()));
}

}  // namespace

Result<std::optional<std::string>> Repository::read(const std::string& blob,
                                                    std::size_t most) const {
  GitRepository handle = inside_->take();
  if (!handle) return broken("the git repository cannot be read");
  git_oid id;
  git_oid_fromstr(&id, blob.c_str());
  const auto database = make_git<GitDatabase>(git_repository_odb, handle.get());
  auto bytes = database ? read_blob(database.get(), id, most) : std::nullopt;
  if (!bytes) return inside_->unreadable(fmt::format("object {} cannot be read", blob));
  inside_->give_back(std::move(handle));
  return std::move(*bytes);
}

std::string Repository::blob_of(std::string_view bytes) {
  git_oid id;
  git_odb_hash(&id, bytes.data(), bytes.size(), GIT_OBJECT_BLOB);
  return hex(id);
}

Result<std::optional<RevisionFile>> Repository::file_at(const Commit& commit,
                                                        const std::string& path) const {
  auto file = file_from_top(commit, inside_->prefix + path);
  if (!file.ok() || !file.value()) return file;
  return std::optional(RevisionFile{path, file.value()->blob});
}

Result<std::optional<RevisionFile>> Repository::file_from_top(const Commit& commit,
                                                              const std::string& path) const {
  git_repository* repository = inside_->main.get();
  const GitCommit found = commit_of(repository, commit.id);
  const GitTree tree = found ? make_git<GitTree>(git_commit_tree, found.get()) : GitTree();
  if (!tree) return inside_->unreadable(fmt::format("commit {} cannot be read", commit.id));
  const TreeSearch looked = entry_at(*tree, path);
  if (!looked.is_known) {
    return inside_->unreadable(fmt::format("the folders of commit {} cannot be read", commit.id));
  }
  const git_tree_entry* entry = looked.entry;
  if (entry == nullptr) return std::optional<RevisionFile>();
  const git_filemode_t mode = git_tree_entry_filemode(entry);
  const bool is_file = mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
  if (!is_file) return std::optional<RevisionFile>();
  return std::optional(RevisionFile{path, hex(*git_tree_entry_id(entry))});
}

Result<std::vector<Submodule>> Repository::submodules_of(const Commit& commit) const {
  std::vector<Submodule> out;
  const auto listed = file_from_top(commit, ".gitmodules");
  if (!listed.ok()) return listed.failure();
  if (!listed.value()) return out;
  struct Search {
    const std::string& prefix;
    std::vector<Submodule>& found;
  } search{inside_->prefix, out};
  const auto look = [](const char* folder, const git_tree_entry* entry, void* into) {
    auto& all = *static_cast<Search*>(into);
    const std::string path = std::string(folder) + git_tree_entry_name(entry);
    const bool is_hidden = path.starts_with('.') || path.find("/.") != std::string::npos;
    if (git_tree_entry_filemode(entry) != GIT_FILEMODE_COMMIT || is_hidden) return 0;
    if (!path.starts_with(all.prefix)) return 0;
    all.found.push_back({path.substr(all.prefix.size()), hex(*git_tree_entry_id(entry))});
    return 0;
  };
  const GitCommit found = commit_of(inside_->main.get(), commit.id);
  const GitTree tree = found ? make_git<GitTree>(git_commit_tree, found.get()) : GitTree();
  if (!tree || git_tree_walk(tree.get(), GIT_TREEWALK_PRE, look, &search) != 0) {
    return inside_->unreadable(fmt::format("commit {} cannot be read", commit.id));
  }
  return out;
}

std::vector<std::string> Repository::paths_of(const Commit& commit, const std::string& name) const {
  struct Search {
    const std::string& name;
    std::vector<std::string> found;
  } search{name, {}};
  const auto look = [](const char* folder, const git_tree_entry* entry, void* out) {
    auto& all = *static_cast<Search*>(out);
    const bool is_file = git_tree_entry_type(entry) == GIT_OBJECT_BLOB;
    if (is_file && all.name == git_tree_entry_name(entry)) all.found.push_back(folder + all.name);
    return 0;
  };
  const GitCommit found = commit_of(inside_->main.get(), commit.id);
  const GitTree tree = found ? make_git<GitTree>(git_commit_tree, found.get()) : GitTree();
  if (tree) git_tree_walk(tree.get(), GIT_TREEWALK_PRE, look, &search);
  std::sort(search.found.begin(), search.found.end());
  return std::move(search.found);
}

}  // namespace brm
