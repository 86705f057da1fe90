#include "reports/governance_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm::governance_tables {
namespace {

std::string what_of(const Decision& decision) {
  const Of<kinds::decision> of(*decision.item);
  return std::string(of.has<"what">() ? of.text<"what">() : decision.item->id());
}

/// What is wrong with the body, in one sentence.
std::string reason_of(const Body& body, const Assessment& assessed) {
  const Date as_of = assessed.as_of();
  const auto days_since = [&](Date day) {
    return counted(static_cast<std::size_t>(as_of - day), "day");
  };
  std::vector<std::string> reasons;
  if (body.silence && !body.silence->since) {
    reasons.emplace_back("no meeting is on record, held or planned");
  } else if (body.silence) {
    reasons.push_back(fmt::format(
        "{} {} ago, and it is to meet {}",
        body.silence->has_met ? "met last" : "never met; its charter dates from",
        days_since(*body.silence->since), Of<kinds::body>(*body.item).text<"cadence">()));
  }
  if (const auto& day = body.meetings.not_said) {
    reasons.push_back(fmt::format("whether it met on {} is not said (`held`)", to_text(*day)));
  }
  if (body.charter.is_overdue(as_of)) {
    reasons.push_back(fmt::format(
        "the review of its charter was due {} ago, {}", days_since(body.charter.due->due),
        body.charter.due->since ? "by the age of its newest version" : "as `review_by` says"));
  }
  if (body.charter.versions == 0) reasons.emplace_back("no charter in force is on record");
  return fmt::format("{}", fmt::join(reasons, "; "));
}

/// Those that do not meet first, then overdue charters, then the fewest held of planned.
int urgency(const Body& body, Date as_of) {
  if (body.silence) return 0;
  if (body.charter.is_overdue(as_of)) return 1;
  return body.meetings.held < body.meetings.planned ? 2 : 3;
}

/// Of the chosen bodies; a decision or a right in another one is none of theirs.
bool is_chosen(const Governance& found, const Item& part) {
  return found.chosen.contains(&part.record());
}

bool is_chosen(const Governance& found, const DecisionType& type) {
  const auto chosen = [&](const Item* part) { return is_chosen(found, *part); };
  return std::any_of(type.rights.begin(), type.rights.end(), chosen) ||
         std::any_of(type.decisions.begin(), type.decisions.end(), chosen);
}

/// How many were brought up by the day.
std::size_t count_decisions(const DecisionType& type, Date as_of) {
  return static_cast<std::size_t>(
      std::count_if(type.decisions.begin(), type.decisions.end(), [&](const Item* item) {
        return find_decision(Of<kinds::decision>(*item), as_of).has_value();
      }));
}

std::string deciders_of(const DecisionType& type) {
  const std::vector<std::string_view> names(type.deciders.begin(), type.deciders.end());
  return names.empty() ? "nobody" : join_and(names);
}

std::vector<Decision> sorted(const Governance& found, bool is_open) {
  std::vector<Decision> out;
  for (const Decision& decision : found.decisions) {
    if (decision.is_open == is_open) out.push_back(decision);
  }
  std::stable_sort(out.begin(), out.end(), [](const Decision& a, const Decision& b) {
    return a.days.value_or(-1) > b.days.value_or(-1);
  });
  return out;
}

}  // namespace

std::size_t count_not_one(const Governance& found) {
  return static_cast<std::size_t>(std::count_if(
      found.rights.types().begin(), found.rights.types().end(),
      [&](const DecisionType& type) { return !type.has_one_decider() && is_chosen(found, type); }));
}

Table bodies(const Governance& found) {
  const Date as_of = found.assessed.as_of();
  Table table{"bodies",
              "",
              {column("held", "held", Holds::whole), column("planned", "planned", Holds::whole),
               column("title", "body", Holds::text, Room::shrink), column("cadence", "cadence"),
               column("last_held", "last met", Holds::date), column("next", "next", Holds::date),
               column("charter", "charter"), column("charter_due", "review due", Holds::date),
               column("reason", "reason", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("idle", "idle", Holds::boolean, Room::data),
               column("charter_overdue", "charter overdue", Holds::boolean, Room::data)},
              {},
              "No body is recorded. Record who decides with "
              "`kind: body`."};
  Bodies order = found.bodies;
  std::stable_sort(order.begin(), order.end(), [&](const Body& a, const Body& b) {
    return urgency(a, as_of) < urgency(b, as_of);
  });
  for (const Body& body : order) {
    const bool is_overdue = body.charter.is_overdue(as_of);
    const Span place = is_overdue && !body.silence ? body.charter.due->place : body.item->place();
    table.rows.push_back(
        {cell(body.meetings.held),
         cell(body.meetings.planned),
         cell(std::string(title_of(*body.item)), Tone::strong),
         cell(std::string(Of<kinds::body>(*body.item).text<"cadence">())),
         {date_cell(body.meetings.last_held).value, body.silence ? Tone::bad : Tone::plain},
         date_cell(body.meetings.next),
         cell(std::string(body.charter.version)),
         body.charter.due ? Cell{body.charter.due->due, is_overdue ? Tone::doubtful : Tone::plain}
                          : Cell{},
         cell(reason_of(body, found.assessed)),
         place_cell(found.assessed.portfolio(), place),
         cell(std::string(body.item->id())),
         {body.silence.has_value(), Tone::plain},
         {is_overdue, Tone::plain}});
  }
  return table;
}

Table open_decisions(const Governance& found) {
  Table table{"open",
              "",
              {column("days", "days", Holds::whole), column("opened", "opened", Holds::date),
               column("what", "decision", Holds::text, Room::shrink), column("body", "body"),
               column("type", "type", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              found.bodies.empty() ? "" : "No question waits before a body."};
  for (const Decision& decision : sorted(found, true)) {
    table.rows.push_back({days_cell(decision.days), date_cell(decision.opened),
                          cell(what_of(decision), Tone::strong),
                          cell(std::string(decision.body->id())),
                          cell(std::string(Of<kinds::decision>(*decision.item).text<"type">())),
                          place_cell(found.assessed.portfolio(), decision.item->place()),
                          cell(address_of(*decision.item))});
  }
  return table;
}

Table decided(const Governance& found) {
  Table table{"decided",
              "",
              {column("days", "days", Holds::whole), column("decided", "decided", Holds::date),
               column("status", "status"), column("what", "decision", Holds::text, Room::shrink),
               column("body", "body"), column("opened", "opened", Holds::date, Room::data),
               column("type", "type", Holds::text, Room::data),
               column("id", "id", Holds::text, Room::data)},
              {},
              ""};
  for (const Decision& decision : sorted(found, false)) {
    const Of<kinds::decision> of(*decision.item);
    table.rows.push_back({days_cell(decision.days), date_cell(decision.decided),
                          cell(std::string(of.text<"status">())), cell(what_of(decision)),
                          cell(std::string(decision.body->id())), date_cell(decision.opened),
                          cell(std::string(of.text<"type">())), cell(address_of(*decision.item))});
  }
  return table;
}

Table types(const Governance& found) {
  Table table{"types",
              "",
              {column("deciders", "deciders", Holds::whole),
               column("type", "sort of decision", Holds::text, Room::shrink),
               column("decide", "decided by", Holds::text, Room::shrink),
               column("decisions", "on record", Holds::whole)},
              {},
              found.bodies.empty() ? "" : "No body says which sorts of decision it takes."};
  std::vector<const DecisionType*> order;
  for (const DecisionType& type : found.rights.types()) {
    if (is_chosen(found, type)) order.push_back(&type);
  }
  std::stable_sort(order.begin(), order.end(), [](const DecisionType* a, const DecisionType* b) {
    return !a->has_one_decider() && b->has_one_decider();
  });
  for (const DecisionType* type : order) {
    const Tone tone = type->has_one_decider() ? Tone::plain : Tone::bad;
    table.rows.push_back(
        {cell(type->deciders.size(), tone), cell(std::string(type->name), Tone::strong),
         cell(deciders_of(*type), tone), cell(count_decisions(*type, found.assessed.as_of()))});
  }
  return table;
}

Table without_right(const Governance& found) {
  Table table{"without_right",
              "",
              {column("body", "body"), column("what", "decision", Holds::text, Room::shrink),
               column("decide", "the right is with", Holds::text, Room::shrink),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              found.bodies.empty() ? "" : "No body took a decision that is another one's to take."};
  for (const Decision& decision : found.decisions) {
    const auto type = Of<kinds::decision>(*decision.item).text<"type">();
    const DecisionType* sort = found.rights.find(type);
    if (sort == nullptr || !was_taken(*decision.item, found.assessed.as_of())) continue;
    if (found.rights.may_decide(*decision.body, *sort)) continue;
    table.rows.push_back({cell(std::string(decision.body->id()), Tone::bad),
                          cell(what_of(decision), Tone::strong), cell(deciders_of(*sort)),
                          place_cell(found.assessed.portfolio(), decision.item->place()),
                          cell(address_of(*decision.item))});
  }
  return table;
}

Table charters(const Governance& found) {
  Table table{"charters",
              "",
              {column("date", "date", Holds::date), column("version", "version"),
               column("title", "body", Holds::text, Room::shrink),
               column("changes", "what changed", Holds::text, Room::shrink),
               column("because", "because", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              ""};
  for (const Body& body : found.bodies) {
    for (const auto charter : Of<kinds::body>(*body.item).get<"charter">()) {
      const auto date = charter.get<"date">();
      if (!date || date->value > found.assessed.as_of()) continue;
      table.rows.push_back({date_cell(date->value), cell(std::string(charter.text<"version">())),
                            cell(std::string(title_of(*body.item)), Tone::strong),
                            prose_cell(charter.text<"changes">()),
                            prose_cell(charter.text<"because">()),
                            cell(std::string(body.item->id()))});
    }
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    return std::get<Date>(b.front().value) < std::get<Date>(a.front().value);
  });
  return table;
}

}  // namespace brm::governance_tables
