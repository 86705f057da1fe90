#!/usr/bin/env python3
"""Measures brm as a user starts it: start-up, and a check and a report of 1,000 records of 2 KB.

usage: tests/bench/run.py BRM [COUNT]     (standard library only; a few seconds)

Each command is run in turn, round after round, so that a busy moment meets all of them; medians of
wall time are printed, and beside them the ratio to `find | xargs cat` over the same files, which is
what the file system itself costs.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 11


def milliseconds(command):
    began = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    took = (time.perf_counter() - began) * 1000
    if done.returncode != 0:
        sys.exit(f'{command} ended with {done.returncode}: {done.stderr.decode()}')
    return took


def main(brm, count):
    maker = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'make_records.py')
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, maker, str(count), folder], check=True)
        size = sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder)
                   for name in names)
        print(f'{count} records, {size / count / 1024:.2f} KiB each, {ROUNDS} rounds, medians')
        at = ['-C', folder, '--as-of', '2026-07-08']
        commands = {
            'true': ['true'],
            'brm --version': [brm, '--version'],
            'find | xargs cat': ['sh', '-c', f"find '{folder}' -type f -print0 | xargs -0 cat"],
            'brm check': [brm, *at, 'check'],
            'brm report outcomes': [brm, *at, 'report', 'outcomes'],
        }
        times = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(milliseconds(command))
        floor = statistics.median(times['find | xargs cat'])
        for name, taken in times.items():
            median = statistics.median(taken)
            print(f'{name:22} {median:8.1f} ms  {median / floor:6.1f} x')


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1000)
