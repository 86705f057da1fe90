#include "exchange/mapping_tree.h"

#include <fmt/format.h>

#include "base/spelling.h"
#include "base/utf8.h"
#include "read/faults.h"
#include "read/words.h"

namespace brm {

MappingTree::MappingTree(const SourceFile& source, Findings& findings) : findings_(findings) {
  is_read_ = read_tree(source, 0, Lanes::strict, tree_, findings_) != Lane::none;
  if (is_read_ && tree_.root().form != Form::map) {
    add(faults::not_a_mapping, tree_.root(), "the file holds no map of fields",
        "begin it with `kind: import`");
    is_read_ = false;
  }
}

void MappingTree::add(const RuleWords& fault, const Node& at, std::string message,
                      std::string help) {
  findings_.add(fault, span_of(at, 0), std::move(message), std::move(help));
}

MappingPairs MappingTree::free_map(std::uint32_t map) {
  MappingPairs pairs;
  if (!is_map(map)) {
    add(faults::wrong_type, node(map),
        fmt::format("a map of fields is wanted, and {} is written", form_words(node(map))),
        "write `key: value` lines");
    return pairs;
  }
  find_pairs(tree_, map, 0, pairs, findings_);
  return pairs;
}

MappingPairs MappingTree::fields(std::uint32_t map, const Kind& kind) {
  MappingPairs pairs = free_map(map);
  if (!is_map(map)) return pairs;
  for (const Pair& pair : pairs) {
    if (kind.index_of(node(pair.key).text) == kind.size()) {
      add_unknown_key(kind, node(pair.key), 0, findings_);
    }
  }
  for (const Field& field : kind.fields) {
    if (field.need != Need::required || find(pairs, field.name)) continue;
    const Node& first = pairs.empty() ? node(map) : node(pairs.front().key);
    add(faults::missing_field, first, fmt::format("`{}` is missing", field.name),
        std::string(field.meaning));
  }
  return pairs;
}

std::optional<std::uint32_t> MappingTree::find(const MappingPairs& pairs,
                                               std::string_view key) const {
  for (const Pair& pair : pairs) {
    if (node(pair.key).text == key) return pair.value;
  }
  return std::nullopt;
}

std::optional<std::string_view> MappingTree::scalar(std::uint32_t index) {
  if (node(index).form == Form::scalar) return node(index).text;
  add(faults::wrong_type, node(index),
      fmt::format("a single value is wanted, and {} is written", form_words(node(index))),
      "put a value that begins with a brace between quotation marks: \"{column}\"");
  return std::nullopt;
}

std::optional<MappingText> MappingTree::text(const MappingPairs& pairs, std::string_view key) {
  const auto value = find(pairs, key);
  if (!value) return std::nullopt;
  const auto text = scalar(*value);
  return text ? std::optional(MappingText{*text, &node(*value)}) : std::nullopt;
}

std::optional<std::string_view> MappingTree::choice(const MappingPairs& pairs, const Kind& kind,
                                                    std::string_view key) {
  const auto written = text(pairs, key);
  if (!written) return std::nullopt;
  const Words words = kind.field(kind.index_of(key)).words;
  if (std::find(words.begin(), words.end(), written->text) != words.end()) return written->text;
  add(faults::unknown_word, *written->node,
      fmt::format("`{}` of `{}` is not one of {}", visible(written->text), key, join_or(words)),
      "");
  return std::nullopt;
}

std::vector<std::uint32_t> MappingTree::items(std::uint32_t list) {
  std::vector<std::uint32_t> out;
  if (node(list).form != Form::list) {
    add(faults::wrong_type, node(list),
        fmt::format("a list is wanted, and {} is written", form_words(node(list))),
        "begin each entry with `- `");
    return out;
  }
  for (std::uint32_t at = list + 1; at < node(list).next; at = node(at).next) out.push_back(at);
  return out;
}

std::vector<std::uint32_t> MappingTree::list(const MappingPairs& pairs, std::string_view key) {
  const auto value = find(pairs, key);
  return value ? items(*value) : std::vector<std::uint32_t>{};
}

}  // namespace brm
