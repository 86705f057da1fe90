#include "reports/handover_scope.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/folding.h"
#include "model/people_fields.h"

namespace brm::handover {
namespace {

bool can_name_person(const Field& field) {
  if (field.type != Type::ref) return false;
  const bool is_to_anything = field.to.empty();
  return is_to_anything || std::find(field.to.begin(), field.to.end(), "person") != field.to.end();
}

/// `executive sponsor`; of a part with what it is: `risk: managed by`, `member`.
std::string role_of(const Item& item, std::string_view field) {
  const bool says_nothing = field == "person" || field == "by";
  return plain_word(item.parent == nullptr ? std::string(field)
                    : says_nothing         ? std::string(item.kind->name)
                                           : fmt::format("{}: {}", item.kind->name, field));
}

/// Nothing of it is left to do, so that nobody has to take it over.
bool is_done(const Item& item, Date as_of) {
  const auto has_come = [&](const auto& date) { return date && date->value <= as_of; };
  for (const Item* at = &item; at != nullptr; at = at->parent) {
    if (at->kind == &kinds::agreement && at->find("final_status") != nullptr) return true;
    if (at->kind == &kinds::risk_action && has_come(Of<kinds::risk_action>(*at).get<"done_on">())) {
      return true;
    }
    if (at->kind == &kinds::promise && has_come(Of<kinds::promise>(*at).get<"met_on">())) {
      return true;
    }
    const bool is_risk = at->kind == &kinds::risk;
    if (is_risk && (Of<kinds::risk>(*at).is<"status", "closed">() ||
                    Of<kinds::risk>(*at).is<"status", "occurred">())) {
      return true;
    }
  }
  return false;
}

}  // namespace

Scope::Scope(const Assessment& assessed, const Item* leaving, const Where& where)
    : assessed_(assessed), leaving_(leaving), where_(where) {
  if (leaving_ == nullptr) return;
  for (const Item* record : assessed.portfolio().records()) {
    first_ = holdings_.size();
    names_others_ = false;
    if (record != leaving_) walk(*record);
    for (std::size_t i = first_; i < holdings_.size(); ++i) {
      holdings_[i].is_alone = !names_others_ && record->kind != &kinds::person;
    }
  }
}

bool Scope::concerns(const Item& item) const {
  const Item& record = item.record();
  if (record.kind == &kinds::initiative && !where_.holds(assessed_, record)) return false;
  return leaving_ == nullptr || naming_.contains(&item) || theirs_.contains(&record);
}

std::vector<const Item*> Scope::all(const Kind& kind) const {
  std::vector<const Item*> out;
  for (const Item* item : assessed_.portfolio().all(kind)) {
    if (concerns(*item)) out.push_back(item);
  }
  return out;
}

const std::vector<Clock>& Scope::clocks() const {
  if (!clocks_) clocks_ = clocks_of(assessed_);
  return *clocks_;
}

bool Scope::is_attended(const Item& item, const Field& field, std::string_view text) const {
  if (item.kind != &kinds::review || field.name != "attendees") return false;
  const Value* title = leaving_->find("title");
  return text == leaving_->id() || (title != nullptr && text == title->as_text());
}

void Scope::walk(const Item& item) {
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    const auto values = field.many == Many::list ? value.as_list() : std::span(&value, 1);
    for (const Value& one : values) {
      if (field.type == Type::part) {
        walk(*one.item);
      } else if (can_name_person(field)) {
        if (one.as_text() == leaving_->id()) {
          if (!is_done(item, assessed_.as_of())) add(item, field.name);
        } else {
          const Item* other = assessed_.portfolio().find_record(one.as_text());
          names_others_ = names_others_ || (other != nullptr && other->kind == &kinds::person);
        }
      } else if (field.type == Type::line && is_attended(item, field, one.as_text())) {
        add(item, "attendee");
      }
    }
  }
}

void Scope::add(const Item& item, std::string_view field) {
  for (const Item* at = &item; at != nullptr; at = at->parent) naming_.insert(at);
  // Who sits in a body sits over all that comes before it.
  const Item& record = item.record();
  if (&record == &item || record.kind == &kinds::body) theirs_.insert(&record);
  const std::string role = role_of(item, field);
  for (std::size_t i = first_; i < holdings_.size(); ++i) {
    if (holdings_[i].role == role) return holdings_[i].things.push_back(&item);
  }
  holdings_.push_back({&record, role, {&item}, false});
}

}  // namespace brm::handover
