#include "reports/vendor_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm::vendor_tables {
namespace {

/// `in notice window`, and what dates alone do not tell.
std::string state_words(const AgreementStanding& standing) {
  const std::string_view final = Of<kinds::agreement>(*standing.agreement).text<"final_status">();
  if (!final.empty()) return std::string(final);
  return std::string(to_text(standing.term.state));
}

Tone state_tone(const AgreementStanding& standing, Date as_of) {
  if (standing.is_unclosed() || standing.term.has_passed_notice(as_of)) return Tone::bad;
  if (!standing.has_period()) return Tone::faint;
  if (standing.term.state == AgreementState::in_notice_window) return Tone::doubtful;
  return standing.is_over() ? Tone::faint : Tone::plain;
}

std::string joined(std::string first, const std::string& second) {
  if (!first.empty() && !second.empty()) first += "; ";
  return first + second;
}

/// What happens where nobody gives notice; empty where `renewal` does not say.
std::string_view silence_words(const AgreementStanding& standing) {
  const auto renewal = Of<kinds::agreement>(*standing.agreement).get<"renewal">();
  if (!renewal || !renewal->has<"auto">()) return "";
  return standing.term.renews_itself ? "silence renews it" : "silence ends it";
}

/// What the day of notice or the end asks for.
std::string standing_words(const AgreementStanding& standing, Date as_of) {
  const AgreementTerm& term = standing.term;
  if (standing.is_unclosed()) {
    const std::string since = counted(static_cast<std::size_t>(as_of - *term.end), "day");
    return term.renews_itself
               ? fmt::format(
                     "its last day passed {} ago; it renews itself, so an amendment with "
                     "the new last day is missing, or a final_status",
                     since)
               : fmt::format("ended {} ago, and no final_status says how", since);
  }
  if (!standing.is_in_force()) {
    if (term.end) return fmt::format("last day {}", to_text(*term.end));
    return "";
  }
  const std::string_view silence = silence_words(standing);
  const std::string last =
      term.end ? fmt::format("last day {}", to_text(*term.end)) : "no last day";
  if (standing.open_notice(as_of)) return joined(last, std::string(silence));
  if (term.notice && term.is_decided) {
    return joined(last, "amended since the notice window opened");
  }
  if (term.has_passed_notice(as_of)) {
    const std::string passed =
        fmt::format("the day of notice passed {} ago without a decision",
                    counted(static_cast<std::size_t>(as_of - *term.notice), "day"));
    return joined(last, joined(passed, std::string(silence)));
  }
  return term.end ? joined(last, "nothing says when notice is due") : last;
}

std::string amended_words(const AgreementStanding& standing) {
  std::vector<std::string> out;
  for (const auto& [currency, minor] : standing.amended) {
    if (minor == 0) continue;
    const Rational size = minor < 0 ? -minor : minor;
    out.push_back(fmt::format("{} {}", minor < 0 ? "took off" : "added",
                              amount_words(money_of(size, currency))));
  }
  return out.empty() ? "" : fmt::format("amendments {}", fmt::join(out, ", "));
}

Cell days_until(const std::optional<Date>& day, Date as_of) {
  return day ? Cell{std::int64_t{*day - as_of}, Tone::plain} : Cell{};
}

std::vector<Cell> agreement_row(const Assessment& assessed, const AgreementStanding& standing) {
  const Date as_of = assessed.as_of();
  // A day that passed undecided is still the one to look at.
  const bool has_passed = standing.term.has_passed_notice(as_of);
  const auto notice = has_passed ? standing.term.notice : standing.open_notice(as_of);
  const Of<kinds::agreement> agreement(*standing.agreement);
  const AgreementTerm& term = standing.term;
  return {notice ? Cell{*notice, has_passed ? Tone::bad : Tone::strong} : Cell{},
          days_until(notice, as_of),
          cell(state_words(standing), state_tone(standing, as_of)),
          date_cell(term.end),
          standing.value ? Cell{*standing.value, Tone::plain} : Cell{},
          cell(std::string(title_of(standing.partner())), Tone::strong),
          cell(joined(std::string(title_of(*standing.agreement)),
                      joined(standing_words(standing, as_of), amended_words(standing)))),
          place_cell(assessed.portfolio(), standing.agreement->place()),
          cell(address_of(*standing.agreement)),
          cell(std::string(standing.partner().id())),
          cell(std::string(agreement.text<"type">())),
          date_cell(term.start),
          date_cell(term.notice),
          {term.renews_itself, Tone::plain},
          {standing.is_in_force(), Tone::plain},
          cell(std::string(agreement.text<"administrator">()))};
}

/// `26301D0054 on 6 of them: orders under one contract, or one written 6 times`
std::string number_words(const std::vector<SharedNumber>& numbers) {
  if (numbers.empty()) return "";
  constexpr std::size_t most = 3;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < numbers.size() && i < most; ++i) {
    out.push_back(
        fmt::format("number {} is on record {} times", numbers[i].number, numbers[i].agreements));
  }
  std::string words = fmt::format("{}", fmt::join(out, ", "));
  if (numbers.size() > most) words += fmt::format(", {} more likewise", numbers.size() - most);
  return words + ": orders under one contract, or one contract summed more than once";
}

/// What has to be known before the shares are believed.
std::string note_on(const Concentration& row) {
  std::string out = number_words(row.numbers);
  if (row.has_negative_value) {
    out += fmt::format("{}% value is not a share: negative amounts", out.empty() ? "" : "; ");
  }
  return out;
}

/// `B of 2025-06-30`
std::string given_words(const GivenGrade& given) {
  return fmt::format("{} on {}", given.grade, to_text(given.date));
}

/// What fits a page.
constexpr std::size_t most_rows = 20;

Tone grade_tone(std::string_view grade) {
  if (grade == "A" || grade == "B") return Tone::good;
  return grade == "C" ? Tone::plain : Tone::bad;
}

}  // namespace

Table agreements(const Assessment& assessed, const std::vector<AgreementStanding>& agreements) {
  Table table{
      "agreements",
      "",
      {column("notice_by", "notice by", Holds::date),
       column("days_left", "days left", Holds::whole), column("state", "state"),
       column("end", "last day", Holds::date, Room::data), column("value", "value", Holds::money),
       column("partner", "with", Holds::text, Room::shrink),
       column("agreement", "agreement", Holds::text, Room::below),
       column("place", "place", Holds::text, Room::below),
       column("id", "id", Holds::text, Room::data),
       column("partner_id", "partner id", Holds::text, Room::data),
       column("type", "type", Holds::text, Room::data),
       column("start", "first day", Holds::date, Room::data),
       column("notice_day", "day of notice", Holds::date, Room::data),
       column("renews_itself", "renews itself", Holds::boolean, Room::data),
       column("in_force", "in force", Holds::boolean, Room::data),
       column("administrator", "administrator", Holds::text, Room::data)},
      {},
      "No agreement is recorded. Write the first under "
      "`agreements` of a relationship."};
  std::size_t dated = 0;
  for (const AgreementStanding& standing : agreements) {
    table.rows.push_back(agreement_row(assessed, standing));
    dated += standing.has_period() && !standing.is_over() ? 1U : 0U;
  }
  // Whatever has a day to come is shown; of the rest, over or without a period, a page.
  table.most = std::max(most_rows, dated);
  table.rest = "`brm list agreements` has them all";
  return table;
}

Table grades(const Assessment& assessed, const std::vector<SideGrades>& grades) {
  Table table{
      "grades",
      "",
      {column("grade", "grade"), column("of", "of"),
       column("partner", "with", Holds::text, Room::shrink), column("date", "on", Holds::date),
       column("event", "for"), column("before", "before"), column("trend", "trend"),
       column("evidence", "evidence", Holds::text, Room::below),
       column("response", "response", Holds::text, Room::below),
       column("place", "place", Holds::text, Room::below),
       column("count", "grades", Holds::whole, Room::data),
       column("agreement_id", "agreement", Holds::text, Room::data),
       column("lacks_response", "lacks response", Holds::boolean, Room::data)},
      {},
      "No data: no agreement has a grade (`performance`) of the partner or of the office."};
  for (const SideGrades& side : grades) {
    const bool is_ours = side.side == Side::office;
    const std::string who = is_ours ? "we answered: " : "they answered: ";
    const std::string lack = side.lacks_response ? "no answer on record" : "";
    table.rows.push_back(
        {cell(std::string(side.latest.grade), grade_tone(side.latest.grade)),
         cell(is_ours ? "us" : "partner"),
         cell(std::string(title_of(*side.relationship)), Tone::strong),
         Cell{side.latest.date, Tone::plain},
         cell(std::string(side.latest.event)),
         cell(side.before ? given_words(*side.before) : ""),
         cell(std::string(to_text(side.trend)),
              side.trend == LevelTrend::worse ? Tone::doubtful : Tone::plain),
         cell(std::string(side.latest.evidence)),
         cell(side.latest.response.empty() ? lack : who + std::string(side.latest.response)),
         place_cell(assessed.portfolio(), side.latest.place),
         cell(side.count),
         cell(address_of(*side.latest.agreement)),
         {side.lacks_response, Tone::plain}});
  }
  return table;
}

Table service_levels(const Assessment& assessed, const std::vector<JudgedServiceLevel>& levels) {
  Table table{"service_levels",
              "",
              {column("verdict", "verdict"), column("grade", "evidence"),
               column("title", "service level", Holds::text, Room::shrink),
               column("partner", "with", Holds::text, Room::shrink),
               column("reason", "reason", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("measured", "measured", Holds::date, Room::data),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No data: no agreement that is not over has service_levels."};
  for (const JudgedServiceLevel& each : levels) {
    table.rows.push_back(
        {verdict_cell(each.judgement.verdict), cell(std::string(to_text(each.judgement.grade))),
         cell(std::string(title_of(*each.level)), Tone::strong),
         cell(std::string(title_of(each.level->record()))), cell(each.judgement.reason),
         place_cell(assessed.portfolio(), each.judgement.proof), date_cell(each.judgement.measured),
         cell(address_of(*each.level))});
  }
  return table;
}

Table concentration(const std::vector<Concentration>& rows) {
  Table table{
      "concentration",
      "",
      {column("partner", "partner", Holds::text, Room::shrink),
       column("initiatives_of", "initiatives"),
       column("exposure_percent", "% exposure", Holds::number),
       column("exposure", "exposure a year", Holds::money),
       column("value_percent", "% value", Holds::number),
       column("value", "agreements", Holds::money),
       column("note", "note", Holds::text, Room::below),
       column("same_number", "agreements with a number of another", Holds::whole, Room::data),
       column("initiatives", "initiatives", Holds::whole, Room::data),
       column("running", "initiatives not over", Holds::whole, Room::data),
       column("currency", "currency", Holds::text, Room::data),
       column("id", "id", Holds::text, Room::data)},
      {},
      "No data: no private partner is in an initiative that goes on, an agreement or a risk."};
  for (const Concentration& row : rows) {
    table.rows.push_back(
        {cell(std::string(title_of(*row.partner)), Tone::strong),
         cell(fmt::format("{} of {}", row.initiatives, row.all_initiatives)),
         row.exposure == 0 ? Cell{} : percent_cell(row.exposure, row.all_exposure),
         amount_or_nothing(row.exposure, row.currency),
         row.value == 0 || row.has_negative_value ? Cell{} : percent_cell(row.value, row.all_value),
         amount_or_nothing(row.value, row.currency), cell(note_on(row)),
         cell(count_agreements(row.numbers)), cell(row.initiatives), cell(row.all_initiatives),
         cell(std::string(row.currency.text())), cell(std::string(row.partner->id()))});
  }
  table.most = most_rows;
  table.rest = "`brm report vendors --format csv --table concentration` has them all";
  return table;
}

Table near_names(const Assessment& assessed, const std::vector<NearNames>& pairs) {
  Table table{"near_duplicates",
              "",
              {column("second", "name", Holds::text, Room::shrink),
               column("first", "and name", Holds::text, Room::shrink),
               column("how", "because", Holds::text, Room::shrink),
               column("place", "place", Holds::text, Room::data),
               column("second_id", "id", Holds::text, Room::data),
               column("first_id", "first id", Holds::text, Room::data)},
              {},
              "No two relationships have nearly the same name."};
  for (const NearNames& pair : pairs) {
    table.rows.push_back(
        {cell(std::string(pair.second.text)), cell(std::string(pair.first.text)),
         cell(std::string(to_text(pair.how))), place_cell(assessed.portfolio(), pair.second.place),
         cell(std::string(pair.second.party->id())), cell(std::string(pair.first.party->id()))});
  }
  return table;
}

}  // namespace brm::vendor_tables
