#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "model/people_fields.h"
#include "reports/long_tables.h"
#include "reports/practice_calls.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using practice_calls::Call;

/// Who came from which practice, and what they hold now.
Table role_table(const RoleMap& roles) {
  Table table{"role_map",
              "\nWho holds what",
              {column("practice", "from"), column("person", "person", Holds::text, Room::shrink),
               column("role", "role", Holds::text, Room::shrink),
               column("since", "since", Holds::date), column("count", "manages", Holds::whole),
               column("relationships", "relationships", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              ""};
  for (const RoleHolder& holder : roles.holders) {
    const Of<kinds::person> person(*holder.person);
    std::vector<std::string_view> ids;
    for (const Item* relationship : holder.relationships) ids.push_back(relationship->id());
    const auto since = person.get<"since">();
    table.rows.push_back(
        {cell(std::string(holder.practice)),
         cell(std::string(title_of(*holder.person)), Tone::strong),
         cell(std::string(person.text<"role">())), since ? date_cell(since->value) : Cell{},
         cell(holder.relationships.size()), cell(fmt::format("{}", fmt::join(ids, ", "))),
         cell(std::string(holder.person->id()))});
  }
  return table;
}

/// How many of each tier have what full coverage asks for.
Table tier_table(const std::vector<Coverage>& coverage) {
  Table table{
      "coverage",
      "\nBy tier",
      {column("tier", "tier"), column("relationships", "relationships", Holds::whole),
       column("full", "fully covered", Holds::whole), column("sponsor", "sponsor", Holds::whole),
       column("purpose", "purpose", Holds::whole), column("cadence", "cadence", Holds::whole),
       column("reviews", "review kept", Holds::whole), column("judged", "judged", Holds::whole)},
      {},
      ""};
  for (const std::string_view tier : kinds::tiers) {
    std::size_t counts[7] = {};
    for (const Coverage& each : coverage) {
      if (Of<kinds::relationship>(*each.relationship).text<"tier">() != tier) continue;
      const bool holds[] = {true,
                            each.is_full(),
                            each.has_sponsor,
                            each.has_purpose,
                            each.has_cadence,
                            each.keeps_reviews,
                            each.is_measured};
      for (std::size_t i = 0; i < std::size(counts); ++i) counts[i] += holds[i] ? 1U : 0U;
    }
    if (counts[0] == 0) continue;
    table.rows.push_back({cell(std::string(tier), Tone::strong)});
    for (const std::size_t count : counts) table.rows.back().push_back(cell(count));
  }
  return table;
}

/// Those that lack something: what comes first is to be completed first.
Table gap_table(const std::vector<Coverage>& coverage) {
  constexpr std::size_t most = 10;
  Table table{"coverage_gaps",
              "\nThose that lack something",
              {column("priority", "priority", Holds::whole), column("tier", "tier"),
               column("title", "relationship", Holds::text, Room::shrink),
               column("lacks", "lacks", Holds::text, Room::shrink),
               column("id", "id", Holds::text, Room::data)},
              {},
              ""};
  for (const Coverage& each : coverage) {
    if (each.is_full()) continue;
    const Of<kinds::relationship> relationship(*each.relationship);
    const auto priority = relationship.get<"priority">();
    table.rows.push_back({priority ? Cell{priority->value, Tone::plain} : Cell{},
                          cell(std::string(relationship.text<"tier">())),
                          cell(std::string(title_of(*each.relationship)), Tone::strong),
                          cell(practice_calls::lacks_of(each), Tone::doubtful),
                          cell(std::string(each.relationship->id()))});
  }
  show_first(table, most);
  return table;
}

std::string share_words(const HygieneShare& share) {
  if (share.asked == 0) return "nothing to ask";
  return fmt::format("{} of {}", share.passed, share.asked);
}

Table group_table(std::string key, std::string title, std::string what,
                  const std::vector<HygieneGroup>& groups, const HygieneShare& all) {
  Table table{
      std::move(key),
      std::move(title),
      {column("lacks", "lacks", Holds::whole), column("score", "score if mended", Holds::whole),
       column("name", std::move(what), Holds::text, Room::shrink)},
      {},
      ""};
  for (const HygieneGroup& group : groups) {
    table.rows.push_back({cell(group.lacks), cell((all.passed + group.lacks) * 100 / all.asked),
                          cell(group.name.empty() ? "nobody is named" : group.name, Tone::strong)});
  }
  return table;
}

/// Those with rows for people; without, only json and csv know that there is such a table.
void add_tables(std::vector<Table> tables, Section& section) {
  for (Table& table : tables) {
    if (table.rows.empty()) table.title.clear();
    section.tables.push_back(std::move(table));
  }
}

Section hygiene_section(const Hygiene& hygiene, int months) {
  Section out{"How well the records are kept", {}, {}, {}, "", ""};
  const auto score = hygiene.score();
  const auto share = [](std::string key, std::string title, const HygieneShare& counted) {
    return Detail{std::move(key), std::move(title), cell(share_words(counted)), Room::fixed,
                  Holds::text};
  };
  out.details = {
      {"hygiene_score", "score, of 100", score ? Cell{std::int64_t{*score}, Tone::strong} : Cell{},
       Room::fixed, Holds::whole},
      share("hygiene_reviewed", fmt::format("dated in the last {} months", months),
            hygiene.reviewed),
      share("hygiene_measured", "measured in time", hygiene.measured),
      share("hygiene_complete", "complete", hygiene.complete)};
  add_tables({group_table("hygiene_causes", "\nWhat would raise it most", "cause",
                          hygiene.by_cause(), hygiene.all()),
              group_table("hygiene_owners", "\nWho would raise it most", "owner",
                          hygiene.by_owner(), hygiene.all())},
             out);
  return out;
}

/// What is left out for an audience may be what counts: nothing is said to be missing.
Document make_narrowed(Document document) {
  for (Detail& detail : document.summary) detail.value = cell("left out for this audience");
  for (Section& section : document.sections) {
    for (Detail& detail : section.details) {
      detail.value = {};
      detail.room = Room::data;
    }
    const bool is_call = !section.tables.empty() && section.details.empty();
    for (Table& table : section.tables) {
      table.rows.clear();
      table.title.clear();
    }
    if (is_call) section.tables.front().if_empty = "Left out for this audience.";
    if (!is_call) section.paragraphs = {"No score: what it counts may be left out."};
  }
  return document;
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  assessed.judge_outcomes();
  const RoleMap roles = judge_roles(assessed, request.where);
  const std::vector<Coverage> coverage = judge_coverage(assessed, request.where);
  const std::vector<Call> calls{
      practice_calls::business_case(assessed, judge_practice_case(assessed)),
      practice_calls::stakeholders(judge_stakeholders(assessed, request.where)),
      practice_calls::roles(roles), practice_calls::highest_priority_first(assessed, coverage),
      practice_calls::governance(assessed)};
  Document document;
  document.name = "practice";
  document.title = "Practice: the five calls to action";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  for (const Call& call : calls) {
    document.summary.push_back({call.key, call.title, cell(call.state, call.tone)});
    document.sections.push_back(section_of(call.title, practice_calls::table_of(call)));
    if (call.key == "roles") add_tables({role_table(roles)}, document.sections.back());
    if (call.key == "highest_priority_first") {
      add_tables({tier_table(coverage), gap_table(coverage)}, document.sections.back());
    }
  }
  document.sections.push_back(
      hygiene_section(judge_hygiene(assessed), assessed.policy().whole<"evidence_months">()));
  if (request.left_out > 0) return make_narrowed(std::move(document));
  const auto first = std::find_if(calls.begin(), calls.end(), [](const Call& call) {
    return !call.lacks.empty() && !call.next.empty();
  });
  if (first != calls.end()) document.next = fmt::format("First: {}", first->next);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report practice{
    .name = "practice",
    .summary = "The five calls to action, each with evidence, what lacks and the next step.",
    .kind = &kinds::relationship,
    .make = make,
    .trend = &trends::practice,
};

}  // namespace reports
}  // namespace brm
