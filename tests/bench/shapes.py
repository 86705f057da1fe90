#!/usr/bin/env python3
"""Whether brm stays linear where records have an unlikely shape: each shape at a quarter of its size
and in full, and by how much the full one costs more than four times the quarter.

usage: shapes.py BRM [SHAPE...]     (standard library only, and cc; two minutes)

Prints time and peak memory of `brm check` and `brm report outcomes`, what start-up costs taken off.
Ends with 1 when a shape costs more than twice its share: 8 times the time of its quarter, or 8 times
the memory.
"""
import os
import subprocess
import sys
import tempfile

MOST = 2.0          # times proportional
QUARTER, FULL = 1, 4
NOISE_S = 0.02      # below this a time says nothing
NOISE_MB = 4.0


def relationship(name, extra=''):
    return f'kind: relationship\nid: {name}\ntitle: Party {name}\ntype: agency\ntier: transactional\nmanager: someone\n{extra}'


def initiative(name, extra='', parties='{relationship: one, role: sponsor}'):
    return (f'kind: initiative\nid: {name}\ntitle: Work {name}\ntype: project\nstatus: active\nowner: someone\n'
            f'parties: [{parties}]\n{extra}')


def outcome(measurements, name='faster'):
    return (f'outcomes:\n  - id: {name}\n    title: Decisions come sooner\n    beneficiary: one\n    owner: someone\n'
            '    indicator: {measure: days, unit: days, direction: decrease}\n'
            '    baseline: {date: 1700-01-01, value: 900}\n    target: {date: 2027-01-01, value: 5}\n'
            f'    measurements:\n{measurements}')


def day(number):
    return (f'{1701 + number // 336:04}-{1 + number // 28 % 12:02}-{1 + number % 28:02}')


def many_keys(part):
    return {'initiatives/a.yaml': initiative('a', ''.join(f'x-key-{i}: {i}\n' for i in range(2000 * part)))}


def unknown_keys(part):
    return {'initiatives/a.yaml': initiative('a', ''.join(f'kez_{i}: {i}\n' for i in range(2000 * part)))}


def one_party(part):
    files = {f'initiatives/{i // 250:04}/w-{i}.yaml': initiative(f'w-{i}') for i in range(12500 * part)}
    return {'relationships/one.yaml': relationship('one'), **files}


def parent_chain(part):
    return {f'relationships/{i // 250:04}/p-{i}.yaml': relationship(f'p-{i}', f'parent: p-{i + 1}\n' if i < 25000 * part - 1 else '')
            for i in range(25000 * part)}


def parent_circle(part):
    return {f'relationships/{i // 250:04}/p-{i}.yaml': relationship(f'p-{i}', f'parent: p-{(i + 1) % (25000 * part)}\n')
            for i in range(25000 * part)}


def findings_in_files(part):
    return {f'relationships/{i // 250:04}/p-{i}.yaml': relationship(f'p-{i}', f'parent: nobody-{i}\n') for i in range(25000 * part)}


def findings_in_one(part):
    return {'initiatives/a.yaml': initiative('a', 'goals:\n' + ''.join(f'  - no-goal-{i}\n' for i in range(14000 * part)))}


def same_id(part):
    return {f'relationships/{i // 250:04}/p-{i}.yaml': relationship('one') for i in range(4900 * part)}


def measurements(part):
    return {'initiatives/a.yaml': initiative('a', outcome(''.join(
        f'      - {{date: {day(i)}, value: {900 - i % 890}.{i % 10}}}\n' for i in range(4800 * part))))}


def flow_measurements(part):
    items = ', '.join(f'{{date: {day(i)}, value: {900 - i % 890}}}' for i in range(4500 * part))
    text = outcome('').rstrip('\n') + f' [{items}]\n'
    return {'initiatives/a.yaml': initiative('a', text)}


def flow_list(part):
    return {'initiatives/a.yaml': initiative('a', 'x-numbers: [' + ', '.join(str(i) for i in range(24000 * part)) + ']\n')}


def parties(part):
    many = ', '.join(f'{{relationship: p-{i}, role: advisor}}' for i in range(4900 * part))
    files = {f'relationships/{i // 250:04}/p-{i}.yaml': relationship(f'p-{i}') for i in range(4900 * part)}
    return {'initiatives/a.yaml': initiative('a', parties=many), **files}


def long_text(part):
    return {'initiatives/a.yaml': initiative('a', 'notes: |\n' + '  A line of a text that goes on and on.\n' * (6000 * part))}


def outcomes(part):
    text = ''.join(f'  - id: o-{i}\n    title: Decisions come sooner {i}\n' for i in range(4000 * part))
    return {'initiatives/a.yaml': initiative('a', 'outcomes:\n' + text)}


def strict_lane(part):
    return {'initiatives/a.yaml': initiative('a', outcome(''.join(
        f'      - {{date: {day(i)}, value: {900 - i % 890}}}\n' for i in range(2500 * part)))).replace('\n', '\r\n')}


SHAPES = {
    '8,000 keys of one\'s own in one record': many_keys,
    '8,000 misspelt keys in one record': unknown_keys,
    'one relationship under 50,000 initiatives': one_party,
    'parents in a chain of 100,000': parent_chain,
    'parents in a circle of 100,000': parent_circle,
    '100,000 findings in as many files': findings_in_files,
    '56,000 findings in one file': findings_in_one,
    '20,000 records of one id': same_id,
    'one outcome with 19,200 measurements': measurements,
    'one with 18,000 in one line': flow_measurements,
    'a list of 96,000 in one line': flow_list,
    '19,600 parties in one initiative': parties,
    'a text of 24,000 lines': long_text,
    '16,000 outcomes in one initiative': outcomes,
    '10,000 measurements, lines ended as on Windows': strict_lane,
}


def write(files, folder):
    for path, text in files.items():
        full = os.path.join(folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'w', encoding='utf-8', newline='') as out:
            out.write(text)
    with open(os.path.join(folder, 'brm.yaml'), 'w', encoding='utf-8') as out:
        out.write('kind: office\nid: office\ntitle: Office\ncurrency: USD\n')


def cost(work, command):
    """Seconds (the best of three runs) and peak MB."""
    best, most = None, 0
    for _ in range(3):
        done = subprocess.run([f'{work}/stopwatch', f'{work}/took', *command], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False)
        if done.returncode not in (0, 1, 2):
            raise SystemExit(f'{" ".join(command)} ended with {done.returncode}')
        with open(f'{work}/took', encoding='ascii') as took:
            nanoseconds, kilobytes = map(int, took.read().split())
        best = nanoseconds / 1e9 if best is None else min(best, nanoseconds / 1e9)
        most = max(most, kilobytes * 1024 / 1e6)
    return best, most


def main():
    brm, chosen = sys.argv[1], sys.argv[2:]
    failed = []
    print(f'{"shape":48} {"command":16} {"quarter":>8} {"full s":>8} {"time":>6} {"MB":>7} {"memory":>7}')
    with tempfile.TemporaryDirectory(prefix='brm-shapes-') as work:
        here = os.path.dirname(os.path.abspath(__file__))
        subprocess.run(['cc', '-O2', '-o', f'{work}/stopwatch', f'{here}/stopwatch.c'], check=True)
        os.makedirs(work + '/empty')
        write({}, work + '/empty')
        for name, make in SHAPES.items():
            if chosen and not any(word in name for word in chosen):
                continue
            for part in (QUARTER, FULL):
                write(make(part), f'{work}/{name}/{part}')
                checked = subprocess.run([brm, '-C', f'{work}/{name}/{part}', 'check', '--only', 'file-too-large', '--only', 'too-many-values'],
                                         capture_output=True, check=False)
                if checked.returncode:
                    raise SystemExit(f'{name}: {checked.stdout.decode()}{checked.stderr.decode()}')
            for words in (['check'], ['report', 'outcomes']):
                at = lambda folder: [brm, '-C', folder, '--as-of', '2026-07-08', '--jobs', '2', *words]
                none = cost(work, at(work + '/empty'))
                small = cost(work, at(f'{work}/{name}/{QUARTER}'))
                large = cost(work, at(f'{work}/{name}/{FULL}'))
                over = [max(large[i] - none[i], 0) / (FULL * max(small[i] - none[i], noise))
                        for i, noise in ((0, NOISE_S / FULL), (1, NOISE_MB / FULL))]
                print(f'{name:48} {" ".join(words):16} {small[0]:8.3f} {large[0]:8.3f} {over[0]:6.2f} {large[1]:7.1f} {over[1]:7.2f}',
                      flush=True)
                if max(over) > MOST:
                    failed.append(name)
    if failed:
        print('more than', MOST, 'times its share: ' + '; '.join(dict.fromkeys(failed)))
        raise SystemExit(1)
    print(f'every shape costs at most {MOST:g} times its share')


if __name__ == '__main__':
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main()
