#!/usr/bin/env python3
"""What `brm diff`, `brm report weekly` and a trend cost beside doing it with the git program and checkouts.

usage: changes.py BRM REPOSITORY [ROUNDS]     (standard library and git; see make_history.py)

First both ways must give the same answers (see same_answers.py). Then each is run ROUNDS times in turn, and
of each the shortest wall time is printed, with the shortest time of all processors and both beside those of
`brm check`. Of the year by checkouts ten weeks are
measured.
"""
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import same_answers


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, check=False, text=True)
    if done.returncode != 0:
        sys.exit(f'{words}: {done.stderr}')
    return done.stdout


def day_of(repository, revision):
    return run('git', '-C', repository, 'log', '-1', '--format=%cs', revision).strip()


def verdicts_of(brm, folder, day):
    answer = json.loads(run(brm, '-C', folder, '--as-of', day, 'report', 'outcomes', '--format', 'json'))
    return {row['id']: row['verdict'] for row in answer['outcomes']}


def by_checkouts(brm, repository, revisions):
    """{outcome: (before, after)} of those that differ, from a checkout of each revision."""
    found = []
    with tempfile.TemporaryDirectory(dir=pathlib.Path(repository).parent) as above:
        for number, revision in enumerate(revisions):
            folder = f'{above}/{number}'
            run('git', '-C', repository, 'worktree', 'add', '--quiet', '--detach', folder, revision)
            found.append(verdicts_of(brm, folder, day_of(repository, revision)))
            run('git', '-C', repository, 'worktree', 'remove', '--force', folder)
    before, after = found
    return {key: (before[key], after[key]) for key in before.keys() & after.keys() if before[key] != after[key]}


def trend_by_checkouts(brm, repository, weeks):
    with tempfile.TemporaryDirectory(dir=pathlib.Path(repository).parent) as above:
        for week in range(weeks):
            folder = f'{above}/{week}'
            run('git', '-C', repository, 'worktree', 'add', '--quiet', '--detach', folder, f'HEAD~{week}')
            verdicts_of(brm, folder, day_of(repository, f'HEAD~{week}'))
            run('git', '-C', repository, 'worktree', 'remove', '--force', folder)


def measure(rounds, ways):
    """{name: [wall, processors]}, each the least of all rounds, in milliseconds."""
    least = {}
    for _ in range(rounds):
        for name, way in ways.items():
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            way()
            wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            known = least.setdefault(name, [wall, used])
            known[0], known[1] = min(known[0], wall), min(known[1], used)
    return least


def main(brm, repository, rounds=3):
    repository = str(pathlib.Path(repository).resolve())
    revisions = ('HEAD~1', 'HEAD')
    same_answers.compare_all(brm, repository, revisions)
    day = day_of(repository, 'HEAD')
    as_of = (brm, '-C', repository, '--as-of', day)
    trend = lambda name: lambda: run(*as_of, 'report', name, '--trend', 'week')
    weeks = 10
    ways = {
        'brm check': lambda: subprocess.run([*as_of, 'check'], capture_output=True, check=False),
        'brm report outcomes': lambda: run(*as_of, 'report', 'outcomes'),
        'brm diff HEAD~1': lambda: run(brm, '-C', repository, 'diff', 'HEAD~1'),
        'brm diff HEAD~1 HEAD': lambda: run(brm, '-C', repository, 'diff', *revisions),
        'brm report weekly': lambda: run(*as_of, 'report', 'weekly'),
        'brm report outcomes --trend week': trend('outcomes'),
        'brm report risks --trend week': trend('risks'),
        'brm report portfolio --trend week': trend('portfolio'),
        'brm report relationships --trend week': trend('relationships'),
    }
    least = measure(int(rounds), ways)
    others = measure(1, {'two checkouts, two reports': lambda: by_checkouts(brm, repository, revisions),
                         f'{weeks} checkouts, {weeks} reports': lambda: trend_by_checkouts(brm, repository, weeks)})
    wall, used = least['brm check']
    print('  wall ms  of check   cpu ms  of check')
    for name, (its_wall, its_used) in {**least, **others}.items():
        print(f'{its_wall * 1000:9.0f}  {its_wall / wall:8.2f}{its_used * 1000:9.0f}  {its_used / used:8.2f}  {name}')


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
