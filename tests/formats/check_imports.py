#!/usr/bin/env python3
"""Tables come in through the mapping files of examples/imports; importing them again changes nothing.
A risk register that brm wrote comes back as it was, releases of OCDS make records without an error,
and the real tables of ../shared/real, where they are, the same records, in meaning, as the script
that lies beside them. The mappings are what `brm schema mapping` says of mappings.

    check_imports.py BRM SOURCE

Ends with 77, which ctest takes for skipped, where PyYAML is not there.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is not installed")
    sys.exit(77)


class Editor(yaml.SafeLoader):
    """As editors read YAML: a day is a text."""


Editor.yaml_implicit_resolvers = {letter: [each for each in resolvers if not each[0].endswith("timestamp")]
                                  for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


class Texts(yaml.SafeLoader):
    """Every scalar as it is written."""


Texts.yaml_implicit_resolvers = {}


def plain(value):
    """Without the order of keys and of entries, without blanks around texts and needless digits."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((plain(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    try:
        return repr(float(value))
    except ValueError:
        return value.strip()


def records(folder):
    return {str(path.relative_to(folder)): plain(yaml.load(path.read_text(encoding="utf-8"), Texts))
            for path in sorted(folder.rglob("*.yaml"))}


def bytes_of(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def run(brm, folder, mapping, *more):
    done = subprocess.run([brm, "-C", str(folder), "import", str(mapping), *more], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


def check(brm, source, real, name, work):
    maps = work / "maps"
    if not maps.exists():
        shutil.copytree(source / "examples/imports", maps)
        for table in ("it-dashboard", "mta"):
            shutil.copytree(real / table, maps / table)
    wanted, got = work / f"{name}-wanted", work / f"{name}-got"
    subprocess.run([sys.executable, str(real / "to_records.py"), name, str(wanted)], check=True)
    got.mkdir()
    mapping = maps / f"{name}.yaml"
    assert "new file" not in run(brm, got, mapping, "--dry-run").stderr
    assert not any(got.iterdir()), "--dry-run wrote something"
    run(brm, got, mapping)
    ours, theirs = records(got), records(wanted)
    assert ours.keys() == theirs.keys(), set(ours) ^ set(theirs)
    for path, record in theirs.items():
        assert ours[path] == record, (path, [(key, record.get(key), ours[path].get(key))
                                             for key in record.keys() | ours[path].keys()
                                             if record.get(key) != ours[path].get(key)][:1])
    before = bytes_of(got)
    again = run(brm, got, mapping)
    assert f"0 records new, 0 changed, {len(theirs)} as before" in again.stdout, again.stdout
    assert bytes_of(got) == before, "importing again changed something"
    # Over the records of the other script, which are laid out otherwise: nothing to be done either.
    before = bytes_of(wanted)
    assert "0 changed" in run(brm, wanted, mapping).stdout
    assert bytes_of(wanted) == before, "importing over equal records changed something"
    return len(theirs)


def check_register(brm, source, work):
    """Of risks by their ids: out of one office, into another, and out of that."""
    mapping = source / "examples/imports/nist-ir-8286/map.yaml"
    office = work / "register"
    office.mkdir()
    (office / "map.yaml").write_text(mapping.read_text(encoding="utf-8"), encoding="utf-8")
    first = register(brm, source / "examples/office")
    (office / "register.json").write_text(json.dumps(first), encoding="utf-8")
    (office / "records").mkdir()
    run(brm, office / "records", office / "map.yaml")
    assert "0 records new, 0 changed, 1 as before" in run(brm, office / "records", office / "map.yaml").stdout
    assert by_id(register(brm, office / "records")) == by_id(first)
    # What nobody recorded is no fact on the way back, and what is for half a year stays so.
    risks = yaml.load((office / "records/brm.yaml").read_text(encoding="utf-8"), Texts)["risks"]
    assert any(risk.get("horizon") == "P6M" for risk in risks), risks
    assert any("response_cost" in risk for risk in risks) and any("response_cost" not in risk for risk in risks)
    for risk in risks:
        assert risk.get("response_cost") != "0" and risk.get("category") != "none", risk
        assert "none written" not in risk.get("response_text", "") and "[" not in risk["event"], risk
    check_foreign_cost(brm, office)
    return len(first)


def check_foreign_cost(brm, office):
    """The register has one currency: a cost in another is said in words, and comes back from them."""
    (office / "euros").mkdir()
    (office / "euros/brm.yaml").write_text(
        "kind: office\nid: our-office\ntitle: O\njurisdiction: J\ncurrency: USD\nrisks:\n"
        "  - {id: r, event: E, likelihood: {percent: 50}, impact: {amount: 1000}, response: [mitigate],\n"
        "     response_cost: EUR 77, managed_by: our-office, status: open}\n", encoding="utf-8")
    risks = register(brm, office / "euros")
    assert risks[0]["riskResponseCost"] == 0, risks
    assert risks[0]["riskResponseDescription"] == "none written [cost EUR 77.00]", risks
    (office / "register.json").write_text(json.dumps(risks), encoding="utf-8")
    (office / "back").mkdir()
    run(brm, office / "back", office / "map.yaml")
    risk = yaml.load((office / "back/brm.yaml").read_text(encoding="utf-8"), Texts)["risks"][0]
    assert risk["response_cost"] == "EUR 77.00" and "response_text" not in risk, risk


def register(brm, folder):
    done = subprocess.run([brm, "-C", str(folder), "--as-of", "2026-07-08", "export", "risks", "--format",
                           "nist-ir-8286"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def by_id(risks):
    """What an exposure is rounded to follows from amounts that were rounded before."""
    return {risk["riskId"].split("/")[1]: {key: value for key, value in risk.items()
                                           if key not in ("riskId", "exposureRating")} for risk in risks}


def check_releases(brm, source, work):
    records = work / "releases"
    records.mkdir()
    mapping = source / "examples/imports/ocds/map.yaml"
    assert "2 records new" in run(brm, records, mapping).stdout
    before = bytes_of(records)
    assert "2 as before" in run(brm, records, mapping).stdout
    assert bytes_of(records) == before
    done = subprocess.run([brm, "-C", str(records), "--as-of", "2026-07-08", "check", "--fail-on", "error"],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def check_schema(brm, source):
    try:
        import jsonschema
    except ImportError:
        print("skipped: the schema of mappings: python3-jsonschema is not installed")
        return
    schema = json.loads(subprocess.run([brm, "schema", "mapping"], capture_output=True, text=True, check=True).stdout)
    validator = jsonschema.Draft7Validator(schema)
    mappings = [path for path in sorted((source / "examples/imports").rglob("*.yaml"))]
    assert len(mappings) >= 5, mappings
    for path in mappings:
        wrong = [error.message for error in validator.iter_errors(yaml.load(path.read_text(encoding="utf-8"), Editor))]
        assert not wrong, (path, wrong)
    for path in ("bad-mapping", "bad-values"):
        text = (source / "tests/golden/import" / path / "map.yaml").read_text(encoding="utf-8")
        faulty = yaml.load(text, Editor)
        assert list(validator.iter_errors(faulty)), path


def main():
    brm, source = sys.argv[1], Path(sys.argv[2])
    real = source.parent / "shared/real"
    check_schema(brm, source)
    with tempfile.TemporaryDirectory() as name:
        risks = check_register(brm, source, Path(name))
        check_releases(brm, source, Path(name))
        print(f"{risks} risks of a register came back as they were")
        if not real.exists():
            print("skipped: real tables: ../shared/real is not there")
            return
        count = sum(check(brm, source, real, each, Path(name)) for each in ("it-dashboard", "mta"))
    print(f"{count} records, each as the other script makes it")


main()
