#include "reports/brief_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/agreement_term.h"
#include "base/spelling.h"
#include "base/text.h"
#include "model/people_fields.h"
#include "model/status.h"
#include "reports/words.h"

namespace brm::brief_tables {
namespace {

constexpr std::size_t most_rows = 6;
constexpr std::size_t most_risks = 3;
constexpr std::size_t most_advice = 2;
constexpr std::size_t talk_width = 200;  // of a summary: its first sentences

/// No more than a page holds; says how many there are.
void keep_first(Table& table, std::size_t most) {
  if (table.rows.size() <= most) return;
  table.title = fmt::format("{} of {}", most, table.rows.size());
  table.rows.resize(most);
}

std::string one_line(std::string_view prose) {
  std::string out;
  for (const char letter : prose) {
    const bool is_blank = letter == '\n' || letter == ' ';
    if (is_blank && (out.empty() || out.back() == ' ')) continue;
    out += is_blank ? ' ' : letter;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

Detail detail(std::string key, std::string title, std::string text) {
  return {std::move(key), std::move(title), cell(std::move(text))};
}

std::string person_words(const Portfolio& portfolio, std::string_view id) {
  const Item* person = portfolio.find_record(id);
  const bool is_person = person != nullptr && person->kind == &kinds::person;
  return is_person ? std::string(title_of(*person)) : std::string(id);
}

/// Their names, or what to call about where nobody is named.
std::string contacts_of(const PartyRow& row, const Portfolio& portfolio) {
  std::vector<std::string> parts;
  for (const auto contact : Relationship(*row.item).get<"contacts">()) {
    const std::string name = person_words(portfolio, contact.text<"person">());
    parts.push_back(name.empty() ? std::string(contact.text<"role">()) : name);
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string maturity_words(const PartyRow& row) {
  const auto view = [](const std::optional<MaturityView>& side) {
    return side ? fmt::format("{} ({})", side->level, to_text(side->date))
                : std::string("nothing on record");
  };
  if (!row.attention.last_entry) return "no data: nothing dated is on record";
  std::string out = fmt::format("we say {}, they {}, records show {}", view(row.maturity.ours),
                                view(row.maturity.theirs), level_words(row.evidenced.level));
  const std::string lacking = evidence_words(row.evidenced.lacking());
  if (!lacking.empty()) out += fmt::format("; {} lacks {}", row.evidenced.level + 1, lacking);
  return out;
}

std::string satisfaction_words(const PartyRow& row, Date as_of) {
  const Satisfaction newest = satisfaction_of(Relationship(*row.item), as_of);
  if (newest.theirs == nullptr) return "not on record";
  const Of<kinds::satisfaction> answer(*newest.theirs);
  const auto score = answer.get<"score">();
  const auto out_of = answer.get<"out_of">();
  const auto date = answer.get<"date">();
  if (!score || !out_of || !date) return "on record, and its score could not be read";
  std::string out = fmt::format("{} of {} on {}, {}", to_text(score->value), to_text(out_of->value),
                                to_text(date->value), answer.text<"by">());
  if (const auto asked = answer.get<"respondents">()) {
    out += fmt::format(", {}", counted(static_cast<std::size_t>(asked->value), "answer"));
  }
  return out;
}

bool takes_part(std::string_view party, const Of<kinds::initiative>& initiative) {
  for (const auto each : initiative.get<"parties">()) {
    if (each.text<"relationship">() == party) return true;
  }
  return false;
}

std::string attention_line(const PartyRow& row) {
  const Attention& attention = row.attention;
  std::string out = attention_words(attention);
  if (attention.next_review) out += "; next " + to_text(*attention.next_review);
  if (attention.last_contact) out += ", last contact " + to_text(*attention.last_contact);
  return out;
}

/// What was said, and decided, at the last one.
void add_last_review(const PartyRow& row, Section& section) {
  std::optional<Of<kinds::review>> last;
  if (row.item != nullptr) {
    for (const auto review : Relationship(*row.item).get<"reviews">()) {
      const auto date = review.get<"date">();
      if (date && date->value == row.attention.last_review) last.emplace(review);
    }
  }
  std::string said;
  std::vector<std::string_view> decided;
  if (last) {
    said = fmt::format("{}: {}", to_text(*row.attention.last_review),
                       cut_to(one_line(last->text<"summary">()), talk_width));
    for (const auto decision : last->get<"decisions">()) decided.push_back(decision.value);
  }
  section.details.push_back(detail("said", "last review", std::move(said)));
  section.details.push_back(
      detail("decided", "decided", fmt::format("{}", fmt::join(decided, "\n"))));
}

}  // namespace

Section who(const Assessment& assessed, const PartyRow& row) {
  Section section{"", {}, {}, {}, "", ""};
  const auto add = [&](std::string key, std::string title, const auto& text) {
    section.details.push_back(
        detail(std::move(key), std::move(title), row.item == nullptr ? "" : text()));
  };
  const Portfolio& portfolio = assessed.portfolio();
  add("purpose", "purpose",
      [&] { return one_line(Relationship(*row.item).text<"shared_purpose">()); });
  add("looked_after", "looked after", [&] {
    const Relationship party(*row.item);
    const std::string sponsor = person_words(portfolio, party.text<"executive_sponsor">());
    return fmt::format("by {}{}", person_words(portfolio, party.text<"manager">()),
                       sponsor.empty() ? "" : ", sponsor " + sponsor);
  });
  add("contacts", "contacts", [&] { return contacts_of(row, portfolio); });
  add("attention", "reviews", [&] { return attention_line(row); });
  add("reliance", "hangs on them", [&] { return reliance_words(*row.work); });
  add("maturity", "maturity", [&] { return maturity_words(row); });
  add("satisfaction", "satisfied", [&] { return satisfaction_words(row, assessed.as_of()); });
  add_last_review(row, section);
  return section;
}

Table promises(const Assessment& assessed, const PartyRow& row) {
  Table table{"promises",
              "",
              {column("by", "by"), column("due", "due", Holds::date), column("state", "state"),
               column("text", "promise", Holds::text, Room::cut),
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
  keep_first(table, most_rows);
  return table;
}

Table outcomes(const Assessment& assessed, const PartyRow& row) {
  Table table{"outcomes",
              "",
              {column("verdict", "verdict"), column("due", "due", Holds::date),
               column("title", "outcome", Holds::text, Room::cut),
               column("id", "id", Holds::text, Room::data),
               column("reason", "reason", Holds::text, Room::below)},
              {},
              "No outcome of live work is theirs, for them, or by them."};
  std::vector<const Item*> found = row.work->outcomes;
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
  keep_first(table, most_rows);
  return table;
}

Table risks(const Assessment& assessed, const PartyRow& row) {
  Table table{"risks",
              "",
              {column("exposure", "exposure a year", Holds::money), column("band", "band"),
               column("review_by", "review by", Holds::date),
               column("event", "risk", Holds::text, Room::cut),
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
         cell(std::string(risk.text<"event">()), Tone::strong), cell(address_of(*item))});
  }
  keep_first(table, most_risks);
  return table;
}

Table agreements(const Assessment& assessed, const PartyRow& row) {
  Table table{"agreements",
              "",
              {column("state", "state"), column("end", "ends", Holds::date),
               column("notice", "notice by", Holds::date), column("value", "value", Holds::money),
               column("title", "agreement", Holds::text, Room::cut),
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
  keep_first(table, most_rows);
  return table;
}

Table advice(const Assessment& assessed, const PartyRow& row) {
  Table table{"advice",
              "",
              {column("date", "date", Holds::date), column("from", "from"),
               column("about", "about"), column("text", "advice", Holds::text, Room::cut),
               column("came_of_it", "came of it", Holds::text, Room::cut)},
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
  keep_first(table, most_advice);
  return table;
}

Table corrections(const Assessment& assessed, const PartyRow& row) {
  Table table{
      "corrections",
      "",
      {column("date", "decided", Holds::date), column("review_on", "review on", Holds::date),
       column("initiative", "initiative"), column("decision", "correction", Holds::text, Room::cut),
       column("id", "id", Holds::text, Room::data)},
      {},
      "None under way on record."};
  if (row.item == nullptr) return table;
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (is_over(*item) || !takes_part(row.item->id(), initiative)) continue;
    for (const auto correction : initiative.get<"corrections">()) {
      const auto date = correction.get<"date">();
      if (!date || date->value > assessed.as_of() || correction.has<"result">()) continue;
      const auto review = correction.get<"review_on">();
      const bool is_overdue = review && review->value < assessed.as_of();
      table.rows.push_back(
          {Cell{date->value, Tone::plain},
           review ? Cell{review->value, is_overdue ? Tone::bad : Tone::plain} : Cell{},
           cell(std::string(item->id())), cell(one_line(correction.text<"decision">())),
           cell(address_of(correction.item()))});
    }
  }
  keep_first(table, most_rows);
  return table;
}

}  // namespace brm::brief_tables
