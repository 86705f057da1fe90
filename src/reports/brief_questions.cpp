// What to ask at the meeting: it follows from what is late, failing, ending, or only our own view.
#include <fmt/format.h>

#include <algorithm>

#include "assess/agreement_term.h"
#include "assess/stakeholder.h"
#include "reports/brief_tables.h"
#include "reports/long_tables.h"
#include "reports/words.h"

namespace brm::brief_tables {
namespace {

constexpr std::size_t most_questions = 6;
constexpr int soon = 60;  // days

class Questions {
 public:
  Questions(const Assessment& assessed, const PartyRow& row)
      : assessed_(assessed), row_(row), party_(*row.item) {}

  std::vector<std::string> ask() && {
    ask_for_promises();
    ask_for_outcomes();
    ask_for_agreements();
    ask_for_complaints();
    ask_for_views();
    if (contact_count(party_) == 1) add("Who takes the call when our one contact is away?");
    return std::move(asked_);
  }

 private:
  void add(std::string question) { asked_.push_back(std::move(question)); }

  void ask_for_promises() {
    for (const PromiseJudgement& promise : promises_of(party_, assessed_.as_of())) {
      if (promise.is_ours) continue;
      const std::string_view text = Of<kinds::promise>(*promise.promise).text<"text">();
      if (promise.state == PromiseJudgement::State::late) {
        add(fmt::format("When do we get \"{}\"? It was due on {}.", text, to_text(promise.due)));
      } else if (promise.state == PromiseJudgement::State::open && promise.days <= soon) {
        add(fmt::format("Will \"{}\" be there on {}?", text, to_text(promise.due)));
      }
    }
  }

  void ask_for_outcomes() {
    for (const Item* item : row_.work->outcomes) {
      const Judgement& judgement = assessed_.outcome(*item);
      const Mood mood = words_of(judgement.verdict).mood;
      if (mood == Mood::bad) {
        add(fmt::format("What would turn \"{}\" ({})?", title_of(*item),
                        plain_word(to_text(judgement.verdict))));
      }
    }
  }

  void ask_for_agreements() {
    for (const auto agreement : party_.get<"agreements">()) {
      const AgreementTerm term = agreement_term(agreement, assessed_.as_of(), assessed_.policy());
      if (term.is_closed || term.state != AgreementState::in_notice_window) continue;
      add(fmt::format("Does \"{}\" go on after {}? Notice is possible until {}.",
                      title_of(agreement.item()), to_text(*term.end), to_text(*term.notice)));
    }
  }

  void ask_for_complaints() {
    for (const auto complaint : party_.get<"complaints">()) {
      const auto opened = complaint.get<"opened">();
      const auto closed = complaint.get<"closed">();
      if (!opened || opened->value > assessed_.as_of()) continue;
      if (closed && closed->value <= assessed_.as_of()) continue;
      add(fmt::format("Is the complaint of {} still open for them ({})?", to_text(opened->value),
                      complaint.item().id()));
    }
  }

  void ask_for_views() {
    const Date since = evidence_since(assessed_.as_of(), assessed_.policy());
    if (!row_.maturity.theirs) {
      add(row_.maturity.ours ? "How do they see the relationship? Only our own view is on record."
                             : "How do they see the relationship? No view of it is on record.");
    } else if (row_.maturity.theirs->date <= since) {
      add(fmt::format("Do they still see it as on {} ({})?", to_text(row_.maturity.theirs->date),
                      level_words(row_.maturity.theirs->level)));
    }
    const Satisfaction newest = satisfaction_of(party_, assessed_.as_of());
    const auto date = newest.theirs == nullptr
                          ? std::nullopt
                          : Of<kinds::satisfaction>(*newest.theirs).get<"date">();
    if (!date) {
      add("How satisfied are they? No answer is on record.");
    } else if (date->value <= since) {
      add(fmt::format("How satisfied are they? They were last asked on {}.", to_text(date->value)));
    }
  }

  const Assessment& assessed_;
  const PartyRow& row_;
  Relationship party_;
  std::vector<std::string> asked_;
};

}  // namespace

Table questions(const Assessment& assessed, const PartyRow& row) {
  Table table{"questions",
              "",
              {column("question", "", Holds::text, Room::shrink)},
              {},
              "Nothing follows from the records: ask how it goes."};
  show_first(table, most_questions);
  if (row.item == nullptr) return table;
  for (std::string& question : Questions(assessed, row).ask()) {
    table.rows.push_back({cell(std::move(question))});
  }
  return table;
}

}  // namespace brm::brief_tables
