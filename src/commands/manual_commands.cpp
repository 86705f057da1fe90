#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "commands/command.h"
#include "commands/manual.h"

namespace brm {
namespace {

/// `Fl C , Fl \-records Ar FOLDER`, as mdoc writes options.
std::string option_macros(const OptionWords& option) {
  if (option.is_argument) return fmt::format("Ar {}", mdoc_argument(option.names.front()));
  std::string out;
  for (const std::string& name : option.names) {
    out += fmt::format("{}Fl {}", out.empty() ? "" : " , ", mdoc_argument(name.substr(1)));
  }
  if (!option.value.empty()) out += " Ar " + mdoc_argument(option.value);
  return out;
}

/// Only the longest name: `Op Fl \-format Ar FORMAT`.
std::string in_synopsis(OptionWords option) {
  if (!option.is_argument) option.names = {option.names.back()};
  std::string out = option_macros(option);
  if (option.is_repeatable) out += " ...";
  return option.is_required ? out : "Op " + out;
}

/// `brm show`, where a text says it between backquotes.
bool mentions(std::string_view text, std::string_view command) {
  return text.find(fmt::format("`brm {}", command)) != std::string_view::npos;
}

std::vector<std::pair<std::string, int>> pages_beside(const Command& command) {
  std::vector<std::pair<std::string, int>> pages{{"brm", 1}, {"brm-records", 5}, {"brm-rules", 7}};
  for (const Command* other : all_commands()) {
    if (other != &command && mentions(command.description, other->name)) {
      pages.emplace_back(fmt::format("brm-{}", other->name), 1);
    }
  }
  return pages;
}

/// Words with a meaning of their own, one a line.
void add_words(Mdoc& page, const OptionWords& option) {
  if (option.values == nullptr || option.values->words == nullptr) return;
  if (!option.values->listed_by.empty()) return;
  page.begin_list();
  for (const Word& word : option.values->words()) {
    page.item(word.name, word.name == option.implied ? "(default)" : "");
    page.text(word.meaning);
  }
  page.end_list();
}

}  // namespace

void add_options(Mdoc& page, const std::vector<OptionWords>& options) {
  page.begin_list();
  for (const OptionWords& option : options) {
    page.item(option_macros(option));
    const bool has_list = option.values != nullptr && option.values->words != nullptr &&
                          option.values->listed_by.empty();
    page.text((has_list ? option.meaning + ":" : option.sentence() + "."));
    add_words(page, option);
  }
  page.end_list();
}

void add_examples(Mdoc& page, std::string_view examples) {
  std::string commands;
  while (!examples.empty()) {
    const std::size_t end = std::min(examples.find('\n'), examples.size());
    const std::string_view line = examples.substr(0, end);
    examples.remove_prefix(std::min(end + 1, examples.size()));
    if (line.starts_with("  ")) commands += std::string(line.substr(2)) + "\n";
    if (!commands.empty() && (examples.empty() || !line.starts_with("  "))) {
      page.code(commands);
      commands.clear();
    }
    if (!line.starts_with("  ")) page.text(line);
  }
}

void add_statuses(Mdoc& page, std::string_view when_found) {
  page.section("EXIT STATUS");
  page.begin_list();
  page.item("0");
  page.text("Nothing is wrong.");
  if (!when_found.empty()) {
    page.item("1");
    page.text(when_found);
  }
  page.item("2");
  page.text(
      "The job could not be done: wrong usage, a file that could not be read, or output that could "
      "not be written. An answer that is short of what could not be read is printed, says so, "
      "and ends with 2.");
  page.end_list();
  page.text(
      "A reader of the output that goes before its end, as `head` does, is no fault and changes no "
      "status.");
}

std::string command_page(const CLI::App& subcommand) {
  const Command& command = *find_command(subcommand.get_name());
  std::string summary(command.summary);
  summary.front() = static_cast<char>(summary.front() + ('a' - 'A'));
  Mdoc page(fmt::format("brm-{}", command.name), 1, summary);
  page.section("SYNOPSIS");
  page.macro(fmt::format("Nm \"brm {}\"", command.name));
  std::vector<OptionWords> options = options_of(subcommand);
  options.pop_back();  // --help, which every command has
  for (const OptionWords& option : options) page.macro(in_synopsis(option));
  for (const OptionWords& argument : arguments_of(subcommand)) page.macro(in_synopsis(argument));
  page.section("DESCRIPTION");
  page.text(command.description);
  page.section("OPTIONS");
  if (const auto arguments = arguments_of(subcommand); !arguments.empty()) {
    page.text("Arguments:");
    add_options(page, arguments);
  }
  if (!options.empty()) {
    page.text("Options, which may stand before, between and after the arguments:");
    add_options(page, options);
  }
  page.text("The options of every command are in");
  page.macro("Xr brm 1 .");
  add_statuses(page, command.when_found);
  page.section("EXAMPLES");
  add_examples(page, command.examples);
  page.see_also(pages_beside(command));
  return std::move(page).take();
}

}  // namespace brm
