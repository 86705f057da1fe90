// What presses: clocks, risks, and what will be seen by when.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "assess/clocks.h"
#include "assess/horizon.h"
#include "reports/clock_tables.h"
#include "reports/handover_tables.h"
#include "reports/long_tables.h"
#include "reports/risk_tables.h"
#include "reports/words.h"

namespace brm::handover {
namespace {

constexpr int clock_days = 180;
constexpr int first_days = 100;
constexpr std::size_t most_risks = 10;

/// `labor 40 %, tamarack-sto 60 %`
std::string shares_of(const Of<kinds::risk>& risk) {
  std::string out;
  for (const auto share : risk.get<"shares">()) {
    std::string_view who = share.text<"relationship">();
    if (who.empty()) who = share.text<"office">();
    const auto percent = share.get<"percent">();
    if (!percent) continue;
    out += fmt::format("{}{} {} %", out.empty() ? "" : ", ", who, to_text(percent->value));
  }
  return out;
}

/// The next first day of a fiscal year after `as_of`; empty where brm.yaml does not say.
std::optional<Date> next_fiscal_year(const Portfolio& portfolio, Date as_of) {
  if (portfolio.office() == nullptr) return std::nullopt;
  const std::string_view month_day =
      Of<kinds::office>(*portfolio.office()).text<"fiscal_year_starts">();
  if (month_day.empty()) return std::nullopt;
  int year = 0;
  const std::string today = to_text(as_of);
  std::from_chars(today.data(), today.data() + 4, year);
  // 02-29 comes in one year of four.
  for (const int later : {0, 1, 2, 3, 4, 5, 6, 7, 8}) {
    const DateReading day = read_date(fmt::format("{:04}-{}", year + later, month_day));
    if (day.fault == DateFault::none && day.date > as_of) return day.date;
  }
  return std::nullopt;
}

struct Window {
  Date last;
  std::string name;
};

/// The days before which something should be seen, by day.
std::vector<Window> windows_of(const Assessment& assessed) {
  const Date as_of = assessed.as_of();
  std::vector<Window> out{{as_of + first_days, fmt::format("within {} days", first_days)}};
  if (const auto budget = next_fiscal_year(assessed.portfolio(), as_of)) {
    out.push_back({*budget + -1, "before the next fiscal year"});
  }
  for (const Horizon& horizon : horizons_of(assessed)) {
    if (horizon.kind != HorizonKind::election) continue;
    out.push_back({horizon.date + -1, "before the election"});
    break;
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Window& a, const Window& b) { return a.last < b.last; });
  return out;
}

struct Sight {
  Date date;
  std::string_view kind;
  const Item* item;
};

std::string_view name_of(const Item& item) {
  const Value* title = item.find("title");
  const Value* text = title != nullptr ? title : item.find("hypothesis");
  return text != nullptr ? text->as_text() : item.id();
}

std::vector<Sight> sights_of(const Scope& scope, Date last) {
  const Assessment& assessed = scope.assessed();
  std::vector<Sight> out;
  const auto add = [&](Date date, std::string_view kind, const Item& item) {
    if (date > assessed.as_of() && date <= last) out.push_back({date, kind, &item});
  };
  for (const Item* outcome : promised_outcomes(assessed)) {
    if (!scope.concerns(*outcome)) continue;
    const Proof proof = proof_of(assessed, *outcome);
    if (proof.what != Proof::What::planned) continue;
    for (const Date point : proof.points) {
      add(point, point == proof.points.back() ? "outcome due" : "interim target", *outcome);
    }
  }
  for (const Clock& clock : scope.clocks()) {
    const bool is_seen = clock.kind == ClockKind::milestone ||
                         clock.kind == ClockKind::initiative_end ||
                         clock.kind == ClockKind::experiment_end;
    // In work that is somebody else's, too, where whoever leaves answers for this part of it.
    const bool is_theirs = scope.leaving() != nullptr && clock.owner == scope.leaving()->id();
    if (is_seen && (is_theirs || scope.concerns(*clock.item))) {
      add(clock.due, words_of(clock.kind).title, *clock.item);
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Sight& a, const Sight& b) { return a.date < b.date; });
  return out;
}

}  // namespace

Table clocks(const Scope& scope) {
  const Assessment& assessed = scope.assessed();
  const Date last = assessed.as_of() + clock_days;
  std::vector<Clock> found;
  for (const Clock& clock : scope.clocks()) {
    if (clock.due > last) break;  // they are in order
    const bool is_asked_for = scope.leaving() == nullptr ? scope.concerns(*clock.item)
                                                         : clock.owner == scope.leaving()->id();
    if (is_asked_for) found.push_back(clock);
  }
  Table table =
      clock_table(assessed, found, fmt::format("Nothing is asked up to {}.", to_text(last)));
  table.most = most_rows;
  table.rest = fmt::format("`brm agenda --within {}d` has them all", clock_days);
  return table;
}

Table risks(const Scope& scope) {
  const Assessment& assessed = scope.assessed();
  Table table{
      "risks",
      "",
      {column("exposure", "exposure a year", Holds::money), column("band", "band"),
       column("event", "risk", Holds::text, Room::shrink), column("managed_by", "managed by"),
       column("acceptance_ends", "accepted until", Holds::date),
       column("chance", "chance", Holds::text, Room::below),
       column("shares", "shared", Holds::text, Room::below),
       column("answer", "answer", Holds::text, Room::below),
       column("id", "id", Holds::text, Room::data)},
      {},
      "No open threat is on record here."};
  const std::vector<const Item*> all = scope.all(kinds::risk);
  std::vector<const Item*> found = risk_tables::money_risks(assessed, all, false);
  const auto ordinal = risk_tables::ordinal_threats(assessed, all);
  found.insert(found.end(), ordinal.begin(), ordinal.end());
  std::stable_partition(found.begin(), found.end(),
                        [&](const Item* item) { return assessed.risk(*item).is_above_appetite; });
  table.most = most_risks;
  table.rest = "`brm report risks` has the others";
  for (const Item* item : found) {
    const Of<kinds::risk> risk(*item);
    const RiskJudgement& judgement = assessed.risk(*item);
    const RiskLevel& now = judgement.now();
    const auto acceptance = risk.get<"acceptance">();
    const auto expires = acceptance ? acceptance->get<"expires">() : std::nullopt;
    const std::string shares = shares_of(risk);
    table.rows.push_back(row_of(
        now.is_money() ? Cell{money_of(now.exposure, now.currency), Tone::plain} : Cell{},
        now.is_ordinal() ? cell(std::string(to_text(now.band))) : Cell{},
        cell(std::string(risk.text<"event">()), Tone::strong),
        cell(std::string(risk.text<"managed_by">())), expires ? date_cell(expires->value) : Cell{},
        cell(risk_tables::scaling_words(judgement, assessed.risk_policy().matrix)),
        cell(shares.empty() ? "" : "borne by " + shares), cell(judgement.answer),
        cell(address_of(*item))));
  }
  return table;
}

Table visible(const Scope& scope) {
  Table table{
      "visible",
      "",
      {column("date", "day", Holds::date), column("window", "visible"), column("kind", "as"),
       column("verdict", "now"), column("title", "what", Holds::text, Room::shrink),
       column("id", "id", Holds::text, Room::data)},
      {},
      scope.leaving() == nullptr
          ? "Nothing dated comes before the next election or fiscal year."
          : "Nothing dated of what they hold comes before the next election or fiscal year."};
  const std::vector<Window> windows = windows_of(scope.assessed());
  for (const Sight& sight : sights_of(scope, windows.back().last)) {
    const auto window = std::find_if(windows.begin(), windows.end(),
                                     [&](const Window& each) { return sight.date <= each.last; });
    table.rows.push_back({date_cell(sight.date), cell(window->name), cell(std::string(sight.kind)),
                          sight.item->kind == &kinds::outcome
                              ? verdict_cell(scope.assessed().outcome(*sight.item).verdict)
                              : Cell{},
                          cell(std::string(name_of(*sight.item)), Tone::strong),
                          cell(address_of(*sight.item))});
  }
  return table;
}

}  // namespace brm::handover
