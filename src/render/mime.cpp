#include "render/mime.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "base/sha256.h"
#include "base/utf8.h"

namespace brm {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t longest_line = 76;

bool is_plain(std::string_view text) {
  return text.find("=?") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// At blanks; empty where a word is too long for that.
std::string folded(std::string line) {
  std::string out;
  while (line.size() > longest_line) {
    const std::size_t at = line.rfind(' ', longest_line);
    const std::size_t name_end = out.empty() ? line.find(' ') : 0;
    if (at == std::string::npos || at <= name_end) return "";
    out += line.substr(0, at) + std::string(line_end);
    line.erase(0, at);  // the blank begins the next line, and so belongs to the same header
  }
  return out + line + std::string(line_end);
}

/// Words of RFC 2047, each of whole characters.
std::string encoded_words(std::string_view name, std::string_view text) {
  constexpr std::size_t most_bytes = 39;  // 52 letters in base64, 64 with what is around them
  std::string out;
  std::string piece;
  const auto close = [&] {
    out += out.empty() ? fmt::format("{}:", name) : std::string();
    out += fmt::format("{} =?utf-8?B?{}?=", out.ends_with("?=") ? line_end : "", base64(piece));
    piece.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = decode(text, at).size;
    if (piece.size() + size > most_bytes) close();
    piece += text.substr(at, size);
    at += size;
  }
  close();
  return out + std::string(line_end);
}

std::string hex_of(char c) { return fmt::format("={:02X}", static_cast<unsigned char>(c)); }

/// One line of it, without its end.
std::string quoted_line(std::string_view line) {
  std::string out;
  std::size_t length = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool is_last = i + 1 == line.size();
    const bool is_idle_blank = (c == ' ' || c == '\t') && is_last;
    // A point alone ends a message, and `From ` begins one, for some programs on the way.
    const bool is_mark = i == 0 && (c == '.' || line.starts_with("From "));
    const bool is_kept = c >= ' ' && c <= '~' && c != '=' && !is_idle_blank && !is_mark;
    const std::string piece = is_kept ? std::string(1, c) : hex_of(c);
    if (length + piece.size() > longest_line - (is_last ? 0 : 1)) {
      out += "=" + std::string(line_end);
      length = 0;
    }
    out += piece;
    length += piece.size();
  }
  return out;
}

}  // namespace

std::string mime_header(std::string_view name, std::string_view text) {
  const std::string shown = visible(text);
  if (is_plain(shown)) {
    std::string line = folded(fmt::format("{}: {}", name, shown));
    if (!line.empty()) return line;
  }
  return encoded_words(name, shown);
}

std::string mime_date(Date day) {
  using namespace std::chrono;
  constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const sys_days at{std::chrono::days(day.days)};
  const year_month_day date{at};
  return fmt::format("{}, {:02} {} {:04} 00:00:00 +0000", days[weekday(at).c_encoding()],
                     unsigned(date.day()), months[unsigned(date.month()) - 1], int(date.year()));
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    out += quoted_line(text.substr(from, end - from)) + std::string(line_end);
    from = end + 1;
  }
  return out;
}

}  // namespace brm
