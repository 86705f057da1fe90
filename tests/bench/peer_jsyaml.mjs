// Checks a records folder the way a CI job in JavaScript does: js-yaml, ajv, and references by hand.
//
// usage: node peer_jsyaml.mjs MODULES SCHEMA FOLDER
//
// MODULES is a folder node_modules, SCHEMA what `brm schema` prints. The same work and the
// same words as peer_pyyaml.py, which says what counts as a fault.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

// The names of the definitions a field's schema points at, however deep.
function* namedIn(schema) {
    if (schema === null || typeof schema !== 'object') return;
    if ('$ref' in schema) yield schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    for (const inner of Object.values(schema)) yield* namedIn(inner);
}

// For each kind or part its fields that matter: null for a reference, else the part inside.
function referenceFields(definitions) {
    const fields = {};
    for (const [kind, definition] of Object.entries(definitions)) {
        fields[kind] = new Map();
        for (const [key, schema] of Object.entries(definition.properties ?? {}))
            for (const name of namedIn(schema))
                if (name === 'a-reference') fields[kind].set(key, null);
                else if (definitions[name].properties) fields[kind].set(key, name);
    }
    return fields;
}

function collect(fields, kind, part, wanted) {
    for (const key in part) {
        const value = part[key];
        const inner = fields[kind].get(key);
        if (value === null || inner === undefined) continue;
        for (const one of Array.isArray(value) ? value : [value])
            if (inner === null) wanted.push(one);
            else if (typeof one === 'object') collect(fields, inner, one, wanted);
    }
}

// The record's own id, `record/part` of each part, and the office's goals under their own names.
function* knownIds(record) {
    yield record.id;
    for (const [key, value] of Object.entries(record))
        if (Array.isArray(value))
            for (const part of value)
                if (part !== null && typeof part === 'object' && 'id' in part) {
                    yield `${record.id}/${part.id}`;
                    if (record.kind === 'office' && key === 'goals') yield part.id;
                }
}

function* paths(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) yield* paths(join(folder, entry.name));
        else if (entry.name.endsWith('.yaml')) yield join(folder, entry.name);
}

function validatorsOf(load, definitions) {
    const Ajv = load('ajv').default;
    const ajv = new Ajv({ strict: false, allErrors: true });
    load('ajv-formats').default(ajv, ['date']);
    const compiled = kind => ajv.compile({ $ref: `#/definitions/${kind}`, definitions });
    const kinds = ['office', 'relationship', 'initiative', 'person'];
    return Object.fromEntries(kinds.map(kind => [kind, compiled(kind)]));
}

function main(modules, schemaPath, folder) {
    const load = createRequire(resolve(modules, '..', 'package.json'));
    const yaml = load('js-yaml');
    const { definitions } = JSON.parse(readFileSync(schemaPath, 'utf8'));
    const fields = referenceFields(definitions);
    const validators = validatorsOf(load, definitions);
    const known = new Set();
    const wanted = [];
    let count = 0;
    let faults = 0;
    for (const path of paths(folder)) {
        const record = yaml.load(readFileSync(path, 'utf8'), { schema: yaml.CORE_SCHEMA });
        const valid = validators[record.kind];
        count += 1;
        if (!valid(record)) faults += valid.errors.length;
        if (record.kind !== 'office' && record.id !== basename(path, '.yaml')) faults += 1;
        if (known.has(record.id)) {
            faults += 1;
            continue;
        }
        for (const id of knownIds(record)) {
            if (known.has(id)) faults += 1;
            known.add(id);
        }
        collect(fields, record.kind, record, wanted);
    }
    for (const one of wanted) if (!known.has(one)) faults += 1;
    console.log(`${count} records, ${wanted.length} references, ${faults} faults`);
    return faults ? 1 : 0;
}

process.exitCode = main(...process.argv.slice(2, 5));
