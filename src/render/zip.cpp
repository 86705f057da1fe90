// The names of fields are those of PKWARE's APPNOTE.TXT, 4.3.
#include "render/zip.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace brm {
namespace {

constexpr std::uint32_t local_signature = 0x04034B50;
constexpr std::uint32_t central_signature = 0x02014B50;
constexpr std::uint32_t end_signature = 0x06054B50;
constexpr std::uint16_t version_needed = 20;  // 2.0
constexpr std::uint16_t names_are_utf8 = 0x0800;
constexpr std::uint16_t first_day = 0x0021;  // 1980-01-01

constexpr std::array<std::uint32_t, 256> crc_table = [] {
  constexpr std::uint32_t polynomial = 0xEDB88320;
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t remainder = i;
    for (int bit = 0; bit < 8; ++bit) {
      remainder = (remainder >> 1U) ^ ((remainder & 1U) != 0 ? polynomial : 0U);
    }
    table[i] = remainder;
  }
  return table;
}();

std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = ~0U;
  for (const char c : bytes) {
    crc = (crc >> 8U) ^ crc_table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU];
  }
  return ~crc;
}

/// The lowest byte first.
void add_number(std::string& out, std::size_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) {
    out += static_cast<char>(number & 0xFFU);
    number >>= 8U;
  }
}

/// What a local header and an entry of the directory have in common.
void add_facts(std::string& out, const ZipEntry& entry, std::uint32_t crc) {
  add_number(out, version_needed, 2);
  add_number(out, names_are_utf8, 2);
  add_number(out, 0, 2);  // compression method: stored
  add_number(out, 0, 2);  // last mod file time
  add_number(out, first_day, 2);
  add_number(out, crc, 4);
  add_number(out, entry.bytes.size(), 4);  // compressed
  add_number(out, entry.bytes.size(), 4);  // uncompressed
  add_number(out, entry.name.size(), 2);
  add_number(out, 0, 2);  // extra field
}

}  // namespace

std::string zip_of(const std::vector<ZipEntry>& entries) {
  std::string out;
  std::string directory;
  for (const ZipEntry& entry : entries) {
    const std::uint32_t crc = crc_of(entry.bytes);
    add_number(directory, central_signature, 4);
    add_number(directory, version_needed, 2);  // version made by
    add_facts(directory, entry, crc);
    add_number(directory, 0, 2);           // comment
    add_number(directory, 0, 2);           // disk
    add_number(directory, 0, 2);           // internal attributes
    add_number(directory, 0, 4);           // external attributes
    add_number(directory, out.size(), 4);  // where its header is
    directory += entry.name;
    add_number(out, local_signature, 4);
    add_facts(out, entry, crc);
    out += entry.name + entry.bytes;
  }
  const std::size_t directory_at = out.size();
  out += directory;
  add_number(out, end_signature, 4);
  add_number(out, 0, 2);  // this disk
  add_number(out, 0, 2);  // that of the directory
  add_number(out, entries.size(), 2);
  add_number(out, entries.size(), 2);
  add_number(out, directory.size(), 4);
  add_number(out, directory_at, 4);
  add_number(out, 0, 2);  // comment
  return out;
}

}  // namespace brm
