#include "write/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/folding.h"

namespace brm {
namespace {

/// What some reader of YAML takes for something else than a text.
bool is_special_word(std::string_view text) {
  static constexpr std::array words{"null", "yes", "no", "on", "off", "y", "n"};
  return std::find(words.begin(), words.end(), lowered(text)) != words.end();
}

bool is_plain(std::string_view text) {
  if (text.empty() || is_special_word(text)) return false;
  const char first = text.front();
  const bool is_number = first == '-' && text.size() > 1 && is_digit(text[1]);
  const bool is_foreign = is_beyond_ascii(first);
  if (!is_letter_or_digit(first) && !is_foreign && first != '(' && !is_number) return false;
  if (text.back() == ' ' || text.back() == ':') return false;
  if (text.find_first_of(",?[]{}\"'\\") != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) {
    return false;
  }
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string in_single_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    out += c;
    if (c == '\'') out += c;
  }
  return out + "'";
}

std::string in_double_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

/// As the standard of JSON has it: `007` and `1.` are none.
bool is_json_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view digits = text.substr(std::min(point + 1, text.size()));
  const auto are_digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
  };
  if (!are_digits(whole) || (whole.size() > 1 && whole.front() == '0')) return false;
  return point == text.size() || are_digits(digits);
}

using Quote = std::string (*)(std::string_view text);

std::string in_line(const Yaml& entry, Quote key_quote, Quote text_quote) {
  std::string inner;
  switch (entry.form) {
    case Yaml::Form::text:
      return text_quote(entry.text);
    case Yaml::Form::list:
      for (const Yaml& item : entry.items) {
        inner += (inner.empty() ? "" : ", ") + in_line(item, key_quote, text_quote);
      }
      return "[" + inner + "]";
    case Yaml::Form::map:
      for (const auto& [key, value] : entry.fields) {
        inner += inner.empty() ? "" : ", ";
        inner += key_quote(key) + ": " + in_line(value, key_quote, text_quote);
      }
      return "{" + inner + "}";
  }
  return inner;
}

class Block {
 public:
  explicit Block(const BlockStyle& style) : style_(style) {}

  std::string take() && { return std::move(out_); }

  void add_fields(const Yaml& map, std::uint32_t column, bool is_begun) {
    for (const auto& [key, value] : map.fields) {
      if (!is_begun) out_.append(column, ' ');
      is_begun = false;
      const std::string name = quoted(key) + ":";
      out_ += name;
      add_value(value, column, column + name.size() + 1);
    }
    for (const std::string& line : map.comments) {
      if (!line.empty()) out_.append(column, ' ').append("# ").append(line);
      out_ += style_.line_end;
    }
  }

  void add_items(const Yaml& list, std::uint32_t column) {
    for (const Yaml& item : list.items) {
      out_.append(column, ' ').append("-").append(style_.item_step - 1, ' ');
      const bool is_block = item.form == Yaml::Form::map && !item.fields.empty();
      if (is_block && !fits(item, column + style_.item_step)) {
        add_fields(item, column + style_.item_step, true);
      } else {
        out_ += on_one_line(item);
        end_line(item);
      }
    }
  }

 private:
  void end_line(const Yaml& entry) {
    if (!entry.comment.empty()) out_ += "  # " + entry.comment;
    out_ += style_.line_end;
  }

  /// `behind` is the column of what stands on the line of the key.
  void add_value(const Yaml& value, std::uint32_t column, std::size_t behind) {
    const bool is_line = fits(value, behind);
    if (value.form == Yaml::Form::map && !value.fields.empty() && !is_line) {
      end_line(value);
      add_fields(value, column + style_.map_step, false);
    } else if (value.form == Yaml::Form::list && !value.items.empty() && !is_line) {
      end_line(value);
      add_items(value, column + style_.list_step);
    } else {
      out_ += " " + on_one_line(value);
      end_line(value);
    }
  }

  /// `[one, two]`, and `{by: us, level: ad_hoc}` where the style has that.
  bool fits(const Yaml& entry, std::size_t column) const {
    const auto is_text = [](const Yaml& each) {
      return each.form == Yaml::Form::text && each.comment.empty();
    };
    const bool is_flat = std::all_of(entry.items.begin(), entry.items.end(), is_text) &&
                         std::all_of(entry.fields.begin(), entry.fields.end(),
                                     [&](const auto& field) { return is_text(field.second); });
    if (style_.width == 0) return is_flat && entry.form == Yaml::Form::list;
    return is_flat && entry.comments.empty() && column + on_one_line(entry).size() <= style_.width;
  }

  const BlockStyle& style_;
  std::string out_;
};

}  // namespace

bool Yaml::has_comments() const {
  if (!comment.empty() || !comments.empty()) return true;
  return std::any_of(items.begin(), items.end(),
                     [](const Yaml& item) { return item.has_comments(); }) ||
         std::any_of(fields.begin(), fields.end(),
                     [](const auto& pair) { return pair.second.has_comments(); });
}

const Yaml* Yaml::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? nullptr : &found->second;
}

std::string_view Yaml::text_of(std::string_view name) const {
  const Yaml* found = find(name);
  return found == nullptr ? std::string_view{} : std::string_view(found->text);
}

std::string quoted(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  const bool has_breaks = text.find_first_of("\n\t") != std::string_view::npos;
  const bool has_marks = text.find_first_of("\"\\") != std::string_view::npos;
  return has_marks && !has_breaks ? in_single_quotes(text) : in_double_quotes(text);
}

std::string on_one_line(const Yaml& entry) { return in_line(entry, quoted, quoted); }

std::string as_json(const Yaml& entry) {
  const auto value = [](std::string_view text) {
    const bool is_bare = is_json_number(text) || text == "true" || text == "false";
    return is_bare ? std::string(text) : in_double_quotes(text);
  };
  return in_line(entry, in_double_quotes, value);
}

std::string in_block(const Yaml& entry, std::uint32_t column, const BlockStyle& style) {
  Block block(style);
  if (entry.form == Yaml::Form::list) block.add_items(entry, column);
  if (entry.form == Yaml::Form::map) block.add_fields(entry, column, false);
  return std::move(block).take();
}

}  // namespace brm
