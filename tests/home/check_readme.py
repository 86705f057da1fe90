#!/usr/bin/env python3
"""The three ways in that README.md shows, each in fewer than ten lines: the lines are run in a records
folder as a person, a build server and cron run them.

    check_readme.py BRM SOURCE_FOLDER
"""

import re
import sys
import tempfile
from pathlib import Path

from home import Failures, Records

WAYS = ["An analyst", "A build server", "Cron"]


def ways_in(source):
    text = (Path(source) / "README.md").read_text(encoding="utf-8")
    section = text[text.index("\n## Three ways in\n"):]
    section = section[:section.index("\n## ", 4)]
    return dict(zip(WAYS, re.findall(r"^```sh\n(.*?)^```$", section, re.M | re.S)))


def put_sendmail(folder):
    path = Path(folder) / "bin/sendmail"
    path.parent.mkdir()
    path.write_text('#!/bin/sh\n[ "$*" = -t ] && cat > "$HOME/letter"\n')
    path.chmod(0o755)
    return path


def main():
    brm, source = sys.argv[1:3]
    failures = Failures()
    ways = ways_in(source)
    failures.check(list(ways) == WAYS, f"the README shows {list(ways)}")
    for name, lines in ways.items():
        failures.check(0 < len(lines.splitlines()) < 10, f"{name}: {len(lines.splitlines())} lines")
    with tempfile.TemporaryDirectory() as folder:
        records = Records(source, folder)
        records.put_first(brm)
        records.put_first(put_sendmail(folder))
        analyst = records.run(ways["An analyst"])
        failures.check(analyst.returncode == 0 and analyst.stderr == "", f"analyst: {analyst.stdout}{analyst.stderr}")
        for words in ("21 records checked", "Most people apply online", "brm show"):
            failures.check(words in analyst.stdout, f"analyst: nothing says {words}: {analyst.stdout}")
        page = (records.folder / "outcomes.html").read_text(encoding="utf-8")
        failures.check(page.startswith("<!doctype html>") or page.startswith("<!DOCTYPE html>"), f"page: {page[:60]}")

        server = records.run(ways["A build server"])
        failures.check(server.returncode == 0, f"server: {server.stdout}{server.stderr}")
        records.add_fault()
        server = records.run(ways["A build server"])
        failures.check(server.returncode == 1 and "::error file=" in server.stdout, f"server: {server.stdout}")
        failures.check('"version": "2.1.0"' in (records.folder / "brm.sarif").read_text(encoding="utf-8"), "no SARIF")
        records.git("checkout", "-q", "--", ".")

        letter = Path(folder) / "letter"
        cron = records.run(ways["Cron"], BRM_AS_OF="2028-06-09")
        failures.check((cron.returncode, cron.stdout, cron.stderr) == (0, "", ""), f"a quiet week: {cron}")
        failures.check(not letter.exists(), "a letter in a quiet week")
        cron = records.run(ways["Cron"])
        failures.check((cron.returncode, cron.stdout, cron.stderr) == (0, "", ""), f"a week with news: {cron}")
        failures.check(letter.exists() and letter.read_text().startswith("To: cio@example.gov\n"), "no letter came")
        # The letter of that week is not sent again in the next, nor where brm fails.
        letter.unlink()
        cron = records.run(ways["Cron"], BRM_AS_OF="2028-06-09")
        failures.check((cron.returncode, cron.stdout, cron.stderr) == (0, "", ""), f"the next quiet week: {cron}")
        failures.check(not letter.exists(), "the letter of another week in a quiet one")
        cron = records.run(ways["Cron"], BRM_AS_OF="no day")
        failures.check("brm ended with 2" in cron.stderr, f"a run that fails: {cron}")
        failures.check(not letter.exists(), "a letter where brm failed")
        failures.check(records.git("status", "--porcelain") == "?? brm.sarif\n?? outcomes.html",
                       f"left behind: {records.git('status', '--porcelain')}")
    failures.end("three ways in")


if __name__ == "__main__":
    main()
