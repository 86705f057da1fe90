#include "exchange/filters.h"

#include <fmt/format.h>

#include <array>

#include "base/date.h"
#include "base/folding.h"
#include "base/rational.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "exchange/date_pattern.h"

namespace brm {
namespace {

using Filtered = Result<std::string>;

Failure is_no(std::string_view value, std::string_view what, std::string_view help) {
  return {fmt::format("`{}` is no {}", visible(value), what), std::string(help)};
}

Filtered slug(const FilterInput& input) {
  constexpr std::size_t usual = 50;
  std::size_t most = usual;
  if (!input.arguments.empty()) {
    const DecimalReading read = read_decimal(input.arguments[0]);
    constexpr std::int64_t longest = 63;
    if (read.fault == NumberFault::none && read.number.scale == 0 && read.number.coefficient > 0 &&
        read.number.coefficient <= longest) {
      most = static_cast<std::size_t>(read.number.coefficient);
    }
  }
  std::string out;
  for (const char c : latinised(input.value)) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_kept) out += c;
    if (!is_kept && !out.empty() && out.back() != '-') out += '-';
  }
  out.resize(std::min(out.size(), most));
  out.erase(out.find_last_not_of('-') + 1);
  if (out.empty())
    return is_no(input.value, "name for an id: it has no letter or digit of ASCII",
                 "translate it with `words`");
  return out;
}

Filtered line(const FilterInput& input) {
  std::string out;
  for (const char c : input.value) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) out += c;
    if (is_blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return std::string(trimmed(out));
}

constexpr char grouping = '\x1F';  // in place of whatever divides thousands; no text has it

/// `1` to `123`, and then only groups of three; false where something else is divided.
bool join_thousands(std::string& digits) {
  std::string out;
  std::size_t from = 0;
  for (bool is_first = true; from <= digits.size(); is_first = false) {
    const std::size_t end = std::min(digits.find(grouping, from), digits.size());
    const std::size_t size = end - from;
    const bool is_divided = end < digits.size() || !is_first;
    if (is_divided && (is_first ? size == 0 || size > 3 : size != 3)) return false;
    out.append(digits, from, size);
    from = end + 1;
  }
  digits = out;
  return true;
}

/// Plain digits with a point; false where it is no number, or could be another one.
bool read_number(std::string_view written, bool has_comma, std::string& out) {
  std::string text(trimmed(written));
  const bool is_bracketed = text.size() > 2 && text.starts_with('(') && text.ends_with(')');
  if (is_bracketed) text = "-" + text.substr(1, text.size() - 2);
  if (text.ends_with('%')) text.pop_back();
  text = trimmed(text);
  if (text.starts_with('+')) text.erase(0, 1);
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  for (const std::string_view divider :
       {std::string_view(has_comma ? "." : ","), std::string_view(" "),
        std::string_view("\xC2\xA0"), std::string_view("\xE2\x80\xAF"), std::string_view("'")}) {
    for (std::size_t at = text.find(divider); at != std::string::npos; at = text.find(divider)) {
      text.replace(at, divider.size(), 1, grouping);
    }
  }
  const std::size_t point = std::min(text.find(has_comma ? ',' : '.'), text.size());
  std::string whole = text.substr(sign, point - sign);
  std::string decimals = text.substr(std::min(point + 1, text.size()));
  if (!join_thousands(whole) || (whole.empty() && decimals.empty())) return false;
  while (whole.size() > 1 && whole.starts_with('0')) whole.erase(0, 1);
  if (whole.empty()) whole = "0";
  out = (sign == 1 ? "-" : "") + whole + (decimals.empty() ? "" : "." + decimals);
  return read_decimal(out).fault == NumberFault::none;
}

Filtered number(const FilterInput& input) {
  std::string out;
  const bool has_comma = !input.arguments.empty();
  if (has_comma && input.arguments[0] != "comma") {
    return Failure{fmt::format("`number {}` is not known", visible(input.arguments[0])),
                   "write `number`, or `number comma` where a comma stands before the decimals"};
  }
  if (!read_number(input.value, has_comma, out)) return is_no(input.value, "number", "");
  return out;
}

/// Without needless digits.
std::string decimal_text(const Rational& number, int digits) {
  std::string out = to_fixed(number, digits);
  if (out.find('.') == std::string::npos) return out;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

Filtered times(const FilterInput& input) {
  const DecimalReading value = read_decimal(input.value);
  const DecimalReading by = read_decimal(input.arguments[0]);
  if (value.fault != NumberFault::none) {
    return is_no(input.value, "number", "put `number` before `times`");
  }
  if (by.fault != NumberFault::none) return is_no(input.arguments[0], "number", "as in times 1000");
  constexpr int digits = 12;
  return decimal_text(to_rational(value.number) * to_rational(by.number), digits);
}

Filtered round(const FilterInput& input) {
  const DecimalReading value = read_decimal(input.value);
  if (value.fault != NumberFault::none) {
    return is_no(input.value, "number", "put `number` before `round`");
  }
  const bool has_digits = !input.arguments.empty() && input.arguments[0].size() == 1 &&
                          input.arguments[0][0] >= '0' && input.arguments[0][0] <= '9';
  return to_fixed(to_rational(value.number), has_digits ? input.arguments[0][0] - '0' : 0);
}

Filtered date(const FilterInput& input) {
  const MonthDay day = input.arguments.size() < 2     ? MonthDay::written
                       : input.arguments[1] == "last" ? MonthDay::last
                                                      : MonthDay::first;
  return read_dated(input.value, input.arguments[0], day);
}

Filtered plus(const FilterInput& input) {
  if (input.other.empty()) return std::string();
  const DateReading start = read_date(input.value);
  if (start.fault != DateFault::none) {
    return is_no(input.value, "date (YYYY-MM-DD)", "put `date` before `plus`");
  }
  std::string digits;
  if (!read_number(input.other, false, digits)) return is_no(input.other, "number of days", "");
  constexpr std::int64_t most = 100000;
  const Rational days = to_rational(read_decimal(digits).number);
  if (days > Rational(most) || days < Rational(-most))
    return is_no(input.other, "number of days", "");
  const std::int64_t whole = days < Rational(0) ? ceiling_of(days) : floor_of(days);
  return to_text(start.date + static_cast<std::int32_t>(whole));
}

Failure unknown_to(std::string_view word, const std::string& name, const Translation& list) {
  std::vector<std::string_view> known;
  for (const auto& [from, to] : list) known.push_back(from);
  return {
      fmt::format("`{}` is none of the words of `{}`", visible(word), visible(name)),
      fmt::format("it has {}; add this one, or `\"*\"` for all others", visible(join_and(known)))};
}

/// Of several values each.
Filtered words(const FilterInput& input) {
  const auto list = input.sources.words.find(input.arguments[0]);
  if (list == input.sources.words.end()) {
    return Failure{fmt::format("there is no list of words `{}`", visible(input.arguments[0])),
                   "write it below `words`"};
  }
  const auto [known, is_new] = input.sources.memory.words.try_emplace(&list->second);
  if (is_new) {
    for (const auto& [from, to] : list->second) known->second.try_emplace(folded(from), to);
  }
  const auto others = known->second.find("*");
  std::string out;
  for (std::string_view rest = input.value; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view word = rest.substr(0, end);
    auto found = known->second.find(folded(word));
    if (found == known->second.end()) found = others;
    if (found == known->second.end()) return unknown_to(word, list->first, list->second);
    if (!out.empty()) out += '\n';
    out += found->second;
    if (out.size() > longest_value) return too_long();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

Filtered lookup(const FilterInput& input) {
  const auto& tables = input.sources.tables;
  const auto table = std::find_if(tables.begin(), tables.end(), [&](const SourceTable& each) {
    return each.name == input.arguments[0];
  });
  if (table == tables.end()) {
    return Failure{
        fmt::format("there is no table `{}` to look it up in", visible(input.arguments[0])),
        "write it below `tables`"};
  }
  const std::size_t key = table->column(input.arguments[1]);
  const std::size_t value = table->column(input.arguments[2]);
  if (std::max(key, value) >= table->columns.size()) {
    return Failure{fmt::format("table `{}` has no column `{}`", visible(table->name),
                               visible(input.arguments[key < table->columns.size() ? 2 : 1])),
                   "write `lookup TABLE KEY VALUE`"};
  }
  const auto [rows, is_new] = input.sources.memory.rows.try_emplace({&*table, key, value});
  for (const SourceRow& row : is_new ? std::span(table->rows) : std::span<const SourceRow>()) {
    FilterMemory::Found& known = rows->second[row.cells[key]];
    if (known.first == nullptr) known.first = &row;
    const bool is_other = row.cells[value] != known.first->cells[value];
    if (is_other && known.other == nullptr) known.other = &row;
  }
  const auto found = rows->second.find(input.value);
  if (found != rows->second.end()) {
    const auto [first, other] = found->second;
    if (other == nullptr) return first->cells[value];
    return Failure{
        fmt::format("table `{}` says two things of `{}`: `{}` in row {}, `{}` in row {}",
                    visible(table->name), visible(input.value), visible(first->cells[value]),
                    first->number, visible(other->cells[value]), other->number),
        "take one of the two rows out"};
  }
  return Failure{fmt::format("table `{}` has no row whose `{}` is `{}`", visible(table->name),
                             visible(input.arguments[1]), visible(input.value)),
                 "add it there, or mend the value here"};
}

Filtered above(const FilterInput& input) {
  const DecimalReading value = read_decimal(input.value);
  const DecimalReading least = read_decimal(input.arguments[0]);
  if (value.fault != NumberFault::none || least.fault != NumberFault::none) {
    return is_no(input.value, "number", "put `number` before `above`");
  }
  return value.number > least.number ? input.value : std::string();
}

Filtered is(const FilterInput& input) {
  return input.value == input.arguments[0] ? input.value : std::string();
}

Filtered is_not(const FilterInput& input) {
  return input.value == input.arguments[0] ? std::string() : input.value;
}

Filtered split(const FilterInput& input) {
  const std::string at = input.arguments.empty() ? ";" : input.arguments[0];
  std::string out;
  std::string_view rest = input.value;
  while (!rest.empty()) {
    const std::size_t end = std::min({rest.find(at), rest.find('\n'), rest.size()});
    const std::string_view part = trimmed(rest.substr(0, end));
    if (!part.empty()) out += (out.empty() ? "" : "\n") + std::string(part);
    rest.remove_prefix(
        std::min(end + (end < rest.size() && rest[end] == '\n' ? 1 : at.size()), rest.size()));
  }
  return out;
}

Filtered before(const FilterInput& input) {
  return input.value.substr(0, input.value.find(input.arguments[0]));
}

Filtered first(const FilterInput& input) { return input.value.substr(0, input.value.find('\n')); }

Filtered after(const FilterInput& input) {
  const std::size_t at = input.value.find(input.arguments[0]);
  return at == std::string::npos ? std::string()
                                 : input.value.substr(at + input.arguments[0].size());
}

Filtered lower(const FilterInput& input) { return lowered(input.value); }

constexpr std::array filters{
    Filter{"slug", "[N]", 0, 1, false,
           "As an id: small letters without accents (o for ø, ae for æ), digits and hyphens, at "
           "most N "
           "of them (50).",
           "{name | slug}", "Dept. of Labor", "dept-of-labor", slug, true},
    Filter{"line", "", 0, 0, false, "On one line, with single blanks.", "{remarks | line}",
           "late,  but  well", "late, but well", line},
    Filter{"lower", "", 0, 0, false, "In small letters.", "{grade | lower}", "Green", "green",
           lower},
    Filter{"number", "[comma]", 0, 1, false,
           "A number without thousands separators, percent sign or brackets; with `comma` where a "
           "comma stands before the decimals.",
           "{total | number}", "(1,200.50)", "-1200.50", number},
    Filter{"times", "N", 1, 1, false, "A number times N, exactly: money in thousands or millions.",
           "{value_musd | times 1000000}", "7.98269", "7982690", times},
    Filter{"round", "[N]", 0, 1, false,
           "A number with N decimals (none), halves to the even neighbour.", "{share | round 1}",
           "12.25", "12.2", round},
    Filter{"date", "PATTERN [first|last]", 1, 2, false,
           "A date written otherwise: YYYY, YY, MM, M, DD, D and MON stand for its parts, * for "
           "all that follows, anything else for itself; of a month without a day the first or the "
           "last one. MON is an English month: Sep, Sept or September. A pattern with a blank "
           "stands between quotation marks, `date 'D MON YYYY'`. YY is 19YY from 69 on and 20YY "
           "below, as in POSIX.",
           "{signed | date DD.MM.YYYY}", "30.06.2026", "2026-06-30", date},
    Filter{"plus", "COLUMN", 1, 1, true, "A date and so many days more as the column says.",
           "{start | plus planned_days}", "2026-06-01 with 30", "2026-07-01", plus},
    Filter{"words", "LIST", 1, 1, false,
           "Translated by a list of `words`, capitals or not; a word that it lacks is a fault.",
           "{desired | words direction}", "U", "increase", words},
    Filter{
        "lookup", "TABLE KEY VALUE", 3, 3, false,
        "The VALUE of the row of another table whose KEY it is; rows that say different values of "
        "one key are a fault.",
        "{bureau | lookup bureaus code name}", "10", "Food and Drug Administration", lookup},
    Filter{"above", "N", 1, 1, false, "The number where it is above N, else nothing.",
           "{delay | above 0}", "15", "15", above},
    Filter{"is", "TEXT", 1, 1, false, "The value where it is this text, else nothing.",
           "{status | is open}", "open", "open", is},
    Filter{"not", "TEXT", 1, 1, false, "The value where it is not this text, else nothing.",
           "{unit | not '-'}", "days", "days", is_not},
    Filter{"before", "SIGN", 1, 1, false,
           "What stands before the first such sign; all of it where there is none.",
           "{name | before ','}", "Labor, Department of", "Labor", before},
    Filter{"after", "SIGN", 1, 1, false,
           "What stands behind the first such sign; nothing where there is none.",
           "{riskId | after '/'}", "portal/outage", "outage", after},
    Filter{"first", "", 0, 0, false, "The first of several values.", "{tags | split ',' | first}",
           "cloud, 2026", "cloud", first},
    Filter{"split", "[SIGN]", 0, 1, false,
           "Several values, cut at line ends and at the sign (;): for a list.",
           "{tags | split ','}", "cloud, 2026", "cloud and 2026", split},
};

}  // namespace

Failure too_long() {
  return {"the value is longer than 1 MiB, and no record can hold it",
          "leave the column out of the mapping, or name it fewer times"};
}

std::span<const Filter> all_filters() { return filters; }

const Filter* find_filter(std::string_view name) {
  for (const Filter& filter : filters) {
    if (filter.name == name) return &filter;
  }
  return nullptr;
}

}  // namespace brm
