#include "write/output.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace brm {
namespace {

Failure failure(std::string_view name) {
  return {fmt::format("{} could not be written: {}", name, std::strerror(errno)), ""};
}

}  // namespace

Result<Written> write_all(int descriptor, std::string_view bytes, std::string_view name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      // Somebody set the other end of a pipe not to wait; we do.
      pollfd ready{descriptor, POLLOUT, 0};
      ::poll(&ready, 1, -1);
      continue;
    }
    if (written < 0 && errno == EPIPE) return Written::reader_gone;
    if (written < 0) return failure(name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Written::all;
}

void put_last_words(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

Result<Written> close_checked(int descriptor, std::string_view name) {
  // EBADF: it was closed before brm began, and then nothing was written to it either.
  if (::close(descriptor) != 0 && errno != EINTR && errno != EBADF) return failure(name);
  return Written::all;
}

}  // namespace brm
