// Cells that several reports share, so that one thing looks the same everywhere.
#pragma once

#include "assess/assessment.h"
#include "document/document.h"

namespace brm {

/// `off_track` with the tone of its mood; in reports for people `off track`.
Cell verdict_cell(Verdict verdict);
Tone tone_of(Mood mood);

/// `initiatives/elig-portal.yaml:31`
Cell place_cell(const Portfolio& portfolio, const Span& place);

/// The item's title, else its id.
std::string_view title_of(const Item& item);

/// Prose without the blanks and line ends that it may close with.
std::string_view closed(std::string_view prose);
/// `lesson: ...`; empty where there is no text.
std::string led(std::string_view lead, std::string_view text);

/// The office's title; empty in a folder without brm.yaml.
std::string office_title(const Portfolio& portfolio);

/// `elig-portal/decision-days`: how other records name it; without an id that of what it stands in.
std::string address_of(const Item& item);

/// Without the line feed that a block of text ends in.
Cell prose_cell(std::string_view text);

Cell text_cell(std::string_view text, Tone tone = Tone::plain);
/// A number of days, or nothing.
Cell days_cell(const std::optional<int>& days);
/// A date, or nothing.
Cell date_cell(const std::optional<Date>& date);

/// Nothing where 64 bits do not hold it: no figure is better than a wrong one.
Cell money_cell(const Rational& minor, Currency currency, Tone tone = Tone::plain);
/// Nothing rather than zero, where zero would look like an amount that was found.
Cell amount_or_nothing(const Rational& minor, Currency currency, Tone tone = Tone::plain);
/// `part` of `all` as a percentage with one decimal, 100 only where it is all of it; nothing where
/// `all` is not above zero.
Cell percent_cell(const Rational& part, const Rational& all);

/// `(no goal)`; where records are left out for an audience, they may be the ones that are meant.
std::string unnamed(std::string_view words, std::size_t left_out);

/// With `digits` decimals, rounded as everywhere; past 10^9 cut off.
Decimal rounded_to(const Rational& number, int digits);

/// A section with one table.
Section section_of(std::string title, Table table, std::vector<std::string> paragraphs = {});

/// How many of each verdict, worst first; people are not shown those that do not occur.
class VerdictCounts {
 public:
  void add(Verdict verdict) { ++counts_[static_cast<std::size_t>(verdict)]; }
  std::vector<Detail> details() const;

 private:
  std::size_t counts_[16] = {};
};

}  // namespace brm
