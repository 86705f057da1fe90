#include "write/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace brm {
namespace {

Failure cannot(const std::string& path, std::string_view why, std::string help = "") {
  return {fmt::format("{} could not be written: {}", visible(path), why), std::move(help)};
}

/// For what has just gone wrong.
Failure cannot_now(const std::string& path) { return cannot(path, std::strerror(errno)); }

/// Closed when it goes out of sight, unless somebody closed it to see that it went well.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (is_open()) ::close(number_);
  }
  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  int released() { return std::exchange(number_, -1); }

 private:
  int number_;
};

/// The folder and the name in it; the folder is held open, so that nobody moves it meanwhile.
struct Target {
  std::string path;
  std::string folder;
  std::string name;
};

Target split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {path, ".", path};
  return {path, slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

/// What is there now, if anything; a failure when it is nothing to write over.
Result<std::optional<struct stat>> look(const Target& target, int folder) {
  if (target.name.empty() || target.name == "." || target.name == "..") {
    return cannot(target.path, "it is a folder", "give the name of a file in it");
  }
  struct stat found {};
  if (::fstatat(folder, target.name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::optional<struct stat>{};
    return cannot_now(target.path);
  }
  if (S_ISDIR(found.st_mode)) {
    return cannot(target.path, "it is a folder", "give the name of a file in it");
  }
  if (S_ISLNK(found.st_mode)) {
    return cannot(target.path, "it is a symbolic link", "name the file it leads to");
  }
  if (!S_ISREG(found.st_mode)) {
    return cannot(target.path, "it is a device, pipe or socket", "write to stdout, with -o -");
  }
  if (::faccessat(folder, target.name.c_str(), W_OK, AT_EACCESS) != 0) {
    return cannot_now(target.path);
  }
  return std::optional(found);
}

/// Where memory is refused, std::bad_alloc is thrown, whatever else was to happen: what is on its
/// way is undone.
class RefusalsThrown {
 public:
  RefusalsThrown() = default;
  RefusalsThrown(const RefusalsThrown&) = delete;
  RefusalsThrown& operator=(const RefusalsThrown&) = delete;
  ~RefusalsThrown() { std::set_new_handler(before_); }

 private:
  std::new_handler before_ = std::set_new_handler(nullptr);
};

/// A file of its own beside the target, removed again unless it took the target's place.
class Temporary {
 public:
  explicit Temporary(int folder, mode_t mode = 0666) : folder_(folder) {
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
      name_ = fmt::format(".brm-{}-{}", ::getpid(), i);
      constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
      const int number = ::openat(folder_, name_.c_str(), flags, mode);
      if (number >= 0) {
        descriptor_.emplace(number);
        return;
      }
      if (errno != EEXIST) return;
    }
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (descriptor_ && !is_in_place_) ::unlinkat(folder_, name_.c_str(), 0);
  }

  bool is_open() const { return descriptor_.has_value(); }
  int number() const { return descriptor_->number(); }
  int released() { return descriptor_->released(); }
  bool take_place_of(const std::string& name) {
    is_in_place_ = ::renameat(folder_, name_.c_str(), folder_, name.c_str()) == 0;
    return is_in_place_;
  }
  /// Fails with EEXIST where something has the name.
  bool take_name(const std::string& name) {
    is_in_place_ =
        ::renameat2(folder_, name_.c_str(), folder_, name.c_str(), RENAME_NOREPLACE) == 0;
    if (is_in_place_ || (errno != EINVAL && errno != ENOSYS)) return is_in_place_;
    // A file system without such a step has links, which never replace anything either.
    return ::linkat(folder_, name_.c_str(), folder_, name.c_str(), 0) == 0;
  }

 private:
  RefusalsThrown refusals_;
  int folder_;
  std::string name_;
  std::optional<Descriptor> descriptor_;
  bool is_in_place_ = false;
};

/// Ctrl-C and the like wait for the file to be whole or gone: what they end leaves nothing behind.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&held, signal);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

/// Some file systems have nothing to wait for, and say so.
bool is_on_disk(int descriptor) {
  return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
}

/// Owner first, as a change of owner takes some of the mode away. Only root may give a file away:
/// whoever cannot keeps it, with the old mode all the same.
bool keeps(const struct stat& old, int descriptor) {
  const bool is_given = ::fchown(descriptor, old.st_uid, old.st_gid) == 0 || errno == EPERM;
  constexpr mode_t permissions = 0777;
  return is_given && ::fchmod(descriptor, old.st_mode & permissions) == 0;
}

/// Whole and safe on the disk beside the target, and not yet in its place.
Result<Written> fill(Temporary& temporary, const Target& target,
                     const std::optional<struct stat>& old, std::string_view bytes) {
  if (!temporary.is_open()) return cannot_now(target.path);
  if (old && !keeps(*old, temporary.number())) return cannot_now(target.path);
  const auto written = write_all(temporary.number(), bytes, visible(target.path));
  if (!written.ok()) return written;
  if (!is_on_disk(temporary.number())) return cannot_now(target.path);
  return close_checked(temporary.released(), visible(target.path));
}

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
  return cannot(path, "it was changed since it was read", "nothing was written; run again");
}

/// The folder a file is to be in, and those above it.
std::optional<Failure> make_folder(const std::string& path, const std::string& folder) {
  for (std::size_t slash = folder.find('/', 1);; slash = folder.find('/', slash + 1)) {
    const std::string part = folder.substr(0, slash);
    struct stat found {};
    if (::stat(part.c_str(), &found) != 0 && ::mkdir(part.c_str(), 0777) != 0 && errno != EEXIST) {
      return cannot(path, fmt::format("{}: {}", visible(part), std::strerror(errno)));
    }
    if (slash == std::string::npos) return std::nullopt;
  }
}

}  // namespace

Result<Written> replace_file(const std::string& path, std::string_view bytes) {
  const Target target = split(path);
  const Descriptor folder(::open(target.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return cannot_now(path);
  const auto old = look(target, folder.number());
  if (!old.ok()) return old.failure();
  const SignalsHeld signals;
  Temporary temporary(folder.number());
  const auto filled = fill(temporary, target, old.value(), bytes);
  if (!filled.ok()) return filled;
  if (!temporary.take_place_of(target.name)) return cannot_now(path);
  if (!is_on_disk(folder.number())) return cannot_now(path);
  return Written::all;
}

Result<Written> create_file(const std::string& path, std::string_view bytes) {
  const Target target = split(path);
  if (const auto failure = make_folder(path, target.folder)) return *failure;
  const Descriptor folder(::open(target.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return cannot_now(path);
  const SignalsHeld signals;
  Temporary temporary(folder.number(), bytes.starts_with("#!") ? 0777 : 0666);
  const auto filled = fill(temporary, target, std::nullopt, bytes);
  if (!filled.ok()) return filled;
  if (!temporary.take_name(target.name)) {
    return errno == EEXIST ? cannot(path, "it is there already", "nothing there was changed")
                           : cannot_now(path);
  }
  if (!is_on_disk(folder.number())) return cannot_now(path);
  return Written::all;
}

Result<Written> update_file(const std::string& path, std::string_view was, std::string_view bytes) {
  const Target target = split(path);
  const Descriptor folder(::open(target.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return cannot_now(path);
  // Where the file system knows no locks, what is left is the moment between a look and a rename.
  while (::flock(folder.number(), LOCK_EX) != 0 && errno == EINTR) continue;
  const auto old = look(target, folder.number());
  if (!old.ok()) return old.failure();
  if (!old.value()) return changed_meanwhile(path);
  const SignalsHeld signals;
  Temporary temporary(folder.number());
  const auto filled = fill(temporary, target, old.value(), bytes);
  if (!filled.ok()) return filled;
  const auto is_same = holds(target, folder.number(), was);
  if (!is_same) return cannot_now(path);
  if (!*is_same) return changed_meanwhile(path);
  if (!temporary.take_place_of(target.name)) return cannot_now(path);
  if (!is_on_disk(folder.number())) return cannot_now(path);
  return Written::all;
}

Result<Written> append_to_file(const std::string& path, std::string_view bytes) {
  const Target target = split(path);
  const Descriptor folder(::open(target.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return cannot_now(path);
  const auto old = look(target, folder.number());
  if (!old.ok()) return old.failure();
  constexpr int flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  Descriptor file(::openat(folder.number(), target.name.c_str(), flags, 0666));
  if (!file.is_open()) return cannot_now(path);
  const auto written = write_all(file.number(), bytes, visible(path));
  if (!written.ok()) return written;
  return close_checked(file.released(), visible(path));
}

}  // namespace brm
