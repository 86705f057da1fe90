#include "assess/vendor.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "assess/service_level.h"

namespace brm {
namespace {

AgreementStanding standing_of(const Assessment& assessed, const Of<kinds::agreement>& agreement) {
  AgreementStanding out;
  out.agreement = &agreement.item();
  out.term = agreement_term(agreement, assessed.as_of(), assessed.policy());
  if (const auto value = agreement.get<"value">()) out.value = value->value;
  for (const auto amendment : agreement.get<"amendments">()) {
    const auto date = amendment.get<"date">();
    const auto change = amendment.get<"value_change">();
    if (!date || !change || date->value > assessed.as_of()) continue;
    out.amended[change->value.currency] += Rational(change->value.minor);
  }
  return out;
}

/// The order of a list of agreements: what can still be decided first.
std::tuple<int, Date> urgency_of(const AgreementStanding& standing, Date as_of) {
  const Date never{std::numeric_limits<std::int32_t>::max()};
  const Date end = standing.term.end.value_or(never);
  if (const auto notice = standing.open_notice(as_of)) {
    return {standing.term.state == AgreementState::in_notice_window ? 0 : 2, *notice};
  }
  if (standing.is_in_force()) return {standing.term.has_passed_notice(as_of) ? 1 : 3, end};
  if (standing.is_unclosed()) return {4, end};
  if (!standing.is_over()) return {standing.has_period() ? 5 : 6, end};
  return {7, never};
}

std::optional<GivenGrade> grade_of(const Of<kinds::performance>& performance, const Item& agreement,
                                   Date as_of) {
  const auto date = performance.get<"date">();
  const auto grade = performance.get<"grade">();
  if (!date || !grade || date->value > as_of) return std::nullopt;
  return GivenGrade{date->value,
                    grade->value,
                    performance.text<"event">(),
                    performance.text<"evidence">(),
                    performance.text<"response">(),
                    &agreement,
                    grade->span};
}

LevelTrend trend_from(std::string_view before, std::string_view after) {
  if (before == after) return LevelTrend::same;
  return after < before ? LevelTrend::better : LevelTrend::worse;  // A is the best
}

/// By date; of one day in the order they were written.
std::vector<GivenGrade> grades_of_side(const Of<kinds::relationship>& relationship, Side side,
                                       Date as_of) {
  std::vector<GivenGrade> out;
  for (const auto agreement : relationship.get<"agreements">()) {
    for (const auto performance : agreement.get<"performance">()) {
      const bool is_ours = performance.is<"of", "office">();
      if (is_ours != (side == Side::office)) continue;
      if (auto grade = grade_of(performance, agreement.item(), as_of)) out.push_back(*grade);
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const GivenGrade& a, const GivenGrade& b) { return a.date < b.date; });
  return out;
}

/// Of two without a period, where nothing else says which to look at first; amounts of different
/// currencies are not compared.
bool is_worth_more(const AgreementStanding& a, const AgreementStanding& b) {
  if (a.has_period() || b.has_period() || !a.value) return false;
  if (!b.value) return true;
  if (a.value->currency != b.value->currency) return a.value->currency < b.value->currency;
  return a.value->minor > b.value->minor;
}

}  // namespace

bool AgreementStanding::is_over() const {
  return term.is_closed || term.state == AgreementState::expired;
}

bool AgreementStanding::is_unclosed() const {
  return !term.is_closed && term.state == AgreementState::expired;
}

std::optional<Date> AgreementStanding::open_notice(Date as_of) const {
  const bool is_open = is_in_force() && !term.is_decided && term.notice && *term.notice >= as_of;
  return is_open ? term.notice : std::nullopt;
}

std::vector<AgreementStanding> agreement_standings(const Assessment& assessed,
                                                   const std::vector<const Item*>& relationships) {
  std::vector<AgreementStanding> out;
  for (const Item* item : relationships) {
    for (const auto agreement : Of<kinds::relationship>(*item).get<"agreements">()) {
      out.push_back(standing_of(assessed, agreement));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [&](const AgreementStanding& a, const AgreementStanding& b) {
                     const auto first = urgency_of(a, assessed.as_of());
                     const auto second = urgency_of(b, assessed.as_of());
                     if (first != second) return first < second;
                     return is_worth_more(a, b);
                   });
  return out;
}

std::string_view to_text(LevelTrend trend) {
  constexpr std::array<std::string_view, 4> words{"", "same", "better", "worse"};
  return words[static_cast<std::size_t>(trend)];
}

std::vector<SideGrades> grades_of(const Assessment& assessed,
                                  const std::vector<const Item*>& relationships) {
  std::vector<SideGrades> out;
  for (const Item* item : relationships) {
    for (const Side side : {Side::partner, Side::office}) {
      const auto grades = grades_of_side(Of<kinds::relationship>(*item), side, assessed.as_of());
      if (grades.empty()) continue;
      SideGrades found{item, side, grades.back(), {}, LevelTrend::none, grades.size(), false};
      if (grades.size() > 1) {
        found.before = grades[grades.size() - 2];
        found.trend = trend_from(found.before->grade, found.latest.grade);
      }
      const bool is_bad = found.latest.grade == "D" || found.latest.grade == "F";
      found.lacks_response = is_bad && found.latest.response.empty();
      out.push_back(found);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const SideGrades& a, const SideGrades& b) {
    return a.latest.grade > b.latest.grade;
  });
  return out;
}

std::vector<JudgedServiceLevel> judged_service_levels(
    const Assessment& assessed, const std::vector<AgreementStanding>& agreements) {
  std::vector<JudgedServiceLevel> out;
  for (const AgreementStanding& standing : agreements) {
    if (standing.is_over()) continue;
    for (const auto level : Of<kinds::agreement>(*standing.agreement).get<"service_levels">()) {
      out.push_back({&level.item(), standing.agreement,
                     judge_service_level(level, assessed.as_of(), assessed.policy())});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const JudgedServiceLevel& a, const JudgedServiceLevel& b) {
                     return a.judgement.verdict < b.judgement.verdict;
                   });
  return out;
}

}  // namespace brm
