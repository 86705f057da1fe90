#!/usr/bin/env python3
"""The Nth call fails, for N = 1, 2, ... until nothing is left to fail.

    check_nth.py BRM SOURCE [CALL...]

A library put before the C library (fail_nth.c) makes one call of a kind fail, or that one and all that
follow. Whatever fails and when: brm ends with a status of its own, by no signal; the output file is the
old one or whole, with nothing beside it; status 2 has its word on stderr, and where brm says that all is
well, every byte is what it is when nothing fails. Long rows are thinned out: all of the first calls, then
a spread of the others.
"""

import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, Failures, is_sanitized, put, run, scratch, skip

ERRORS = {
    "open": [errno.EMFILE, errno.EACCES], "read": [errno.EIO], "write": [errno.ENOSPC, errno.EIO],
    "close": [errno.ENOSPC], "fsync": [errno.EIO], "rename": [errno.ENOSPC, errno.EXDEV],
    "stat": [errno.EACCES], "readdir": [errno.EIO], "malloc": [errno.ENOMEM],
}
OLD = b"the old file\n"
# A baseline takes no other file's place.
OLD_BASELINE = b"# Findings that `brm check --baseline` accepts, written by `brm check --write-baseline`.\n"
# The folder and the arguments; OUT is a file that is there already. Where no argument names it, the
# file is one of the folder.
SCENES = [
    ("small", ["check"], None),
    ("small", ["check", "--format", "text", "--format", "sarif=OUT"], "x.sarif"),
    ("git/records", ["check", "--format", "sarif=OUT"], "x.sarif"),
    ("small", ["check", "--write-baseline", "OUT"], "x.json"),
    ("small", ["report", "outcomes", "-o", "OUT"], "x.html"),
    ("small", ["agenda", "-o", "OUT"], "x.ics"),
    ("git/records", ["diff", "HEAD~1", "-o", "OUT"], "x.md"),
    ("git/records", ["history", "benefits-online", "-o", "OUT"], "x.json"),
    ("git/records", ["report", "weekly", "--since", "HEAD~1", "-o", "OUT"], "x.eml"),
    ("office", ["-j4", "report", "risks", "--simulate", "2000", "-o", "OUT"], "x.csv"),
    ("office", ["doctor"], None),
    ("office", ["explain", "policy", "-o", "OUT"], "x.md"),
    ("small", ["record", "measurement", "benefits-online/decision-days", "28", "--date", "2026-07-01"],
     "initiatives/benefits-online.yaml"),
    ("small", ["new", "person", "jo-doe"], "people/jo-doe.yaml"),
    ("misspelt", ["mend", "--yes"], "initiatives/benefits-online.yaml"),
    # One record that is there already, and one that is new.
    ("old", ["import", "TABLES/old.yaml"], "initiatives/benefits-online.yaml"),
    ("small", ["import", "TABLES/new.yaml"], "relationships/health.yaml"),
]



def make_folders(source, at):
    """examples/small, the same with a word misspelt, the office, and a git repository of two commits."""
    for name in ("small", "office"):
        shutil.copytree(source / "examples" / name, at / name)
    shutil.copytree(source / "examples/small", at / "misspelt")
    misspelt = at / "misspelt/initiatives/benefits-online.yaml"
    misspelt.write_text(misspelt.read_text(encoding="utf-8").replace("type: project", "type: projekt"), encoding="utf-8")
    shutil.copytree(source / "examples/small", at / "old")
    tables = at / "tables"
    put(tables / "t.csv", "id,title,day\nbenefits-online,Benefits online at last,2026-06-30\n")
    put(tables / "t.json", '[{"id": "health", "title": "Department of Health", "spent": 12.50}]')
    put(tables / "old.yaml", "kind: import\ntables:\n  - {name: t, file: t.csv}\nrecords:\n  - {kind: initiative, "
        "from: t, fields: {id: \"{id}\", title: \"{title}\", tags: [\"{day}\"]}}\n")
    put(tables / "new.yaml", "kind: import\ntables:\n  - {name: t, file: t.json}\nrecords:\n  - {kind: relationship, "
        "from: t, fields: {id: \"{id}\", title: \"{title}\", notes: \"{spent}\"}}\n")
    shutil.copytree(source / "examples/small", at / "git/records")
    quiet = {"cwd": at / "git", "check": True, "stdout": subprocess.DEVNULL,
             "env": {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
                     "GIT_AUTHOR_DATE": "2026-06-30T12:00:00Z", "GIT_COMMITTER_DATE": "2026-06-30T12:00:00Z"}}
    who = ["git", "-c", "user.name=Jo", "-c", "user.email=jo@example.org"]
    subprocess.run(["git", "init", "-q", "-b", "main"], **quiet)
    subprocess.run(["git", "add", "."], **quiet)
    subprocess.run([*who, "commit", "-q", "-m", "one"], **quiet)
    for path in sorted((at / "git").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text + "x-note: seen\n", encoding="utf-8")
    subprocess.run([*who, "commit", "-q", "-a", "-m", "two"], **quiet)


def places(count, most, draws):
    """1 to `count`, or `most` of them: the first third all, the others drawn."""
    if count <= most:
        return list(range(1, count + 1))
    first = most // 3
    return sorted(set(range(1, first + 1)) | set(draws.sample(range(first + 1, count + 1), most - first)))


class Scene:
    def __init__(self, brm, library, at, folder, arguments, out, failures):
        self.name = f"{folder}: {' '.join(arguments)}"
        is_named = "OUT" in " ".join(arguments)
        self.out = at / ("out" if is_named else folder) / out if out else None
        old = OLD_BASELINE if "--write-baseline" in arguments else OLD
        self.old = old if is_named else self.out.read_bytes() if out and self.out.exists() else None
        self.here = self.out.parent if out else at / "out"
        self.here.mkdir(exist_ok=True)
        self.beside = sorted({*(each.name for each in self.here.iterdir()), *([self.out.name] if out else [])})
        self.failures = failures
        filled = [each.replace("OUT", str(self.out)).replace("TABLES", str(at / "tables")) for each in arguments]
        self.command = [brm, "-C", at / folder, "--as-of", AS_OF, *(["-j1"] if "-j4" not in filled else []), *filled]
        self.environment = {"LD_PRELOAD": str(library), "PATH": "/usr/bin:/bin"}
        self.runs = 0
        self.whole, _ = self.ran("", 0, 0, False)
        self.file = self.out.read_bytes() if self.out else None
        self.failures.check(self.file is None or self.file != self.old, f"{self.name}: nothing is written")
        self.failures.check(self.whole.status in (0, 1), f"{self.name}: {self.whole.ended()}: {self.whole.err}")

    def restore(self):
        for each in self.here.iterdir():
            if each.name not in self.beside:
                each.unlink()
        if self.old is not None:
            self.out.write_bytes(self.old)
        elif self.out:
            self.out.unlink(missing_ok=True)

    def ran(self, call, number, error, ever):
        """What became of it, and what the library said of itself."""
        self.restore()
        with tempfile.TemporaryFile() as tell:
            environment = {**self.environment, "FAIL_CALL": call, "FAIL_AT": str(number), "FAIL_ERROR": str(error),
                           "FAIL_EVER": "1" if ever else "", "FAIL_TELL": str(tell.fileno())}
            done = run(self.command, env=environment, limit=30, keep=(tell.fileno(),))
            tell.seek(0)
            told = dict(line.split() for line in tell.read().decode().splitlines())
        self.runs += 1
        return done, told

    def check(self, call, number, error, ever):
        ran, told = self.ran(call, number, error, ever)
        where = f"{self.name}: {call} {number}{' and on' if ever else ''}, {errno.errorcode[error]}"
        bad = self.failures.check
        if not bad(ran.status in (0, 1, 2), f"{where}: {ran.ended()}: {ran.err[-200:]}"):
            return False
        # Where stderr itself fails, nothing can be said there; the status must do.
        is_mute = call == "write" and (ever or told.get("write") == "2")
        bad(ran.status < 2 or ran.err or is_mute, f"{where}: status 2 without a word")
        left = sorted(each.name for each in self.here.iterdir())
        wanted = [each for each in self.beside if each in left or self.old is not None or each != self.out.name]
        bad(left == wanted, f"{where}: left behind: {left}")
        if self.out and self.out.exists():
            self.check_file(where, self.out.read_bytes(), ran)
        # What cannot be looked at is what the doctor is there to tell.
        if ran.status < 2 and "doctor" not in self.name:
            bad(ran.status == self.whole.status, f"{where}: {ran.ended()}, else {self.whole.ended()}")
            bad(ran.out == self.whole.out, f"{where}: {ran.ended()}, but stdout differs: {difference(ran.out, self.whole.out)}")
        return call in told

    def check_file(self, where, bytes_, ran):
        if bytes_ in (self.old, self.file):
            self.failures.check(ran.status == 2 or bytes_ == self.file, f"{where}: {ran.ended()}, but the old file is there")
            return
        # Another file may only be one that says so: with status 2, and written to its end.
        self.failures.check(ran.status == 2, f"{where}: {ran.ended()}, but the file is another: "
                            f"{difference(bytes_, self.file)}")
        self.failures.check(bytes_.endswith(self.file.rstrip(b"\r\n")[-1:] + b"\n") or bytes_.endswith(b"\n"),
                            f"{where}: the file is not whole")


def difference(got, wanted):
    for a, b in zip(got.splitlines(), wanted.splitlines()):
        if a != b:
            return f"{a[:100]!r} instead of {b[:100]!r}"
    return f"{len(got)} bytes instead of {len(wanted)}"


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    calls = sys.argv[3:] or list(ERRORS)
    if is_sanitized(brm):
        skip("a sanitizer stands where the failing calls would")
    failures = Failures()
    at = scratch()
    library = at / "fail_nth.so"
    subprocess.run(["cc", "-O1", "-fPIC", "-shared", "-o", library, source / "tests/faults/fail_nth.c", "-ldl"], check=True)
    make_folders(source, at)
    injected = {call: 0 for call in calls}
    runs = 0
    for folder, arguments, out in SCENES:
        scene = Scene(brm, library, at, folder, arguments, out, failures)
        for call in calls:
            _, told = scene.ran(call, 0, 0, False)
            count = int(told["counted"])
            draws = random.Random(f"{scene.name} {call}")
            for error in ERRORS[call]:
                for ever in (False, True):
                    for number in places(count, 15 if ever else 45, draws):
                        injected[call] += scene.check(call, number, error, ever)
        scene.restore()
        runs += scene.runs
    shutil.rmtree(at)
    print(", ".join(f"{call} {count}" for call, count in injected.items()))
    failures.end(f"{runs} runs, {sum(injected.values())} of them with a call that failed")


if __name__ == "__main__":
    main()
