// A second, slow and plain reading of verdicts.md, kept apart from src/ so that tests can compare
// the real verdicts with it; everything is exact rational arithmetic.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace brm::reference {

using Rational = boost::multiprecision::cpp_rational;

/// A target on a measurement, or a standing one. Numbers are decimal strings, here and below.
struct Bounds {
  std::optional<std::string> single = {};  // a plain number: its side follows from the direction
  std::optional<std::string> at_least = {};
  std::optional<std::string> at_most = {};
  std::optional<std::pair<std::string, std::string>> between = {};  // low, high
};

/// Days are counted from 1970-01-01, here and below.
struct Entry {
  int day = 0;
  std::optional<std::string> value = {};
  std::optional<std::string> numerator = {};
  std::optional<std::string> denominator = {};
  std::optional<bool> met = {};
  std::optional<Bounds> target = {};
};

struct Point {
  int day = 0;
  std::string value = {};
};

struct Series {
  std::string kind = {};       // reach, hold, pass_fail
  std::string direction = {};  // increase, decrease, maintain, or empty
  bool has_unit = false;
  bool unit_is_percent = false;
  int frequency_days = 0;  // 0: none
  std::optional<Point> baseline = {};
  std::optional<Point> target = {};  // reach
  std::vector<Point> interim = {};   // reach
  std::optional<Bounds> standing = {};
  std::optional<int> from = {};          // standing target
  std::optional<int> until = {};         // standing target
  std::optional<int> due = {};           // pass_fail: the target's date
  std::vector<Entry> measurements = {};  // in file order
};

struct Policy {
  Rational stale_factor = Rational(3, 2);
  int no_frequency_stale_days = 135;
  int too_early_points = 3;
  Rational too_early_q = Rational(1, 10);
  Rational on_track = Rational(19, 20);
  Rational at_risk = Rational(3, 5);
  int weak_points = 4;
  Rational weak_q = Rational(1, 4);
  int good_points = 8;
  int hold_window = 12;
  Rational hold_on_track = Rational(9, 10);
  Rational hold_off_track = Rational(1, 2);
  int slope_window = 24;
  int rating_days = 45;
};

struct Judgement {
  std::string verdict = {};
  std::string grade = {};             // weak, fair, good; empty for no_target and unmeasured
  std::optional<Rational> p = {};     // reach with a measurement after the baseline
  std::optional<Rational> q = {};     // the same
  std::optional<Rational> pace = {};  // the same, where q > 0
  int days_late = 0;                  // reach, achieved
  int judged = 0;                     // hold: within the window used
  int met = 0;                        // hold: within the window used
};

Judgement judge(const Series& series, int as_of, const Policy& policy = {});

struct Rating {
  int day = 0;
  std::string scale = {};   // rag, cio_1_5
  std::string rating = {};  // green amber red, 1..5, not_published
};

struct InitiativeJudgement {
  std::string status = {};  // the worst verdict, or no_outcome
  bool evidenced = false;
  bool watermelon = false;
  bool avocado = false;
  bool unsupported_green = false;
  bool stale_rating = false;
};

/// Throws std::invalid_argument on a word that is no verdict.
InitiativeJudgement judge_initiative(const std::vector<std::string>& outcome_verdicts,
                                     const std::vector<Rating>& ratings, int as_of,
                                     const Policy& policy = {});

}  // namespace brm::reference
