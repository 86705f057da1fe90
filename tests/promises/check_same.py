#!/usr/bin/env python3
"""The same bytes in any locale, time zone, environment, folder order and folder, for any user, on any day.

    check_same.py BRM SOURCE

Every command, report and format with one --as-of: stdout, stderr and the status are compared with those of
a plain run. Locales are made with localedef where the system has their sources.
"""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, Failures, every_command, make_repository, run, scratch

LOCALES = {"de_DE": "UTF-8", "tr_TR": "UTF-8", "ar_EG": "UTF-8", "ja_JP": "EUC-JP", "fr_FR": "ISO-8859-1"}
ZONES = ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "bogus", ":/etc/passwd"]
COLUMNS = ["0", "1", "-1", "99999", "abc", "9" * 40]
# When a day is not one: the turn of the year, the day that is seldom there, the hours that are never there.
MOMENTS = ["2026-12-31 23:59:59", "2028-02-29 00:00:00", "2026-03-29 03:00:00", "2038-01-19 03:14:08"]
PLAIN = {"PATH": "/usr/bin:/bin", "LANG": "C", "HOME": "/nonexistent"}


def made_locales(at):
    folder = at / "locales"
    folder.mkdir()
    made = []
    for name, charset in LOCALES.items():
        done = subprocess.run(["localedef", "-c", "-i", name, "-f", charset, folder / f"{name}.{charset}"],
                              capture_output=True, check=False) if shutil.which("localedef") else None
        if done and (folder / f"{name}.{charset}").exists():
            made.append(f"{name}.{charset}")
    if len(made) < len(LOCALES):
        print(f"skipped: {len(LOCALES) - len(made)} locales, because their sources (package locales) are not there")
    return folder, made


def copied_in_order(records, to, order):
    """The same files, made one after another in this order: so a folder lists them on most file systems."""
    paths = sorted(path.relative_to(records) for path in records.rglob("*") if path.is_file())
    order(paths)
    for path in paths:
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(records / path, to / path)


class Comparison:
    def __init__(self, brm, at, records):
        self.brm, self.at, self.records = str(brm), at, records
        # The doctor tells what surrounds it, and that is its purpose.
        self.commands = [each for each in every_command(brm) if each[0] != "doctor"]
        self.without_git = [each for each in self.commands if each[0] not in ("diff", "history") and "weekly" not in each]
        self.failures = Failures()
        self.runs = 0
        self.plain = {tuple(each): self.ran(each, records, PLAIN) for each in self.commands}
        for each, ran in self.plain.items():
            self.failures.check(ran.status in (0, 1, 2) and (ran.out or ran.err), f"{each}: {ran.ended()}")

    def ran(self, command, records, environment, **more):
        self.runs += 1
        prefix = more.pop("prefix", [])
        # By the same words from the folder above it: what brm suggests repeats the options it was given.
        return run([*prefix, self.brm, "-C", records.name, "--as-of", AS_OF, *command], env=environment,
                   cwd=records.parent, **more)

    def compare(self, what, environment=None, records=None, commands=None, **more):
        for each in commands or self.commands:
            ran = self.ran(each, records or self.records, PLAIN if environment is None else environment, **more)
            plain = self.plain[tuple(each)]
            name = f"{what}: {' '.join(each)}"
            self.failures.check(ran.status == plain.status, f"{name}: {ran.ended()} instead of {plain.ended()}")
            self.failures.check(ran.out == plain.out, f"{name}: another answer, {differing(ran.out, plain.out)}")
            self.failures.check(ran.err == plain.err, f"{name}: stderr says {ran.err[:200]!r}")


def differing(got, wanted):
    for number, (a, b) in enumerate(zip(got.split(b"\n"), wanted.split(b"\n")), 1):
        if a != b:
            return f"line {number}: {a[:120]!r} instead of {b[:120]!r}"
    return f"{len(got)} bytes instead of {len(wanted)}"


def compare_orders(all_):
    for number, order in enumerate((list.reverse, lambda paths: random.Random(7).shuffle(paths))):
        # Another path too, with what shells and URLs would take for something else.
        folder = all_.at / f"another place é #{number}" / "records"
        folder.mkdir(parents=True)
        # Build servers are told paths from the top of the repository.
        subprocess.run(["git", "init", "-q", folder.parent], check=True)
        copied_in_order(all_.records, folder, order)
        all_.compare(f"order {number}", records=folder, commands=all_.without_git)


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    at = scratch()
    (at / "repository").mkdir()
    records = make_repository(source, at / "repository")
    for folder in [at, *at.rglob("*")]:
        folder.chmod(0o755 if folder.is_dir() else 0o644)
    all_ = Comparison(brm, at, records)
    some = random.Random(3)
    folder, locales = made_locales(at)
    for name in [*locales, "C", "POSIX", "no_SUCH"]:
        all_.compare(f"locale {name}", {**PLAIN, "LOCPATH": str(folder), "LC_ALL": name, "LANG": name, "LANGUAGE": "de:fr"})
    for zone in ZONES:
        all_.compare(f"zone {zone}", {**PLAIN, "TZ": zone}, commands=some.sample(all_.commands, 30))
    all_.compare("env -i", {})
    for width in COLUMNS:
        all_.compare(f"COLUMNS={width}", {**PLAIN, "COLUMNS": width, "TERM": "dumb"}, commands=some.sample(all_.commands, 12))
    all_.compare("other variables", {**PLAIN, "TERM": "xterm-256color", "GIT_DIR": "/nonexistent", "PAGER": "false",
                                     "GIT_CONFIG_GLOBAL": "/nonexistent", "LD_BIND_NOW": "1", "MALLOC_PERTURB_": "165"})
    for jobs in ("1", "3", "16"):
        for each in (["check", "--max", "0", "--strict"], ["report", "outcomes"], ["report", "risks", "--simulate", "1000"]):
            one = all_.ran(["-j", "1", *each], records, PLAIN)
            many = all_.ran(["-j", jobs, *each], records, PLAIN)
            all_.failures.check((one.status, one.out) == (many.status, many.out), f"-j {jobs}: {each}")
    compare_orders(all_)
    if os.geteuid() == 0:
        all_.compare("another user", before=lambda: (os.setgroups([]), os.setgid(65534), os.setuid(65534)))
    else:
        print("skipped: another user, because only root may become one")
    if shutil.which("faketime"):
        for moment in MOMENTS:
            all_.compare(f"at {moment}", {**PLAIN, "TZ": "Europe/Berlin"}, commands=some.sample(all_.commands, 15),
                         prefix=["faketime", moment])
    else:
        print("skipped: other days, because faketime is not there")
    shutil.rmtree(at)
    all_.failures.end(f"{len(all_.commands)} commands, {all_.runs} runs compared")


if __name__ == "__main__":
    main()
