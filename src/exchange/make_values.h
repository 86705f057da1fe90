// One row made into values, as a rule says, each held against the type of its field.
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "base/money.h"
#include "exchange/draft.h"
#include "exchange/mapping.h"

namespace brm {

class ValueMaker {
 public:
  ValueMaker(const Mapping& mapping, Currency currency, std::vector<RowFault>& faults)
      : mapping_(mapping), currency_(currency), faults_(faults) {}

  /// Empty where a column that it names is, or where there is a fault.
  std::string text_of(const Template& value, const Scope& scope);
  /// Whether the row is meant.
  bool holds(const std::optional<Template>& condition, const Scope& scope) {
    return !condition || !text_of(*condition, scope).empty();
  }
  /// Puts what the rules make of the row into `out`: a field that is there already keeps its value,
  /// and lists grow. `where` is said of a field with two values.
  void fill(const std::vector<FieldRule>& rules, const Scope& scope, Yaml& out);

 private:
  using Rows = std::vector<const SourceRow*>;

  std::string piece_of(const Piece& piece, const Template& value, const Scope& scope, bool is_last,
                       bool& is_empty);
  void fill_one(const FieldRule& rule, const Scope& scope, Yaml& out);
  void fill_list(const FieldRule& rule, const Scope& scope, Yaml& out);
  void add_entry(const FieldRule& rule, const ListRule& list, const Scope& scope, Yaml& out);
  static void number(Yaml& part, const Yaml& list);
  void add_part(const ListRule& list, const Scope& scope, Yaml part, Yaml& out);
  void set(const FieldRule& rule, const Scope& scope, const std::string& text, Yaml& out);
  /// Whether its field takes it; says so where it does not.
  bool is_taken(const Field& field, const std::string& text, const Template& value,
                const Scope& scope);
  const Rows& rows_of(const ListRule& list, const Scope& scope);
  void say(const Scope& scope, const std::string& column, const Failure& failure);

  const Mapping& mapping_;
  Currency currency_;
  std::vector<RowFault>& faults_;
  std::size_t faults_met_ = 0;  ///< Those too that were said before.
  std::map<const ListRule*, std::unordered_map<std::string, Rows>> matched_;
  std::set<std::string> said_;
};

}  // namespace brm
