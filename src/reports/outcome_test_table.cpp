#include "reports/outcome_test_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assess/outcome_tests.h"
#include "reports/long_tables.h"
#include "reports/words.h"

namespace brm::outcome_tests {
namespace {

struct Row {
  const Item* outcome = nullptr;
  OutcomeTests tests;
};

struct Test {
  std::string_view name;
  Tested OutcomeTests::*result;
};

constexpr std::array tests{
    Test{"valid", &OutcomeTests::valid}, Test{"articulated", &OutcomeTests::articulated},
    Test{"achievable", &OutcomeTests::achievable}, Test{"relevant", &OutcomeTests::relevant}};

Tone tone_of(Answer answer) {
  constexpr Tone tones[] = {Tone::bad, Tone::doubtful, Tone::good};
  return tones[static_cast<std::size_t>(answer)];
}

/// A test that is not passed weighs more than any number of those passed in part.
int shortfall(const OutcomeTests& outcome) {
  int out = 0;
  for (const Test& test : tests) {
    const Answer answer = (outcome.*test.result).answer;
    if (answer == Answer::no) out += 10;
    if (answer == Answer::partly) out += 1;
  }
  return out;
}

std::vector<Column> columns() {
  std::vector<Column> out{column("title", "outcome", Holds::text, Room::shrink),
                          column("initiative", "initiative", Holds::text, Room::shrink)};
  for (const Test& test : tests) {
    out.push_back(column(std::string(test.name), std::string(test.name)));
  }
  for (const Test& test : tests) {
    out.push_back(column(fmt::format("{}_evidence", test.name), fmt::format("why {}", test.name),
                         Holds::text, Room::below));
  }
  out.push_back(column("id", "id", Holds::text, Room::data));
  return out;
}

std::vector<Cell> cells_of(const Row& row) {
  std::vector<Cell> out = row_of(cell(std::string(title_of(*row.outcome)), Tone::strong),
                                 cell(std::string(row.outcome->record().id())));
  for (const Test& test : tests) {
    const Answer answer = (row.tests.*test.result).answer;
    out.push_back(cell(std::string(to_text(answer)), tone_of(answer)));
  }
  for (const Test& test : tests) {
    out.push_back(cell(fmt::format("{}: {}", test.name, (row.tests.*test.result).evidence)));
  }
  out.push_back(cell(address_of(*row.outcome)));
  return out;
}

std::vector<Row> compute(const Assessment& assessed, const std::vector<const Item*>& outcomes) {
  std::vector<const Judgement*> judgements;
  judgements.reserve(outcomes.size());
  for (const Item* outcome : outcomes) judgements.push_back(&assessed.outcome(*outcome));
  std::vector<Row> rows(outcomes.size());
  constexpr std::size_t as_many_as_cores = 0;
  for_each_block(rows.size(), as_many_as_cores, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const Of<kinds::outcome> outcome(*outcomes[i]);
      rows[i] = {outcomes[i], test_outcome(assessed, *judgements[i], outcome)};
    }
  });
  // By their places: to move texts again and again takes longer.
  std::vector<std::pair<int, std::size_t>> order;
  order.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(-shortfall(rows[i].tests), i);
  std::sort(order.begin(), order.end());
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const auto& [less, i] : order) sorted.push_back(std::move(rows[i]));
  return sorted;
}

}  // namespace

Section section(const Assessment& assessed, const std::vector<const Item*>& outcomes,
                std::vector<Detail>& summary) {
  const std::vector<Row> rows = compute(assessed, outcomes);
  Table table{"tests", "", columns(), {}, ""};
  std::array<std::size_t, tests.size()> passed{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < tests.size(); ++i) {
      passed[i] += (row.tests.*tests[i].result).answer == Answer::yes ? 1U : 0U;
    }
  }
  add_rows(table, rows.size(), [&](std::size_t i) { return cells_of(rows[i]); });
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const Tone tone = passed[i] < rows.size() ? Tone::doubtful : Tone::good;
    summary.push_back({std::string(tests[i].name), std::string(tests[i].name),
                       cell(passed[i], rows.empty() ? Tone::plain : tone)});
  }
  Section out;
  if (!rows.empty()) out.title = "Valid, articulated, achievable, relevant: least of it first";
  out.tables.push_back(std::move(table));
  return out;
}

}  // namespace brm::outcome_tests
