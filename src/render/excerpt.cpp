#include "render/excerpt.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "render/build_log.h"

namespace brm {
namespace {

constexpr std::size_t gutter = 8;  // `   12 | `

/// What is shown of a line: made visible piece by piece, so that the caret knows its column.
struct Shown {
  std::string before;
  std::string marked;
  std::string after;
};

Shown shown_parts(const SourceFile& source, const Span& place, std::size_t width) {
  const std::string_view line = source.line_at(place.offset);
  const std::size_t at = std::min(place.offset - source.line_start(place.offset), line.size());
  const std::size_t least = at < line.size() ? decode(line, at).size : 0;
  const std::size_t length = std::min(std::max<std::size_t>(place.length, least), line.size() - at);
  // No page shows more of a long line than this, however many findings it has.
  const std::size_t enough = 8 * width;
  std::size_t from = at > enough ? at - enough : 0;
  while (from < at && (static_cast<unsigned char>(line[from]) & 0xC0U) == 0x80U) ++from;
  Shown parts{visible(line.substr(from, at - from)),
              visible(line.substr(at, std::min(length, enough))),
              visible(line.substr(at + length, enough))};
  if (holds_order(parts.before + parts.marked + parts.after)) {
    for (std::string* part : {&parts.before, &parts.marked, &parts.after}) disarm(*part);
  }
  return parts;
}

/// What is drawn never ends in a blank, whatever the line does.
std::string without_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// The last `width` columns of a text, `…` in place of what went.
std::string tail(const std::string& text, std::size_t width) {
  std::size_t left = display_width(text);
  if (left <= width) return text;
  std::size_t from = 0;
  while (from < text.size() && left + 1 > width) {
    const std::size_t size = decode(text, from).size;
    left -= display_width(std::string_view(text).substr(from, size));
    from += size;
  }
  return "…" + text.substr(from);
}

/// The carets with the label behind them, or before them where the page ends too soon.
std::string caret_line(std::size_t indent, const std::string& carets, std::string_view label,
                       std::size_t room, const TextStyle& style) {
  const std::string marked = toned(carets, Tone::bad, style);
  const std::size_t needed = display_width(label) + 1;
  const std::size_t left = room - std::min(room, indent + carets.size());
  if (label.empty()) return std::string(indent, ' ') + marked;
  if (needed <= left || needed > indent) {
    const std::string behind = " " + cut_to(label, left > 0 ? left - 1 : 0);
    return std::string(indent, ' ') + marked + without_end(behind);
  }
  return padded_left(label, indent - 1) + " " + marked;
}

}  // namespace

std::string draw_excerpt(const SourceFile& source, const Span& place, std::string_view label,
                         const TextStyle& style) {
  // A finding about a whole file has no place in it to show.
  const bool is_whole_file = place.offset == 0 && place.length == 0;
  if (source.bytes().empty() || is_whole_file) return "";
  const std::size_t room = std::max<std::size_t>(style.width, 40) - gutter;
  Shown parts = shown_parts(source, place, std::max<std::size_t>(style.width, 40));
  if (display_width(parts.before) + display_width(parts.marked) > room) {
    parts.before = tail(parts.before, room / 3);
  }
  parts.marked = cut_to(parts.marked, room - display_width(parts.before));
  const std::size_t used = display_width(parts.before) + display_width(parts.marked);
  const std::string rest = room > used ? cut_to(parts.after, room - used) : "";
  const std::string carets(std::max<std::size_t>(display_width(parts.marked), 1), '^');
  const std::string indent(display_width(parts.before), ' ');
  const std::uint32_t line = source.line_column(place.offset).line;
  const std::string text = without_end(" " + parts.before + parts.marked + rest);
  const std::string under = caret_line(display_width(indent), carets, label, room, style);
  return toned(fmt::format("{:>5} |", line), Tone::faint, style) + text + "\n" +
         toned("      |", Tone::faint, style) + " " + under + "\n";
}

}  // namespace brm
