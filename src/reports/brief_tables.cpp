#include "reports/brief_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/agreement_term.h"
#include "assess/correction.h"
#include "base/spelling.h"
#include "model/status.h"
#include "reports/long_tables.h"
#include "reports/risk_tables.h"
#include "reports/words.h"

namespace brm::brief_tables {
namespace {

constexpr std::size_t most_rows = 6;
constexpr std::size_t most_risks = 3;
constexpr std::size_t most_advice = 2;

/// `sponsor, beneficiary`; empty where it takes no part.
std::string roles_in(const Item& initiative, std::string_view party) {
  std::vector<std::string_view> roles;
  for (const auto each : Of<kinds::initiative>(initiative).get<"parties">()) {
    if (each.text<"relationship">() == party) roles.push_back(each.text<"role">());
  }
  return fmt::format("{}", fmt::join(roles, ", "));
}

}  // namespace

Table promises(const Assessment& assessed, const PartyRow& row) {
  Table table{"promises",
              "",
              {column("by", "by"), column("due", "due", Holds::date), column("state", "state"),
               column("text", "promise", Holds::text, Room::shrink),
               column("id", "id", Holds::text, Room::data)},
              {},
              "None on record."};
  if (row.item == nullptr) return table;
  auto found = promises_of(Relationship(*row.item), assessed.as_of());
  std::erase_if(found, [](const PromiseJudgement& promise) {
    return promise.state == PromiseJudgement::State::kept ||
           promise.state == PromiseJudgement::State::kept_late;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const PromiseJudgement& a, const PromiseJudgement& b) {
                     if (a.is_ours != b.is_ours) return a.is_ours;
                     return a.due < b.due;
                   });
  for (const PromiseJudgement& promise : found) {
    const bool is_late = promise.state == PromiseJudgement::State::late;
    const std::string days = counted(static_cast<std::size_t>(promise.days), "day");
    table.rows.push_back(
        {cell(promise.is_ours ? "us" : "them"), Cell{promise.due, Tone::plain},
         cell(is_late ? days + " late" : "in " + days, is_late ? Tone::bad : Tone::plain),
         cell(std::string(Of<kinds::promise>(*promise.promise).text<"text">())),
         cell(address_of(*promise.promise))});
  }
  show_first(table, most_rows);
  return table;
}

Table work(const Assessment& assessed, const PartyRow& row) {
  Table table{"initiatives",
              "",
              {column("verdict", "measured"), column("status", "status"),
               column("role", "they are"), column("title", "initiative", Holds::text, Room::shrink),
               column("id", "id", Holds::text, Room::data)},
              {},
              "They take part in no live initiative."};
  if (row.item == nullptr) return table;
  std::vector<const Item*> found = row.work->initiatives;
  std::stable_sort(found.begin(), found.end(), [&](const Item* a, const Item* b) {
    return assessed.initiative(*a).verdict < assessed.initiative(*b).verdict;
  });
  for (const Item* item : found) {
    table.rows.push_back(
        {verdict_cell(assessed.initiative(*item).verdict),
         cell(std::string(status_on(Of<kinds::initiative>(*item), assessed.as_of()))),
         cell(roles_in(*item, row.item->id())), cell(std::string(title_of(*item)), Tone::strong),
         cell(std::string(item->id()))});
  }
  show_first(table, most_rows);
  return table;
}

Table outcomes(const Assessment& assessed, const PartyRow& row) {
  Table table{"outcomes",
              "",
              {column("verdict", "verdict"), column("due", "due", Holds::date),
               column("title", "outcome", Holds::text, Room::shrink),
               column("id", "id", Holds::text, Room::data),
               column("reason", "reason", Holds::text, Room::below)},
              {},
              "No outcome of live work is theirs, for them, by them or sponsored by them."};
  std::vector<const Item*> found = row.work->outcomes;
  for (const Item* initiative : row.work->sponsored) {
    for (const auto outcome : Of<kinds::initiative>(*initiative).get<"outcomes">()) {
      if (std::find(found.begin(), found.end(), &outcome.item()) == found.end()) {
        found.push_back(&outcome.item());
      }
    }
  }
  const auto verdict = [&](const Item* item) { return assessed.outcome(*item).verdict; };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Item* a, const Item* b) { return verdict(a) < verdict(b); });
  for (const Item* item : found) {
    const Judgement& judgement = assessed.outcome(*item);
    const bool is_bad = words_of(judgement.verdict).mood == Mood::bad;
    table.rows.push_back({verdict_cell(judgement.verdict), date_cell(judgement.due),
                          cell(std::string(title_of(*item)), Tone::strong), cell(address_of(*item)),
                          is_bad ? cell(judgement.reason) : Cell{}});
  }
  show_first(table, most_rows);
  return table;
}

Table risks(const Assessment& assessed, const PartyRow& row) {
  Table table{"risks",
              "",
              {column("exposure", "exposure a year", Holds::money), column("band", "band"),
               column("review_by", "review by", Holds::date),
               column("event", "risk", Holds::text, Room::shrink),
               column("chance", "chance", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "None open on record."};
  std::vector<const Item*> found = row.work->risks;
  for (const Item* item : row.work->borne) {
    if (std::find(found.begin(), found.end(), item) == found.end()) found.push_back(item);
  }
  std::erase_if(found, [&](const Item* item) { return !assessed.risk(*item).is_threat(); });
  const auto exposure = [&](const Item* item) {
    const RiskLevel& now = assessed.risk(*item).now();
    return now.is_money() ? now.exposure : Rational(0);
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Item* a, const Item* b) { return exposure(a) > exposure(b); });
  for (const Item* item : found) {
    const Of<kinds::risk> risk(*item);
    const RiskLevel& now = assessed.risk(*item).now();
    const auto review = risk.get<"review_by">();
    table.rows.push_back(
        {now.is_money() ? Cell{money_of(now.exposure, now.currency), Tone::plain} : Cell{},
         now.is_ordinal() ? cell(std::string(to_text(now.band))) : Cell{},
         review ? Cell{review->value, Tone::plain} : Cell{},
         cell(std::string(risk.text<"event">()), Tone::strong),
         cell(risk_tables::scaling_words(assessed.risk(*item), assessed.risk_policy().matrix)),
         cell(address_of(*item))});
  }
  show_first(table, most_risks);
  return table;
}

Table agreements(const Assessment& assessed, const PartyRow& row) {
  Table table{"agreements",
              "",
              {column("state", "state"), column("end", "ends", Holds::date),
               column("notice", "notice by", Holds::date), column("value", "value", Holds::money),
               column("title", "agreement", Holds::text, Room::shrink),
               column("id", "id", Holds::text, Room::data)},
              {},
              "None in force on record."};
  if (row.item == nullptr) return table;
  for (const auto agreement : Relationship(*row.item).get<"agreements">()) {
    const AgreementTerm term = agreement_term(agreement, assessed.as_of(), assessed.policy());
    if (term.is_closed || term.state == AgreementState::expired) continue;
    const bool is_pressing = term.state == AgreementState::in_notice_window;
    const auto value = agreement.get<"value">();
    table.rows.push_back(
        {cell(plain_word(to_text(term.state)), is_pressing ? Tone::doubtful : Tone::plain),
         date_cell(term.end), date_cell(term.notice),
         value ? Cell{value->value, Tone::plain} : Cell{},
         cell(std::string(title_of(agreement.item()))), cell(address_of(agreement.item()))});
  }
  show_first(table, most_rows);
  return table;
}

Table advice(const Assessment& assessed, const PartyRow& row) {
  Table table{"advice",
              "",
              {column("date", "date", Holds::date), column("from", "from"),
               column("about", "about"), column("text", "advice", Holds::text, Room::shrink),
               column("came_of_it", "came of it", Holds::text, Room::shrink)},
              {},
              "None on record."};
  if (row.item == nullptr) return table;
  for (const auto advice : Relationship(*row.item).get<"advice">()) {
    const auto date = advice.get<"date">();
    if (!date || date->value > assessed.as_of()) continue;
    table.rows.push_back(
        {Cell{date->value, Tone::plain}, cell(advice.is<"from", "us">() ? "us" : "them"),
         cell(std::string(advice.text<"about">())), cell(one_line(advice.text<"text">())),
         cell(one_line(advice.text<"came_of_it">()))});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    return std::get<Date>(a[0].value) > std::get<Date>(b[0].value);
  });
  show_first(table, most_advice);
  return table;
}

Table corrections(const Assessment& assessed, const PartyRow& row) {
  Table table{"corrections",
              "",
              {column("date", "decided", Holds::date),
               column("review_on", "review on", Holds::date), column("initiative", "initiative"),
               column("decision", "correction", Holds::text, Room::shrink),
               column("id", "id", Holds::text, Room::data)},
              {},
              "None under way on record."};
  if (row.item == nullptr) return table;
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (is_over(*item, assessed.as_of()) || roles_in(*item, row.item->id()).empty()) continue;
    for (const auto correction : initiative.get<"corrections">()) {
      const auto date = correction.get<"date">();
      const bool is_reviewed = review_of(correction, assessed.as_of()) == CorrectionReview::done;
      if (!date || date->value > assessed.as_of() || is_reviewed) continue;
      const auto review = correction.get<"review_on">();
      const bool is_overdue = review && review->value < assessed.as_of();
      table.rows.push_back(
          {Cell{date->value, Tone::plain},
           review ? Cell{review->value, is_overdue ? Tone::bad : Tone::plain} : Cell{},
           cell(std::string(item->id())), cell(one_line(correction.text<"decision">())),
           cell(address_of(correction.item()))});
    }
  }
  show_first(table, most_rows);
  return table;
}

}  // namespace brm::brief_tables
