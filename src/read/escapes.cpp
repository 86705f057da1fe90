#include "read/escapes.h"

#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "read/faults.h"
#include "read/stop.h"

namespace brm {
namespace {

std::size_t hex_digits(char letter) {
  return letter == 'x' ? 2 : (letter == 'u' ? 4 : (letter == 'U' ? 8 : 0));
}

/// What the escape whose letter is at `at` stands for; empty for those that are always harmless.
std::optional<char32_t> escaped(std::string_view bytes, std::size_t at) {
  switch (bytes[at]) {
    case '0':
      return U'\0';
    case 'a':
      return U'\a';
    case 'b':
      return U'\b';
    case 'e':
      return U'\x1B';
    case 'f':
      return U'\f';
    case 'r':
      return U'\r';
    case 'v':
      return U'\v';
    case 'N':
      return U'\x85';
    case 'L':
      return U'\u2028';
    case 'P':
      return U'\u2029';
    default:
      break;
  }
  const std::string_view digits = bytes.substr(at + 1, hex_digits(bytes[at]));
  std::uint32_t value = 0;
  if (digits.empty()) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return static_cast<char32_t>(value);
}

}  // namespace

void check_escapes(std::string_view bytes, std::size_t begin, std::size_t end) {
  bytes = bytes.substr(0, end);
  for (std::size_t at = bytes.find('\\', begin); at != std::string_view::npos;
       at = bytes.find('\\', at + 2)) {
    if (bytes[at + 1] == '_') {
      throw Stop{&faults::bad_escape, at, 2, "the escape `\\_` is not supported",
                 "write a plain blank, or use single quotes"};
    }
    const auto c = escaped(bytes, at + 1);
    if (!c || *c == '\n' || *c == '\t') continue;
    const std::size_t length = 2 + hex_digits(bytes[at + 1]);
    if (is_control(*c)) {
      throw Stop{&faults::control_character, at, length,
                 "this escape makes a control character, " + code_point_name(*c),
                 "delete it, or use single quotes, in which \\ is only a backslash"};
    }
    if (is_hidden(*c)) {
      throw Stop{&faults::hidden_character, at, length,
                 "this escape makes an invisible character, " + code_point_name(*c),
                 "delete it: it can make the text read other than it is"};
    }
  }
}

std::size_t find_bad_escape(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find('\\', from);
       at != std::string_view::npos && at + 1 < bytes.size(); at = bytes.find('\\', at + 2)) {
    const std::size_t digits = hex_digits(bytes[at + 1]);
    if (digits == 0) {
      if (std::string_view("0abt\tnvfre \"/\\N_LP\n\r").find(bytes[at + 1]) ==
          std::string_view::npos) {
        return at;
      }
      continue;
    }
    const std::string_view written = bytes.substr(at + 2, digits);
    const bool is_hex =
        written.size() == digits &&
        written.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    const char32_t value = is_hex ? escaped(bytes, at + 1).value_or(0) : 0;
    if (!is_hex || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) return at;
  }
  return from;
}

}  // namespace brm
