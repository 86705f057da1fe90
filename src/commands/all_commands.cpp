#include <array>

#include "commands/command.h"

namespace brm {
namespace commands {

extern const Command check;
extern const Command report;
extern const Command agenda;
extern const Command diff;
extern const Command history;
extern const Command list;
extern const Command get;
extern const Command count;
extern const Command export_;
extern const Command graph;
extern const Command show;
extern const Command init;
extern const Command new_record;
extern const Command record;
extern const Command import;
extern const Command mend;
extern const Command explain;
extern const Command schema;
extern const Command completion;
extern const Command doctor;
extern const Command help;

}  // namespace commands

namespace {

constexpr std::array list_of_commands{&commands::check,      &commands::report,  &commands::agenda,
                                      &commands::diff,       &commands::history, &commands::list,
                                      &commands::show,       &commands::get,     &commands::count,
                                      &commands::export_,    &commands::graph,   &commands::init,
                                      &commands::new_record, &commands::record,  &commands::import,
                                      &commands::mend,       &commands::explain, &commands::schema,
                                      &commands::completion, &commands::doctor,  &commands::help};

}  // namespace

std::span<const Command* const> all_commands() { return list_of_commands; }

const Command* find_command(std::string_view name) {
  for (const Command* command : all_commands()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

}  // namespace brm
