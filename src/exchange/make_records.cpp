#include "exchange/make_records.h"

#include <fmt/format.h>

#include <unordered_map>

#include "exchange/make_values.h"

namespace brm {
namespace {

class RecordMaker {
 public:
  RecordMaker(const Mapping& mapping, Currency currency, MadeRecords& out)
      : values_(mapping, currency, out.faults), out_(out) {}

  void make(const RecordRule& rule) {
    if (rule.table == nullptr) {
      make_one(rule, {});
      return;
    }
    for (const SourceRow& row : rule.table->rows) make_one(rule, {rule.table, &row, nullptr});
  }

 private:
  void make_one(const RecordRule& rule, const Scope& scope) {
    if (!values_.holds(rule.condition, scope)) return;
    const auto id_rule =
        std::find_if(rule.fields.begin(), rule.fields.end(),
                     [](const FieldRule& each) { return each.field->name == "id"; });
    const std::size_t known_faults = out_.faults.size();
    Yaml id;
    values_.fill({*id_rule}, scope, id);
    if (id.empty()) {
      if (out_.faults.size() == known_faults && scope.row != nullptr) {
        out_.faults.push_back({scope.table->path, scope.row->number,
                               id_rule->value ? id_rule->value->column : "",
                               "the row makes no id, so it is left out",
                               "fill the column, or pass such rows over with `if`"});
      }
      return;
    }
    RecordDraft& draft = draft_of(rule, std::string(id.text_of("id")));
    values_.fill(rule.fields, scope, draft.fields);
  }

  RecordDraft& draft_of(const RecordRule& rule, const std::string& id) {
    const auto [found, is_new] =
        places_.try_emplace(fmt::format("{} {}", rule.kind->name, id), out_.records.size());
    if (is_new) {
      Yaml fields;
      fields.form = Yaml::Form::map;
      Yaml kind;
      kind.text = rule.kind->name;
      Yaml own_id;
      own_id.text = id;
      fields.fields.emplace_back("kind", std::move(kind));
      fields.fields.emplace_back("id", std::move(own_id));
      out_.records.push_back({rule.kind, rule.folder, std::move(fields)});
    }
    return out_.records[found->second];
  }

  ValueMaker values_;
  MadeRecords& out_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

MadeRecords make_records(const Mapping& mapping, Currency office_currency) {
  MadeRecords out;
  RecordMaker maker(mapping, office_currency, out);
  for (const RecordRule& rule : mapping.rules) maker.make(rule);
  return out;
}

}  // namespace brm
