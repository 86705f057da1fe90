#include "assess/threshold.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/decimal.h"

namespace brm {
namespace {

enum class Comparison : std::uint8_t { at_least, at_most, above, below };

struct ComparisonWords {
  std::string_view words;  // in small letters, one blank between them
  Comparison comparison;
};

/// Longer ones before those they begin with.
constexpr std::array comparisons{
    ComparisonWords{"at least", Comparison::at_least},
    ComparisonWords{"no less than", Comparison::at_least},
    ComparisonWords{"no fewer than", Comparison::at_least},
    ComparisonWords{"not less than", Comparison::at_least},
    ComparisonWords{"at most", Comparison::at_most},
    ComparisonWords{"no more than", Comparison::at_most},
    ComparisonWords{"not more than", Comparison::at_most},
    ComparisonWords{"up to", Comparison::at_most},
    ComparisonWords{"more than", Comparison::above},
    ComparisonWords{"over", Comparison::above},
    ComparisonWords{"above", Comparison::above},
    ComparisonWords{"less than", Comparison::below},
    ComparisonWords{"fewer than", Comparison::below},
    ComparisonWords{"under", Comparison::below},
    ComparisonWords{"below", Comparison::below},
    ComparisonWords{">=", Comparison::at_least},
    ComparisonWords{"<=", Comparison::at_most},
    ComparisonWords{">", Comparison::above},
    ComparisonWords{"<", Comparison::below},
};

constexpr std::string_view digits = "0123456789";

/// `2,000` without its comma; whatever else stays, and is no number then.
std::string without_separators(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_separator = text[i] == ',' && i + 4 <= text.size() && i > 0 &&
                              digits.find(text[i - 1]) != std::string_view::npos &&
                              text.find_first_not_of(digits, i + 1) >= i + 4;
    if (!is_separator) out += text[i];
  }
  return out;
}

/// A text taken apart: its numbers, and the words between and behind them.
struct Taken {
  bool begins_with_number = false;
  bool is_readable = true;  // every word with a digit is a number
  std::vector<Decimal> numbers;
  std::vector<std::string> words;  // a number but the first as `#`
};

void add_word(std::string word, bool is_first, Taken& taken) {
  while (!word.empty() &&
         std::string_view(".,;:!?)(\"'").find(word.back()) != std::string_view::npos)
    word.pop_back();
  if (word.empty()) return;
  const bool is_percent = word.size() > 1 && word.ends_with('%');
  const DecimalReading reading =
      read_decimal(without_separators(is_percent ? word.substr(0, word.size() - 1) : word));
  if (reading.fault == NumberFault::none) {
    taken.begins_with_number = taken.begins_with_number || is_first;
    taken.numbers.push_back(reading.number);
    if (taken.numbers.size() > 1) taken.words.emplace_back("#");
    if (is_percent) taken.words.emplace_back("percent");
    return;
  }
  if (word.find_first_of(digits) != std::string::npos) taken.is_readable = false;
  taken.words.push_back(word == "%" ? "percent" : std::move(word));
}

Taken take_apart(std::string_view text) {
  Taken taken;
  bool is_first = true;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? to_small(text[i]) : ' ';
    if (c != ' ' && c != '\n' && c != '\t') {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    add_word(std::move(word), is_first, taken);
    word.clear();
    is_first = false;
  }
  return taken;
}

/// What the text begins with, and what follows it.
struct Begun {
  const ComparisonWords* words = nullptr;
  std::string_view rest;
};

Begun begin_of(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  for (const ComparisonWords& words : comparisons) {
    const std::size_t size = words.words.size();
    const bool begins =
        text.size() > size && std::equal(words.words.begin(), words.words.end(), text.begin(),
                                         [](char a, char b) { return a == to_small(b); });
    const bool is_sign = words.words.front() == '<' || words.words.front() == '>';
    if (begins && (is_sign || text[size] == ' ')) return {&words, text.substr(size)};
  }
  return {};
}

/// Whether a second comparison stands in it: `at least 5, at most 9`; not in `over some weeks`.
bool compares_again(std::string_view text) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const Begun begun = begin_of(text.substr(at));
    if (begun.words == nullptr) continue;
    const std::size_t number = begun.rest.find_first_not_of(' ');
    if (number != std::string_view::npos && digits.find(begun.rest[number]) != digits.npos)
      return true;
  }
  return false;
}

/// `points` and `point` are one word.
bool is_same_word(std::string_view a, std::string_view b) {
  if (a.ends_with('s')) a.remove_suffix(1);
  if (b.ends_with('s')) b.remove_suffix(1);
  return a == b;
}

/// The same words and numbers behind the first number, one for one: a word more may be `not`.
bool speak_of_the_same(const Taken& threshold, const Taken& result) {
  return threshold.numbers.size() == result.numbers.size() &&
         std::equal(threshold.numbers.begin() + 1, threshold.numbers.end(),
                    result.numbers.begin() + 1) &&
         std::equal(threshold.words.begin(), threshold.words.end(), result.words.begin(),
                    result.words.end(), is_same_word);
}

bool is_met(Comparison comparison, const Decimal& limit, const Decimal& found) {
  switch (comparison) {
    case Comparison::at_least:
      return found >= limit;
    case Comparison::at_most:
      return found <= limit;
    case Comparison::above:
      return found > limit;
    case Comparison::below:
      break;
  }
  return found < limit;
}

}  // namespace

MeetsThreshold meets_threshold(std::string_view threshold, std::string_view result) {
  const Begun begun = begin_of(threshold);
  if (begun.words == nullptr || compares_again(begun.rest.substr(1))) {
    return MeetsThreshold::unclear;
  }
  const Taken limit = take_apart(begun.rest);
  const Taken found = take_apart(result);
  const bool is_clear = limit.begins_with_number && found.begins_with_number && limit.is_readable &&
                        found.is_readable && speak_of_the_same(limit, found);
  if (!is_clear) return MeetsThreshold::unclear;
  return is_met(begun.words->comparison, limit.numbers[0], found.numbers[0]) ? MeetsThreshold::yes
                                                                             : MeetsThreshold::no;
}

}  // namespace brm
