#include "reports/practice_calls.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/decision_rights.h"
#include "assess/governance.h"
#include "base/folding.h"
#include "base/spelling.h"
#include "model/status.h"
#include "reports/words.h"

namespace brm::practice_calls {
namespace {

/// `decision-days on_track`, of each outcome of the practice.
std::string verdict_list(const Assessment& assessed, const std::vector<const Item*>& outcomes) {
  std::vector<std::string> words;
  for (const Item* outcome : outcomes) {
    words.push_back(fmt::format("{} is {}", address_of(*outcome),
                                plain_word(to_text(assessed.outcome(*outcome).verdict))));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

std::vector<std::string> case_lacks(const PracticeCase& found) {
  std::vector<std::string> lacks;
  if (found.alternatives < 2) {
    lacks.emplace_back(found.alternatives == 0 ? "two alternatives or more"
                                               : "a second alternative");
  }
  if (!found.weighs_doing_nothing) lacks.emplace_back("the alternative to do nothing");
  if (!found.has_decider) lacks.emplace_back("who decided it");
  if (!found.decided_on) lacks.emplace_back("the day it was decided");
  if (found.outcomes.empty()) lacks.emplace_back("outcomes of the practice itself");
  if (found.measured < found.outcomes.size()) {
    lacks.push_back(fmt::format("measurements to judge {}",
                                counted(found.outcomes.size() - found.measured, "outcome")));
  }
  return lacks;
}

std::string case_state(const PracticeCase& found) {
  if (!found.decided_on || !found.has_decider) return "written, not decided";
  if (found.outcomes.empty()) return "decided, without outcomes of its own";
  if (found.measured == 0) return "decided, its outcomes not measured";
  return found.measured < found.outcomes.size() ? "decided, its outcomes partly measured"
                                                : "decided, its outcomes measured";
}

std::size_t count_full(const std::vector<Coverage>& found) {
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [](const Coverage& each) { return each.is_full(); }));
}

/// `naomi-feld (crm) 4`
std::string holders_of(const RoleMap& found) {
  std::vector<std::string> words;
  for (const RoleHolder& holder : found.holders) {
    if (holder.practice.empty()) continue;
    words.push_back(fmt::format("{} from {} manages {}", title_of(*holder.person), holder.practice,
                                holder.relationships.size()));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string names_of(const std::vector<const Item*>& items) {
  constexpr std::size_t most = 5;
  std::vector<std::string> names;
  for (const Item* item : items) {
    if (names.size() < most) names.push_back(std::string(title_of(*item)));
  }
  std::string out = fmt::format("{}", fmt::join(names, ", "));
  if (items.size() > most) out += fmt::format(" and {} more", items.size() - most);
  return out;
}

/// With a full stop, once: `Larkfield Systems, Inc.` has its own.
std::string sentence(std::string text) {
  if (!text.ends_with('.')) text += '.';
  return text;
}

std::string gapless_words(std::size_t ahead) {
  if (ahead == 0) return "the first of them has a gap";
  if (ahead == 1) return "the first of them has no gap";
  return fmt::format("the first {} of them have no gap", ahead);
}

}  // namespace

Call business_case(const Assessment& assessed, const PracticeCase& found) {
  Call call{"business_case", "1 Business case", "", Tone::bad, "", {}, ""};
  if (found.item == nullptr) {
    call.state = "none on record";
    call.lacks = {"`business_case` in brm.yaml"};
    call.next =
        "Write down the problem, two or more alternatives (one: do nothing), and who decides.";
    return call;
  }
  call.state = case_state(found);
  call.lacks = case_lacks(found);
  call.tone = call.lacks.empty() ? Tone::good : Tone::doubtful;
  call.on_record = fmt::format(
      "{}{}{}", counted(found.alternatives, "alternative"),
      found.weighs_doing_nothing ? ", one of them to do nothing" : "",
      found.decided_on ? fmt::format("; decided on {}", to_text(*found.decided_on)) : "");
  if (!found.outcomes.empty()) {
    call.on_record += fmt::format("; {}", verdict_list(assessed, found.outcomes));
  }
  const auto bad =
      std::find_if(found.outcomes.begin(), found.outcomes.end(), [&](const Item* each) {
        return words_of(assessed.outcome(*each).verdict).mood != Mood::good;
      });
  if (!call.lacks.empty()) {
    call.next = fmt::format("Add {} to `business_case` in brm.yaml.", call.lacks.front());
    if (found.measured < found.outcomes.size() && call.lacks.size() == 1) {
      call.next = "Measure the outcomes of the practice itself.";
    }
  } else if (bad != found.outcomes.end()) {
    call.next = fmt::format("Look at {}: the practice is judged by it.", address_of(**bad));
  }
  return call;
}

Call stakeholders(const StakeholderMap& found) {
  Call call{"stakeholders", "2 Stakeholders", "", Tone::bad, "", {}, ""};
  call.on_record =
      fmt::format("{} in {} of {}, {} less engaged than needed, {} of them with an action",
                  counted(found.stakeholders, "stakeholder"), found.mapped,
                  counted(found.relationships, "active relationship"), found.gaps,
                  found.gaps - found.unanswered.size());
  const std::size_t unmapped = found.relationships - found.mapped;
  if (found.stakeholders == 0) {
    call.state = "nobody mapped";
    call.on_record.clear();
  } else if (!found.unanswered.empty()) {
    call.state =
        unmapped > 0 ? "partly mapped, gaps without an action" : "mapped, gaps without an action";
    call.tone = Tone::doubtful;
  } else {
    call.state = unmapped > 0 ? "partly mapped, every gap with an action"
                              : "mapped, every gap with an action";
    if (found.gaps == 0) call.state = unmapped > 0 ? "partly mapped, no gap" : "mapped, no gap";
    call.tone = unmapped > 0 ? Tone::doubtful : Tone::good;
  }
  if (unmapped > 0) {
    call.lacks.push_back(
        fmt::format("stakeholders of {}", counted(unmapped, "active relationship")));
    call.next = sentence(
        fmt::format("Write down the `stakeholders` of {}", title_of(*found.first_unmapped)));
  }
  if (!found.unanswered.empty()) {
    call.lacks.push_back(fmt::format("an action for {}", counted(found.unanswered.size(), "gap")));
    const Item& first = *found.unanswered.front();
    call.next = fmt::format("Write the next step with {}, of {}, as its `action`.",
                            Of<kinds::stakeholder>(first).text<"name">(), title_of(first.record()));
  }
  return call;
}

Call roles(const RoleMap& found) {
  Call call{"roles", "3 Roles that came from CRM, VRM and PMO", "", Tone::bad, "", {}, ""};
  if (!found.has_people) {
    call.state = "not known: no person is on record";
    call.lacks = {"people, with `role` and `from_practice`"};
    call.next = "Record whoever manages a relationship as a person.";
    return call;
  }
  call.on_record = holders_of(found);
  std::vector<std::string_view> absent;
  for (const std::string_view practice : {"crm", "vrm", "pmo"}) {
    if (!found.grew_out_of(practice)) absent.push_back(practice);
  }
  if (!absent.empty()) {
    call.lacks.push_back(fmt::format("a role that came from {}", join_or(absent)));
    call.next = "Write `from_practice` for the people whose roles changed, or win that practice.";
  }
  if (!found.uncovered.empty()) {
    call.lacks.push_back(
        fmt::format("a manager on record for {}", counted(found.uncovered.size(), "relationship")));
    call.next = sentence(fmt::format("Give a manager to: {}", names_of(found.uncovered)));
  }
  call.state = call.on_record.empty()     ? "no role that came from another practice is on record"
               : !found.uncovered.empty() ? "mapped, some relationships uncovered"
               : !absent.empty()          ? "mapped in part, every relationship covered"
                                          : "mapped, every relationship covered";
  call.tone = call.lacks.empty() ? Tone::good : Tone::doubtful;
  return call;
}

std::string lacks_of(const Coverage& coverage) {
  std::vector<std::string_view> lacks;
  if (!coverage.has_sponsor) lacks.push_back("sponsor");
  if (!coverage.has_purpose) lacks.push_back("purpose");
  if (!coverage.has_cadence) lacks.push_back("cadence");
  if (!coverage.keeps_reviews) lacks.push_back("reviews kept");
  if (!coverage.is_measured) lacks.push_back("judged outcome");
  return fmt::format("{}", fmt::join(lacks, ", "));
}

Call highest_priority_first(const Assessment& assessed, const std::vector<Coverage>& found) {
  Call call{"highest_priority_first", "4 Highest priority first", "", Tone::bad, "", {}, ""};
  if (found.empty()) {
    call.state = "no active relationship here";
    call.lacks = {"relationships"};
    call.next = "Record the most important relationship first.";
    return call;
  }
  const auto first_gap = std::find_if(found.begin(), found.end(),
                                      [](const Coverage& each) { return !each.is_full(); });
  const auto ahead = static_cast<std::size_t>(first_gap - found.begin());
  const std::size_t full = count_full(found);
  std::size_t critical = 0;
  std::size_t evidenced = 0;
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (!initiative.is<"criticality", "high">()) continue;
    if (is_stopped(initiative, assessed.as_of())) continue;
    ++critical;
    evidenced += assessed.initiative(*item).is_evidenced ? 1U : 0U;
  }
  const bool has_priority = std::any_of(found.begin(), found.end(), [](const Coverage& each) {
    return Of<kinds::relationship>(*each.relationship).has<"priority">();
  });
  call.on_record = fmt::format(
      "{} of {} fully covered (sponsor, purpose, cadence, review kept, "
      "judged outcomes); {}",
      full, counted(found.size(), "active relationship"),
      has_priority ? gapless_words(ahead) : "no priority is on record");
  if (critical > 0) {
    call.on_record += fmt::format(
        "; {} of {} evidenced", evidenced,
        counted(critical, "initiative of high criticality", "initiatives of high criticality"));
  }
  if (first_gap == found.end()) {
    call.state = "all of them fully covered";
    call.tone = Tone::good;
    return call;
  }
  if (!has_priority) {
    call.state = full == 0 ? "none is fully covered" : "some are fully covered";
    call.tone = full == 0 ? Tone::bad : Tone::doubtful;
    call.lacks.emplace_back("`priority` of the relationships");
    call.next =
        "Write `priority` (1 is the highest) in the relationships that matter most: until "
        "then nobody can tell whether they come first.";
    return call;
  }
  call.state = full == 0       ? "none is fully covered"
               : ahead == full ? "the first ones are fully covered, later ones are not"
                               : "later ones are covered before earlier ones";
  call.tone = ahead == full && full > 0 ? Tone::good : Tone::doubtful;
  if (full == 0) call.tone = Tone::bad;
  call.lacks.push_back(
      fmt::format("{}: {}", title_of(*first_gap->relationship), lacks_of(*first_gap)));
  call.next = fmt::format("Complete {} before those that come after it.",
                          title_of(*first_gap->relationship));
  return call;
}

Call governance(const Assessment& assessed) {
  Call call{"governance", "5 Governance that evolves", "", Tone::bad, "", {}, ""};
  const auto& bodies = assessed.portfolio().all(kinds::body);
  if (bodies.empty()) {
    call.state = "no body is on record";
    call.lacks = {"a body, with its meetings, decision rights and charter"};
    call.next = "Record where decisions are taken, with `kind: body` and its decision_rights.";
    return call;
  }
  std::size_t idle = 0;
  std::size_t overdue = 0;
  std::size_t evolved = 0;
  for (const Item* item : bodies) {
    const Of<kinds::body> body(*item);
    idle += find_silence(body, assessed.as_of(), assessed.policy()) ? 1U : 0U;
    const CharterState charter = judge_charter(body, assessed.as_of(), assessed.policy());
    overdue += charter.is_overdue(assessed.as_of()) ? 1U : 0U;
    evolved += charter.versions > 1 ? 1U : 0U;
  }
  const DecisionRights rights(assessed.portfolio());
  const auto not_one = static_cast<std::size_t>(
      std::count_if(rights.types().begin(), rights.types().end(),
                    [](const DecisionType& type) { return !type.has_one_decider(); }));
  call.on_record = fmt::format(
      "{}, {} of them with a charter in its second version or later; {} "
      "of decision, {} with exactly one who decides",
      counted(bodies.size(), "body", "bodies"), evolved, counted(rights.types().size(), "sort"),
      rights.types().size() - not_one);
  if (idle > 0)
    call.lacks.push_back(fmt::format("meetings of {}", counted(idle, "body", "bodies")));
  if (not_one > 0) {
    call.lacks.push_back(fmt::format("one decider of {}", counted(not_one, "sort")));
  }
  if (overdue > 0)
    call.lacks.push_back(fmt::format("{} overdue", counted(overdue, "charter review")));
  call.state = idle > 0      ? "not all bodies meet"
               : not_one > 0 ? "bodies meet, not all decisions have one decider"
               : overdue > 0 ? "bodies meet and decide, charter reviews are overdue"
               : evolved > 0 ? "bodies meet, each decision has one decider, charters evolve"
                             : "bodies meet, each decision has one decider";
  call.tone = call.lacks.empty() ? Tone::good : Tone::doubtful;
  if (!call.lacks.empty())
    call.next = "Run `brm report governance`: worst first, with the reasons.";
  return call;
}

Table table_of(const Call& call) {
  Table table{call.key,
              "",
              {column("what", "what"), column("says", "says", Holds::text, Room::shrink)},
              {},
              ""};
  const auto add = [&](std::string what, const std::string& says, Tone tone = Tone::plain) {
    if (!says.empty()) table.rows.push_back({cell(std::move(what)), cell(says, tone)});
  };
  add("state", call.state, call.tone);
  add("on record", call.on_record);
  add("lacks", call.lacks.empty() ? "nothing" : fmt::format("{}", fmt::join(call.lacks, "; ")),
      call.lacks.empty() ? Tone::plain : Tone::doubtful);
  add("next", call.next.empty() ? "keep it so" : call.next, Tone::strong);
  return table;
}

}  // namespace brm::practice_calls
