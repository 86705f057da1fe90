#include "read/syntax.h"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "read/escapes.h"
#include "read/faults.h"
#include "read/lexical.h"

namespace brm {
namespace {

namespace yaml = YAML::ErrorMsg;

constexpr std::size_t npos = std::string_view::npos;

struct Line {
  std::size_t begin = 0;
  std::string_view text;  // without its end

  std::size_t indent() const { return std::min(text.find_first_not_of(' '), text.size()); }
  std::string_view trimmed() const {
    std::string_view out = text.substr(indent());
    while (!out.empty() && (out.back() == ' ' || out.back() == '\r')) out.remove_suffix(1);
    return out;
  }
  bool is_text() const { return !trimmed().empty() && trimmed()[0] != '#'; }
};

Line line_of(std::string_view bytes, std::size_t offset) {
  offset = std::min(offset, bytes.size());
  const std::size_t before = offset == 0 ? npos : bytes.rfind('\n', offset - 1);
  const std::size_t begin = before == npos ? 0 : before + 1;
  const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  return {begin, bytes.substr(begin, end - begin)};
}

/// The nearest line above that holds more than blanks or a comment; an empty line when none does.
Line text_line_above(std::string_view bytes, Line line) {
  while (line.begin > 0) {
    line = line_of(bytes, line.begin - 1);
    if (line.is_text()) return line;
  }
  return {};
}

std::size_t leading_tab(Line line) {
  const std::size_t tab = line.text.find('\t');
  // A dash is indentation too: `-<TAB>item`.
  const std::size_t text = line.text.find_first_not_of(" \t\r-");
  return tab != npos && (text == npos || tab < text) ? line.begin + tab : npos;
}

/// A tab where indentation is read, on this line or the one above it.
std::size_t tab_nearby(std::string_view bytes, std::size_t offset) {
  const Line line = line_of(bytes, offset);
  if (const std::size_t tab = leading_tab(line); tab != npos) return tab;
  return line.begin == 0 ? npos : leading_tab(line_of(bytes, line.begin - 1));
}

Stop tab_stop(std::string_view bytes, std::size_t tab) {
  const bool is_empty = line_of(bytes, tab).text.find_first_not_of(" \t\r") == npos;
  return {&faults::tab_indentation, tab, 1,
          is_empty ? "this line holds only a tab" : "this line is indented with a tab",
          is_empty ? "remove the tab" : "indent with spaces"};
}

/// The value of `key: value` on this line, without a comment; npos when there is none.
std::size_t value_on(Line line) {
  const std::size_t colon = line.text.find(": ");
  if (colon == npos) return npos;
  const std::size_t value = line.text.find_first_not_of(' ', colon + 1);
  return value == npos ? npos : line.begin + value;
}

/// Where the value begins that `offset` is in: after `key: ` or `- `.
std::size_t value_start(Line line, std::size_t offset) {
  std::size_t value = value_on(line);
  if (value == npos && line.trimmed().starts_with("- ")) {
    const std::size_t dash = line.begin + line.indent();
    value = line.begin + line.text.find_first_not_of(' ', dash + 1 - line.begin);
  }
  return value == npos || value > offset ? offset : value;
}

bool has_colon(Line line) { return line.text.find(": ") != npos || line.trimmed().ends_with(':'); }

Stop unquoted(std::size_t at, std::size_t length, std::string message, std::string help) {
  return {&faults::unquoted_value, at, length, std::move(message), std::move(help)};
}

/// A `:` where none can be: its line has two, or the line above lost its own, or is text.
Stop translate_map_value(std::size_t offset, std::string_view bytes) {
  const Line line = line_of(bytes, offset);
  const std::size_t value = value_on(line);
  if (value != npos && value < offset) {
    const std::string_view text = bytes.substr(value, line.begin + line.text.size() - value);
    const bool looks_like_two = text.substr(0, text.find(": ")).find(", ") != npos;
    return unquoted(value, text.size(), "this value holds `: `, which begins another field",
                    looks_like_two ? "put each key on a line of its own, or the value in quotes"
                                   : "put the whole value in quotes");
  }
  const std::size_t key = line.begin + line.indent();
  if (offset - key > longest_key) {
    return {&faults::bad_key, key, 1, fmt::format("this key is longer than {} bytes", longest_key),
            "a key is the name of a field"};
  }
  const Line above = text_line_above(bytes, line);
  Line without = above;
  while (without.trimmed().starts_with("- ")) without = text_line_above(bytes, without);
  if (without.is_text() && !has_colon(without)) {
    return without_colon(without.begin + without.indent(), without.trimmed());
  }
  if (!above.text.empty() && line.indent() > above.indent() && value_on(above) != npos) {
    return {&faults::invalid_yaml, line.begin + line.indent(), 1,
            "this line is indented below a value that is already text",
            "align it with the line above, or remove the text after the `:` above"};
  }
  return {&faults::invalid_yaml, offset, 1, "this `:` cannot stand here",
          "check the indentation of this line and the one above, or put the value in quotes"};
}

/// The list or map in brackets does not go on as one: a bracket is missing, or a comma, or quotes.
Stop translate_open(std::size_t offset, std::string_view bytes, const TreeBuilder& builder) {
  const auto open = left_open(bytes, builder.end(), builder.open_brackets());
  if (!open.empty()) {
    const char bracket = bytes[open.back()];
    return {&faults::unclosed_bracket, open.back(), 1,
            fmt::format("this `{}` is not closed", bracket),
            fmt::format("add the missing `{}`, or the comma before the next item",
                        bracket == '[' ? ']' : '}')};
  }
  const char found = offset < bytes.size() ? bytes[offset] : ' ';
  if (found == ']' || found == '}') {
    return {&faults::invalid_yaml, offset, 1, "this bracket closes nothing", "delete it"};
  }
  const Node* last = builder.last_scalar();
  if (found == ':' && last != nullptr && last->style == Style::plain) {
    return unquoted(last->begin, last->end - last->begin,
                    "this value holds `: `, which begins another field",
                    "put a comma before the next field, or the whole value in quotes");
  }
  return {&faults::invalid_yaml, offset, 1, "a comma is missing before this",
          "separate the items with commas, or put the whole value in quotes"};
}

Stop translate_open_quote(std::size_t offset, std::string_view bytes, const TreeBuilder& builder) {
  const auto open = left_open(bytes, builder.end(), builder.open_brackets());
  const std::size_t at = open.empty() ? offset : open.back();
  return {&faults::unclosed_quote, at, 1, "this quote is not closed", "add the closing quote"};
}

/// Text behind a closing quote, or a quote that was closed only further down.
std::optional<Stop> after_quote(std::size_t offset, std::string_view bytes, const Node* last) {
  if (last == nullptr || last->style != Style::quoted) return std::nullopt;
  if (bytes.substr(last->begin, last->end - last->begin).find('\n') != npos) {
    return Stop{&faults::unclosed_quote, last->begin, 1,
                "this quote is closed only by one further down",
                "add the closing quote at the end of this line"};
  }
  if (line_of(bytes, last->begin).begin != line_of(bytes, offset).begin) return std::nullopt;
  return Stop{&faults::invalid_yaml, last->end, 1, "text follows the closing quote",
              "put the whole value in quotes; write a quote inside '...' as ''"};
}

/// Something stands where the next key of a map should: behind a closed quote or bracket, or with
/// an indentation of its own.
Stop translate_end_of_map(std::size_t offset, std::string_view bytes, const TreeBuilder& builder) {
  const Line line = line_of(bytes, offset);
  const Node* last = builder.last_scalar();
  if (offset < bytes.size() && bytes[offset] == ',') return stray_comma(offset);
  if (const auto stop = after_quote(offset, bytes, last)) return *stop;
  const std::size_t value = value_on(line);
  if (value != npos && value < offset && bytes[value] == '[') {
    return unquoted(value, 1, "a value that starts with `[` is a list to YAML",
                    "put the whole value in quotes");
  }
  const std::string_view rest = line.trimmed();
  if (rest.starts_with('-') && lacks_space(rest)) return without_colon(offset, rest);
  if (rest.starts_with('-')) {
    return {&faults::invalid_yaml, offset, 1,
            "this `- ` stands in another column than the lines above",
            "put it in the column of the other items, below the field they belong to"};
  }
  return {&faults::invalid_yaml, std::min(offset, bytes.size()), 1,
          "this does not fit the indentation above",
          "align it with the first field of the same map"};
}

/// A line that does not go on with the list above it.
Stop translate_end_of_list(std::size_t offset, std::string_view bytes, const TreeBuilder& builder) {
  if (const auto stop = after_quote(offset, bytes, builder.last_scalar())) return *stop;
  const Line line = line_of(bytes, offset);
  if (line.trimmed().starts_with('-')) return translate_end_of_map(offset, bytes, builder);
  if (has_colon(line)) {
    return {
        &faults::invalid_yaml, offset, 1, "this field does not fit the list above",
        "align it with the first field of the item it belongs to, or with the list's own field"};
  }
  return {&faults::invalid_yaml, offset, 1, "this line of the list has no `- `",
          "begin it with `- `, or indent it below the item it belongs to"};
}

Stop translate_unknown_token(std::size_t offset, std::string_view bytes) {
  const std::string_view sign = bytes.substr(offset, 1);
  return unquoted(offset, 1,
                  sign == "`" ? "a value cannot start with a backtick"
                              : fmt::format("a value cannot start with `{}`", sign),
                  "put the value in quotes");
}

/// `#` after blanks, `!`, `%` and others are told by the builder; these are yaml-cpp's own words.
struct Translation {
  std::string_view begins;
  const RuleWords* fault;
  std::string_view message;
  std::string_view help;
};

const Translation translations[] = {
    {yaml::INVALID_ESCAPE, &faults::bad_escape, "this is no escape that YAML knows",
     "use single quotes, in which \\ is only a backslash"},
    {yaml::INVALID_HEX, &faults::bad_escape, "this escape needs hexadecimal digits",
     "use single quotes, in which \\ is only a backslash"},
    {yaml::INVALID_UNICODE, &faults::bad_escape,
     "this escape is half of a surrogate pair, which is no character",
     "write the character itself, or \\U and its eight digits"},
    {yaml::UNKNOWN_ANCHOR, &faults::anchor, "a value that starts with `*` is an alias to YAML",
     "put the whole value in quotes; there are no aliases here"},
    {yaml::ALIAS_NOT_FOUND, &faults::anchor, "a value that starts with `*` is an alias to YAML",
     "put the whole value in quotes"},
    {yaml::CHAR_IN_ALIAS, &faults::anchor, "a value that starts with `*` is an alias to YAML",
     "put the whole value in quotes"},
    {yaml::ALIAS_CONTENT, &faults::anchor, "a value that starts with `*` is an alias to YAML",
     "put the whole value in quotes"},
    {yaml::ANCHOR_NOT_FOUND, &faults::anchor, "a value that starts with `&` is an anchor to YAML",
     "put the whole value in quotes"},
    {yaml::CHAR_IN_ANCHOR, &faults::anchor, "a value that starts with `&` is an anchor to YAML",
     "put the whole value in quotes"},
    {yaml::END_OF_VERBATIM_TAG, &faults::tag, "a value that starts with `!` is a tag to YAML",
     "if the sign belongs to the text, put the whole value in quotes; else delete the word"},
    {yaml::TAG_WITH_NO_SUFFIX, &faults::tag, "a value that starts with `!` is a tag to YAML",
     "if the sign belongs to the text, put the whole value in quotes; else delete the word"},
    {yaml::CHAR_IN_BLOCK, &faults::unquoted_value,
     "a value that starts with `>` or `|` is a block of text to YAML",
     "put the value in quotes, or begin the text on the next line"},
    {yaml::CHAR_IN_TAG_HANDLE, &faults::tag, "a value that starts with `!` is a tag to YAML",
     "if the sign belongs to the text, put the whole value in quotes; else delete the word"},
    {yaml::BLOCK_ENTRY, &faults::invalid_yaml, "a list cannot begin behind its key",
     "put `- ` and the item on the next line, indented"},
    {yaml::MAP_KEY, &faults::unquoted_value, "a value that starts with `? ` is a key to YAML",
     "put the whole value in quotes"},
    {yaml::ZERO_INDENT_IN_BLOCK, &faults::unquoted_value,
     "a value that starts with `>` or `|` is a block of text to YAML",
     "put the whole value in quotes"},
    {yaml::MULTIPLE_TAGS, &faults::tag, "a value that starts with `!` is a tag to YAML",
     "put the whole value in quotes"},
    {yaml::MULTIPLE_ANCHORS, &faults::anchor, "a value that starts with `&` is an anchor to YAML",
     "put the whole value in quotes"},
    {"bad file", &faults::too_deep, "values are nested too deep",
     "records need at most a handful of levels"},
};

}  // namespace

Stop stray_comma(std::size_t offset) {
  return {&faults::invalid_yaml, offset, 1, "this comma cannot stand here",
          "delete it: fields stand on lines of their own"};
}

void check_start(std::string_view bytes) {
  std::size_t at = skip_space_and_comments(bytes, 0);
  const auto is_line_start = [&](std::size_t i) { return i == 0 || bytes[i - 1] == '\n'; };
  if (at < bytes.size() && bytes[at] == '%' && is_line_start(at)) {
    throw Stop{&faults::directive, at, 1,
               "a line that starts with `%` is a directive, which is not supported",
               "delete the line"};
  }
  const std::string_view rest = bytes.substr(std::min(at, bytes.size()));
  const bool is_marker = rest.starts_with("---") && is_line_start(at) &&
                         (rest.size() == 3 || rest[3] == ' ' || rest[3] == '\n' || rest[3] == '\r');
  if (!is_marker) return;
  at = skip_blanks(bytes, at + 3);
  if (at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != '#') {
    throw Stop{&faults::content_after_marker, at, 1, "something stands on the line of the `---`",
               "begin the record on the line below"};
  }
}

void check_after_document(std::string_view bytes, const TreeBuilder& builder) {
  std::size_t at = skip_space_and_comments(bytes, builder.end());
  std::size_t to_close = builder.open_brackets().size();
  while (to_close > 0 && at < bytes.size() && std::string_view(",]}").find(bytes[at]) != npos) {
    if (bytes[at] != ',') --to_close;
    at = skip_space_and_comments(bytes, at + 1);
  }
  const bool is_ended = bytes.substr(std::min(at, bytes.size())).starts_with("...");
  if (is_ended) at = skip_space_and_comments(bytes, at + 3);
  if (at >= bytes.size()) return;
  if (bytes[at] == '%') {
    throw Stop{&faults::directive, at, 1,
               "a line that starts with `%` is a directive, which is not supported",
               "delete it, or indent it below the text it belongs to"};
  }
  const std::string_view rest = bytes.substr(at);
  if (rest.starts_with("---") || is_ended) {
    throw Stop{&faults::several_documents, at, is_ended ? 1U : 3U, "a second document begins here",
               "one record per file: move it to a file of its own"};
  }
  if (rest.starts_with(',')) throw stray_comma(at);
  throw Stop{&faults::several_documents, at, 1,
             "the record ended above, and this does not belong to it",
             "align it with the record's first field; one record per file"};
}

Stop translate(std::string_view message, std::size_t offset, std::string_view bytes,
               const TreeBuilder& builder) {
  offset = std::min(offset, bytes.size());
  if (message == yaml::DOC_IN_SCALAR || message == yaml::EOF_IN_SCALAR) {
    return translate_open_quote(offset, bytes, builder);
  }
  if (message == yaml::END_OF_SEQ_FLOW || message == yaml::END_OF_MAP_FLOW ||
      message == yaml::FLOW_END) {
    return translate_open(offset, bytes, builder);
  }
  const bool is_item = message == yaml::BLOCK_ENTRY;
  if (is_item && !left_open(bytes, builder.end(), builder.open_brackets()).empty()) {
    return translate_open(offset, bytes, builder);
  }
  if (const std::size_t tab = tab_nearby(bytes, offset); tab != npos) return tab_stop(bytes, tab);
  if (message == yaml::MAP_VALUE) return translate_map_value(offset, bytes);
  if (message == yaml::END_OF_MAP) return translate_end_of_map(offset, bytes, builder);
  if (message == yaml::END_OF_SEQ) return translate_end_of_list(offset, bytes, builder);
  if (message == yaml::UNKNOWN_TOKEN) return translate_unknown_token(offset, bytes);
  for (const Translation& row : translations) {
    if (!message.starts_with(row.begins)) continue;
    if (row.fault == &faults::bad_escape) offset = find_bad_escape(bytes, builder.end());
    const bool is_value = row.fault == &faults::unquoted_value || row.fault == &faults::anchor ||
                          row.fault == &faults::tag;
    if (is_value) offset = value_start(line_of(bytes, offset), offset);
    return {row.fault, offset, 1, std::string(row.message), std::string(row.help)};
  }
  return {&faults::invalid_yaml, offset, 1, "this is not YAML: " + visible(message),
          "check quotes, brackets and indentation here and on the line above"};
}

}  // namespace brm
