#include "read/named_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/utf8.h"

namespace brm {
namespace {

constexpr std::uintmax_t most_bytes = std::uintmax_t{64} << 20U;

}  // namespace

Result<std::string> read_named_file(const std::string& path) {
  namespace fs = std::filesystem;
  const auto refuse = [&](std::string_view why) {
    return Failure{fmt::format("{} could not be read: {}", visible(path), why), ""};
  };
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return refuse("there is no such file");
  if (!fs::is_regular_file(status)) return refuse("it is no regular file");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return refuse(error.message());
  if (size > most_bytes) return refuse("it is larger than 64 MiB");
  std::ifstream in(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!in || static_cast<std::uintmax_t>(in.gcount()) != size) return refuse("it was cut short");
  return bytes;
}

}  // namespace brm
