// Every place where a record names another one, and what can be said of such a name.
#pragma once

#include <unordered_set>

#include "rules/walk.h"

namespace brm::rules {

/// A field that names a record or part: `manager: jane-doe`.
struct Reference {
  const Item& item;  ///< Whose field it is.
  const Field& field;
  const Value& value;

  std::string_view text() const { return value.as_text(); }
  /// `elig-portal` of `elig-portal/decision-days`.
  std::string_view record_id() const { return text().substr(0, text().find('/')); }
  bool names_part() const { return text().find('/') != std::string_view::npos; }
  Span place() const { return item.span_of(value); }
  bool may_name(std::string_view kind) const {
    return field.to.empty() || std::find(field.to.begin(), field.to.end(), kind) != field.to.end();
  }
  /// Not where anything at all may be named.
  bool may_name_person() const { return !field.to.empty() && may_name("person"); }
  bool names_only_people() const { return field.to.size() == 1 && may_name_person(); }
};

/// Calls `visit(reference)` for each, in the order they were written.
template <class Visit>
void for_each_reference(const Item& record, const Visit& visit) {
  for_each_item(record, [&](const Item& item) {
    for (const Value& value : item.fields()) {
      const Field& field = item.kind->field(value.field);
      if (field.type != Type::ref) continue;
      for (const Value& element : elements_of(item, value)) {
        visit(Reference{item, field, element});
      }
    }
  });
}

template <class Visit>
void for_each_reference(const Portfolio& portfolio, const Visit& visit) {
  for (const Item* record : portfolio.records()) for_each_reference(*record, visit);
}

/// Files that hold no record, or one without an id, because of a fault that was found in them: a
/// reference to what they hold is no fault of its own.
class UnreadFiles {
 public:
  explicit UnreadFiles(const Portfolio& portfolio);
  bool may_hold(const Reference& reference) const;

 private:
  std::unordered_set<std::string_view> stems_;
  bool is_office_unread_ = false;
};

/// How other records name this one: its id, that of a goal, or `record/part`.
std::string address_of(const Item& item);

/// `a person or body`; `to` is not empty.
std::string one_of_kinds(Words to);

/// `an initiative`
std::string with_article(std::string_view kind);

}  // namespace brm::rules
