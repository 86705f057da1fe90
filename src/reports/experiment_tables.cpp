#include "reports/experiment_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/status.h"
#include "reports/words.h"

namespace brm::experiment_tables {
namespace {

using Experiment = Of<kinds::experiment>;

Cell ends_cell(const Experiment& experiment) {
  const auto ends = experiment.get<"ends">();
  return ends ? Cell{ends->value, Tone::plain} : Cell{};
}

Cell cap_cell(const Experiment& experiment) {
  const auto cap = experiment.get<"cost_cap">();
  return cap ? Cell{cap->value, Tone::plain} : Cell{};
}

std::string_view result_text(const Experiment& experiment, const ExperimentJudgement& judgement) {
  const auto result = experiment.get<"result">();
  return result && judgement.foresight != Foresight::no_result ? result->text<"value">()
                                                               : std::string_view{};
}

Tone tone_of(CameTrue truth) {
  constexpr Tone tones[] = {Tone::faint, Tone::doubtful, Tone::bad, Tone::good};
  return tones[static_cast<std::size_t>(truth)];
}

/// What weakens a result.
std::string caveats(const Experiment& experiment, const ExperimentJudgement& judgement) {
  const auto result = experiment.get<"result">();
  const auto as_planned = result->get<"as_planned">();
  std::vector<std::string_view> out;
  if (as_planned && !as_planned->value) out.push_back("not carried out as planned");
  if (judgement.foresight == Foresight::not_shown) {
    out.push_back("nothing shows that the prediction came before the result");
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

/// What did not come true is worth most attention, then what nobody could compare.
int rank(CameTrue truth) {
  constexpr int ranks[] = {3, 1, 0, 2};
  return ranks[static_cast<std::size_t>(truth)];
}

}  // namespace

Table undecided(const Assessment& assessed, const Experiments& experiments) {
  Experiments found;
  for (const Judged& each : experiments) {
    if (each.judgement.stage == ExperimentStage::undecided) found.push_back(each);
  }
  std::stable_sort(found.begin(), found.end(), [](const Judged& a, const Judged& b) {
    return a.judgement.days_over > b.judgement.days_over;
  });
  Table table{"undecided",
              "",
              {column("ends", "ended", Holds::date), column("days", "days ago", Holds::whole),
               column("experiment", "experiment"),
               column("initiative", "initiative", Holds::text, Room::shrink),
               column("status", "status"), column("cost_cap", "cost cap", Holds::money),
               column("hypothesis", "hypothesis", Holds::text, Room::below),
               column("result", "result", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              experiments.empty() ? "No experiment is recorded."
                                  : "Every experiment that is over was decided."};
  for (const Judged& each : found) {
    const Experiment experiment(*each.experiment);
    const std::string_view result = result_text(experiment, each.judgement);
    table.rows.push_back(
        {ends_cell(experiment),
         {static_cast<std::int64_t>(each.judgement.days_over), Tone::bad},
         text_cell(each.experiment->id(), Tone::strong),
         text_cell(each.experiment->record().id()),
         text_cell(status_on(Of<kinds::initiative>(each.experiment->record()), assessed.as_of())),
         cap_cell(experiment),
         text_cell(closed(experiment.text<"hypothesis">())),
         cell(led("result", result.empty() ? "none on record" : result)),
         place_cell(assessed.portfolio(), each.experiment->place()),
         cell(address_of(*each.experiment))});
  }
  return table;
}

Table results(const Assessment& assessed, const Experiments& experiments) {
  Experiments found;
  for (const Judged& each : experiments) {
    if (each.judgement.foresight != Foresight::no_result) found.push_back(each);
  }
  std::stable_sort(found.begin(), found.end(), [](const Judged& a, const Judged& b) {
    return rank(a.judgement.came_true) < rank(b.judgement.came_true);
  });
  Table table{"results",
              "",
              {column("came_true", "came true"), column("decision", "decision"),
               column("date", "result of", Holds::date),
               column("experiment", "experiment", Holds::text, Room::shrink),
               column("initiative", "initiative", Holds::text, Room::shrink),
               column("prediction", "prediction", Holds::text, Room::below),
               column("threshold", "threshold", Holds::text, Room::below),
               column("result", "result", Holds::text, Room::below),
               column("caveats", "caveats", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("foresight", "foresight", Holds::text, Room::data),
               column("id", "id", Holds::text, Room::data)},
              {},
              experiments.empty() ? "" : "No experiment here has a result yet."};
  for (const auto& [item, judgement] : found) {
    const Experiment experiment(*item);
    const auto date = experiment.get<"result">()->get<"date">();
    const bool is_decided = judgement.stage == ExperimentStage::decided;
    table.rows.push_back(
        {text_cell(to_text(judgement.came_true), tone_of(judgement.came_true)),
         is_decided ? text_cell(experiment.text<"decision">()) : cell("undecided", Tone::bad),
         date ? Cell{date->value, Tone::plain} : Cell{}, text_cell(item->id(), Tone::strong),
         text_cell(item->record().id()), cell(led("predicted", experiment.text<"prediction">())),
         cell(led("threshold", experiment.text<"threshold">())),
         cell(led("found", result_text(experiment, judgement))),
         cell(caveats(experiment, judgement), Tone::doubtful),
         place_cell(assessed.portfolio(), item->place()), text_cell(to_text(judgement.foresight)),
         cell(address_of(*item))});
  }
  return table;
}

Table ahead(const Assessment& assessed, const Experiments& experiments) {
  Experiments found;
  for (const Judged& each : experiments) {
    const ExperimentStage stage = each.judgement.stage;
    if (stage == ExperimentStage::running || stage == ExperimentStage::planned) {
      found.push_back(each);
    }
  }
  const auto end_of = [](const Judged& each) {
    const auto ends = Experiment(*each.experiment).get<"ends">();
    return ends ? ends->value : Date{};
  };
  std::stable_sort(found.begin(), found.end(), [&](const Judged& a, const Judged& b) {
    if (a.judgement.stage != b.judgement.stage) return a.judgement.stage < b.judgement.stage;
    return end_of(a) < end_of(b);
  });
  Table table{"ahead",
              "",
              {column("stage", "stage"), column("ends", "ends", Holds::date),
               column("experiment", "experiment", Holds::text, Room::shrink),
               column("initiative", "initiative", Holds::text, Room::shrink),
               column("cost_cap", "cost cap", Holds::money),
               column("prediction", "prediction", Holds::text, Room::below),
               column("threshold", "threshold", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              ""};
  for (const auto& [item, judgement] : found) {
    const Experiment experiment(*item);
    table.rows.push_back(
        {text_cell(to_text(judgement.stage)), ends_cell(experiment),
         text_cell(item->id(), Tone::strong), text_cell(item->record().id()), cap_cell(experiment),
         cell(led("predicts", experiment.text<"prediction">())),
         cell(led("threshold", experiment.text<"threshold">())),
         place_cell(assessed.portfolio(), item->place()), cell(address_of(*item))});
  }
  return table;
}

Table caps(const Experiments& experiments) {
  struct Sum {
    std::size_t count = 0;
    Rational minor = 0;
  };
  std::map<std::pair<std::string, ExperimentStage>, Sum> sums;
  std::map<ExperimentStage, std::size_t> without;
  for (const auto& [item, judgement] : experiments) {
    const auto cap = Experiment(*item).get<"cost_cap">();
    if (!cap) {
      ++without[judgement.stage];
      continue;
    }
    Sum& sum = sums[{std::string(cap->value.currency.text()), judgement.stage}];
    ++sum.count;
    sum.minor += cap->value.minor;
  }
  Table table{"caps",
              "",
              {column("stage", "stage"), column("experiments", "experiments", Holds::whole),
               column("sum", "caps together", Holds::money)},
              {},
              ""};
  for (const auto& [key, sum] : sums) {
    table.rows.push_back({text_cell(to_text(key.second)),
                          cell(sum.count),
                          {money_of(sum.minor, *find_currency(key.first)), Tone::plain}});
  }
  for (const auto& [stage, count] : without) {
    table.rows.push_back(
        {text_cell(fmt::format("{}, without a cap", to_text(stage))), cell(count), Cell{}});
  }
  return table;
}

}  // namespace brm::experiment_tables
