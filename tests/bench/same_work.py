#!/usr/bin/env python3
"""Makes sure that brm and the scripts it is compared with do the same work, and that they do it.

usage: same_work.py FOLDER CHECKER...     (standard library only)

Each CHECKER is one quoted command line; the records folder is put behind it, or in the place of {}.
Over FOLDER, which is clean, every checker must see as many records as there are files, without a
fault; those that count references must count the same ones. Then four faults of different kinds are
written into a small folder: an unknown person, an unknown word, an id given twice, an unknown field.
Every checker must find exactly four. Ends with 1 when one of them does not.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

import make_records

PLANTED = 4


def plant(folder):
    """Four faults, each in a file of its own."""
    make_records.main(300, folder)

    def change(path, pattern, text):
        where = os.path.join(folder, path)
        with open(where, encoding='utf-8') as file:
            before = file.read()
        after, times = re.subn(pattern, text, before, count=1, flags=re.MULTILINE)
        if times != 1:
            sys.exit(f'{path} has no {pattern}: the faults cannot be planted')
        with open(where, 'w', encoding='utf-8') as file:
            file.write(after)

    change('relationships/000/rel-3.yaml', '^manager: .*', 'manager: nobody')
    change('initiatives/000/init-7.yaml', '^status: .*', 'status: sideways')
    change('initiatives/000/init-11.yaml', '^status:', 'surprise: 1\nstatus:')
    os.mkdir(os.path.join(folder, 'again'))
    os.link(os.path.join(folder, 'initiatives/000/init-9.yaml'), os.path.join(folder, 'again/init-9.yaml'))


def counted(checker, folder):
    """What a checker says: (records, references or None, faults)."""
    command = [word.replace('{}', folder) for word in shlex.split(checker)]
    if '{}' not in checker:
        command.append(folder)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    last_line = (done.stdout.splitlines() or [''])[-1]
    numbers = {word: int(number) for number, word in
               re.findall(r'(\d+) (record|reference|fault|error|warning|note)s?\b', last_line)}
    if 'record' not in numbers:
        sys.exit(f'{checker} says no number of records:\n{done.stdout[-500:]}{done.stderr[-500:]}')
    faults = sum(numbers.get(word, 0) for word in ('fault', 'error', 'warning', 'note'))
    if (done.returncode == 0) != (faults == 0):
        sys.exit(f'{checker} ends with {done.returncode} and says {faults} faults')
    return numbers['record'], numbers.get('reference'), faults


def main(folder, checkers):
    files = sum(name.endswith('.yaml') for _, _, names in os.walk(folder) for name in names)
    seen = [counted(checker, folder) for checker in checkers]
    references = {told for _, told, _ in seen if told is not None}
    with tempfile.TemporaryDirectory() as other:
        plant(other)
        found = [counted(checker, other) for checker in checkers]
    good = len(references) <= 1
    for checker, (records, told, faults), (_, _, planted) in zip(checkers, seen, found):
        good = good and records == files and faults == 0 and planted == PLANTED
        print(f'{os.path.basename(shlex.split(checker)[0]):10} {records} of {files} records, '
              f'{"references not told" if told is None else f"{told} references"}, {faults} faults; '
              f'{planted} of {PLANTED} planted faults found')
    return 0 if good else 1


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
