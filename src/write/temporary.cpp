#include "write/temporary.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "base/utf8.h"

namespace brm {
namespace {

constexpr int held_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// Owner first, as a change of owner takes some of the mode away. Only root may give a file away:
/// whoever cannot keeps it, with the old mode all the same.
bool keeps(const struct stat& old, int descriptor) {
  const bool is_given = ::fchown(descriptor, old.st_uid, old.st_gid) == 0 || errno == EPERM;
  constexpr mode_t permissions = 0777;
  return is_given && ::fchmod(descriptor, old.st_mode & permissions) == 0;
}

}  // namespace

Failure cannot_write(const std::string& path, std::string_view why, std::string help) {
  return {fmt::format("{} could not be written: {}", visible(path), why), std::move(help)};
}

Failure cannot_write_now(const std::string& path) {
  return cannot_write(path, std::strerror(errno));
}

Descriptor::~Descriptor() {
  if (is_open()) ::close(number_);
}

int Descriptor::released() { return std::exchange(number_, -1); }

Target target_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {path, ".", path};
  return {path, slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

int open_folder(const std::string& folder) {
  return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

Result<std::optional<struct stat>> look_at(const Target& target, int folder) {
  const auto is_folder = [&] {
    return cannot_write(target.path, "it is a folder", "give the name of a file in it");
  };
  if (target.name.empty() || target.name == "." || target.name == "..") return is_folder();
  struct stat found {};
  if (::fstatat(folder, target.name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::optional<struct stat>{};
    return cannot_write_now(target.path);
  }
  if (S_ISDIR(found.st_mode)) return is_folder();
  if (S_ISLNK(found.st_mode)) {
    return cannot_write(target.path, "it is a symbolic link", "name the file it leads to");
  }
  if (!S_ISREG(found.st_mode)) {
    return cannot_write(target.path, "it is a device, pipe or socket",
                        "write to stdout, with -o -");
  }
  if (::faccessat(folder, target.name.c_str(), W_OK, AT_EACCESS) != 0) {
    return cannot_write_now(target.path);
  }
  return std::optional(found);
}

SignalsHeld::SignalsHeld() {
  ::sigemptyset(&held_);
  for (const int signal : held_signals) ::sigaddset(&held_, signal);
  ::pthread_sigmask(SIG_BLOCK, &held_, &before_);
}

SignalsHeld::~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool SignalsHeld::is_any_waiting() const {
  sigset_t waiting;
  ::sigemptyset(&waiting);
  ::sigpending(&waiting);
  for (const int signal : held_signals) {
    const bool was_held = ::sigismember(&before_, signal) == 1;
    if (!was_held && ::sigismember(&waiting, signal) == 1) return true;
  }
  return false;
}

Temporary::Temporary(int folder, mode_t mode, std::size_t number) : folder_(folder) {
  constexpr std::size_t tries = 100;
  for (std::size_t i = number; i < number + tries; ++i) {
    name_ = fmt::format(".brm-{}-{}", ::getpid(), i);
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int opened = ::openat(folder_, name_.c_str(), flags, mode);
    if (opened >= 0) {
      descriptor_.emplace(opened);
      return;
    }
    if (errno != EEXIST) return;
  }
}

Temporary::~Temporary() {
  if (descriptor_ && !is_in_place_) ::unlinkat(folder_, name_.c_str(), 0);
}

Result<Written> Temporary::fill(const Target& target, const std::optional<struct stat>& old,
                                std::string_view bytes) {
  if (!descriptor_) return cannot_write_now(target.path);
  if (old && !keeps(*old, descriptor_->number())) return cannot_write_now(target.path);
  const auto written = write_all(descriptor_->number(), bytes, visible(target.path));
  if (!written.ok()) return written;
  if (!is_on_disk(descriptor_->number())) return cannot_write_now(target.path);
  return close_checked(descriptor_->released(), visible(target.path));
}

bool Temporary::take_place_of(const std::string& name) {
  is_in_place_ = ::renameat(folder_, name_.c_str(), folder_, name.c_str()) == 0;
  return is_in_place_;
}

bool Temporary::take_name(const std::string& name) {
  is_in_place_ = ::renameat2(folder_, name_.c_str(), folder_, name.c_str(), RENAME_NOREPLACE) == 0;
  if (is_in_place_ || (errno != EINVAL && errno != ENOSYS)) return is_in_place_;
  // A file system without such a step has links, which never replace anything either.
  return ::linkat(folder_, name_.c_str(), folder_, name.c_str(), 0) == 0;
}

bool is_on_disk(int descriptor) {
  return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
}

}  // namespace brm
