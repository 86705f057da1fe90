#include "write/file.h"

#include <fcntl.h>

#include <optional>

#include "base/utf8.h"
#include "write/temporary.h"
#include "write/together.h"

namespace brm {
namespace {

Result<Written> alone(const std::string& path, std::string_view bytes,
                      std::optional<std::string_view> was) {
  WrittenTogether written = write_together({{path, bytes, was}});
  if (written.failure) return *std::move(written.failure);
  return Written::all;
}

}  // namespace

Result<Written> replace_file(const std::string& path, std::string_view bytes) {
  const Target target = target_of(path);
  const Descriptor folder(open_folder(target.folder));
  if (!folder.is_open()) return cannot_write_now(path);
  const auto old = look_at(target, folder.number());
  if (!old.ok()) return old.failure();
  const SignalsHeld signals;
  const RefusalsThrown refusals;
  Temporary temporary(folder.number());
  const auto filled = temporary.fill(target, old.value(), bytes);
  if (!filled.ok()) return filled;
  if (!temporary.take_place_of(target.name)) return cannot_write_now(path);
  if (!is_on_disk(folder.number())) return cannot_write_now(path);
  return Written::all;
}

Result<Written> create_file(const std::string& path, std::string_view bytes) {
  return alone(path, bytes, std::nullopt);
}

Result<Written> update_file(const std::string& path, std::string_view was, std::string_view bytes) {
  return alone(path, bytes, was);
}

Result<Written> append_to_file(const std::string& path, std::string_view bytes) {
  const Target target = target_of(path);
  const Descriptor folder(open_folder(target.folder));
  if (!folder.is_open()) return cannot_write_now(path);
  const auto old = look_at(target, folder.number());
  if (!old.ok()) return old.failure();
  constexpr int flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  Descriptor file(::openat(folder.number(), target.name.c_str(), flags, 0666));
  if (!file.is_open()) return cannot_write_now(path);
  const auto written = write_all(file.number(), bytes, visible(path));
  if (!written.ok()) return written;
  return close_checked(file.released(), visible(path));
}

}  // namespace brm
