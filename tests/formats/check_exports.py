#!/usr/bin/env python3
"""What brm exports, read back by other people's programs: csv, JSON Lines and SQLite hold the same
rows, and every risk of the register is as the schema of NIST IR 8286 wants it, and better.

    check_exports.py BRM SOURCE
"""

import csv
import io
import json
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

AS_OF = "2026-07-08"
RESPONSES = {"Accept", "Avoid", "Transfer", "Mitigate", "Realize", "Share", "Enhance"}
TEXTS = {"riskId", "riskDescription", "riskCategory", "riskResponseDescription", "riskOwnerPointOfContact", "status"}
NUMBERS = {"riskLikelihood", "riskImpact", "exposureRating", "riskResponseCost"}


def export(brm, folder, *arguments):
    done = subprocess.run([brm, "-C", str(folder), "--as-of", AS_OF, "export", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def same(text, value, currency):
    """A value of csv and the one of json."""
    if value is None:
        return text == ""
    if isinstance(value, bool):
        return text == ("true" if value else "false")
    if isinstance(value, dict):
        return text == value["amount"] and currency == value["currency"]
    if isinstance(value, (int, float)):
        return Decimal(text) == Decimal(str(value))
    return text.replace("\r\n", "\n") == value.replace("\r\n", "\n") or text.strip() == value.strip()


def check_kind(brm, folder, kind, database):
    rows = list(csv.DictReader(io.StringIO(export(brm, folder, kind, "--format", "csv"), newline="")))
    objects = [json.loads(line) for line in export(brm, folder, kind).splitlines()]
    stored = database.execute(f'SELECT * FROM "{kind}"').fetchall()
    assert len(rows) == len(objects) == len(stored), kind
    for row, item in zip(rows, objects):
        for key, value in item.items():
            assert same(row[key], value, row.get(key + "_currency")), (kind, key, row[key], value)
    names = [each[1] for each in database.execute(f'PRAGMA table_info("{kind}")')]
    header = export(brm, folder, kind, "--format", "csv").splitlines()[0]
    assert names == [name.replace(".", "_") for name in next(csv.reader([header]))], kind
    for row, values in zip(rows, stored):
        for text, value in zip(row.values(), values):
            assert (value is None and text == "") or text in ("true", "false") or str(value) == text or (
                isinstance(value, (int, float)) and Decimal(text) == Decimal(str(value))) or text.strip() == str(value).strip(), (kind, text, value)
    return len(rows)


def check_register(brm, folder):
    risks = json.loads(export(brm, folder, "risks", "--format", "nist-ir-8286"))
    assert risks, "no risk in the register"
    for risk in risks:
        assert risk.keys() == TEXTS | NUMBERS | {"riskResponseType"}, risk
        assert all(isinstance(risk[key], str) and risk[key] for key in TEXTS), risk
        assert all(isinstance(risk[key], (int, float)) for key in NUMBERS), risk
        assert 0 <= risk["riskLikelihood"] <= 100 and risk["riskImpact"] >= 0, risk
        kinds = risk["riskResponseType"]
        assert kinds and set(kinds) <= RESPONSES and len(set(kinds)) == len(kinds), risk
        product = Decimal(str(risk["riskLikelihood"])) * Decimal(str(risk["riskImpact"])) / 100
        slack = Decimal(str(risk["riskImpact"])) / 10000 + 1  # the likelihood is rounded to two decimals
        assert abs(product - Decimal(str(risk["exposureRating"]))) <= slack, risk
    return len(risks)


def main():
    brm, source = sys.argv[1], Path(sys.argv[2])
    folder = source / "examples/office"
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "records.sqlite"
        export(brm, folder, "all", "-o", str(file))
        once = file.read_bytes()
        export(brm, folder, "all", "-o", str(file))
        assert file.read_bytes() == once, "two runs differ"
        database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kinds = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        count = sum(check_kind(brm, folder, kind, database) for kind in kinds)
        verdicts = dict(database.execute("SELECT address, verdict FROM verdicts"))
        listed = json.loads(subprocess.run([brm, "-C", str(folder), "--as-of", AS_OF, "list", "outcomes", "--columns",
                                            "address,verdict", "--format", "json"], capture_output=True, text=True).stdout)
        assert verdicts == {row["address"]: row["verdict"] for row in listed["outcomes"]}
        assert database.execute("SELECT count(*) FROM in_trouble").fetchone()[0] > 0
        assert database.execute("SELECT count(*) FROM watermelons").fetchone()[0] > 0
        database.close()
    print(f"{count} rows of {len(kinds)} kinds alike in csv, json and SQLite; {check_register(brm, folder)} risks in the register")


main()
