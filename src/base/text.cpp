#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace brm {
namespace {

std::size_t width_of(const CodePoint& c) {
  if (!c.valid) return 1;
  return static_cast<std::size_t>(
      std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value))));
}

/// How many bytes of `text` fit in `width` columns; combining marks stay with their letter.
std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (used + width_of(c) > width) break;
    used += width_of(c);
    at += c.size;
  }
  return at;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = printed_ascii(text, at);
    width += plain;
    at += plain;
    if (at == text.size()) break;
    const CodePoint c = decode(text, at);
    width += width_of(c);
    at += c.size;
  }
  return width;
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return "";
  return std::string(text.substr(0, bytes_within(text, width - 1))) + "…";
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(width > used ? width - used : 0, ' ') + std::string(text);
}

bool is_one_line(std::string_view text, std::size_t width) {
  return !text.empty() && text.size() <= width && printed_ascii(text, 0) == text.size() &&
         text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines;
  // Of most texts each line is a piece as it stands, up to the last blank that fits.
  if (is_one_line(text, text.size())) {
    for (std::size_t end = 0; text.size() > width; text.remove_prefix(end + 1)) {
      end = text.rfind(' ', width);
      if (end == std::string_view::npos) break;  // a word that has to be cut
      lines.emplace_back(text.substr(0, end));
    }
    if (text.size() <= width) {
      lines.emplace_back(text);
      return lines;
    }
  }
  std::string line;
  std::size_t used = 0;
  const auto finish = [&] {
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (word.empty()) continue;
    std::size_t left = display_width(word);
    if (!line.empty() && used + 1 + left > width) finish();
    if (!line.empty()) {
      line += ' ';
      ++used;
    }
    while (left > width - used) {
      const std::size_t bytes = std::max(bytes_within(word, width - used), decode(word, 0).size);
      line += word.substr(0, bytes);
      left -= display_width(word.substr(0, bytes));
      word.remove_prefix(bytes);
      finish();
    }
    line += word;
    used += left;
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

}  // namespace brm
