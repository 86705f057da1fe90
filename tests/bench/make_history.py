#!/usr/bin/env python3
"""Makes a records folder of make_records.py a git repository that grew week by week.

usage: make_history.py FOLDER WEEKS CHANGES     (standard library and git)

The first commit holds every record without the results of later days; each week after it, CHANGES
initiatives are reviewed and get the results since then (those written on one line; others were there
from the beginning). The last commit is of 2026-07-06; names, days and so all
commit ids are the same every time. Everything ends up in one pack, as after a clone.
"""
import datetime
import os
import pathlib
import random
import re
import subprocess
import sys

LAST = datetime.date(2026, 7, 6)
MEASURED = re.compile(r'^ *- \{date: (\d{4}-\d\d-\d\d), value: [0-9.]+\}\n', re.MULTILINE)
REVIEWED = re.compile(r'^reviewed: .*$', re.MULTILINE)


def known_by(text, day):
    """The record as it was on a day: later measurements are missing; a change always shows."""
    earlier = MEASURED.sub(lambda found: found[0] if found[1] <= str(day) else '', text)
    return REVIEWED.sub(f'reviewed: {day}', earlier)


def commit(folder, day, message):
    stamp = f'{day}T12:00:00+00:00'
    plain = {'GIT_AUTHOR_NAME': 'Bench', 'GIT_AUTHOR_EMAIL': 'bench@example.org', 'GIT_AUTHOR_DATE': stamp,
             'GIT_COMMITTER_NAME': 'Bench', 'GIT_COMMITTER_EMAIL': 'bench@example.org', 'GIT_COMMITTER_DATE': stamp,
             'GIT_CONFIG_GLOBAL': os.devnull, 'GIT_CONFIG_NOSYSTEM': '1'}
    for command in (['add', '--all'], ['commit', '--quiet', '--allow-empty', '--message', message]):
        subprocess.run(['git', '-C', folder, '-c', 'gc.auto=0', *command], check=True, env={**os.environ, **plain})


def main(folder, weeks, changes):
    subprocess.run(['git', 'init', '--quiet', '--initial-branch=main', folder], check=True)
    texts = {path: path.read_text(encoding='utf-8')
             for path in sorted(pathlib.Path(folder, 'initiatives').rglob('*.yaml'))}
    paths = list(texts)
    chance = random.Random(weeks).random
    for week in range(weeks):
        day = LAST - datetime.timedelta(weeks=weeks - 1 - week)
        changed = set(texts) if week == 0 else set()
        while len(changed) < min(changes, len(texts)):
            changed.add(paths[int(chance() * len(paths))])
        for path in sorted(changed):
            path.write_text(known_by(texts[path], day), encoding='utf-8', newline='\n')
        commit(folder, day, f'What was measured until {day}')
    subprocess.run(['git', '-C', folder, 'gc', '--quiet'], check=True)


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
