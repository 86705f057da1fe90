#include "assess/clocks.h"

#include <algorithm>

#include "assess/open_risk.h"
#include "assess/radar.h"
#include "base/blocks.h"
#include "model/status.h"
#include "model/technology_fields.h"

namespace brm {
namespace {

using MaybeDate = std::optional<Located<Date>>;
using K = ClockKind;

/// Achieved or missed, and no value to come can change that: its day has passed, the work is over,
/// or it was to be met once.
bool is_settled(const Assessment& assessed, const Item& outcome) {
  const Judgement& judgement = assessed.outcome(outcome);
  if (judgement.verdict == Verdict::missed) return true;
  if (judgement.verdict != Verdict::achieved) return false;
  const auto indicator = Of<kinds::outcome>(outcome).get<"indicator">();
  return (judgement.due && *judgement.due <= assessed.as_of()) ||
         Of<kinds::initiative>(outcome.record()).is<"status", "completed">() ||
         (indicator && judging_of(*indicator) == Judging::pass_fail);
}

/// Those of some records, in their order.
class ClockCollector {
 public:
  explicit ClockCollector(const Assessment& assessed)
      : assessed_(assessed), policy_(assessed.policy()), as_of_(assessed.as_of()) {}

  std::vector<Clock> collect(std::span<const Item* const> records) {
    for (const Item* record : records) add_record(*record);
    return std::move(clocks_);
  }

 private:
  /// What it stands in, who has to act, and what it is about.
  struct Subject {
    const Item& item;
    std::string_view owner;
    std::string_view text;
  };

  void add(K kind, const Subject& subject, const NextDate& next) {
    clocks_.push_back({kind, next.due, next.due - as_of_, &subject.item, subject.owner,
                       subject.text, next.since, next.place});
  }
  void add(K kind, const Subject& subject, const std::optional<NextDate>& next) {
    if (next) add(kind, subject, *next);
  }
  void add(K kind, const Subject& subject, const MaybeDate& due) {
    if (due) add(kind, subject, NextDate{due->value, {}, due->span});
  }
  /// What is over by itself once its day has passed.
  void add_ahead(K kind, const Subject& subject, const MaybeDate& due) {
    if (due && due->value >= as_of_) add(kind, subject, due);
  }

  bool has_come(const MaybeDate& date) const { return date && date->value <= as_of_; }
  bool is_ahead(const MaybeDate& date) const { return date && date->value > as_of_; }

  /// The person behind a reference to a person, relationship, body or office.
  std::string_view person_behind(std::string_view reference) const {
    const Item* record = assessed_.portfolio().find_record(reference);
    if (record == nullptr) return reference;
    if (record->kind == &kinds::relationship) {
      return Of<kinds::relationship>(*record).text<"manager">();
    }
    if (record->kind == &kinds::body) return Of<kinds::body>(*record).text<"chair">();
    if (record->kind == &kinds::office) return Of<kinds::office>(*record).text<"owner">();
    return reference;
  }

  void add_record(const Item& record) {
    if (record.kind == &kinds::relationship) add_relationship(Of<kinds::relationship>(record));
    if (record.kind == &kinds::initiative) add_initiative(Of<kinds::initiative>(record));
    if (record.kind == &kinds::office) add_office(Of<kinds::office>(record));
    if (record.kind == &kinds::body) add_body(Of<kinds::body>(record));
    if (record.kind == &kinds::technology) add_technology(Of<kinds::technology>(record));
    if (record.kind == &kinds::signal) add_signal(Of<kinds::signal>(record));
    if (record.kind == &kinds::person) {
      const Of<kinds::person> person(record);
      const std::string_view title = person.text<"title">();
      const std::string_view name = title.empty() ? person.text<"role">() : title;
      add_ahead(K::departure, {record, record.id(), name}, person.get<"leaves_on">());
    }
  }

  void add_office(const Of<kinds::office>& office) {
    std::string_view holder = office.text<"owner">();
    if (const auto cio = office.get<"cio">()) {
      if (cio->has<"holder">()) holder = cio->text<"holder">();
      const auto term = cio->get<"term">();
      if (term) add(K::term_end, {cio->item(), holder, "CIO"}, term->get<"end">());
    }
    for (const auto election : office.get<"elections">()) {
      add_ahead(K::election, {election.item(), holder, election.text<"what">()},
                election.get<"date">());
    }
    for (const auto risk : office.get<"risks">()) add_risk(risk, holder);
  }

  void add_relationship(const Of<kinds::relationship>& relationship) {
    const std::string_view manager = relationship.text<"manager">();
    const bool is_active = !is_over(relationship, as_of_);
    for (const auto agreement : relationship.get<"agreements">()) {
      add_agreement(agreement, manager, is_active);
    }
    const Subject whole{relationship.item(), manager, relationship.text<"title">()};
    if (relationship.is<"status", "exiting">()) {
      if (const auto exit = relationship.get<"exit">()) add(K::exit, whole, exit->get<"date">());
    }
    // What was promised is promised until the last day, and what may happen may until then.
    if (!is_ended(relationship, as_of_)) add_promises(relationship, manager);
    for (const auto risk : relationship.get<"risks">()) add_risk(risk, manager);
    if (!is_active) return;
    add(K::review, whole, next_review(relationship, as_of_, policy_));
    for (const auto stakeholder : relationship.get<"stakeholders">()) {
      const auto action = stakeholder.get<"action">();
      if (!action) continue;
      const std::string_view text = action->text<"text">();
      add(K::stakeholder_action,
          {action->item(), manager, text.empty() ? stakeholder.text<"name">() : text},
          action->get<"due">());
    }
  }

  void add_promises(const Of<kinds::relationship>& relationship, std::string_view manager) {
    for (const auto promise : relationship.get<"promises">()) {
      if (has_come(promise.get<"met_on">()) || is_ahead(promise.get<"made">())) continue;
      add(K::promise, {promise.item(), manager, promise.text<"text">()}, promise.get<"due">());
    }
  }

  void add_agreement(const Of<kinds::agreement>& agreement, std::string_view manager,
                     bool relationship_is_active) {
    const AgreementTerm term = agreement_term(agreement, as_of_, policy_);
    if (term.is_closed) return;
    std::string_view owner = agreement.text<"administrator">();
    if (owner.empty()) owner = agreement.text<"business_owner">();
    if (owner.empty()) owner = manager;
    const Subject whole{agreement.item(), owner, agreement.text<"title">()};
    const bool is_over = term.state == AgreementState::expired;
    if (term.notice && !term.is_decided && !is_over) {
      add(K::notice, whole, NextDate{*term.notice, {}, term.notice_place});
    }
    if (term.end) add(K::expiry, whole, NextDate{*term.end, {}, term.end_place});
    if (!relationship_is_active) return;
    for (const auto milestone : agreement.get<"milestones">()) {
      if (has_come(milestone.get<"met_on">())) continue;
      add(K::milestone, {milestone.item(), owner, milestone.text<"title">()},
          milestone.get<"due">());
    }
    if (is_over || term.state == AgreementState::pending) return;
    for (const auto level : agreement.get<"service_levels">()) {
      add(K::measurement, {level.item(), owner, level.text<"title">()},
          next_measurement(level, as_of_));
    }
  }

  void add_initiative(const Of<kinds::initiative>& initiative) {
    if (is_stopped(initiative, as_of_)) return;
    const std::string_view owner = initiative.text<"owner">();
    const bool is_running = !initiative.is<"status", "completed">();
    add_measurements(initiative, owner);
    // Benefits arrive after the work is done; nothing else is asked of it then.
    if (!is_running) return;
    add(K::initiative_end, {initiative.item(), owner, initiative.text<"title">()},
        initiative.get<"end">());
    for (const auto milestone : initiative.get<"milestones">()) {
      if (has_come(milestone.get<"met_on">())) continue;
      add(K::milestone, {milestone.item(), owner, milestone.text<"title">()},
          milestone.get<"due">());
    }
    for (const auto risk : initiative.get<"risks">()) add_risk(risk, owner);
    for (const auto correction : initiative.get<"corrections">()) {
      const auto result = correction.get<"result">();
      const bool is_done = result && !is_ahead(result->get<"date">());
      if (is_done || is_ahead(correction.get<"date">())) continue;
      add(K::correction_review, {correction.item(), owner, correction.text<"decision">()},
          correction.get<"review_on">());
    }
    for (const auto experiment : initiative.get<"experiments">()) {
      const auto result = experiment.get<"result">();
      const bool is_early = result && is_ahead(result->get<"date">());
      if (experiment.has<"decision">() && !is_early) continue;
      add(K::experiment_end, {experiment.item(), owner, experiment.text<"hypothesis">()},
          experiment.get<"ends">());
    }
  }

  void add_measurements(const Of<kinds::initiative>& initiative, std::string_view owner) {
    for (const auto outcome : initiative.get<"outcomes">()) {
      const std::string_view own = outcome.text<"owner">();
      add(K::measurement, {outcome.item(), own.empty() ? owner : own, outcome.text<"title">()},
          measurement_due(assessed_, outcome.item()));
    }
  }

  void add_risk(const Of<kinds::risk>& risk, std::string_view otherwise) {
    if (!is_open(risk, assessed_.as_of())) return;
    std::string_view manager = person_behind(risk.text<"managed_by">());
    if (manager.empty()) manager = otherwise;
    const std::string_view event = risk.text<"event">();
    for (const auto action : risk.get<"actions">()) {
      if (has_come(action.get<"done_on">())) continue;
      const std::string_view by = person_behind(action.text<"by">());
      add(K::action, {action.item(), by.empty() ? manager : by, action.text<"text">()},
          action.get<"due">());
    }
    if (const auto acceptance = risk.get<"acceptance">()) {
      const std::string_view by = person_behind(acceptance->text<"by">());
      add(K::acceptance, {risk.item(), by.empty() ? manager : by, event},
          acceptance->get<"expires">());
    }
    add(K::risk_review, {risk.item(), manager, event}, risk.get<"review_by">());
  }

  void add_body(const Of<kinds::body>& body) {
    const Subject whole{body.item(), body.text<"chair">(), body.text<"title">()};
    add(K::charter, whole, next_charter_review(body, as_of_, policy_));
    add(K::meeting, whole, next_meeting(body, as_of_));
  }

  void add_technology(const Of<kinds::technology>& technology) {
    add(K::record_review,
        {technology.item(), technology.text<"owner">(), technology.text<"title">()},
        technology.get<"review_by">());
  }

  void add_signal(const Of<kinds::signal>& signal) {
    const bool is_settled =
        !judge_signal(signal, as_of_).is_open || signal.is<"response", "dismiss">();
    if (is_settled || is_ahead(signal.get<"date">())) return;
    std::string_view owner = signal.text<"owner">();
    if (owner.empty()) owner = person_behind(signal.text<"reported_by">());
    add(K::record_review, {signal.item(), owner, signal.text<"title">()},
        signal.get<"review_by">());
  }

  const Assessment& assessed_;
  const Policy& policy_;
  Date as_of_;
  std::vector<Clock> clocks_;
};

}  // namespace

std::optional<NextDate> measurement_due(const Assessment& assessed, const Item& outcome) {
  const Of<kinds::initiative> initiative(outcome.record());
  if (is_stopped(initiative, assessed.as_of()) || initiative.is<"status", "proposed">()) {
    return std::nullopt;
  }
  const auto start = initiative.get<"start">();
  const auto next = next_measurement(Of<kinds::outcome>(outcome), assessed.as_of(),
                                     start ? std::optional(start->value) : std::nullopt);
  if (!next || is_settled(assessed, outcome)) return std::nullopt;
  return next;
}

std::vector<Clock> clocks_of(const Assessment& assessed) {
  assessed.judge_outcomes();
  const std::span<const Item* const> records = assessed.portfolio().records();
  constexpr std::size_t block = 512;
  std::vector<std::vector<Clock>> found(1 + records.size() / block);
  const auto collect = [&](std::size_t first, std::size_t last) {
    found[first / block] = ClockCollector(assessed).collect(records.subspan(first, last - first));
  };
  constexpr std::size_t as_many_as_cores = 0;
  for_each_block(records.size(), as_many_as_cores, collect, block);
  std::vector<Clock> clocks = std::move(found.front());
  for (std::size_t i = 1; i < found.size(); ++i) {
    clocks.insert(clocks.end(), found[i].begin(), found[i].end());
  }
  std::stable_sort(clocks.begin(), clocks.end(),
                   [](const Clock& a, const Clock& b) { return a.due < b.due; });
  return clocks;
}

}  // namespace brm
