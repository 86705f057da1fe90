// Risks on the 1 to 5 scale: the list, and the matrix that shows where each comes from and is to
// go.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/risk_tables.h"
#include "reports/words.h"

namespace brm::risk_tables {
namespace {

Tone tone_of(Band band) {
  constexpr std::array<Tone, 4> tones{Tone::good, Tone::plain, Tone::doubtful, Tone::bad};
  return tones[static_cast<std::size_t>(band)];
}

/// `L4 I5 critical`
std::string level_words(const RiskLevel& level) {
  return fmt::format("L{} I{} {}", level.likelihood_level, level.impact_level, to_text(level.band));
}

/// `inherent L5 I4 critical → residual L3 I4 high → target L2 I2 low`
std::string move_of(const RiskJudgement& risk) {
  std::string out;
  const auto add = [&](std::string_view name, const std::optional<RiskLevel>& level) {
    if (!level || !level->is_ordinal()) return;
    out += fmt::format("{}{} {}", out.empty() ? "" : " → ", name, level_words(*level));
  };
  add("inherent", risk.inherent);
  add("assessed", risk.assessed);
  add("residual", risk.residual);
  add("target", risk.target);
  return out;
}

Cell band_cell(const std::optional<RiskLevel>& level) {
  if (!level || !level->is_ordinal()) return {};
  return cell(std::string(to_text(level->band)), tone_of(level->band));
}

Cell whole(int number) { return {static_cast<std::int64_t>(number), Tone::plain}; }

bool is_same_place(const RiskLevel& a, const RiskLevel& b) {
  return a.likelihood_level == b.likelihood_level && a.impact_level == b.impact_level;
}

/// Which numbers stand at one place of the matrix, and how.
std::string marks_at(const Assessment& assessed, const Risks& threats, int likelihood, int impact) {
  std::vector<std::string> marks;
  const auto is_here = [&](const RiskLevel& level) {
    return level.is_ordinal() && level.likelihood_level == likelihood &&
           level.impact_level == impact;
  };
  for (std::size_t i = 0; i < threats.size(); ++i) {
    const RiskJudgement& risk = assessed.risk(*threats[i]);
    const RiskLevel& now = risk.now();
    if (is_here(now)) marks.push_back(std::to_string(i + 1));
    if (is_here(risk.inherent) && !is_same_place(risk.inherent, now)) {
      marks.push_back(fmt::format("({})", i + 1));
    }
    if (risk.target && is_here(*risk.target) && !is_same_place(*risk.target, now)) {
      marks.push_back(fmt::format("[{}]", i + 1));
    }
  }
  return fmt::format("{}", fmt::join(marks, " "));
}

/// Open threats, or opportunities, on the 1 to 5 scale, worst or best first.
Risks ordinal_risks(const Assessment& assessed, const Risks& risks, bool opportunities) {
  Risks found;
  for (const Item* item : risks) {
    const RiskJudgement& risk = assessed.risk(*item);
    const bool is_wanted = risk.is_open && risk.is_opportunity == opportunities;
    if (is_wanted && risk.now().is_ordinal()) found.push_back(item);
  }
  // Within a band by impact, then likelihood: what hurts most comes first, and nothing is
  // multiplied.
  std::stable_sort(found.begin(), found.end(), [&](const Item* a, const Item* b) {
    const RiskLevel& x = assessed.risk(*a).now();
    const RiskLevel& y = assessed.risk(*b).now();
    if (x.band != y.band) return x.band > y.band;
    if (x.impact_level != y.impact_level) return x.impact_level > y.impact_level;
    return x.likelihood_level > y.likelihood_level;
  });
  return found;
}

}  // namespace

Risks ordinal_threats(const Assessment& assessed, const Risks& risks) {
  return ordinal_risks(assessed, risks, false);
}

Table ordinal_opportunities(const Assessment& assessed, const Risks& risks) {
  Table table{"ordinal_opportunities",
              "",
              {{"band", "band"},
               {"event", "opportunity", Align::left, Room::shrink},
               {"managed_by", "managed by"},
               {"move", "move", Align::left, Room::below},
               {"answer", "answer", Align::left, Room::below},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data},
               {"likelihood", "likelihood", Align::right, Room::data, Holds::whole},
               {"impact", "impact", Align::right, Room::data, Holds::whole}},
              {},
              ""};
  for (const Item* item : ordinal_risks(assessed, risks, true)) {
    const Of<kinds::risk> risk(*item);
    const RiskJudgement& judgement = assessed.risk(*item);
    const RiskLevel& now = judgement.now();
    // A high band of an opportunity is no bad news.
    table.rows.push_back(
        {cell(std::string(to_text(now.band))),
         cell(std::string(risk.text<"event">()), Tone::strong),
         cell(std::string(risk.text<"managed_by">())), cell(move_of(judgement)),
         cell(judgement.answer, judgement.is_answered ? Tone::plain : Tone::doubtful),
         place_cell(assessed.portfolio(), item->place()), cell(address_of(*item)),
         whole(now.likelihood_level), whole(now.impact_level)});
  }
  return table;
}

Table ordinal(const Assessment& assessed, const Risks& risks) {
  Table table{"ordinal",
              "",
              {{"number", "#", Align::right, Room::fixed, Holds::whole},
               {"band", "band"},
               {"event", "risk", Align::left, Room::shrink},
               {"managed_by", "managed by"},
               {"move", "move", Align::left, Room::below},
               {"reason", "reason", Align::left, Room::below},
               {"answer", "answer", Align::left, Room::below},
               {"place", "place", Align::left, Room::below},
               {"id", "id", Align::left, Room::data},
               {"likelihood", "likelihood", Align::right, Room::data, Holds::whole},
               {"impact", "impact", Align::right, Room::data, Holds::whole},
               {"stage", "counts", Align::left, Room::data},
               {"above_appetite", "above appetite", Align::left, Room::data, Holds::boolean},
               {"answered", "answered", Align::left, Room::data, Holds::boolean},
               {"inherent_band", "inherent", Align::left, Room::data},
               {"residual_band", "residual", Align::left, Room::data},
               {"target_band", "target", Align::left, Room::data}},
              {},
              "No open threat is on the 1 to 5 scale."};
  std::size_t number = 0;
  for (const Item* item : ordinal_threats(assessed, risks)) {
    const Of<kinds::risk> risk(*item);
    const RiskJudgement& judgement = assessed.risk(*item);
    const RiskLevel& now = judgement.now();
    table.rows.push_back(
        {cell(++number),
         band_cell(now),
         cell(std::string(risk.text<"event">()), Tone::strong),
         cell(std::string(risk.text<"managed_by">())),
         cell(move_of(judgement)),
         cell(stage_words(judgement)),
         cell(judgement.answer, judgement.is_answered ? Tone::plain : Tone::doubtful),
         place_cell(assessed.portfolio(), item->place()),
         cell(address_of(*item)),
         whole(now.likelihood_level),
         whole(now.impact_level),
         cell(std::string(to_text(judgement.stage))),
         {judgement.is_above_appetite, Tone::plain},
         {judgement.is_answered, Tone::plain},
         band_cell(judgement.inherent),
         band_cell(judgement.residual),
         band_cell(judgement.target)});
  }
  return table;
}

Table matrix(const Assessment& assessed, const Risks& risks) {
  const RiskMatrix& matrix = assessed.risk_policy().matrix;
  const Risks threats = ordinal_threats(assessed, risks);
  Table table{"matrix", "", {{"likelihood", "likelihood", Align::left, Room::shrink}}, {}, ""};
  for (int impact = 1; impact <= RiskMatrix::levels; ++impact) {
    table.columns.push_back({fmt::format("impact_{}", impact),
                             fmt::format("{} {}", impact, matrix.impact_label(impact)), Align::left,
                             Room::shrink});
  }
  if (threats.empty()) return table;
  for (int likelihood = RiskMatrix::levels; likelihood > 0; --likelihood) {
    std::vector<Cell> row{
        cell(fmt::format("{} {}", likelihood, matrix.likelihood_label(likelihood)))};
    for (int impact = 1; impact <= RiskMatrix::levels; ++impact) {
      const Band band = matrix.band(likelihood, impact);
      const std::string marks = marks_at(assessed, threats, likelihood, impact);
      const std::string word(to_text(band));
      row.push_back(marks.empty() ? cell(word, Tone::faint)
                                  : cell(fmt::format("{}: {}", word, marks), tone_of(band)));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace brm::risk_tables
