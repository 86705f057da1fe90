#include "support/edit_properties.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "commands/edited_file.h"
#include "read/slots.h"
#include "support/both_lanes.h"
#include "support/value_properties.h"

namespace brm::test {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_in(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

std::string_view without_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Lines that were there are there, in their order, blank ones aside; but of the stretch that
/// changed the first and the last may be others: those that got something in brackets, or behind a
/// colon.
bool keeps_lines(std::string_view was, std::string_view now) {
  Lines before = lines_in(was);
  Lines after = lines_in(now);
  const auto head = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  before.erase(before.begin(), head.first);
  after.erase(after.begin(), head.second);
  while (!before.empty() && !after.empty() && before.back() == after.back()) {
    before.pop_back();
    after.pop_back();
  }
  if (before.size() < 3) return true;
  std::size_t at = 0;
  for (std::size_t i = 1; i + 1 < before.size(); ++i) {
    if (before[i].find_first_not_of(" \r\n") == std::string_view::npos) continue;
    while (at < after.size() && without_end(after[at]) != without_end(before[i])) ++at;
    if (at++ == after.size()) return false;
  }
  return true;
}

/// As many of each sign as there were, but for what stood for nothing.
bool keeps_bytes(std::string_view was, std::string_view now) {
  std::array<std::ptrdiff_t, 256> count{};
  for (const char c : now) ++count.at(static_cast<unsigned char>(c));
  for (const char c : was) --count.at(static_cast<unsigned char>(c));
  std::ptrdiff_t lost = 0;
  for (const std::ptrdiff_t each : count) lost -= std::min<std::ptrdiff_t>(each, 0);
  constexpr std::ptrdiff_t of_nothing = 8;  // `null`, `[]` and the blanks around
  return lost <= of_nothing;
}

bool says(const Tree& tree, std::uint32_t at, const Yaml& meant) {
  const Node& node = tree.nodes[at];
  switch (meant.form) {
    case Yaml::Form::text:
      return node.form == Form::scalar && node.text == meant.text;
    case Yaml::Form::list: {
      if (node.form != Form::list || node.count != meant.items.size()) return false;
      std::uint32_t item = at + 1;
      return std::all_of(meant.items.begin(), meant.items.end(), [&](const Yaml& each) {
        const std::uint32_t here = item;
        item = tree.nodes[item].next;
        return says(tree, here, each);
      });
    }
    case Yaml::Form::map:
      break;
  }
  return node.form == Form::map && node.count == meant.fields.size() &&
         std::all_of(meant.fields.begin(), meant.fields.end(), [&](const auto& field) {
           const auto value = value_of(tree, at, field.first);
           return value && says(tree, *value, field.second);
         });
}

/// What no text may hold never comes this far.
bool is_writable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool is_odd = is_control(point.value) || is_hidden(point.value);
    if (!point.valid || (is_odd && point.value != U'\t' && point.value != U'\n')) return false;
    at += point.size;
  }
  return true;
}

/// What the first line asks for.
struct Edit {
  unsigned char sort = 0;
  unsigned char place = 0;
  unsigned char key = 0;
  unsigned char shape = 0;
  std::string text;

  Yaml entry() const {
    Yaml map = Yaml::map();
    switch (shape % 4) {
      case 0:
        return Yaml::of(text);
      case 1:
        return Yaml::list({Yaml::of(text), Yaml::of("null")});
      case 2:
        map.fields.emplace_back("date", Yaml::of("2026-07-31"));
        map.fields.emplace_back("note", Yaml::of(text));
        return map;
      default:
        map.fields.emplace_back("id", Yaml::of("new"));
        map.fields.emplace_back("target", entry_of_two());
        map.fields.emplace_back("tags", Yaml::list({entry_of_two(), entry_of_two()}));
        return map;
    }
  }

 private:
  Yaml entry_of_two() const {
    Yaml map = Yaml::map();
    map.fields.emplace_back("value", Yaml::of(text));
    map.fields.emplace_back("date", Yaml::of("2026-07-31"));
    return map;
  }
};

bool is_fault_of_brm(const Failure& failure) {
  return failure.help.find("fault of brm") != std::string::npos;
}

/// The keys of a map, and one that it has not.
std::string key_of(const Tree& tree, std::uint32_t map, unsigned char which) {
  const std::uint32_t count = tree.nodes[map].count;
  std::uint32_t left = which % (count + 1);
  for (std::uint32_t at = map + 1; at < tree.nodes[map].next;
       at = tree.nodes[tree.nodes[at].next].next) {
    if (left-- == 0) return std::string(tree.nodes[at].text);
  }
  return "added";
}

std::vector<std::uint32_t> nodes_of(const Tree& tree, Form form) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].form == form) out.push_back(i);
  }
  return out;
}

bool is_key(const Tree& tree, std::uint32_t node) {
  for (const std::uint32_t map : nodes_of(tree, Form::map)) {
    for (std::uint32_t at = map + 1; at < tree.nodes[map].next;
         at = tree.nodes[tree.nodes[at].next].next) {
      if (at == node) return true;
    }
  }
  return false;
}

/// In a line of its own, how many bytes stand before what is there; empty where more does.
std::optional<std::size_t> margin_of(std::string_view bytes, std::size_t at) {
  const std::size_t line = bytes.substr(0, at).rfind('\n') + 1;  // 0 in the first one
  const bool is_alone = bytes.substr(line, at - line).find_first_not_of(' ') == bytes.npos;
  return is_alone ? std::optional(at - line) : std::nullopt;
}

/// A value that begins or goes on no further in than its key: yaml-cpp takes it for one, which no
/// other reader of YAML does, and nothing can be written behind it.
bool has_value_at_margin(const EditedFile& file) {
  const Tree& tree = file.tree();
  const std::string_view bytes = file.bytes();
  for (const std::uint32_t map : nodes_of(tree, Form::map)) {
    for (std::uint32_t key = map + 1; key < tree.nodes[map].next;
         key = tree.nodes[tree.nodes[key].next].next) {
      const Node& value = tree.nodes[tree.nodes[key].next];
      const auto own = margin_of(bytes, tree.nodes[key].begin);
      if (!own || (value.form != Form::scalar && value.form != Form::null)) continue;
      // Where nothing is written is nowhere in particular: a `~` may follow.
      const std::size_t sign = bytes.find_first_not_of(" \r\n", value.begin);
      const bool is_tilde = value.form == Form::null && sign < bytes.size() && bytes[sign] == '~';
      const std::size_t end = is_tilde ? sign + 1 : value.end;
      for (std::size_t at = value.begin; at < end; ++at) {
        const bool is_blank = bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r';
        const auto margin = is_blank ? std::nullopt : margin_of(bytes, at);
        if (margin && *margin <= *own) return true;
      }
    }
  }
  return false;
}

std::string broken_addition(const EditedFile& file, const Edit& edit) {
  const Tree& tree = file.tree();
  const auto maps = nodes_of(tree, Form::map);
  if (maps.empty()) return "";
  const std::uint32_t map = maps[edit.place % maps.size()];
  const Addition addition{map, key_of(tree, map, edit.key),
                          edit.sort % 3 == 0 ? Into::field : Into::list, edit.entry()};
  const auto there = value_of(tree, map, addition.key);
  const auto count = there && tree.nodes[*there].form == Form::list ? tree.nodes[*there].count : 0U;
  const auto now = file.with(addition);
  if (!now.ok()) {
    // Nothing is written then; tabs as blanks yaml-cpp reads in a way of its own.
    const bool is_odd = has_value_at_margin(file) || file.bytes().find('\t') != std::string::npos;
    const bool is_told = !is_fault_of_brm(now.failure()) || is_odd;
    return is_told ? "" : "an addition would not read back: " + addition.key + "\n" + file.was();
  }
  const auto after = EditedFile::of(file.path(), now.value());
  if (!after.ok()) return "an edited file cannot be read: " + after.failure().message;
  const Tree& grown = after.value().tree();
  const auto value = value_of(grown, map, addition.key);
  if (!value) return "what was added is not there";
  std::uint32_t at = *value;
  if (addition.into == Into::list) {
    if (grown.nodes[*value].count != count + 1) return "a list grew by more than one";
    at = *value + 1;
    for (std::uint32_t i = 0; i < count; ++i) at = grown.nodes[at].next;
  }
  if (!says(grown, at, addition.entry)) return "what was added says something else";
  // In the place of an empty text over several lines, what is beside its sign goes with it.
  if (there && tree.nodes[*there].style == Style::block) return "";
  BothLanes lanes;
  if (lanes.compare(now.value()) == Comparison::different) return lanes.difference();
  if (!keeps_lines(file.was(), now.value()))
    return "an addition changed other lines:\n" + now.value();
  return keeps_bytes(file.was(), now.value()) ? "" : "an addition lost bytes:\n" + now.value();
}

std::string broken_replacement(const EditedFile& file, const Edit& edit) {
  const Tree& tree = file.tree();
  const auto scalars = nodes_of(tree, Form::scalar);
  if (scalars.empty()) return "";
  const std::uint32_t chosen = scalars[edit.place % scalars.size()];
  const Node& node = tree.nodes[chosen];
  const auto now =
      file.with(std::vector{Replacement{{0, node.begin, node.end - node.begin}, edit.text}});
  if (!now.ok()) {
    // A key may be there twice then, or be none that a key can be.
    const bool is_told = !is_fault_of_brm(now.failure()) || is_key(tree, chosen);
    return is_told ? "" : "a word would not read back: " + std::string(node.text);
  }
  const std::string_view was = file.was();
  const std::string_view text = now.value();
  const std::size_t mark = was.size() - file.bytes().size();
  const std::size_t behind = was.size() - mark - node.end;
  const bool is_kept = text.size() >= mark + node.begin + behind &&
                       text.substr(0, mark + node.begin) == was.substr(0, mark + node.begin) &&
                       text.substr(text.size() - behind) == was.substr(was.size() - behind);
  if (!is_kept) return "another word changed more than itself";
  const auto after = EditedFile::of(file.path(), now.value());
  if (!after.ok()) return "an edited file cannot be read: " + after.failure().message;
  return after.value().tree().nodes[chosen].text == edit.text ? "" : "a word says something else";
}

}  // namespace

std::string broken_edit(const std::string& text) {
  constexpr std::size_t letters = 4;
  const std::size_t end = std::min(text.find('\n'), text.size());
  if (end < letters || end == text.size()) return "";
  const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  Edit edit{letter(0), letter(1), letter(2), letter(3), text.substr(letters, end - letters)};
  std::replace(edit.text.begin(), edit.text.end(), '\r', '\n');
  if (!is_writable(edit.text)) return "";
  const auto file = EditedFile::of("a.yaml", text.substr(end + 1));
  if (!file.ok()) return is_harmless(visible(file.failure().message)) ? "" : "a fault is not told";
  const std::string broken = edit.sort % 4 == 3 ? broken_replacement(file.value(), edit)
                                                : broken_addition(file.value(), edit);
  return broken;
}

}  // namespace brm::test
