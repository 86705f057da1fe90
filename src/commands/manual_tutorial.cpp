// brm-tutorial(7): from two spreadsheets to a weekly report. tests/formats/check_tutorial.py does
// all that the page says, so every file and every line of an answer on it is as it comes out.
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about =
    "This takes a quarter of an hour and needs nothing but brm, git and a text editor. Two "
    "spreadsheets "
    "become a folder of records, the folder is checked, and a report says how things stand. Lines "
    "that begin with `$` are typed without it; what follows is the answer, or some of it. So that "
    "the answers are those of this page, commands say which day it is; leave `--as-of` out later.";

constexpr std::string_view about_tables =
    "Make two folders, one for the records and one for the tables:";

constexpr std::string_view make_folder = "$ mkdir records tables\n";

constexpr std::string_view contracts =
    "Supplier,Contract,Project,From,Until,In thousands\n"
    "\"Larkfield, Inc.\",C-2041,Online permits,07/01/2025,06/30/2027,\"1,250\"\n"
    "Brightwater,C-1988,Office network,01/01/2024,12/31/2026,840.5\n"
    "Brightwater,C-2102,Office network,03/01/2026,02/28/2028,96\n";

constexpr std::string_view measures =
    "Project,Agency,Measure,Unit,First,Goal,Due,Month,Actual\n"
    "Online permits,Parks,Days to permit,days,41,20,12/31/2026,2026-04,34\n"
    "Online permits,Parks,Days to permit,days,41,20,12/31/2026,2026-05,31\n"
    "Online permits,Parks,Days to permit,days,41,20,12/31/2026,2026-06,28\n"
    "Office network,Labor,Hours down,hours,9.5,1,10/31/2026,2026-04,9.4\n"
    "Office network,Labor,Hours down,hours,9.5,1,10/31/2026,2026-05,9.1\n"
    "Office network,Labor,Hours down,hours,9.5,1,10/31/2026,2026-06,8.8\n";

constexpr std::string_view suppliers =
    "kind: import\n"
    "tables:\n"
    "  - {name: contracts, file: contracts.csv}\n"
    "  - {name: measures, file: measures.csv}\n"
    "records:\n"
    "  - kind: office\n"
    "    fields:\n"
    "      id: our-office\n"
    "      title: State Technology Office\n"
    "      jurisdiction: Our State\n"
    "      currency: USD\n"
    "\n"
    "  # One for each supplier; every row of it adds its contract.\n"
    "  - kind: relationship\n"
    "    from: contracts\n"
    "    fields:\n"
    "      id: \"{Supplier | slug}\"\n"
    "      title: \"{Supplier}\"\n"
    "      type: private_partner\n"
    "      tier: preferred\n"
    "      manager: vendor-manager\n"
    "      agreements:\n"
    "        - id: \"{Contract | slug}\"\n"
    "          type: contract\n"
    "          number: \"{Contract}\"\n"
    "          title: \"{Project}\"\n"
    "          period:\n"
    "            start: \"{From | date MM/DD/YYYY}\"\n"
    "            end: \"{Until | date MM/DD/YYYY}\"\n"
    "          value: \"{In thousands | number | times 1000}\"\n";

constexpr std::string_view projects =
    "  - kind: relationship\n"
    "    from: measures\n"
    "    fields:\n"
    "      id: \"{Agency | slug}\"\n"
    "      title: Department of {Agency}\n"
    "      type: agency\n"
    "      tier: preferred\n"
    "      manager: agency-manager\n"
    "\n"
    "  # One for each project; every row of it adds what was measured.\n"
    "  - kind: initiative\n"
    "    from: measures\n"
    "    fields:\n"
    "      id: \"{Project | slug}\"\n"
    "      title: \"{Project}\"\n"
    "      type: project\n"
    "      status: active\n"
    "      parties:\n"
    "        - {relationship: \"{Agency | slug}\", role: beneficiary}\n"
    "        - from: contracts\n"
    "          match: {Project: Project}\n"
    "          fields:\n"
    "            relationship: \"{Supplier | slug}\"\n"
    "            role: deliverer\n"
    "      outcomes:\n"
    "        - id: \"{Measure | slug}\"\n"
    "          title: \"{Measure}, {Goal} instead of {First}\"\n"
    "          beneficiary: \"{Agency | slug}\"\n"
    "          indicator:\n"
    "            measure: \"{Measure}\"\n"
    "            unit: \"{Unit}\"\n"
    "            direction: decrease\n"
    "            frequency: monthly\n"
    "          baseline: {date: 2026-01-31, value: \"{First}\"}\n"
    "          target: {date: \"{Due | date MM/DD/YYYY}\", value: \"{Goal}\"}\n"
    "          measurements:\n"
    "            - date: \"{Month | date YYYY-MM last}\"\n"
    "              value: \"{Actual | number}\"\n";

constexpr std::string_view about_map =
    "A mapping says what becomes of the columns. What stands between braces is a column; what "
    "follows a `|` is done to it on the way: a name becomes an id, a date is turned round, "
    "thousands become dollars. All of the language is in";

constexpr std::string_view import_it =
    "$ brm -C records import tables/map.yaml\n"
    "7 records new, 0 changed, 0 as before\n";

constexpr std::string_view about_records =
    "There is a file for each record now. They are yours: read them, and add to them.";

constexpr std::string_view look =
    "$ cat records/relationships/brightwater.yaml\n"
    "title: Brightwater\n"
    "    number: C-1988\n"
    "    value: 840500\n";

constexpr std::string_view about_git =
    "Keep them in git, so that brm can say what changed, when and why:";

constexpr std::string_view keep_it =
    "$ git -C records init --quiet\n"
    "$ git -C records add .\n"
    "$ git -C records commit --quiet -m 'From two spreadsheets'\n";

constexpr std::string_view before_check =
    "This prints a page of notes, each with its place, and ends in a line that counts them:";

constexpr std::string_view check_it =
    "$ brm -C records check --as-of 2026-07-08 --fail-on error\n"
    "7 records checked: 0 errors,\n";

constexpr std::string_view about_check =
    "No errors: nothing is wrong. The notes and warnings say what the records do not tell yet: who "
    "stands "
    "behind a relationship, how often it is reviewed, who answers for an outcome. Each names its "
    "file and line and says what to write there. Write it there; importing again will not take it "
    "away.";

constexpr std::string_view outcomes =
    "$ brm -C records report outcomes --as-of 2026-07-08\n"
    "office-network\n"
    "online-permits\n"
    "$ brm -C records show office-network/hours-down --as-of 2026-07-08\n"
    "Hours down, 1 instead of 9.5\n";

constexpr std::string_view about_outcomes =
    "The verdict of each outcome is computed from what was measured, and the line below it says "
    "why, with the file and line that prove it. `brm explain off_track` says what a verdict means.";

constexpr std::string_view next_month = "A month later the spreadsheet has a row more.";

constexpr std::string_view more_measures =
    "Project,Agency,Measure,Unit,First,Goal,Due,Month,Actual\n"
    "Online permits,Parks,Days to permit,days,41,20,12/31/2026,2026-04,34\n"
    "Online permits,Parks,Days to permit,days,41,20,12/31/2026,2026-05,31\n"
    "Online permits,Parks,Days to permit,days,41,20,12/31/2026,2026-06,28\n"
    "Online permits,Parks,Days to permit,days,41,20,12/31/2026,2026-07,26\n"
    "Office network,Labor,Hours down,hours,9.5,1,10/31/2026,2026-04,9.4\n"
    "Office network,Labor,Hours down,hours,9.5,1,10/31/2026,2026-05,9.1\n"
    "Office network,Labor,Hours down,hours,9.5,1,10/31/2026,2026-06,8.8\n";

constexpr std::string_view look_first = "Look first at what would change, then import it:";

constexpr std::string_view import_more =
    "$ brm -C records import tables/map.yaml --dry-run\n"
    "+      - {date: 2026-07-31, value: 26}\n"
    "$ brm -C records import tables/map.yaml\n"
    "0 records new, 1 changed, 6 as before\n"
    "$ brm -C records import tables/map.yaml\n"
    "0 records new, 0 changed, 7 as before\n"
    "$ git -C records commit --quiet --all -m 'July'\n";

constexpr std::string_view about_import_more =
    "With `--dry-run` the change is shown, and nothing is written. Only the line that is new goes "
    "into the file; all else in it stays as it is, and importing it again changes nothing.";

constexpr std::string_view weekly =
    "$ brm -C records report weekly --as-of 2026-08-03\n"
    "The week\n";

constexpr std::string_view about_weekly =
    "That is the report for Monday morning: what is overdue, what comes due within a month, what "
    "went quiet, and, as the records are kept in git, what changed since last week and why. A line "
    "for cron sends it, and sends nothing where nothing changed since; /srv/records is wherever "
    "your records are:";

constexpr std::string_view cron = "0 7 * * 1  brm -C /srv/records report weekly --if-changed\n";

void add_file(Mdoc& page, std::string_view name, std::string_view lines) {
  page.text(name);
  page.code(lines);
}

}  // namespace

std::string tutorial_page() {
  Mdoc page("brm-tutorial", 7, "from two spreadsheets to a weekly report in a quarter of an hour");
  page.section("DESCRIPTION");
  page.text(about);
  page.section("THE SPREADSHEETS");
  page.text(about_tables);
  page.code(make_folder);
  add_file(page, "Save this as `tables/contracts.csv`:", contracts);
  add_file(page, "And this as `tables/measures.csv`:", measures);
  page.section("THE MAPPING");
  page.text(about_map);
  page.macro("Xr brm-import 5 .");
  add_file(page, "Save this as `tables/map.yaml`:", suppliers);
  add_file(page, "Leave a line free, and add this to `tables/map.yaml`:", projects);
  page.section("THE RECORDS");
  page.code(import_it);
  page.text(about_records);
  page.code(look);
  page.text(about_git);
  page.code(keep_it);
  page.section("IS ANYTHING WRONG");
  page.text(before_check);
  page.code(check_it);
  page.text(about_check);
  page.section("HOW DO THINGS STAND");
  page.code(outcomes);
  page.text(about_outcomes);
  page.section("A MONTH LATER");
  page.text(next_month);
  add_file(page, "Save this over the old `tables/measures.csv`:", more_measures);
  page.text(look_first);
  page.code(import_more);
  page.text(about_import_more);
  page.section("EVERY WEEK");
  page.code(weekly);
  page.text(about_weekly);
  page.code(cron);
  page.see_also(
      {{"brm", 1}, {"brm-import", 1}, {"brm-report", 1}, {"brm-import", 5}, {"brm-records", 5}});
  return std::move(page).take();
}

}  // namespace brm
