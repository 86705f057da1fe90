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
    "names. Where both say something, and not the same, nothing is written; an ending that names "
    "no "
    "format is the user's own:";

constexpr std::string_view about_xlsx =
    "The workbook, xlsx, has a sheet about the answer and one for each of its tables, with a "
    "header that stays in sight. Numbers, amounts and days are such, but for numbers of more than "
    "15 digits, which spreadsheets would round; every text is a text, whatever it begins with. It "
    "goes into a file alone: `-o vendors.xlsx`.";

constexpr std::string_view about_work =
    "Answers go to stdout and all else to stderr. Where that is a terminal, whoever waits for more "
    "than a second is told for how long brm has been at work, and how many files it has read or "
    "written, unless `--quiet` is given. No pager is started, as brm starts no other program; a "
    "long answer is read with `brm list outcomes --color always | less -R`.";

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
    "kB, 21 MB in all, were checked in 0.21 s (0.16 s at best) with a peak of 22 MB, and 100,000 "
    "in 2.4 s (1.9 s) with one of 124 MB: on two threads of one core of a virtual machine, the "
    "page cache warm, the middle of 7 runs (of 3) in turn with the others, on 2026-11-24. What "
    "others took for the same 10,000, as multiples of brm's time in the same runs, and for the "
    "100,000:";

/// As tests/bench/run.sh measured it.
constexpr std::string_view speed_of_others =
    "find | xargs wc -c, which only reads them       0.21    0.18\n"
    "libyaml's events, nothing kept or checked        2.2     1.9\n"
    "hledger check, of as many transactions           1.9     1.5\n"
    "ajv-cli, of the records as JSON                  7.5     3.4\n"
    "js-yaml, ajv and a check of references            12     6.8\n"
    "PyYAML in C, jsonschema and the same check       121     107\n"
    "yamllint, which looks at style alone             519     458\n";

constexpr std::string_view about_instructions =
    "What brm did in that time: every check of syntax, characters, keys, types and references, "
    "every rule, and the verdicts they need. Of each record that is 203,000 instructions, as "
    "valgrind counts them on one thread of a program made by GCC 12:";

/// As `tests/bench/instructions.sh --profile` counted it.
constexpr std::string_view instructions_by_part =
    "its bytes to a tree, strictly                  63,200   31 %\n"
    "the tree to a typed record                     55,900   28 %\n"
    "the rules on one record                        54,900   27 %\n"
    "  of them: judging its risks, in money         18,800    9 %\n"
    "the rules over all records                     16,800    8 %\n"
    "what those need of it                           7,200    4 %\n"
    "the walk, its bytes, indexes, the rest          4,900    2 %\n";

constexpr std::string_view about_other_speeds =
    "A report takes at most 1.3 times as long as the check, `risks --simulate 100000` over 1,000 "
    "risks 0.7 s. To start and end takes 4 ms. What looks back, where 100 of 10,000 records "
    "changed a "
    "week: `diff HEAD~1` took 2.2 times as long as the check, `diff HEAD~1 HEAD` 2.4, `report "
    "weekly` 2.6, and a year of `--trend week` 3.2 to 3.7 times for outcomes, risks and portfolio, "
    "which judge a record anew only when something about it changes; `relationships --trend "
    "week`, where what hangs on each is looked up in all records of each week, 6.5 times. "
    "`tests/bench/run.sh` measures all "
    "this on another machine, `tests/bench/changes.py` what looks back, and "
    "`tests/bench/instructions.sh --profile` counts.\n\n"
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

/// What 1 means, by the commands that end with it: the first sentence of each.
std::string when_commands_find() {
  std::string out;
  for (const Command* command : all_commands()) {
    if (command->when_found.empty()) continue;
    const std::string_view first = command->when_found.substr(0, command->when_found.find(". "));
    out += fmt::format("{}`brm {}`: {}", out.empty() ? "" : " ", command->name, first);
    if (!out.ends_with('.')) out += '.';
  }
  return out;
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
  page.code(speed_of_others);
  page.text(about_instructions);
  page.code(instructions_by_part);
  page.text(about_other_speeds);
  add_statuses(page, when_commands_find());
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
