#include "commands/place_name.h"

#include <fmt/format.h>

#include <algorithm>

namespace brm {
namespace {

/// Of a long text no more counts, so that a word further on makes no other finding of it.
constexpr std::size_t most_of_text = 60;

/// By which an entry of a list is told from the others, the first that it has: no two measurements
/// are of one day, and no party takes part twice. One without any goes by all that it says.
constexpr std::string_view naming_keys[] = {"id",     "date",         "on",         "rule", "name",
                                            "person", "relationship", "initiative", "title"};

/// The first line of it without blanks around.
std::string first_line(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  text = text.substr(0, std::min(text.find_first_of("\r\n"), most_of_text));
  return std::string(text.substr(0, text.find_last_not_of(blanks) + 1));
}

std::size_t mixed(std::size_t hash, std::size_t with) {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15U;
  return (hash ^ with) * odd + (hash >> 29U);
}

}  // namespace

/// How far one has come down the tree.
struct PlaceNames::Step {
  std::uint32_t node = 0;
  std::uint32_t entry = 0;       ///< The innermost around it that is in a list; the root outside.
  std::string_view naming = {};  ///< The key of what that entry is called.
  bool is_key = false;
  PlaceName name = {};
};

PlaceNames::PlaceNames(const SourceFile& source, std::uint32_t file) : source_(source) {
  Findings none;
  if (read_tree(source, file, Lanes::both, tree_, none) == Lane::none) tree_.clear();
  if (!tree_.empty()) collect(0, "", "");
}

/// The same for equal values, in whatever order the keys are.
std::string PlaceNames::canonical(std::uint32_t node) const {
  const Node& at = tree_.nodes[node];
  if (at.form == Form::scalar) return std::string(at.text);
  std::vector<std::string> parts;
  for (std::uint32_t child = node + 1; child < at.next;) {
    const std::uint32_t value = at.form == Form::map ? tree_.nodes[child].next : child;
    const std::string_view key = at.form == Form::map ? tree_.nodes[child].text : "";
    parts.push_back(fmt::format("{}\t{}", key, canonical(value)));
    child = tree_.nodes[value].next;
  }
  if (at.form == Form::map) std::sort(parts.begin(), parts.end());
  return fmt::format("{}\f{}\f", static_cast<int>(at.form), fmt::join(parts, "\n"));
}

std::string PlaceNames::entry_name(std::uint32_t node) const {
  const Node& map = tree_.nodes[node];
  if (map.form != Form::map) return "";
  for (const std::string_view wanted : naming_keys) {
    for (std::uint32_t key = node + 1; key < map.next;) {
      const std::uint32_t value = tree_.nodes[key].next;
      const Node& said = tree_.nodes[value];
      if (tree_.nodes[key].text == wanted && said.form == Form::scalar && !said.text.empty()) {
        return fmt::format("{}={}", wanted, first_line(said.text));
      }
      key = said.next;
    }
  }
  return canonical(node);
}

void PlaceNames::collect(std::uint32_t node, const std::string& path, const std::string& nameless) {
  const Node& at = tree_.nodes[node];
  if (at.form != Form::map && at.form != Form::list) return;
  for (std::uint32_t child = node + 1; child < at.next;) {
    std::uint32_t below = child;
    std::string step;
    std::string nameless_step = "[]";
    if (at.form == Form::map) {
      below = tree_.nodes[child].next;
      nameless_step = step = fmt::format("/{}", tree_.nodes[child].text);
    } else {
      step = fmt::format("[{}]", entry_name(child));
      if (tree_.nodes[child].form == Form::map) {
        entries_.emplace(path + step, ListEntry{nameless + nameless_step, pairs_of(child)});
      }
    }
    collect(below, path + step, nameless + nameless_step);
    child = tree_.nodes[below].next;
  }
}

std::vector<std::size_t> PlaceNames::pairs_of(std::uint32_t map) {
  std::vector<std::size_t> out;
  for (std::uint32_t key = map + 1; key < tree_.nodes[map].next;) {
    const std::uint32_t value = tree_.nodes[key].next;
    out.push_back(mixed(std::hash<std::string_view>()(tree_.nodes[key].text), likeness(value)));
    key = tree_.nodes[value].next;
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Equal for equal values: in whatever order the keys are.
std::size_t PlaceNames::likeness(std::uint32_t node) {
  const auto known = likenesses_.find(node);
  if (known != likenesses_.end()) return known->second;
  const Node& at = tree_.nodes[node];
  auto hash = static_cast<std::size_t>(at.form);
  if (at.form == Form::scalar) hash = mixed(hash, std::hash<std::string_view>()(at.text));
  if (at.form == Form::map) {
    for (const std::size_t pair : pairs_of(node)) hash += pair;
  } else {
    for (std::uint32_t child = node + 1; child < at.next; child = tree_.nodes[child].next) {
      hash = mixed(hash, likeness(child));
    }
  }
  if (at.form == Form::map) likenesses_.emplace(node, hash);
  return hash;
}

/// Of a part of a text the part alone.
std::string PlaceNames::value_at(const Span& place, const Node& node) const {
  const bool is_whole =
      place.offset <= node.begin && (place.length == 0 || place.offset + place.length >= node.end);
  if (is_whole && node.form != Form::null) return first_line(node.text);
  const std::size_t from = std::min<std::size_t>(place.offset, source_.bytes().size());
  return first_line(source_.bytes().substr(from, place.length));
}

bool PlaceNames::step_into_map(const Span& place, Step& at) const {
  const Node& map = tree_.nodes[at.node];
  for (std::uint32_t key = at.node + 1; key < map.next;) {
    const Node& name = tree_.nodes[key];
    const std::uint32_t value = name.next;
    const std::uint32_t next = tree_.nodes[value].next;
    const bool is_here = next >= map.next || place.offset < tree_.nodes[next].begin;
    if (is_here && place.offset >= name.begin) {
      const std::string step = fmt::format("/{}", name.text);
      at.name.path += step;
      at.name.nameless += step;
      at.is_key = place.offset < name.end;
      // Another wrong name that refers to something is another fault; an id only names.
      at.name.is_own_name =
          !at.is_key && name.text == "id" && name.text == at.naming && at.node == at.entry;
      at.node = at.is_key ? key : value;
      return true;
    }
    key = next;
  }
  return false;
}

bool PlaceNames::step_into_list(const Span& place, Step& at) const {
  const Node& list = tree_.nodes[at.node];
  for (std::uint32_t child = at.node + 1; child < list.next; child = tree_.nodes[child].next) {
    const std::uint32_t next = tree_.nodes[child].next;
    const bool is_here = next >= list.next || place.offset < tree_.nodes[next].begin;
    if (!is_here || place.offset < tree_.nodes[child].begin) continue;
    const std::string called = entry_name(child);
    at.name.path += fmt::format("[{}]", called);
    at.name.nameless += "[]";
    at.node = child;
    if (tree_.nodes[child].form == Form::map) {
      at.entry = child;
      at.name.entry = at.name.path;
      at.naming = {};
      for (const std::string_view key : naming_keys) {
        if (called.starts_with(key) && called.substr(key.size()).starts_with('=')) at.naming = key;
      }
    }
    return true;
  }
  return false;
}

PlaceName PlaceNames::of(const Span& place) {
  if (tree_.empty()) {
    const std::size_t from = std::min<std::size_t>(place.offset, source_.bytes().size());
    return {"", "", first_line(source_.bytes().substr(from, place.length)), "", false, 0};
  }
  Step at;
  for (;;) {
    const Node& node = tree_.nodes[at.node];
    const bool is_group = node.form == Form::map || node.form == Form::list;
    // All of it, or where it begins.
    const bool is_meant = place.offset <= node.begin &&
                          (place.length == 0 || place.offset + place.length >= node.end);
    if (at.is_key || !is_group || is_meant) break;
    const bool is_deeper =
        node.form == Form::map ? step_into_map(place, at) : step_into_list(place, at);
    if (!is_deeper) break;
  }
  const Node& node = tree_.nodes[at.node];
  if (node.form == Form::scalar) at.name.value = value_at(place, node);
  at.name.likeness = likeness(at.entry);
  return std::move(at.name);
}

}  // namespace brm
