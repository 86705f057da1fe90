// Who takes part in what: the matrix of parties and initiatives, and what it leaves open.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "assess/lesson.h"
#include "base/spelling.h"
#include "base/text.h"
#include "model/status.h"
#include "reports/relationship_tables.h"
#include "reports/words.h"

namespace brm::relationship_tables {
namespace {

/// So many columns of letters stand on a page beside a name.
constexpr std::size_t most_drawn = 16;

using Initiatives = std::vector<const Item*>;

/// The letters of one party's roles, by the initiative's place in the list.
using Roles = std::map<std::size_t, std::string>;

char letter_of(std::string_view role) { return static_cast<char>(role.front() - 'a' + 'A'); }

std::map<std::string_view, Roles> roles_by_party(const Initiatives& initiatives) {
  std::map<std::string_view, Roles> out;
  for (std::size_t i = 0; i < initiatives.size(); ++i) {
    for (const auto party : Of<kinds::initiative>(*initiatives[i]).get<"parties">()) {
      const std::string_view role = party.text<"role">();
      if (role.empty()) continue;
      std::string& letters = out[party.text<"relationship">()][i];
      if (letters.find(letter_of(role)) == std::string::npos) letters += letter_of(role);
    }
  }
  return out;
}

std::size_t widest(const std::map<std::string_view, Roles>& parties) {
  std::size_t width = 2;  // of a number at the head
  for (const auto& [party, roles] : parties) {
    for (const auto& [place, letters] : roles) width = std::max(width, letters.size());
  }
  return width;
}

std::string heads(std::size_t count, std::size_t width) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += padded(std::to_string(i + 1), width + 1);
  return out;
}

std::string drawn(const Roles& roles, std::size_t count, std::size_t width) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto found = roles.find(i);
    out += padded(found == roles.end() ? "·" : found->second, width + 1);
  }
  return out.substr(0, out.find_last_not_of(' ') + 1);
}

/// `claims-renewal S B, one-sign-in B`
std::string listed(const Roles& roles, const Initiatives& initiatives) {
  std::vector<std::string> parts;
  for (const auto& [place, letters] : roles) {
    parts.push_back(fmt::format("{} {}", initiatives[place]->id(), letters));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string status_of(const Item& initiative, Date as_of) {
  return std::string(status_on(Of<kinds::initiative>(initiative), as_of));
}

}  // namespace

bool is_drawn(const Assessment& assessed) {
  return assessed.portfolio().all(kinds::initiative).size() <= most_drawn;
}

Table matrix(const Assessment& assessed, const Rows& rows) {
  const Initiatives& initiatives = assessed.portfolio().all(kinds::initiative);
  const auto parties = roles_by_party(initiatives);
  const bool draws = is_drawn(assessed);
  const std::size_t width = widest(parties);
  Table table{
      "matrix",
      "",
      {column("title", "party", Holds::text, Room::shrink),
       column("roles", draws ? heads(initiatives.size(), width) : "", Holds::text, Room::picture),
       column("initiatives", "in", Holds::whole),
       column("takes_part_in", "takes part in", Holds::text, draws ? Room::data : Room::below),
       column("id", "id", Holds::text, Room::data)},
      {},
      "No initiative names a party."};
  std::vector<std::pair<const PartyRow*, const Roles*>> found;
  for (const PartyRow& row : rows) {
    const auto roles = parties.find(row.item->id());
    if (roles == parties.end()) continue;
    if (draws || roles->second.size() > 1) found.emplace_back(&row, &roles->second);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.second->size() > b.second->size();
  });
  for (const auto& [row, roles] : found) {
    table.rows.push_back({cell(std::string(title_of(*row->item)), Tone::strong),
                          draws ? cell(drawn(*roles, initiatives.size(), width)) : Cell{},
                          cell(roles->size()), cell(listed(*roles, initiatives)),
                          cell(std::string(row->item->id()))});
  }
  if (found.empty() && !parties.empty()) table.if_empty = "No party is in several initiatives.";
  return table;
}

Table legend(const Assessment& assessed) {
  Table table{"initiatives",
              "",
              {column("number", "#", Holds::whole), column("id", "initiative"),
               column("status", "status"), column("title", "title", Holds::text, Room::shrink)},
              {},
              ""};
  std::size_t number = 0;
  for (const Item* initiative : assessed.portfolio().all(kinds::initiative)) {
    table.rows.push_back({cell(++number), cell(std::string(initiative->id())),
                          cell(status_of(*initiative, assessed.as_of())),
                          cell(std::string(title_of(*initiative)))});
  }
  return table;
}

Table single_party(const Assessment& assessed) {
  Table table{
      "single_party",
      "",
      {column("id", "initiative"), column("status", "status"), column("party", "its only party"),
       column("title", "title", Holds::text, Room::shrink)},
      {},
      "Every live initiative has two parties or more."};
  for (const Item* initiative : assessed.portfolio().all(kinds::initiative)) {
    if (is_over(*initiative, assessed.as_of())) continue;
    std::vector<std::string_view> parties;
    for (const auto party : Of<kinds::initiative>(*initiative).get<"parties">()) {
      const std::string_view id = party.text<"relationship">();
      if (std::find(parties.begin(), parties.end(), id) == parties.end()) parties.push_back(id);
    }
    if (parties.size() != 1) continue;
    table.rows.push_back(
        {cell(std::string(initiative->id())), cell(status_of(*initiative, assessed.as_of())),
         cell(std::string(parties.front())), cell(std::string(title_of(*initiative)))});
  }
  return table;
}

Table outlived(const Assessment& assessed) {
  Table table{"outlived",
              "",
              {column("party", "party"), column("failed", "failed work"), column("how", "how"),
               column("carried_over", "carried over", Holds::text, Room::below),
               column("goes_on_in", "goes on in", Holds::text, Room::below)},
              {},
              "No work was stopped, or ended with an outcome missed."};
  const Date as_of = assessed.as_of();
  const Initiatives& initiatives = assessed.portfolio().all(kinds::initiative);
  const auto parties = roles_by_party(initiatives);
  for (const Item* item : initiatives) {
    const Of<kinds::initiative> initiative(*item);
    const bool was_stopped = is_stopped(initiative, as_of);
    const bool has_missed = initiative.is<"status", "completed">() &&
                            assessed.initiative(*item).verdict == Verdict::missed;
    if (!was_stopped && !has_missed) continue;
    std::vector<std::string> carried;
    const auto stopped = initiative.get<"stopped">();
    if (stopped && stopped->has<"successor">()) {
      carried.push_back(fmt::format("the work goes on as {}", stopped->text<"successor">()));
    }
    std::size_t lessons = 0;
    std::vector<std::string_view> where;
    for (const auto lesson : initiative.get<"lessons">()) {
      if (!use_of(lesson, as_of).is_known) continue;
      ++lessons;
      for (const auto use : lesson.get<"applied_in">()) {
        if (!is_applied_by(use, as_of)) continue;
        const std::string_view ref = use.text<"ref">();
        if (!ref.empty() && std::find(where.begin(), where.end(), ref) == where.end()) {
          where.push_back(ref);
        }
      }
    }
    if (lessons > 0) {
      carried.push_back(where.empty() ? counted(lessons, "lesson") + ", not yet applied"
                                      : fmt::format("{}, applied in {}", counted(lessons, "lesson"),
                                                    join_and(where)));
    }
    for (const auto& [party, roles] : parties) {
      const Item* record = assessed.portfolio().find_record(party);
      const bool took_part = roles.contains(static_cast<std::size_t>(
          std::find(initiatives.begin(), initiatives.end(), item) - initiatives.begin()));
      if (!took_part || record == nullptr || record->kind != &kinds::relationship) continue;
      if (is_over(*record, as_of)) continue;
      std::vector<std::string_view> live;
      for (const auto& [place, letters] : roles) {
        if (!is_over(*initiatives[place], as_of)) live.push_back(initiatives[place]->id());
      }
      table.rows.push_back(
          {cell(std::string(party), Tone::strong), cell(std::string(item->id())),
           cell(was_stopped ? "stopped" : "an outcome missed"),
           cell(carried.empty() ? "no lesson of it is on record"
                                : fmt::format("{}", fmt::join(carried, "; "))),
           cell(live.empty() ? "together in nothing else now" : "together in " + join_and(live))});
    }
  }
  return table;
}

}  // namespace brm::relationship_tables
