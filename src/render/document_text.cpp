#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "render/build_log.h"
#include "render/format.h"
#include "render/table_text.h"

namespace brm {
namespace {

/// A title that begins with a line feed keeps a line free above it.
std::string draw_title(const std::string& title, const TextStyle& style) {
  std::string out;
  if (title.empty()) return out;
  for (const std::string& line : shown_lines(title, style.width)) {
    out += toned(line, Tone::strong, style) + "\n";
  }
  return out;
}

std::string draw_paragraphs(const std::vector<std::string>& paragraphs, const TextStyle& style) {
  std::string out;
  for (const std::string& paragraph : paragraphs) {
    for (const std::string& line : wrapped(visible(paragraph), style.width)) out += line + "\n";
  }
  return out;
}

std::string draw_code(std::string_view code) {
  std::string out;
  while (!code.empty()) {
    const std::size_t end = std::min(code.find('\n'), code.size());
    const std::string line = visible(code.substr(0, end));
    out += line.empty() ? "\n" : std::string(indent, ' ') + line + "\n";
    code.remove_prefix(std::min(end + 1, code.size()));
  }
  return out;
}

/// Lines that stand to the right are commands, and stay there.
std::string draw_next(const std::string& text, const TextStyle& style) {
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::size_t blanks = std::min(text.find_first_not_of(' ', from), end) - from;
    for (const std::string& line :
         shown_lines(text.substr(from, end - from), style.width - blanks)) {
      out += std::string(blanks, ' ') + line + "\n";
    }
    from = end + 1;
  }
  return out;
}

std::string heading(const Document& document, const TextStyle& style) {
  std::string rest;
  if (!document.subtitle.empty()) rest += " · " + visible(document.subtitle);
  if (document.as_of) rest += fmt::format(" · as of {}", to_text(*document.as_of));
  const std::string title = visible(document.title);
  if (display_width(title) + display_width(rest) <= style.width) {
    return toned(title, Tone::strong, style) + rest + "\n";
  }
  std::string out;
  for (const std::string& line : wrapped(title, style.width)) {
    out += toned(line, Tone::strong, style) + "\n";
  }
  if (rest.empty()) return out;
  constexpr std::size_t first_separator = 4;  // bytes of " · "
  for (const std::string& line : wrapped(rest.substr(first_separator), style.width)) {
    out += line + "\n";
  }
  return out;
}

std::string draw_document(const Document& document, const TextStyle& style) {
  std::string out = document.title.empty() ? "" : heading(document, style) + "\n";
  for (const std::string& notice : document.notices) {
    for (const std::string& line : wrapped("! " + visible(notice), style.width)) {
      out += toned(line, Tone::bad, style) + "\n";
    }
  }
  if (!document.notices.empty()) out += "\n";
  if (!document.summary.empty()) out += draw_details(document.summary, style) + "\n";
  bool is_first = true;
  for (const Section& section : document.sections) {
    if (is_silent(section)) continue;
    if (!is_first) out += "\n";
    is_first = false;
    out += draw_title(section.title, style);
    out += draw_paragraphs(section.paragraphs, style);
    out += draw_details(section.details, style);
    out += draw_code(section.code);
    for (const Table& table : section.tables) {
      out += draw_title(table.title, style);
      add_table(table, style, out);
    }
  }
  if (document.next.empty()) return out;
  if (!document.sections.empty()) out += "\n";
  return out + draw_next(document.next, style);
}

}  // namespace

std::string render_text(const Document& document, const TextStyle& style) {
  return lines_for_build_log(draw_document(document, style));
}

}  // namespace brm
