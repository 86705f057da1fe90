#!/usr/bin/env python3
"""What `brm diff` and `brm report weekly` cost beside doing it with the git program and checkouts.

usage: changes.py BRM REPOSITORY [ROUNDS]     (standard library and git; see make_history.py)

First both ways must give the same answer: the verdicts that `brm diff HEAD~1 HEAD` calls changed are
those that differ between `brm report outcomes` in a checkout of each. Then each is run ROUNDS times in
turn, and the shortest wall time of each is printed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time


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


def by_diff(brm, repository, revisions):
    answer = json.loads(run(brm, '-C', repository, 'diff', *revisions, '--format', 'json'))
    return {row['address']: (row['from'], row['to'])
            for row in answer['verdicts'] if row['kind'] == 'outcome' and row['from'] and row['to']}


def shortest(rounds, work):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main(brm, repository, rounds=3):
    repository = str(pathlib.Path(repository).resolve())
    revisions = ('HEAD~1', 'HEAD')
    same = by_diff(brm, repository, revisions)
    other = by_checkouts(brm, repository, revisions)
    if same != other:
        sys.exit(f'the answers differ: {sorted(set(same.items()) ^ set(other.items()))[:5]}')
    print(f'{len(same)} verdicts changed, by both ways')
    day = day_of(repository, 'HEAD')
    ways = {
        'brm report outcomes': lambda: run(brm, '-C', repository, '--as-of', day, 'report', 'outcomes'),
        'brm diff HEAD~1': lambda: run(brm, '-C', repository, 'diff', 'HEAD~1'),
        'brm diff HEAD~1 HEAD': lambda: run(brm, '-C', repository, 'diff', *revisions),
        'brm report weekly': lambda: run(brm, '-C', repository, '--as-of', day, 'report', 'weekly'),
        'two checkouts, two reports': lambda: by_checkouts(brm, repository, revisions),
    }
    for name, way in ways.items():
        print(f'{shortest(int(rounds), way):9.0f} ms  {name}')


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
