// What can be asked of a record or part by name: its stored fields, and what is computed of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// An answer to one name; empty when there is nothing to say.
using Fact = std::variant<std::monostate, bool, std::string, Decimal, Date, Money>;

/// How people read it: dates as YYYY-MM-DD, yes or no, money with its code; empty for nothing.
std::string to_text(const Fact& fact);

// Answers of one sort each; empty for an empty text and a day that is not there.
Fact text_fact(std::string_view text);
Fact whole_fact(std::int64_t number);
Fact count_fact(std::size_t count);
Fact date_fact(const std::optional<Date>& date);

/// A stored value as an answer.
Fact stored_fact(const Field& field, const Value& value);

/// A computed field: `verdict` of an outcome. Each is one row of one table (facts.cpp).
struct ComputedField {
  std::string_view kind;  ///< Empty: of every kind.
  std::string_view name;
  Type type;    ///< choice, date, number, whole, boolean, line
  Words words;  ///< Of a choice.
  std::string_view meaning;
  Fact (*compute)(const Assessment& assessed, const Item& item);
};

std::span<const ComputedField> computed_fields();
bool is_of(const ComputedField& field, const Kind& kind);

/// A name bound to a kind, ready to be asked of each item of that kind.
class Question {
 public:
  /// `name`: a computed field, a stored one, or a path of stored ones such as `target.date`. Empty
  /// when `kind` has no such name.
  static std::optional<Question> find(const Kind& kind, std::string_view name);

  Type type() const { return type_; }
  Words words() const { return words_; }
  /// Whether a list is on the way, so that there may be several answers.
  bool has_several() const { return has_several_; }
  /// One answer, or those of every element on the way: `parties.relationship` has several.
  std::vector<Fact> ask(const Assessment& assessed, const Item& item) const;

 private:
  const ComputedField* computed_ = nullptr;
  std::vector<std::size_t> path_;  // field indexes
  Type type_ = Type::line;
  Words words_;
  bool has_several_ = false;
};

/// Every name that `Question::find` knows for this kind without a path, computed ones first.
std::vector<std::string_view> names_of(const Kind& kind);

/// What `path` may have been meant to be: for `target.dat` the paths below `target`.
std::vector<std::string> names_near(const Kind& kind, std::string_view path);

}  // namespace brm
