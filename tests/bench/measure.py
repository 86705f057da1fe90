#!/usr/bin/env python3
"""Measures whole programs over the same records in one round-robin run, and prints ratios.

usage: measure.py WORK PYTHON ROUNDS BRM     (standard library only; run.sh prepares WORK)

Every program is started once a round, the slow ones in every third round, and each round begins with
another program, so that a busy moment meets all of them. A round that does not count comes first and
warms the page cache. Ratios are between medians of this one run.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import typing

BASE = 'brm check'            # what the others are compared with: brm as it comes, on 2 threads
SAMPLE = 'initiatives/000'    # 250 files, for who is too slow for more
# Of all records, without a record or a revision to be named.
REPORTS = ('outcomes', 'outcomes --tests', 'risks', 'risks --shared', 'portfolio', 'relationships',
           'relationships --matrix', 'governance', 'technology', 'practice', 'value', 'vendors', 'horizon',
           'handover', 'stakeholders', 'corrections', 'experiments', 'lessons')
YEARS = 'risks, 100,000 years'


class Program(typing.NamedTuple):
    name: str
    command: list
    slow: bool = False
    scale: float = 1      # its time is multiplied by this, for who reads a sample only
    remark: str = ''


class Figures(typing.NamedTuple):
    median: float         # ms
    least: float          # ms
    memory: float         # MB
    runs: int


def own_programs(work, brm):
    """brm as a user starts it, and the floor: what the file system alone costs."""
    records = f'{work}/records'
    at = [brm, '-C', records, '--as-of', '2026-07-08']
    two, one = [], []
    help_text = subprocess.run([brm, '--help'], capture_output=True, text=True, check=True).stdout
    if '--jobs' in help_text:
        two, one = ['--jobs', '2'], ['--jobs', '1']
    yield Program('true', ['true'])
    yield Program('brm --version', [brm, '--version'])
    yield Program('find | xargs wc -c', ['sh', '-c', 'find "$0" -name "*.yaml" -print0 | xargs -0 wc -c', records])
    yield Program(BASE, [*at, *two, 'check'], remark='2 threads' if two else 'this brm has no --jobs')
    if one:
        yield Program('brm check, 1 thread', [*at, *one, 'check'])
    for report in REPORTS:
        yield Program(f'brm report {report}', [*at, *two, 'report', *report.split()])
    yield Program('brm agenda', [*at, *two, 'agenda'])
    yield Program(YEARS, [brm, '-C', f'{work}/risks', *at[3:], *two, 'report', 'risks', '--simulate', '100000'],
                  slow=True, remark='of 1,000 risks in money, whatever the records')


def peer_programs(work, python, count):
    """The programs a user might take instead; what is not installed is left out and said."""
    here = os.path.dirname(os.path.abspath(__file__))
    records, peers, schema, node = (f'{work}/{name}' for name in ('records', 'peers', 'schema.json', 'node'))
    sample = sum(len(names) for _, _, names in os.walk(f'{records}/{SAMPLE}'))
    ajv = [f'{node}/node_modules/.bin/ajv', 'validate', '--spec=draft7', '--strict=false', '-c', 'ajv-formats',
           '-s', schema, '-d', f'{peers}/json/**/*.json']
    yield Program('libyaml events', [f'{work}/libyaml_pass', records], remark='one thread, no checks')
    yield Program('js-yaml + ajv + xref', ['node', f'{here}/peer_jsyaml.mjs', f'{node}/node_modules', schema, records])
    yield Program('ajv-cli', ajv, remark='of JSON, no xref')
    yield Program('hledger check', ['hledger', '-f', f'{peers}/records.journal', 'check'],
                  remark='a transaction a record')
    yield Program('ledger bal', ['ledger', '-f', f'{peers}/records.journal', 'bal'], remark='a transaction a record')
    yield Program('PyYAML C + jsonschema + xref', [python or 'python3', f'{here}/peer_pyyaml.py', schema, records],
                  slow=True)
    yield Program('yamllint -d relaxed', ['yamllint', '-d', 'relaxed', f'{records}/{SAMPLE}'], slow=True,
                  scale=count / sample, remark=f'style only; of {sample} files, scaled up')
    yield Program('recfix --check', ['recfix', '--check', f'{peers}/first.rec'], slow=True,
                  remark='of 1,000 records at most: quadratic')


def missing(program, python):
    """Why a program cannot run here; empty when it can."""
    if 'peer_pyyaml.py' in ' '.join(program.command) and not python:
        return 'no Python with PyYAML (libyaml) and jsonschema'
    if not shutil.which(program.command[0]):
        return f'{os.path.basename(program.command[0])} is not installed'
    lost = [word for word in program.command[1:]
            if word.startswith('/') and not os.path.exists(word.split('/**')[0])]
    return f'{os.path.basename(lost[0])} could not be prepared' if lost else ''


def once(work, command):
    """Milliseconds and megabytes of one run; ends everything when the program fails."""
    with tempfile.TemporaryFile() as complaints:
        done = subprocess.run([f'{work}/stopwatch', f'{work}/took', *command], stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=complaints, check=False)
        if done.returncode != 0:
            complaints.seek(0)
            sys.exit(f'{command} ended with {done.returncode}: {complaints.read().decode()[-2000:]}')
    with open(f'{work}/took', encoding='ascii') as file:
        nanoseconds, kilobytes = file.read().split()
    return int(nanoseconds) / 1e6, int(kilobytes) * 1024 / 1e6


def measure(work, programs, rounds):
    taken = {program.name: [] for program in programs}
    for program in programs:
        if not program.slow:   # those have run when their work was compared
            once(work, program.command)
    for number in range(rounds):
        turn = number % len(programs)
        for program in programs[turn:] + programs[:turn]:
            if not program.slow or number % 3 == 0:
                taken[program.name].append(once(work, program.command))
    figures = {}
    for program in programs:
        times = [time * program.scale for time, _ in taken[program.name]]
        figures[program.name] = Figures(statistics.median(times), min(times),
                                        max(memory for _, memory in taken[program.name]), len(times))
    return figures


def print_table(programs, figures):
    print(f'\n{"program":29} {"median ms":>10} {"min ms":>10} {"peak MB":>8} {"x brm":>8} {"runs":>5}')
    for program in programs:
        of = figures[program.name]
        ratio = of.median / figures[BASE].median
        print(f'{program.name:29} {of.median:10.1f} {of.least:10.1f} {of.memory:8.1f} {ratio:8.2f} {of.runs:5}'
              f'{"  " + program.remark if program.remark else ""}')


def print_targets(figures, count):
    """What brm is meant to reach with 10,000 and 100,000 records on 2 threads, and what it did here."""
    base = figures[BASE].median
    lines = [('brm : find | xargs wc -c', 'at most', 1.5, 'find | xargs wc -c', lambda of: base / of.median),
             ('brm : libyaml events', 'at most', 0.3, 'libyaml events', lambda of: base / of.median),
             ('PyYAML + jsonschema + xref : brm', 'at least', 80, 'PyYAML C + jsonschema + xref',
              lambda of: of.median / base),
             ('js-yaml + ajv + xref : brm', 'at least', 15, 'js-yaml + ajv + xref', lambda of: of.median / base),
             ('hledger check : brm', 'at least', 4, 'hledger check', lambda of: of.median / base)]
    lines += [(f'{name[4:]} : check', 'at most', 1.5, name, lambda of: of.median / base)
              for name in (*(f'brm report {report}' for report in REPORTS), 'brm agenda')]
    lines.append(('seconds of 100,000 years', 'at most', 1, YEARS, lambda of: of.median / 1000))
    lines += [('peak MB of brm check', 'at most', 15 if count <= 10000 else 100, BASE, lambda of: of.memory),
              ('the same, 15 MB + 1 KB a record', 'at most', 15 + count / 1000, BASE, lambda of: of.memory),
              ('ms of brm --version', 'at most', 5, 'brm --version', lambda of: of.median)]
    print(f'\n{"target (stated for 10k and 100k)":34} {"":>8} {"target":>7} {"measured":>9}')
    for words, bound, target, name, value in lines:
        if name not in figures:
            print(f'{words:34} {bound:>8} {target:7.4g} {"":>9}  not measured: see above')
            continue
        reached = value(figures[name])
        met = reached <= target if bound == 'at most' else reached >= target
        print(f'{words:34} {bound:>8} {target:7.4g} {reached:9.2f}  {"met" if met else "NOT MET"}')


def main(work, python, rounds, brm):
    count = sum(name.endswith('.yaml') for _, _, names in os.walk(f'{work}/records') for name in names)
    programs = []
    for program in [*own_programs(work, brm), *peer_programs(work, python, count)]:
        reason = missing(program, python)
        if reason:
            print(f'left out: {program.name} ({reason})')
        else:
            programs.append(program)
    figures = measure(work, programs, rounds)
    print_table(programs, figures)
    print_targets(figures, count)


if __name__ == '__main__':
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
