#include "write/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <optional>

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

/// A file of its own beside the target, removed again unless it took the target's place.
class Temporary {
 public:
  explicit Temporary(int folder) : folder_(folder) {
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
      name_ = fmt::format(".brm-{}-{}", ::getpid(), i);
      constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
      const int number = ::openat(folder_, name_.c_str(), flags, 0666);
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

 private:
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

}  // namespace

Result<Written> replace_file(const std::string& path, std::string_view bytes) {
  const Target target = split(path);
  const Descriptor folder(::open(target.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return cannot_now(path);
  const auto old = look(target, folder.number());
  if (!old.ok()) return old.failure();
  const SignalsHeld signals;
  Temporary temporary(folder.number());
  if (!temporary.is_open()) return cannot_now(path);
  if (old.value() && !keeps(*old.value(), temporary.number())) return cannot_now(path);
  const auto written = write_all(temporary.number(), bytes, visible(path));
  if (!written.ok()) return written;
  if (!is_on_disk(temporary.number())) return cannot_now(path);
  const auto closed = close_checked(temporary.released(), visible(path));
  if (!closed.ok()) return closed;
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
