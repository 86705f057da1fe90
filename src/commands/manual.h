// The manual: every page made from the tables of commands, fields and rules, so that adding one of
// them never needs a page to be edited.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "commands/mdoc.h"
#include "commands/option_words.h"

namespace brm {

struct ManualPage {
  std::string file;  ///< `brm-check.1`
  std::string text;
};

/// All pages: brm.1, one for each command, and those of sections 5 and 7.
std::vector<ManualPage> manual_pages();

/// A folder that works, as few lines as it takes; files as folder_of() reads them.
extern const std::string_view smallest_folder;

// The parts of it, one a file.
std::string overview_page(const CLI::App& app);
std::string command_page(const CLI::App& subcommand);
std::string records_page();
std::string rules_page();
std::string import_page();
std::string tutorial_page();
std::string setup_page();
std::string security_page();
void add_audiences(Mdoc& page);  ///< To the overview.
void add_practice(Mdoc& page);   ///< To the page on rules: governance, technology, the practice.
/// How the course is kept, as reports judge it: sections of brm-rules.7.
void add_course(Mdoc& page);

/// CLOCKS, and HORIZON AND HANDOVER.
void add_clocks(Mdoc& page);
/// VALUE, SHARED RISKS AND REWARDS and VENDORS of brm-rules(7).
void add_value_and_vendors(Mdoc& page);
/// What is judged of relationships, on the page of rules.
void add_relationships(Mdoc& page);

/// A tagged list of options or arguments, with the words that each may be.
void add_options(Mdoc& page, const std::vector<OptionWords>& options);
/// Examples as Command has them: text, and commands indented by two blanks.
void add_examples(Mdoc& page, std::string_view examples);
void add_statuses(Mdoc& page, std::string_view when_found);

}  // namespace brm
