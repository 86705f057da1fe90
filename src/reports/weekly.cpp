// What a CIO has to know of the week, on one page: what waits for a decision, what changed, what
// comes.
#include <fmt/format.h>

#include <algorithm>

#include "assess/clocks.h"
#include "assess/difference.h"
#include "assess/hygiene.h"
#include "assess/needed_decision.h"
#include "assess/relationship.h"
#include "base/spelling.h"
#include "reports/clock_tables.h"
#include "reports/difference_tables.h"
#include "reports/long_tables.h"
#include "reports/report.h"
#include "reports/words.h"

namespace brm {
namespace {

constexpr int days_ahead = 30;
/// What of each list fits a page.
constexpr std::size_t most_rows = 5;

struct Week {
  Differences differences;  // of verdicts those of outcomes alone
  std::vector<NeededDecision> decisions;
  std::vector<Clock> ahead;
  std::vector<Clock> overdue;      // what fell due last comes first
  std::vector<Clock> corrections;  // reviews of them
  std::vector<const Item*> quiet;
  bool has_dates = false;  // of any relationship: else none can be told to be quiet
  Hygiene hygiene;
  std::optional<Hygiene> hygiene_before;
};

/// The outcome that an initiative takes its verdict from says more.
bool is_said_twice(const Difference& each) {
  return each.kind == DifferenceKind::verdict && each.item().kind == &kinds::initiative;
}

std::vector<const Item*> quiet_parties(const Assessment& assessed) {
  std::vector<const Item*> out;
  for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
    if (is_quiet(Relationship(*item), assessed.as_of(), assessed.policy())) out.push_back(item);
  }
  return out;
}

bool has_dates(const Assessment& assessed) {
  const auto& all = assessed.portfolio().all(kinds::relationship);
  return std::any_of(all.begin(), all.end(), [&](const Item* item) {
    return attention_of(Relationship(*item), assessed.as_of(), assessed.policy()).is_dated;
  });
}

/// `--where` chooses among initiatives, and leaves out all that is of none.
bool is_chosen(const Assessment& assessed, const ReportRequest& request, const Item& item) {
  if (request.condition.empty()) return true;
  const Item& record = item.record();
  return record.kind == &kinds::initiative && request.where.holds(assessed, record);
}

void add_clocks(const Assessment& assessed, const ReportRequest& request, Week& week) {
  for (Clock& clock : clocks_of(assessed)) {
    if (clock.days_left > days_ahead || !is_chosen(assessed, request, *clock.item)) continue;
    if (clock.kind == ClockKind::correction_review) {
      week.corrections.push_back(clock);
    } else if (clock.days_left < 0) {
      week.overdue.push_back(clock);
    } else {
      week.ahead.push_back(clock);
    }
  }
  std::stable_sort(week.overdue.begin(), week.overdue.end(),
                   [](const Clock& a, const Clock& b) { return a.due > b.due; });
}

/// Of initiatives that are chosen as they are, or were.
bool is_chosen(const Assessment& assessed, const ReportRequest& request, const Difference& each) {
  return request.condition.empty() ||
         holds_in_either(request.where, *request.earlier.state, assessed, each);
}

Week compute_week(const Assessment& assessed, const ReportRequest& request) {
  assessed.judge_outcomes();
  const Earlier& earlier = request.earlier;
  Week week;
  week.decisions = needed_decisions(assessed, assessed.as_of() + days_ahead);
  std::erase_if(week.decisions,
                [&](const auto& each) { return !is_chosen(assessed, request, *each.item); });
  add_clocks(assessed, request, week);
  const bool is_all = request.condition.empty();
  if (is_all) week.quiet = quiet_parties(assessed);
  week.has_dates = is_all && has_dates(assessed);
  // What is left out for an audience may be what is well kept.
  const bool has_hygiene = is_all && request.left_out == 0;
  if (has_hygiene) week.hygiene = judge_hygiene(assessed);
  if (earlier.state == nullptr) return week;
  week.differences = earlier.differences;
  std::erase_if(week.differences, [&](const Difference& each) {
    return is_said_twice(each) || !is_chosen(assessed, request, each);
  });
  if (has_hygiene) week.hygiene_before = judge_hygiene(*earlier.state);
  return week;
}

std::size_t count(const Differences& differences, DifferenceKind kind) {
  return static_cast<std::size_t>(
      std::count_if(differences.begin(), differences.end(),
                    [&](const Difference& each) { return each.kind == kind; }));
}

/// What shows all changes of this letter, on whatever day it is read.
std::string diff_command(const Assessment& assessed, const ReportRequest& request) {
  std::string command = fmt::format("brm diff {} --as-of {} --own-days", request.earlier.name,
                                    to_text(assessed.as_of()));
  if (!request.condition.empty()) command += fmt::format(" --where '{}'", request.condition);
  return fmt::format("`{}`", command);
}

/// What shows all clocks; it cannot choose among them.
std::string clock_words(const ReportRequest& request, std::string_view command) {
  return fmt::format("`{}` has them all{}", command,
                     request.condition.empty() ? "" : ", those of other records, too");
}

/// For people the first that fit, without the places in files.
Table for_a_page(Table table, std::string key, std::string rest) {
  table.key = std::move(key);
  show_first(table, most_rows, std::move(rest));
  for (Column& column : table.columns) {
    if (column.key == "place") column.room = Room::data;
  }
  return table;
}

Section decision_section(const Assessment& assessed, const Week& week) {
  Table table{"decisions",
              "",
              {column("asks", "decide", Holds::text, Room::shrink),
               column("subject", "what", Holds::text, Room::shrink), column("who", "who"),
               column("why", "why", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::data),
               column("address", "address", Holds::text, Room::data),
               column("asked", "asked", Holds::text, Room::data)},
              {},
              "Nothing waits for a decision."};
  for (const NeededDecision& each : week.decisions) {
    const DecisionWords& words = words_of(each.asked);
    table.rows.push_back({cell(std::string(words.asks), Tone::bad),
                          cell(std::string(subject_of(*each.item)), Tone::strong),
                          cell(std::string(each.who)), cell(each.why),
                          place_cell(assessed.portfolio(), each.place),
                          cell(address_of(*each.item)), cell(std::string(words.name))});
  }
  show_first(table, most_rows);
  return section_of("Needs a decision", std::move(table));
}

Section change_section(const Assessment& assessed, const ReportRequest& request, const Week& week,
                       DifferenceKind kind, std::string_view if_empty) {
  const Earlier& earlier = request.earlier;
  const Assessment& before = earlier.state == nullptr ? assessed : *earlier.state;
  Table table = for_a_page(difference_table(before, assessed, week.differences, kind),
                           std::string(words_of(kind).plural),
                           diff_command(assessed, request) + " has them all");
  if (earlier.state != nullptr) table.if_empty = if_empty;
  return section_of(std::string(words_of(kind).title), std::move(table));
}

bool has_table(DifferenceKind kind) {
  return kind == DifferenceKind::verdict || kind == DifferenceKind::goalpost ||
         kind == DifferenceKind::risk;
}

/// What nobody is to overlook, though it is of no kind that has a table of its own: an initiative
/// that went while it went wrong, a rating that was taken away, a promise that was put off.
Section worse_section(const Assessment& assessed, const ReportRequest& request, const Week& week) {
  Differences worse;
  for (const Difference& each : week.differences) {
    // What only fell due is told by the clocks below.
    const bool is_told = has_table(each.kind) || each.cause == Cause::time;
    if (!is_told && (each.turn == Turn::worse || each.event == "hidden")) worse.push_back(each);
  }
  const Earlier& earlier = request.earlier;
  const Assessment& before = earlier.state == nullptr ? assessed : *earlier.state;
  return section_of("Also worse, or out of sight",
                    for_a_page(mixed_table(before, assessed, worse), "also_worse",
                               diff_command(assessed, request) + " has them all"));
}

/// A letter that comes because something changed says what, if only in a line.
void add_other_changes(const Assessment& assessed, const ReportRequest& request, const Week& week,
                       Document& document) {
  std::vector<std::string> counts;
  for (const DifferenceWords& words : difference_words()) {
    const std::size_t all = count(week.differences, words.kind);
    if (!has_table(words.kind) && all > 0) counts.push_back(counted(all, words.name, words.plural));
  }
  if (counts.empty()) return;
  const std::vector<std::string_view> views(counts.begin(), counts.end());
  document.sections.push_back(
      {"Also changed",
       {fmt::format("{}. {} shows all.", join_and(views), diff_command(assessed, request))},
       {},
       {},
       "",
       ""});
}

Section clock_section(const Assessment& assessed, std::string_view title, std::string key,
                      const std::vector<Clock>& clocks, std::string words, std::string if_empty) {
  return section_of(std::string(title),
                    for_a_page(clock_table(assessed, clocks, std::move(if_empty)), std::move(key),
                               std::move(words)));
}

Section quiet_section(const Assessment& assessed, const Week& week) {
  Table table{"quiet",
              "",
              {column("title", "relationship", Holds::text, Room::shrink),
               column("last_entry", "last heard of", Holds::date), column("cadence", "reviewed"),
               column("manager", "who"), column("record", "record", Holds::text, Room::data)},
              {},
              ""};
  for (const Item* item : week.quiet) {
    const Relationship party(*item);
    const Attention attention = attention_of(party, assessed.as_of(), assessed.policy());
    table.rows.push_back({cell(std::string(title_of(*item)), Tone::strong),
                          date_cell(attention.last_entry), cell(std::string(attention.cadence)),
                          cell(std::string(party.text<"manager">())),
                          cell(std::string(item->id()))});
  }
  return section_of(
      "Went quiet",
      for_a_page(std::move(table), "quiet",
                 "`brm list relationships --where 'went_quiet = true'` has them all"));
}

/// `87, was 85`
std::string hygiene_words(const Week& week) {
  const auto score = week.hygiene.score();
  if (!score) return "";
  const auto before = week.hygiene_before ? week.hygiene_before->score() : std::nullopt;
  const bool is_other = before && *before != *score;
  return is_other ? fmt::format("{}, was {}", *score, *before) : fmt::format("{}", *score);
}

std::vector<Detail> summary_of(const Week& week, bool compares) {
  const auto turns = [&](Turn turn) {
    return static_cast<std::size_t>(std::count_if(
        week.differences.begin(), week.differences.end(), [&](const Difference& each) {
          return each.kind == DifferenceKind::verdict && each.turn == turn;
        }));
  };
  const auto number = [](std::size_t count, Tone tone) {
    return cell(count, count > 0 ? tone : Tone::plain);
  };
  // Without an earlier state nothing is known, which is not none.
  const auto change = [&](std::string key, std::string title, Cell value) {
    return Detail{std::move(key), std::move(title), compares ? std::move(value) : Cell{},
                  compares ? Room::fixed : Room::data, Holds::whole};
  };
  const auto score = week.hygiene.score();
  return {
      {"decisions", "need a decision", number(week.decisions.size(), Tone::bad)},
      change("verdicts_worse", "verdicts worse", number(turns(Turn::worse), Tone::bad)),
      change("verdicts_better", "verdicts better", number(turns(Turn::better), Tone::good)),
      change("goalposts", "goalposts set or moved",
             number(count(week.differences, DifferenceKind::goalpost), Tone::doubtful)),
      change("risks_changed", "risks changed", cell(count(week.differences, DifferenceKind::risk))),
      {"overdue", "overdue", number(week.overdue.size(), Tone::bad)},
      {"ahead", "due in 30 days", cell(week.ahead.size())},
      Detail{"corrections", "corrections to be reviewed",
             number(week.corrections.size(), Tone::doubtful),
             week.corrections.empty() ? Room::data : Room::fixed, Holds::whole},
      Detail{"quiet", "went quiet",
             week.has_dates ? number(week.quiet.size(), Tone::doubtful) : Cell{},
             week.has_dates ? Room::fixed : Room::data, Holds::whole},
      Detail{"hygiene", "data hygiene, of 100", cell(hygiene_words(week)),
             score ? Room::fixed : Room::data, Holds::text},
      {"hygiene_score", "data hygiene score",
       score ? cell(static_cast<std::size_t>(*score)) : Cell{}, Room::data, Holds::whole}};
}

std::string next_step(const Week& week) {
  if (week.decisions.empty()) return "";
  const NeededDecision& first = week.decisions.front();
  return fmt::format("Decide first: {}\n    brm show {}", subject_of(*first.item),
                     address_of(*first.item));
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const Week week = compute_week(assessed, request);
  Document document;
  document.name = "weekly";
  document.title =
      request.earlier.state == nullptr ? "The week" : "What changed since " + request.earlier.name;
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(week, request.earlier.state != nullptr);
  if (!request.earlier.words.empty()) {
    document.sections.push_back({"", {request.earlier.words}, {}, {}, "", ""});
  }
  const auto add = [&](Section section) { document.sections.push_back(std::move(section)); };
  add(decision_section(assessed, week));
  add(change_section(assessed, request, week, DifferenceKind::verdict, "No verdict changed."));
  add(change_section(assessed, request, week, DifferenceKind::goalpost, ""));
  add(change_section(assessed, request, week, DifferenceKind::risk, ""));
  add(worse_section(assessed, request, week));
  add_other_changes(assessed, request, week, document);
  add(clock_section(assessed, "The next 30 days", "ahead", week.ahead,
                    clock_words(request, "brm agenda --within 30d"), "Nothing is due."));
  const std::string besides = week.corrections.empty() ? "" : ", besides corrections";
  add(clock_section(assessed, "Overdue" + besides + ", the newest first", "overdue", week.overdue,
                    clock_words(request, "brm agenda --within 0d"), ""));
  add(quiet_section(assessed, week));
  add(clock_section(assessed, "Corrections to be reviewed", "corrections", week.corrections,
                    clock_words(request, "brm report corrections"), ""));
  document.next = next_step(week);
  return document;
}

/// Whether anything differs, or a day that asks for something has come since.
bool has_news(const Assessment& assessed, const ReportRequest& request) {
  const Assessment* before = request.earlier.state;
  if (before == nullptr) return true;
  const Differences& all = request.earlier.differences;
  if (std::any_of(all.begin(), all.end(),
                  [&](const Difference& each) { return is_chosen(assessed, request, each); })) {
    return true;
  }
  const bool is_all = request.condition.empty();
  if (is_all && quiet_parties(*before).size() != quiet_parties(assessed).size()) return true;
  const std::vector<Clock> clocks = clocks_of(assessed);
  return std::any_of(clocks.begin(), clocks.end(), [&](const Clock& clock) {
    return clock.days_left < 0 && clock.due >= before->as_of() &&
           is_chosen(assessed, request, *clock.item);
  });
}

}  // namespace

namespace reports {

extern constinit const Report weekly{
    .name = "weekly",
    .summary = "What changed in a week, what needs a decision, and what is due: one page.",
    .kind = &kinds::initiative,
    .make = make,
    .has_news = has_news,
};

}  // namespace reports
}  // namespace brm
