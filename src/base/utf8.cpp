#include "base/utf8.h"

#include <fmt/format.h>

#include <cstring>

namespace brm {
namespace {

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t size = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : 2);
  const CodePoint invalid{lead, 1, false};
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return invalid;
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return invalid;
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < least[size] || is_in(value, 0xD800, 0xDFFF) || value > 0x10FFFF) return invalid;
  return {value, size, true};
}

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
  };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

bool is_control(char32_t c) { return c < 0x20 || is_in(c, 0x7F, 0x9F); }

bool is_hidden(char32_t c) {
  // The twelve of the Unicode property Bidi_Control (CVE-2021-42574), and what breaks lines unseen.
  return c == 0x061C || c == 0x200E || c == 0x200F || is_in(c, 0x202A, 0x202E) ||
         is_in(c, 0x2066, 0x2069) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         is_in(c, 0xFDD0, 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

bool is_zero_width(char32_t c) {
  // Unicode's Default_Ignorable_Code_Point without variation selectors, which belong to the letter
  // before them, and the marks of interlinear annotation.
  return is_in(c, 0x200B, 0x200D) || is_in(c, 0x2060, 0x2065) || is_in(c, 0x206A, 0x206F) ||
         is_in(c, 0x115F, 0x1160) || is_in(c, 0x17B4, 0x17B5) || is_in(c, 0xFFF0, 0xFFFB) ||
         is_in(c, 0xE0000, 0xE00FF) || c == 0x034F || c == 0x00AD || c == 0x180E || c == 0x3164 ||
         c == 0xFFA0;
}

std::size_t printed_ascii(std::string_view text, std::size_t at) {
  // Eight bytes at a time: bit 7 of each says whether it is above, below or DEL.
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::uint64_t bytes = 0;
  std::size_t end = at;
  for (; end + sizeof bytes <= text.size(); end += sizeof bytes) {
    std::memcpy(&bytes, text.data() + end, sizeof bytes);
    const std::uint64_t low = bytes & 0x7F * ones;
    if (((bytes | ~(low + 0x60 * ones) | (low + ones)) & 0x80 * ones) != 0) break;
  }
  while (end < text.size() && text[end] >= ' ' && text[end] <= '~') ++end;
  return end - at;
}

std::string code_point_name(char32_t c) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t plain = printed_ascii(text, at); plain > 0) {
      out += text.substr(at, plain);
      at += plain;
      continue;
    }
    const CodePoint c = decode(text, at);
    if (!c.valid) {
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[at]));
    } else if (c.value == '\n') {
      out += "\\n";
    } else if (c.value == '\t') {
      out += ' ';
    } else if (is_control(c.value) || is_hidden(c.value) || is_zero_width(c.value)) {
      out += "<" + code_point_name(c.value) + ">";
    } else {
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

}  // namespace brm
