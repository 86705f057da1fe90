#!/usr/bin/env python3
"""Real tables come in through the mapping files of examples/imports, and make the same records, in
meaning, as the script that lies beside those tables; importing them again changes nothing.

    check_imports.py BRM SOURCE

Ends with 77, which ctest takes for skipped, where ../shared/real or PyYAML is not there.
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


def main():
    brm, source = sys.argv[1], Path(sys.argv[2])
    real = source.parent / "shared/real"
    if not real.exists():
        print("skipped: ../shared/real is not there")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        count = sum(check(brm, source, real, each, Path(name)) for each in ("it-dashboard", "mta"))
    print(f"{count} records, each as the other script makes it")


main()
