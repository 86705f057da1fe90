#include "assess/relationship.h"

#include <algorithm>
#include <array>

namespace brm {
namespace {

constexpr int days_a_year = 365;

std::optional<MaturityView> view_of(const Of<kinds::maturity>& entry) {
  const auto date = entry.get<"date">();
  const int level = maturity_level(entry.text<"level">());
  if (!date || level == 0) return std::nullopt;
  MaturityView view{level, date->value, {}, entry.item().span()};
  if (const int target = maturity_level(entry.text<"target">()); target > 0) view.target = target;
  if (const auto written = entry.get<"level">()) view.place = written->span;
  return view;
}

void keep_newest(std::optional<MaturityView>& kept, const MaturityView& view) {
  if (!kept || view.date >= kept->date) kept = view;
}

bool is_in_time(const std::optional<Located<Date>>& date, Date as_of) {
  return date && date->value <= as_of;
}

}  // namespace

std::string_view maturity_word(int level) {
  const auto& words = kinds::maturity_levels;
  return level >= 1 && level <= static_cast<int>(std::size(words)) ? words[level - 1]
                                                                   : std::string_view{};
}

int maturity_level(std::string_view word) {
  const auto& words = kinds::maturity_levels;
  const auto* found = std::find(std::begin(words), std::end(words), word);
  return found == std::end(words) ? 0 : static_cast<int>(found - std::begin(words)) + 1;
}

std::optional<int> Maturity::gap() const {
  if (!ours || !theirs) return std::nullopt;
  return theirs->level - ours->level;
}

Maturity maturity_of(const Relationship& relationship, Date as_of) {
  Maturity out;
  for (const auto entry : relationship.get<"maturity">()) {
    const auto view = view_of(entry);
    if (!view || view->date > as_of) continue;
    if (entry.is<"by", "us">()) keep_newest(out.ours, *view);
    if (entry.is<"by", "partner">()) keep_newest(out.theirs, *view);
  }
  return out;
}

std::string_view to_text(PromiseJudgement::State state) {
  constexpr std::array<std::string_view, 4> words{"late", "open", "kept_late", "kept"};
  return words[static_cast<std::size_t>(state)];
}

std::optional<PromiseJudgement> judge_promise(const Of<kinds::promise>& promise, Date as_of) {
  using State = PromiseJudgement::State;
  const auto made = promise.get<"made">();
  const auto due = promise.get<"due">();
  const auto met = promise.get<"met_on">();
  if (!due || (made && made->value > as_of)) return std::nullopt;
  PromiseJudgement out{&promise.item(), promise.is<"by", "us">(), State::open, due->value, 0};
  if (is_in_time(met, as_of)) {
    out.days = std::max(0, met->value - due->value);
    out.state = out.days > 0 ? State::kept_late : State::kept;
    return out;
  }
  out.state = due->value < as_of ? State::late : State::open;
  out.days = std::abs(due->value - as_of);
  return out;
}

std::vector<PromiseJudgement> promises_of(const Relationship& relationship, Date as_of) {
  std::vector<PromiseJudgement> out;
  for (const auto promise : relationship.get<"promises">()) {
    if (const auto judged = judge_promise(promise, as_of)) out.push_back(*judged);
  }
  return out;
}

PromiseCounts count_promises(const std::vector<PromiseJudgement>& promises, bool ours) {
  PromiseCounts counts;
  const std::array<std::size_t*, 4> places{&counts.late, &counts.open, &counts.kept_late,
                                           &counts.kept};
  for (const PromiseJudgement& promise : promises) {
    if (promise.is_ours == ours) ++*places[static_cast<std::size_t>(promise.state)];
  }
  return counts;
}

Satisfaction satisfaction_of(const Relationship& relationship, Date as_of) {
  Satisfaction out;
  std::optional<Date> ours;
  std::optional<Date> theirs;
  for (const auto answer : relationship.get<"satisfaction">()) {
    const auto date = answer.get<"date">();
    if (!is_in_time(date, as_of)) continue;
    const bool is_ours = answer.is<"by", "us">();
    std::optional<Date>& newest = is_ours ? ours : theirs;
    if (newest && date->value < *newest) continue;
    newest = date->value;
    (is_ours ? out.ours : out.theirs) = &answer.item();
  }
  return out;
}

Date evidence_since(Date as_of, const Policy& policy) {
  constexpr int months_a_year = 12;
  return as_of + -(policy.whole<"evidence_months">() * days_a_year / months_a_year);
}

bool has_its_reviews(const Attention& attention, const Policy& policy) {
  return attention.is_kept(policy.number<"cadence_kept_share">());
}

bool is_quiet(const Relationship& relationship, Date as_of, const Policy& policy) {
  if (is_over(relationship, as_of)) return false;
  const Attention attention = attention_of(relationship, as_of, policy);
  return attention.went_quiet(policy.number<"quiet_factor">(), as_of);
}

bool Attention::is_kept(const Rational& share) const {
  return Rational(held) >= share * Rational(planned);
}

bool Attention::went_quiet(const Rational& factor, Date as_of) const {
  if (cadence_days == 0 || !last_entry) return false;
  return Rational(as_of - *last_entry) > factor * cadence_days;
}

}  // namespace brm
