// brm-security(7): what brm promises to whoever has to trust it, and how to run it among strangers.
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_trust =
    "Everything in a records folder is taken for the work of a stranger: texts, keys, names of "
    "files, links, settings and what git keeps of them. Arguments and the environment are trusted; "
    "they are the words of whoever runs brm. So a pull request from a fork may be checked by a "
    "build server, and a text that somebody pasted into a record may stand in a report.";

struct Promise {
  std::string_view name;
  std::string_view words;
};

constexpr Promise promises[] = {
    {"Read-only",
     "Only `brm init`, `new`, `record`, `mend` and `import` change records, each what it says, and "
     "none changes their repository. Else only the files that `-o`, `--format "
     "NAME=FILE` and `--write-baseline` name are written, and the page that `GITHUB_STEP_SUMMARY` "
     "names."},
    {"Offline",
     "brm opens no socket and asks no name server. Pages and messages that it writes fetch "
     "nothing."},
    {"Alone",
     "It starts no other program: no shell, no pager, no git. Commits are read by a library; no "
     "hook, filter or helper runs, and no configuration of git on the machine is read."},
    {"Not led astray",
     "Symbolic links, pipes, sockets and devices among the records are named, not followed, and "
     "the status is 2. Nothing outside the folder and its repository is opened but the libraries "
     "of the system and what those read, and the tables that a mapping names to `brm import`."},
    {"Deterministic",
     "The same records, day (`--as-of`) and version give the same bytes: in any locale, time zone, "
     "terminal, folder and order of files, for any user, on any number of threads. Only `brm "
     "doctor` tells what surrounds it."},
    {"Bounded",
     "Files larger than 1 MiB, values nested more than 32 deep and folders more than 256 deep are "
     "refused. Time and memory grow in proportion to the records, whatever is in them: no file "
     "takes a second, or 300 MB. Tables to import have bounds of their own, in `brm-import(5)`. "
     "Aliases, anchors and tags, by which a few lines may stand for "
     "many, are refused where they begin."},
    {"Atomic",
     "A file that is written is the old one or the complete new one, whatever fails and whenever "
     "brm is stopped: a full disk, a signal, a machine that goes down. Only after SIGKILL or a "
     "power cut may a file `.brm-PID-N` be left beside it, which nothing reads. (The page for "
     "`GITHUB_STEP_SUMMARY` is added to, as GitHub wants it.)"},
    {"Exact statuses",
     "0, 1 and 2 mean what EXIT STATUS in `brm(1)` says, and there is no other. Where a byte of "
     "the answer was lost or a file could not be read, it is 2, and stderr says why. A reader of a "
     "pipe that goes early is no fault. Signals that stop brm end it by that signal."},
    {"Harmless answers",
     "A text shows itself and does nothing: no control or bidirectional character reaches a "
     "terminal; no line of text or of the format `github` is obeyed by a build server; no markup, "
     "link, formula, header or event comes out of a record but the address of a source. `brm get`, "
     "`csv` and `json` are for programs, and give texts as they are; in the log of a build server "
     "write them into a file."},
};

constexpr std::string_view about_limits =
    "What is not promised: that a record tells the truth. A record may accept a finding of its own "
    "(`x-allow`), with a reason and a day, and an office may weigh rules otherwise in its policy; "
    "both are seen in the change. `--policy` and `--new-since` take the policy from elsewhere. "
    "`--audience` leaves records out of answers; it hides nothing in the folder or its history. "
    "Answers hold what the records hold, `brm history` the names of authors, and `brm doctor` the "
    "values of variables: look before you publish them. A mapping for `brm import` may name any "
    "file that you can read, and records then hold what is in it: read a stranger's mapping before "
    "you import by it. Where the system refuses memory, brm ends "
    "with status 2 and says so; where it kills brm instead, as Linux does when memory is short for "
    "everybody, files stay as they were.";

constexpr std::string_view about_forks =
    "Let a build server check a change from a fork without secrets and without leave to write: on "
    "GitHub with `on: pull_request`, never `pull_request_target`, and `permissions: {contents: "
    "read}`. Take brm from a place that the change cannot reach, named by its digest. Take the "
    "policy of the branch it goes into, so that a change cannot make the rules milder for itself. "
    "The files for GitHub and GitLab in";

constexpr std::string_view about_cron =
    "From cron, name the folder with `-C` and the file with `-o`, so that a job that fails leaves "
    "yesterday's. brm needs neither HOME nor a terminal, today is the local day of the machine "
    "unless `--as-of` or `BRM_AS_OF` says otherwise, and two jobs at once do each other no harm. "
    "Bounds of the system come on top of brm's own:";

constexpr std::string_view bounded_job =
    "systemd-run --pipe --wait -p DynamicUser=yes \\\n"
    "  -p ProtectSystem=strict -p PrivateNetwork=yes \\\n"
    "  -p MemoryMax=512M -p RuntimeMaxSec=60 \\\n"
    "  brm -C /srv/records check --quiet\n";

constexpr std::string_view about_tests =
    "Each of these is tested with the binary that is built: bad-input, faults, promises, injection "
    "and metamorphic in `tests/` of the source. Calls are watched with strace and made to fail one "
    "by one; every format is read back by a parser of somebody else; tens of thousands of records "
    "with one changed byte are compared with what another YAML reader makes of them; "
    "`tests/fuzz/run.sh` makes up others for as long as it is let.";

}  // namespace

std::string security_page() {
  Mdoc page("brm-security", 7, "what brm promises, and how to run it on the work of strangers");
  page.section("DESCRIPTION");
  page.text(about_trust);
  page.section("PROMISES");
  page.begin_list();
  for (const Promise& promise : promises) {
    page.item(promise.name);
    page.text(promise.words);
  }
  page.end_list();
  page.section("LIMITS");
  page.text(about_limits);
  page.section("CHANGES FROM FORKS");
  page.text(about_forks);
  page.macro("Xr brm-setup 7");
  page.text("do so.");
  page.section("CRON");
  page.text(about_cron);
  page.code(bounded_job);
  page.section("HOW IT IS KNOWN");
  page.text(about_tests);
  page.see_also({{"brm", 1}, {"brm-check", 1}, {"brm-doctor", 1}, {"brm-setup", 7}});
  return std::move(page).take();
}

}  // namespace brm
