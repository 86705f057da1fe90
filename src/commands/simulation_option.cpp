#include "commands/simulation_option.h"

#include <fmt/format.h>

#include <charconv>

#include "base/utf8.h"

namespace brm {
namespace {

/// The whole text as a number of digits alone; empty otherwise.
template <class Number>
std::optional<Number> read_whole(const std::string& text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (text.empty() || parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return number;
}

}  // namespace

Result<std::optional<SimulationRequest>> read_simulation(
    const std::optional<std::string>& years_text, const std::optional<std::string>& seed_text,
    const Report& report) {
  if (!years_text && !seed_text) return std::optional<SimulationRequest>{};
  if (report.simulates == Simulates::no) {
    return Failure{fmt::format("the report {} simulates nothing", report.name),
                   "--simulate and --seed are for the report risks"};
  }
  if (!years_text) return Failure{"--seed without --simulate", "give both"};
  SimulationRequest request;
  constexpr std::size_t fewest = 100;
  constexpr std::size_t most = 10'000'000;
  const auto years = read_whole<std::size_t>(*years_text);
  if (!years || *years < fewest || *years > most) {
    return Failure{fmt::format("--simulate `{}` is no number of years", visible(*years_text)),
                   fmt::format("write a whole number from {} to {}, such as 10000", fewest, most)};
  }
  request.years = *years;
  if (!seed_text) return std::optional(request);
  const auto seed = read_whole<std::uint64_t>(*seed_text);
  if (!seed) {
    return Failure{fmt::format("--seed `{}` is no whole number", visible(*seed_text)),
                   "write one from 0 to 18446744073709551615"};
  }
  request.seed = *seed;
  return std::optional(request);
}

}  // namespace brm
