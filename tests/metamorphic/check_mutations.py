#!/usr/bin/env python3
"""One byte of a good record is changed, taken out or put in, 20,000 times: nothing changes unseen.

    check_mutations.py BRM SOURCE [COUNT [SEED]]

A changed record is refused with an error; or another YAML reader finds in it at most one field that is not
what it was. What that reader refuses, brm refuses. Nothing crashes, hangs or ends by a signal, neither over
a thousand such records in a folder nor in a report of the office with one of them in it.
"""

import json
import random
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, Failures, is_sanitized, reports_of, run, scratch, skip

try:
    import yaml
except ImportError:
    skip("python3-yaml is not installed")

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What means something to YAML, and some that mean nothing anywhere.
BYTES = b"\n\r\t :-#'\"[]{},&*!|>%@`?~\\.0a9zA\0\x01\x1b\x7f\x80\xc3\xa9\xff"
IN_A_FOLDER = 1000


def mutated(data, draws):
    at = draws.randrange(len(data))
    how = draws.randrange(4)
    other = bytes([draws.choice(BYTES)])
    if how == 0:
        return data[:at] + data[at + 1:]
    if how == 1:
        return data[:at] + other + data[at:]
    if how == 2:
        return data[:at] + bytes([data[at] ^ (1 << draws.randrange(8))]) + data[at + 1:]
    return data[:at] + other + data[at + 1:]


def parsed(data):
    try:
        loaded = yaml.load(data, Loader=LOADER)
        return loaded if isinstance(loaded, dict) else None
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        return None


def changes(before, after):
    """How many fields are not what they were: changed, gone or new. A list of texts is one field; an entry that
    is gone is one change."""
    if isinstance(before, dict) and isinstance(after, dict):
        gone, new = [[one[key] for key in one if key not in other] for one, other in ((before, after), (after, before))]
        if gone == new and len(gone) == 1:  # another name that begins with `x-`
            return 1
        return sum(changes(before[key], after[key]) if key in before and key in after else 1 for key in {*before, *after})
    if isinstance(before, list) and isinstance(after, list):
        if any(before[:at] + before[at + 1:] == after for at in range(len(before))):
            return 1
        if len(before) == len(after) and any(isinstance(each, dict) for each in before):
            return sum(map(changes, before, after))
        return int(before != after)
    if isinstance(before, str) and isinstance(after, str):
        return int(before.split() != after.split())  # blanks within a text are none of a value
    return 1


def most_changes(before, after):
    """One; two where a line end is gone, and the text or comment before it has swallowed the next field."""
    return 2 if before.count(b"\n") > after.count(b"\n") else 1


def is_only_ours(data):
    """Whether PyYAML, of YAML 1.1, refuses what YAML 1.2 allows: a tab between, and a text that begins with a
    colon. And brackets as far left as their key, which yaml-cpp allows too, and which mean what they look like."""
    return re.search(rb"-[ ]*\t|\t[ ]*[#{\[\n]|[:,{\[-][ ]*\t|[{\[,:-] ?:[^ ]|:\n *[\[{]", data) is not None


class Mutations:
    def __init__(self, brm, source, seed):
        self.brm = brm
        self.draws = random.Random(seed)
        self.records = {path.relative_to(source / "examples/office"): path.read_bytes()
                        for path in sorted((source / "examples/office").rglob("*.yaml"))}
        self.values = {path: parsed(data) for path, data in self.records.items()}
        self.failures = Failures()
        self.refused = self.same = self.changed = self.others = 0

    def one(self):
        path = self.draws.choice(list(self.records))
        return path, mutated(self.records[path], self.draws)

    def try_folder(self, at, count):
        """Each in a folder of its own; that they share ids is not at issue here."""
        made = {}
        for number in range(count):
            path, data = self.one()
            to = f"{number}/{path.name}" if path.name != "brm.yaml" else f"{number}/office.yaml"
            (at / str(number)).mkdir(parents=True)
            (at / to).write_bytes(data)
            made[to] = path, data
        ran = run([self.brm, "-C", at, "--as-of", AS_OF, "check", "--max", "0", "--format", "json"])
        if not self.failures.check(ran.status in (0, 1), f"{count} mutations: {ran.ended()} {ran.err[-300:]}"):
            shutil.copytree(at, f"/tmp/mutations-{at.name}", dirs_exist_ok=True)
            return
        errors = {}
        for finding in json.loads(ran.out)["findings"]:
            # Faults between files are of the many copies.
            if finding["severity"] == "error" and finding["rule"] not in ("duplicate-id", "dangling-reference"):
                errors.setdefault(finding["place"]["path"], set()).add(finding["rule"])
        for to, (path, data) in made.items():
            self.judge(path, data, errors.get(to, set()) - {"misplaced-office", "file-name-differs"})

    def judge(self, path, data, errors):
        if errors:
            self.refused += 1
            return
        after = parsed(data.removeprefix(b"\xef\xbb\xbf"))
        if after is None and is_only_ours(data):
            self.others += 1
            return
        if not self.failures.check(after is not None, f"{path}: what is no YAML is accepted: {around(self.records[path], data)}"):
            return
        count = changes(self.values[path], after)
        self.same += count == 0
        self.changed += count > 0
        self.failures.check(count <= most_changes(self.records[path], data),
                            f"{path}: {count} values changed unseen: {around(self.records[path], data)}")

    def report(self, at, reports, count):
        """The office with one record changed, in a report of all of it."""
        folder = at / "office"
        for path, data in self.records.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        for number in range(count):
            path, data = self.one()
            (folder / path).write_bytes(data)
            name = reports[number % len(reports)]
            words = ["report", name, *(["labor"] if name == "brief" else []), "--format",
                     self.draws.choice(["text", "html", "json", "csv", "markdown", "email"])]
            ran = run([self.brm, "-C", folder, "--as-of", AS_OF, *words], limit=20)
            self.failures.check(ran.status in (0, 2), f"{path} {words}: {ran.ended()}: {around(self.records[path], data)}")
            self.failures.check(ran.status == 0 or ran.err, f"{path} {words}: nothing is said")
            (folder / path).write_bytes(self.records[path])


def around(before, after):
    at = next((i for i, (a, b) in enumerate(zip(before, after)) if a != b), min(len(before), len(after)))
    return f"{before[max(at - 40, 0):at + 30]!r} became {after[max(at - 40, 0):at + 30]!r}"


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else (2000 if is_sanitized(brm) else 20000)
    seed = sys.argv[4] if len(sys.argv) > 4 else "20260708"
    mutations = Mutations(brm, source, seed)
    at = scratch()
    for number in range(count // IN_A_FOLDER):
        (at / str(number)).mkdir()
        mutations.try_folder(at / str(number), IN_A_FOLDER)
        shutil.rmtree(at / str(number))
    mutations.report(at, [name for name in reports_of(brm) if name != "weekly"], count // 50)
    shutil.rmtree(at)
    mutations.failures.end(f"{count:,} mutations: {mutations.refused:,} refused, {mutations.changed:,} change a value, "
                           f"{mutations.same:,} none, {mutations.others} that the other reader refuses; {count // 50} reports")


if __name__ == "__main__":
    main()
