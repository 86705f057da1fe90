#include "exchange/brought_up_to_date.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/decimal.h"
#include "base/folding.h"
#include "exchange/part_names.h"
#include "read/slots.h"

namespace brm {
namespace {

/// `4.50` and `4.5` are one number, and whoever wrote either may keep it; so with blanks around.
bool is_same(std::string_view a, std::string_view b) {
  if (trimmed(a) == trimmed(b)) return true;
  const DecimalReading first = read_decimal(a);
  const DecimalReading second = read_decimal(b);
  return first.fault == NumberFault::none && second.fault == NumberFault::none &&
         first.number == second.number;
}

/// None of identity_of()'s begins so.
std::string text_key(std::string_view text) { return "= " + std::string(trimmed(text)); }

/// As much of an entry as tells it apart from the others.
Yaml outline_at(const Tree& tree, std::uint32_t node, const Kind& kind) {
  Yaml out = Yaml::map();
  const auto add = [&](std::string_view key) {
    const auto value = value_of(tree, node, key);
    const bool is_text = value && tree.nodes[*value].form == Form::scalar;
    if (is_text) out.fields.emplace_back(std::string(key), Yaml::of(tree.nodes[*value].text));
  };
  if (has_id(kind)) add("id");
  for (const std::string_view key : naming_fields(kind)) add(key);
  return out;
}

class Comparing {
 public:
  Comparing(const Tree& tree, Differences& out) : tree_(tree), out_(out) {}

  /// `kind` is null where nobody knows the fields.
  void compare_map(std::uint32_t map, const Kind* kind, const Yaml& draft) {
    for (const auto& [key, value] : draft.fields) {
      const Kind* part = part_at(kind, key);
      const auto node = value_of(tree_, map, key);
      if (!node || tree_.nodes[*node].form == Form::null) {
        out_.lacking.push_back({map, key, false, &value});
      } else if (value.form == Yaml::Form::list) {
        compare_list(map, key, part, *node, value);
      } else {
        compare_value(*node, key, part, value);
      }
    }
  }

 private:
  static const Kind* part_at(const Kind* kind, std::string_view key) {
    const std::size_t index = kind == nullptr ? 0 : kind->index_of(key);
    return kind == nullptr || index == kind->size() ? nullptr : kind->field(index).part;
  }

  void compare_value(std::uint32_t node, const std::string& key, const Kind* part,
                     const Yaml& value) {
    const Node& written = tree_.nodes[node];
    if (value.form == Yaml::Form::map && written.form == Form::map) {
      compare_map(node, part, value);
    } else if (value.form == Yaml::Form::text && written.form == Form::scalar) {
      if (is_same(written.text, value.text)) return;
      out_.words.push_back({{0, written.begin, written.end - written.begin}, value.text});
    } else {
      out_.forms.push_back({node, key});
    }
  }

  void compare_list(std::uint32_t map, const std::string& key, const Kind* part, std::uint32_t list,
                    const Yaml& draft) {
    if (tree_.nodes[list].form != Form::list) {
      out_.forms.push_back({list, key});
      return;
    }
    const Places places = places_in(list, part, draft);
    for (const Yaml& item : draft.items) {
      const auto same = same_items(list, part, item, places);
      if (same.empty()) {
        out_.lacking.push_back({map, key, true, &item});
      } else if (same.size() > 1) {
        out_.alike.push_back({same[0], same[1], key});
      } else if (item.form == Yaml::Form::map) {
        compare_map(same[0], part, item);
      }
    }
  }

  using Nodes = std::vector<std::uint32_t>;
  /// The entries of a list by what tells them apart: those with an id by both, but for those that
  /// are an item of the draft by their id, which are no other item's.
  struct Places {
    std::unordered_map<std::string, Nodes> by_identity;
    std::unordered_map<std::string, Nodes> by_first_name;  ///< By the first field that names them.
  };

  Places places_in(std::uint32_t list, const Kind* part, const Yaml& draft) const {
    Places out;
    std::unordered_set<std::string> wanted;
    for (const Yaml& item : draft.items) {
      if (part != nullptr) wanted.insert(identity_of(*part, item));
    }
    const Words names = part == nullptr ? Words() : naming_fields(*part);
    const std::uint32_t end = tree_.nodes[list].next;
    for (std::uint32_t at = list + 1; at < end; at = tree_.nodes[at].next) {
      const Node& entry = tree_.nodes[at];
      if (entry.form == Form::scalar) out.by_identity[text_key(entry.text)].push_back(at);
      if (entry.form != Form::map || part == nullptr) continue;
      const Yaml outline = outline_at(tree_, at, *part);
      const std::string identity = identity_of(*part, outline);
      const std::string naming = naming_of(*part, outline);
      out.by_identity[identity].push_back(at);
      const bool is_anothers = naming == identity || wanted.contains(identity);
      if (!is_anothers) out.by_identity[naming].push_back(at);
      if (!names.empty()) {
        out.by_first_name[std::string(outline.text_of(names.front()))].push_back(at);
      }
    }
    return out;
  }

  /// Those that the item can be; several where nothing tells which.
  Nodes same_items(std::uint32_t list, const Kind* part, const Yaml& item,
                   const Places& places) const {
    if (item.form == Yaml::Form::text) return same_text(list, item, places);
    if (part == nullptr || item.form != Yaml::Form::map) return first_like(all_in(list), item);
    const std::string identity = identity_of(*part, item);
    const auto found = places.by_identity.find(identity);
    if (!identity.empty() && found != places.by_identity.end()) {
      const Nodes like = found->second.size() > 1 ? first_like(found->second, item) : Nodes{};
      return like.empty() ? found->second : like;
    }
    // What it leaves open a person may have added.
    const Words names = naming_fields(*part);
    const std::string_view first = names.empty() ? "" : item.text_of(names.front());
    if (first.empty()) return first_like(all_in(list), item);
    const auto near = places.by_first_name.find(std::string(first));
    return near == places.by_first_name.end() ? Nodes{} : first_like(near->second, item);
  }

  Nodes same_text(std::uint32_t list, const Yaml& item, const Places& places) const {
    const auto found = places.by_identity.find(text_key(item.text));
    if (found != places.by_identity.end()) return {found->second.front()};
    const bool is_number = read_decimal(item.text).fault == NumberFault::none;
    return is_number ? first_like(all_in(list), item) : Nodes{};
  }

  Nodes all_in(std::uint32_t list) const {
    Nodes out;
    const std::uint32_t end = tree_.nodes[list].next;
    for (std::uint32_t at = list + 1; at < end; at = tree_.nodes[at].next) out.push_back(at);
    return out;
  }

  /// The first that says all that the item says, if there is one.
  Nodes first_like(const Nodes& nodes, const Yaml& item) const {
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [&](std::uint32_t at) { return is_same_item(at, item); });
    return found == nodes.end() ? Nodes{} : Nodes{*found};
  }

  bool is_same_item(std::uint32_t node, const Yaml& item) const {
    const Node& written = tree_.nodes[node];
    if (item.form == Yaml::Form::text) {
      return written.form == Form::scalar && is_same(written.text, item.text);
    }
    if (written.form != Form::map) return false;
    Differences inner;
    Comparing(tree_, inner).compare_map(node, nullptr, item);
    return inner.words.empty() && inner.lacking.empty() && inner.forms.empty();
  }

  const Tree& tree_;
  Differences& out_;
};

}  // namespace

Differences differences(const Tree& tree, std::uint32_t map, const Kind& kind, const Yaml& draft) {
  Differences out;
  Comparing(tree, out).compare_map(map, &kind, draft);
  return out;
}

}  // namespace brm
