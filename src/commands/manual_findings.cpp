#include "commands/manual_findings.h"

#include "render/findings.h"

namespace brm {
namespace {

constexpr std::string_view about_formats =
    "`brm check --format` writes findings as other programs read them. It may be given again, each "
    "time with a file behind an equals sign: `--format sarif=brm.sarif --format text` fills a file "
    "and shows the same to people. The format never changes the status.";

constexpr std::string_view about_places =
    "Paths are those from the top of the git working tree, where there is one, so that build "
    "servers find the file; text and json give them from the records root. Lines and columns begin "
    "at 1. Columns count code points in text, json, checkstyle and github, UTF-16 code units in "
    "sarif, which says so, and bytes in rdjson. All but text and json hold every finding, whatever "
    "their number, unless `--max` says otherwise; then they hold the most severe.\n\n"
    "A finding has a fingerprint in json, sarif and gitlab. It is made from the rule, the record, "
    "the field and the list entries around it, each by its id, date, person or whatever else it is "
    "called by, and from the value there: not from the line, nor from quotes, blanks, the order of "
    "keys or braces. So it stays as long as the finding does. What is said of several outcomes at "
    "once has one that is made of all of theirs: GitHub and GitLab close it and open another where "
    "an outcome joins or leaves them.";

constexpr std::string_view about_limits =
    "`sarif`: GitHub's code scanning takes 25,000 results of a run and shows the 5,000 most "
    "severe; brm writes the 25,000 most severe and says in the file what it left out. GitHub "
    "takes 10 MB of the file when it is packed. A word that was misspelt comes with its fix.\n\n"
    "`github`: GitHub shows ten annotations of each level and step, and drops the others without a "
    "word. The most severe come first; one notice says how many more there are, and they follow "
    "as lines of the log. Where `GITHUB_STEP_SUMMARY` names a file, as it does in every step, a "
    "table of the first 500 findings is appended to it: the only file that brm writes to without "
    "an option, and only in this format. A check that could not be done says there why.\n\n"
    "`junit`: a case for each file and rule. What `brm check` fails on is a failure; what is below "
    "that passes, and says what was found. `gitlab`: for `artifacts: reports: codequality`. "
    "`rdjson`: words that were misspelt come with a suggestion that can be taken by a click.\n\n"
    "A file that could not be opened, or whose fault was not asked for, is in all of them: as "
    "`unreadable` in `gitlab`, `checkstyle`, `rdjson` and `github`, as an error in `junit`, as a "
    "notification in `sarif`, among `unreadable` in `json`; text counts it, and standard error "
    "names it.\n\n"
    "Nothing in a record can give an order to a build server: `::error::` and `##[error]`, "
    "controls and text that turns around are escaped or shown as signs, in text too.";

constexpr std::string_view github_example =
    "- run: brm check --format github --format sarif=brm.sarif\n"
    "- uses: github/codeql-action/upload-sarif@v3\n"
    "  if: always()\n"
    "  with: {sarif_file: brm.sarif}\n";

constexpr std::string_view gitlab_example =
    "check:\n"
    "  script: brm check --format text --format gitlab=quality.json\n"
    "  artifacts:\n"
    "    when: always\n"
    "    reports: {codequality: quality.json}\n";

constexpr std::string_view about_baselines =
    "A folder that has had faults for long can still refuse new ones. `--write-baseline` writes "
    "the "
    "fingerprints of all findings into a file, one a line, sorted and with the words beside them, "
    "which is kept beside the records. `--baseline` takes away what the file holds: those findings "
    "are counted in the closing line, and neither shown nor failed on. A finding whose line moved "
    "is still the old one, and so is one of a record whose file was moved, or that was given "
    "another "
    "id in the same file. A file without an id that brm can read is known again by what was found "
    "in it, once the earlier file is gone. One more of the same sort is new, and of several "
    "outcomes that lack the same only those are shown that did not lack it before. When some were "
    "mended, brm says how many, and asks to have "
    "the file rewritten, so that they cannot come back unseen. A file that is there and is no "
    "baseline is not written over.\n\n"
    "`--new-since REVISION` needs no file: it takes away what the records had in that revision of "
    "git. Both are judged as of the same day, so that what merely came due since is not called "
    "new, and each by its own `brm.yaml` unless `--policy` says otherwise. A record that was "
    "given another id is known again by its file, or in one that moved as well by its title and "
    "half of its lines, or by four fifths of them, and a part or list entry that is called "
    "otherwise "
    "by what else it says. What submodules had is read from their own commits. Where anything of "
    "the revision is not in the clone, as after `git clone --filter=blob:none`, nothing is "
    "compared, and the status is 2. Of several equal "
    "faults in one record the one is shown that stands in what was added. What was mended is said "
    "on standard error, finding by finding. What went away because nobody looks at it any more is "
    "said apart: accepted by `x-allow`, silenced or no longer found by the policy, in a file that "
    "`ignore` leaves out or that cannot be read, or in a record that was moved to where brm does "
    "not "
    "look, below a name that begins with a dot. It fails nothing: whoever reviews the change "
    "decides.\n\n"
    "A file that is no record one can read is new every time: neither a revision nor a baseline "
    "accepts it, as all that is wrong in it would be accepted unseen.\n\n"
    "`main...` is the commit where main and the present branch parted, so that what main mended "
    "meanwhile is not held against the branch. The clone has to reach back to it: "
    "`fetch-depth: 0` in GitHub Actions, `GIT_DEPTH: 0` in GitLab.";

constexpr std::string_view new_since_example =
    "brm check --new-since origin/main... --policy origin/main:brm.yaml\n";

constexpr std::string_view about_allowances =
    "A record may accept a finding for a while, with a reason and an end. It counts for every "
    "finding of that rule whose place is in the record, to the end of the day; the closing line "
    "says how many were accepted. An allowance that ran out, that nothing needs, that has no "
    "reason or that names no rule is a finding itself. What could not be read is never accepted.";

constexpr std::string_view about_house_rules =
    "An office adds rules of its own under `policy` in `brm.yaml`. Each looks at one kind of "
    "record or part and finds those of which `where` holds, a condition as for `--where` over any "
    "field, written or computed. They weigh as `severity` says, a warning where it says nothing, "
    "and appear wherever brm's own do: in `brm explain`, in every format, under `severities` and "
    "`x-allow`.";

constexpr std::string_view house_rule_example =
    "policy:\n"
    "  rules:\n"
    "    - name: large-without-owner\n"
    "      severity: error\n"
    "      kind: agreement\n"
    "      where: value > 100000 and not business_owner\n"
    "      message: an agreement of this size has no business owner\n"
    "      help: name who answers for what it is for\n";

constexpr std::string_view about_foreign_policy =
    "Whoever proposes a change from elsewhere could weaken the policy in the same change. "
    "`brm check --policy FILE` takes the policy of another `brm.yaml`, such as that of the branch "
    "it goes into, in place of the folder's own; goals, scales and all else stay the folder's. "
    "`--policy origin/main:brm.yaml` reads it from git; a name with a colon is always one in git, "
    "so "
    "that no file of the change can stand in for it. Where the records were moved since, the path "
    "is that of then: `--policy origin/main:old/brm.yaml`.\n\n"
    "A change may bring a rule of the office together with an `x-allow` for it. Under the policy "
    "from before, which does not know the rule, that allowance is a note and no error.";

}  // namespace

void add_finding_formats(Mdoc& page) {
  page.section("FINDINGS IN OTHER PROGRAMS");
  page.text(about_formats);
  page.begin_list();
  for (const FindingsFormat& format : findings_formats()) {
    page.item(format.words.name, format.words.ending);
    page.text(format.words.summary);
  }
  page.end_list();
  page.text(about_places);
  page.text(about_limits);
  page.text("In a workflow of GitHub Actions:");
  page.code(github_example);
  page.text("In `.gitlab-ci.yml`:");
  page.code(gitlab_example);
  page.section("ONLY WHAT IS NEW");
  page.text(about_baselines);
  page.text("For a pull request, by the policy of the branch it goes into:");
  page.code(new_since_example);
  page.section("ACCEPTED FOR A WHILE");
  page.text(about_allowances);
  page.code(allowance_example);
  page.section("RULES OF THE OFFICE ITSELF");
  page.text(about_house_rules);
  page.code(house_rule_example);
  page.text(about_foreign_policy);
}

}  // namespace brm
