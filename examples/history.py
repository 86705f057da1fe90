#!/usr/bin/env python3
"""Makes a git repository of examples/office that grew week by week, to try diff, history, weekly and --trend on.

usage: history.py FOLDER [WEEKS]     (standard library and git; 52 weeks where nothing else is said)

Each commit holds what was known on that Monday: measurements, ratings, reviews, corrections and the like of
later days are missing. The last one is of 2026-07-06 and holds everything. Then, for instance:

    brm -C FOLDER --as-of 2026-07-06 report weekly
    brm -C FOLDER --as-of 2026-07-06 report portfolio --trend month
    brm -C FOLDER diff 2026-06-01 HEAD
    brm -C FOLDER history claims-renewal
"""
import datetime
import os
import pathlib
import re
import shutil
import subprocess
import sys

LAST = datetime.date(2026, 7, 6)
OFFICE = pathlib.Path(__file__).resolve().parent / 'office'
# Lists of what happened. Others, such as interim targets and milestones, say what is to happen.
HAPPENED = {'measurements', 'reported_status', 'reviews', 'corrections', 'satisfaction', 'complaints', 'advice',
            'assessments', 'realized', 'decisions', 'results', 'amendments', 'applied'}
KEY = re.compile(r'^( *)(?:- )?([a-z_]+):\s*(?:#.*)?$')
DATE = re.compile(r'\bdate: (\d{4}-\d\d-\d\d)')


def blocks(lines, start, indent):
    """The items of the list that begins at a line, as ranges of lines; and where it ends."""
    items, at = [], start
    while at < len(lines):
        line = lines[at]
        depth = len(line) - len(line.lstrip())
        if line.strip() and (depth < indent or depth == indent and not line.lstrip().startswith('- ')):
            break
        if depth == indent and line.lstrip().startswith('- '):
            items.append([at, at + 1])
        elif items:
            items[-1][1] = at + 1
        at += 1
    return items, at


def known_by(text, day):
    """The record without what happened later."""
    lines = text.splitlines(keepends=True)
    gone = set()
    for number, line in enumerate(lines):
        key = KEY.match(line)
        if not key or key[2] not in HAPPENED or number + 1 == len(lines):
            continue
        first = lines[number + 1]
        if not first.lstrip().startswith('- '):
            continue
        items, _ = blocks(lines, number + 1, len(first) - len(first.lstrip()))
        later = [item for item in items
                 if (found := DATE.search(''.join(lines[item[0]:item[1]]))) and found[1] > str(day)]
        for begin, end in later:
            gone.update(range(begin, end))
        if later and len(later) == len(items):
            gone.add(number)
    return ''.join(line for number, line in enumerate(lines) if number not in gone)


def commit(folder, day):
    stamp = f'{day}T08:30:00-05:00'
    plain = {'GIT_AUTHOR_NAME': 'Ingrid Solano', 'GIT_AUTHOR_EMAIL': 'ingrid.solano@example.org',
             'GIT_AUTHOR_DATE': stamp, 'GIT_COMMITTER_NAME': 'Ingrid Solano',
             'GIT_COMMITTER_EMAIL': 'ingrid.solano@example.org', 'GIT_COMMITTER_DATE': stamp,
             'GIT_CONFIG_GLOBAL': os.devnull, 'GIT_CONFIG_NOSYSTEM': '1'}
    for words in (['add', '--all'], ['commit', '--quiet', '--allow-empty', '--message', f'What was known on {day}']):
        subprocess.run(['git', '-C', folder, *words], check=True, env={**os.environ, **plain})


def main(folder, weeks=52):
    if os.path.exists(folder):
        sys.exit(f'{folder} is there already: name a folder that is not')
    shutil.copytree(OFFICE, folder)
    subprocess.run(['git', 'init', '--quiet', '--initial-branch=main', folder], check=True)
    texts = {path: path.read_text(encoding='utf-8') for path in sorted(pathlib.Path(folder).rglob('*.yaml'))}
    for week in range(weeks):
        day = LAST - datetime.timedelta(weeks=weeks - 1 - week)
        for path, text in texts.items():
            path.write_text(text if day == LAST else known_by(text, day), encoding='utf-8', newline='\n')
        commit(folder, day)


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith('-'):
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
