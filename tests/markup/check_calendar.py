#!/usr/bin/env python3
"""What brm writes as a calendar, read by a well-kept library: every event says what csv says.

    check_calendar.py BRM SOURCE

Ends with 77, which ctest takes for skipped, where python3-icalendar is not installed.
"""

import csv
import io
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import icalendar
except ImportError:
    print("skipped: python3-icalendar is not installed")
    sys.exit(77)

AS_OF = "2026-07-08"
# No backslash before an n: version 4 of the library takes the escaped one for a line feed.
TITLES = ["a, b; c", "back\\slash", "colon: and \"quotes\"", "x" * 200, "é" * 100, "漢字" * 60,
          "👩‍🚒 " * 30, "BEGIN:VEVENT", "a;b=c:d", "ends in \\", "100 % of it"]


def ran(brm, folder, *arguments):
    done = subprocess.run([brm, "-C", str(folder), "--as-of", AS_OF, "agenda", *(() if "--within" in arguments else ("--within", "5y")), *arguments],
                          capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode("utf-8"))
    return done.stdout


def check_empty(brm, folder):
    """Nothing is due: RFC 5545 asks for a component all the same, and that one is no event."""
    written = ran(brm, folder, "--within", "0d", "--format", "ics", "--owner", "jo-bellweather")
    calendar = icalendar.Calendar.from_ical(written)
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"], written
    assert str(calendar.subcomponents[0]["TZID"]) == "UTC"


def check(brm, folder):
    written = ran(brm, folder, "--format", "ics")
    assert written == ran(brm, folder, "--format", "ics"), "two runs differ"
    lines = written.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines), "a line does not end in CR LF"
    for line in lines:
        assert len(line) <= 75, line
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(written)
    events = calendar.walk("VEVENT")
    rows = list(csv.DictReader(io.StringIO(ran(brm, folder, "--format", "csv", "--csv-raw").decode("utf-8"))))
    assert len(events) == len(rows) > 0, (len(events), len(rows))
    uids = set()
    for event, row in zip(events, rows):
        assert not event.errors, event.errors
        is_overdue = row["due"] < AS_OF
        assert event["DTSTART"].dt.isoformat() == row["due"], row
        assert event["DTSTAMP"].dt.date().isoformat() == AS_OF
        what = ("overdue: " if is_overdue else "") + row["what"]
        assert str(event["SUMMARY"]) == what, (str(event["SUMMARY"]), what)
        said = str(event["DESCRIPTION"])
        assert row["asks"] in said and row["place"] in said and row["owner"] in said, said
        uids.add(str(event["UID"]))
    assert len(uids) == len(events), "two events share a UID"
    return len(events)


def folder_of_titles(folder):
    text = "kind: relationship\nid: p\ntitle: P\ntype: agency\ntier: strategic\nmanager: m\npromises:\n"
    for number, title in enumerate(TITLES):
        quoted = title.replace("\\", "\\\\").replace('"', '\\"')
        text += f'  - {{id: p{number}, by: us, text: "{quoted}", due: 2026-08-{number + 1:02}}}\n'
    (folder / "p.yaml").write_text(text, encoding="utf-8")


def main():
    brm, source = sys.argv[1], Path(sys.argv[2])
    count = check(brm, source / "examples/office")
    check_empty(brm, source / "examples/office")
    with tempfile.TemporaryDirectory() as name:
        folder_of_titles(Path(name))
        count += check(brm, Path(name))
    print(f"{count} events, each as csv has it")


main()
