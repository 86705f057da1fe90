#!/usr/bin/env python3
"""Writes a records folder of about 2 KB a record for benchmarks; the same bytes for the same numbers.

usage: make_records.py COUNT FOLDER     (standard library only)

One in five records is a relationship; the others are initiatives with one or two outcomes of 6 to 24
dated measurements, milestones, references, block texts and comments. 250 records a folder.
"""
import datetime
import os
import random
import sys

TEXT = ("The service was moved to the shared platform so that clerks stop typing the same case twice. "
        "Counties asked for it in the spring survey, and two of them lend staff for the pilot. ")


def prose(chance, length):
    words = (TEXT * 12).split()
    at = chance.randrange(len(words) - length)
    return ' '.join(words[at:at + length])


def relationship(chance, number):
    lines = ['kind: relationship', f'id: rel-{number}', f'title: "Department {number}"', 'type: agency',
             f'tier: {chance.choice(["strategic", "preferred", "transactional"])}', 'manager: jane-doe',
             'executive_sponsor: sam-lee', f'shared_purpose: {prose(chance, 20)}', 'cadence: quarterly',
             '# checked with the department in the last review', 'reviews:']
    for _ in range(6):
        day = datetime.date(2025, 1, 1) + datetime.timedelta(days=chance.randrange(500))
        lines += [f'  - date: {day}', '    held_by: jane-doe', f'    summary: {prose(chance, 24)}']
    lines += ['notes: |', f'  {prose(chance, 60)}', f'  {prose(chance, 60)}']
    return lines


def outcome(chance, number):
    start = datetime.date(2025, 1, 31)
    lines = [f'  - id: outcome-{number}', f'    title: Fewer days to decide, part {number}',
             f'    mechanism: {prose(chance, 14)}',
             '    indicator: {measure: days to decide, unit: days, direction: decrease, frequency: monthly}',
             f'    baseline: {{date: {start}, value: 40}}', '    target: {date: 2027-06-30, value: 12}',
             '    measurements:']
    for month in range(chance.randrange(6, 25)):
        day = start + datetime.timedelta(days=20 * (month + 1))
        lines.append(f'      - {{date: {day}, value: {40 - month * chance.randrange(1, 3)}.5}}')
    return lines


def initiative(chance, number, relationships):
    parties = chance.sample(range(relationships), min(3, relationships))
    roles = ['sponsor', 'deliverer', 'beneficiary']
    lines = ['kind: initiative', f'id: init-{number}', f'title: "Initiative {number}"', 'type: project',
             'status: active', 'parties:']
    lines += [f'  - {{relationship: rel-{party}, role: {role}}}' for party, role in zip(parties, roles)]
    lines += ['reported_status:', '  - {date: 2026-06-15, by: jane-doe, rating: green, scale: rag}',
              'outcomes:']
    for part in range(chance.randrange(1, 3)):
        lines += outcome(chance, part)
    lines += ['notes: >', f'  {prose(chance, 40)}']
    return lines


def main(count, folder):
    chance = random.Random(20260708)
    relationships = max(1, count // 5)
    people = {'jane-doe': 'business relationship manager', 'sam-lee': 'deputy CIO'}
    files = {'brm.yaml': ['kind: office', 'id: office', 'title: Benchmark office',
                          'jurisdiction: Columbia', 'currency: USD']}
    for name, role in people.items():
        files[f'people/{name}.yaml'] = ['kind: person', f'id: {name}', f'role: {role}']
    for number in range(count):
        if number < relationships:
            path = f'relationships/{number // 250:03}/rel-{number}.yaml'
            files[path] = relationship(chance, number)
        else:
            path = f'initiatives/{number // 250:03}/init-{number}.yaml'
            files[path] = initiative(chance, number, relationships)
    for path, lines in files.items():
        where = os.path.join(folder, path)
        os.makedirs(os.path.dirname(where), exist_ok=True)
        with open(where, 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), sys.argv[2])
