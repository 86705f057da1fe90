#include "read/bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "read/faults.h"

namespace brm {
namespace {

using namespace std::string_view_literals;

/// What a file that is no text at all looks like; empty when it may be text.
std::string_view binary_form(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "UTF-16";
  if (bytes.starts_with("\x89PNG"sv)) return "a PNG image";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "a JPEG image";
  if (bytes.starts_with("\x1F\x8B"sv)) return "a gzip archive";
  if (bytes.starts_with("PK\x03\x04"sv)) return "a zip archive or an office document";
  if (bytes.starts_with("%PDF-"sv)) return "a PDF document";
  if (bytes.substr(0, 4).find('\0') != std::string_view::npos) return "UTF-16, UTF-32 or binary";
  return {};
}

/// Where a line begins with `marker`, from the first on; npos where none does.
std::size_t find_line(std::string_view bytes, std::string_view marker) {
  std::size_t at = bytes.find(marker);
  while (at != std::string_view::npos && at > 0 && bytes[at - 1] != '\n') {
    at = bytes.find(marker, at + 1);
  }
  return at;
}

/// The first line that git left behind in a conflict; npos when there is none.
std::size_t conflict_marker(std::string_view bytes) {
  std::size_t first = std::string_view::npos;
  for (const auto marker : {"<<<<<<< "sv, ">>>>>>> "sv, "=======\n"sv, "=======\r\n"sv}) {
    first = std::min(first, find_line(bytes, marker));
  }
  return first;
}

enum class BadForm : std::uint8_t {
  single_byte,  ///< A letter of an older encoding, no beginning of UTF-8.
  cut_off,      ///< The file ends inside a character.
  other,
};

struct BadCharacter {
  std::size_t offset = 0;
  std::size_t size = 1;
  CodePoint code_point;
  BadForm form = BadForm::other;
};

BadForm form_of(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t size = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : (lead >= 0xC2 ? 2 : 1));
  std::size_t tail = 1;
  while (tail < size && at + tail < bytes.size() &&
         (static_cast<unsigned char>(bytes[at + tail]) & 0xC0U) == 0x80U) {
    ++tail;
  }
  if (tail == 1 && lead != 0xC0 && lead != 0xC1 && at + 1 < bytes.size()) {
    return BadForm::single_byte;
  }
  return at + tail == bytes.size() && tail < size ? BadForm::cut_off : BadForm::other;
}

/// As many bytes as the compiler looks at in one go.
constexpr std::size_t stretch = 32;

/// Whether all of a stretch is printed ASCII or a line feed.
bool is_plain(const char* bytes) {
  unsigned odd = 0;
  for (std::size_t i = 0; i < stretch; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    odd |= static_cast<unsigned>(byte > 0x7E) |
           (static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(byte != '\n'));
  }
  return odd == 0;
}

/// To the first byte that is neither, so that no stretch is looked at once for each byte in it.
std::size_t skip_printed(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && (bytes[at] == '\n' || (bytes[at] >= ' ' && bytes[at] <= '~'))) ++at;
  return at;
}

std::optional<BadCharacter> first_bad_character(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes.size() - at >= stretch && is_plain(bytes.data() + at)) {
      at += stretch;
      continue;
    }
    at = skip_printed(bytes, at);
    if (at == bytes.size()) break;
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const bool line_end = byte == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    if (byte == '\t' || line_end) {
      ++at;
      continue;
    }
    const CodePoint c = decode(bytes, at);
    if (!c.valid || is_control(c.value) || is_hidden(c.value))
      return BadCharacter{at, c.size, c, form_of(bytes, at)};
    at += c.size;
  }
  return std::nullopt;
}

void add_bad_character(const BadCharacter& bad, std::uint32_t file, Findings& findings) {
  const Span place{file, static_cast<std::uint32_t>(bad.offset),
                   static_cast<std::uint32_t>(bad.size)};
  const auto value = bad.code_point.value;
  if (!bad.code_point.valid) {
    const bool is_single = bad.form == BadForm::single_byte;
    findings.add(faults::not_utf_8, place,
                 fmt::format("byte 0x{:02X} is not UTF-8", static_cast<std::uint32_t>(value)),
                 is_single ? "the file looks like Latin-1 or Windows-1252: save it as UTF-8"
                 : bad.form == BadForm::cut_off ? "the file seems to be cut off here"
                                                : "save the file as UTF-8");
  } else if (value == '\r') {
    findings.add(faults::control_character, place, "a carriage return stands alone",
                 "end every line with a line feed, or with carriage return and line feed");
  } else if (is_control(value)) {
    findings.add(faults::control_character, place,
                 "a control character, " + code_point_name(value) + ", is in the text",
                 "delete it: retype the word it is in");
  } else {
    findings.add(faults::hidden_character, place,
                 "an invisible character, " + code_point_name(value) + ", is in the text",
                 "delete it: it can make the text read other than it is");
  }
}

}  // namespace

bool check_bytes(const SourceFile& source, std::uint32_t file, Findings& findings) {
  const std::string_view bytes = source.bytes();
  const Span start{file, 0, 0};
  if (bytes.starts_with("version https://git-lfs.github.com/spec/")) {
    findings.add(faults::lfs_pointer, start, "this is a Git LFS pointer, not the record itself",
                 "run `git lfs pull`, or take records out of Git LFS");
    return false;
  }
  if (const std::string_view form = binary_form(bytes); !form.empty()) {
    findings.add(faults::binary_file, start, fmt::format("this file is not text: it is {}", form),
                 "save it as UTF-8 text, or move it out of the records folder");
    return false;
  }
  if (const std::size_t marker = conflict_marker(bytes); marker != std::string_view::npos) {
    findings.add(faults::merge_conflict, {file, static_cast<std::uint32_t>(marker), 7},
                 "a merge conflict is not resolved here",
                 "choose one side, then delete the lines with <<<<<<<, ======= and >>>>>>>");
    return false;
  }
  if (const auto bad = first_bad_character(bytes)) {
    add_bad_character(*bad, file, findings);
    return false;
  }
  return true;
}

}  // namespace brm
