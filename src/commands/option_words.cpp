#include "commands/option_words.h"

#include <fmt/format.h>

#include "base/spelling.h"

namespace brm {
namespace {

OptionWords words_of(const CLI::Option& option) {
  OptionWords row;
  row.meaning = option.get_description();
  row.values = values_of(option);
  row.implied = option.get_default_str();
  row.is_argument = option.get_positional();
  row.is_required = option.get_required();
  row.is_repeatable = option.get_items_expected_max() > 1;
  if (row.is_argument) {
    row.names.push_back(option.get_name(true, false));
    return row;
  }
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) row.value = option.get_type_name();
  return row;
}

std::vector<OptionWords> only(const CLI::App& app, bool arguments) {
  std::vector<OptionWords> out;
  for (OptionWords& row : option_words(app)) {
    if (row.is_argument == arguments) out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

std::string OptionWords::heading() const {
  std::string out = fmt::format("{}", fmt::join(names, ", "));
  if (!value.empty()) out += " " + value;
  if (!is_argument) return out;
  if (is_repeatable) out += "...";
  return is_required ? out : "[" + out + "]";
}

std::string OptionWords::sentence() const {
  if (values == nullptr || values->words == nullptr) return meaning;
  if (!values->usual.empty()) return fmt::format("{}, {}", meaning, words_help(*values));
  if (!values->listed_by.empty()) return fmt::format("{}; {}", meaning, values->listed_by);
  std::string out = fmt::format("{}: {}", meaning, join_or(names_of(values->words())));
  if (!implied.empty()) out += fmt::format(" (default {})", implied);
  return out;
}

std::vector<OptionWords> option_words(const CLI::App& app) {
  std::vector<OptionWords> rows;
  OptionWords help;
  for (const CLI::Option* option : app.get_options()) {
    (option->check_lname("help") ? help : rows.emplace_back()) = words_of(*option);
  }
  rows.push_back(std::move(help));
  return rows;
}

std::vector<OptionWords> arguments_of(const CLI::App& app) { return only(app, true); }
std::vector<OptionWords> options_of(const CLI::App& app) { return only(app, false); }

}  // namespace brm
