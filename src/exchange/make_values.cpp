#include "exchange/make_values.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/values.h"

namespace brm {
namespace {

const std::string* cell_of(const ColumnPlace& place, const Scope& scope) {
  const Scope* at = &scope;
  for (std::size_t i = 0; i < place.depth && at != nullptr; ++i) at = at->outer;
  const bool is_there = at != nullptr && at->row != nullptr && place.column < at->row->cells.size();
  return is_there ? &at->row->cells[place.column] : nullptr;
}

std::string text_at(const ColumnPlace& place, const Scope& scope) {
  const std::string* cell = cell_of(place, scope);
  return cell == nullptr ? std::string() : *cell;
}

/// Keys of several columns, which no text can make alike.
void add_key(std::string& key, const std::string& text) {
  key += fmt::format("{}:{};", text.size(), text);
}

Yaml& field_of(Yaml& out, std::string_view name, Yaml::Form form) {
  out.form = Yaml::Form::map;
  for (auto& [key, value] : out.fields) {
    if (key == name) return value;
  }
  Yaml value;
  value.form = form;
  return out.fields.emplace_back(std::string(name), std::move(value)).second;
}

/// What a part needs may be in a column that is empty in this row: then there is no such part.
bool has_what_it_needs(const Yaml& part, const ListRule& list) {
  return !part.empty() &&
         std::all_of(list.fields.begin(), list.fields.end(), [&](const FieldRule& each) {
           return each.field->need != Need::required || part.find(each.field->name) != nullptr;
         });
}

/// Of one with a value that could not be taken, where `check` says what it lacks. With nothing but
/// its day it would say that a value is pending.
bool is_worth_keeping(const Yaml& part) {
  const bool is_day_alone = part.fields.size() == 1 && part.fields[0].first == "date";
  return !identity_of(part).empty() && !is_day_alone;
}

/// The first that the reader of records would refuse.
std::optional<char32_t> unwritable_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool is_usual = point.value == U'\n' || point.value == U'\t';
    const bool is_odd = is_control(point.value) || is_hidden(point.value);
    if (!point.valid || (is_odd && !is_usual)) return point.value;
    at += point.size;
  }
  return std::nullopt;
}

}  // namespace

std::string identity_of(const Yaml& part) {
  if (const auto id = part.text_of("id"); !id.empty()) return fmt::format("id {}", id);
  const auto party = part.text_of("relationship");
  if (!party.empty()) return fmt::format("party {} {}", party, part.text_of("role"));
  const auto date = part.text_of("date");
  return date.empty() ? std::string() : fmt::format("date {} {}", date, part.text_of("by"));
}

void ValueMaker::say(const Scope& scope, const std::string& column, const Failure& failure) {
  ++faults_met_;
  const bool has_row = scope.row != nullptr;
  RowFault fault{has_row ? scope.table->path : "", has_row ? scope.row->number : 0, column,
                 failure.message, failure.help};
  const std::string key = fmt::format("{}:{}:{}:{}", fault.path, fault.row, column, fault.message);
  if (said_.insert(key).second) faults_.push_back(std::move(fault));
}

std::string ValueMaker::piece_of(const Piece& piece, const Template& value, const Scope& scope,
                                 bool is_last, bool& is_empty) {
  std::string text;
  for (const Term& term : piece.terms) {
    const std::string part = term.column ? text_at(*term.column, scope) : term.text;
    if (part.empty()) is_empty = true;
    text += part;
  }
  const FilterSources sources{mapping_.tables, mapping_.words};
  for (const FilterCall& call : piece.filters) {
    if (is_empty) return "";
    const std::string other = call.column ? text_at(*call.column, scope) : "";
    auto filtered = call.filter->apply({text, call.arguments, other, sources});
    if (!filtered.ok()) {
      if (is_last || !call.filter->gives_way) say(scope, value.column, filtered.failure());
      is_empty = true;
      return "";
    }
    text = std::move(filtered).value();
    is_empty = text.empty();
  }
  return text;
}

std::string ValueMaker::text_of(const Template& value, const Scope& scope) {
  for (const std::vector<Piece>& pieces : value.alternatives) {
    const bool is_last = &pieces == &value.alternatives.back();
    std::string out;
    bool is_empty = pieces.empty();
    for (const Piece& piece : pieces) {
      if (!is_empty) out += piece_of(piece, value, scope, is_last, is_empty);
    }
    if (!is_empty) return out;
  }
  return "";
}

bool ValueMaker::is_taken(const Field& field, const std::string& text, const Template& value,
                          const Scope& scope) {
  if (const auto sign = unwritable_in(text)) {
    say(scope, value.column,
        {fmt::format("a character that no text has, {}, is in the value", code_point_name(*sign)),
         "delete it in the table: retype the word it is in"});
    return false;
  }
  if (field.type == Type::part) return true;  // written as a bare value, which its own field takes
  const SourceFile source("", text);
  Node node;
  node.form = Form::scalar;
  node.style = Style::quoted;
  node.end = static_cast<std::uint32_t>(text.size());
  node.text = text;
  if (text.find_first_not_of("0123456789.-") == std::string::npos) node.style = Style::plain;
  const bool is_word = field.type == Type::boolean && (text == "true" || text == "false");
  if (is_word) node.style = Style::plain;
  Findings findings;
  const auto read = read_scalar(field, node, {source, 0, currency_}, findings);
  if (read && findings.list().empty()) return true;
  if (findings.list().empty()) return read.has_value();
  const Finding& first = findings.list().front();
  say(scope, value.column, {first.message, first.help});
  return false;
}

void ValueMaker::set(const FieldRule& rule, const Scope& scope, const std::string& text,
                     Yaml& out) {
  if (text.empty() || !is_taken(*rule.field, text, *rule.value, scope)) return;
  Yaml& there = field_of(out, rule.field->name, Yaml::Form::text);
  if (there.text.empty() || (scope.table != nullptr && scope.table->last_counts)) {
    there.text = text;
  } else if (there.text != text) {
    say(scope, rule.value->column,
        {fmt::format("`{}` would be `{}`, and an earlier row of the same id said `{}`",
                     rule.field->name, visible(text), visible(there.text)),
         "the first one counts; mend the rows, or take the field from a table with one row each"});
  }
}

const ValueMaker::Rows& ValueMaker::rows_of(const ListRule& list, const Scope& scope) {
  const auto [found, is_new] = matched_.try_emplace(&list);
  if (is_new) {
    for (const SourceRow& row : list.table->rows) {
      std::string key;
      for (const auto& [column, around] : list.match)
        add_key(key, text_at(column, {list.table, &row, nullptr}));
      found->second[key].push_back(&row);
    }
  }
  std::string key;
  for (const auto& [column, around] : list.match) add_key(key, text_at(around, scope));
  return found->second[key];
}

/// `-2` behind the id of the second, and so on.
void ValueMaker::number(Yaml& part, const Yaml& list) {
  const std::string id(part.text_of("id"));
  const auto is_taken_by = [&](const Yaml& other) {
    return other.text_of("id") == part.text_of("id");
  };
  for (int count = 2; std::any_of(list.items.begin(), list.items.end(), is_taken_by); ++count) {
    field_of(part, "id", Yaml::Form::text).text = fmt::format("{}-{}", id, count);
  }
}

/// One that is there already gets what this row adds to it.
void ValueMaker::add_part(const ListRule& list, const Scope& scope, Yaml part, Yaml& out) {
  if (list.is_numbered && !part.text_of("id").empty()) number(part, out);
  const std::string identity = identity_of(part);
  const auto found = std::find_if(out.items.begin(), out.items.end(), [&](const Yaml& other) {
    return identity.empty() ? other == part : identity_of(other) == identity;
  });
  if (found == out.items.end()) {
    out.items.push_back(std::move(part));
  } else {
    fill(list.fields, scope, *found);
  }
}

void ValueMaker::add_entry(const FieldRule& rule, const ListRule& list, const Scope& scope,
                           Yaml& out) {
  if (!holds(list.condition, scope)) return;
  if (!list.value) {
    Yaml part;
    const std::size_t known_faults = faults_met_;
    fill(list.fields, scope, part);
    const bool is_usable =
        faults_met_ == known_faults ? has_what_it_needs(part, list) : is_worth_keeping(part);
    if (is_usable) add_part(list, scope, std::move(part), out);
    return;
  }
  std::string_view rest;
  const std::string text = text_of(*list.value, scope);
  for (rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    Yaml item;
    item.text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool is_there = std::find(out.items.begin(), out.items.end(), item) != out.items.end();
    if (!is_there && is_taken(*rule.field, item.text, *list.value, scope)) {
      out.items.push_back(std::move(item));
    }
  }
}

void ValueMaker::fill_list(const FieldRule& rule, const Scope& scope, Yaml& out) {
  Yaml& items = field_of(out, rule.field->name, Yaml::Form::list);
  for (const ListRule& list : rule.list) {
    if (list.table == nullptr) {
      add_entry(rule, list, scope, items);
      continue;
    }
    for (const SourceRow* row : rows_of(list, scope)) {
      const Scope inner{list.table, row, &scope};
      add_entry(rule, list, inner, items);
    }
  }
}

void ValueMaker::fill_one(const FieldRule& rule, const Scope& scope, Yaml& out) {
  if (rule.field->many == Many::list) {
    fill_list(rule, scope, out);
  } else if (!rule.value) {
    Yaml& part = field_of(out, rule.field->name, Yaml::Form::map);
    fill(rule.part, scope, part);
  } else {
    set(rule, scope, text_of(*rule.value, scope), out);
  }
}

void ValueMaker::fill(const std::vector<FieldRule>& rules, const Scope& scope, Yaml& out) {
  out.form = Yaml::Form::map;
  for (const FieldRule& rule : rules) fill_one(rule, scope, out);
  std::erase_if(out.fields, [](const auto& field) { return field.second.empty(); });
}

}  // namespace brm
