// Expected and realized value of outcomes: in all, by kind, party and goal, and what contradicts
// it.
#include <fmt/format.h>

#include "base/spelling.h"
#include "reports/known.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/value_tables.h"
#include "reports/words.h"

namespace brm {
namespace {

using value_tables::Values;

std::vector<const Item*> chosen_outcomes(const Assessment& assessed, const Where& where) {
  std::vector<const Item*> out;
  for (const Item* outcome : assessed.portfolio().all(kinds::outcome)) {
    if (where.holds(assessed, *outcome)) out.push_back(outcome);
  }
  return out;
}

/// Of the office's currency; not for people where there is none.
Detail sum_detail(std::string name, const Rational& minor, Currency currency) {
  const Room room = minor == 0 ? Room::data : Room::fixed;
  return {name, name, amount_or_nothing(minor, currency, Tone::strong), room, Holds::money};
}

/// `EUR 250,000 expected, EUR 0 realized`, of each currency but the office's.
std::string other_currencies(const Values& values, Currency currency) {
  std::vector<std::string> out;
  for (const ValueSum& sum : value_in_all(values)) {
    if (sum.currency == currency || (sum.expected == 0 && sum.realized == 0)) continue;
    out.push_back(fmt::format("{} expected, {} realized",
                              amount_words(money_of(sum.expected, sum.currency)),
                              amount_words(money_of(sum.realized, sum.currency))));
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

std::vector<Detail> summary_of(std::size_t outcomes, const Values& values, Currency currency) {
  ValueSum all;
  for (const ValueSum& sum : value_in_all(values)) {
    if (sum.currency == currency) all = sum;
  }
  const std::string others = other_currencies(values, currency);
  std::size_t in_money = 0;
  std::size_t counted = 0;
  std::size_t realized = 0;
  std::size_t against = 0;
  std::size_t at_stake = 0;
  std::size_t overdue = 0;
  std::size_t disbenefits = 0;
  for (const OutcomeValue& value : values) {
    in_money += value.is_summed() ? 1U : 0U;
    counted += !value.kind.empty() && !value.is_summed() ? 1U : 0U;
    realized += value.has_realized ? 1U : 0U;
    against += value.is_claimed_against_evidence ? 1U : 0U;
    at_stake += value.is_at_stake ? 1U : 0U;
    overdue += value.is_overdue ? 1U : 0U;
    disbenefits += Of<kinds::outcome>(*value.outcome).get<"disbenefits">().size();
  }
  const auto alarming = [](std::size_t count, Tone tone) {
    return cell(count, count > 0 ? tone : Tone::plain);
  };
  const std::vector<Detail> first{{"outcomes", "outcomes", cell(outcomes, Tone::strong)},
                                  sum_detail("expected", all.expected, currency),
                                  sum_detail("realized", all.realized, currency),
                                  {"other_currencies", "in other currencies", cell(others),
                                   others.empty() ? Room::data : Room::fixed},
                                  {"in_money", "with a value in money", cell(in_money)},
                                  {"counted", "with a value that is only counted", cell(counted)}};
  const std::vector<Detail> found{
      {"with_realized", "that have realized something", cell(realized)},
      {"against_evidence", "claimed against the evidence", alarming(against, Tone::bad)},
      {"at_stake", "expected against the evidence", alarming(at_stake, Tone::doubtful)},
      {"overdue", "due, and nothing realized", alarming(overdue, Tone::doubtful)},
      {"disbenefits", "disbenefits", cell(disbenefits)}};
  return joined(first, if_known(!values.empty(), found));
}

/// What the sums leave out, a sentence for each currency.
std::vector<std::string> not_summed(const Values& values) {
  std::vector<std::string> out;
  for (const ValueSum& sum : value_in_all(values)) {
    const auto amount = [&](const Rational& minor) {
      return amount_words(money_of(minor, sum.currency));
    };
    if (sum.given_up != 0 || sum.realized_before_stop != 0) {
      out.push_back(fmt::format(
          "Not in these sums: {} expected of stopped initiatives, of which {} was realized.",
          amount(sum.given_up), amount(sum.realized_before_stop)));
    }
    if (sum.proposed != 0) {
      out.push_back(fmt::format("Not in these sums: {} expected of initiatives only proposed.",
                                amount(sum.proposed)));
    }
  }
  return out;
}

/// The section, unless its table has no row.
void add(std::vector<Section>& sections, std::string title, Table table, std::string paragraph) {
  std::vector<std::string> paragraphs;
  if (!table.rows.empty() && !paragraph.empty()) paragraphs.push_back(std::move(paragraph));
  sections.push_back(section_of(std::move(title), std::move(table), std::move(paragraphs)));
}

std::vector<Section> sections_of(const Assessment& assessed, const Values& values,
                                 const std::vector<MovedSum>& sums, std::size_t left_out) {
  std::vector<Section> out;
  out.push_back(section_of("In money: savings, cost avoidance and revenue",
                           value_tables::totals(values), not_summed(values)));
  add(out, "Claimed against the evidence", value_tables::against_evidence(assessed, values),
      "Value is on record while the measurements say missed, off track or worsening.");
  add(out, "Expected against the evidence", value_tables::at_stake(assessed, values),
      "Nothing is realized yet, and the outcome that is to bring the money is missed, off track or "
      "worsening.");
  add(out, "Due, and nothing realized", value_tables::overdue(assessed, values), "");
  add(out, "By kind", value_tables::by_kind(values), "");
  add(out, "Counted, and in no sum above", value_tables::counted_kinds(values),
      "An amount written beside time, quality, risk or compliance is an estimate; nobody has that "
      "money.");
  add(out, "By party, as value_shares say", value_tables::by_party(assessed, values, left_out), "");
  add(out, "By goal", value_tables::by_goal(assessed, values, left_out),
      "An outcome that serves several goals counts in each: do not add these rows up.");
  add(out, "Indicators that may be summed", value_tables::moved(sums),
      "From baseline to target, and how far it has come.");
  const bool has_values = !values.empty();
  Table disbenefits = value_tables::disbenefits(assessed, values);
  if (!has_values) disbenefits.if_empty.clear();
  add(out, "Disbenefits, beside and never taken off", std::move(disbenefits), "");
  add(out, "Outcome by outcome", value_tables::outcomes(assessed, values), "");
  return out;
}

/// What contradicts the evidence before what is late, the largest or oldest first.
std::string next_step(const Document& document) {
  for (const std::string_view key : {"against_evidence", "overdue", "at_stake"}) {
    for (const Section& section : document.sections) {
      const Table& table = section.tables.front();
      if (table.key != key || table.rows.empty()) continue;
      const auto cell_of = [&](std::string_view column) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
          if (table.columns[i].key == column) return to_text(table.rows.front()[i]);
        }
        return std::string();
      };
      return fmt::format("Ask first what was really gained by \"{}\":\n    brm show {}",
                         cell_of("outcome"), cell_of("id"));
    }
  }
  return "";
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  assessed.judge_outcomes();
  const auto outcomes = chosen_outcomes(assessed, request.where);
  const Values values = outcome_values(assessed, outcomes);
  Document document;
  document.name = "value";
  document.title = "Value";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = summary_of(outcomes.size(), values, assessed.currency());
  document.sections =
      sections_of(assessed, values, moved_sums(assessed, outcomes), request.left_out);
  document.next = next_step(document);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report value{
    .name = "value",
    .summary = "What outcomes are to bring and have brought, and what contradicts the evidence.",
    .kind = &kinds::outcome,
    .make = make,
    .trend = &trends::value,
};

}  // namespace reports
}  // namespace brm
