#include "reports/value_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm::value_tables {
namespace {

/// Currency, sums and what they are made of: the columns that every table of sums ends with.
void add_sum_columns(std::vector<Column>& columns) {
  const std::vector<Column> sums{
      column("expected", "expected", Holds::money),
      column("realized", "realized", Holds::money),
      column("realized_percent", "realized %", Holds::number),
      column("outcomes", "outcomes", Holds::whole),
      column("currency", "currency", Holds::text, Room::data),
      column("proposed", "proposed", Holds::money, Room::data),
      column("given_up", "given up", Holds::money, Room::data),
      column("realized_before_stop", "realized before the stop", Holds::money, Room::data)};
  columns.insert(columns.end(), sums.begin(), sums.end());
}

void add_sum_cells(const ValueSum& sum, std::vector<Cell>& row) {
  const Cell cells[] = {money_cell(sum.expected, sum.currency, Tone::strong),
                        money_cell(sum.realized, sum.currency),
                        percent_cell(sum.realized, sum.expected),
                        cell(sum.outcomes),
                        cell(std::string(sum.currency.text())),
                        amount_or_nothing(sum.proposed, sum.currency),
                        amount_or_nothing(sum.given_up, sum.currency),
                        amount_or_nothing(sum.realized_before_stop, sum.currency)};
  row.insert(row.end(), std::begin(cells), std::end(cells));
}

/// Whether it says anything about what is promised now.
bool is_current(const ValueSum& sum) { return sum.expected != 0 || sum.realized != 0; }

Table sum_table(std::string key, std::vector<Column> first, std::string if_empty) {
  Table table{std::move(key), "", std::move(first), {}, std::move(if_empty)};
  add_sum_columns(table.columns);
  return table;
}

Cell name_cell(const OutcomeValue& value) {
  return cell(std::string(title_of(*value.outcome)), Tone::strong);
}

/// Up to three decimals, none of them a zero at the end.
Decimal short_number(const Rational& number) {
  Decimal out = rounded_to(number, 3);
  while (out.scale > 0 && out.coefficient % 10 == 0) {
    out.coefficient /= 10;
    --out.scale;
  }
  return out;
}

Cell expected_cell(const OutcomeValue& value) {
  return value.expected ? Cell{*value.expected, Tone::plain} : Cell{};
}

/// `USD 640,000`, of each currency.
std::string realized_words(const OutcomeValue& value) {
  std::vector<std::string> out;
  for (const auto& [currency, minor] : value.realized) {
    out.push_back(amount_words(money_of(minor, currency)));
  }
  return fmt::format("{}", fmt::join(out, " and "));
}

/// What a reader has to know before adding it up.
std::string note_on(const OutcomeValue& value) {
  std::vector<std::string> out;
  if (value.standing == Standing::given_up) out.emplace_back("given up with its initiative");
  if (value.standing == Standing::proposed) out.emplace_back("of an initiative only proposed");
  if (!value.is_summed()) out.emplace_back("counted, not summed");
  if (value.later > 0) {
    out.push_back(fmt::format("{} dated later left out", counted(value.later, "amount")));
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

}  // namespace

Table totals(const Values& values) {
  Table table = sum_table("totals", {},
                          "No outcome says what it is worth in money. Write, for one of them, "
                          "`value: {kind: savings, expected: 250000}`.");
  for (const ValueSum& sum : value_in_all(values)) {
    table.rows.emplace_back();
    add_sum_cells(sum, table.rows.back());
  }
  return table;
}

Table by_kind(const Values& values) {
  Table table = sum_table("kinds", {column("kind", "kind")}, "");
  for (const ValueSum& sum : value_by_kind(values)) {
    table.rows.push_back({cell(std::string(sum.name))});
    add_sum_cells(sum, table.rows.back());
  }
  return table;
}

Table counted_kinds(const Values& values) {
  struct Counted {
    std::size_t outcomes = 0;
    std::map<Currency, Rational> expected;
  };
  std::map<std::string_view, Counted> kinds;
  for (const OutcomeValue& value : values) {
    if (value.kind.empty() || value.is_summed()) continue;
    Counted& counted = kinds[value.kind];
    ++counted.outcomes;
    if (value.expected) {
      counted.expected[value.expected->currency] += Rational(value.expected->minor);
    }
  }
  Table table{"counted",
              "",
              {column("kind", "kind"), column("outcomes", "outcomes", Holds::whole),
               column("written", "written beside it", Holds::text, Room::shrink)},
              {},
              ""};
  for (const auto& [kind, counted] : kinds) {
    std::vector<std::string> amounts;
    for (const auto& [currency, minor] : counted.expected) {
      amounts.push_back(amount_words(money_of(minor, currency)));
    }
    const std::string words =
        amounts.empty() ? "no amount" : fmt::format("{}", fmt::join(amounts, " and "));
    table.rows.push_back({cell(std::string(kind)), cell(counted.outcomes), cell(words)});
  }
  return table;
}

Table by_party(const Assessment& assessed, const Values& values, std::size_t left_out) {
  Table table = sum_table("parties", {column("party", "party", Holds::text, Room::shrink)}, "");
  table.columns.push_back(column("id", "id", Holds::text, Room::data));
  for (const ValueSum& sum : value_by_party(values)) {
    if (!is_current(sum)) continue;
    const Item* party = assessed.portfolio().find_record(sum.name);
    const std::string name = sum.name.empty()   ? unnamed("shared out to nobody", left_out)
                             : party == nullptr ? std::string(sum.name)
                                                : std::string(title_of(*party));
    table.rows.push_back({cell(name)});
    add_sum_cells(sum, table.rows.back());
    table.rows.back().push_back(cell(std::string(sum.name)));
  }
  return table;
}

Table by_goal(const Assessment& assessed, const Values& values, std::size_t left_out) {
  Table table = sum_table("goals", {column("goal", "goal", Holds::text, Room::shrink)}, "");
  table.columns.push_back(column("id", "id", Holds::text, Room::data));
  for (const ValueSum& sum : value_by_goal(values)) {
    if (!is_current(sum)) continue;
    const Item* goal = assessed.portfolio().find_goal(sum.name);
    const std::string_view statement =
        goal == nullptr ? sum.name : Of<kinds::goal>(*goal).text<"statement">();
    table.rows.push_back(
        {cell(sum.name.empty() ? unnamed("no goal", left_out) : std::string(statement))});
    add_sum_cells(sum, table.rows.back());
    table.rows.back().push_back(cell(std::string(sum.name)));
  }
  return table;
}

Table against_evidence(const Assessment& assessed, const Values& values) {
  Table table{"against_evidence",
              "",
              {column("verdict", "measured"), column("realized", "realized", Holds::money),
               column("expected", "expected", Holds::money),
               column("outcome", "outcome", Holds::text, Room::shrink),
               column("reason", "reason", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("kind", "kind", Holds::text, Room::data)},
              {},
              ""};
  std::vector<std::tuple<Currency, Rational, const OutcomeValue*>> found;
  for (const OutcomeValue& value : values) {
    if (!value.is_claimed_against_evidence) continue;
    for (const auto& [currency, minor] : value.realized)
      found.emplace_back(currency, minor, &value);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) < std::get<0>(b);
    return std::get<1>(a) > std::get<1>(b);
  });
  for (const auto& [currency, minor, value] : found) {
    table.rows.push_back({verdict_cell(value->judgement->verdict),
                          money_cell(minor, currency, Tone::bad), expected_cell(*value),
                          name_cell(*value), cell(value->judgement->reason),
                          place_cell(assessed.portfolio(), value->judgement->proof),
                          cell(address_of(*value->outcome)), cell(std::string(value->kind))});
  }
  return table;
}

Table at_stake(const Assessment& assessed, const Values& values) {
  Table table{"at_stake",
              "",
              {column("verdict", "measured"), column("expected", "expected", Holds::money),
               column("outcome", "outcome", Holds::text, Room::shrink),
               column("reason", "reason", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("kind", "kind", Holds::text, Room::data)},
              {},
              ""};
  std::vector<const OutcomeValue*> found;
  for (const OutcomeValue& value : values) {
    if (value.is_at_stake) found.push_back(&value);
  }
  std::stable_sort(found.begin(), found.end(), [](const OutcomeValue* a, const OutcomeValue* b) {
    if (a->expected->currency != b->expected->currency) {
      return a->expected->currency < b->expected->currency;
    }
    return a->expected->minor > b->expected->minor;
  });
  for (const OutcomeValue* value : found) {
    table.rows.push_back({verdict_cell(value->judgement->verdict), expected_cell(*value),
                          name_cell(*value), cell(value->judgement->reason),
                          place_cell(assessed.portfolio(), value->judgement->proof),
                          cell(address_of(*value->outcome)), cell(std::string(value->kind))});
  }
  return table;
}

Table overdue(const Assessment& assessed, const Values& values) {
  Table table{"overdue",
              "",
              {column("due", "due", Holds::date), column("days", "days ago", Holds::whole),
               column("expected", "expected", Holds::money), column("verdict", "measured"),
               column("outcome", "outcome", Holds::text, Room::shrink),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("kind", "kind", Holds::text, Room::data)},
              {},
              ""};
  std::vector<const OutcomeValue*> found;
  for (const OutcomeValue& value : values) {
    if (value.is_overdue) found.push_back(&value);
  }
  std::stable_sort(found.begin(), found.end(), [](const OutcomeValue* a, const OutcomeValue* b) {
    return *a->judgement->due < *b->judgement->due;
  });
  for (const OutcomeValue* value : found) {
    const Date due = *value->judgement->due;
    table.rows.push_back(
        {Cell{due, Tone::plain}, cell(static_cast<std::size_t>(assessed.as_of() - due)),
         expected_cell(*value), verdict_cell(value->judgement->verdict), name_cell(*value),
         place_cell(assessed.portfolio(), value->outcome->place()),
         cell(address_of(*value->outcome)), cell(std::string(value->kind))});
  }
  return table;
}

Table disbenefits(const Assessment& assessed, const Values& values) {
  Table table{"disbenefits",
              "",
              {column("disbenefit", "what gets worse", Holds::text, Room::shrink),
               column("outcome", "beside the outcome", Holds::text, Room::shrink),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No outcome says what gets worse, and for whom: write `disbenefits`."};
  for (const OutcomeValue& value : values) {
    for (const auto each : Of<kinds::outcome>(*value.outcome).get<"disbenefits">()) {
      table.rows.push_back(
          {cell(std::string(each.value), Tone::strong), cell(std::string(title_of(*value.outcome))),
           place_cell(assessed.portfolio(), each.span), cell(address_of(*value.outcome))});
    }
  }
  return table;
}

Table moved(const std::vector<MovedSum>& sums) {
  Table table{"indicators",
              "",
              {column("unit", "unit", Holds::text, Room::shrink), column("direction", "better is"),
               column("to_move", "to move", Holds::number), column("moved", "moved", Holds::number),
               column("moved_percent", "moved %", Holds::number),
               column("outcomes", "measured", Holds::whole),
               column("unmeasured", "not measured", Holds::whole)},
              {},
              ""};
  for (const MovedSum& sum : sums) {
    const bool is_measured = sum.outcomes > 0;
    const auto number = [&](const Rational& value) {
      return is_measured ? Cell{short_number(value), Tone::plain} : Cell{};
    };
    table.rows.push_back({cell(std::string(sum.unit)),
                          cell(sum.direction == Direction::decrease ? "less" : "more"),
                          number(sum.to_move), number(sum.moved),
                          is_measured ? percent_cell(sum.moved, sum.to_move) : Cell{},
                          cell(sum.outcomes), cell(sum.unmeasured)});
  }
  return table;
}

Table outcomes(const Assessment& assessed, const Values& values) {
  Table table{"outcomes",
              "",
              {column("kind", "kind"), column("expected", "expected", Holds::money),
               column("realized", "realized so far", Holds::text, Room::shrink),
               column("outcome", "outcome", Holds::text, Room::shrink),
               column("verdict", "measured"), column("note", "note", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("summed", "summed", Holds::boolean, Room::data),
               column("against_evidence", "against evidence", Holds::boolean, Room::data),
               column("overdue", "overdue", Holds::boolean, Room::data)},
              {},
              ""};
  for (const OutcomeValue& value : values) {
    if (value.kind.empty()) continue;
    table.rows.push_back({cell(std::string(value.kind)),
                          expected_cell(value),
                          cell(realized_words(value)),
                          name_cell(value),
                          verdict_cell(value.judgement->verdict),
                          cell(note_on(value)),
                          place_cell(assessed.portfolio(), value.outcome->place()),
                          cell(address_of(*value.outcome)),
                          {value.is_summed(), Tone::plain},
                          {value.is_claimed_against_evidence, Tone::plain},
                          {value.is_overdue, Tone::plain}});
  }
  return table;
}

}  // namespace brm::value_tables
