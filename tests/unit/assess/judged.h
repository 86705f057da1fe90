// Records written out in a test, read and judged: what every test of verdicts begins with.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "assess/assessment.h"
#include "read/read_portfolio.h"

namespace brm::test {

/// A folder in memory and everything judged of it. Stays where it was made.
struct Assessed {
  Reading reading;
  Assessment assessment;

  Assessed(std::map<std::string, std::string> files, Date as_of)
      : reading(read_portfolio(MemoryFolder(std::move(files)))),
        assessment(reading.portfolio, as_of) {}
  Assessed(const Assessed&) = delete;
  Assessed& operator=(const Assessed&) = delete;

  const Item& item(const std::string& reference) const;
  const Judgement& outcome(const std::string& reference) const;
  const InitiativeJudgement& initiative(const std::string& id) const;
};

/// A judgement, and what its proof points at.
struct Judged : Judgement {
  std::string word;        ///< The verdict.
  std::string proof_line;  ///< `13: - {date: 2026-06-30, value: 29}`
  std::string proof_text;  ///< `29`
};

/// Whether the reader has nothing against the records of a test.
enum class Records { sound, faulty };

Date date_of(const std::string& text);

/// Files of a folder with one initiative `work`, whose one outcome `it` begins on line 8 and whose
/// fields, one a line, stand at column 5. `policy` are the fields of brm.yaml's, in one line.
std::map<std::string, std::string> folder_with(const std::string& outcome_fields,
                                               const std::string& policy = "");

Judged judge_outcome(const std::string& fields, Date as_of, const std::string& policy = "",
                     Records records = Records::sound);
Judged judge_outcome(const std::string& fields, const std::string& as_of,
                     const std::string& policy = "", Records records = Records::sound);

// Days of the tables in these tests are counted from 2026-01-01, which is day 0.

Date day(int number);
std::string day_text(int number);

/// A day and the value measured on it.
using Values = std::vector<std::pair<int, std::string>>;

/// The field `measurements`.
std::string measured(const Values& values);
/// Fields of an outcome that goes from 0 on day 0 to 100 on the due day.
std::string climb(const Values& values, int due = 100);
/// From 100 on day 0 down to 0 on the due day.
std::string descent(const Values& values, int due = 100);

/// The verdicts on several days: `at_risk missed`.
std::string verdicts_on(const std::string& fields, const std::vector<int>& days,
                        const std::string& policy = "");
inline std::string verdict_on(const std::string& fields, int as_of,
                              const std::string& policy = "") {
  return verdicts_on(fields, {as_of}, policy);
}

/// What `say` answers to each, in one line.
template <class Input, class Function>
std::string each(const std::vector<Input>& inputs, Function say) {
  std::string line;
  for (const Input& input : inputs) {
    if (!line.empty()) line += ' ';
    line += say(input);
  }
  return line;
}

}  // namespace brm::test
