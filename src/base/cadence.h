// How often something happens, in days.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace brm {

/// The words: weekly, biweekly, monthly, quarterly, semiannual, annual.
std::span<const std::string_view> cadence_words();

/// Days between two occurrences: weekly 7, biweekly 14, monthly 31, quarterly 92, semiannual 184,
/// annual 366 (design/verdicts.md), or an ISO 8601 duration of whole years (366), months (31),
/// weeks and days such as `P45D`, at most 36600 days; empty when `text` is neither.
std::optional<int> read_cadence(std::string_view text);

/// How many parts a year has for `read_year_parts`: months and days are whole numbers of them.
inline constexpr int year_parts = 12 * 365;

/// The share of a year that the same texts mean, in 4380ths: a month is a twelfth, a day one of
/// 365, so that `P12M` is a year and `P1Y` is one exactly. Empty when `read_cadence` is.
std::optional<int> read_year_parts(std::string_view text);

}  // namespace brm
