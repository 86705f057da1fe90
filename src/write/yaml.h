// What is to be written into a record: a text, a list or a map, before anybody knows where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brm {

struct Yaml {
  enum class Form : std::uint8_t { text, list, map };

  Form form = Form::text;
  std::string text;
  std::vector<Yaml> items;                           ///< Of a list.
  std::vector<std::pair<std::string, Yaml>> fields;  ///< Of a map.
  std::string comment;                ///< Behind it on its line, without `#`; only in blocks.
  std::vector<std::string> comments;  ///< Lines behind the fields of a map; only in blocks.

  static Yaml of(std::string_view text) { return {Form::text, std::string(text), {}, {}, "", {}}; }
  static Yaml list(std::vector<Yaml> items) {
    return {Form::list, "", std::move(items), {}, "", {}};
  }
  static Yaml map() { return {Form::map, "", {}, {}, "", {}}; }

  bool has_comments() const;
  /// Null when the map has no such field.
  const Yaml* find(std::string_view name) const;
  /// Empty when it has none, or no text there.
  std::string_view text_of(std::string_view name) const;
  bool empty() const { return text.empty() && items.empty() && fields.empty(); }
  friend bool operator==(const Yaml&, const Yaml&) = default;
};

/// A text as it is written in YAML: as it is where it cannot be taken for anything else, in quotes
/// otherwise.
std::string quoted(std::string_view text);

/// `{date: 2026-06-30, value: 41}`
std::string on_one_line(const Yaml& entry);

/// The same where keys are quoted: `{"date": "2026-06-30", "value": 41}`. Only numbers, true and
/// false stand without quotation marks.
std::string as_json(const Yaml& entry);

/// How a block is indented, and how its lines end.
struct BlockStyle {
  std::uint32_t list_step = 2;
  std::uint32_t map_step = 2;
  std::uint32_t item_step = 2;
  std::string_view line_end = "\n";
  std::uint32_t width = 0;  ///< Maps of texts that fit stand on one line; 0: none does.
};

/// Lines of a map or list whose keys or dashes stand in `column`.
std::string in_block(const Yaml& entry, std::uint32_t column, const BlockStyle& style);

}  // namespace brm
