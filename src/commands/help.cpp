#include "commands/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "commands/command.h"

namespace brm {
namespace {

constexpr std::size_t most_width = 100;

const Command* find_command(const std::string& name) {
  for (const Command* command : all_commands()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

/// Two columns, the second wrapped.
std::string two_columns(const std::vector<OptionWords>& rows, std::size_t width) {
  std::size_t left = 0;
  for (const OptionWords& row : rows) left = std::max(left, display_width(row.names));
  std::string out;
  for (const OptionWords& row : rows) {
    std::string head = padded(row.names, left);
    for (const std::string& line : wrapped(row.meaning, width - left - 4)) {
      out += fmt::format("  {}  {}\n", head, line);
      head = std::string(left, ' ');
    }
  }
  return out;
}

std::string paragraph(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrapped(text, width)) out += line + "\n";
  return out;
}

std::string usage(const CLI::App& command) {
  std::string out = fmt::format("usage: brm {}", command.get_name());
  bool has_options = false;
  for (const OptionWords& row : option_words(command)) {
    if (!row.is_positional) has_options = true;
  }
  if (has_options) out += " [OPTION...]";
  for (const OptionWords& row : option_words(command)) {
    if (row.is_positional) out += " " + row.names;
  }
  return out + "\n";
}

std::vector<OptionWords> only(const std::vector<OptionWords>& rows, bool positional) {
  std::vector<OptionWords> out;
  for (const OptionWords& row : rows) {
    if (row.is_positional == positional) out.push_back(row);
  }
  return out;
}

std::string command_help(const CLI::App& app, const CLI::App& chosen, std::size_t width) {
  const Command& command = *find_command(chosen.get_name());
  const auto rows = option_words(chosen);
  std::string out =
      paragraph(std::string(command.summary) + ".", width) + "\n" + usage(chosen) + "\n";
  if (const auto arguments = only(rows, true); !arguments.empty()) {
    out += two_columns(arguments, width) + "\n";
  }
  out += paragraph(command.description, width);
  out += "\nOptions:\n" + two_columns(only(rows, false), width);
  out += "\nOptions of every command:\n" + two_columns(option_words(app), width);
  return out + "\nExamples:\n" + std::string(command.examples);
}

std::string general_help(const CLI::App& app, std::size_t width) {
  std::vector<OptionWords> commands;
  for (const Command* command : all_commands()) {
    commands.push_back({std::string(command->name), std::string(command->summary), false});
  }
  return paragraph(app.get_description(), width) + "\nusage: brm [OPTION...] COMMAND ...\n" +
         "\nCommands:\n" + two_columns(commands, width) + "\nOptions of every command:\n" +
         two_columns(option_words(app), width) +
         "\nBegin with `brm check` in a records folder, then `brm report outcomes`.\n"
         "`brm COMMAND --help` says more, and so does `man brm`.\n";
}

/// Escaped for mdoc: a backslash, and a dot or apostrophe that begins a line.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '`') {
      out += "'";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

/// Sentences on lines of their own, as mdoc wants them.
std::string roff_paragraph(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find(". ");
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    out += roff(text.substr(0, length)) + "\n";
    text.remove_prefix(std::min(text.size(), length + 1));
  }
  return out;
}

std::string roff_options(const std::vector<OptionWords>& rows) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const OptionWords& row : rows) {
    out += fmt::format(".It {}\n{}.\n", roff(row.names), roff(row.meaning));
  }
  return out + ".El\n";
}

std::string roff_command(const CLI::App& sub) {
  const Command& command = *find_command(sub.get_name());
  std::string names;
  for (const OptionWords& row : only(option_words(sub), true)) names += " " + row.names;
  std::string out =
      fmt::format(".Ss {}{}\n{}.\n", command.name, roff(names), roff(command.summary));
  out += roff_paragraph(command.description) + roff_options(option_words(sub));
  out += "Examples:\n.Bd -literal -offset indent\n";
  std::string_view examples = command.examples;
  while (!examples.empty()) {
    const std::size_t end = std::min(examples.find('\n'), examples.size());
    std::string_view line = examples.substr(0, end);
    while (line.starts_with(' ')) line.remove_prefix(1);
    out += roff(line) + "\n";
    examples.remove_prefix(std::min(end + 1, examples.size()));
  }
  return out + ".Ed\n";
}

constexpr std::string_view manual_head = R"(.Dd July 8, 2026
.Dt BRM 1
.Os
.Sh NAME
.Nm brm
.Nd check records of relationships and initiatives, and report outcomes
.Sh SYNOPSIS
.Nm
.Op Ar option ...
.Ar command
.Op Ar argument ...
.Sh DESCRIPTION
.Nm
reads YAML records of relationships and initiatives from a folder, one record a file, checks
them, and reports what was measured of the outcomes that were promised.
The verdict of an outcome is computed from its measurements and never typed:
.Nm
says why, how strong the evidence is, and which line of which file proves it.
It may answer that there is not enough evidence.
.Pp
The root of a records folder is the nearest folder upward that holds
.Pa brm.yaml ;
without one, the folder that was named.
Every
.Pa *.yaml
and
.Pa *.yml
below it is a record, except in hidden folders and what
.Pa brm.yaml
ignores.
.Nm
only reads: it writes no file, starts no program and opens no connection.
)";

constexpr std::string_view manual_tail = R"(.Sh CONDITIONS
.Fl -where
takes comparisons of fields:
.Bd -literal -offset indent
tier = strategic and verdict in (missed, off_track)
due < 2027-01-01 and not title ~ "portal"
watermelon or stale_rating
.Ed
.Pp
The signs are = != < <= > >= ~ and in; ~ asks whether a text holds another, small and capital letters
alike.
A name alone asks whether it is true, or written at all.
.Ic not
binds closest, then
.Ic and ,
then
.Ic or ;
brackets group.
A field that is not written passes only != and not.
Of a list, one element that passes is enough.
.Ic brm explain Ar KIND
names every field.
.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev BRM_RECORDS
The records folder, where
.Fl C
is not given.
.It Ev BRM_AS_OF
The day to judge by, where
.Fl -as-of
is not given.
.It Ev SOURCE_DATE_EPOCH
The same as seconds since 1970-01-01 UTC, where neither is given.
.It Ev NO_COLOR , FORCE_COLOR , CLICOLOR_FORCE
No colour; colour even where the output is no terminal.
.It Ev COLUMNS
The width of the page, on a terminal.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa brm.yaml
The office's own record: its name, currency, goals and policy.
.El
.Sh EXIT STATUS
.Bl -tag -width Ds
.It 0
Nothing is wrong.
.It 1
.Ic check
found something at or above
.Fl -fail-on .
.It 2
The job could not be done: wrong usage, a file that could not be read, or output that could not
be written.
A report over records that could not be read in full is printed, says so at its top, and ends with 2.
.El
)";

}  // namespace

std::vector<OptionWords> option_words(const CLI::App& app) {
  std::vector<OptionWords> rows;
  OptionWords help;
  for (const CLI::Option* option : app.get_options()) {
    OptionWords row;
    row.meaning = option->get_description();
    row.is_positional = option->get_positional();
    if (row.is_positional) {
      row.names = option->get_name(true, false);
      if (option->get_items_expected_max() > 1) row.names += "...";
      if (!option->get_required()) row.names = "[" + row.names + "]";
    } else {
      std::vector<std::string> names;
      for (const std::string& name : option->get_snames()) names.push_back("-" + name);
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      row.names = fmt::format("{}", fmt::join(names, ", "));
      const bool takes_value = option->get_items_expected_max() > 0;
      if (takes_value) row.names += " " + option->get_type_name();
    }
    if (option->check_lname("help")) {
      help = std::move(row);
    } else {
      rows.push_back(std::move(row));
    }
  }
  rows.push_back(std::move(help));
  return rows;
}

std::string help_text(const CLI::App& app, std::size_t width) {
  width = std::min(width, most_width);
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? general_help(app, width) : command_help(app, *chosen.front(), width);
}

std::string manual_page(const CLI::App& app) {
  std::string out(manual_head);
  out += ".Pp\nOptions of every command, before or after its name:\n" +
         roff_options(option_words(app));
  out += ".Sh COMMANDS\n";
  for (const Command* command : all_commands()) {
    out += roff_command(*app.get_subcommand(std::string(command->name)));
  }
  return out + std::string(manual_tail);
}

}  // namespace brm
