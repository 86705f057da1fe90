#include "rules/duties.h"

#include <fmt/format.h>

#include "base/folding.h"
#include "model/agreement_fields.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "model/risk_fields.h"
#include "model/status.h"

namespace brm::rules {
namespace {

struct Duty {
  const Kind* kind;  ///< Null: of every kind.
  std::string_view field;
};

constexpr Duty duties[] = {
    {nullptr, "owner"},
    {&kinds::relationship, "manager"},
    {&kinds::relationship, "executive_sponsor"},
    {&kinds::contact, "person"},
    {&kinds::agreement, "administrator"},
    {&kinds::agreement, "business_owner"},
    {&kinds::risk, "managed_by"},
    {&kinds::risk_action, "by"},
    {&kinds::body, "chair"},
    {&kinds::member, "person"},
    {&kinds::cio, "holder"},
    {&kinds::person, "backup"},
};

bool is_past(const Value* date, Date as_of) { return date != nullptr && date->as_date() < as_of; }

/// Nothing is left to do about it; the fields are asked by name, for an outline holds them.
bool is_done(const Item& item, Date as_of) {
  if (item.kind == &kinds::agreement) return item.find("final_status") != nullptr;
  if (item.kind == &kinds::risk_action) return is_past(item.find("done_on"), {as_of.days + 1});
  if (item.kind == &kinds::goal) return is_past(item.find("until"), as_of);
  if (item.kind == &kinds::person) return is_past(item.find("leaves_on"), as_of);
  if (item.kind == &kinds::relationship) return is_ended(Of<kinds::relationship>(item), as_of);
  if (item.kind == &kinds::initiative) return is_over(Of<kinds::initiative>(item), as_of);
  if (item.kind != &kinds::risk) return false;
  const Of<kinds::risk> risk(item);
  return risk.is<"status", "closed">() || risk.is<"status", "occurred">();
}

}  // namespace

bool is_duty(const Reference& reference, Date as_of) {
  const bool is_named = std::any_of(std::begin(duties), std::end(duties), [&](const Duty& duty) {
    const bool is_of_kind = duty.kind == nullptr || duty.kind == reference.item.kind;
    return is_of_kind && duty.field == reference.field.name;
  });
  if (!is_named) return false;
  for (const Item* at = &reference.item; at != nullptr; at = at->parent) {
    if (is_done(*at, as_of)) return false;
  }
  return true;
}

Departures::Departures(const Portfolio& portfolio) {
  for (const Item* person : portfolio.all(kinds::person)) {
    const auto day = Of<kinds::person>(*person).get<"leaves_on">();
    if (day) days_.emplace(person->id(), *day);
  }
}

const Located<Date>* Departures::of(std::string_view person) const {
  const auto found = days_.find(person);
  return found == days_.end() ? nullptr : &found->second;
}

std::string duty_words(const Reference& reference) {
  const std::string field = plain_word(reference.field.name);
  if (reference.item.kind == &kinds::contact) return "a contact";
  if (reference.item.kind == &kinds::member) return "a member";
  if (reference.item.kind == &kinds::cio) return "the CIO";
  if (reference.item.parent == nullptr) return "the " + field;
  const std::string kind = with_article(plain_word(reference.item.kind->name));
  if (reference.item.kind == &kinds::risk_action) return "who does " + kind;
  if (reference.item.kind == &kinds::risk) return "who manages " + kind;
  return fmt::format("the {} of {}", field, kind);
}

}  // namespace brm::rules
