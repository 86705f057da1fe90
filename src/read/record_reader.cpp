#include "read/record_reader.h"

#include <fmt/format.h>

#include <cstring>

#include "base/spelling.h"
#include "base/utf8.h"
#include "model/all_kinds.h"
#include "model/synonyms.h"
#include "read/faults.h"
#include "read/keys.h"
#include "read/stop.h"
#include "read/values.h"
#include "read/words.h"

namespace brm {
namespace {

class RecordReader {
 public:
  RecordReader(const Tree& tree, ScalarPlace place, std::pmr::memory_resource& arena,
               Findings& findings)
      : tree_(tree), place_(place), arena_(arena), findings_(findings) {}

  const Item* read() {
    const std::vector<Pair> pairs = pairs_of(tree_, 0, place_.file, findings_);
    const Kind* kind = kind_of(pairs);
    return kind == nullptr ? nullptr : read_item(*kind, 0, pairs, nullptr);
  }

 private:
  Span span(const Node& node) const { return {place_.file, node.begin, node.end - node.begin}; }
  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }

  template <class T>
  T* store(const std::vector<T>& values) {
    if (values.empty()) return nullptr;
    void* memory = arena_.allocate(sizeof(T) * values.size(), alignof(T));
    std::memcpy(memory, values.data(), sizeof(T) * values.size());
    return static_cast<T*>(memory);
  }

  const Kind* kind_of(const std::vector<Pair>& pairs) {
    std::vector<std::string_view> names;
    for (const Kind* kind : record_kinds()) names.push_back(kind->name);
    for (const Pair& pair : pairs) {
      if (node(pair.key).text != "kind") continue;
      const Node& value = node(pair.value);
      for (const Kind* kind : record_kinds()) {
        if (value.form == Form::scalar && value.text == kind->name) return kind;
      }
      if (value.form == Form::null) break;
      if (value.form != Form::scalar) {
        findings_.add(faults::wrong_type, span(value),
                      fmt::format("`kind` is one word, and this is {}", form_words(value)),
                      fmt::format("write one of {}", join_or(names)));
        return nullptr;
      }
      const auto close = meant_by(value.text, names);
      findings_.add(faults::unknown_kind, span(value),
                    fmt::format("`{}` is no kind of record", visible(value.text)),
                    close ? fmt::format("did you mean `{}`? one of {}", *close, join_or(names))
                          : fmt::format("write one of {}", join_or(names)));
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

  const Item* read_item(const Kind& kind, std::uint32_t map, const std::vector<Pair>& pairs,
                        const Item* parent) {
    Item* item = new_item(kind, node(map), parent);
    std::vector<Value> values;
    std::vector<bool> is_written(kind.size(), false);
    for (const Pair& pair : pairs) {
      const Node& key = node(pair.key);
      if (key.text.starts_with("x-")) continue;
      const std::size_t index = kind.index_of(key.text);
      if (index == kind.size()) {
        // What was misspelt is not missing as well: one cause, one finding.
        const std::size_t meant = add_unknown_key(kind, key, place_.file, findings_);
        if (meant < kind.size()) is_written[meant] = true;
        continue;
      }
      is_written[index] = true;
      if (auto value = read_field(kind.field(index), pair, item)) {
        value->field = static_cast<std::uint16_t>(index);
        values.push_back(*value);
      }
    }
    item->values = store(values);
    item->count = static_cast<std::uint32_t>(values.size());
    check_required(*item, is_written, map, pairs);
    check_alternatives(*item, pairs);
    return item;
  }

  Item* new_item(const Kind& kind, const Node& written, const Item* parent) {
    Item* item = store(std::vector<Item>(1));
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
    const std::string_view line = place_.source.line_at(key.end);
    const std::size_t from = key.end - place_.source.line_start(key.end);
    return line.substr(std::min(from, line.size()));
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
    std::vector<Value> elements;
    std::uint32_t at = index + 1;
    for (std::uint32_t i = 0; i < list.count; ++i, at = node(at).next) {
      if (node(at).form == Form::null) {
        findings_.add(faults::empty_item, span(node(at)),
                      fmt::format("an item of `{}` is empty", field.name),
                      "write the item, or delete it");
      } else if (auto element = read_one(field, at, owner)) {
        elements.push_back(*element);
      }
    }
    if (field.exactly != 0 && list.count != field.exactly) {
      findings_.add(
          faults::wrong_type, span(list),
          fmt::format("`{}` needs {} values, and has {}", field.name, field.exactly, list.count),
          "write the lowest and the highest: [40, 60]");
      return std::nullopt;
    }
    Value value;
    value.offset = list.begin;
    value.length = list.end - list.begin;
    value.size = static_cast<std::uint32_t>(elements.size());
    value.elements = store(elements);
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
      value->text = store(std::vector<char>(value->text, value->text + value->size));
    }
    return value;
  }

  /// Text that goes on below, where a line begins with `- `: a list that was swallowed.
  void warn_of_swallowed_list(const Node& written) {
    if (written.style != Style::plain || written.text.find(" - ") == std::string_view::npos) return;
    const std::string_view bytes = place_.source.bytes();
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
      value.item = read_item(kind, index, pairs_of(tree_, index, place_.file, findings_), owner);
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
    item->values = store(std::vector<Value>{*inner});
    item->count = 1;
    value.item = item;
    value.is_shorthand = true;
    return value;
  }

  void check_required(const Item& item, const std::vector<bool>& is_written, std::uint32_t map,
                      const std::vector<Pair>& pairs) {
    const Kind& kind = *item.kind;
    Span place = item.place();
    if (item.find("id") == nullptr && !pairs.empty()) place = span(node(pairs.front().key));
    if (place.length == 0) place = {place_.file, node(map).begin, 1};
    for (std::size_t i = 0; i < kind.size(); ++i) {
      const Field& field = kind.field(i);
      const bool is_shadowed = kind.index_of(field.name) != i;
      if (field.need != Need::required || is_written[i] || is_shadowed) continue;
      Finding& finding = findings_.add(faults::missing_field, place,
                                       fmt::format("this {} has no `{}`", kind.name, field.name),
                                       fmt::format("add `{}: ` and {}", field.name, wanted(field)));
      // A part without its day stands nowhere in time, so no verdict can use it.
      if (item.parent != nullptr && field.type == Type::date) finding.loses = Loses::data;
    }
  }

  /// A set of alternatives: how many of its fields were written, and the first of them.
  struct Given {
    std::vector<std::string_view> names;
    std::vector<std::string_view> missing;
    const Node* first = nullptr;
    bool needs_all = false;
  };

  Given given_of(std::string_view set, const std::vector<Pair>& pairs) const {
    Given given;
    given.needs_all = set.find('+') != std::string_view::npos;
    while (!set.empty()) {
      const std::size_t end = set.find_first_of(" +");
      const std::string_view name = set.substr(0, end);
      set.remove_prefix(end == std::string_view::npos ? set.size() : end + 1);
      bool is_written = false;
      for (const Pair& pair : pairs) {
        if (node(pair.key).text != name || node(pair.value).form == Form::null) continue;
        is_written = true;
        if (given.first == nullptr) given.first = &node(pair.key);
      }
      (is_written ? given.names : given.missing).push_back(name);
    }
    return given;
  }

  void check_alternatives(const Item& item, const std::vector<Pair>& pairs) {
    const Kind& kind = *item.kind;
    std::optional<Given> chosen;
    for (const std::string_view set : kind.one_of) {
      Given given = given_of(set, pairs);
      if (given.first == nullptr) continue;
      if (chosen) {
        Finding& finding = findings_.add(
            faults::conflicting_fields, span(*given.first),
            fmt::format("`{}` and `{}` cannot both be given", chosen->names[0], given.names[0]),
            "keep the one that is meant");
        finding.second = SecondPlace{span(*chosen->first), "the other one"};
        continue;
      }
      if (given.needs_all && !given.missing.empty()) {
        findings_
            .add(faults::missing_field, span(*given.first),
                 fmt::format("`{}` needs `{}` beside it", given.names[0], given.missing[0]),
                 fmt::format("add `{}: `", given.missing[0]))
            .loses = Loses::data;
      }
      chosen = std::move(given);
    }
    if (kind.one_of_need == Need::required && !chosen) {
      findings_.add(faults::missing_field, {place_.file, item.offset, 1},
                    fmt::format("this {} says nothing", kind.name),
                    fmt::format("write one of {}", alternatives(kind)));
    }
  }

  const Tree& tree_;
  ScalarPlace place_;
  std::pmr::memory_resource& arena_;
  Findings& findings_;
};

}  // namespace

const Item* read_record(const Tree& tree, const TreeSource& from, Currency office_currency,
                        std::pmr::memory_resource& arena, Findings& findings) {
  const ScalarPlace place{from.source, from.file, office_currency};
  return RecordReader(tree, place, arena, findings).read();
}

}  // namespace brm
