#!/usr/bin/env python3
"""Writes a records folder once more in the forms that other programs read.

usage: make_peers.py FOLDER OUT     (needs PyYAML)

  OUT/json/       a JSON file a record, for ajv-cli and other readers of JSON Schema
  OUT/records.ndjson, OUT/records.csv
  OUT/records.journal   as many transactions as records, for hledger and ledger
  OUT/records.rec, OUT/first.rec   for recutils: all of them, and the first 1,000
"""
import csv
import datetime
import json
import os
import sys

import yaml

FIRST = 1000   # recfix compares every key with every other; 10,000 take it more than a minute


def loaded(folder):
    """Each record as JSON would have it: dates stay text, what is empty is null."""
    loader = type('Plain', (yaml.CSafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, match) for tag, match in resolvers if tag != 'tag:yaml.org,2002:timestamp']
        for first, resolvers in loader.yaml_implicit_resolvers.items()}
    for at, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(at, name)
            with open(path, 'rb') as file:
                yield os.path.relpath(path, folder), yaml.load(file, loader)


def transaction(number, record):
    day = datetime.date(2024, 1, 1) + datetime.timedelta(days=number % 900)
    return (f'{day} {record["title"]}  ; id:{record["id"]}\n'
            f'    expenses:{record["kind"]}:{record.get("type", "none")}    {number % 97 + 1}.50 USD\n'
            '    assets:bank\n\n')


def rec(number, record):
    lines = [f'{key}: {record[key]}' for key in ('id', 'title', 'kind', 'type', 'tier', 'status', 'reviewed')
             if record.get(key)]
    lines.append(f'number: {number}')
    lines += [f'measured: {measured["date"]} {measured["value"]}'
              for outcome in record.get('outcomes', []) for measured in outcome['measurements']]
    if record.get('notes'):
        lines.append('notes: ' + record['notes'].strip().replace('\n', '\n+ '))
    return '\n'.join(lines) + '\n\n'


REC_HEAD = ('%rec: Record\n%key: id\n%type: number int\n%type: reviewed date\n'
            '%type: kind enum office person relationship initiative\n%mandatory: title\n\n')


def main(folder, out):
    os.makedirs(out, exist_ok=True)

    def into(name):
        return open(os.path.join(out, name), 'w', encoding='utf-8', newline='\n')

    with (into('records.ndjson') as ndjson, into('records.journal') as journal, into('records.rec') as recs,
          into('first.rec') as first, into('records.csv') as table):
        rows = csv.writer(table, lineterminator='\n')
        columns = ['kind', 'id', 'title', 'type', 'tier', 'status', 'reviewed', 'notes']
        rows.writerow(columns)
        recs.write(REC_HEAD)
        first.write(REC_HEAD)
        for number, (path, record) in enumerate(loaded(folder)):
            text = json.dumps(record, ensure_ascii=False) + '\n'
            where = os.path.join(out, 'json', os.path.splitext(path)[0] + '.json')
            os.makedirs(os.path.dirname(where), exist_ok=True)
            with open(where, 'w', encoding='utf-8') as file:
                file.write(text)
            ndjson.write(text)
            rows.writerow([record.get(column) for column in columns])
            journal.write(transaction(number, record))
            recs.write(rec(number, record))
            if number < FIRST:
                first.write(rec(number, record))


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
