"""One run of the binary, and what it cost; the checks in Python share it.

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
    from brm_process import Failures, run
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

AS_OF = "2026-07-08"
SECOND = 1.0
KILOBYTES = 300 * 1000  # 300 MB

# A record that nothing is wrong with, but what is recommended.
RELATIONSHIP = ("kind: relationship\nid: {id}\ntitle: Department of Health\ntype: agency\n"
                "tier: preferred\nmanager: jane-doe\n")
OFFICE = "kind: office\nid: office\ntitle: Office\njurisdiction: Tamarack\ncurrency: USD\n"


class Failures(list):
    def check(self, holds, words):
        if not holds:
            self.append(words)
        return bool(holds)

    def end(self, figures):
        """Prints what failed, then the figures; ends the process as ctest wants it."""
        for words in self[:40]:
            print("FAILED:", words)
        if len(self) > 40:
            print(f"... and {len(self) - 40} more")
        print(f"{figures}: {len(self)} failures")
        sys.exit(1 if self else 0)


def skip(why):
    """ctest takes 77 for skipped."""
    print("skipped:", why)
    sys.exit(77)


def scratch():
    """A new folder that others may enter; in memory where there is some, for 100,000 files."""
    memory = "/dev/shm"
    folder = Path(tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else None))
    folder.chmod(0o755)
    return folder


@dataclass
class Ran:
    status: int  # negative: the signal that ended it
    out: bytes
    err: str
    seconds: float  # of processors
    kilobytes: int  # at most resident

    def ended(self):
        if self.status < 0:
            return signal.Signals(-self.status).name
        return f"status {self.status}"


def run(command, *, env=None, cwd=None, stdin=subprocess.DEVNULL, stdout=None, before=None, limit=60, wait=None, keep=()):
    """`before` is called in the child; `wait` with its id while it runs; `stdout` takes the place
    of a file; `keep`: descriptors it may have."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([str(each) for each in command], stdin=stdin, stdout=stdout or out, stderr=err,
                                   env=env, cwd=cwd, preexec_fn=before, pass_fds=keep)
        if wait:
            wait(process.pid)
        until = time.monotonic() + limit
        pause = 0.0005
        while True:
            done, raw, used = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > until:
                os.kill(process.pid, signal.SIGKILL)
                _, raw, used = os.wait4(process.pid, 0)
                raw = signal.SIGALRM  # as a signal nobody else sends
                break
            time.sleep(pause)
            pause = min(pause * 1.5, 0.02)
        process.returncode = 0
        out.seek(0)
        err.seek(0)
        status = -os.WTERMSIG(raw) if os.WIFSIGNALED(raw) else os.WEXITSTATUS(raw)
        return Ran(status, out.read(), err.read().decode("utf-8", "surrogateescape"),
                   used.ru_utime + used.ru_stime, used.ru_maxrss)


def is_sanitized(brm):
    """Sanitizers take time and memory of their own, and the place of the C library's calls."""
    needs = subprocess.run(["readelf", "--dynamic", "--wide", brm], capture_output=True, check=False).stdout
    return re.search(rb"lib(asan|tsan|ubsan)\.", needs) is not None


def hidden_in(text):
    """What no terminal may be sent: control characters but line ends, bidi marks, broken UTF-8."""
    for each in text:
        kind = unicodedata.category(each)
        if kind in ("Cc", "Cs", "Zl", "Zp") and each != "\n" or each in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e" \
                "\u2066\u2067\u2068\u2069\ufeff":
            return f"U+{ord(each):04X}"
    return None


def write(folder, **files):
    for name, text in files.items():
        put(folder / name, text)


def put(path, text):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def reports_of(brm):
    words = subprocess.run([brm, "completion", "candidates", "--", "report", ""], capture_output=True, check=True).stdout
    names = [line.split("\t")[0] for line in words.decode().splitlines()]
    return [name for name in names if name.isalpha()]


def every_command(brm):
    """What can be asked of examples/office, in a repository with a commit HEAD~1: each command, each report."""
    commands = [["report", name, *(["labor"] if name == "brief" else [])] for name in reports_of(brm)]
    commands += [["report", "outcomes", "--tests"], ["report", "risks", "--shared"],
                 ["report", "risks", "--simulate", "1000"], ["report", "relationships", "--matrix"],
                 ["report", "handover", "--leaving", "abel-nunez"], ["report", "weekly", "--since", "HEAD~1"],
                 ["check"], ["check", "--strict", "--max", "0"],
                 *(["check", "--format", name] for name in ("json", "sarif", "junit", "github", "gitlab", "checkstyle",
                                                            "rdjson")),
                 ["agenda"], ["agenda", "--format", "ics"],
                 ["graph"], ["graph", "--format", "mermaid"], ["graph", "--format", "svg"], ["diff", "HEAD~1"], ["diff", "HEAD~1", "HEAD"],
                 ["history", "claims-renewal"], ["list", "relationships"], ["list", "outcomes", "--where", "verdict != missed"],
                 ["show", "claims-renewal"], ["get", "claims-renewal.status"], ["count", "risks"], ["explain"],
                 ["explain", "policy"], ["explain", "dangling-reference"], ["explain", "outcome.target"], ["schema"],
                 ["schema", "--report", "outcomes"], ["completion", "bash"], ["completion", "zsh"], ["completion", "fish"],
                 ["completion", "candidates", "--", "show", ""], ["doctor"], ["help", "check"], ["--help"], ["--version"],
                 ["show", "no-such-id"], ["report", "no-such-report"]]
    formats = ("markdown", "html", "email", "csv", "json")
    commands += [["report", name, "--format", each] for name in ("outcomes", "risks", "portfolio") for each in formats]
    return commands


def make_repository(source, at):
    """examples/office below `at`, with two commits; returns the records folder."""
    records = at / "records"
    shutil.copytree(source / "examples/office", records)
    day = "2026-06-30T12:00:00Z"
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
                   "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    git = ["git", "-C", str(at), "-c", "user.name=Jo", "-c", "user.email=jo@example.org"]

    def run_git(*arguments):
        subprocess.run([*git, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    run_git("init", "-q", "-b", "main")
    run_git("add", ".")
    run_git("commit", "-q", "-m", "one")
    for path in sorted((records / "initiatives").glob("*.yaml")):
        put(path, path.read_text(encoding="utf-8").replace("status: active", "status: paused") + "x-note: seen\n")
    run_git("commit", "-q", "-a", "-m", "two")
    return records
