#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "history/repository_inside.h"

namespace brm {
namespace {

constexpr int most_folders_deep = 32;

/// One line of a folder as git writes it: `100644 name`, NUL, 20 bytes.
struct FolderEntry {
  std::string_view name;
  git_oid id{};
  bool is_folder = false;
  std::uint32_t version = 0;  // of a file
};

/// Takes the first entry off `bytes`; false where they are none.
bool take_entry(std::string_view& bytes, std::string_view& mode, FolderEntry& out) {
  const std::size_t blank = bytes.find(' ');
  const std::size_t end = bytes.find('\0');
  if (blank == std::string_view::npos || end == std::string_view::npos || end < blank) return false;
  if (bytes.size() - end - 1 < GIT_OID_RAWSZ) return false;
  mode = bytes.substr(0, blank);
  out.name = bytes.substr(blank + 1, end - blank - 1);
  std::memcpy(out.id.id, bytes.data() + end + 1, GIT_OID_RAWSZ);
  bytes.remove_prefix(end + 1 + GIT_OID_RAWSZ);
  return true;
}

/// The files and folders that may hold records: no link, no submodule, nothing hidden. Empty where
/// the bytes are no folder.
std::optional<std::vector<FolderEntry>> entries_in(std::string_view bytes) {
  std::vector<FolderEntry> entries;
  std::string_view mode;
  while (!bytes.empty()) {
    FolderEntry entry;
    if (!take_entry(bytes, mode, entry)) return std::nullopt;
    entry.is_folder = mode == "40000" || mode == "040000";
    const bool is_file = mode.starts_with("100");
    if ((entry.is_folder || is_file) && !entry.name.starts_with('.')) entries.push_back(entry);
  }
  return entries;
}

/// How git sorts: a folder as if its name ended in a slash, so that whole paths are sorted, too.
bool is_before(const FolderEntry& a, const FolderEntry& b) {
  const int order =
      std::memcmp(a.name.data(), b.name.data(), std::min(a.name.size(), b.name.size()));
  if (order != 0) return order < 0;
  const auto next = [](const FolderEntry& entry, std::size_t at) -> unsigned char {
    if (at < entry.name.size()) return static_cast<unsigned char>(entry.name[at]);
    return entry.is_folder ? '/' : '\0';
  };
  const std::size_t shorter = std::min(a.name.size(), b.name.size());
  return next(a, shorter) < next(b, shorter);
}

/// Goes through the folders of one commit after the other, and remembers each as it was last.
class VersionWalk {
 public:
  VersionWalk(git_odb* database, FileVersions& out) : database_(database), out_(out) {}

  /// Whether all of the folder could be read.
  bool add(const git_oid& id, const std::string& path, std::vector<std::uint32_t>& files) {
    Folder& folder = folders_[path];
    if (!folder.bytes || git_oid_equal(&folder.id, &id) == 0) {
      if (!look_into(id, path, folder)) return false;
    }
    const std::vector<FolderEntry>& entries = folder.entries;
    for (const FolderEntry& entry : entries) {
      if (!entry.is_folder) {
        files.push_back(entry.version);
      } else if (!add_below(entry, path, files)) {
        return false;
      }
    }
    return true;
  }

 private:
  struct Folder {
    git_oid id{};
    GitBytes bytes;  // of which the entries are part
    std::vector<FolderEntry> entries;
  };

  bool add_below(const FolderEntry& entry, const std::string& path,
                 std::vector<std::uint32_t>& files) {
    const std::string below = fmt::format("{}{}/", path, entry.name);
    if (std::count(below.begin(), below.end(), '/') > most_folders_deep) return true;
    return add(entry.id, below, files);
  }

  bool look_into(const git_oid& id, const std::string& path, Folder& folder) {
    auto bytes = make_git<GitBytes>(git_odb_read, database_, &id);
    if (!bytes || git_odb_object_type(bytes.get()) != GIT_OBJECT_TREE) return false;
    auto entries = entries_in({static_cast<const char*>(git_odb_object_data(bytes.get())),
                               git_odb_object_size(bytes.get())});
    if (!entries) return false;
    // What was there before, and is not sorted, is only taken for new.
    auto before = folder.entries.begin();
    for (FolderEntry& entry : *entries) {
      if (entry.is_folder) continue;
      while (before != folder.entries.end() && is_before(*before, entry)) ++before;
      const bool is_same = before != folder.entries.end() && before->name == entry.name &&
                           !before->is_folder && git_oid_equal(&before->id, &entry.id) != 0;
      entry.version = is_same ? before->version : add_version(entry, path);
    }
    folder = {id, std::move(bytes), *std::move(entries)};
    return true;
  }

  std::uint32_t add_version(const FolderEntry& entry, const std::string& path) {
    out_.files.push_back({fmt::format("{}{}", path, entry.name), hex(entry.id)});
    return static_cast<std::uint32_t>(out_.files.size() - 1);
  }

  git_odb* database_;
  FileVersions& out_;
  std::map<std::string, Folder> folders_;
};

struct RecordsFolder {
  bool is_known = true;  ///< False where a folder on the way cannot be read.
  std::optional<git_oid> id = {};
};

/// The tree at `below`, `` or `office/records/`, if there is one.
RecordsFolder folder_in(const git_tree& tree, const std::string& below) {
  if (below.empty()) return {true, *git_tree_id(&tree)};
  const TreeSearch found = entry_at(tree, std::string_view(below).substr(0, below.size() - 1));
  if (!found.is_known) return {false};
  const git_tree_entry* entry = found.entry;
  if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_TREE) return {};
  return {true, *git_tree_entry_id(entry)};
}

}  // namespace

Result<FileVersions> Repository::files_of(const std::vector<Commit>& commits) const {
  git_repository* repository = inside_->main.get();
  const auto database = make_git<GitDatabase>(git_repository_odb, repository);
  if (!database) return broken("the git repository cannot be read");
  FileVersions out;
  VersionWalk walk(database.get(), out);
  for (const Commit& commit : commits) {
    const GitCommit found = commit_of(repository, commit.id);
    const GitTree tree = found ? make_git<GitTree>(git_commit_tree, found.get()) : GitTree();
    if (!tree) return inside_->unreadable(fmt::format("commit {} cannot be read", commit.id));
    std::vector<std::uint32_t>& files = out.of.emplace_back();
    const RecordsFolder folder = folder_in(*tree, inside_->prefix);
    if (folder.is_known && !folder.id) continue;  // it was not there yet
    if (!folder.is_known || !walk.add(*folder.id, "", files)) {
      return inside_->unreadable(fmt::format("the folders of commit {} cannot be read", commit.id));
    }
    const auto by_path = [&](std::uint32_t a, std::uint32_t b) {
      return out.files[a].path < out.files[b].path;
    };
    if (!std::is_sorted(files.begin(), files.end(), by_path)) {
      std::sort(files.begin(), files.end(), by_path);
    }
  }
  return out;
}

Result<std::vector<RevisionFile>> Repository::files_of(const Commit& commit) const {
  auto versions = files_of(std::vector{commit});
  if (!versions.ok()) return versions.failure();
  const FileVersions& found = versions.value();
  std::vector<RevisionFile> files;
  files.reserve(found.files.size());
  for (const std::uint32_t each : found.of.front()) files.push_back(found.files[each]);
  return files;
}

}  // namespace brm
