#include "exchange/mapping_rules.h"

#include <fmt/format.h>

#include "base/spelling.h"
#include "base/utf8.h"
#include "exchange/mapping_fields.h"
#include "model/all_kinds.h"
#include "read/faults.h"

namespace brm {
namespace {

class RuleReader {
 public:
  RuleReader(MappingTree& tree, Mapping& mapping) : tree_(tree), mapping_(mapping) {}

  void read(std::uint32_t node) {
    const auto pairs = tree_.fields(node, kinds::import_records);
    RecordRule rule;
    const auto kind = tree_.text(pairs, "kind");
    if (kind) rule.kind = record_kind(*kind);
    rule.table = table_of(pairs);
    const Scope scope{rule.table, nullptr, nullptr};
    rule.condition = template_of(pairs, "if", scope);
    if (rule.kind == nullptr) return;
    const auto folder = tree_.text(pairs, "folder");
    if (folder) rule.folder = folder_at(*folder);
    const auto fields = tree_.find(pairs, "fields");
    if (!fields) return;
    rule.fields = fields_at(*fields, *rule.kind, scope);
    const bool has_id = std::any_of(rule.fields.begin(), rule.fields.end(),
                                    [](const FieldRule& each) { return each.field->name == "id"; });
    if (!has_id && tree_.is_map(*fields)) {
      tree_.add(faults::missing_field, tree_.node(*fields), "a record has no `id`",
                "make it of a column, such as id: \"{name | slug}\"");
    }
    mapping_.rules.push_back(std::move(rule));
  }

 private:
  const Kind* record_kind(const MappingText& kind) {
    std::vector<std::string_view> names;
    for (const Kind* each : record_kinds()) {
      if (each->name == kind.text) return each;
      names.push_back(each->name);
    }
    tree_.add(faults::unknown_kind, *kind.node,
              fmt::format("there is no kind of record `{}`", visible(kind.text)),
              fmt::format("one of {}", join_or(names)));
    return nullptr;
  }

  /// Below the root, where records are looked for.
  std::string folder_at(const MappingText& folder) {
    std::string_view rest = folder.text;
    if (rest.ends_with('/')) rest.remove_suffix(1);
    std::string out(rest);
    bool is_below = rest.find('\\') == std::string_view::npos;
    for (bool is_last = false; !is_last;) {
      const std::size_t end = std::min(rest.find('/'), rest.size());
      is_below = is_below && end > 0 && rest.front() != '.';
      is_last = end == rest.size();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (is_below) return out;
    tree_.add(faults::bad_reference, *folder.node,
              fmt::format("`{}` is no folder of records", visible(folder.text)),
              "name one below the root, such as partners/vendors, none that begins with a dot");
    return "";
  }

  const SourceTable* table_of(const MappingPairs& pairs) {
    const auto from = tree_.text(pairs, "from");
    if (!from) return nullptr;
    std::vector<std::string_view> names;
    for (const SourceTable& table : mapping_.tables) {
      if (table.name == from->text) return &table;
      names.push_back(table.name);
    }
    const auto near = nearest(from->text, names);
    tree_.add(faults::bad_reference, *from->node,
              fmt::format("there is no table `{}`", visible(from->text)),
              near ? fmt::format("did you mean `{}`?", *near) : "name it below `tables`");
    return &unknown_;
  }

  std::optional<Template> template_at(std::uint32_t node, const Scope& scope) {
    const auto text = tree_.scalar(node);
    if (!text) return std::nullopt;
    Template out;
    out.place = tree_.place(tree_.node(node));
    if (const auto fault = read_template(*text, scope, out)) {
      tree_.add(faults::bad_reference, tree_.node(node), fault->message, fault->help);
      return std::nullopt;
    }
    return out;
  }

  std::optional<Template> template_of(const MappingPairs& pairs, std::string_view key,
                                      const Scope& scope) {
    const auto node = tree_.find(pairs, key);
    return node ? template_at(*node, scope) : std::nullopt;
  }

  std::vector<FieldRule> fields_at(std::uint32_t node, const Kind& kind, const Scope& scope) {
    std::vector<FieldRule> out;
    for (const Pair& pair : tree_.free_map(node)) {
      const std::string_view key = tree_.node(pair.key).text;
      const std::size_t index = kind.index_of(key);
      if (index == kind.size() && key.starts_with("x-")) {
        out.push_back(field_at(pair.value, kind, own_field(key), scope));
        continue;
      }
      if (index == kind.size() || (key == "kind" && !kind.common.empty())) {
        add_unknown_key(kind, tree_.node(pair.key), 0, tree_.findings());
        continue;
      }
      out.push_back(field_at(pair.value, kind, kind.field(index), scope));
    }
    return out;
  }

  /// Of the office's own: brm keeps it and leaves it alone.
  const Field& own_field(std::string_view name) {
    const std::string& kept = mapping_.own_names.emplace_back(name);
    return mapping_.own_fields.emplace_back(Field{.name = kept, .type = Type::prose});
  }

  FieldRule field_at(std::uint32_t node, const Kind& kind, const Field& field, const Scope& scope) {
    FieldRule rule;
    rule.kind = &kind;
    rule.field = &field;
    if (field.many == Many::list) {
      for (const std::uint32_t item : tree_.items(node)) {
        rule.list.push_back(list_rule_at(item, field, scope));
      }
    } else if (field.type == Type::part && (tree_.is_map(node) || field.part->shorthand.empty())) {
      rule.part = fields_at(node, *field.part, scope);
    } else {
      rule.value = template_at(node, scope);
    }
    return rule;
  }

  /// An entry with `fields` or `value` is made from rows; any other is written as in a record.
  ListRule list_rule_at(std::uint32_t node, const Field& field, const Scope& scope) {
    const bool is_part = field.type == Type::part;
    ListRule rule;
    if (!tree_.is_map(node) && is_part && field.part->shorthand.empty()) {
      tree_.add(faults::wrong_type, tree_.node(node),
                fmt::format("`{}` is a list of parts, and this is none", field.name),
                "write `- field: value` lines, or `- {field: value}`");
      return rule;
    }
    if (!tree_.is_map(node)) {
      rule.value = template_at(node, scope);
      return rule;
    }
    if (is_part && !is_made_from_rows(node)) {
      rule.fields = fields_at(node, *field.part, scope);
      return rule;
    }
    const auto pairs = tree_.fields(node, kinds::import_parts);
    rule.table = table_of(pairs);
    const Scope inner{rule.table, nullptr, &scope};
    const Scope& own = rule.table == nullptr ? scope : inner;
    if (const auto match = tree_.find(pairs, "match")) read_match(*match, own, scope, rule);
    const auto unmatched = tree_.choice(pairs, kinds::import_parts, "unmatched");
    rule.may_be_unmatched = unmatched && *unmatched == "fine";
    rule.condition = template_of(pairs, "if", own);
    const auto repeated = tree_.choice(pairs, kinds::import_parts, "repeated");
    rule.is_numbered = repeated && *repeated == "numbered";
    const auto content = tree_.find(pairs, is_part ? "fields" : "value");
    if (!content) {
      tree_.add(
          faults::missing_field, tree_.node(node),
          fmt::format("`{}` is missing", is_part ? "fields" : "value"),
          fmt::format("`{}` is a list of {}", field.name, is_part ? "parts" : "plain values"));
    } else if (is_part) {
      rule.fields = fields_at(*content, *field.part, own);
    } else {
      rule.value = template_at(*content, own);
    }
    return rule;
  }

  /// No part of a record has a field of either name.
  bool is_made_from_rows(std::uint32_t map) const {
    const std::uint32_t end = tree_.node(map).next;
    for (std::uint32_t at = map + 1; at < end; at = tree_.node(tree_.node(at).next).next) {
      const std::string_view key = tree_.node(at).text;
      if (key == "fields" || key == "match") return true;
    }
    return false;
  }

  void read_match(std::uint32_t node, const Scope& own, const Scope& around, ListRule& rule) {
    if (rule.table == nullptr) {
      tree_.add(faults::missing_field, tree_.node(node), "`match` without `from`",
                "say from which table the rows are");
      return;
    }
    for (const Pair& pair : tree_.free_map(node)) {
      const auto inner = find_column(tree_.node(pair.key).text, Scope{own.table, nullptr, nullptr});
      if (!inner) add_unknown(tree_.node(pair.key), Scope{own.table, nullptr, nullptr});
      const auto text = tree_.scalar(pair.value);
      const auto outer = text ? find_column(*text, around) : std::nullopt;
      if (text && !outer) add_unknown(tree_.node(pair.value), around);
      if (inner && outer) rule.match.emplace_back(*inner, *outer);
    }
  }

  void add_unknown(const Node& node, const Scope& scope) {
    const Failure failure = unknown_column(node.text, scope);
    tree_.add(faults::bad_reference, node, failure.message, failure.help);
  }

  MappingTree& tree_;
  Mapping& mapping_;
  /// In the place of one that was misspelt, so that its columns are not missed as well.
  const SourceTable unknown_{.name = "", .path = "", .is_open = true};
};

}  // namespace

void read_rule(MappingTree& tree, std::uint32_t node, Mapping& mapping) {
  RuleReader(tree, mapping).read(node);
}

}  // namespace brm
