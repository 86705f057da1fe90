#!/usr/bin/env python3
"""`brm record` through the program itself, over every layout that a file may have: flow and block lists,
empty and missing ones, CRLF, a byte order mark, no line end at the end, faults elsewhere in the file. What
was written is there and is the only difference; a second run changes nothing; --dry-run changes nothing and
shows what the first run did.

    check_record.py BRM

Ends with 77, which ctest takes for skipped, where PyYAML is not there.
"""

import difflib
import itertools
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is not installed")
    sys.exit(77)

DAY = "2026-06-30"


class Texts(yaml.SafeLoader):
    """Every scalar as it is written."""


Texts.yaml_implicit_resolvers = {}

RELATIONSHIP = """\
kind: relationship
id: labor
title: Department of Labor   # the big one

type: agency
tier: strategic
manager: m
{reviews}promises:
  - {{id: portal, by: us, text: 'A portal', made: 2026-01-05, due: 2026-07-31{met}}}
agreements:
  - id: msa
    type: sla
    title: Hosting
    period: {{start: 2026-01-01}}
    milestones:
      - id: first   # of two
        title: First
        due: 2026-07-01
{milestone}    service_levels:
      - id: uptime
        title: Hours of service
        indicator: {{measure: share of hours, unit: '%', direction: increase, kind: hold}}
        target: {{at_least: 99}}
{levels}# The end.
"""

INITIATIVE = """\
kind: initiative
id: portal
title: "One portal"
type: project
status: active
parties: [{{relationship: labor, role: beneficiary}}]
{ratings}corrections:
  - id: pivot
    date: 2026-03-01
    about: [portal/share]
    trigger: Too slow
    type: pivot
    options: [Stay, Change]
    decision: Change
    because: It was too slow
{result}
outcomes:
  - id: share
    title: Online applications
    beneficiary: labor
    indicator: {{measure: share online, unit: '%', direction: increase}}
    baseline: {{date: 2026-01-31, value: 10}}
    target: {{date: 2026-12-31, value: 50}}
{measurements}notes: kept
"""

# The ways in which a list may stand there. `{items}` of two, in the form of the list.
MEASUREMENTS = {
    "missing": "",
    "empty brackets": "    measurements: []\n",
    "nothing behind the colon": "    measurements:\n",
    "tilde": "    measurements: ~   # none so far\n",
    "flow": "    measurements: [{date: 2026-04-30, value: 12}, {date: 2026-05-31, value: 14}]   # two\n",
    "flow over lines": "    measurements: [\n      {date: 2026-04-30, value: 12},\n      {date: 2026-05-31, value: 14},\n    ]\n",
    "block of flow": "    measurements:\n      - {date: 2026-04-30, value: 12}   # first\n      - {date: 2026-05-31, value: 14}\n",
    "block": "    measurements:\n      - date: 2026-04-30\n        value: 12\n\n      - date: 2026-05-31\n        value: 14   # checked\n",
    "at the key's column": "    measurements:\n    - {date: 2026-04-30, value: 12}\n    - {date: 2026-05-31, value: 14}\n",
}


def outdented(text, by):
    """The same list of a map that stands further to the left or right."""
    lines = [line[by:] if by > 0 else " " * -by + line if line else line for line in text.split("\n")]
    return "\n".join(lines)


def renamed(text, key, items):
    """The list under another name, of other entries."""
    out = text.replace("measurements", key)
    for (date, value), (first, second) in items.items():
        out = out.replace(f"date: {date}, value: {value}", f"date: {first}, {second}")
        out = out.replace(f"date: {date}\n        value: {value}", f"date: {first}\n        {second}")
    return out


RATINGS = {("2026-04-30", 12): ("2026-04-30", "rating: green, by: pmo, scale: rag"),
           ("2026-05-31", 14): ("2026-05-31", "rating: amber, by: pmo, scale: rag")}
REVIEWS = {("2026-04-30", 12): ("2026-04-30", "held_by: m"), ("2026-05-31", 14): ("2026-05-31", "held_by: m")}


def block_lines(text):
    """`a: 1, b: 2` behind a dash as lines of its own, as a block has it."""
    return text.replace("rating: green, by: pmo, scale: rag\n", "rating: green\n        by: pmo\n        scale: rag\n") \
               .replace("rating: amber, by: pmo, scale: rag ", "rating: amber\n        by: pmo\n        scale: rag ")


def records(layout):
    """The folder's files, with their lists laid out so."""
    at_margin = block_lines(renamed(MEASUREMENTS[layout], "reported_status", RATINGS))
    reviews = renamed(MEASUREMENTS[layout], "reviews", REVIEWS)
    return {
        "relationships/labor.yaml": RELATIONSHIP.format(
            reviews=outdented(reviews, 4), levels=outdented(MEASUREMENTS[layout].replace("value: 1", "value: 99.1"), -4),
            met="", milestone=""),
        "initiatives/portal.yaml": INITIATIVE.format(
            ratings=outdented(at_margin, 4), result="", measurements=MEASUREMENTS[layout])}


# What is typed, where it goes, and what is there then.
WORDS = {
    "measurement": (["measurement", "portal/share", "16.5", "--source", "Counter: web # 1"], "initiatives/portal.yaml",
                    lambda record: record["outcomes"][0]["measurements"][-1],
                    {"date": DAY, "value": "16.5", "source": "Counter: web # 1"}),
    "share": (["measurement", "portal/share", "37/120"], "initiatives/portal.yaml",
              lambda record: record["outcomes"][0]["measurements"][-1],
              {"date": DAY, "numerator": "37", "denominator": "120"}),
    "service level": (["measurement", "labor/uptime", "99.4"], "relationships/labor.yaml",
                      lambda record: record["agreements"][0]["service_levels"][0]["measurements"][-1],
                      {"date": DAY, "value": "99.4"}),
    "rating": (["rating", "portal", "red", "--by", "pmo", "--note", "It's \"late\""], "initiatives/portal.yaml",
               lambda record: record["reported_status"][-1],
               {"date": DAY, "by": "pmo", "rating": "red", "scale": "rag", "comment": "It's \"late\""}),
    "review": (["review", "labor", "--by", "m", "--decision", "One", "--decision", "Two, and more"],
               "relationships/labor.yaml", lambda record: record["reviews"][-1],
               {"date": DAY, "held_by": "m", "decisions": ["One", "Two, and more"]}),
    "promise": (["promise-met", "labor/portal"], "relationships/labor.yaml",
                lambda record: record["promises"][0]["met_on"], DAY),
    "milestone": (["milestone-met", "labor/first"], "relationships/labor.yaml",
                  lambda record: record["agreements"][0]["milestones"][0]["met_on"], DAY),
    "correction": (["correction-result", "portal/pivot", "16.5", "--effective", "partly"], "initiatives/portal.yaml",
                   lambda record: record["corrections"][0]["result"],
                   {"date": DAY, "value": "16.5", "effective": "partly"}),
}

# What may be about the bytes of any file.
BYTES = {
    "as it is": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "byte order mark": lambda text: b"\xEF\xBB\xBF" + text.encode(),
    "no last line end": lambda text: text.removesuffix("\n").encode(),
    "a fault elsewhere": lambda text: text.replace("title:", "titel: x\ntitle:", 1).encode(),
    "CRLF, a mark and no last line end": lambda text: b"\xEF\xBB\xBF" + text.removesuffix("\n").replace("\n", "\r\n").encode(),
}


def ends_in_list(text, layout):
    """The list as the very last of its file."""
    list_text = MEASUREMENTS[layout]
    return text.replace(list_text, "").replace("notes: kept\n", "") + list_text


def run(brm, folder, words, status=0):
    done = subprocess.run([brm, "-C", str(folder), "--as-of", DAY, "record", *words], capture_output=True,
                          stdin=subprocess.DEVNULL)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done


def loaded(data):
    return yaml.load(data.decode("utf-8-sig"), Texts)


def only_adds(before, after):
    """Every byte of the old file is in the new one, in its order, but for what an empty list was."""
    removed = [before[a:b] for tag, a, b, _, _ in
               difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if tag in ("delete", "replace")]
    return all(part.strip(b" ~[]\r\n") == b"" for part in removed)


def check(brm, folder, layout, form, what, at_end):
    words, name, find, wanted = WORDS[what]
    files = records(layout)
    if at_end:
        files["initiatives/portal.yaml"] = ends_in_list(files["initiatives/portal.yaml"], layout)
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(BYTES[form](text))
    before = {path: (folder / path).read_bytes() for path in files}
    where = (layout, form, what, at_end)
    shown = run(brm, folder, [*words, "--dry-run"]).stdout
    assert {path: (folder / path).read_bytes() for path in files} == before, ("--dry-run wrote", where)
    run(brm, folder, words)
    after = {path: (folder / path).read_bytes() for path in files}
    assert all(after[path] == before[path] for path in files if path != name), where
    assert find(loaded(after[name])) == wanted, (where, after[name])
    assert only_adds(before[name], after[name]), (where, before[name], after[name])
    assert after[name].startswith(b"\xEF\xBB\xBF") == before[name].startswith(b"\xEF\xBB\xBF"), where
    if b"\r\n" in before[name]:
        assert after[name].count(b"\n") == after[name].count(b"\r\n"), where
    else:
        assert b"\r" not in after[name], where
    assert after[name].endswith(b"\n") == before[name].endswith(b"\n"), where
    added = [line[1:].strip() for line in shown.split(b"\n") if line.startswith(b"+") and not line.startswith(b"+++")]
    assert added and all(line in after[name] for line in added), (where, shown)
    again = run(brm, folder, words)
    assert (folder / name).read_bytes() == after[name], ("a second run wrote", where, again.stdout)


def main():
    brm = str(Path(sys.argv[1]).resolve())
    count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "records"
        for layout, form, what in itertools.product(MEASUREMENTS, BYTES, WORDS):
            check(brm, folder, layout, form, what, False)
            count += 1
        for layout, form, what in itertools.product(MEASUREMENTS, BYTES, ("measurement", "share")):
            check(brm, folder, layout, form, what, True)
            count += 1
    print(f"{count} files written as they were meant, and no byte more")


main()
