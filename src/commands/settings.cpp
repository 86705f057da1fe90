#include "commands/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/months.h"
#include "base/utf8.h"
#include "commands/values.h"

namespace brm {
namespace {

/// Set and not empty.
std::optional<std::string> variable(const World& world, const std::string& name) {
  auto value = world.environment(name);
  return value && !value->empty() ? value : std::nullopt;
}

/// `February 2026 has 28 days`, of a text that is a date but for its day.
std::string days_of_month(const std::string& text) {
  const std::string month = text.substr(0, 8);  // with the hyphen behind it
  if (read_date(month + "01").fault != DateFault::none) return "a month is 01 to 12";
  int days = 31;
  while (read_date(month + std::to_string(days)).fault != DateFault::none) --days;
  const std::size_t number =
      static_cast<std::size_t>(text[5] - '0') * 10 + static_cast<std::size_t>(text[6] - '0');
  return fmt::format("{} {} has {} days", month_names[number - 1], text.substr(0, 4), days);
}

Result<ChosenDay> read_day(const std::string& text, std::string_view from) {
  const DateReading reading = read_date(text);
  if (reading.fault == DateFault::none) return ChosenDay{reading.date, from};
  if (reading.fault == DateFault::no_such_day) {
    return Failure{fmt::format("{} `{}` is a day that does not exist", from, text),
                   days_of_month(text)};
  }
  if (reading.fault == DateFault::out_of_range) {
    return Failure{fmt::format("{} `{}` is out of range", from, text),
                   "write a day from 1900-01-01 to 2200-12-31"};
  }
  return Failure{fmt::format("{} `{}` is not a date", from, visible(text)),
                 "write it as YYYY-MM-DD"};
}

Result<ChosenDay> read_epoch(const std::string& text) {
  std::int64_t seconds = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, seconds);
  constexpr std::int64_t last_second_of_2200 = 7'289'654'399;
  if (parsed.ec != std::errc{} || parsed.ptr != end || seconds < 0 ||
      seconds > last_second_of_2200) {
    return Failure{fmt::format("SOURCE_DATE_EPOCH `{}` is not a time", visible(text)),
                   "write seconds since 1970-01-01, UTC"};
  }
  return ChosenDay{day_of_unix_seconds(seconds), "SOURCE_DATE_EPOCH"};
}

}  // namespace

Result<ChosenDay> chosen_day(const World& world, const GlobalOptions& options) {
  if (options.as_of) return read_day(*options.as_of, "--as-of");
  if (const auto day = variable(world, "BRM_AS_OF")) return read_day(*day, "BRM_AS_OF");
  if (const auto epoch = variable(world, "SOURCE_DATE_EPOCH")) return read_epoch(*epoch);
  return ChosenDay{world.today, "today"};
}

Result<ReadOptions> chosen_reading(const GlobalOptions& options) {
  constexpr std::int64_t most_jobs = 256;
  ReadOptions out;
  const DecimalReading jobs = read_decimal(options.jobs);
  const bool is_count = jobs.fault == NumberFault::none && jobs.number.scale == 0 &&
                        jobs.number.coefficient >= 0 && jobs.number.coefficient <= most_jobs;
  if (!is_count) {
    return Failure{fmt::format("--jobs `{}` is not a whole number from 0 to {}",
                               visible(options.jobs), most_jobs),
                   "write how many threads to use; 0 leaves it to brm"};
  }
  out.jobs = static_cast<std::size_t>(jobs.number.coefficient);
  if (options.reader == "yaml-cpp") {
    out.lanes = Lanes::strict;
  } else if (options.reader != "auto") {
    return unknown_value(values::reader, options.reader);
  }
  return out;
}

Result<std::optional<Audience>> chosen_audience(const GlobalOptions& options) {
  if (!options.audience) return std::optional<Audience>();
  if (*options.audience == "public") return std::optional(Audience::open);
  if (*options.audience == "internal") return std::optional(Audience::internal);
  if (*options.audience == "restricted") return std::optional(Audience::restricted);
  return unknown_value(values::audience, *options.audience);
}

Result<ChosenColour> chosen_colour(const World& world, const GlobalOptions& options) {
  if (options.color == "always") return ChosenColour{Colour::on, "--color always"};
  if (options.color == "never") return ChosenColour{Colour::off, "--color never"};
  if (options.color != "auto") {
    return unknown_value(values::colour, options.color);
  }
  if (variable(world, "NO_COLOR")) return ChosenColour{Colour::off, "NO_COLOR is set"};
  if (variable(world, "FORCE_COLOR")) return ChosenColour{Colour::on, "FORCE_COLOR is set"};
  if (variable(world, "CLICOLOR_FORCE")) return ChosenColour{Colour::on, "CLICOLOR_FORCE is set"};
  if (!world.out_is_terminal) return ChosenColour{Colour::off, "the output is no terminal"};
  if (world.environment("TERM").value_or("") == "dumb") {
    return ChosenColour{Colour::off, "TERM is dumb"};
  }
  return ChosenColour{Colour::on, "the output is a terminal"};
}

ChosenWidth chosen_width(const World& world) {
  constexpr std::size_t in_a_pipe = 100;
  constexpr std::size_t narrowest = 40;
  constexpr std::size_t widest = 1000;
  if (!world.out_is_terminal) return {in_a_pipe, "fixed where the output is no terminal"};
  ChosenWidth width{in_a_pipe, "the terminal does not say"};
  if (world.terminal_width) width = {*world.terminal_width, "the terminal"};
  if (const auto columns = variable(world, "COLUMNS")) {
    std::size_t number = 0;
    const char* end = columns->data() + columns->size();
    const bool is_number = std::from_chars(columns->data(), end, number).ptr == end;
    if (is_number && number > 0) width = {number, "COLUMNS"};
  }
  width.columns = std::clamp(width.columns, narrowest, widest);
  return width;
}

ChosenFolder chosen_folder(const World& world, const GlobalOptions& options) {
  if (options.records) return {*options.records, "-C"};
  if (const auto folder = variable(world, "BRM_RECORDS")) return {*folder, "BRM_RECORDS"};
  return {".", "the current folder"};
}

}  // namespace brm
