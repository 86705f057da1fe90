#include "commands/given_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"

namespace brm {
namespace {

/// As a shell takes it for one word.
std::string one_word(const std::string& text) {
  constexpr std::string_view plain = "/._-+:@%,=";
  const auto is_plain = [&](char c) {
    return is_letter_or_digit(c) || plain.find(c) != plain.npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

enum class Takes : std::uint8_t {
  folder,    ///< What is written now is of today, whatever day was looked at.
  day,       ///< It shows files as they are, so it has no audience.
  audience,  ///< And the day.
};

/// Commands that look at records; explain and schema answer without.
struct Looker {
  std::string_view name;
  Takes takes;
};
constexpr Looker lookers[] = {
    {"agenda", Takes::audience}, {"check", Takes::day},      {"count", Takes::audience},
    {"diff", Takes::audience},   {"doctor", Takes::day},     {"export", Takes::audience},
    {"get", Takes::audience},    {"graph", Takes::audience}, {"history", Takes::day},
    {"import", Takes::folder},   {"list", Takes::audience},  {"mend", Takes::folder},
    {"new", Takes::folder},      {"record", Takes::folder},  {"report", Takes::audience},
    {"show", Takes::audience}};

/// ` -C records --as-of 2026-07-08`, as far as the command that follows `brm ` takes them.
std::string given(const GlobalOptions& options, std::string_view rest) {
  const std::string_view word = rest.substr(0, rest.find_first_of(" `\n"));
  const auto looker = std::find_if(std::begin(lookers), std::end(lookers),
                                   [&](const Looker& each) { return each.name == word; });
  if (looker == std::end(lookers)) return "";
  std::string out;
  const bool has_day =
      rest.substr(0, rest.find_first_of("`\n")).find(" --as-of ") != std::string_view::npos;
  if (options.records) out += " -C " + one_word(*options.records);
  if (looker->takes >= Takes::day && options.as_of && !has_day) {
    out += " --as-of " + one_word(*options.as_of);
  }
  if (looker->takes == Takes::audience && options.audience) {
    out += " --audience " + one_word(*options.audience);
  }
  return out;
}

/// Where somebody is told to type it, and not where brm is only mentioned.
bool is_suggested(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == '`') return true;
  return at >= 4 && text.substr(at - 4, 4) == "    ";
}

}  // namespace

std::string with_given_options(const std::string& text, const GlobalOptions& options) {
  constexpr std::string_view name = "brm ";
  if (text.find(name) == std::string::npos) return text;
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::string_view rest = std::string_view(text).substr(at + name.size());
    if (!is_suggested(text, at)) continue;
    const std::size_t end = at + name.size() - 1;
    out += text.substr(from, end - from) + given(options, rest);
    from = end;
  }
  return out + text.substr(from);
}

void add_given_options(Document& document, const GlobalOptions& options) {
  if (!options.records && !options.as_of && !options.audience) return;
  const auto add = [&](std::string& text) { text = with_given_options(text, options); };
  add(document.next);
  for (std::string& notice : document.notices) add(notice);
  for (Section& section : document.sections) {
    for (std::string& paragraph : section.paragraphs) add(paragraph);
    for (Table& table : section.tables) {
      add(table.if_empty);
      add(table.rest);
    }
  }
}

}  // namespace brm
