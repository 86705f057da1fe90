#include "write/together.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <map>

#include "base/spelling.h"
#include "base/utf8.h"
#include "write/temporary.h"

namespace brm {
namespace {

/// Whether the file holds these bytes and no other; empty when it cannot be read.
std::optional<bool> holds(const Target& target, int folder, std::string_view bytes) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const Descriptor file(::openat(folder, target.name.c_str(), flags));
  if (!file.is_open()) return std::nullopt;
  std::string found(bytes.size() + 1, '\0');
  std::size_t size = 0;
  while (size < found.size()) {
    const ssize_t count = ::read(file.number(), found.data() + size, found.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  return std::string_view(found).substr(0, size) == bytes;
}

Failure changed_meanwhile(const std::string& path) {
  return cannot_write(path, "it was changed since it was read", "nothing was written; run again");
}

Failure there_already(const std::string& path) {
  return cannot_write(path, "it is there already", "nothing there was changed");
}

/// The folders that files go into, each held open once, however it is called.
class Folders {
 public:
  Folders() = default;
  Folders(const Folders&) = delete;
  Folders& operator=(const Folders&) = delete;
  /// Those that were made and hold nothing go again.
  ~Folders() {
    for (auto made = made_.rbegin(); made != made_.rend(); ++made) ::rmdir(made->c_str());
  }

  /// The one that the file is in, and for a new file those above it, which are made.
  std::optional<Failure> open(const Target& target, bool is_new) {
    if (numbers_.contains(target.folder)) return std::nullopt;
    if (is_new) {
      if (auto failure = make(target)) return failure;
    }
    const int number = open_folder(target.folder);
    struct stat found {};
    if (number < 0) return cannot_write_now(target.path);
    opened_.emplace_back(number);
    if (::fstat(number, &found) != 0) return cannot_write_now(target.path);
    const auto same = by_identity_.try_emplace({found.st_dev, found.st_ino}, number).first;
    numbers_.emplace(target.folder, same->second);
    return std::nullopt;
  }
  int number(const std::string& folder) const { return numbers_.at(folder); }

  /// In one order whoever does it. Where the file system knows no locks, what is left is the moment
  /// between a look and a rename.
  void lock() const {
    for (const auto& [identity, number] : by_identity_) {
      while (::flock(number, LOCK_EX) != 0 && errno == EINTR) continue;
    }
  }
  bool are_on_disk() const {
    return std::all_of(by_identity_.begin(), by_identity_.end(),
                       [](const auto& each) { return is_on_disk(each.second); });
  }

 private:
  std::optional<Failure> make(const Target& target) {
    const std::string& folder = target.folder;
    for (std::size_t slash = folder.find('/', 1);; slash = folder.find('/', slash + 1)) {
      const std::string part = folder.substr(0, slash);
      struct stat found {};
      if (::stat(part.c_str(), &found) != 0) {
        if (::mkdir(part.c_str(), 0777) == 0) {
          made_.push_back(part);
        } else if (errno != EEXIST) {
          return cannot_write(target.path,
                              fmt::format("{}: {}", visible(part), std::strerror(errno)));
        }
      }
      if (slash == std::string::npos) return std::nullopt;
    }
  }

  std::map<std::string, int> numbers_;
  std::map<std::pair<dev_t, ino_t>, int> by_identity_;
  std::deque<Descriptor> opened_;
  std::vector<std::string> made_;
};

class Together {
 public:
  explicit Together(const std::vector<OneOfMany>& files) : files_(files) {
    for (const OneOfMany& file : files) targets_.push_back(target_of(file.path));
  }

  WrittenTogether run(const std::function<void(std::size_t)>& prepared) {
    if (auto failure = open_folders()) return {0, std::move(failure)};
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (auto failure = prepare(i)) return {0, std::move(failure)};
      if (signals_.is_any_waiting()) return {0, Failure{"it was interrupted", ""}};
      if (prepared) prepared(i + 1);
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (auto failure = look_again(i)) return {0, std::move(failure)};
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (!put_in_place(i)) return {i, why_not(i)};
    }
    if (!folders_.are_on_disk()) return {files_.size(), cannot_write_now(targets_.back().path)};
    return {files_.size(), std::nullopt};
  }

 private:
  std::optional<Failure> open_folders() {
    bool has_old = false;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      has_old = has_old || files_[i].was;
      if (auto failure = folders_.open(targets_[i], !files_[i].was)) return failure;
    }
    if (has_old) folders_.lock();
    return std::nullopt;
  }

  int folder_of(std::size_t i) const { return folders_.number(targets_[i].folder); }

  std::optional<Failure> prepare(std::size_t i) {
    const bool is_new = !files_[i].was;
    std::optional<struct stat> old;
    if (is_new) {
      struct stat found {};
      const bool is_there =
          ::fstatat(folder_of(i), targets_[i].name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0;
      if (is_there) return there_already(files_[i].path);
    } else {
      auto found = look_at(targets_[i], folder_of(i));
      if (!found.ok()) return found.failure();
      if (!found.value()) return changed_meanwhile(files_[i].path);
      old = found.value();
    }
    const mode_t mode = is_new && files_[i].bytes.starts_with("#!") ? 0777 : 0666;
    const auto filled =
        temporaries_.emplace_back(folder_of(i), mode, i).fill(targets_[i], old, files_[i].bytes);
    return filled.ok() ? std::nullopt : std::optional(filled.failure());
  }

  std::optional<Failure> look_again(std::size_t i) const {
    if (!files_[i].was) return std::nullopt;
    const auto is_same = holds(targets_[i], folder_of(i), *files_[i].was);
    if (!is_same) return cannot_write_now(files_[i].path);
    return *is_same ? std::nullopt : std::optional(changed_meanwhile(files_[i].path));
  }

  bool put_in_place(std::size_t i) {
    return files_[i].was ? temporaries_[i].take_place_of(targets_[i].name)
                         : temporaries_[i].take_name(targets_[i].name);
  }

  Failure why_not(std::size_t i) const {
    const bool is_in_the_way = !files_[i].was && errno == EEXIST;
    return is_in_the_way ? there_already(files_[i].path) : cannot_write_now(files_[i].path);
  }

  const std::vector<OneOfMany>& files_;
  std::vector<Target> targets_;
  // Undone from the last to the first: files that are left, folders made for them, then signals.
  SignalsHeld signals_;
  RefusalsThrown refusals_;
  Folders folders_;
  std::deque<Temporary> temporaries_;
};

}  // namespace

WrittenTogether write_together(const std::vector<OneOfMany>& files,
                               const std::function<void(std::size_t)>& prepared) {
  if (files.empty()) return {};
  return Together(files).run(prepared);
}

std::string account_of(const std::vector<OneOfMany>& files, const WrittenTogether& written) {
  if (!written.failure || files.size() < 2) return "";
  if (written.in_place == 0) {
    return fmt::format("brm: none of {} was written: all is as it was\n",
                       counted(files.size(), "file"));
  }
  std::string out = fmt::format("brm: {} of {} were written, each of them whole:\n",
                                written.in_place, counted(files.size(), "file"));
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (i == written.in_place) out += "brm: as they were are\n";
    out += fmt::format("  {}\n", visible(files[i].path));
  }
  return out + "help: see to what is in the way, and run the same again\n";
}

}  // namespace brm
