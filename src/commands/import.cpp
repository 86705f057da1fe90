#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <tuple>

#include "assess/assessment.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/imported.h"
#include "commands/values.h"
#include "exchange/mapping.h"
#include "read/named_file.h"
#include "render/findings_places.h"

namespace brm {
namespace {

struct Options {
  std::string map;
  bool is_dry = false;
};

/// Beside the mapping, unless the path begins at the root of all.
std::string beside(const std::string& map, const std::string& path) {
  const std::size_t slash = map.rfind('/');
  if (path.starts_with('/') || slash == std::string::npos) return path;
  return map.substr(0, slash + 1) + path;
}

std::string place_of(const RowFault& fault) {
  std::string out = visible(fault.path);
  if (fault.row > 0) out += fmt::format(": row {}", fault.row);
  if (!fault.column.empty()) {
    out += fmt::format("{} `{}`", fault.row > 0 ? ", column" : ":", visible(fault.column));
  }
  return out;
}

void say(const Invocation& invocation, const std::vector<RowFault>& faults) {
  constexpr std::size_t most = 100;
  for (std::size_t i = 0; i < std::min(faults.size(), most); ++i) {
    const RowFault& fault = faults[i];
    invocation.console.err +=
        fmt::format("{}{}{}\n", place_of(fault), fault.path.empty() ? "" : ": ", fault.message);
    if (!fault.help.empty()) invocation.console.err += fmt::format("  help: {}\n", fault.help);
  }
  if (faults.size() > most) {
    invocation.console.err += fmt::format("and {} more\n", faults.size() - most);
  }
}

ExitStatus refuse(const Invocation& invocation, const SourceFile& source,
                  std::vector<Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return a.place.offset < b.place.offset;
  });
  const FindingsPage page{.findings = findings,
                          .file = [&](std::uint32_t) -> const SourceFile& { return source; }};
  const TextStyle style{invocation.style.width, Colour::off};
  std::string& err = invocation.console.err;
  for (const Finding& finding : findings) err += render_finding(page, finding, style);
  err += fmt::format("brm: nothing was imported: {} in the mapping\n",
                     counted(findings.size(), "fault"));
  return ExitStatus::could_not_run;
}

/// Some faults are of many rows.
std::size_t count_of(const std::vector<RowFault>& faults) {
  std::size_t out = 0;
  for (const RowFault& each : faults) out += each.rows;
  return out;
}

std::string left_out(std::size_t faults) {
  if (faults == 0) return "";
  if (faults > most_faults) return "; more than 100,000 values or rows left out";
  return fmt::format("; {} left out", counted(faults, "value or row", "values or rows"));
}

std::string summary(const Imported& imported, std::size_t faults, bool is_dry) {
  const auto made = static_cast<std::size_t>(
      std::count_if(imported.files.begin(), imported.files.end(),
                    [](const FileChange& change) { return change.how == Writing::create; }));
  return fmt::format("{} new, {} changed, {} as before{}{}\n", counted(made, "record"),
                     imported.files.size() - made, imported.unchanged, left_out(faults),
                     is_dry ? "; nothing is written, as this is a dry run" : "");
}

/// As the user would call them.
std::vector<RowFault> named_from_here(std::vector<RowFault> faults, const std::string& map) {
  for (RowFault& fault : faults) {
    if (!fault.path.empty()) fault.path = beside(map, fault.path);
  }
  // Of one file that is several tables.
  faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
  return faults;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  if (invocation.options.audience) {
    return invocation.fail(
        {"import has no --audience: it writes the records themselves", "leave it out"});
  }
  auto bytes = read_named_file(options.map);
  if (!bytes.ok()) return invocation.fail(bytes.failure());
  const SourceFile source(options.map, std::move(bytes).value());
  const auto read = read_mapping(
      source, [&](const std::string& path) { return read_named_file(beside(options.map, path)); });
  if (!read.findings.list().empty()) return refuse(invocation, source, read.findings.list());
  const bool has_all_tables = std::all_of(read.faults.begin(), read.faults.end(),
                                          [](const RowFault& fault) { return fault.row > 0; });
  if (!has_all_tables) {
    say(invocation, named_from_here(read.faults, options.map));
    invocation.console.err += "brm: nothing was imported, as a table could not be read\n";
    return ExitStatus::could_not_run;
  }
  const auto opened = open_to_change(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  if (const auto failure = unread_parts(invocation, opened.value().reading.troubles, "imported")) {
    return invocation.fail(*failure);
  }
  const Assessment assessed(opened.value().reading.portfolio, invocation.as_of);
  const MadeRecords made = make_records(*read.mapping, assessed.currency());
  const Imported imported = apply_drafts(made.records, opened.value(), invocation);
  if (const auto failure = unread_parts(invocation, imported.troubles, "imported")) {
    return invocation.fail(*failure);
  }
  std::vector<RowFault> faults = named_from_here(read.faults, options.map);
  for (const RowFault& each : named_from_here(made.faults, options.map)) faults.push_back(each);
  std::stable_sort(faults.begin(), faults.end(), [](const RowFault& a, const RowFault& b) {
    return std::tie(a.path, a.row) < std::tie(b.path, b.row);
  });
  faults.insert(faults.end(), imported.faults.begin(), imported.faults.end());
  say(invocation, faults);
  const Run how = options.is_dry ? Run::dry : Run::real;
  for (const FileChange& each : imported.files) {
    put_change(invocation, opened.value(), each, how, "");
  }
  if (!invocation.options.quiet) {
    invocation.console.done += summary(imported, count_of(faults), options.is_dry);
  }
  return faults.empty() ? ExitStatus::clean : ExitStatus::findings;
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("MAP", options->map, "The mapping file"), values::file)->required();
  app.add_flag("-n,--dry-run", options->is_dry, "Show the changes and write nothing");
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command import{
    .name = "import",
    .summary = "Make records of tables, or bring them up to date, by a mapping file",
    .description =
        "A mapping file says which columns of csv and json files become which fields of which "
        "records; brm-import(5) has its language and examples. There is one record for each id, "
        "and every row adds its parts to it.\n\n"
        "A record that is there already keeps all that the mapping does not make: other fields, "
        "other parts, comments, blank lines and the order of things. Of what the mapping does make "
        "only the values that differ are written, in their places. What is no longer in the tables "
        "stays in the records. Importing the same tables again changes nothing. Which entry of a "
        "list a row is about its id says, or all that names it: the day alone does not, where "
        "several people or both sides may have said something that day. brm-import(5) has the "
        "fields for every kind of part.\n\n"
        "A value that its field does not take is named by file, row and column and left out, and "
        "so is a row without an id, one that lacks what its part needs, one that matches nothing, "
        "and one whose name falls together with another in one id; everything else is "
        "imported. A table that cannot be read, or "
        "that has no row where the mapping does not allow that, ends the import before anything is "
        "written, and so does a records folder of which not all can be read. Rows are counted as "
        "spreadsheets do, the header being the first.\n\n"
        "All files are written, or none. Every new text is read back and compared first; then all "
        "of them are written beside their places, and seen safely on the disk, before the first "
        "takes its place. No file system takes several steps as one: should one of those last "
        "steps fail, brm stops there and says which files are written and which are as they were, "
        "with status 2, and importing again does the rest.\n\n"
        "Whether the records are complete is for `brm check` to say.",
    .examples = "  brm import examples/imports/first/map.yaml --dry-run\n",
    .when_found = "Something in the tables could not be taken in; the rest was.",
    .also = "load convert migrate ingest",
    .add = add,
};

}  // namespace commands
}  // namespace brm
