#include "reports/words.h"

#include <fmt/format.h>

namespace brm {

Tone tone_of(Mood mood) {
  switch (mood) {
    case Mood::bad:
      return Tone::bad;
    case Mood::doubtful:
      return Tone::doubtful;
    case Mood::unknown:
      return Tone::faint;
    case Mood::good:
      return Tone::good;
  }
  return Tone::plain;
}

Cell verdict_cell(Verdict verdict) {
  const VerdictWords& words = words_of(verdict);
  return cell(std::string(words.name), tone_of(words.mood));
}

Cell place_cell(const Portfolio& portfolio, const Span& place) {
  const SourceFile& source = portfolio.file(place.file);
  return cell(fmt::format("{}:{}", source.path(), source.line_column(place.offset).line),
              Tone::faint);
}

std::string_view title_of(const Item& item) {
  const Value* title = item.find("title");
  return title != nullptr ? title->as_text() : item.id();
}

std::string_view closed(std::string_view prose) {
  return prose.substr(0, prose.find_last_not_of(" \n") + 1);
}

std::string office_title(const Portfolio& portfolio) {
  return portfolio.office() == nullptr ? "" : std::string(title_of(*portfolio.office()));
}

std::string address_of(const Item& item) {
  if (item.parent == nullptr) return std::string(item.id());
  if (item.id().empty()) return address_of(*item.parent);
  return fmt::format("{}/{}", item.record().id(), item.id());
}

Cell prose_cell(std::string_view text) {
  return cell(std::string(text.substr(0, text.find_last_not_of(" \n") + 1)));
}

Cell text_cell(std::string_view text, Tone tone) { return cell(std::string(text), tone); }

Cell days_cell(const std::optional<int>& days) {
  return days ? Cell{static_cast<std::int64_t>(*days), Tone::plain} : Cell{};
}

Cell date_cell(const std::optional<Date>& date) { return date ? Cell{*date, Tone::plain} : Cell{}; }

Cell money_cell(const Rational& minor, Currency currency, Tone tone) {
  static const Rational most = Rational(9'000'000'000) * 1'000'000'000;
  return minor > most || minor < -most ? Cell{} : Cell{money_of(minor, currency), tone};
}

Cell amount_or_nothing(const Rational& minor, Currency currency, Tone tone) {
  return minor == 0 ? Cell{} : money_cell(minor, currency, tone);
}

Decimal rounded_to(const Rational& number, int digits) {
  const Rational most(1'000'000'000);  // no longer text than a Decimal holds
  if (number > most || number < -most) return floored_to(number, digits);
  return read_decimal(to_fixed(number, digits)).number;
}

Cell percent_cell(const Rational& part, const Rational& all) {
  if (all <= 0) return {};
  const Rational percent = part / all * 100;
  const Decimal rounded = rounded_to(percent, 1);
  // 99.96 % is not all of it.
  const bool is_all = to_rational(rounded) == 100 && percent < 100;
  return {is_all ? floored_to(percent, 1) : rounded, Tone::plain};
}

std::string unnamed(std::string_view words, std::size_t left_out) {
  return fmt::format("({}{})", words, left_out == 0 ? "" : ", or left out for this audience");
}

Section section_of(std::string title, Table table, std::vector<std::string> paragraphs) {
  Section out{std::move(title), std::move(paragraphs), {}, {}, "", ""};
  out.tables.push_back(std::move(table));
  return out;
}

std::vector<Detail> VerdictCounts::details() const {
  std::vector<Detail> out;
  for (const VerdictWords& words : verdict_words()) {
    const std::size_t count = counts_[static_cast<std::size_t>(words.verdict)];
    const std::string name(words.name);
    out.push_back(
        {name, name, cell(count, tone_of(words.mood)), count == 0 ? Room::data : Room::fixed, {}});
  }
  return out;
}

std::string led(std::string_view lead, std::string_view text) {
  return text.empty() ? std::string() : fmt::format("{}: {}", lead, closed(text));
}

}  // namespace brm
