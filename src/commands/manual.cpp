#include "commands/manual.h"

#include <fmt/format.h>

#include "commands/application.h"
#include "commands/environment.h"
#include "render/format.h"

namespace brm {
namespace {

constexpr std::string_view description =
    "`brm` reads YAML records of relationships and initiatives from a folder, one record a file, "
    "checks them, and reports what was measured of the outcomes that were promised. The verdict of "
    "an outcome is computed from its measurements and never typed: brm says why, how strong the "
    "evidence is, and which line of which file proves it. It may answer that there is not enough "
    "evidence.\n\n"
    "A relationship is a party the office works with: an agency, a private partner, another "
    "jurisdiction, its own staff. An initiative is work that is to change something for some of "
    "them, and each change it promises is an outcome with a baseline, a target and dated "
    "measurements. Risks, agreements, promises, reviews and course corrections stand in the same "
    "files.\n\n"
    "The root of a records folder is the nearest folder upward that holds `brm.yaml`; without one, "
    "the folder that was named. Every `*.yaml` and `*.yml` below it is a record, except in hidden "
    "folders and what `brm.yaml` ignores.";

constexpr std::string_view first_steps =
    "Begin a folder with records that hold together, and with what editors and build servers "
    "need:\n"
    "  brm init records\n"
    "Or with the spreadsheets you have, as brm-tutorial(7) does:\n"
    "  brm import tables/map.yaml\n"
    "In a folder of records, find what is wrong with them. Every finding names its place, what is "
    "wrong, and how to mend it:\n"
    "  brm check\n"
    "See which outcome needs attention first, and why:\n"
    "  brm report outcomes\n"
    "See it whole, with whoever owns it and whatever else refers to it:\n"
    "  brm show benefits-online/online-share\n"
    "Ask what a verdict, rule or field means:\n"
    "  brm explain off_track\n"
    "Begin a record or part of your own, add what was measured to it, put misspelt words right; "
    "all "
    "else in the files stays as it is:\n"
    "  brm new outcome benefits-online/queue-length\n"
    "  brm record measurement benefits-online/online-share 47.5\n"
    "  brm mend\n";

constexpr std::string_view conditions =
    "`--where` takes comparisons of fields, stored ones (`tier`, `target.date`) and computed ones "
    "(`verdict`, `days_left`); `brm explain KIND` names them all:";

constexpr std::string_view condition_examples =
    "tier = strategic and verdict in (missed, off_track)\n"
    "due < 2027-01-01 and not title ~ \"portal\"\n"
    "watermelon or stale_rating\n";

constexpr std::string_view condition_rules =
    "The signs are `=`, `!=`, `<`, `<=`, `>`, `>=`, `~` and `in`; `~` asks whether a text holds "
    "another, small and capital letters alike. A name alone asks whether it is true, or written at "
    "all. `not` binds closest, then `and`, then `or`; brackets group. A field that is not written "
    "passes only `!=` and `not`. Of a list, one element that passes is enough. In a shell the "
    "whole "
    "condition stands between quotes.";

constexpr std::string_view formats_of_answers =
    "An answer is text unless `--format` says otherwise, or the ending of the file that `-o` "
    "names:";

constexpr std::string_view about_xlsx =
    "The workbook, xlsx, has a sheet about the answer and one for each of its tables, with a "
    "header that stays in sight. Numbers, amounts and days are such, but for numbers of more than "
    "15 digits, which spreadsheets would round; every text is a text, whatever it begins with. It "
    "goes into a file alone: `-o vendors.xlsx`.";

constexpr std::string_view about_work =
    "Answers go to stdout and all else to stderr. Where that is a terminal, whoever waits for more "
    "than a second is told for how long brm has been at work, unless `--quiet` is given.";

constexpr std::string_view about_csv =
    "The csv is that of RFC 4180: UTF-8, lines that end in CR LF, and a header of the keys that "
    "json "
    "uses. It holds one table, the first or the one that `--table` names; the table `details` is "
    "made "
    "of the lines that stand beside the others. Money takes two columns, the second for its "
    "currency. A text that begins with `=`, `+`, `-`, `@` or a tab gets an apostrophe in front, so "
    "that no spreadsheet takes it for a formula; `--csv-raw` leaves it as it is. What drives a "
    "terminal, is invisible or is for private use is shown by its name, `<U+200B>`; joiners, which "
    "some scripts need, stay. Numbers and dates are never changed.";

constexpr std::string_view about_people =
    "Text, markdown, html and email are for people: a column of whole amounts has no decimals, a "
    "long table ends where it says so, and a command that the text suggests repeats the -C, "
    "--as-of "
    "and --audience it was asked with. csv and json have every row and every figure. A count that "
    "nothing on record is behind is left out, and null in json: `promises late` where nobody wrote "
    "down a promise.";

constexpr std::string_view about_html =
    "The html is one page that needs nothing beside it: no script, and nothing that is fetched, "
    "which its own policy would not let in. It draws charts beside the tables that hold their "
    "figures, follows the light or dark of the reader's screen, and prints. Colour says nothing "
    "that words or shapes do not say.";

constexpr std::string_view about_email =
    "The email is a whole message of at most 100 kB: the text, and the same as tables of HTML. "
    "Longer tables are cut, and say so. It names neither sender nor reader, which is left to the "
    "program that sends it: `(echo To: cio@example.gov; brm report outcomes --format email) | "
    "sendmail -t`. A mail program opens the file as a message yet to be sent.";

constexpr std::string_view about_files =
    "A file that `-o` names is replaced in one step: it is the old one or the complete new one, "
    "and on "
    "any failure the old one, with status 2. It keeps its mode. Folders, devices and symbolic "
    "links "
    "are refused, and so is a name that ends as those of records do.";

constexpr std::string_view examples =
    "Which outcomes go wrong, who answers for them, and why:\n"
    "  brm list outcomes --where 'verdict in (missed, off_track)' \\\n"
    "      --columns address,verdict,owner,due,reason\n"
    "What is reported green and measured otherwise:\n"
    "  brm report portfolio --where watermelon\n"
    "The same report as it was on another day:\n"
    "  brm --as-of 2026-06-30 report outcomes\n"
    "A job for cron that feeds a measurement; run twice on a day, it writes once:\n"
    "  brm -C /srv/records -q record measurement \\\n"
    "      benefits-online/online-share 47.5\n"
    "A job for cron: says nothing where nothing is wrong, and fails on warnings:\n"
    "  brm -C /srv/records check --quiet --strict\n";

constexpr std::string_view about_speed =
    "Time and memory grow in proportion to the records, whatever their shape. 10,000 records of 2 "
    "kB, 20 MB in all, were checked in 0.21 s with a peak of 21 MB, and 100,000 with one of 117 "
    "MB: on two threads of one core of "
    "a virtual machine, the page cache warm, the middle of 5 runs in turn with the others, on "
    "2026-11-23. In the same runs `find | xargs wc -c` took a quarter of that time for the same "
    "files, a pass of libyaml over them that keeps nothing 2.3 times as long, js-yaml with ajv and "
    "a check of references 14 times, and PyYAML (in C) with jsonschema and the same check 137 "
    "times. What brm did in that time: every check of syntax, characters, keys, types and "
    "references, every rule, and the verdicts they need. A record costs 199,850 instructions from "
    "its first byte to the last rule, as valgrind counts them on one thread of a program made by "
    "GCC 12. A report takes at most one and a half times as long as the check; `handover` and "
    "`outcomes --tests`, which print several lines a record, take up to 1.9 times. To start and "
    "end takes 3 ms where nothing else runs. `tests/bench/run.sh` measures all this on another "
    "machine, and `tests/bench/instructions.sh` counts.\n\n"
    "Records that are written as usual are read by brm itself. A file with an anchor, a tag, a "
    "carriage return, a fault or anything else out of the ordinary is read by yaml-cpp, which "
    "takes "
    "about 0.25 ms for 2 kB: a hundred of them are hardly felt, ten thousand are. `brm doctor -v` "
    "counts both sorts.";

void add_commands(Mdoc& page, const CLI::App& app) {
  page.section("COMMANDS");
  page.text("Each has a page of its own, `man brm-check` and so on, and `--help`.");
  page.begin_list();
  for (const Command* command : all_commands()) {
    const CLI::App& sub = *app.get_subcommand(std::string(command->name));
    std::string arguments;
    for (const OptionWords& each : arguments_of(sub)) {
      arguments += (arguments.empty() ? "" : " ") + each.heading();
    }
    page.item(command->name, arguments);
    page.text(fmt::format("{}.", command->summary));
  }
  page.end_list();
}

void add_conditions(Mdoc& page) {
  page.section("CONDITIONS");
  page.text(conditions);
  page.code(condition_examples);
  page.text(condition_rules);
}

void add_formats(Mdoc& page) {
  page.section("FORMATS");
  page.text(formats_of_answers);
  page.begin_list();
  for (const Format& format : document_formats()) {
    page.item(format.words.name, format.words.ending);
    page.text(format.words.summary);
  }
  page.end_list();
  page.text(about_people);
  page.text(about_html);
  page.text(about_email);
  page.text(about_csv);
  page.text(about_xlsx);
  page.text(about_files);
  page.text(about_work);
}

void add_surroundings(Mdoc& page) {
  page.section("ENVIRONMENT");
  page.text(
      "A flag comes before the environment, and the environment before `brm.yaml`. Locale "
      "and time zone change nothing but the local day that counts as today.");
  page.begin_list();
  for (const Variable& variable : variables()) {
    page.item(fmt::format("Ev {}", variable.name));
    page.text(variable.meaning);
  }
  page.end_list();
  page.section("FILES");
  page.begin_list();
  page.item("Pa brm.yaml");
  page.text(
      "The office's own record at the root of the folder: its name, currency, goals and "
      "policy.");
  page.item("Pa *.yaml , *.yml");
  page.text("A record each, in whatever folders they are sorted into.");
  page.end_list();
}

}  // namespace

std::string overview_page(const CLI::App& app) {
  Mdoc page("brm", 1, "check records of relationships and initiatives, and report outcomes");
  page.section("SYNOPSIS");
  for (const std::string_view line :
       {"Nm", "Op Ar option ...", "Ar command", "Op Ar argument ..."}) {
    page.macro(line);
  }
  page.section("DESCRIPTION");
  page.text(description);
  page.macro("Pp");
  page.text("Fields, kinds and how they are written are in");
  page.macro("Xr brm-records 5 ,");
  page.text("rules and verdicts in");
  page.macro("Xr brm-rules 7 ;");
  page.text("editors, build servers, cron and what else stands around a records folder are in");
  page.macro("Xr brm-setup 7 ;");
  page.text("what brm promises to whoever has to trust it is in");
  page.macro("Xr brm-security 7 .");
  page.section("FIRST STEPS");
  add_examples(page, first_steps);
  page.text("Two files are enough to begin a folder by hand: THE SMALLEST FOLDER in");
  page.macro("Xr brm-records 5");
  page.text("has them.");
  page.section("OPTIONS");
  page.text("Options of every command, before or after its name:");
  add_options(page, options_of(app));
  add_commands(page, app);
  add_conditions(page);
  add_formats(page);
  add_audiences(page);
  add_surroundings(page);
  page.section("SPEED");
  page.text(about_speed);
  add_statuses(page, "`brm check` found something at or above `--fail-on`.");
  page.section("EXAMPLES");
  add_examples(page, examples);
  std::vector<std::pair<std::string, int>> others{{"brm-records", 5},  {"brm-import", 5},
                                                  {"brm-tutorial", 7}, {"brm-rules", 7},
                                                  {"brm-security", 7}, {"brm-setup", 7}};
  for (const Command* command : all_commands()) {
    others.emplace_back(fmt::format("brm-{}", command->name), 1);
  }
  page.see_also(std::move(others));
  return std::move(page).take();
}

std::vector<ManualPage> manual_pages() {
  const Application application;
  std::vector<ManualPage> pages{{"brm.1", overview_page(application.app)},
                                {"brm-records.5", records_page()},
                                {"brm-import.5", import_page()},
                                {"brm-tutorial.7", tutorial_page()},
                                {"brm-rules.7", rules_page()},
                                {"brm-security.7", security_page()},
                                {"brm-setup.7", setup_page()}};
  for (const Command* command : all_commands()) {
    const CLI::App& sub = *application.app.get_subcommand(std::string(command->name));
    pages.push_back({fmt::format("brm-{}.1", command->name), command_page(sub)});
  }
  return pages;
}

}  // namespace brm
