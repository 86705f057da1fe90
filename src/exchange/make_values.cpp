#include "exchange/make_values.h"

#include <fmt/format.h>

#include "base/folding.h"
#include "base/utf8.h"
#include "exchange/part_names.h"
#include "exchange/row_words.h"
#include "exchange/unmatched_rows.h"
#include "read/tree.h"
#include "read/values.h"

namespace brm {
namespace {

/// How the value is of another shape than in other rows; null where it is not.
const std::string* oddness_of(const ColumnPlace& place, const Scope& scope) {
  const Scope* at = &scope;
  for (std::size_t i = 0; i < place.depth && at != nullptr; ++i) at = at->outer;
  if (at == nullptr || at->row == nullptr) return nullptr;
  for (const auto& [column, how] : at->row->odd) {
    if (column == place.column) return &how;
  }
  return nullptr;
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

/// Of one with a value that could not be taken, where `check` says what it lacks: where it would
/// not be recognised once the value is mended it would be there twice. With nothing but its day it
/// would say that a value is pending.
bool is_worth_keeping(const Kind& kind, const Yaml& part) {
  if (has_id(kind) && !part.text_of("id").empty()) return true;
  const bool is_day_alone = part.fields.size() == 1 && part.fields[0].first == "date";
  if (is_day_alone || naming_of(kind, part).empty()) return false;
  const Words names = naming_fields(kind);
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    const bool is_needed = kind.field(kind.index_of(name)).need == Need::required;
    return !is_needed || !part.text_of(name).empty();
  });
}

/// Null where there is none.
const FieldRule* rule_of(const std::vector<FieldRule>& rules, std::string_view field) {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const FieldRule& each) { return each.field->name == field; });
  return found == rules.end() ? nullptr : &*found;
}

/// What an item of a list is told apart by: the same only when all of it is, where nothing else is.
std::string key_of(const Kind* kind, const Yaml& item) {
  const bool is_part = kind != nullptr && item.form == Yaml::Form::map;
  const std::string identity = is_part ? identity_of(*kind, item) : "";
  return identity.empty() ? "all " + on_one_line(item) : identity;
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

void ValueMaker::say(const Scope& scope, const std::string& column, const Failure& failure) {
  ++faults_met_;
  if (faults_.size() > most_faults) return;
  if (faults_.size() == most_faults) {
    faults_.push_back({"", 0, "", "more than 100,000 faults; no more are told",
                       "mend these first: most of them may have one cause"});
    return;
  }
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
    if (term.column && odd_ == nullptr) odd_ = oddness_of(*term.column, scope);
    if (part.empty()) is_empty = true;
    text += part;
    if (text.size() > longest_value) {
      say(scope, value.column, too_long());
      is_empty = true;
      return "";
    }
  }
  const FilterSources sources{mapping_.tables, mapping_.words, memory_};
  for (const FilterCall& call : piece.filters) {
    if (is_empty) return "";
    if (call.filter->name == "slug") slugged_ += (slugged_.empty() ? "" : " ") + text;
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
  odd_ = nullptr;
  slugged_.clear();
  for (const std::vector<Piece>& pieces : value.alternatives) {
    const bool is_last = &pieces == &value.alternatives.back();
    std::string out;
    bool is_empty = pieces.empty();
    for (const Piece& piece : pieces) {
      if (!is_empty) out += piece_of(piece, value, scope, is_last, is_empty);
      if (out.size() > longest_value) {
        say(scope, value.column, too_long());
        return "";
      }
    }
    if (!is_empty) return out;
  }
  // A mapping that has an alternative for each shape is no fault.
  if (odd_ != nullptr) {
    say(scope, value.column,
        {*odd_, "have it written alike in all rows, or say what else: `{a.b?} || {a?}`"});
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
  if (field.type == Type::part) {  // a bare value in its place
    const Kind& part = *field.part;
    return is_taken(part.field(part.index_of(part.shorthand)), text, value, scope);
  }
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

std::unordered_map<std::string, ValueMaker::Matched>& ValueMaker::matched_in(const ListRule& list) {
  const auto [found, is_new] = matched_.try_emplace(&list);
  if (is_new) {
    for (const SourceRow& row : list.table->rows) {
      found->second[match_key(list, row)].rows.push_back(&row);
    }
  }
  return found->second;
}

const std::vector<const SourceRow*>& ValueMaker::rows_of(const ListRule& list, const Scope& scope) {
  Matched& matched = matched_in(list)[match_key(list, scope)];
  matched.is_asked_for = true;
  return matched.rows;
}

void ValueMaker::say_unmatched() {
  const auto is_meant = [this](const ListRule& list, const SourceRow& row) {
    const bool asks_around = list.condition && names_outer_columns(*list.condition);
    return asks_around || holds(list.condition, {list.table, &row, nullptr});
  };
  const auto is_asked_for = [this](const ListRule& list, const SourceRow& row) {
    return matched_in(list)[match_key(list, row)].is_asked_for;
  };
  for (RowFault& each : unmatched_rows(mapping_, is_meant, is_asked_for)) {
    faults_.push_back(std::move(each));
  }
}

bool ValueMaker::is_of_same_words(const std::vector<FieldRule>& rules, const Scope& scope) {
  const FieldRule* id = rule_of(rules, "id");
  if (id == nullptr || !id->value || scope.row == nullptr) return true;
  const std::string text = text_of(*id->value, scope);
  IdWords::Made own{slugged_, "", scope.row->number};
  const FieldRule* title = rule_of(rules, "title");
  if (title != nullptr && title->value) own.title = text_of(*title->value, scope);
  // Each rule for itself: another table may have the names otherwise.
  const std::string place = fmt::format("{} {}", path_, static_cast<const void*>(id));
  const IdWords::Made* first = id_words_.other(place, own, scope.table->last_counts);
  if (first == nullptr) return true;
  say(scope, id->value->column,
      {fmt::format("`{}` makes the id `{}`, and so does `{}` of row {}; it is left out",
                   visible(own.words), text, visible(first->words), first->row),
       "tell them apart: with another column in the id, with `words`, or with a longer `slug N`; "
       "where they are one, write them alike"});
  return false;
}

ValueMaker::Step::Step(std::string& path, std::string_view name) : path_(path), size_(path.size()) {
  add_key(path_, name);
}

void ValueMaker::begin(const std::string& record) {
  path_.clear();
  add_key(path_, record);
}

bool ValueMaker::goes_on() {
  if (entries_ <= most_entries) ++entries_;
  return !has_given_up();
}

ValueMaker::Places& ValueMaker::places_in(const Kind* kind, const Yaml& list) {
  Places& places = places_[path_];
  for (; places.size < list.items.size(); ++places.size) {
    places.by_key.try_emplace(key_of(kind, list.items[places.size]), places.size);
  }
  return places;
}

/// Of all that is below the path.
void ValueMaker::forget_places() {
  const auto first = places_.lower_bound(path_);
  auto last = first;
  while (last != places_.end() && last->first.starts_with(path_)) ++last;
  places_.erase(first, last);
}

/// `-2` behind the id of the second, and so on.
void ValueMaker::number(const Kind& kind, Yaml& part, const Yaml& list) {
  Places& places = places_in(&kind, list);
  std::string& id = field_of(part, "id", Yaml::Form::text).text;
  const std::string first = id;
  int& count = places.numbers.try_emplace(first, 1).first->second;
  while (places.by_key.contains(key_of(&kind, part))) id = fmt::format("{}-{}", first, ++count);
}

/// One that is there already gets what this row adds to it.
void ValueMaker::add_part(const Kind& kind, const ListRule& list, const Scope& scope, Yaml part,
                          Yaml& out) {
  const bool is_numbered = list.is_numbered && !part.text_of("id").empty();
  if (is_numbered) number(kind, part, out);
  const Places& places = places_in(&kind, out);
  const std::string key = key_of(&kind, part);
  const auto found = places.by_key.find(key);
  const Step step(path_, key);
  if (has_id(kind) && !is_numbered && !is_of_same_words(list.fields, scope)) return;
  if (found == places.by_key.end()) {
    out.items.push_back(std::move(part));
  } else {
    fill(list.fields, scope, out.items[found->second]);
  }
}

bool ValueMaker::has_room(const Yaml& list, const FieldRule& rule, const Scope& scope) {
  if (list.items.size() < most_values / 2) return true;
  say(scope, "",
      {fmt::format("`{}` would have more entries than a record can hold", rule.field->name),
       "say which rows are meant, with `match` or `if`"});
  return false;
}

Yaml ValueMaker::part_of(const ListRule& list, const Scope& scope) {
  const Step step(path_, "a new one");
  Yaml part;
  fill(list.fields, scope, part);
  forget_places();
  return part;
}

const FieldRule* ValueMaker::lacking_rule(const Yaml& part, const ListRule& list,
                                          const Scope& scope) {
  const Step step(path_, "a new one");
  for (const FieldRule& each : list.fields) {
    const bool is_needed = each.field->need == Need::required;
    if (!is_needed || part.find(each.field->name) != nullptr) continue;
    const std::size_t known_faults = faults_met_;
    Yaml again;
    fill_one(each, scope, again);
    forget_places();
    if (faults_met_ == known_faults) return &each;
  }
  return nullptr;
}

void ValueMaker::say_lacking(const Kind& kind, const FieldRule& rule, const Scope& scope) {
  say(scope, empty_column(rule, scope),
      {fmt::format("no `{}` comes of it, so this row's entry of {} is left out", rule.field->name,
                   plain_word(kind.plural)),
       "fill the column, say what else counts behind `||`, or pass such rows over with `if` in the "
       "entry"});
}

void ValueMaker::add_entry(const FieldRule& rule, const ListRule& list, const Scope& scope,
                           Yaml& out) {
  if (!holds(list.condition, scope)) return;
  if (!list.value) {
    const std::size_t known_faults = faults_met_;
    Yaml part = part_of(list, scope);
    const Kind& kind = *rule.field->part;
    const bool is_fine = faults_met_ == known_faults;
    if (const FieldRule* lacking = lacking_rule(part, list, scope)) {
      // A row that says nothing of such a part loses nothing.
      if (says_anything(list.fields, scope)) say_lacking(kind, *lacking, scope);
    } else if (is_fine ? !part.empty() : is_worth_keeping(kind, part)) {
      add_part(kind, list, scope, std::move(part), out);
    }
    return;
  }
  std::string_view rest;
  const std::string text = text_of(*list.value, scope);
  for (rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    Yaml item;
    item.text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool is_there = places_in(nullptr, out).by_key.contains(key_of(nullptr, item));
    if (!is_there && is_taken(*rule.field, item.text, *list.value, scope)) {
      out.items.push_back(std::move(item));
    }
  }
}

void ValueMaker::fill_list(const FieldRule& rule, const Scope& scope, Yaml& out) {
  const Step step(path_, rule.field->name);
  Yaml& items = field_of(out, rule.field->name, Yaml::Form::list);
  for (const ListRule& list : rule.list) {
    if (list.table == nullptr) {
      if (goes_on() && has_room(items, rule, scope)) add_entry(rule, list, scope, items);
      continue;
    }
    for (const SourceRow* row : rows_of(list, scope)) {
      const Scope inner{list.table, row, &scope};
      if (!goes_on() || !has_room(items, rule, inner)) break;
      add_entry(rule, list, inner, items);
    }
  }
}

void ValueMaker::fill_one(const FieldRule& rule, const Scope& scope, Yaml& out) {
  if (rule.field->many == Many::list) {
    fill_list(rule, scope, out);
  } else if (!rule.value) {
    const Step step(path_, rule.field->name);
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
