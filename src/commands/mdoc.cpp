#include "commands/mdoc.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/date.h"
#include "base/months.h"
#include "commands/surroundings.h"

namespace brm {
namespace {

/// A minus that is typed stays one; a hyphen inside a word may be set as the page likes.
bool is_typed(std::string_view text, std::size_t at) {
  const bool is_after_letter = at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' &&
                               text[at - 1] != '-' && text[at - 1] != '`';
  return !is_after_letter || (at + 1 < text.size() && text[at + 1] == '-');
}

void escape(std::string& out, char c) {
  if (c == '\\') {
    out += "\\e";
  } else if (c == '-') {
    out += "\\-";
  } else {
    out += c;
  }
}

/// One line of text, `code` in bold.
std::string line_of_text(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`') {
      is_code = !is_code;
      out += is_code ? "\\fB" : "\\fR";
    } else if (text[i] == '-' && !is_code && !is_typed(text, i)) {
      out += '-';
    } else {
      escape(out, text[i]);
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string literal(std::string_view text) {
  std::string out;
  for (const char c : text) escape(out, c);
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

/// The next piece of `text` up to `end`, which is taken off with it.
std::string_view next_piece(std::string_view& text, std::string_view end, std::size_t kept) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view piece = text.substr(0, std::min(text.size(), at + kept));
  text.remove_prefix(std::min(text.size(), at + end.size()));
  return piece;
}

/// `July 8, 2026`
std::string in_words(Date day) {
  const std::string text = to_text(day);
  const auto number = [&](std::size_t at) {
    return static_cast<std::size_t>((text[at] - '0') * 10 + (text[at + 1] - '0'));
  };
  return fmt::format("{} {}, {}", month_names[number(5) - 1], number(8), text.substr(0, 4));
}

}  // namespace

Mdoc::Mdoc(std::string_view name, int section, std::string_view summary) {
  std::string title(name);
  for (char& c : title) c = to_capital(c);
  // No word is cut at the end of a line: it may be one to be typed. groff's macros turn that on
  // again unless they are told.
  out_ = fmt::format(
      ".Dd {}\n.Dt {} {}\n.Os brm {}\n.nr doc-hyphen-flags 0\n.nh\n.Sh NAME\n.Nm {}\n.Nd {}\n",
      in_words(release_day()), title, section, BRM_VERSION, name, line_of_text(summary));
}

void Mdoc::section(std::string_view title) { macro(fmt::format("Sh {}", title)); }
void Mdoc::subsection(std::string_view title) { macro(fmt::format("Ss {}", mdoc_argument(title))); }
void Mdoc::begin_list() { macro("Bl -tag -width Ds"); }
void Mdoc::end_list() { macro("El"); }

void Mdoc::text(std::string_view paragraphs) {
  if (out_.ends_with(".Ed\n") || out_.ends_with(".El\n")) macro("Pp");
  for (bool is_first = true; !paragraphs.empty(); is_first = false) {
    if (!is_first) macro("Pp");
    std::string_view paragraph = next_piece(paragraphs, "\n\n", 0);
    // Sentences stand on lines of their own: mdoc sets the space between them.
    while (!paragraph.empty()) out_ += line_of_text(next_piece(paragraph, ". ", 1)) + "\n";
  }
}

void Mdoc::code(std::string_view lines) {
  macro("Bd -literal -offset indent");
  while (!lines.empty()) out_ += literal(next_piece(lines, "\n", 0)) + "\n";
  macro("Ed");
}

void Mdoc::item(std::string_view head) { macro(fmt::format("It {}", head)); }

void Mdoc::item(std::string_view word, std::string_view beside) {
  item(beside.empty() ? fmt::format("Sy {}", mdoc_argument(word))
                      : fmt::format("Sy {} No {}", mdoc_argument(word), mdoc_argument(beside)));
}

void Mdoc::macro(std::string_view line) { out_ += fmt::format(".{}\n", line); }

void Mdoc::see_also(std::vector<std::pair<std::string, int>> pages) {
  std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second < b.second : a.first < b.first;
  });
  section("SEE ALSO");
  for (const auto& page : pages) {
    macro(fmt::format("Xr {} {}{}", page.first, page.second, &page == &pages.back() ? "" : " ,"));
  }
}

std::string mdoc_argument(std::string_view text) {
  std::string out = literal(text);
  for (std::size_t at = out.find('"'); at != std::string::npos; at = out.find('"', at)) {
    out.replace(at, 1, "\\(dq");
  }
  return out.find(' ') == std::string::npos ? out : fmt::format("\"{}\"", out);
}

}  // namespace brm
