#include "read/record_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/folding.h"
#include "base/near_words.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "model/all_kinds.h"
#include "model/synonyms.h"
#include "read/alternatives.h"
#include "read/faults.h"
#include "read/keys.h"
#include "read/stop.h"
#include "read/values.h"
#include "read/words.h"

namespace brm {
namespace {

using Pairs = std::vector<Pair>;

constexpr std::string_view audience = "audience";

class RecordReader {
 public:
  RecordReader(const Tree& tree, ScalarPlace place, ReadingMemory& memory,
               std::pmr::memory_resource& arena, Findings& findings)
      : tree_(tree), place_(place), memory_(memory), arena_(arena), findings_(findings) {
    memory_.values.clear();
  }

  const Item* read() {
    Pairs& pairs = memory_.pairs[0];
    find_pairs(tree_, 0, place_.file, pairs, findings_);
    const Kind* kind = kind_of(pairs);
    return kind == nullptr ? nullptr : read_item(*kind, 0, pairs, nullptr);
  }

 private:
  Span span(const Node& node) const { return {place_.file, node.begin, node.end - node.begin}; }
  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }

  template <class T>
  T* store(std::span<const T> values) {
    if (values.empty()) return nullptr;
    void* memory = arena_.allocate(sizeof(T) * values.size(), alignof(T));
    std::memcpy(memory, values.data(), sizeof(T) * values.size());
    return static_cast<T*>(memory);
  }

  /// Moves the values that were gathered since `first` into the arena.
  const Value* store_values(std::size_t first) {
    auto& values = memory_.values;
    const Value* stored = store(std::span<const Value>(values).subspan(first));
    values.resize(first);
    return stored;
  }

  const Kind* kind_of(const Pairs& pairs) {
    for (const Pair& pair : pairs) {
      if (node(pair.key).text != "kind") continue;
      const Node& value = node(pair.value);
      for (const Kind* kind : record_kinds()) {
        if (value.form == Form::scalar && value.text == kind->name) return kind;
      }
      break;
    }
    return add_no_kind(pairs);
  }

  const Kind* add_no_kind(const Pairs& pairs) {
    std::vector<std::string_view> names;
    for (const Kind* kind : record_kinds()) names.push_back(kind->name);
    for (const Pair& pair : pairs) {
      if (node(pair.key).text != "kind") continue;
      const Node& value = node(pair.value);
      if (value.form == Form::null) break;
      if (value.form != Form::scalar) {
        findings_.add(faults::wrong_type, span(value),
                      fmt::format("`kind` is one word, and this is {}", form_words(value)),
                      fmt::format("write one of {}", join_or(names)));
        return nullptr;
      }
      const std::string asks = did_you_mean(all_meant_by(value.text, names));
      findings_.add(
          faults::unknown_kind, span(value),
          fmt::format("`{}` is no kind of record", visible(value.text)),
          fmt::format("{} {}", asks.empty() ? "write one of" : asks + " one of", join_or(names)));
      return nullptr;
    }
    const Span start = pairs.empty() ? span(node(0)) : span(node(pairs.front().key));
    Finding& finding =
        findings_.add(faults::missing_field, {place_.file, start.offset, start.length},
                      "this record does not say its `kind`",
                      fmt::format("begin it with `kind: ` and one of {}", join_or(names)));
    finding.loses = Loses::data;
    return nullptr;
  }

  const Item* read_item(const Kind& kind, std::uint32_t map, const Pairs& pairs,
                        const Item* parent) {
    Item* item = new_item(kind, node(map), parent);
    const std::size_t first = memory_.values.size();
    std::uint64_t is_written = 0;
    std::uint64_t is_given = 0;
    std::size_t expected = 0;
    if (parent == nullptr) is_secret_ = stands_twice(tree_, map, pairs, audience);
    for (const Pair& pair : pairs) {
      const Node& key = node(pair.key);
      if (key.text.starts_with("x-") && key.text != "x-allow") continue;
      const std::size_t index = index_of(kind, key.text, expected);
      if (index == kind.size()) {
        // What was misspelt is not missing as well: one cause, one finding.
        const std::size_t meant = add_unknown_key(kind, key, place_.file, findings_);
        if (meant < kind.size()) is_written |= bit(meant);
        const bool is_meant = meant < kind.size() && kind.field(meant).name == audience;
        is_secret_ |= is_meant || folded(key.text) == audience;
        continue;
      }
      expected = index + 1;
      is_written |= bit(index);
      if (node(pair.value).form != Form::null) is_given |= bit(index);
      if (auto value = read_field(kind.field(index), pair, item)) {
        value->field = static_cast<std::uint16_t>(index);
        memory_.values.push_back(*value);
      } else if (key.text == audience && says_something(pair)) {
        is_secret_ = true;
      }
    }
    if (parent == nullptr && is_secret_) restrict(kind, first);
    item->count = (memory_.values.size() - first) & 0x7FFFFFFFU;
    item->values = store_values(first);
    const KindPlan& plan = memory_.plan_of(kind);
    if ((plan.required & ~is_written) != 0) add_missing(*item, is_written, map, pairs);
    if (!plan.is_satisfied_by(is_given)) add_wrong_alternatives(tree_, *item, pairs, findings_);
    return item;
  }

  bool says_something(const Pair& pair) const {
    return node(pair.value).form != Form::null || is_hidden_by_comment(node(pair.key));
  }

  /// Somebody said who may see the record, and nobody can tell whom they meant: then it is for the
  /// fewest. Takes the place of an audience among the values gathered since `first`.
  void restrict(const Kind& kind, std::size_t first) {
    const std::size_t index = kind.index_of(audience);
    if (index == kind.size()) return;
    const auto is_read = [&](const Value& value) { return value.field == index; };
    auto& values = memory_.values;
    auto place =
        std::find_if(values.begin() + static_cast<std::ptrdiff_t>(first), values.end(), is_read);
    if (place == values.end()) place = values.insert(place, Value{});
    const std::string_view word = kind.field(index).words.back();
    place->field = static_cast<std::uint16_t>(index);
    place->text = word.data();
    place->size = static_cast<std::uint32_t>(word.size());
  }

  /// Fields are mostly written in the order of their table, and some left out.
  static std::size_t index_of(const Kind& kind, std::string_view key, std::size_t expected) {
    for (std::size_t i = expected; i < kind.fields.size(); ++i) {
      if (kind.fields[i].name == key) return i;
    }
    return kind.index_of(key);
  }

  Item* new_item(const Kind& kind, const Node& written, const Item* parent) {
    Item* item = new (arena_.allocate(sizeof(Item), alignof(Item))) Item;
    item->kind = &kind;
    item->parent = parent;
    item->file = place_.file;
    item->offset = written.begin;
    item->length = written.end - written.begin;
    return item;
  }

  std::optional<Value> read_field(const Field& field, const Pair& pair, const Item* owner) {
    const Node& value = node(pair.value);
    const bool is_empty =
        value.form == Form::null || (value.form == Form::scalar && value.text.empty());
    if (is_empty) {
      const bool is_lost = is_hidden_by_comment(node(pair.key));
      if (field.need == Need::required || is_lost) add_empty(field, node(pair.key), owner, is_lost);
      return std::nullopt;
    }
    if (field.many == Many::list) {
      const bool lacks_items = value.form == Form::list && value.count == 0;
      if (lacks_items && field.need == Need::required) add_empty(field, node(pair.key), owner);
      return read_list(field, pair.value, owner);
    }
    return read_one(field, pair.value, owner);
  }

  std::string_view rest_of_line(const Node& key) const {
    const std::string_view rest = place_.source.bytes().substr(key.end);
    return rest.substr(0, rest.find_first_of("\r\n"));
  }

  /// `value: #95`: no blank behind the sign, so it was meant as the value and not as a comment.
  bool is_hidden_by_comment(const Node& key) const {
    const std::string_view rest = rest_of_line(key);
    const std::size_t sign = rest.find(" #");
    const bool follows_colon =
        sign != std::string_view::npos &&
        rest.substr(0, sign).find_first_not_of(" :") == std::string_view::npos;
    return follows_colon && sign + 2 < rest.size() && rest[sign + 2] != ' ' &&
           rest[sign + 2] != '#';
  }

  void add_empty(const Field& field, const Node& key, const Item* owner, bool is_lost = false) {
    const bool is_comment = rest_of_line(key).find(" #") != std::string::npos;
    Finding& finding =
        findings_.add(faults::missing_field, span(key),
                      fmt::format("`{}` of this {} is missing: nothing is written after its `:`",
                                  field.name, owner->kind->name),
                      is_comment ? "` #` begins a comment: put a value that starts with # in quotes"
                                 : fmt::format("write {}", to_text(field.type)));
    if (is_lost) finding.loses = Loses::data;
  }

  std::optional<Value> read_list(const Field& field, std::uint32_t index, const Item* owner) {
    const Node& list = node(index);
    if (list.form != Form::list) {
      add_no_list(field, list);
      return std::nullopt;
    }
    const std::size_t first = memory_.values.size();
    std::uint32_t at = index + 1;
    for (std::uint32_t i = 0; i < list.count; ++i, at = node(at).next) {
      if (node(at).form == Form::null) {
        findings_.add(faults::empty_item, span(node(at)),
                      fmt::format("an item of `{}` is empty", field.name),
                      "write the item, or delete it");
      } else if (auto element = read_one(field, at, owner)) {
        memory_.values.push_back(*element);
      }
    }
    if (field.exactly != 0 && list.count != field.exactly) {
      memory_.values.resize(first);
      findings_.add(
          faults::wrong_type, span(list),
          fmt::format("`{}` needs {} values, and has {}", field.name, field.exactly, list.count),
          "write the lowest and the highest: [40, 60]");
      return std::nullopt;
    }
    Value value;
    value.offset = list.begin;
    value.length = list.end - list.begin;
    value.size = static_cast<std::uint32_t>(memory_.values.size() - first);
    value.elements = store_values(first);
    return value;
  }

  void add_no_list(const Field& field, const Node& written) {
    if (written.text.starts_with('-') && add_lacking_space(written)) return;
    findings_.add(faults::wrong_type, span(written),
                  fmt::format("`{}` is a list, and this is {}", field.name, form_words(written)),
                  field.type == Type::part ? "begin each item on a line of its own with `- `"
                                           : "write [one, two], or `- one` on a line of its own");
  }

  /// `-item` or `owner:jane` where a list or map is expected.
  bool add_lacking_space(const Node& written) {
    const bool lacks =
        written.form == Form::scalar && written.style == Style::plain && lacks_space(written.text);
    if (!lacks) return false;
    const Stop stop = without_colon(written.begin, written.text);
    findings_.add(*stop.fault, span(written), stop.message, stop.help);
    return true;
  }

  std::optional<Value> read_one(const Field& field, std::uint32_t index, const Item* owner) {
    const Node& written = node(index);
    if (field.type == Type::part) return read_part(field, index, owner);
    if (written.form == Form::scalar) return read_text_value(field, written);
    findings_.add(faults::wrong_type, span(written),
                  fmt::format("`{}` is {}, and this is {}", field.name, to_text(field.type),
                              form_words(written)),
                  written.form == Form::list
                      ? "write one value, without brackets or `- `"
                      : "write one value; put text that starts with { in quotes");
    return std::nullopt;
  }

  /// Texts that yaml-cpp decoded live in the tree, which goes: they move to the portfolio.
  std::optional<Value> read_text_value(const Field& field, const Node& written) {
    warn_of_swallowed_list(written);
    auto value = read_scalar(field, written, place_, findings_);
    const std::string_view bytes = place_.source.bytes();
    const bool is_text = field.type == Type::line || field.type == Type::prose ||
                         field.type == Type::id || field.type == Type::ref ||
                         field.type == Type::choice || field.type == Type::cadence ||
                         field.type == Type::currency || field.type == Type::month_day;
    if (value && is_text &&
        (value->text < bytes.data() || value->text >= bytes.data() + bytes.size())) {
      value->text = store(std::span(value->text, value->size));
    }
    return value;
  }

  /// Text that goes on below, where a line begins with `- `: a list that was swallowed.
  void warn_of_swallowed_list(const Node& written) {
    const std::string_view bytes = place_.source.bytes();
    const bool is_folded = written.text.data() != bytes.data() + written.begin;
    if (written.style != Style::plain || !is_folded) return;
    if (written.text.find(" - ") == std::string_view::npos) return;
    for (std::size_t at = bytes.find('\n', written.begin); at < written.end;
         at = bytes.find('\n', at + 1)) {
      const std::size_t text = bytes.find_first_not_of(" \t", at + 1);
      if (text >= written.end || !bytes.substr(text).starts_with("- ")) continue;
      findings_.add(faults::swallowed_list, {place_.file, static_cast<std::uint32_t>(text), 1},
                    "this `- ` belongs to the text above, and begins no item of a list",
                    "put it in the column of the items above, or remove the text before it; text "
                    "that is meant so goes into quotes");
      return;
    }
  }

  std::optional<Value> read_part(const Field& field, std::uint32_t index, const Item* owner) {
    const Node& written = node(index);
    const Kind& kind = *field.part;
    Value value;
    value.offset = written.begin;
    value.length = written.end - written.begin;
    if (written.form == Form::map) {
      Pairs& pairs = memory_.pairs[++depth_];  // the tree is no deeper
      find_pairs(tree_, index, place_.file, pairs, findings_);
      value.item = read_item(kind, index, pairs, owner);
      --depth_;
      return value;
    }
    if (written.form == Form::scalar && !kind.shorthand.empty()) {
      return read_shorthand(kind, written, owner, value);
    }
    if (!add_lacking_space(written)) {
      findings_.add(
          faults::wrong_type, span(written),
          fmt::format("`{}` is a map of fields, and this is {}", field.name, form_words(written)),
          fmt::format("its fields are {}", field_names(kind)));
    }
    return std::nullopt;
  }

  /// `target: 0.75` for `target: {value: 0.75}`.
  std::optional<Value> read_shorthand(const Kind& kind, const Node& written, const Item* owner,
                                      Value value) {
    const std::size_t index = kind.index_of(kind.shorthand);
    auto inner = read_text_value(kind.field(index), written);
    if (!inner) return std::nullopt;
    inner->field = static_cast<std::uint16_t>(index);
    Item* item = new_item(kind, written, owner);
    item->values = store(std::span<const Value>(&*inner, 1));
    item->count = 1;
    value.item = item;
    value.is_shorthand = true;
    return value;
  }

  void add_missing(const Item& item, std::uint64_t is_written, std::uint32_t map,
                   const Pairs& pairs) {
    const Kind& kind = *item.kind;
    Span place = item.place();
    if (item.find("id") == nullptr && !pairs.empty()) place = span(node(pairs.front().key));
    if (place.length == 0) place = {place_.file, node(map).begin, 1};
    const std::uint64_t required = memory_.plan_of(kind).required;
    for (std::size_t i = 0; i < kind.size(); ++i) {
      if ((required & ~is_written & bit(i)) == 0) continue;
      const Field& field = kind.field(i);
      Finding& finding = findings_.add(faults::missing_field, place,
                                       fmt::format("this {} has no `{}`", kind.name, field.name),
                                       fmt::format("add `{}: ` and {}", field.name, wanted(field)));
      // A part without its day stands nowhere in time, so no verdict can use it.
      if (item.parent != nullptr && field.type == Type::date) finding.loses = Loses::data;
    }
  }

  const Tree& tree_;
  ScalarPlace place_;
  ReadingMemory& memory_;
  std::size_t depth_ = 0;
  bool is_secret_ = false;  // its audience was written so that nobody can read it
  std::pmr::memory_resource& arena_;
  Findings& findings_;
};

}  // namespace

const Item* read_record(const Tree& tree, const TreeSource& from, Currency office_currency,
                        ReadingMemory& memory, std::pmr::memory_resource& arena,
                        Findings& findings) {
  const ScalarPlace place{from.source, from.file, office_currency};
  return RecordReader(tree, place, memory, arena, findings).read();
}

}  // namespace brm
