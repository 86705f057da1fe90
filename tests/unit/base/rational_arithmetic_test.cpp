// Rational beside Boost's fractions, which it is to equal in every digit.
#include <doctest/doctest.h>

#include <array>
#include <random>

#include "base/long_rational.h"

namespace brm::test {
namespace {

using Plain = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

struct Pair {
  Rational ours;
  Plain plain;
};

bool fits(const Plain& number) {
  return abs(numerator(number)) <= most && denominator(number) <= most;
}

/// Equal, and in the one form that such a number has.
bool agree(const Pair& pair) {
  return pair.ours.str() == pair.plain.str() && pair.ours.in_full().value == pair.plain &&
         pair.ours.fraction().has_value() == fits(pair.plain) &&
         pair.ours == Rational(LongRational{pair.plain});
}

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : engine_(seed) {}

  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }

  /// Small, or near a limit: 2^63, 10^18, 2^32, 10^9.
  std::int64_t top() {
    constexpr std::int64_t limits[] = {most, 1'000'000'000'000'000'000, std::int64_t{1} << 32,
                                       1'000'000'000, std::int64_t{1} << 62};
    const auto small = static_cast<std::int64_t>(below(40)) - 20;
    if (below(2) == 0) return small;
    if (below(4) == 0) return static_cast<std::int64_t>(engine_());
    const std::int64_t limit = limits[below(5)];
    const std::int64_t near = limit - static_cast<std::int64_t>(below(3)) + (limit < most ? 1 : 0);
    return below(2) == 0 ? near : (near == most && below(2) == 0 ? least : -near);
  }
  std::int64_t bottom() {
    const std::int64_t number = top();
    return number == 0 ? 1 : number;
  }
  Pair pair() {
    const std::int64_t a = top();
    if (below(3) == 0) return {a, a};
    const std::int64_t b = bottom();
    return {Rational(a, b), Plain(Integer(a)) / Plain(Integer(b))};
  }

 private:
  std::mt19937_64 engine_;
};

Pair combined(const Pair& a, const Pair& b, std::uint64_t operation) {
  if (operation == 0) return {a.ours + b.ours, a.plain + b.plain};
  if (operation == 1) return {a.ours - b.ours, a.plain - b.plain};
  if (operation == 2) return {a.ours * b.ours, a.plain * b.plain};
  if (b.plain == 0) return {-a.ours, -a.plain};
  return {a.ours / b.ours, a.plain / b.plain};
}

void assign(Pair& a, const Pair& b, std::uint64_t operation) {
  if (operation == 0) a = {a.ours += b.ours, a.plain += b.plain};
  if (operation == 1) a = {a.ours -= b.ours, a.plain -= b.plain};
  if (operation == 2) a = {a.ours *= b.ours, a.plain *= b.plain};
  if (operation == 3 && b.plain != 0) a = {a.ours /= b.ours, a.plain /= b.plain};
}

bool compare_alike(const Pair& a, const Pair& b) {
  return (a.ours < b.ours) == (a.plain < b.plain) && (a.ours > b.ours) == (a.plain > b.plain) &&
         (a.ours <= b.ours) == (a.plain <= b.plain) && (a.ours >= b.ours) == (a.plain >= b.plain) &&
         (a.ours == b.ours) == (a.plain == b.plain) && (a.ours != b.ours) == (a.plain != b.plain);
}

/// What to_fixed was before Rational had a short form.
std::string plain_fixed(const Plain& number, int digits) {
  const Plain scaled = number * Plain(pow(Integer(10), static_cast<unsigned>(digits)));
  const Integer top = abs(numerator(scaled));
  const Integer bottom = denominator(scaled);
  Integer whole = top / bottom;
  const Integer twice_rest = 2 * (top - whole * bottom);
  if (twice_rest > bottom || (twice_rest == bottom && whole % 2 != 0)) ++whole;
  std::string text = whole.str();
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - decimals, ".");
  return number < 0 && whole != 0 ? "-" + text : text;
}

}  // namespace

TEST_CASE("rational arithmetic: two numbers, every operation") {
  Numbers numbers(1);
  for (int round = 0; round < 40'000; ++round) {
    const Pair a = numbers.pair();
    const Pair b = numbers.pair();
    CAPTURE(a.plain.str());
    CAPTURE(b.plain.str());
    CHECK(agree(a));
    CHECK(agree({-a.ours, -a.plain}));
    for (std::uint64_t operation = 0; operation < 4; ++operation) {
      CHECK(agree(combined(a, b, operation)));
    }
    CHECK(compare_alike(a, b));
    CHECK(compare_alike(a, a));
  }
}

TEST_CASE("rational arithmetic: chains that leave the short form and come back") {
  Numbers numbers(2);
  int left = 0;
  int came_back = 0;
  for (int chain = 0; chain < 1500; ++chain) {
    Pair a = numbers.pair();
    std::vector<std::pair<Pair, std::uint64_t>> done;
    const auto step = [&](const Pair& b, std::uint64_t operation) {
      const bool was_short = a.ours.fraction().has_value();
      const Pair before = a;
      assign(a, b, operation);
      CHECK(agree(a));
      CHECK(agree(before));  // a copy is not changed with it
      CHECK(compare_alike(a, before));
      left += was_short && !a.ours.fraction();
      came_back += !was_short && a.ours.fraction();
    };
    for (int i = 0; i < 12; ++i) {
      Pair b = numbers.pair();
      if (b.plain == 0) b = {1, 1};
      done.emplace_back(b, numbers.below(4));
      step(b, done.back().second);
    }
    // Undone one by one: sum by difference, product by quotient.
    for (; !done.empty(); done.pop_back()) step(done.back().first, done.back().second ^ 1U);
  }
  CHECK(left > 1000);
  CHECK(came_back > 1000);
}

TEST_CASE("rational arithmetic: rounded, cut and as a floating number like Boost's") {
  Numbers numbers(3);
  for (int round = 0; round < 10'000; ++round) {
    Pair a = numbers.pair();
    if (numbers.below(3) == 0) a = combined(a, numbers.pair(), 2);
    CAPTURE(a.plain.str());
    const int digits = static_cast<int>(numbers.below(22));
    CHECK(to_fixed(a.ours, digits) == plain_fixed(a.plain, digits));
    CHECK(static_cast<double>(a.ours) == static_cast<double>(a.plain));
    const std::int64_t floor = floor_of(a.ours);
    const bool is_cut = abs(a.plain) >= 1'000'000'000;
    CHECK((is_cut || (Plain(floor) <= a.plain && a.plain < Plain(floor + 1))));
    CHECK((!is_cut || floor == (a.plain < 0 ? -1'000'000'000 : 1'000'000'000)));
    CHECK(ceiling_of(a.ours) == -floor_of(-a.ours));
  }
}

TEST_CASE("rational arithmetic: from every type of whole number") {
  CHECK(Rational().str() == "0");
  CHECK(Rational(least).str() == "-9223372036854775808");
  CHECK_FALSE(Rational(least).fraction());
  CHECK(Rational(-most).fraction());
  CHECK(Rational(std::numeric_limits<std::uint64_t>::max()).str() == "18446744073709551615");
  CHECK(Rational(least, least) == 1);
  CHECK(Rational(1, least).str() == "-1/9223372036854775808");
  CHECK(Rational(std::uint8_t{6}, -4).str() == "-3/2");
  CHECK(Rational(std::size_t{3}, 12U).str() == "1/4");
}

TEST_CASE("rational arithmetic: nothing is divided by zero") {
  CHECK_THROWS_AS(Rational(1, 0), std::overflow_error);
  CHECK_THROWS_AS(Rational(1, 2) / 0, std::overflow_error);
  CHECK_THROWS_AS(Rational(least) / Rational(0, 5), std::overflow_error);
}

}  // namespace brm::test
