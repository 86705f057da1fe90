#!/usr/bin/env python3
"""Other bytes of the same meaning give the same reports, lists and findings.

    check_same_meaning.py BRM SOURCE

examples/office, examples/faulty and the real folders, where those are there, are written again: with CR LF,
a BOM, comments, blank lines, other quotes, other order of keys, as JSON, and file by file in another order.
Where lines move, numbers of lines are left out of the comparison, and nothing else.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, Failures, reports_of, run, scratch, skip

try:
    import yaml
except ImportError:
    skip("python3-yaml is not installed")

# Of Python's library, whether it knows the C one; either reads the same.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PLAIN = re.compile(r"^(\s*(?:- )?[a-z_]+: )([A-Za-z][A-Za-z0-9 ,.()/-]*[A-Za-z0-9.)])$")


def with_crlf(text):
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def with_bom(text):
    return "\ufeff" + text


def without_last_newline(text):
    return text.rstrip("\n")


def with_comments_behind(text):
    """At the end, where nothing can be part of a text of several lines."""
    return text if text.endswith("\n") and text[-2:-1] == "\n" else f"{text.rstrip(chr(10))}\n# the end\n"


def with_lines_before(text):
    return "# who keeps this record\n\n---\n\n" + text


def quoted(mark):
    def changed(text):
        """Texts on one line in quotes; never in a text of several lines, whose lines are indented deeper than a key."""
        if re.search(r": [|>]|:\n\s+[^-\s#][^:]*\n", text) or re.search(r"^\s*[a-z_]+: [^\n]*\n\s+[^-\s#][^:\n]*$", text, re.M):
            return text
        return "\n".join(PLAIN.sub(lambda found: f"{found.group(1)}{mark}{found.group(2)}{mark}", line)
                         for line in text.split("\n"))
    return changed


def reversed_keys(value):
    if isinstance(value, dict):
        return {key: reversed_keys(each) for key, each in reversed(list(value.items())) if each != ""}
    return [reversed_keys(each) for each in value] if isinstance(value, list) else value


def as_yaml(**style):
    def changed(text):
        return yaml.dump(reversed_keys(yaml.load(text, Loader=LOADER)), allow_unicode=True, sort_keys=False, width=100, **style)
    return changed


def as_json(text):
    return json.dumps(reversed_keys(yaml.load(text, Loader=LOADER)), ensure_ascii=False, indent=2) + "\n"


# Those of the first list leave every line where it is.
SAME_LINES = [with_crlf, with_bom, without_last_newline, with_comments_behind, quoted("'"), quoted('"')]
OTHER_LINES = [with_lines_before, as_yaml(default_style='"'), as_yaml(default_style="'"), as_yaml(default_flow_style=True), as_json]
NAMES = ["CR LF", "a BOM", "no last newline", "a comment behind", "single quotes", "double quotes", "comments and blank lines before",
         "keys the other way round, double quotes", "keys the other way round, single quotes", "flow style", "JSON"]


def copies(folder, to, change):
    """Written from the last to the first, so that the folder lists them in another order."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() or path.suffix not in (".yaml", ".yml"):
            continue
        (to / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
        data = path.read_bytes()
        try:
            changed = change(data.decode("utf-8")).encode("utf-8")
        except (UnicodeDecodeError, yaml.YAMLError):
            changed = data
        (to / path.relative_to(folder)).write_bytes(changed)
PLACES = ("line", "column", "end_line", "end_column", "fingerprint")


def without(keys, value):
    if isinstance(value, dict):
        return {key: without(keys, each) for key, each in value.items() if key not in keys}
    return [without(keys, each) for each in value] if isinstance(value, list) else value


def without_lines(value):
    """Answers name places as `file.yaml:12`, or with keys of their own."""
    if isinstance(value, dict):
        return {key: without_lines(each) for key, each in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [without_lines(each) for each in value]
    return re.sub(r"(\.ya?ml):\d+(?::\d+)?", r"\1", value) if isinstance(value, str) else value


class Answers:
    def __init__(self, brm, folder, day):
        self.day = day
        self.commands = [["report", name, "--format", "json"] for name in reports_of(brm) if name not in ("brief", "weekly")]
        self.commands += [["list", kind, "--format", "json"] for kind in ("relationships", "outcomes", "risks", "agreements",
                                                                          "people", "promises", "corrections")]
        self.commands += [["agenda", "--within", "1y", "--format", "json"], ["check", "--max", "0", "--format", "json"]]
        self.brm, self.runs = brm, 0
        self.plain = [self.answer(folder, each) for each in self.commands]

    def answer(self, folder, command):
        self.runs += 1
        ran = run([self.brm, "-C", folder, "--as-of", self.day, *command])
        # Bytes are what differs.
        return ran.status, without(("byte_offset", "byte_length"), json.loads(ran.out)) if ran.out else None

    def compare(self, name, folder, has_same_lines, failures):
        for command, plain in zip(self.commands, self.plain):
            status, answer = self.answer(folder, command)
            wanted = plain[1]
            if not has_same_lines:
                answer, wanted = without_lines(answer), without_lines(wanted)
            if command[0] == "check":
                # Sorted by lines, where there are some.
                for page in (answer, wanted):
                    page["findings"] = sorted(page["findings"], key=lambda each: json.dumps(each, sort_keys=True))
            where = f"{name}: {' '.join(command)}"
            failures.check(status == plain[0], f"{where}: status {status} instead of {plain[0]}")
            failures.check(answer == wanted, f"{where}: another answer: {first_difference(answer, wanted)}")


def first_difference(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in {**a, **b}:
            if a.get(key) != b.get(key):
                return first_difference(a.get(key), b.get(key), f"{path}.{key}")
    if isinstance(a, list) and isinstance(b, list):
        for number, (x, y) in enumerate(zip(a, b)):
            if x != y:
                return first_difference(x, y, f"{path}[{number}]")
    return f"{path}: {str(a)[:150]} instead of {str(b)[:150]}"


def folders_of(source, at):
    yield "office", source / "examples/office", AS_OF, range(len(NAMES))
    # Faults are of bytes and lines; only what leaves those alone.
    yield "faulty", source / "examples/faulty", AS_OF, [1]
    script = source.parent / "shared/real/to_records.py"
    for name, day in (("it-dashboard", "2012-07-31"), ("mta", "2011-04-30")):
        if not script.exists():
            print(f"skipped: {name}, because ../shared/real is not there")
            continue
        made = at / name
        subprocess.run([sys.executable, script, name, made], check=True, stdout=subprocess.DEVNULL)
        yield name, made, day, [0, 1, 3, 6, 7, 10]


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    failures = Failures()
    at = scratch()
    runs = 0
    for name, folder, day, chosen in folders_of(source, at):
        # The same file system, so that files are listed alike.
        first = at / f"{name}-plain"
        copies(folder, first, lambda text: text)
        answers = Answers(brm, first, day)
        for number in chosen:
            changed = at / f"{name}-{number}"
            copies(folder, changed, (SAME_LINES + OTHER_LINES)[number])
            answers.compare(f"{name}, {NAMES[number]}", changed, number < len(SAME_LINES), failures)
            shutil.rmtree(changed)
        runs += answers.runs
    shutil.rmtree(at)
    failures.end(f"{runs} answers")


if __name__ == "__main__":
    main()
