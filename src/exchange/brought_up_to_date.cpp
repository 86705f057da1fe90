#include "exchange/brought_up_to_date.h"

#include <fmt/format.h>

#include <unordered_map>

#include "base/decimal.h"
#include "base/folding.h"
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

/// As much of an entry as tells it apart from the others.
Yaml outline_at(const Tree& tree, std::uint32_t node) {
  Yaml out;
  out.form = Yaml::Form::map;
  for (const std::string_view key : {"id", "relationship", "role", "date", "by"}) {
    const auto value = value_of(tree, node, key);
    if (!value || tree.nodes[*value].form != Form::scalar) continue;
    Yaml text;
    text.text = tree.nodes[*value].text;
    out.fields.emplace_back(std::string(key), std::move(text));
  }
  return out;
}

class Comparing {
 public:
  Comparing(const Tree& tree, Differences& out) : tree_(tree), out_(out) {}

  void compare_map(std::uint32_t map, const Yaml& draft) {
    for (const auto& [key, value] : draft.fields) {
      const auto node = value_of(tree_, map, key);
      if (!node || tree_.nodes[*node].form == Form::null) {
        out_.lacking.push_back({map, key, false, &value});
      } else if (value.form == Yaml::Form::list) {
        compare_list(map, key, *node, value);
      } else {
        compare_value(*node, key, value);
      }
    }
  }

 private:
  void compare_value(std::uint32_t node, const std::string& key, const Yaml& value) {
    const Node& written = tree_.nodes[node];
    if (value.form == Yaml::Form::map && written.form == Form::map) {
      compare_map(node, value);
    } else if (value.form == Yaml::Form::text && written.form == Form::scalar) {
      if (is_same(written.text, value.text)) return;
      out_.words.push_back({{0, written.begin, written.end - written.begin}, value.text});
    } else {
      out_.forms.push_back({node, key});
    }
  }

  void compare_list(std::uint32_t map, const std::string& key, std::uint32_t list,
                    const Yaml& draft) {
    if (tree_.nodes[list].form != Form::list) {
      out_.forms.push_back({list, key});
      return;
    }
    const Places places = places_in(list);
    for (const Yaml& item : draft.items) {
      const auto same = same_item(list, item, places);
      if (!same) {
        out_.lacking.push_back({map, key, true, &item});
      } else if (item.form == Yaml::Form::map) {
        compare_map(*same, item);
      }
    }
  }

  /// Of those entries of a list that can be told apart, the first of each.
  using Places = std::unordered_map<std::string, std::uint32_t>;

  Places places_in(std::uint32_t list) const {
    Places out;
    const std::uint32_t end = tree_.nodes[list].next;
    for (std::uint32_t at = list + 1; at < end; at = tree_.nodes[at].next) {
      if (tree_.nodes[at].form == Form::map)
        out.try_emplace(identity_of(outline_at(tree_, at)), at);
    }
    return out;
  }

  std::optional<std::uint32_t> same_item(std::uint32_t list, const Yaml& item,
                                         const Places& places) const {
    const std::string identity = item.form == Yaml::Form::map ? identity_of(item) : "";
    if (!identity.empty()) {
      const auto found = places.find(identity);
      return found == places.end() ? std::nullopt : std::optional(found->second);
    }
    const std::uint32_t end = tree_.nodes[list].next;
    for (std::uint32_t at = list + 1; at < end; at = tree_.nodes[at].next) {
      if (is_same_item(at, item)) return at;
    }
    return std::nullopt;
  }

  bool is_same_item(std::uint32_t node, const Yaml& item) const {
    const Node& written = tree_.nodes[node];
    if (item.form == Yaml::Form::text) {
      return written.form == Form::scalar && is_same(written.text, item.text);
    }
    if (written.form != Form::map) return false;
    Differences inner;
    Comparing(tree_, inner).compare_map(node, item);
    return inner.words.empty() && inner.lacking.empty() && inner.forms.empty();
  }

  const Tree& tree_;
  Differences& out_;
};

}  // namespace

Differences differences(const Tree& tree, std::uint32_t map, const Yaml& draft) {
  Differences out;
  Comparing(tree, out).compare_map(map, draft);
  return out;
}

}  // namespace brm
