#!/usr/bin/env python3
"""Writes a records folder of 2 KB a record for benchmarks; the same bytes for the same numbers.

usage: make_records.py COUNT FOLDER     (standard library only)

One in five records is a relationship, one in forty a person, one is the office; the others are
initiatives with one or two outcomes of 6 to 24 dated measurements. 250 records a folder. `brm check
--as-of 2026-07-08` has nothing to say about them: findings are another thing than what is measured.
"""
import datetime
import os
import random
import sys

TODAY = datetime.date(2026, 7, 8)
PLACES = ['Peña County', 'Port Coös', 'Doña Ana', 'Añasco', 'Mercer County', 'Highland', 'Łowicz Landing',
          'Saint-Étienne', 'Quill County', 'Marl Street']
DUTIES = ['Human Services', 'Public Health', 'Labor', 'Revenue', 'Natural Resources', 'Motor Vehicles']
PEOPLE = ['Iñaki Peña', 'Zoë Muñoz', 'Jane Doe', 'Søren Lund', 'Ana Núñez', 'Sam Lee', 'Renée Côté']
SENTENCES = [
    'The service moves to the shared platform so that clerks stop typing the same case twice.',
    'Counties asked for it in the spring survey, and two of them lend staff for the pilot.',
    'Nobody had looked at the old queue since the office in the north was closed.',
    'What takes long is not the decision but the proof that is asked for in three letters.',
    'Both sides keep a list of open questions, and it has become shorter every month.',
    'The first pilot (two counties, 40 clerks) ran from March to May without a lost case.',
    'They will show a price by the end of the quarter; half of it is theirs.',
    'A letter of one page was understood by 62 of 100 readers, the old one by 45.',
]
MEASURES = [('days to decide', 'days', 40, 12), ('cases open for more than 60 days', 'cases', 900, 250),
            ('minutes until a call is answered', 'minutes', 47, 12), ('errors in 1,000 payments', 'errors', 31, 6)]


class Chance:
    """Random choices that no release of Python changes: only random() is promised to stay as it is."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, limit):
        return int(self.random() * limit)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one(self, choices):
        return choices[self.below(len(choices))]

    def often(self, share):
        return self.random() < share

    def day(self, first, last):
        return first + datetime.timedelta(days=self.below((last - first).days + 1))

    def prose(self, sentences):
        begin = self.below(len(SENTENCES))
        return [SENTENCES[(begin + more) % len(SENTENCES)] for more in range(sentences)]


def measurements(chance, indent, count, start, end, flow):
    """One result a period; from start on its way to end, with some noise, never twice on one day."""
    lines = []
    end = start + (end - start) * chance.one([0.3, 0.8, 1, 1.3])   # some are late, and some stand still
    step = max(20, min(30, 520 // count))
    for number in range(count):
        day = TODAY - datetime.timedelta(days=3 + step * (count - 1 - number))
        value = start + (end - start) * number / (count + 6) + chance.random() * abs(start - end) / 9
        if flow:
            lines.append(f'{indent}- {{date: {day}, value: {value:.1f}}}')
        else:
            lines += [f'{indent}- date: {day}', f'{indent}  value: {value:.1f}']
    return lines


def agreement(chance):
    start = chance.day(datetime.date(2023, 1, 1), datetime.date(2024, 6, 30))
    lines = ['agreements:', '  - id: main-contract', f'    type: {chance.one(["contract", "mou", "compact"])}',
             f'    number: "C-{chance.between(19, 25)}-{chance.between(1000, 9999)}"',
             '    title: \'Platform and service, with the customer\'\'s own data\'',
             f'    period: {{start: {start}, end: {start.replace(year=2028)}}}',
             f'    value: {chance.between(90, 9000) * 1000}.00',
             '    renewal: {auto: false, notice_days: 180}']
    if chance.often(0.7):
        start_value, target = 82, 97
        lines += ['    service_levels:', '      - id: severe-faults',
                  '        title: Severe faults are mended within 8 hours',
                  '        indicator: {measure: mended within 8 hours, unit: percent, direction: increase,',
                  '                    kind: hold, frequency: monthly}',
                  '        target: {at_least: 90, from: 2024-07-01}', '        measurements:']
        lines += measurements(chance, '          ', chance.between(3, 12), start_value, target,
                              chance.often(0.8))
    return lines


def relationship(chance, number):
    tier = chance.one(['strategic', 'preferred', 'preferred', 'transactional'])
    lines = [f'# {chance.one(PLACES)}: checked with them in the last review', 'kind: relationship',
             f'id: rel-{number}', f'title: "{chance.one(PLACES)}, {chance.one(DUTIES)} {number}"',
             f'type: {chance.one(["agency", "agency", "private_partner", "internal"])}', f'tier: {tier}',
             f'priority: {chance.between(1, 9)}', 'manager: manager', 'executive_sponsor: sponsor',
             f'aliases: [D{number}, "Dept. {number}"]', 'shared_purpose: >',
             *(f'  {text}' for text in chance.prose(2)),
             'cadence: quarterly', 'status:', 'reviewed: 2026-06-23', '', 'reviews:']
    for quarter in range(chance.one([-2, -3, -3]), 1):
        day = datetime.date(2026, 5, 20) + datetime.timedelta(days=90 * quarter + chance.below(30))
        lines += [f'  - date: {day}', f'    attendees: [{chance.one(PEOPLE)}, {chance.one(PEOPLE)}]',
                  f'    summary: {chance.prose(1)[0].split(";")[0]}']
    lines += ['promises:']
    for promise in range(chance.between(1, 3)):
        made = chance.day(datetime.date(2025, 1, 1), datetime.date(2026, 3, 1))
        due = made + datetime.timedelta(days=200)
        met = chance.one(['', ', met_on: null'])
        if due < TODAY:
            met = f', met_on: {made + datetime.timedelta(days=chance.between(30, 190))}'
        lines.append(f'  - {{id: promise-{promise}, by: {chance.one(["us", "partner"])}, '
                     f'text: An answer within five days, made: {made}, '
                     f'due: {due}{met}}}')
    lines += agreement(chance)
    if chance.often(0.3):
        lines += risk(chance, f'rel-{number}', 'rel-0')
    return lines + ['notes: |', *(f'  {text}' for text in chance.prose(chance.between(1, 4)))]


def risk(chance, threatened, bearer):
    if chance.often(0.5):
        level, low = chance.between(1, 4), chance.between(1, 90) * 10000
        odds, stake = f'{{percent: {level * 8}}}', f'{{low: {low}, high: {low * chance.between(2, 8)}}}'
    else:
        odds, stake = f'{{scale: {chance.between(1, 5)}}}', f'{{scale: {chance.between(1, 5)}}}'
    return ['risks:', '  - id: staff-turnover', '    cause: because two people know the old system by heart',
            '    event: They leave before the new one is understood', f'    threatens: [{threatened}]',
            f'    likelihood: {odds}', f'    impact: {stake}', '    response: [mitigate]',
            f'    response_text: {chance.prose(1)[0].split(";")[0]}', f'    managed_by: {bearer}',
            '    status: open', f'    review_by: {chance.day(datetime.date(2026, 8, 1), datetime.date(2027, 6, 30))}']


def district(number):
    """A name that no other number has: nobody promises the same for it."""
    name = ''
    while number or len(name) < 4:
        number, digit = divmod(number, 60)
        name += 'bdfgklmnprst'[digit % 12] + 'aeiou'[digit // 12]
    return name.capitalize()


def outcome(chance, number, beneficiary, place):
    measure, unit, start, end = chance.one(MEASURES)
    lines = [f'  - id: outcome-{number}', f'    title: "{chance.one(PLACES)}, {place}: {measure}, {end} instead of {start}"',
             f'    beneficiary: rel-{beneficiary}', f'    owner: owner-{beneficiary}',
             '    mechanism: because proofs are read while they are handed in',
             f'    reference: {chance.one(["Ellery", "Two neighbors", "A county"])} did the same in two years']
    if chance.often(0.6):
        lines.append(f'    indicator: {{measure: "{measure}", unit: {unit}, direction: decrease}}')
    else:
        lines += ['    indicator:', f'      measure: "{measure}"', f'      unit: {unit}',
                  '      direction: decrease', '      frequency: monthly  # what the office can count']
    lines += [f'    baseline: {{date: 2024-12-31, value: {start}}}',
              f'    target: {{date: 2027-06-30, value: {end}}}', '    measurements:']
    return lines + measurements(chance, '      ', chance.between(6, 23), start, end, chance.often(0.9))


def initiative(chance, number, relationships, beneficiaries):
    beneficiary = 8 * chance.below(beneficiaries)
    status = chance.one(['active', 'active', 'active', 'approved', 'paused'])
    lines = ['kind: initiative', f'id: init-{number}', f'title: {chance.one(PLACES)} without paper {number}',
             f'type: {chance.one(["project", "program"])}', f'status: {status}',
             f'criticality: {chance.one(["low", "high"])}', 'goals: [quick-answers]',
             f'reviewed: {chance.day(datetime.date(2026, 5, 1), TODAY)}', 'parties:',
             f'  - {{relationship: rel-{beneficiary}, role: beneficiary}}']
    if chance.often(0.4):
        lines.append(f'  - {{relationship: rel-{chance.below(relationships)}, role: deliverer}}')
    lines += [f'start: {chance.day(datetime.date(2024, 1, 1), datetime.date(2024, 12, 30))}', 'end:', '']
    if chance.often(0.5):
        lines.append(f'budget: {{approved: {chance.between(9, 900)}000.00, spent: {chance.between(1, 8)}000.50,'
                     ' as_of: 2026-06-30}')
    if chance.often(0.4):
        lines += ['reported_status:',
                  f'  - {{date: 2026-06-15, by: manager, rating: {chance.one(["green", "amber"])}, scale: rag, '
                  'comment: "On time, on budget."}']
    lines += ['outcomes:']
    for part in range(chance.one([1, 1, 1, 1, 2])):
        lines += outcome(chance, part, beneficiary, district(number))
    if chance.often(0.25):
        lines += ['milestones:', '  - id: pilot', '    title: Pilot in two counties', '    due: 2026-02-27',
                  '    met_on: 2026-02-24']
    if chance.often(0.3):
        lines += risk(chance, f'init-{number}/outcome-0', f'rel-{beneficiary}')
    return lines + ['notes: >-', *(f'  {text}' for text in chance.prose(chance.between(2, 5)))]


def office():
    return ['kind: office', 'id: office', 'title: Benchmark office', 'jurisdiction: State of Columbia',
            'currency: USD', 'goals:',
            '  - {id: quick-answers, statement: "Who asks the state has an answer in days, not weeks"}',
            'policy: {correction_days: 1000}  # late outcomes stay late, and no correction is asked for']


def person(chance, name, place):
    return ['kind: person', f'id: {name}', f'title: {chance.one(PEOPLE)}', f'at: {place}',
            'role: "Director, eligibility"', 'since: 2023-04-01']


def records(count):
    """Each path in the folder, and its lines. A record depends on its number and the count only."""
    relationships = max(1, count // 5)
    beneficiaries = (relationships + 7) // 8   # every eighth relationship has a person who owns outcomes
    yield 'brm.yaml', office()
    for name in ('manager', 'sponsor'):
        yield f'people/{name}.yaml', person(Chance(name), name, 'office')
    for number in range(beneficiaries):
        name = f'owner-{8 * number}'
        yield f'people/{number // 250:03}/{name}.yaml', person(Chance(name), name, f'rel-{8 * number}')
    for number in range(relationships):
        yield (f'relationships/{number // 250:03}/rel-{number}.yaml',
               relationship(Chance(f'relationship {number}'), number))
    for number in range(max(0, count - relationships - beneficiaries - 3)):
        yield (f'initiatives/{number // 250:03}/init-{number}.yaml',
               initiative(Chance(f'initiative {number}'), number, relationships, beneficiaries))


def main(count, folder):
    for number, (path, lines) in enumerate(records(count)):
        where = os.path.join(folder, path)
        os.makedirs(os.path.dirname(where), exist_ok=True)
        with open(where, 'w', encoding='utf-8', newline='\n') as file:
            file.write('\n'.join((['---'] if number % 9 == 1 else []) + lines) + '\n')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), sys.argv[2])
