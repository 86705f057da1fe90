#include "read/lexical.h"

namespace brm {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

std::size_t line_end(std::string_view bytes, std::size_t at) {
  const std::size_t end = bytes.find('\n', at);
  return end == none ? bytes.size() : end;
}

/// The indentation that a header such as `|2` asks for, counted from its line's; none without.
std::size_t said_indent(std::string_view bytes, std::size_t begin, std::size_t end) {
  const std::size_t digit = bytes.substr(0, end).find_first_of("123456789", begin);
  if (digit == none || digit > begin + 2) return none;
  const std::size_t before = begin == 0 ? none : bytes.rfind('\n', begin - 1);
  const std::size_t line = before == none ? 0 : before + 1;
  return bytes.find_first_not_of(' ', line) - line + static_cast<std::size_t>(bytes[digit] - '0');
}

/// A block scalar runs to the last line that is indented at least as deep as its first text line.
std::size_t block_end(std::string_view bytes, std::size_t begin) {
  std::size_t end = line_end(bytes, begin);
  std::size_t indent = said_indent(bytes, begin, end);
  for (std::size_t at = end + 1; at < bytes.size();) {
    const std::size_t stop = line_end(bytes, at);
    const std::size_t first = bytes.find_first_not_of(' ', at);
    const bool is_empty = first == none || first >= stop || bytes[first] == '\r';
    if (!is_empty) {
      if (indent == none) indent = first - at;
      if (indent == 0 || first - at < indent) break;
      end = stop;
    }
    at = stop + 1;
  }
  return end > begin && end <= bytes.size() && bytes[end - 1] == '\r' ? end - 1 : end;
}

/// Folding turns a line break and the blanks around it into one space or into line feeds, so any
/// white space in the text stands for any white space in the bytes.
std::size_t plain_end(std::string_view bytes, std::size_t begin, std::string_view text) {
  std::size_t at = begin;
  for (std::size_t i = 0; i < text.size() && at < bytes.size();) {
    if (is_space(text[i])) {
      while (i < text.size() && is_space(text[i])) ++i;
      while (at < bytes.size() && is_space(bytes[at])) ++at;
    } else {
      ++i;
      ++at;
    }
  }
  return at;
}

/// Past the plain text that begins at `at`: to the end of its line, or to what ends it earlier.
std::size_t skip_plain(std::string_view bytes, std::size_t at, bool in_flow) {
  const std::size_t end = line_end(bytes, at);
  for (++at; at < end; ++at) {
    const char c = bytes[at];
    if (c == ':' && (at + 1 == end || is_space(bytes[at + 1]))) return at;
    if (c == '#' && is_blank(bytes[at - 1])) return at;
    if (in_flow && (c == ',' || c == '[' || c == ']' || c == '{' || c == '}')) return at;
  }
  return end;
}

}  // namespace

std::size_t quoted_end(std::string_view bytes, std::size_t begin) {
  const char quote = bytes[begin];
  for (std::size_t at = begin + 1; at < bytes.size(); ++at) {
    if (bytes[at] == '\\' && quote == '"') {
      ++at;
    } else if (bytes[at] == quote) {
      if (quote == '"' || at + 1 >= bytes.size() || bytes[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return none;
}

std::size_t scalar_end(std::string_view bytes, std::size_t begin, std::string_view text) {
  if (begin >= bytes.size()) return bytes.size();
  const char first = bytes[begin];
  if (first == '"' || first == '\'') {
    const std::size_t end = quoted_end(bytes, begin);
    return end == none ? bytes.size() : end;
  }
  if (first == '|' || first == '>') {
    const bool is_empty = text.find_first_not_of('\n') == none;
    return is_empty ? line_end(bytes, begin) : block_end(bytes, begin);
  }
  return plain_end(bytes, begin, text);
}

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  return at;
}

std::size_t skip_space_and_comments(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    if (is_space(bytes[at])) {
      ++at;
    } else if (bytes[at] == '#' && (at == 0 || is_space(bytes[at - 1]))) {
      at = line_end(bytes, at);
    } else {
      break;
    }
  }
  return at;
}

std::vector<std::size_t> left_open(std::string_view bytes, std::size_t from,
                                   std::vector<std::size_t> open) {
  std::size_t at = from;
  while ((at = skip_space_and_comments(bytes, at)) < bytes.size()) {
    const char c = bytes[at];
    if (c == '"' || c == '\'') {
      const std::size_t end = quoted_end(bytes, at);
      if (end == none) {
        open.push_back(at);
        return open;
      }
      at = end;
    } else if (c == '[' || c == '{') {
      open.push_back(at++);
    } else if (c == ']' || c == '}') {
      if (open.empty() || bytes[open.back()] != (c == ']' ? '[' : '{')) return open;
      open.pop_back();
      ++at;
    } else if (c == ':' || c == ',' || c == '?' || c == '-') {
      ++at;
    } else {
      at = skip_plain(bytes, at, !open.empty());
    }
  }
  return open;
}

}  // namespace brm
