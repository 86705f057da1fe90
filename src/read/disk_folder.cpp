#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/utf8.h"
#include "read/folder.h"
#include "read/tree.h"

namespace brm {
namespace {

constexpr std::size_t most_folders_deep = 256;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

/// The C library's words for an error, which stay English: brm never sets a locale.
std::string reason(int error) { return std::strerror(error); }

std::string_view what_it_is(mode_t mode) {
  if (S_ISLNK(mode)) return "a symbolic link";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  if (S_ISDIR(mode)) return "a folder";
  return "not a regular file";
}

Failure refused(std::string_view path, mode_t mode) {
  return {fmt::format("{}: is {}, which brm does not follow", visible(path), what_it_is(mode)),
          "put the record itself there, or move this out of the records folder"};
}

/// One folder after another, so that depth costs no stack.
class Walk {
 public:
  explicit Walk(const std::string& root) : root_(root) {}

  Listing run() {
    pending_.push_back("");
    while (!pending_.empty()) {
      const std::string folder = std::move(pending_.back());
      pending_.pop_back();
      list(folder);
    }
    std::sort(listing_.paths.begin(), listing_.paths.end());
    std::sort(listing_.troubles.begin(), listing_.troubles.end(),
              [](const Failure& a, const Failure& b) { return a.message < b.message; });
    return std::move(listing_);
  }

 private:
  void trouble(std::string_view path, int error) {
    listing_.troubles.push_back(
        {fmt::format("{}: {}", path.empty() ? "the records folder" : visible(path), reason(error)),
         ""});
  }

  void list(const std::string& folder) {
    const std::string where = folder.empty() ? root_ : root_ + "/" + folder;
    // The root itself may be a link: the user named it. Nothing below it may.
    const int no_links = folder.empty() ? 0 : O_NOFOLLOW;
    const int number = ::open(where.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | no_links);
    if (number < 0) return trouble(folder, errno);
    DIR* entries = ::fdopendir(number);
    if (entries == nullptr) {
      trouble(folder, errno);
      ::close(number);
      return;
    }
    errno = 0;
    while (const dirent* entry = ::readdir(entries)) {
      add(folder, entry->d_name, entry->d_type, number);
      errno = 0;
    }
    if (errno != 0) trouble(folder, errno);
    ::closedir(entries);
  }

  void add(const std::string& folder, std::string_view name, unsigned char type, int at) {
    if (name.starts_with('.')) return;
    std::string path = folder.empty() ? std::string(name) : fmt::format("{}/{}", folder, name);
    mode_t mode = type == DT_REG ? S_IFREG : (type == DT_DIR ? S_IFDIR : 0);
    if (mode == 0) {
      struct stat status {};
      if (::fstatat(at, std::string(name).c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return trouble(path, errno);
      }
      mode = status.st_mode;
    }
    if (S_ISDIR(mode)) {
      if (std::count(path.begin(), path.end(), '/') >= static_cast<long>(most_folders_deep)) {
        listing_.troubles.push_back({fmt::format("{}: folders are nested more than {} deep",
                                                 visible(path).substr(0, 80), most_folders_deep),
                                     "brm reads no deeper"});
        return;
      }
      pending_.push_back(std::move(path));
    } else if (S_ISREG(mode)) {
      if (is_record_name(name)) listing_.paths.push_back(std::move(path));
    } else if (is_record_name(name) || leads_to_folder(mode, at, name)) {
      listing_.troubles.push_back(refused(path, mode));
    }
  }

  /// A link to a folder hides records; any other link without a record's name is not ours.
  static bool leads_to_folder(mode_t mode, int at, std::string_view name) {
    struct stat status {};
    return S_ISLNK(mode) && ::fstatat(at, std::string(name).c_str(), &status, 0) == 0 &&
           S_ISDIR(status.st_mode);
  }

  const std::string& root_;
  std::vector<std::string> pending_;
  Listing listing_;
};

/// Opens `path` below the folder without following a link anywhere on the way. Kernels before 5.6
/// check the last step only.
int open_below(int folder, const std::string& path) {
  open_how how{};
  how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  long number = -1;
  do {
    number = ::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
  } while (number < 0 && (errno == EINTR || errno == EAGAIN));
  if (number < 0 && (errno == ENOSYS || errno == EPERM)) {
    return ::openat(folder, path.c_str(), static_cast<int>(how.flags) | O_NOFOLLOW);
  }
  return static_cast<int>(number);
}

/// Another number for a file that was written again or replaced, also by one of the same time.
std::uint64_t version_of(const struct stat& status) {
  std::uint64_t version = 0;
  const auto add = [&](auto number) {
    constexpr std::uint64_t prime = 1099511628211U;  // of FNV
    version = (version ^ static_cast<std::uint64_t>(number)) * prime;
  };
  for (const timespec& time : {status.st_mtim, status.st_ctim}) {
    add(time.tv_sec);
    add(time.tv_nsec);
  }
  add(status.st_size);
  add(status.st_ino);
  add(status.st_dev);
  return version;
}

/// Reads the size it was said to have, and one byte more where there is more. Returns errno.
int read_all(int number, std::size_t size, std::string& bytes) {
  bytes.resize(size + 1);
  std::size_t filled = 0;
  // Once all that was said is there, it is for the second look at the file to say whether it grew.
  while (filled < std::max<std::size_t>(size, 1)) {
    const ssize_t got = ::read(number, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return 0;
}

}  // namespace

DiskFolder::DiskFolder(std::string root)
    : root_(std::move(root)),
      root_descriptor_(::open(root_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
  if (root_descriptor_ < 0) root_descriptor_ = -errno;
}

DiskFolder::~DiskFolder() {
  if (root_descriptor_ >= 0) ::close(root_descriptor_);
}

Listing DiskFolder::list() const { return Walk(root_).run(); }

Result<FileBytes> DiskFolder::read(const std::string& path, std::string memory) const {
  const bool is_root_open = root_descriptor_ >= 0;
  const Descriptor file(is_root_open ? open_below(root_descriptor_, path) : -1);
  if (!file.is_open()) {
    const int error = is_root_open ? errno : -root_descriptor_;
    if (error == ELOOP) return refused(path, S_IFLNK);
    return Failure{fmt::format("{}: cannot be read: {}", visible(path), reason(error)), ""};
  }
  struct stat before {};
  if (::fstat(file.number(), &before) != 0) {
    return Failure{fmt::format("{}: cannot be read: {}", visible(path), reason(errno)), ""};
  }
  if (!S_ISREG(before.st_mode)) return refused(path, before.st_mode);
  if (before.st_size > static_cast<off_t>(most_bytes)) return FileBytes{"", true};
  FileBytes content{std::move(memory)};
  const auto size = static_cast<std::size_t>(before.st_size);
  if (const int error = read_all(file.number(), size, content.bytes); error != 0) {
    return Failure{fmt::format("{}: cannot be read: {}", visible(path), reason(error)), ""};
  }
  content.version = version_of(before);
  struct stat after {};
  const bool is_changed = ::fstat(file.number(), &after) != 0 ||
                          version_of(before) != version_of(after) || content.bytes.size() != size;
  if (is_changed) {
    return Failure{fmt::format("{}: changed while it was read", visible(path)), "run again"};
  }
  return content;
}

}  // namespace brm
