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
    const std::vector<FieldRule> id{
        *std::find_if(rule.fields.begin(), rule.fields.end(),
                      [](const FieldRule& each) { return each.field->name == "id"; })};
    if (rule.table == nullptr) {
      make_one(rule, id, {});
      return;
    }
    for (const SourceRow& row : rule.table->rows) {
      if (!values_.goes_on()) break;
      make_one(rule, id, {rule.table, &row, nullptr});
    }
  }
  /// Of a mapping that makes more than anybody means nothing is made.
  void finish() {
    if (!values_.has_given_up()) return values_.say_unmatched();
    out_.records.clear();
    out_.faults = {{"", 0, "", "the mapping makes more than 2,000,000 entries of its rows",
                    "say which rows are meant, with `match` or `if`"}};
  }

 private:
  void make_one(const RecordRule& rule, const std::vector<FieldRule>& id_rule, const Scope& scope) {
    if (!values_.holds(rule.condition, scope)) return;
    const std::size_t known_faults = values_.faults_met();
    Yaml id;
    values_.fill(id_rule, scope, id);
    if (id.empty()) {
      if (values_.faults_met() == known_faults && scope.row != nullptr) {
        values_.say(scope, id_rule.front().value ? id_rule.front().value->column : "",
                    {"the row makes no id, so it is left out",
                     "fill the column, or pass such rows over with `if`"});
      }
      return;
    }
    const std::string own_id(id.text_of("id"));
    values_.begin(fmt::format("{} {}", rule.kind->name, own_id));
    if (!values_.is_of_same_words(rule.fields, scope)) return;
    RecordDraft& draft = draft_of(rule, own_id);
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
  maker.finish();
  return out;
}

}  // namespace brm
