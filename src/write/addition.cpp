#include "write/addition.h"

#include <algorithm>

namespace brm {
namespace {

constexpr std::size_t longest_line = 100;

BlockStyle style_of(const Slot& slot) {
  return {slot.list_step, slot.map_step, slot.item_step, slot.line_end};
}

/// Lines that go in whole. A file whose last line has no end keeps it so.
std::vector<Splice> lines_into(const Slot& slot, std::string lines) {
  if (slot.needs_line_end) {
    lines.insert(0, slot.line_end);
    lines.resize(lines.size() - slot.line_end.size());
  }
  std::vector<Splice> out{{slot.offset, slot.length, std::move(lines)}};
  if (slot.also.length > 0 || !slot.also.text.empty()) out.push_back(slot.also);
  return out;
}

/// In brackets, as those beside it are written.
std::string in_brackets(const Slot& slot, const Yaml& entry) {
  return slot.is_json ? as_json(entry) : on_one_line(entry);
}

/// `date: `
std::string key_in_brackets(const Slot& slot, std::string_view key) {
  return (slot.is_json ? as_json(Yaml::of(key)) : quoted(key)) + ": ";
}

std::vector<Splice> brackets_into(const Slot& slot, const std::string& text) {
  std::vector<Splice> out{{slot.offset, slot.length, slot.before + text + slot.behind}};
  if (slot.also.length > 0 || !slot.also.text.empty()) out.push_back(slot.also);
  return out;
}

std::string items_in_block(const Slot& slot, const Yaml& item, std::uint32_t column,
                           Layout layout) {
  const std::string line = in_brackets(slot, item);
  const std::string indent = std::string(column, ' ') + "-";
  if (layout == Layout::flow && !item.has_comments()) {
    return indent + std::string(slot.item_step - 1, ' ') + line + slot.line_end;
  }
  return in_block(Yaml::list({item}), column, style_of(slot));
}

/// A list that is begun with this item has no other to follow.
Layout layout_of_first(const Yaml& item, std::uint32_t column) {
  const bool fits = column + 2 + on_one_line(item).size() <= longest_line;
  return fits ? Layout::flow : Layout::block;
}

}  // namespace

std::vector<Splice> add_item(const Slot& slot, std::string_view key, const Yaml& item) {
  if (slot.layout == Layout::flow) {
    std::string text = in_brackets(slot, item);
    if (slot.lacks != Lacks::nothing) text = "[" + text + "]";
    if (slot.lacks == Lacks::key) text = key_in_brackets(slot, key) + text;
    return brackets_into(slot, text);
  }
  if (slot.lacks == Lacks::nothing) {
    const std::string gap = slot.is_after_gap ? slot.line_end : "";
    return lines_into(slot, gap + items_in_block(slot, item, slot.column, slot.items));
  }
  const std::uint32_t column = slot.column + slot.list_step;
  std::string lines = items_in_block(slot, item, column, layout_of_first(item, column));
  if (slot.lacks == Lacks::key) {
    lines.insert(0, std::string(slot.column, ' ') + quoted(key) + ":" + slot.line_end);
  }
  return lines_into(slot, lines);
}

std::vector<Splice> add_field(const Slot& slot, std::string_view key, const Yaml& value) {
  const bool lacks_key = slot.lacks == Lacks::key;
  if (slot.layout == Layout::flow) {
    const std::string before = lacks_key ? key_in_brackets(slot, key) : "";
    return brackets_into(slot, before + in_brackets(slot, value));
  }
  if (!lacks_key && value.form == Yaml::Form::text) {
    Splice behind_colon = slot.also;
    behind_colon.text = " " + on_one_line(value);
    return {behind_colon};
  }
  Yaml map = Yaml::map();
  map.fields.emplace_back(key, value);
  const std::string lines = lacks_key
                                ? in_block(map, slot.column, style_of(slot))
                                : in_block(value, slot.column + slot.map_step, style_of(slot));
  return lines_into(slot, lines);
}

std::string spliced(std::string_view bytes, std::vector<Splice> splices) {
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& a, const Splice& b) { return a.offset < b.offset; });
  std::string out;
  std::size_t at = 0;
  for (const Splice& splice : splices) {
    out += bytes.substr(at, splice.offset - at);
    out += splice.text;
    at = splice.offset + splice.length;
  }
  out += bytes.substr(at);
  return out;
}

}  // namespace brm
