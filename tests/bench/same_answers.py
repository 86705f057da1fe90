#!/usr/bin/env python3
"""Whether `brm diff`, `report weekly` and `--trend` say of a repository what checkouts of its revisions say.

usage: same_answers.py BRM [REPOSITORY]     (standard library and git)

Each revision is checked out, reports and lists are made of the plain folders, and what differs between those
is what brm must have found in git: verdicts, goalposts, ratings, watermelons, risks, statuses, measurements,
records; the figures of the week; every row of a trend. Without a REPOSITORY one is made of examples/office
(see examples/history.py), in which records are edited, moved, removed and added besides.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / 'examples'
TRENDS = ('outcomes', 'risks', 'portfolio', 'relationships', 'value', 'corrections')


def run(*words, statuses=(0,)):
    done = subprocess.run([str(word) for word in words], capture_output=True, check=False, text=True)
    if done.returncode not in statuses:
        sys.exit(f'{words}: {done.stderr}')
    return done.stdout


class Checkout:
    """The records of a revision in a plain folder, judged as of a day."""

    def __init__(self, brm, folder, day):
        self.brm, self.folder, self.day = brm, folder, day
        self.kept = {}

    def ask(self, *words):
        if words not in self.kept:
            answer = run(self.brm, '-C', self.folder, '--as-of', self.day, *words, '--format', 'json')
            self.kept[words] = json.loads(answer)
        return self.kept[words]

    def rows(self, kind, *columns):
        answer = self.ask('list', kind, '--columns', ','.join(('address', 'record') + columns))
        return {row['address']: row for row in answer[kind]}

    def report(self, name):
        return self.ask('report', name)


def day_of(repository, revision):
    return run('git', '-C', repository, 'log', '-1', '--format=%cs', revision).strip()


def check_out(brm, repository, revision, folder, day=None):
    run('git', 'clone', '--quiet', '--shared', '--no-checkout', repository, folder)
    run('git', '-C', folder, 'checkout', '--quiet', '--detach', revision)
    run('rm', '-rf', f'{folder}/.git')  # nothing but the files
    return Checkout(brm, folder, day or day_of(repository, revision))


def both(before, after, kind, *columns):
    """The rows of what is in both, by address."""
    old, new = before.rows(kind, *columns), after.rows(kind, *columns)
    return {key: (old[key], new[key]) for key in old.keys() & new.keys()}


def verdicts(before, after):
    found = set()
    for kind in ('outcomes', 'initiatives'):
        for key, (old, new) in both(before, after, kind, 'verdict').items():
            if old['verdict'] != new['verdict']:
                found.add((key, old['verdict'], new['verdict']))
    return found


def goalposts(before, after):
    found = set()
    for column in ('baseline.value', 'baseline.date', 'target.value', 'target.date'):
        for key, (old, new) in both(before, after, 'outcomes', column).items():
            if old[column] != new[column]:
                found.add((key, column))
    return found


def ratings(before, after):
    """What is reported, and the watermelons."""
    old = {row['id']: row for row in before.report('portfolio')['initiatives']}
    new = {row['id']: row for row in after.report('portfolio')['initiatives']}
    found = set()
    for key in old.keys() & new.keys():
        for column, what in (('reported', 'reported'), ('watermelon', 'watermelon')):
            if old[key][column] != new[key][column]:
                found.add((key, what))
    return found


def risks(before, after):
    """Opened and closed, and those of one scale that are another size; by address."""
    found = set()
    for key, (old, new) in both(before, after, 'risks', 'open', 'exposure', 'band').items():
        if old['open'] != new['open']:
            found.add(key)
        elif new['open'] and (old['exposure'], old['band']) != (new['exposure'], new['band']):
            found.add(key)
    old, new = before.rows('risks', 'open'), after.rows('risks', 'open')
    shared = before.rows('initiatives').keys() & after.rows('initiatives').keys()
    shared |= before.rows('relationships').keys() & after.rows('relationships').keys()
    for key in old.keys() ^ new.keys():
        row = old.get(key) or new[key]
        if row['open'] and row['record'] in shared:
            found.add(key)
    return found


def statuses(before, after):
    found = set()
    for kind in ('initiatives', 'relationships'):
        for key, (old, new) in both(before, after, kind, 'status').items():
            if old['status'] != new['status']:
                found.add((key, old['status'], new['status']))
    return found


def records(before, after):
    found = set()
    for kind in ('initiatives', 'relationships', 'people'):
        old, new = before.rows(kind, 'place'), after.rows(kind, 'place')
        found |= {(key, 'removed') for key in old.keys() - new.keys()}
        found |= {(key, 'added') for key in new.keys() - old.keys()}
        found |= {(key, 'moved') for key in old.keys() & new.keys()
                  if old[key]['place'].split(':')[0] != new[key]['place'].split(':')[0]}
    return found


def measured(checkout):
    """How many measurements each outcome has by then; verdicts count them."""
    return {row['id']: (row['measured'], row['points']) for row in checkout.report('outcomes')['outcomes']}


def measurements(before, after):
    """Of reach and hold outcomes, those whose last day with a value is another one."""
    old, new = measured(before), measured(after)
    return {key for key in old.keys() & new.keys() if new[key][0] and old[key][0] != new[key][0]}


def compare(what, expected, found):
    if expected != found:
        sys.exit(f'{what}: only in the checkouts {sorted(expected - found, key=str)[:5]}, '
                 f'only in git {sorted(found - expected, key=str)[:5]}')
    print(f'{what}: the same {len(found)}')


def compare_diff(brm, repository, revisions, before, after):
    said = json.loads(run(brm, '-C', repository, 'diff', *revisions, '--format', 'json'))
    in_kinds = ('outcome', 'initiative')
    of = {key: [row for row in said[key] if row['event'] not in ('new', 'dropped')] for key in
          ('verdicts', 'goalposts', 'ratings', 'risks', 'statuses', 'measurements', 'records')}
    compare('verdicts', verdicts(before, after),
            {(row['address'], row['from'], row['to']) for row in of['verdicts'] if row['kind'] in in_kinds})
    shown = {'baseline.value', 'baseline.date', 'target.value', 'target.date'}
    compare('goalposts', goalposts(before, after),
            {(row['address'], what) for row in of['goalposts'] for what in [row['field'] or row['what']]
             if what in shown})
    compare('ratings', ratings(before, after), {(row['address'], row['what']) for row in of['ratings']})
    # Within one band a risk on the 1 to 5 scale has moved when its likelihood or impact has.
    rows = both(before, after, 'risks', 'open', 'band')
    within = {key for key, (old, new) in rows.items() if old['band'] and old['band'] == new['band']
              and old['open'] == new['open']}
    # Actions, reviews and acceptances stand there, too; they are compared by unit tests.
    sizes = {'opened', 'closed', 'occurred', 'left open', 'grown', 'shrunk', 'taken away'}
    compare('risks', risks(before, after) - within,
            {row['address'] for row in of['risks'] if row['event'] in sizes} - within)
    compare('statuses', statuses(before, after),
            {(row['address'], row['from'], row['to']) for row in of['statuses']
             if row['kind'] in ('initiative', 'relationship') and row['what'] in (None, 'status')})
    newest = {}
    for row in of['measurements']:
        newest[row['address']] = max(newest.get(row['address'], ''), row['what'])
    expected = measurements(before, after)
    missing = expected - newest.keys()
    if missing:
        sys.exit(f'measurements: not in git {sorted(missing)[:5]}')
    print(f'measurements: the newest of all {len(expected)}')
    compare('records', records(before, after),
            {(row['address'], row['event']) for row in of['records']
             if row['kind'] in ('initiative', 'relationship', 'person')})
    return said


def compare_week(brm, repository, revision, day, before, after):
    """`after` is what the folder holds."""
    said = json.loads(run(brm, '-C', repository, '--as-of', day, 'report', 'weekly', '--since', revision,
                          '--format', 'json'))['summary']
    alone = after.report('weekly')['summary']  # without anything to compare with
    for key in ('decisions', 'overdue', 'ahead', 'quiet', 'hygiene_score'):
        if said[key] != alone[key]:
            sys.exit(f'weekly: {key} is {said[key]}, and {alone[key]} in a checkout')
    was = before.report('weekly')['summary']['hygiene_score']
    score = said['hygiene_score']
    if said['hygiene'] != (f'{score}' if was == score else f'{score}, was {was}'):
        sys.exit(f'weekly: {said["hygiene"]}, and {was} in the checkout of then')
    order = [row['name'] for row in ORDER]
    changed = [pair for pair in verdicts(before, after) if '/' in pair[0]]
    known = {row['name'] for row in ORDER if row['judged']}
    better = sum(1 for _, old, new in changed if new in known and order.index(new) > order.index(old))
    print(f'weekly: the same figures of now, and {better} outcomes better')
    if said['verdicts_better'] < better:
        sys.exit(f'weekly: {said["verdicts_better"]} verdicts better, and {better} in checkouts')


# Worst first, as brm orders them; those that are evidence.
ORDER = [{'name': name, 'judged': name in ('missed', 'off_track', 'worsening', 'at_risk', 'on_track', 'achieved')}
         for name in ('missed', 'off_track', 'worsening', 'undetermined', 'at_risk', 'stale', 'unmeasured',
                      'no_target', 'too_early', 'on_track', 'achieved')]


def compare_trend(brm, repository, day, above, count=3):
    """Some days of the last year, the first and the last among them."""
    checkouts = {}
    for name in TRENDS:
        said = json.loads(run(brm, '-C', repository, '--as-of', day, 'report', name, '--trend', 'week',
                              '--format', 'json'))['trend']
        rows = [row for row in said if row['state'] != 'the folder']
        for at in sorted({i * (len(rows) - 1) // max(count - 1, 1) for i in range(count)}):
            row = rows[at]
            if row['day'] not in checkouts:
                checkouts[row['day']] = check_out(brm, repository, row['state'], f'{above}/{row["day"]}', row['day'])
            summary = checkouts[row['day']].report(name)['summary']
            for key in row.keys() & summary.keys():
                if row[key] != summary[key]:
                    sys.exit(f'trend of {name}: {key} of {row["day"]} is {row[key]}, and {summary[key]} in a checkout')
    print(f'trend: {len(TRENDS)} reports the same on {len(checkouts)} days each')


def compare_all(brm, repository, revisions):
    """The folder of the repository is as the newer revision is."""
    with tempfile.TemporaryDirectory() as above:
        before, after = (check_out(brm, repository, revision, f'{above}/{number}')
                         for number, revision in enumerate(revisions))
        compare_diff(brm, repository, revisions, before, after)
        compare_week(brm, repository, revisions[0], after.day, before, after)
        compare_trend(brm, repository, after.day, above)


def edit(folder):
    """One commit more: goalposts are moved, records go, come and move, and a risk is closed."""
    office = pathlib.Path(folder)
    changes = {'initiatives/park-passes.yaml': ('value: 200', 'value: 400'),
               'initiatives/claims-renewal.yaml': ('status: active', 'status: paused'),
               'initiatives/one-sign-in.yaml': ('status: open', 'status: closed')}
    for path, (old, new) in changes.items():
        text = (office / path).read_text(encoding='utf-8')
        if old not in text:
            sys.exit(f'{path} has no `{old}` any more')
        (office / path).write_text(text.replace(old, new), encoding='utf-8', newline='\n')
    (office / 'initiatives/permits-online.yaml').unlink()
    (office / 'initiatives/later').mkdir()
    (office / 'initiatives/call-summaries.yaml').rename(office / 'initiatives/later/call-summaries.yaml')
    (office / 'people/new-hire.yaml').write_text('kind: person\nid: new-hire\ntitle: New Hire\nrole: Analyst\n',
                                                 encoding='utf-8', newline='\n')
    plain = {**os.environ, 'GIT_COMMITTER_DATE': '2026-07-08T12:00:00+00:00', 'GIT_CONFIG_GLOBAL': os.devnull,
             'GIT_CONFIG_NOSYSTEM': '1'}
    subprocess.run(['git', '-C', folder, 'add', '--all'], check=True, env=plain)
    subprocess.run(['git', '-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit',
                    '--quiet', '--message', 'Edited'], check=True, env=plain)


def main(brm, repository=None):
    brm = str(pathlib.Path(brm).resolve())
    if repository:
        return compare_all(brm, str(pathlib.Path(repository).resolve()), ('HEAD~1', 'HEAD'))
    with tempfile.TemporaryDirectory() as above:
        made = f'{above}/office'
        run(sys.executable, EXAMPLES / 'history.py', made, 26)
        compare_all(brm, made, ('HEAD~8', 'HEAD'))
        edit(made)
        compare_all(brm, made, ('HEAD~3', 'HEAD'))
    return 0


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
