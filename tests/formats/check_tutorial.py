#!/usr/bin/env python3
"""Does what brm-tutorial(7) says, in a folder of its own: saves its files, types its commands, and
finds each line of the answers that it shows.

    check_tutorial.py BRM SOURCE
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def blocks(page):
    """Each literal block, with the paragraph before it."""
    before, lines, inside = "", [], False
    for line in page.splitlines():
        if line.startswith(".Bd -literal"):
            lines, inside = [], True
        elif line == ".Ed":
            inside = False
            yield before, lines
            before = ""
        elif inside:
            lines.append(line.removeprefix("\\&").replace("\\-", "-").replace("\\e", "\\"))
        elif not line.startswith("."):
            before = line
        elif line == ".Pp":
            before = ""


def save(folder, before, lines):
    name = re.search(r"\\fB([\w/.]+)\\fR:$", before.replace("\\-", "-")).group(1)
    path = folder / name
    text = "\n".join(lines) + "\n"
    path.write_text(path.read_text() + "\n" + text if "add this" in before else text, encoding="utf-8")


def type_in(folder, lines, environment):
    answer, typed = None, 0
    for line in lines:
        if line.startswith("$ "):
            done = subprocess.run(["sh", "-c", line[2:]], cwd=folder, env=environment, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
            assert done.returncode == 0 and done.stderr == "", (line, done.returncode, done.stderr)
            answer, typed = done.stdout, typed + 1
        else:
            assert answer is not None and line in answer, f"{line!r} is not in the answer:\n{answer}"
    return typed


def main():
    brm, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    typed = saved = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bin").mkdir()
        (folder / "bin/brm").symlink_to(brm)
        # Whoever has git has told it who they are.
        who = {f"GIT_{each}_{what}": "ada@example.org" for each in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        environment = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": name, **who}
        for before, lines in blocks((source / "man/brm-tutorial.7").read_text(encoding="utf-8")):
            if lines[0].startswith("$ "):
                typed += type_in(folder, lines, environment)
            elif before.endswith("\\fR:"):
                save(folder, before, lines)
                saved += 1
        # The same mapping lies in the examples, where people look for one to begin with.
        for file in ("map.yaml", "contracts.csv"):
            ours = (source / "examples/imports/first" / file).read_text()
            theirs = (folder / "tables" / file).read_text()
            assert ours.replace("title: Our two spreadsheets\n", "") == theirs, file
    assert typed >= 14 and saved == 5, (typed, saved)
    print(f"{saved} files saved, {typed} commands typed, every line of their answers found")


main()
