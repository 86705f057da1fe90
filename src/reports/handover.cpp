#include <fmt/format.h>

#include "model/people_fields.h"
#include "reports/handover_tables.h"
#include "reports/known.h"
#include "reports/report.h"
#include "reports/words.h"

namespace brm {
namespace {

constexpr ReportOption leaving{
    .name = "leaving",
    .names = &kinds::person,
    .meaning = "only what this person owns, manages, attends or knows alone",
};
constexpr const ReportOption* options[] = {&leaving};

/// Each table moved: with all its rows.
template <class... Tables>
Section section(std::string title, Tables&&... tables) {
  Section out;
  out.title = std::move(title);
  (out.tables.push_back(std::forward<Tables>(tables)), ...);
  return out;
}

std::string name_of(const Item& person) {
  const Of<kinds::person> of(person);
  const std::string_view title = of.text<"title">();
  return title.empty() ? std::string(of.text<"role">()) : std::string(title);
}

/// Of somebody who is known to go, too.
std::optional<Date> last_day_of(const Portfolio& portfolio, std::string_view id) {
  const Item* person = portfolio.find_record(id);
  if (person == nullptr || person->kind != &kinds::person) return std::nullopt;
  const auto leaves = Of<kinds::person>(*person).get<"leaves_on">();
  return leaves ? std::optional(leaves->value) : std::nullopt;
}

/// Who goes, when, and who stands in; nothing for people to read where nobody goes.
std::vector<Detail> leaving_details(const handover::Scope& scope) {
  if (scope.leaving() == nullptr) {
    return {{"leaving", "leaving", {}, Room::data, Holds::text},
            {"leaves_on", "last day", {}, Room::data, Holds::date},
            {"backup", "backup", {}, Room::data, Holds::text},
            {"backup_leaves_on", "last day of the backup", {}, Room::data, Holds::date},
            {"knows_alone", "knows alone", {}, Room::data, Holds::whole}};
  }
  const Of<kinds::person> person(*scope.leaving());
  const auto leaves = person.get<"leaves_on">();
  std::size_t alone = 0;
  for (const handover::Holding& holding : scope.holdings()) alone += holding.is_alone ? 1U : 0U;
  const std::string backup(person.text<"backup">());
  const auto backup_leaves = last_day_of(scope.assessed().portfolio(), backup);
  return {{"leaving", "leaving", cell(name_of(*scope.leaving()), Tone::strong)},
          {"leaves_on", "last day", leaves ? date_cell(leaves->value) : Cell{},
           leaves ? Room::fixed : Room::data, Holds::date},
          {"backup", "backup", backup.empty() ? cell("nobody is named", Tone::bad) : cell(backup)},
          {"backup_leaves_on", "last day of the backup",
           backup_leaves ? Cell{*backup_leaves, Tone::bad} : Cell{},
           backup_leaves ? Room::fixed : Room::data, Holds::date},
          {"knows_alone", "knows alone", cell(alone, alone > 0 ? Tone::bad : Tone::plain)}};
}

std::size_t overdue_in(const Table& clocks) {
  std::size_t overdue = 0;
  for (const auto& row : clocks.rows) overdue += row[1].tone == Tone::bad ? 1U : 0U;
  return overdue;
}

std::string next_step(const handover::Scope& scope, std::size_t overdue) {
  if (scope.leaving() == nullptr) {
    return overdue == 0 ? "" : "Settle what is overdue before it is handed over:\n    brm agenda";
  }
  const Of<kinds::person> person(*scope.leaving());
  if (scope.holdings().empty()) return "";
  if (!person.has<"backup">()) {
    return fmt::format("Name who stands in, as `backup` of the record:\n    brm show {}",
                       scope.leaving()->id());
  }
  if (const auto day = last_day_of(scope.assessed().portfolio(), person.text<"backup">())) {
    return fmt::format("Name somebody else who stands in, {} leaves on {}, too:\n    brm show {}",
                       person.text<"backup">(), to_text(*day), scope.leaving()->id());
  }
  return fmt::format("Go through it with {}, and put their name where {} stands:\n    brm show {}",
                     person.text<"backup">(), scope.leaving()->id(), scope.leaving()->id());
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const handover::Scope scope(assessed, request.record_of(leaving), request.where);
  Document document;
  document.name = "handover";
  document.title = scope.leaving() == nullptr
                       ? "Handover: where everything stands"
                       : fmt::format("Handover from {}", name_of(*scope.leaving()));
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  Table promised = handover::promised(scope);
  Table clocks = handover::clocks(scope);
  Table decisions = handover::decisions(scope);
  const std::size_t overdue = overdue_in(clocks);
  document.summary = leaving_details(scope);
  document.summary = joined(
      std::move(document.summary),
      {{"open_outcomes", "outcomes to prove", cell(promised.rows.size(), Tone::strong)},
       {"clocks", "dates in 180 days", cell(clocks.rows.size())},
       {"overdue", "of them overdue", cell(overdue, overdue > 0 ? Tone::bad : Tone::plain)}});
  document.summary =
      joined(std::move(document.summary),
             if_known(!assessed.portfolio().all(kinds::decision).empty(),
                      {{"open_decisions", "decisions open", cell(decisions.rows.size())}}));
  const auto add = [&](std::string title, Table table) {
    document.sections.push_back(section(std::move(title), std::move(table)));
  };
  // Without somebody who leaves nothing is held, and the table of csv is the next one.
  if (scope.leaving() != nullptr) add("What they hold", handover::holdings(scope));
  std::vector<std::string> words = handover::words_on_promised(promised, assessed.as_of());
  add("1 What was promised, to whom, provable by when", std::move(promised));
  document.sections.back().paragraphs = std::move(words);
  add("2 Dates of the next 180 days", std::move(clocks));
  add("3 Relationships, by priority", handover::relationships(scope));
  add("4 Outcomes, worst first", handover::outcomes(scope));
  add("5 Decisions that are open", std::move(decisions));
  add("6 Threats, those above the appetite first", handover::risks(scope));
  add("7 Corrections under way", handover::corrections(scope));
  document.sections.push_back(
      section("8 Lessons and stopped work", handover::stopped(scope), handover::lessons(scope)));
  add("9 Technology and signals on watch", handover::radar(scope));
  add("10 What will be visible, and by when", handover::visible(scope));
  if (scope.leaving() == nullptr) add("What they hold", handover::holdings(scope));
  document.next = next_step(scope, overdue);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report handover{
    .name = "handover",
    .summary = "What a successor has to know: promises, dates, people, decisions, risks.",
    .kind = &kinds::initiative,
    .make = make,
    .options = options,
};

}  // namespace reports
}  // namespace brm
