#include "render/details_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace brm {
namespace {

constexpr std::size_t gap = 2;  // as between the columns of a table

/// Whether no word of it, such as an id, has to be broken.
bool has_room(std::string_view text, std::size_t width) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (display_width(text.substr(0, end)) > width) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

}  // namespace

std::vector<std::string> shown_lines(const std::string& text, std::size_t width) {
  if (printed_ascii(text, 0) == text.size()) return wrapped(text, width);
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    for (std::string& line : wrapped(visible(text.substr(from, end - from)), width)) {
      lines.push_back(std::move(line));
    }
    from = end + 1;
  }
  return lines;
}

std::string draw_details(const std::vector<Detail>& details, const TextStyle& style) {
  constexpr std::size_t least_beside = 16;
  std::size_t width = 0;
  for (const Detail& detail : details) {
    if (detail.room != Room::data) width = std::max(width, display_width(detail.title));
  }
  const bool is_wide = width + gap + least_beside <= style.width;
  std::string out;
  for (const Detail& detail : details) {
    const std::string text = to_text(detail.value);
    if (text.empty() || detail.room == Room::data) continue;
    std::string head = toned(detail.title, Tone::faint, style);
    const bool is_beside =
        is_wide && (width + gap <= indent || has_room(text, style.width - width - gap) ||
                    !has_room(text, style.width - indent));
    const std::size_t left = is_beside ? width + gap : indent;
    if (is_beside) {
      head += std::string(left - display_width(detail.title), ' ');
    } else {
      out += head + "\n";
      head = std::string(left, ' ');
    }
    for (const std::string& line : shown_lines(text, style.width - left)) {
      out += head + toned(line, detail.value.tone, style) + "\n";
      head = std::string(left, ' ');
    }
  }
  return out;
}

}  // namespace brm
