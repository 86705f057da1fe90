#!/usr/bin/env python3
"""Workbooks as openpyxl reads them: a sheet for each table, its header frozen, numbers, amounts and
days as such, and every text a text, whatever it begins with.

    check_workbooks.py BRM SOURCE

Ends with 77, which ctest takes for skipped, where openpyxl is not there.
"""

import csv
import datetime
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

try:
    import openpyxl
except ImportError:
    print("skipped: python3-openpyxl is not installed")
    sys.exit(77)

REPORTS = ("outcomes", "risks", "portfolio", "relationships", "vendors", "value", "corrections", "experiments",
           "lessons", "stakeholders", "governance", "practice", "technology", "horizon", "handover", "weekly")
DAY = "2026-07-08"


def run(brm, folder, *words):
    done = subprocess.run([brm, "-C", str(folder), "--as-of", DAY, *words], capture_output=True, text=True)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def book_of(brm, folder, path, *words):
    run(brm, folder, *words, "-o", str(path))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    return openpyxl.load_workbook(path)


def same(cell, text):
    """What a sheet has against what csv has of it."""
    if cell is None:
        return text == ""
    if isinstance(cell, bool):
        return text == ("true" if cell else "false")
    if isinstance(cell, datetime.datetime):
        return cell.strftime("%Y-%m-%d") == text
    if isinstance(cell, (int, float)):
        return float(text) == float(cell)
    return cell == text


def check_list(brm, folder, kind, work):
    """The sheet of a list holds what its csv does."""
    path = work / "list.xlsx"
    sheet = book_of(brm, folder, path, "list", kind).worksheets[1]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, kind
    lines = list(csv.reader(io.StringIO(run(brm, folder, "list", kind, "--format", "csv", "--csv-raw"), newline="")))
    keep = [i for i, key in enumerate(lines[0]) if not key.endswith("_currency")]
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == len(lines) > 1, (kind, len(rows), len(lines))
    for got, line in zip(rows[1:], lines[1:]):
        wanted = [line[i] for i in keep]
        assert len(got) == len(wanted) and all(map(same, got, wanted)), (kind, got, wanted)
    return len(rows) - 1


def check_report(brm, folder, name, work):
    book = book_of(brm, folder, work / "report.xlsx", "report", name)
    answer = json.loads(run(brm, folder, "report", name, "--format", "json"))
    assert book.worksheets[0].title == "About"
    assert book.properties.created == datetime.datetime.fromisoformat(DAY), book.properties.created
    titles = [sheet.title.casefold() for sheet in book.worksheets]
    assert len(set(titles)) == len(titles) and all(len(title) <= 31 for title in titles), titles
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row), (name, sheet.title)
    assert answer["schema_version"]
    first = (work / "report.xlsx").read_bytes()
    run(brm, folder, "report", name, "-o", str(work / "again.xlsx"))
    assert (work / "again.xlsx").read_bytes() == first, name
    return len(book.worksheets) - 1


def check_texts(brm, work):
    """Titles that a spreadsheet would run, or cannot hold."""
    titles = ["=1+1", "+1", "-2", "@SUM(A1)", "'quoted", "<b>&amp;</b>", "0123", "  blanks  ", "Привет 統計"]
    records = work / "odd"
    (records / "relationships").mkdir(parents=True)
    for i, title in enumerate(titles):
        (records / f"relationships/r{i}.yaml").write_text(
            f"kind: relationship\nid: r{i}\ntitle: {json.dumps(title, ensure_ascii=False)}\ntype: agency\n"
            "tier: preferred\nmanager: m\n", encoding="utf-8")
    sheet = book_of(brm, records, work / "odd.xlsx", "list", "relationships", "--columns", "id,title").worksheets[1]
    got = {row[0].value: row[1] for row in sheet.iter_rows(min_row=2)}
    for i, title in enumerate(titles):
        assert got[f"r{i}"].value == title and got[f"r{i}"].data_type != "f", (title, got[f"r{i}"].value)
    assert got["r0"].quotePrefix and not got["r5"].quotePrefix
    done = subprocess.run([brm, "-C", str(records), "list", "relationships", "--format", "xlsx"], capture_output=True)
    assert done.returncode == 2 and not done.stdout and b"-o answer.xlsx" in done.stderr, done.stderr


def main():
    brm, office = sys.argv[1], Path(sys.argv[2]) / "examples/office"
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        rows = sum(check_list(brm, office, kind, work)
                   for kind in ("relationships", "initiatives", "outcomes", "risks", "agreements", "measurements"))
        sheets = sum(check_report(brm, office, each, work) for each in REPORTS)
        check_texts(brm, work)
    print(f"{rows} rows of lists as csv has them; {sheets} sheets of {len(REPORTS)} reports")


main()
