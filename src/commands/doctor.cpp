#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/environment.h"
#include "commands/output_options.h"
#include "commands/settings.h"

namespace brm {
namespace {

struct Options {
  OutputOptions output;
};

/// The page being filled, and what on it would surprise.
struct Diagnosis {
  const Invocation& invocation;
  const Surroundings& around;
  Document document;

  void section(std::string title) {
    document.sections.push_back({std::move(title), {}, {}, {}, "", ""});
  }
  void add(std::string key, std::string title, Cell value) {
    document.sections.back().details.push_back({std::move(key), std::move(title), value, {}, {}});
  }
  void add(std::string key, std::string title, std::string_view text) {
    add(std::move(key), std::move(title), cell(visible(text)));
  }
  void warn(std::string notice) { document.notices.push_back(std::move(notice)); }
};

void add_program(Diagnosis& page) {
  const Build& build = page.around.build;
  page.section("Program");
  page.add("version", "brm", BRM_VERSION);
  page.add("released", "released", Cell{release_day(), Tone::plain});
  page.add("compiler", "compiler", build.compiler);
  page.add("build_type", "build", build.kind);
  Table table{"libraries", "", {{"name", "library"}, {"version", "version"}}, {}, ""};
  for (const auto& [name, version] : build.libraries) {
    table.rows.push_back({cell(name), cell(version)});
  }
  page.document.sections.back().tables.push_back(std::move(table));
}

std::string how_found(const Invocation& invocation, const ChosenFolder& chosen,
                      const Opened& opened) {
  const Portfolio& portfolio = opened.reading.portfolio;
  const bool has_office =
      std::any_of(portfolio.files().begin(), portfolio.files().end(),
                  [](const SourceFile& file) { return file.path() == "brm.yaml"; });
  std::string out = fmt::format("from {}", chosen.from);
  if (!has_office) return out + "; no brm.yaml there or above";
  const std::string below = invocation.world.below_root
                                ? invocation.world.below_root(opened.root, chosen.path)
                                : std::string(".");
  return out + (below.empty() || below == "." ? "; it holds brm.yaml" : "; brm.yaml is above it");
}

void add_losses(Diagnosis& page, const Reading& reading) {
  for (const Failure& trouble : reading.troubles) page.warn(trouble.message);
  std::size_t lost = 0;
  for (const Finding& finding : reading.findings.list()) {
    if (finding.loses == Loses::data) ++lost;
  }
  if (lost == 0) return;
  page.warn(fmt::format("{} in the records could not be taken in: run `brm check`",
                        counted(lost, "value or file", "values or files")));
}

void add_records(Diagnosis& page, const Result<Opened>& opened) {
  const Invocation& invocation = page.invocation;
  const ChosenFolder chosen = chosen_folder(invocation.world, invocation.options);
  page.section("Records");
  if (!opened.ok()) {
    page.add("found", "found", fmt::format("not, from {}", chosen.from));
    return;
  }
  const Reading& reading = opened.value().reading;
  page.add("root", "root", opened.value().root);
  page.add("found", "found", how_found(invocation, chosen, opened.value()));
  page.add("files_read", "files read", cell(reading.files_read));
  page.add("files_not_read", "files not read", cell(reading.troubles.size()));
  if (invocation.options.verbose) {
    page.add("files_by_brm", "by brm itself", cell(reading.lanes.quick));
    page.add("files_by_yaml_cpp", "by yaml-cpp", cell(reading.lanes.strict));
  }
  add_losses(page, reading);
}

void add_git(Diagnosis& page) {
  page.section("Git");
  if (!page.around.git) {
    page.add("git", "working tree", "none: no folder from the root upward has .git");
    return;
  }
  const GitFolder& git = *page.around.git;
  page.add("git", "working tree", git.top);
  page.add("git_history", "history",
           git.is_linked    ? "kept elsewhere, as .git is a file: not looked at"
           : git.is_shallow ? "cut off when it was fetched (shallow)"
                            : "not cut off");
  page.add("git_not_looked_at", "not looked at",
           "what is committed, changed or ignored: brm runs no git");
}

void add_day(Diagnosis& page) {
  const World& world = page.invocation.world;
  // A wrong date has ended the run before.
  const ChosenDay chosen = chosen_day(world, page.invocation.options).value();
  page.section("Day");
  page.add("judged_by", "judged by", Cell{chosen.day, Tone::plain});
  page.add("judged_by_from", "from", chosen.from);
  page.add("today", "today here", Cell{world.today, Tone::plain});
  page.add("today_in_utc", "today in UTC", Cell{page.around.today_in_utc, Tone::plain});
  if (chosen.from != "today") return;
  if (world.today < read_date("2024-01-01").date) {
    page.warn(fmt::format("the clock says {}: set it, or give --as-of", to_text(world.today)));
  }
  if (world.today != page.around.today_in_utc) {
    page.warn(fmt::format("it is {} here and {} in UTC: a job near midnight should give --as-of",
                          to_text(world.today), to_text(page.around.today_in_utc)));
  }
}

void add_output(Diagnosis& page) {
  const World& world = page.invocation.world;
  const ChosenWidth width = chosen_width(world);
  // A wrong word has ended the run before.
  const ChosenColour colour = chosen_colour(world, page.invocation.options).value();
  page.section("Output");
  page.add("output", "stdout", page.around.out_is);
  page.add("width", "columns", cell(width.columns));
  page.add("width_from", "from", width.from);
  page.add("colour", "colour", colour.colour == Colour::on ? "on" : "off");
  page.add("colour_because", "because", colour.because);
  page.add("umask", "umask",
           fmt::format("{:04o}: a file that brm writes can be read by {}", page.around.umask,
                       (page.around.umask & 4U) == 0     ? "everybody"
                       : (page.around.umask & 040U) == 0 ? "your group"
                                                         : "you alone"));
}

const std::string* find_variable(const Surroundings& around, std::string_view name) {
  for (const auto& [key, value] : around.environment) {
    if (key == name) return &value;
  }
  return nullptr;
}

/// What brm looks at, then what a job may lack or have otherwise, and why that changes nothing.
void add_environment(Diagnosis& page) {
  constexpr Variable harmless[] = {
      {"HOME", "Not looked at; completion alone finds `~` by it."},
      {"TZ", "Says which day is today, and nothing else."},
      {"LANG", "Changes nothing."},
      {"LC_ALL", "Changes nothing."},
  };
  std::vector<Variable> all(variables().begin(), variables().end());
  all.insert(all.end(), std::begin(harmless), std::end(harmless));
  Table table{"environment",
              "",
              {{"name", "variable"},
               {"value", "value", Align::left, Room::shrink},
               {"meaning", "what it does", Align::left, Room::shrink}},
              {},
              ""};
  for (const Variable& each : all) {
    const std::string* value = find_variable(page.around, each.name);
    table.rows.push_back({cell(std::string(each.name)),
                          value == nullptr ? Cell{} : Cell{visible(*value), Tone::strong},
                          cell(std::string(each.meaning))});
  }
  page.section("Environment");
  page.document.sections.back().tables.push_back(std::move(table));
}

/// A misspelt BRM_RECORD would be passed over in silence.
void warn_of_variables(Diagnosis& page) {
  std::vector<std::string_view> known;
  for (const Variable& each : variables()) known.push_back(each.name);
  for (const auto& [name, value] : page.around.environment) {
    if (!name.starts_with("BRM_") || std::count(known.begin(), known.end(), name) > 0) continue;
    const Failure failure = unknown_word("variable", name, known);
    page.warn(fmt::format("{}; {}", failure.message, failure.help));
  }
  const std::string* columns = find_variable(page.around, "COLUMNS");
  const bool is_number = columns == nullptr || columns->empty() ||
                         columns->find_first_not_of("0123456789") == std::string::npos;
  if (!is_number) page.warn(fmt::format("COLUMNS is `{}`, which is no number", visible(*columns)));
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  const ChosenFolder folder = chosen_folder(invocation.world, invocation.options);
  const auto opened = open_records(invocation);
  const Surroundings around =
      invocation.world.look_around(opened.ok() ? opened.value().root : folder.path);
  Diagnosis page{invocation, around, {}};
  page.document.name = "doctor";
  page.document.title = "brm and what is around it";
  add_program(page);
  add_records(page, opened);
  add_git(page);
  add_day(page);
  add_output(page);
  add_environment(page);
  warn_of_variables(page);
  page.document.next =
      opened.ok() ? "Next:\n    brm check" : "Name the records folder with -C or BRM_RECORDS.";
  suggest_in_full(invocation, page.document, output.value());
  const ExitStatus status = put_document(invocation, page.document, output.value());
  return opened.ok() ? status : invocation.fail(opened.failure());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command doctor{
    .name = "doctor",
    .summary = "Say what brm runs on, and what would surprise a job",
    .description =
        "Prints the version and what it was made of, which records folder is used and how it was "
        "found, what is seen of git without running it, the day that verdicts are judged by and "
        "where it comes from, the width and colour of the page, and the variables that brm looks "
        "at. What would surprise a job that runs at night stands at the top.\n\n"
        "The answer is the same wherever the job runs, so run it there: from the crontab, in the "
        "container, in CI. Values of variables are printed, so look before you publish them.",
    .examples =
        "Here, and where a job will run:\n"
        "  brm doctor\n"
        "  brm -C /srv/records doctor --format json\n",
    .also = "diagnose setup env",
    .add = add,
};

}  // namespace commands
}  // namespace brm
