#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "read/quick_reader.h"

namespace brm {
namespace {

constexpr std::size_t npos = std::string_view::npos;
/// Well below the 1024 bytes after which yaml-cpp takes nothing for a key.
constexpr std::size_t usual_key = 100;

/// What a byte may do in a text.
enum Role : unsigned {
  in_key = 1,         // stands in a field's name
  begins = 2,         // begins plain text
  halts = 4,          // may end plain text on its line
  halts_flow = 8,     // the same within brackets
  halts_single = 16,  // may end text in single quotes, or the attempt to read it
  halts_double = 32,
};

constexpr std::array<unsigned char, 256> make_roles() {
  std::array<unsigned char, 256> roles{};
  const auto give = [&](std::string_view bytes, unsigned role) {
    for (const char c : bytes) {
      auto& had = roles[static_cast<unsigned char>(c)];
      had = static_cast<unsigned char>(had | role);
    }
  };
  give("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", in_key | begins);
  give("-", in_key);
  give("./(+<=~^$;\\", begins);
  for (std::size_t byte = 0x80; byte < roles.size(); ++byte) roles[byte] = begins;
  give("\n\t:#", halts | halts_flow);
  give(",?[]{}", halts_flow);
  give("'\n\t", halts_single);
  give("\"\\\n\t", halts_double);
  return roles;
}

constexpr std::array<unsigned char, 256> roles = make_roles();

bool has_role(char c, unsigned role) { return (roles[static_cast<unsigned char>(c)] & role) != 0; }

/// The next byte from `at` on with one of these roles, or the end.
std::size_t find_role(std::string_view bytes, std::size_t at, unsigned role) {
  while (at < bytes.size() && !has_role(bytes[at], role)) ++at;
  return at;
}

bool begins_plain(char first, char second) {
  const bool is_minus = first == '-' && second != '-' && has_role(second, in_key);
  return is_minus || has_role(first, begins);
}

bool is_null_word(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

}  // namespace

std::size_t QuickReader::key_end() {
  if (key_at_ != at_) {
    key_at_ = at_;
    key_end_ = find_key_end();
  }
  return key_end_;
}

std::size_t QuickReader::find_key_end() const {
  std::size_t end = at_;
  if (here() == '"' || here() == '\'') {
    // A name in quotes holds neither sort of them.
    end = find_role(bytes_, at_ + 1, halts_single | halts_double);
    if (byte(end) != here() || end == at_ + 1) return npos;
    ++end;
  } else {
    if (here() == '-') return npos;
    while (has_role(byte(end), in_key)) ++end;
    if (is_null_word(bytes_.substr(at_, end - at_))) return npos;
  }
  const char behind = byte(end + 1);
  const bool is_before_value = behind == ' ' || behind == '\n' || end + 1 >= bytes_.size();
  const bool is_key = end > at_ && byte(end) == ':' && is_before_value && end - at_ <= usual_key;
  return is_key ? end : npos;
}

bool QuickReader::read_key() {
  const std::size_t begin = at_;
  const std::size_t end = key_end();
  if (end == npos) return false;
  at_ = end + 1;
  const bool is_quoted = bytes_[begin] == '"' || bytes_[begin] == '\'';
  if (!is_quoted)
    return add(Form::scalar, Style::plain, begin, end, bytes_.substr(begin, end - begin));
  return add(Form::scalar, Style::quoted, begin, end, bytes_.substr(begin + 1, end - begin - 2));
}

bool QuickReader::skip_plain(bool is_flow) {
  if (!begins_plain(here(), byte(at_ + 1))) return false;
  const std::size_t begin = at_;
  const unsigned halt = is_flow ? halts_flow : halts;
  for (++at_; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    if (!has_role(c, halt)) continue;
    if (c == '\n' || c == ',' || c == ']' || c == '}') break;
    if (c == '#') {
      if (bytes_[at_ - 1] == ' ') break;
    } else if (c == ':') {
      const char behind = byte(at_ + 1);
      const bool is_value = behind == ' ' || behind == '\n' || behind == '\0' || behind == '\t';
      if (is_value || (is_flow && has_role(behind, halts_flow))) return false;
    } else {
      return false;
    }
  }
  while (at_ > begin && bytes_[at_ - 1] == ' ') --at_;
  return true;
}

bool QuickReader::add_plain(std::size_t begin) {
  const std::string_view text = bytes_.substr(begin, at_ - begin);
  if (is_null_word(text)) return add(Form::null, Style::plain, begin, at_, {});
  return add(Form::scalar, Style::plain, begin, at_, text);
}

bool QuickReader::read_plain(std::size_t column) {
  const std::size_t begin = at_;
  if (!skip_plain(false)) return false;
  std::size_t breaks = 0;
  const std::size_t end = at_;
  if (find_continuation(column, breaks)) {
    at_ = end;
    return read_folded_plain(column, begin);
  }
  at_ = end;
  return add_plain(begin) && finish_line();
}

bool QuickReader::read_quoted() {
  const std::size_t begin = at_++;
  return bytes_[begin] == '"' ? read_double_quoted(begin) : read_single_quoted(begin);
}

bool QuickReader::read_single_quoted(std::size_t begin) {
  bool is_doubled = false;
  for (;; ++at_) {
    at_ = find_role(bytes_, at_, halts_single);
    if (here() != '\'') return false;
    if (byte(at_ + 1) != '\'') break;
    is_doubled = true;
    ++at_;
  }
  const std::string_view inside = bytes_.substr(begin + 1, at_ - begin - 1);
  ++at_;
  if (!is_doubled) return add(Form::scalar, Style::quoted, begin, at_, inside);
  std::string& text = tree_.decoded.emplace_back();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    text += inside[i];
    if (inside[i] == '\'') ++i;
  }
  return add(Form::scalar, Style::quoted, begin, at_, text);
}

bool QuickReader::read_double_quoted(std::size_t begin) {
  std::size_t from = at_;
  std::string decoded;
  for (bool is_plain = true;; is_plain = false) {
    at_ = find_role(bytes_, at_, halts_double);
    const std::string_view part = bytes_.substr(from, at_ - from);
    if (here() == '"') {
      ++at_;
      if (is_plain) return add(Form::scalar, Style::quoted, begin, at_, part);
      decoded += part;
      const std::string_view text = tree_.decoded.emplace_back(std::move(decoded));
      return add(Form::scalar, Style::quoted, begin, at_, text);
    }
    decoded += part;
    if (here() != '\\' || !read_escape(decoded)) return false;
    from = at_;
  }
}

/// Those that people write; any other is for yaml-cpp, and those that make no harmless character.
bool QuickReader::read_escape(std::string& text) {
  const char letter = byte(at_ + 1);
  const std::string_view digits = bytes_.substr(at_).substr(0, letter == 'u' ? 6 : 4);
  at_ += 2;
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      text += letter;
      return true;
    case 'n':
      text += '\n';
      return true;
    case 't':
      text += '\t';
      return true;
    case 'u':
    case 'x': {
      std::uint32_t c = 0;
      const char* const end = digits.data() + digits.size();
      const auto read = std::from_chars(digits.data() + 2, end, c, 16);
      const bool is_whole = digits.size() == (letter == 'u' ? 6 : 4) && read.ptr == end;
      const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
      if (!is_whole || is_surrogate || is_control(c) || is_hidden(c)) return false;
      append_utf8(text, c);
      at_ += digits.size() - 2;
      return true;
    }
    default:
      return false;
  }
}

}  // namespace brm
