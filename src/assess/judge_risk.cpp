#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assess/open_risk.h"
#include "assess/risk.h"
#include "base/cadence.h"
#include "base/spelling.h"
#include "model/status.h"

namespace brm {
namespace {

using Risk = Of<kinds::risk>;

bool is_past(const std::optional<Located<Date>>& date, Date as_of) {
  return date && date->value <= as_of;
}

Rational years_of(const Risk& risk) {
  const auto parts = read_year_parts(risk.text<"horizon">());
  return parts ? Rational(*parts, year_parts) : Rational(1);
}

/// A level that leaves out its likelihood or impact keeps that of the inherent one.
template <class Level>
RiskLevel level_beside_inherent(const Level& level, const Risk& risk, const Rational& years,
                                const RiskMatrix& matrix, LognormalMeans& means) {
  const auto likelihood = level.template get<"likelihood">();
  const auto impact = level.template get<"impact">();
  RiskLevel out = risk_level(likelihood ? likelihood : risk.get<"likelihood">(),
                             impact ? impact : risk.get<"impact">(), years, matrix, means);
  out.place = level.item().span();
  return out;
}

/// `its action is`, `all 3 actions are`
std::string counted_all(std::size_t actions) {
  return actions == 1 ? std::string("its action is") : fmt::format("all {} actions are", actions);
}

std::optional<Of<kinds::risk_assessment>> newest_assessment(const Risk& risk, Date as_of) {
  std::optional<Of<kinds::risk_assessment>> newest;
  for (const auto assessment : risk.get<"assessments">()) {
    const auto date = assessment.get<"date">();
    if (!is_past(date, as_of)) continue;
    const bool says_something = assessment.has<"likelihood">() || assessment.has<"impact">();
    if (!says_something || (newest && date->value < newest->get<"date">()->value)) continue;
    newest = assessment;
  }
  return newest;
}

void count_actions(const Risk& risk, Date as_of, RiskJudgement& out) {
  for (const auto action : risk.get<"actions">()) {
    ++out.actions;
    if (!is_past(action.get<"done_on">(), as_of)) ++out.actions_open;
  }
}

/// Whether a level can stand in for the inherent one: on the same scale, in the same money.
bool can_count(const std::optional<RiskLevel>& level, const RiskLevel& inherent) {
  if (!level || level->scale == RiskScale::unknown || level->scale == RiskScale::mixed)
    return false;
  if (inherent.scale == RiskScale::unknown || inherent.scale == RiskScale::mixed) return true;
  return level->scale == inherent.scale &&
         (!level->is_money() || level->currency == inherent.currency);
}

/// An assessment says how it was seen on a day. A residual level is what today's controls leave,
/// and so needs some on record: words, or an action that is done. Open actions lead on to the
/// target. Where no target is stated they lead to the residual level, which then counts only once
/// they are done.
void choose_stage(const Risk& risk, Date as_of, RiskJudgement& out) {
  const std::string actions =
      fmt::format("{} of {}", out.actions_open, counted(out.actions, "action"));
  const bool has_control = risk.has<"response_text">() || out.actions > out.actions_open;
  if (out.assessed && can_count(out.assessed, out.inherent)) {
    out.stage = RiskStage::assessed;
    out.stage_reason = fmt::format("as assessed on {}",
                                   to_text(newest_assessment(risk, as_of)->get<"date">()->value));
  } else if (out.assessed) {
    out.stage_reason = "the newest assessment cannot be compared with it";
  } else if (!out.residual) {
    out.stage_reason = "no residual level is stated";
  } else if (!can_count(out.residual, out.inherent)) {
    out.stage_reason = "the residual level cannot be compared with it";
  } else if (out.actions_open > 0 && !out.target) {
    out.stage_reason =
        fmt::format("{} still open, so the residual level does not count yet", actions);
  } else if (!has_control) {
    out.stage_reason = "nothing on record brings the residual level about";
  } else {
    out.stage = RiskStage::residual;
    out.stage_reason = "as stated, with the controls that response_text names";
    if (out.actions_open > 0) {
      out.stage_reason = fmt::format("as stated; {} to the target {} open", actions,
                                     out.actions_open == 1 ? "is" : "are");
    } else if (out.actions > 0) {
      out.stage_reason = fmt::format("{} done", counted_all(out.actions));
    }
  }
}

Acceptance acceptance_of(const Risk& risk, Date as_of) {
  const auto acceptance = risk.get<"acceptance">();
  if (acceptance) {
    const auto expires = acceptance->get<"expires">();
    return expires && expires->value < as_of ? Acceptance::expired : Acceptance::in_force;
  }
  for (const auto response : risk.get<"response">()) {
    if (response.value == "accept") return Acceptance::missing;
  }
  return Acceptance::none;
}

bool only_accepts(const Risk& risk) {
  for (const auto response : risk.get<"response">()) {
    if (response.value != "accept") return false;
  }
  return !risk.get<"response">().empty();
}

/// Whether anything is done about it: an action, a response put into words, or an acceptance in
/// force. A word in `response` alone does nothing.
void judge_answer(const Risk& risk, RiskJudgement& out) {
  const bool acts = !only_accepts(risk) && (out.actions > 0 || risk.has<"response_text">());
  out.is_answered = acts || out.acceptance == Acceptance::in_force;
  const auto acceptance = risk.get<"acceptance">();
  const auto expires = acceptance ? acceptance->get<"expires">() : std::nullopt;
  if (out.acceptance == Acceptance::in_force) {
    out.answer = expires ? fmt::format("accepted until {}", to_text(expires->value))
                         : std::string("accepted without an end");
  } else if (acts) {
    out.answer = out.actions == 0 ? "responded to in words, without an action"
                                  : fmt::format("{} of {} done", out.actions - out.actions_open,
                                                counted(out.actions, "action"));
  } else if (out.acceptance == Acceptance::expired) {
    out.answer = fmt::format("the acceptance ended on {}", to_text(expires->value));
  } else if (out.acceptance == Acceptance::missing) {
    out.answer = "to be accepted, and nobody has accepted it";
  } else {
    out.answer = "neither an action nor a response_text";
  }
}

void add_overdue(const Risk& risk, Date as_of, RiskJudgement& out) {
  using What = Overdue::What;
  const std::string_view manager = risk.text<"managed_by">();
  if (const auto review = risk.get<"review_by">(); review && review->value < as_of) {
    out.overdue.push_back({What::review, review->value, "", manager, review->span});
  }
  for (const auto action : risk.get<"actions">()) {
    const auto due = action.get<"due">();
    if (!due || due->value >= as_of || is_past(action.get<"done_on">(), as_of)) continue;
    const std::string_view by = action.text<"by">();
    out.overdue.push_back(
        {What::action, due->value, action.text<"text">(), by.empty() ? manager : by, due->span});
  }
  if (out.acceptance == Acceptance::expired) {
    const auto acceptance = risk.get<"acceptance">();
    const auto expires = acceptance->get<"expires">();
    out.overdue.push_back(
        {What::acceptance, expires->value, "", acceptance->text<"by">(), expires->span});
  }
  if (const auto seen = risk.get<"trigger_met">(); is_past(seen, as_of)) {
    out.overdue.push_back(
        {What::trigger, seen->value, risk.text<"trigger">(), manager, seen->span});
  }
  std::stable_sort(out.overdue.begin(), out.overdue.end(),
                   [](const Overdue& a, const Overdue& b) { return a.since < b.since; });
}

bool has_open_status(const Risk& risk, Date as_of) {
  if (risk.is<"status", "closed">()) return false;
  if (!risk.is<"status", "occurred">()) return true;
  const auto occurred = risk.get<"occurred">();
  const auto date = occurred ? occurred->get<"date">() : std::nullopt;
  return date && date->value > as_of;
}

bool is_above(const RiskLevel& level, const RiskPolicy& policy) {
  if (level.is_ordinal()) return level.band > policy.matrix.appetite();
  if (!level.is_money() || !policy.appetite) return false;
  return level.currency == policy.appetite->currency && level.exposure > policy.appetite->minor;
}

}  // namespace

std::string_view to_text(RiskStage stage) {
  constexpr std::array<std::string_view, 3> words{"inherent", "assessed", "residual"};
  return words[static_cast<std::size_t>(stage)];
}

std::string_view to_text(Overdue::What what) {
  constexpr std::array<std::string_view, 4> words{"review", "action", "acceptance", "trigger"};
  return words[static_cast<std::size_t>(what)];
}

const RiskLevel& RiskJudgement::now() const {
  if (stage == RiskStage::assessed) return *assessed;
  return stage == RiskStage::residual ? *residual : inherent;
}

RiskPolicy risk_policy(const Item* office) {
  RiskPolicy out{RiskMatrix(office), {}};
  if (office == nullptr) return out;
  const auto policy = Of<kinds::office>(*office).get<"policy">();
  const auto appetite = policy ? policy->get<"appetite">() : std::nullopt;
  if (appetite) out.appetite = appetite->value;
  return out;
}

bool is_in_ended_work(const Item& risk, Date as_of) {
  const Item& record = risk.record();
  if (record.kind == &kinds::initiative) return is_over(Of<kinds::initiative>(record), as_of);
  return record.kind == &kinds::relationship && is_ended(Of<kinds::relationship>(record), as_of);
}

bool is_open(const Risk& risk, Date as_of) {
  return has_open_status(risk, as_of) && !is_in_ended_work(risk.item(), as_of);
}

bool is_left_open(const Risk& risk, Date as_of) {
  return has_open_status(risk, as_of) && is_in_ended_work(risk.item(), as_of);
}

RiskJudgement judge_risk(const Risk& risk, Date as_of, const RiskPolicy& policy,
                         LognormalMeans& means) {
  RiskJudgement out;
  const RiskMatrix& matrix = policy.matrix;
  out.years = years_of(risk);
  out.inherent =
      risk_level(risk.get<"likelihood">(), risk.get<"impact">(), out.years, matrix, means);
  if (const auto residual = risk.get<"residual">()) {
    out.residual = level_beside_inherent(*residual, risk, out.years, matrix, means);
  }
  if (const auto target = risk.get<"target">()) {
    out.target = level_beside_inherent(*target, risk, out.years, matrix, means);
  }
  if (const auto assessment = newest_assessment(risk, as_of)) {
    out.assessed = level_beside_inherent(*assessment, risk, out.years, matrix, means);
  }
  out.is_opportunity = risk.is<"type", "opportunity">();
  out.is_open = is_open(risk, as_of);
  count_actions(risk, as_of, out);
  choose_stage(risk, as_of, out);
  out.acceptance = acceptance_of(risk, as_of);
  judge_answer(risk, out);
  out.is_above_appetite = out.is_open && out.is_threat() && is_above(out.now(), policy);
  if (out.is_open) add_overdue(risk, as_of, out);
  return out;
}

}  // namespace brm
