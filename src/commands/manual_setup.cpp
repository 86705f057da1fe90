#include "commands/folder_files.h"
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_editors =
    "Editors that speak with yaml-language-server (Visual Studio Code, Neovim, Emacs, Helix, Kate "
    "and others) complete the fields and words of a record, say what each means and mark what is "
    "wrong while it is written, given the schema of records. Write it beside `brm.yaml`, and again "
    "when brm is renewed:";

constexpr std::string_view about_schema_line =
    "A record names it in its first line, from its own folder; that of a record in a folder below:";

constexpr std::string_view about_settings =
    "Or the settings of the editor name it once for all records; in `.vscode/settings.json`:";

constexpr std::string_view editor_settings =
    "{\n"
    "  \"yaml.schemas\": {\n"
    "    \".brm.schema.json\": [\"brm.yaml\", \"relationships/**\",\n"
    "                         \"initiatives/**\", \"people/**\"]\n"
    "  }\n"
    "}\n";

constexpr std::string_view about_schema_limits =
    "The schema knows one record at a time: whether an id exists and whether a date makes sense "
    "beside another is what `brm check` says. For an editor that shows the errors of a program "
    "(`makeprg`, `compile`), its lines are those of a compiler: `path:line:column: severity: "
    "message`.";

constexpr std::string_view about_shells =
    "`brm completion bash`, `zsh` and `fish` print what completes commands, options, rules, "
    "reports "
    "and the ids of the records. The packages put it in place; otherwise `brm completion --help` "
    "says "
    "where it goes.";

constexpr std::string_view about_files =
    "The files below stand at the root of a records folder that is a repository of its own, and do "
    "nothing but run brm. Where the records are a folder of a larger one, name it: `brm -C records "
    "check`. What they fail on, and which records accept what, is in";

constexpr std::string_view about_forks =
    "A pull request from outside could make the policy milder in the same change; so the files "
    "take the policy of the branch it goes into. They run brm and no program of the change.\n\n"
    "The source tree of brm has the same as parts to be named: the action `.github/actions/brm`, "
    "the template `.gitlab/brm.yml`, and the hook `brm-check` of pre-commit.";

}  // namespace

std::string setup_page() {
  Mdoc page("brm-setup", 7, "records at home in editors, commits, build servers and mail");
  page.section("IN EDITORS");
  page.text(about_editors);
  page.code("brm schema -o .brm.schema.json\n");
  page.text(about_schema_line);
  page.code(schema_line(1));
  page.text(about_settings);
  page.code(editor_settings);
  page.text(about_schema_limits);
  page.section("IN SHELLS");
  page.text(about_shells);
  page.section("IN A RECORDS FOLDER");
  page.text(about_files);
  page.macro("Xr brm-rules 7 .");
  page.text(about_forks);
  for (const FolderFile& file : folder_files()) {
    page.subsection(file.path);
    page.text(file.purpose);
    page.code(file.text);
  }
  page.see_also(
      {{"brm", 1}, {"brm-check", 1}, {"brm-schema", 1}, {"brm-report", 1}, {"brm-rules", 7}});
  return std::move(page).take();
}

}  // namespace brm
