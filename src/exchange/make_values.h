// One row made into values, as a rule says, each held against the type of its field.
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "base/money.h"
#include "exchange/draft.h"
#include "exchange/id_words.h"
#include "exchange/mapping.h"

namespace brm {

class ValueMaker {
 public:
  ValueMaker(const Mapping& mapping, Currency currency, std::vector<RowFault>& faults)
      : mapping_(mapping), currency_(currency), faults_(faults) {}

  /// What is filled from now on is the record of this name.
  void begin(const std::string& record);
  /// False once so many entries were made of rows that it cannot be meant.
  bool goes_on();
  bool has_given_up() const { return entries_ > most_entries; }
  /// Those too that were said before.
  std::size_t faults_met() const { return faults_met_; }

  /// Empty where a column that it names is, or where there is a fault.
  std::string text_of(const Template& value, const Scope& scope);
  /// Whether the row is meant.
  bool holds(const std::optional<Template>& condition, const Scope& scope) {
    return !condition || !text_of(*condition, scope).empty();
  }
  /// Puts what the rules make of the row into `out`: a field that is there already keeps its value,
  /// and lists grow. `where` is said of a field with two values.
  void fill(const std::vector<FieldRule>& rules, const Scope& scope, Yaml& out);
  /// False where the id at the path, of a record or part by these rules, was made of other words by
  /// an earlier row: two things fell together.
  bool is_of_same_words(const std::vector<FieldRule>& rules, const Scope& scope);
  /// To be said once all records are made.
  void say_unmatched();
  /// What is wrong with a row; said once.
  void say(const Scope& scope, const std::string& column, const Failure& failure);

 private:
  /// Of the rows with one key.
  struct Matched {
    std::vector<const SourceRow*> rows;
    bool is_asked_for = false;
  };
  static constexpr std::size_t most_entries = 2'000'000;

  /// Where in a list what is, by what tells it apart.
  struct Places {
    std::unordered_map<std::string, std::size_t> by_key;
    std::size_t size = 0;  ///< So many of its items are in it.
    std::unordered_map<std::string, int> numbers;
  };

  /// Lengthens the path to what is being filled, as long as it lives.
  class Step {
   public:
    Step(std::string& path, std::string_view name);
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    ~Step() { path_.resize(size_); }

   private:
    std::string& path_;
    std::size_t size_;
  };

  std::string piece_of(const Piece& piece, const Template& value, const Scope& scope, bool is_last,
                       bool& is_empty);
  void fill_one(const FieldRule& rule, const Scope& scope, Yaml& out);
  void fill_list(const FieldRule& rule, const Scope& scope, Yaml& out);
  void add_entry(const FieldRule& rule, const ListRule& list, const Scope& scope, Yaml& out);
  /// Of the list at the path; of plain values without a kind.
  Places& places_in(const Kind* kind, const Yaml& list);
  void forget_places();
  Yaml part_of(const ListRule& list, const Scope& scope);
  void number(const Kind& kind, Yaml& part, const Yaml& list);
  /// Of those that the part cannot be without the first that the row, without a fault, does not
  /// make; null where there is none.
  const FieldRule* lacking_rule(const Yaml& part, const ListRule& list, const Scope& scope);
  void say_lacking(const Kind& kind, const FieldRule& rule, const Scope& scope);
  /// Whether the list may have one more; says so where it may not.
  bool has_room(const Yaml& list, const FieldRule& rule, const Scope& scope);
  void add_part(const Kind& kind, const ListRule& list, const Scope& scope, Yaml part, Yaml& out);
  void set(const FieldRule& rule, const Scope& scope, const std::string& text, Yaml& out);
  /// Whether its field takes it; says so where it does not.
  bool is_taken(const Field& field, const std::string& text, const Template& value,
                const Scope& scope);
  std::unordered_map<std::string, Matched>& matched_in(const ListRule& list);
  const std::vector<const SourceRow*>& rows_of(const ListRule& list, const Scope& scope);

  const Mapping& mapping_;
  Currency currency_;
  std::vector<RowFault>& faults_;
  FilterMemory memory_;
  std::size_t faults_met_ = 0;
  std::map<const ListRule*, std::unordered_map<std::string, Matched>> matched_;
  std::set<std::string> said_;
  std::string path_;
  std::map<std::string, Places> places_;  ///< By path.
  std::size_t entries_ = 0;
  IdWords id_words_;
  std::string slugged_;               ///< Of the value that was made last: what went into `slug`.
  const std::string* odd_ = nullptr;  ///< Of the value that is being made: how a column of it is.
};

}  // namespace brm
