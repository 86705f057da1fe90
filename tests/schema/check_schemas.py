#!/usr/bin/env python3
"""The schemas that brm prints, held against records, against brm's own findings and its real answers.

    check_schemas.py BRM SOURCE_FOLDER

Ends with 77, which ctest takes for skipped, where python3-jsonschema or python3-yaml is missing.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DEBIANS_OWN = "/usr/bin/python3"
try:
    import yaml
    from jsonschema import Draft7Validator, FormatChecker
    from jsonschema.exceptions import best_match
except ImportError:
    if os.path.exists(DEBIANS_OWN) and os.path.realpath(sys.executable) != os.path.realpath(DEBIANS_OWN):
        os.execv(DEBIANS_OWN, [DEBIANS_OWN, *sys.argv])
    print("skipped: python3-jsonschema or python3-yaml is not installed, so no schema is checked")
    sys.exit(77)

# Faults that a schema of one record can know. The others need other records, the bytes themselves,
# or the meaning of two fields together.
KNOWABLE = {
    "bad-cadence", "bad-currency", "bad-date", "bad-id", "bad-money", "bad-number", "bad-percent",
    "bad-reference", "conflicting-fields", "empty-item", "line-break", "missing-field", "unknown-key",
    "unknown-kind", "unknown-word", "wrong-type",
}
# What brm refuses and a schema lets pass, by the words of brm's message: YAML has read the value before
# the schema sees it, or the schema would need another record or a table of its own.
BEYOND_A_SCHEMA = re.compile(
    r"is a day that does not exist|is not a day of the year|is not a currency code|does not say its `kind`"
    r"|`P[0-9YMWD]+` of `\w+` is not a cadence"
    r"|`(?:[A-Z]{3} )?-?[0-9]+(?:\.[0-9]+)?` of `\w+` is not an amount"
    r"|`(?:0[0-9]+|0x[0-9A-Fa-f]+|[-+0-9.]+[eE][-+0-9]+|\+[0-9.]+|\.[0-9]+|[0-9]+\.|[-+]?\.(?:nan|NaN|inf|Inf)"
    r"|[0-9]+\.0+|[0-9]{19,})` of `\w+` is not")


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a day without quotes is text, and so is `no`. Without aliases, which
    brm refuses and of which some would fill the memory."""

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    ("float", r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
              r"|\.(?:nan|NaN|NAN))$", list("-+.0123456789")),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(
    node.value, 8 if node.value.startswith("0o") else 16 if node.value.startswith("0x") else 10))


class Failures(list):
    def check(self, holds, words):
        if not holds:
            self.append(words)


def run(brm, *arguments):
    done = subprocess.run([brm, *arguments], capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def schema_of(brm, *arguments):
    status, out, err = run(brm, "schema", *arguments)
    assert status == 0 and err == "", f"brm schema {arguments}: {status} {err}"
    return json.loads(out)


def validator_of(schema, failures, name):
    try:
        Draft7Validator.check_schema(schema)
    except Exception as error:  # noqa: BLE001: whatever it is, it is the answer
        failures.append(f"{name} is no schema of draft-07: {error}")
    return Draft7Validator(schema, format_checker=FormatChecker(["date"]))


def strict(schema):
    """The same, but what it does not name is refused: so that nothing is printed that it leaves out."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    out = {key: strict(value) for key, value in schema.items()}
    if out.get("properties") and out.get("type") in ("object", ["object", "null"]):
        out.setdefault("additionalProperties", False)
    return out


def record_files(folder):
    return sorted(path for ending in ("*.yaml", "*.yml") for path in folder.rglob(ending)
                  if path.is_file() and not path.is_symlink())


def with_text_keys(value):
    if isinstance(value, list):
        return [with_text_keys(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {str(key): with_text_keys(inner) for key, inner in value.items()}


def record_in(path):
    """None where an editor could not read it as YAML either."""
    try:
        return with_text_keys(yaml.load(path.read_bytes().decode("utf-8"), Loader=Core))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        return None


def refusals(validator, path):
    record = record_in(path)
    if record is None:
        return None
    found = []
    for error in validator.iter_errors(record):
        error = best_match([error])  # of alternatives the one that was meant
        found.append(f"{path}: at /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
    return found


def check_sound(validator, source, failures):
    folders = [path for path in (source / "examples").iterdir() if (path / "brm.yaml").exists() and path.name != "faulty"]
    folders += sorted((source / "tests/rules").glob("*/sound"))
    count = 0
    for folder in folders:
        ignored = ((record_in(folder / "brm.yaml") if (folder / "brm.yaml").exists() else None) or {}).get("ignore", [])
        for path in record_files(folder):
            below = str(path.relative_to(folder))
            if any(below.startswith(str(each).rstrip("/") + "/") for each in ignored or []):
                continue  # a draft may be anything
            failures.extend(refusals(validator, path) or [])
            count += 1
    return count


def findings_by_file(brm, folder):
    _, out, _ = run(brm, "-C", str(folder), "--as-of", "2026-07-08", "check", "--format", "json", "--max", "0")
    found = {}
    for finding in json.loads(out)["findings"]:
        found.setdefault(finding["place"]["path"], []).append(finding)
    return found


def check_faulty(brm, validator, folder, failures, seen):
    """What the schema refuses brm refuses too, and what it can know of brm's faults it does."""
    found = findings_by_file(brm, folder)
    for path in record_files(folder):
        mine = refusals(validator, path)
        if mine is None:
            continue
        findings = found.get(str(path.relative_to(folder)), [])
        errors = [each for each in findings if each["severity"] == "error"]
        # True and false are words to brm where it wants text, and a part needs no quotes around it.
        failures.check(not mine or errors, f"brm finds nothing in it: {mine[:1]}")
        knowable = [each for each in errors if each["rule"] in KNOWABLE]
        unknown = [each for each in knowable if not BEYOND_A_SCHEMA.search(each["message"])]
        failures.check(mine or not unknown,
                       f"{path}: the schema lets pass: {[each['message'] for each in unknown][:2]}")
        if mine:
            seen.update(each["rule"] for each in knowable)


def check_answers(brm, source, real, failures):
    names, runs = report_names(brm), 0
    folders = [path for path in (source / "examples").iterdir() if (path / "brm.yaml").exists()] + real
    for name in [*names, "check"]:
        schema = schema_of(brm, "--report", name)
        validators = [validator_of(schema, failures, name), validator_of(strict(schema), failures, name)]
        command = ["check"] if name == "check" else ["report", name]
        for folder, about in [(folder, about) for folder in folders for about in subjects_of(brm, command, folder)]:
            for day, options in [("2026-07-08", []), ("1999-01-01", []), ("2026-07-08", ["--simulate", "200"]),
                                 ("2026-07-08", ["--audience", "public"]),
                                 ("2026-07-08", ["--where", "not title = \"x\""]),
                                 *(("2026-07-08", [option]) for option in ("--tests", "--shared", "--matrix"))]:
                status, out, err = run(brm, "-C", str(folder), "--as-of", day, *command, *about, "--format", "json",
                                       *options)
                if options and not out:
                    continue  # it has no such option
                runs += 1
                failures.check(out, f"{name} on {folder} prints nothing: {status} {err}")
                for validator in validators:
                    for error in validator.iter_errors(json.loads(out or "{}")):
                        failures.append(f"{name} on {folder}, {day}: at {list(error.path)}: {error.message[:200]}")
    return runs


def subjects_of(brm, command, folder):
    """The ids that a report about one relationship is tried with; one without an id for any other report."""
    _, _, err = run(brm, "-C", str(folder), *command)
    if "is about one relationship" not in err:
        return [[]]
    _, out, _ = run(brm, "-C", str(folder), "list", "relationships", "--columns", "id", "--format", "json")
    ids = [row["id"] for row in json.loads(out)["relationships"] if row["id"]]
    return [[each] for each in ids[:6]]


def report_names(brm):
    status, _, err = run(brm, "schema", "--report", "?")
    assert status == 2
    names = re.search(r"one of (.*)", err).group(1)
    return [name for name in re.split(r", | or ", names) if name != "check"]


def check_every_kind(brm, source, failures):
    """The schema of one kind says of it what the schema of all records says."""
    whole = schema_of(brm)["definitions"]
    for name, definition in whole.items():
        if name == "nothing" or "-" in name:  # those of the types of values
            continue
        alone = schema_of(brm, name)
        validator_of(alone, failures, name)
        parts = alone.pop("definitions")
        alone.pop("$schema")
        failures.check(alone == definition, f"brm schema {name} differs from the whole")
        for part, inner in parts.items():
            failures.check(inner == whole[part], f"brm schema {name} differs from the whole in {part}")
    return len(whole)


def real_folders(source, made):
    """The real portfolios beside the project, where they are there."""
    script = source / "../shared/real/to_records.py"
    if not script.exists():
        print("skipped: ../shared is not there, so nothing runs on real records")
        return []
    folders = [Path(made) / name for name in ("it-dashboard", "mta")]
    for folder in folders:
        subprocess.run([sys.executable, script, folder.name, folder], check=True)
    return folders


def main():
    with tempfile.TemporaryDirectory() as made:
        source = Path(sys.argv[2])
        check_all(sys.argv[1], source, real_folders(source, made))


def check_all(brm, source, real):
    failures, seen = Failures(), set()
    records = validator_of(schema_of(brm), failures, "brm schema")
    kinds = check_every_kind(brm, source, failures)
    sound = check_sound(records, source, failures)
    for folder in sorted((source / "tests/rules").glob("*/faulty")) + [source / "examples/faulty"]:
        check_faulty(brm, records, folder, failures, seen)
    check_faulty(brm, records, source / "tests/bad-input", failures, seen)
    for rule in sorted(KNOWABLE - seen):
        failures.append(f"no file with {rule} is refused")
    for folder in real:
        check_faulty(brm, records, folder, failures, seen)
    answers = check_answers(brm, source, real, failures)
    for words in failures[:40]:
        print(words)
    print(f"{kinds} kinds, {sound} sound records, {answers} answers, {len(real)} real folders: "
          f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
