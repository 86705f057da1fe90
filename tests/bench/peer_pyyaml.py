#!/usr/bin/env python3
"""Checks a records folder the way a CI job in Python does: PyYAML, jsonschema, and references by hand.

usage: peer_pyyaml.py SCHEMA FOLDER     (needs PyYAML with libyaml, and jsonschema)

SCHEMA is what `brm schema` prints. Prints records, references and faults; ends with 1 when there is
a fault. Faults are what the schema refuses, an id twice or other than the file's name, and a reference
to nothing. Which fields are references is taken from the schema, so both peers look at the same ones.
"""
import json
import os
import sys

import jsonschema
import yaml


class Plain(yaml.CSafeLoader):
    """Dates stay text, as the schema has them."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, match) for tag, match in resolvers if tag != 'tag:yaml.org,2002:timestamp']
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()}


def named_in(schema):
    """The names of the definitions a field's schema points at, however deep."""
    if isinstance(schema, dict):
        if '$ref' in schema:
            yield schema['$ref'].rsplit('/', 1)[1]
        for inner in schema.values():
            yield from named_in(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from named_in(inner)


def reference_fields(definitions):
    """For each kind or part its fields that matter: None for a reference, else the part inside."""
    fields = {}
    for kind, definition in definitions.items():
        fields[kind] = {}
        for key, schema in definition.get('properties', {}).items():
            for name in named_in(schema):
                if name == 'a-reference':
                    fields[kind][key] = None
                elif 'properties' in definitions[name]:
                    fields[kind][key] = name
    return fields


def references(fields, kind, part):
    inner = fields[kind]
    for key, value in part.items():
        if value is None or key not in inner:
            continue
        for one in value if isinstance(value, list) else (value,):
            if inner[key] is None:
                yield one
            elif isinstance(one, dict):
                yield from references(fields, inner[key], one)


def known_ids(record):
    """The record's own id, `record/part` of each part, and the office's goals under their own names."""
    yield record['id']
    for key, value in record.items():
        if isinstance(value, list):
            for part in value:
                if isinstance(part, dict) and 'id' in part:
                    yield f'{record["id"]}/{part["id"]}'
                    if record['kind'] == 'office' and key == 'goals':
                        yield part['id']


def records(folder):
    for at, _, names in os.walk(folder):
        for name in names:
            if name.endswith('.yaml'):
                with open(os.path.join(at, name), 'rb') as file:
                    yield name[:-len('.yaml')], yaml.load(file, Plain)


def main(schema_path, folder):
    with open(schema_path, encoding='utf-8') as file:
        definitions = json.load(file)['definitions']
    fields = reference_fields(definitions)
    validators = {kind: jsonschema.Draft7Validator({'$ref': f'#/definitions/{kind}', 'definitions': definitions},
                                                   format_checker=jsonschema.FormatChecker(['date']))
                  for kind in ('office', 'relationship', 'initiative', 'person')}
    count, faults, known, wanted = 0, 0, set(), []
    for stem, record in records(folder):
        count += 1
        faults += sum(1 for _ in validators[record['kind']].iter_errors(record))
        faults += record['kind'] != 'office' and record['id'] != stem
        if record['id'] in known:
            faults += 1
            continue
        for name in known_ids(record):
            faults += name in known
            known.add(name)
        wanted += references(fields, record['kind'], record)
    faults += sum(one not in known for one in wanted)
    print(f'{count} records, {len(wanted)} references, {faults} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
