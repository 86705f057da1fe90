// Risks by what was to be done about them: unanswered, overdue, not comparable, occurred.
#include <fmt/format.h>

#include <algorithm>

#include "assess/open_risk.h"
#include "base/spelling.h"
#include "reports/risk_tables.h"
#include "reports/words.h"

namespace brm::risk_tables {
namespace {

Cell event_cell(const Item& item) {
  return cell(std::string(Of<kinds::risk>(item).text<"event">()), Tone::strong);
}

Cell exposure_cell(const RiskLevel& level) {
  return level.is_money() ? Cell{money_of(level.exposure, level.currency), Tone::bad} : Cell{};
}

Cell band_cell(const RiskLevel& level) {
  return level.is_ordinal() ? cell(std::string(to_text(level.band)), Tone::bad) : Cell{};
}

/// What can be said where none is unanswered: of what could not be compared nothing.
std::string unanswered_words(const Assessment& assessed, const Risks& risks) {
  std::size_t threats = 0;
  std::size_t compared = 0;
  for (const Item* item : risks) {
    const RiskJudgement& risk = assessed.risk(*item);
    if (!risk.is_open || !risk.is_threat()) continue;
    ++threats;
    compared += is_comparable(risk.now(), assessed.risk_policy()) ? 1U : 0U;
  }
  if (threats == 0) return "No open threat is on record: there is nothing to compare.";
  if (compared == 0) {
    return fmt::format("Nothing to compare: {} cannot be held against a limit.",
                       counted(threats, "open threat"));
  }
  if (compared == threats) return "Every threat above the appetite has a response on record.";
  return fmt::format(
      "Of the {} that can be compared, every one above the appetite has a response on record; {} "
      "cannot be compared.",
      counted(compared, "open threat"), threats - compared);
}

}  // namespace

bool is_comparable(const RiskLevel& level, const RiskPolicy& policy) {
  if (level.is_ordinal()) return true;
  return level.is_money() && policy.appetite && level.currency == policy.appetite->currency;
}

Table unanswered(const Assessment& assessed, const Risks& risks) {
  Table table{"unanswered",
              "",
              {{"exposure", "exposure a year", Align::right, Room::fixed, Holds::money},
               {"band", "band"},
               {"event", "risk", Align::left, Room::shrink},
               {"managed_by", "managed by"},
               {"answer", "answer", Align::left, Room::below},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data}},
              {},
              unanswered_words(assessed, risks)};
  const auto add = [&](const Item& item) {
    const RiskJudgement& judgement = assessed.risk(item);
    if (!judgement.is_above_appetite || judgement.is_answered) return;
    const RiskLevel& now = judgement.now();
    table.rows.push_back({exposure_cell(now), band_cell(now), event_cell(item),
                          cell(std::string(Of<kinds::risk>(item).text<"managed_by">())),
                          cell(judgement.answer, Tone::doubtful),
                          place_cell(assessed.portfolio(), item.place()), cell(address_of(item))});
  };
  for (const Item* item : money_risks(assessed, risks, false)) add(*item);
  for (const Item* item : ordinal_threats(assessed, risks)) add(*item);
  return table;
}

Table overdue(const Assessment& assessed, const Risks& risks) {
  struct Late {
    const Item* risk;
    const Overdue* due;
  };
  std::vector<Late> found;
  for (const Item* item : risks) {
    for (const Overdue& due : assessed.risk(*item).overdue) found.push_back({item, &due});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Late& a, const Late& b) { return a.due->since < b.due->since; });
  Table table{"overdue",
              "",
              {{"since", "since", Align::left, Room::fixed, Holds::date},
               {"days", "days", Align::right, Room::fixed, Holds::whole},
               {"what", "what"},
               {"event", "risk", Align::left, Room::shrink},
               {"who", "who"},
               {"text", "text", Align::left, Room::below},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data}},
              {},
              "No review, action, acceptance or trigger of an open risk is past its day."};
  for (const auto& [item, due] : found) {
    table.rows.push_back({{due->since, Tone::doubtful},
                          {static_cast<std::int64_t>(assessed.as_of() - due->since), Tone::plain},
                          cell(std::string(to_text(due->what))),
                          event_cell(*item),
                          cell(std::string(due->who)),
                          cell(std::string(due->text)),
                          place_cell(assessed.portfolio(), due->place),
                          cell(address_of(*item))});
  }
  return table;
}

Table not_comparable(const Assessment& assessed, const Risks& risks) {
  Table table{"not_comparable",
              "",
              {{"event", "risk", Align::left, Room::shrink},
               {"managed_by", "managed by"},
               {"reason", "why", Align::left, Room::below},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data}},
              {},
              ""};
  for (const Item* item : risks) {
    const RiskJudgement& judgement = assessed.risk(*item);
    const RiskLevel& now = judgement.now();
    if (!judgement.is_open || now.is_money() || now.is_ordinal()) continue;
    table.rows.push_back(
        {event_cell(*item), cell(std::string(Of<kinds::risk>(*item).text<"managed_by">())),
         cell(std::string(now.lack), Tone::doubtful),
         place_cell(assessed.portfolio(), now.place.length > 0 ? now.place : item->place()),
         cell(address_of(*item))});
  }
  return table;
}

Table left_open(const Assessment& assessed, const Risks& risks) {
  Table table{"left_open",
              "",
              {{"event", "risk", Align::left, Room::shrink},
               {"work", "work"},
               {"managed_by", "managed by"},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data}},
              {},
              ""};
  for (const Item* item : risks) {
    const Of<kinds::risk> risk(*item);
    if (!is_left_open(risk, assessed.as_of())) continue;
    table.rows.push_back({event_cell(*item), cell(std::string(item->record().id())),
                          cell(std::string(risk.text<"managed_by">())),
                          place_cell(assessed.portfolio(), item->place()),
                          cell(address_of(*item))});
  }
  return table;
}

Table occurred(const Assessment& assessed, const Risks& risks) {
  Table table{"occurred",
              "",
              {{"date", "date", Align::left, Room::fixed, Holds::date},
               {"loss", "it cost", Align::right, Room::fixed, Holds::money},
               {"event", "risk", Align::left, Room::shrink},
               {"expected", "expected a year", Align::right, Room::fixed, Holds::money},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data}},
              {},
              ""};
  for (const Item* item : risks) {
    const Of<kinds::risk> risk(*item);
    const RiskJudgement& judgement = assessed.risk(*item);
    if (judgement.is_open || !risk.is<"status", "occurred">()) continue;
    const auto occurred = risk.get<"occurred">();
    const auto date = occurred ? occurred->get<"date">() : std::nullopt;
    const auto loss = occurred ? occurred->get<"loss">() : std::nullopt;
    const RiskLevel& now = judgement.now();
    table.rows.push_back(
        {date ? Cell{date->value, Tone::plain} : Cell{},
         loss ? Cell{loss->value, Tone::bad} : Cell{}, event_cell(*item),
         now.is_money() ? Cell{money_of(now.exposure, now.currency), Tone::plain} : Cell{},
         place_cell(assessed.portfolio(), item->place()), cell(address_of(*item))});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    const Date* x = std::get_if<Date>(&a[0].value);
    const Date* y = std::get_if<Date>(&b[0].value);
    return x != nullptr && (y == nullptr || *y < *x);
  });
  return table;
}

}  // namespace brm::risk_tables
