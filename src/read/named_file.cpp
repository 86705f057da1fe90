#include "read/named_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/utf8.h"

namespace brm {
namespace {

constexpr off_t most_bytes = off_t{64} << 20;

/// All of an open file of this size; why not, where it cannot be read.
std::string_view read_all(int descriptor, std::string& bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t count = ::read(descriptor, bytes.data() + at, bytes.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::strerror(errno);
    if (count == 0) return "it was cut short meanwhile";
    at += static_cast<std::size_t>(count);
  }
  return {};
}

}  // namespace

Result<std::string> read_named_file(const std::string& path) {
  const auto refuse = [&](std::string_view why) {
    return Failure{fmt::format("{} could not be read: {}", visible(path), why), ""};
  };
  // Without waiting for the other end of a pipe, which is refused below.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return refuse(std::strerror(errno));
  struct stat status {};
  std::string bytes;
  std::string_view why;
  if (::fstat(descriptor, &status) != 0) {
    why = std::strerror(errno);
  } else if (!S_ISREG(status.st_mode)) {
    why = "it is no regular file";
  } else if (status.st_size > most_bytes) {
    why = "it is larger than 64 MiB";
  } else {
    bytes.resize(static_cast<std::size_t>(status.st_size));
    why = read_all(descriptor, bytes);
  }
  ::close(descriptor);
  if (!why.empty()) return refuse(why);
  return bytes;
}

}  // namespace brm
