#include "render/markup.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace brm {
namespace {

/// Bytes of letters beyond ASCII count, as they do for emphasis.
bool is_word(char c) { return is_letter_or_digit(c) || is_beyond_ascii(c); }

char at_or_blank(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : ' ';
}

/// `:tada:`
bool has_emoji_name(std::string_view word) {
  for (std::size_t at = word.find(':'); at != std::string_view::npos; at = word.find(':', at + 1)) {
    const std::size_t end =
        word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", at + 1);
    const bool is_closed = end != std::string_view::npos && end > at + 1 && word[end] == ':';
    if (is_closed && !is_digit(word[at + 1])) return true;
  }
  return false;
}

/// Whether GitHub would make a link or an emoji of the word, which no backslash prevents.
bool is_linked(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char next = at_or_blank(word, i + 1);
    if (word[i] == '@' && is_word(next)) return true;
    if (word[i] == '#' && is_digit(next)) return true;
    if (word.substr(i).starts_with("GH-") && is_digit(at_or_blank(word, i + 3))) return true;
  }
  return word.find("://") != std::string_view::npos ||
         word.find("www.") != std::string_view::npos ||
         word.find("mailto:") != std::string_view::npos ||
         word.find("xmpp:") != std::string_view::npos || has_emoji_name(word);
}

/// `&copy;` and the like, from the ampersand on.
bool is_entity(std::string_view text) {
  const std::size_t end =
      text.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 1);
  return end != std::string_view::npos && end > 1 && text[end] == ';';
}

/// Signs that work in pairs need no backslash where they are alone in a text; a bracket makes a
/// link only with `](` behind it, as nothing here can begin a definition.
struct Signs {
  bool tildes = false;
  bool dollars = false;
  bool links = false;
  bool hashes = false;  // not in a cell, which is no heading
};

bool needs_backslash(std::string_view word, std::size_t i, Signs signs) {
  const char before = i == 0 ? ' ' : word[i - 1];
  const char next = at_or_blank(word, i + 1);
  switch (word[i]) {
    case '\\':
    case '*':
    case '`':
    case '|':
      return true;
    case '[':
      return signs.links;
    case '_':  // snake_case is no emphasis
      return !(is_word(before) && is_word(next));
    case '<':
      return is_letter(next) || next == '/' || next == '!' || next == '?';
    case '&':
      return is_entity(word.substr(i));
    case '#':
      return signs.hashes && !is_word(before);
    case '~':
      return signs.tildes;
    case '$':
      return signs.dollars;
    default:
      return false;
  }
}

std::string escaped(std::string_view word, Signs signs) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (needs_backslash(word, i, signs)) out += '\\';
    out += word[i];
  }
  return out;
}

std::size_t longest_run(std::string_view text, char c) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char each : text) {
    run = each == c ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string spanned(std::string_view text) {
  const std::string fence(longest_run(text, '`') + 1, '`');
  const bool needs_blanks = text.starts_with('`') || text.ends_with('`');
  const std::string blank(needs_blanks ? 1 : 0, ' ');
  return fence + blank + std::string(text) + blank + fence;
}

/// In a row of a table a bar ends the cell, even within backticks.
enum class Place : std::uint8_t { line, cell };

std::string spanned_in(Place place, std::string_view text) {
  const std::string span = spanned(text);
  if (place == Place::line) return span;
  std::string out;
  for (const char c : span) out += c == '|' ? "\\|" : std::string(1, c);
  return out;
}

std::string inert_words(std::string_view text, Signs signs, Place place) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    out += is_linked(word) ? spanned_in(place, word) : escaped(word, signs);
    if (end < text.size()) out += ' ';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string without_idle_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// Markup made inert, wherever on a line the text stands.
std::string inert(std::string_view text, Place place) {
  const std::string shown = without_idle_blanks(visible(text));
  const Signs signs{std::count(shown.begin(), shown.end(), '~') > 1,
                    std::count(shown.begin(), shown.end(), '$') > 1,
                    shown.find("](") != std::string::npos, place == Place::line};
  if (!has_paired_backticks(shown)) return inert_words(shown, signs, place);
  std::string out;
  std::string_view rest = shown;
  for (bool is_code = false; !rest.empty(); is_code = !is_code) {
    const std::size_t end = std::min(rest.find('`'), rest.size());
    const std::string_view piece = rest.substr(0, end);
    const std::string next = is_code ? spanned_in(place, piece) : inert_words(piece, signs, place);
    // Two spans that touch would be one: then none of the backticks is taken for a mark.
    if (out.ends_with('`') && next.starts_with('`')) return inert_words(shown, signs, place);
    out += next;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

template <class Write>
std::string lines_in_cell(std::string_view text, Write write) {
  text = text.substr(0, text.find_last_not_of('\n') + 1);
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (from > 0) out += "<br>";
    out += write(text.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

/// Where a backslash must stand so that the text begins no list, heading, quote or rule; the text's
/// size when nowhere.
std::size_t start_of_markup(std::string_view text) {
  if (text.empty()) return 0;
  const char next = at_or_blank(text, 1);
  if (text.front() == '>' || text.front() == '[') return 0;
  const bool may_begin_list = text.front() == '-' || text.front() == '+' || text.front() == '=';
  if (may_begin_list && (next == ' ' || next == text.front())) return 0;
  const std::size_t end = text.find_first_not_of("0123456789");
  const bool is_number = end != std::string_view::npos && end > 0 && end < 10;
  if (is_number && (text[end] == '.' || text[end] == ')') && at_or_blank(text, end + 1) == ' ') {
    return end;
  }
  return text.size();
}

}  // namespace

bool has_paired_backticks(std::string_view text) {
  // cppcheck-suppress invalidLifetime ; who owns the text is waiting for the answer
  return std::count(text.begin(), text.end(), '`') % 2 == 0 && longest_run(text, '`') == 1;
}

std::string markdown_line(std::string_view text) {
  std::string out = inert(text, Place::line);
  const std::size_t at = start_of_markup(out);
  if (at < out.size()) out.insert(at, 1, '\\');
  return out;
}

std::string markdown_cell(std::string_view text) {
  return lines_in_cell(text, [](std::string_view line) { return inert(line, Place::cell); });
}

std::string drawing_cell(std::string_view text) {
  return lines_in_cell(text, [](std::string_view line) {
    return line.empty() ? "" : spanned_in(Place::cell, visible(line));
  });
}

std::string code_block(std::string_view lines) {
  const std::string fence(std::max<std::size_t>(3, longest_run(lines, '`') + 1), '`');
  std::string out = fence + "\n";
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    out += visible(lines.substr(0, end)) + "\n";
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out + fence;
}

}  // namespace brm
