#include "reports/budget_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "model/status.h"
#include "reports/words.h"

namespace brm::budget_tables {
namespace {

using Budgets = std::vector<BudgetJudgement>;
using Initiative = Of<kinds::initiative>;

Tone tone_of(BudgetState state) {
  constexpr Tone tones[] = {Tone::bad, Tone::doubtful, Tone::faint, Tone::plain};
  return tones[static_cast<std::size_t>(state)];
}

std::string_view words_of(BudgetGroup group) {
  constexpr std::string_view words[] = {"live work", "proposed", "ended"};
  return words[static_cast<std::size_t>(group)];
}

std::string_view words_of(BudgetLack lack) {
  constexpr std::string_view words[] = {
      "", "nothing says what was approved", "nothing says what it will cost",
      "approved and forecast are in two currencies", "dated after the day of this report"};
  return words[static_cast<std::size_t>(lack)];
}

std::string note_on(const BudgetJudgement& budget) {
  std::string out(words_of(budget.lack));
  if (budget.is_forecast_below_spent) {
    out += out.empty() ? "" : "; ";
    out += "more is spent than it is to cost in the end: the forecast is old";
  }
  return out;
}

Cell amount_cell(const std::optional<Money>& amount) {
  return amount ? Cell{*amount, Tone::plain} : Cell{};
}

Currency currency_of(const BudgetJudgement& budget) {
  return budget.approved ? budget.approved->currency : Currency{};
}

std::vector<Cell> row_of(const BudgetJudgement& budget, Date as_of) {
  const Initiative initiative(*budget.initiative);
  const bool is_beyond = budget.beyond && *budget.beyond > 0;
  return {cell(std::string(to_text(budget.state)), tone_of(budget.state)),
          amount_cell(budget.approved),
          amount_cell(budget.spent),
          amount_cell(budget.forecast),
          budget.beyond
              ? money_cell(*budget.beyond, currency_of(budget), is_beyond ? Tone::bad : Tone::plain)
              : Cell{},
          budget.share ? percent_cell(*budget.share, 1) : Cell{},
          date_cell(budget.as_of),
          text_cell(title_of(*budget.initiative), Tone::strong),
          cell(note_on(budget), Tone::doubtful),
          text_cell(words_of(group_of(initiative, as_of))),
          text_cell(budget.initiative->id()),
          text_cell(status_on(initiative, as_of))};
}

/// What is over after what goes on, worst first, and by how much.
void sort(Budgets& budgets, Date as_of) {
  const auto key = [&](const BudgetJudgement& budget) {
    return std::pair(group_of(Initiative(*budget.initiative), as_of), budget.state);
  };
  std::stable_sort(budgets.begin(), budgets.end(),
                   [&](const BudgetJudgement& a, const BudgetJudgement& b) {
                     if (key(a) != key(b)) return key(a) < key(b);
                     return a.share.value_or(0) > b.share.value_or(0);
                   });
}

Table table_of(const Budgets& budgets, Date as_of) {
  Table table{"budgets",
              "",
              {column("state", "budget"), column("approved", "approved", Holds::money),
               column("spent", "spent", Holds::money), column("forecast", "forecast", Holds::money),
               column("beyond", "beyond", Holds::money),
               column("percent", "% of it", Holds::number), column("as_of", "as of", Holds::date),
               column("title", "initiative", Holds::text, Room::below),
               column("note", "note", Holds::text, Room::below),
               column("group", "group", Holds::text, Room::data),
               column("id", "id", Holds::text, Room::data),
               column("status", "status", Holds::text, Room::data)},
              {},
              ""};
  for (const BudgetJudgement& budget : budgets) table.rows.push_back(row_of(budget, as_of));
  return table;
}

Table totals_of(const Budgets& budgets, Date as_of) {
  Table table{
      "budget_totals",
      "\nIn all, each currency by itself",
      {column("group", "of"), column("budgets", "budgets", Holds::whole),
       column("above", "above", Holds::whole), column("approved", "approved", Holds::money),
       column("spent", "spent", Holds::money), column("forecast", "forecast", Holds::money),
       column("beyond", "beyond", Holds::money), column("percent", "% of it", Holds::number)},
      {},
      ""};
  for (const BudgetSum& sum : sums_of(budgets, as_of)) {
    const Rational beyond = sum.forecast - sum.approved;
    table.rows.push_back({text_cell(words_of(sum.group)), cell(sum.budgets), cell(sum.above),
                          money_cell(sum.approved, sum.currency),
                          sum.spent ? money_cell(*sum.spent, sum.currency) : Cell{},
                          money_cell(sum.forecast, sum.currency),
                          money_cell(beyond, sum.currency, beyond > 0 ? Tone::bad : Tone::plain),
                          percent_cell(sum.forecast, sum.approved)});
  }
  if (table.rows.empty()) table.title.clear();
  return table;
}

/// Whether one that it is a part of has a budget, too.
bool is_within_another(const Portfolio& portfolio, const BudgetJudgement& budget) {
  const auto parent = Initiative(*budget.initiative).get<"parent">();
  const Item* above = parent ? portfolio.find_record(parent->value) : nullptr;
  if (above == nullptr || above->kind != &kinds::initiative) return false;
  return Initiative(*above).has<"budget">();
}

std::vector<std::string> words_on(const Assessment& assessed, const Budgets& budgets,
                                  std::size_t initiatives) {
  std::vector<std::string> out{
      "Beyond is what it will have cost in the end less what was approved; minus is left over."};
  const auto count_of = [&](const auto& holds) {
    return static_cast<std::size_t>(std::count_if(budgets.begin(), budgets.end(), holds));
  };
  const std::size_t unknown = count_of([](const BudgetJudgement& budget) {
    return !budget.approved || !budget.forecast ||
           budget.approved->currency != budget.forecast->currency;
  });
  std::string lacks;
  if (unknown > 0) {
    lacks = fmt::format("Not in the sums: {} without both amounts in one currency.",
                        counted(unknown, "budget"));
  }
  if (initiatives > budgets.size()) {
    const std::size_t none = initiatives - budgets.size();
    lacks += fmt::format("{}{} no budget on record.", lacks.empty() ? "" : " ",
                         counted(none, "initiative has", "initiatives have"));
  }
  if (!lacks.empty()) out.push_back(lacks);
  const std::size_t inner = count_of([&](const BudgetJudgement& budget) {
    return is_within_another(assessed.portfolio(), budget);
  });
  if (inner > 0) {
    out.push_back(fmt::format(
        "{} part of another that has a budget: whether that one holds this money too is not on "
        "record, and the sums would count it twice.",
        counted(inner, "initiative is", "initiatives are")));
  }
  return out;
}

}  // namespace

Budgets budgets_of(const Assessment& assessed, const std::vector<const Item*>& initiatives) {
  Budgets out;
  for (const Item* item : initiatives) {
    if (const auto budget = judge_budget(Initiative(*item), assessed.as_of())) {
      out.push_back(*budget);
    }
  }
  return out;
}

Section section(const Assessment& assessed, const std::vector<const Item*>& initiatives) {
  Budgets budgets = budgets_of(assessed, initiatives);
  sort(budgets, assessed.as_of());
  Section out = section_of("Budgets: what it will cost beside what was approved",
                           table_of(budgets, assessed.as_of()));
  out.tables.push_back(totals_of(budgets, assessed.as_of()));
  if (!budgets.empty()) out.paragraphs = words_on(assessed, budgets, initiatives.size());
  return out;
}

}  // namespace brm::budget_tables
