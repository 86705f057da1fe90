#include "assess/agreement_term.h"

#include <array>

namespace brm {
namespace {

constexpr std::array<std::string_view, 6> state_words{"pending", "active",     "in_notice_window",
                                                      "expired", "open_ended", "no_period"};

void find_end(const Of<kinds::agreement>& agreement, Date as_of, AgreementTerm& out) {
  const auto period = agreement.get<"period">();
  if (period) {
    if (const auto start = period->get<"start">()) out.start = start->value;
    if (const auto end = period->get<"end">()) {
      out.end = end->value;
      out.end_place = end->span;
    }
  }
  std::optional<Date> newest;
  for (const auto amendment : agreement.get<"amendments">()) {
    const auto date = amendment.get<"date">();
    const auto end = amendment.get<"end_change">();
    if (!date || !end || date->value > as_of || (newest && date->value < *newest)) continue;
    newest = date->value;
    out.end = end->value;
    out.end_place = end->span;
  }
}

void find_notice(const Of<kinds::agreement>& agreement, Date as_of, const Policy& policy,
                 AgreementTerm& out) {
  const auto renewal = agreement.get<"renewal">();
  if (!renewal) return;
  const auto renews = renewal->get<"auto">();
  out.renews_itself = renews && renews->value;
  const auto days = renewal->get<"notice_days">();
  if (!days || !out.end) return;
  out.notice = *out.end + -static_cast<std::int32_t>(days->value);
  out.notice_place = days->span;
  out.notice_opens = *out.notice + -policy.whole<"notice_lead_days">();
  for (const auto amendment : agreement.get<"amendments">()) {
    const auto date = amendment.get<"date">();
    if (date && date->value >= *out.notice_opens && date->value <= as_of) out.is_decided = true;
  }
}

AgreementState state_of(const AgreementTerm& term, Date as_of) {
  if (!term.start && !term.end) return AgreementState::no_period;
  if (term.start && as_of < *term.start) return AgreementState::pending;
  if (!term.end) return AgreementState::open_ended;
  if (as_of > *term.end) return AgreementState::expired;
  const bool is_in_window = term.notice && as_of >= *term.notice_opens && as_of <= *term.notice;
  return is_in_window ? AgreementState::in_notice_window : AgreementState::active;
}

}  // namespace

std::string_view to_text(AgreementState state) {
  return state_words[static_cast<std::size_t>(state)];
}

Words agreement_state_words() { return state_words; }

bool AgreementTerm::is_in_force() const {
  return !is_closed && has_period() && state != AgreementState::pending &&
         state != AgreementState::expired;
}

bool AgreementTerm::has_passed_notice(Date as_of) const {
  return notice && !is_decided && is_in_force() && as_of > *notice;
}

AgreementTerm agreement_term(const Of<kinds::agreement>& agreement, Date as_of,
                             const Policy& policy) {
  AgreementTerm out;
  find_end(agreement, as_of, out);
  find_notice(agreement, as_of, policy, out);
  out.is_closed = agreement.has<"final_status">();
  out.state = state_of(out, as_of);
  return out;
}

}  // namespace brm
