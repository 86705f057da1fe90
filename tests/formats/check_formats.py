#!/usr/bin/env python3
"""What `brm check` writes for other programs, read by other people's parsers.

    check_formats.py BRM SOURCE_FOLDER [MODULES]

Every format of one run says the same findings: XML by expat and xmllint, JUnit by junitparser, JSON by
Python, annotations as the runner of GitHub Actions takes them apart, suggestions by making the change. With
MODULES, a folder of npm, SARIF is held against its schema and the rules of code scanning by Microsoft's
validator, and rdjson against reviewdog's format by UmbrellaDocs' one. Checkstyle is read by flycheck of
Emacs, where both are installed. What else was looked for: of checkstyle there is no schema, npm has writers
alone, and Debian's go-checkstyle would bring 330 MB of Go; GitLab keeps its schema and its reader to itself,
npm and Debian have writers alone, and violations-command-line, which reads it, is in neither. So what
GitLab's page asks for is checked here, field by field.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

DEBIANS_OWN = "/usr/bin/python3"

try:
    from junitparser import JUnitXml
except ImportError:
    if os.path.exists(DEBIANS_OWN) and os.path.realpath(sys.executable) != os.path.realpath(DEBIANS_OWN):
        os.execv(DEBIANS_OWN, [DEBIANS_OWN, *sys.argv])
    JUnitXml = None

DAY = ["--as-of", "2026-07-08"]
FORMATS = ["json", "sarif", "junit", "github", "gitlab", "checkstyle", "rdjson"]
LEVEL = {"error": "error", "warning": "warning", "note": "notice"}
HOSTILE = [
    "::error::x", "##[error]x", "a]]>b", "<b>&amp;\"'", "line\nbreak", "%0A::notice::z", "tab\tx",
    "[words](https://example.com)", "a,b:c=d", "\U0001F600 \u6f22\u5b57", "`|*_@team #1", "caf\u00e9 x", "x y%41",
]


class Failures(list):
    def check(self, holds, words):
        if not holds:
            self.append(words)


def run(brm, *arguments, environment=None):
    done = subprocess.run([brm, *arguments], capture_output=True, check=False, env=environment)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def make_hostile(folder):
    """Records whose names, keys and values mean something to a build server or a parser."""
    for number, text in enumerate(HOSTILE):
        name = text.replace("/", "_").replace("\0", "_")
        quoted = json.dumps(text, ensure_ascii=False)
        (folder / f"{name}{number}.yaml").write_text(
            f"kind: relationship\nid: r{number}\ntitle: {quoted}\ntype: agncy\ntier: {quoted}\n"
            f"manager: {quoted}\n{quoted}: 1\nstatsu: {quoted}\n")
    (folder / "wide.yaml").write_text(
        "kind: relationship\nid: wide\ntitle: wide\ntype: agency\ntier: preferred\nmanager: jo\n"
        "identifiers: [{scheme: \"\U0001F600\u6f22\u00e9\", idd: x}]\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)


def all_formats(brm, folder, made, failures):
    """One run with every format, and each alone: the same bytes and the same status."""
    arguments = ["-C", str(folder), *DAY, "check", "--max", "0"]
    environment = {**os.environ, "GITHUB_STEP_SUMMARY": str(made / "summary.md")}
    several = [f"--format={name}={made / name}" for name in FORMATS]
    status, out, err = run(brm, *arguments, *several, environment=environment)
    failures.check(out == b"" and err == "", f"{folder}: prints {out[:80]} {err[:200]}")
    texts = {}
    for name in FORMATS:
        alone, out, _ = run(brm, *arguments, "--format", name)
        texts[name] = (made / name).read_bytes()
        failures.check(out == texts[name], f"{folder}: {name} differs in a file")
        failures.check(alone == status, f"{folder}: {name} changes the status")
    texts["summary"] = (made / "summary.md").read_bytes()
    return {name: text.decode("utf-8") for name, text in texts.items()}


def check_sarif(text, findings, below, failures):
    run_log = json.loads(text)["runs"][0]
    rules = run_log["tool"]["driver"]["rules"]
    failures.check(len(run_log["results"]) == len(findings), "sarif: other findings")
    for result, finding in zip(run_log["results"], findings):
        place = result["locations"][0]["physicalLocation"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"])
        failures.check(path == below + finding["place"]["path"], f"sarif: {path}")
        failures.check(rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"], "sarif: rule")
        failures.check(result["level"] == finding["severity"], "sarif: level")
        failures.check(result["partialFingerprints"]["primaryLocationLineHash"] == finding["fingerprint"],
                       "sarif: fingerprint")
    for rule in rules:
        words = [rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]]
        failures.check(all(words) and max(map(len, words[:2])) <= 1024, f"sarif: words of {rule['id']}")


def sarif_validator(modules):
    """Microsoft's, with the rules of the standard and those of code scanning."""
    tool = Path(modules) / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
    tool.chmod(0o755)  # npm runs no script that would
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}

    def faults(log):
        report = log.with_suffix(".validated")
        done = subprocess.run([str(tool), "validate", str(log), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning",
                               "--output", str(report), "--log", "ForceOverwrite"],
                              capture_output=True, check=False, env=environment)
        if not report.exists():
            return [f"sarif: the validator says {done.stdout[-400:]} {done.stderr[-400:]}"]
        return [f"sarif: {result['ruleId']}: {json.dumps(result['message'])[:200]}"
                for result in json.loads(report.read_text())["runs"][0]["results"]
                if result.get("level", "warning") == "error"]
    return faults


def check_sarif_by_others(modules, made, failures):
    faults = sarif_validator(modules)
    log = made / "findings.sarif"
    shutil.copy(made / "sarif", log)
    failures.extend(faults(log))
    # It does see what is against the schema.
    wrong = made / "wrong.sarif"
    wrong.write_text(log.read_text(encoding="utf-8").replace('"startLine": ', '"startLine": -'), encoding="utf-8")
    failures.check(faults(wrong), "sarif: the validator takes lines below 1")


def check_rdjson_by_others(modules, made, failures):
    tool = Path(modules) / "node_modules/@umbrelladocs/rdformat-validator/bin/rdformat-validator.js"

    def faults(report):
        done = subprocess.run(["node", str(tool), "--strict", "--no-extra-fields", "--format", "json", str(report)],
                              capture_output=True, check=False)
        if not done.stdout:
            return [f"rdjson: the validator says {done.stderr[-400:]}"]
        return [f"rdjson: {each}" for file in json.loads(done.stdout)["fileResults"] for each in file.get("errorDetails", [])]

    failures.extend(faults(made / "rdjson")[:5])
    wrong = made / "wrong.rdjson"
    wrong.write_text((made / "rdjson").read_text(encoding="utf-8").replace('"ERROR"', '"FATAL"'), encoding="utf-8")
    failures.check(faults(wrong), "rdjson: the validator takes severities that there are not")


EMACS = ["emacs", "--batch", "-f", "package-initialize", "--eval", "(require 'flycheck)"]


def has_flycheck():
    if not shutil.which("emacs"):
        return False
    done = subprocess.run(EMACS, capture_output=True, check=False)
    return done.returncode == 0


READ_BY_FLYCHECK = """
(with-temp-buffer
  (insert-file-contents "checkstyle")
  (dolist (each (flycheck-parse-checkstyle (buffer-string) 'brm (current-buffer)))
    (princ (format "%S\\n" (list (flycheck-error-filename each) (flycheck-error-line each)
                                 (flycheck-error-column each) (symbol-name (flycheck-error-level each))
                                 (flycheck-error-id each))))))
"""


def quoted(text):
    """As Lisp prints a string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def check_checkstyle_by_emacs(made, findings, below, failures):
    """Every finding arrives with its place, severity and rule, and no other."""
    done = subprocess.run([*EMACS, "--eval", "(setq print-escape-newlines t)", "--eval", READ_BY_FLYCHECK],
                          cwd=made, capture_output=True, check=False)
    read = done.stdout.decode("utf-8").splitlines()
    level = {"error": "error", "warning": "warning", "note": "info"}
    wanted = [f"({quoted(below + each['place']['path'])} {each['place']['line']} {each['place']['column']} "
              f"{quoted(level[each['severity']])} {quoted('brm.' + each['rule'])})" for each in findings]
    failures.check(read == wanted, f"checkstyle: flycheck reads {sorted(set(read) ^ set(wanted))[:6]} "
                                   f"{done.stderr[-300:]}")


def check_junit_by_others(text, failures):
    """junitparser reads what build servers would count."""
    read = JUnitXml.fromstring(text.encode())
    said = (read.tests, read.failures, read.errors)
    cases = [case for suite in read for case in suite]
    kinds = [type(result).__name__ for case in cases for result in case.result]
    counted = (len(cases), kinds.count("Failure"), kinds.count("Error"))
    failures.check(said == counted, f"junit: junitparser counts {counted}, and the file says {said}")
    failures.check(all(case.name and case.classname for case in cases), "junit: a case has no name")


def check_xml(texts, made, findings, below, failures):
    if shutil.which("xmllint"):
        for name in ("junit", "checkstyle"):
            done = subprocess.run(["xmllint", "--noout", str(made / name)], capture_output=True, check=False)
            failures.check(done.returncode == 0, f"{name}: {done.stderr[:300]}")
    junit = ElementTree.fromstring(texts["junit"])
    cases = junit.findall(".//testcase")
    failures.check(int(junit.get("tests")) == len(cases), "junit: count of tests")
    failures.check(int(junit.get("failures")) == len(junit.findall(".//failure")), "junit: count of failures")
    keys = [(case.get("classname"), case.get("name")) for case in cases]
    failures.check(len(set(keys)) == len(keys), "junit: a case is there twice")
    failing = {(below + each["place"]["path"], each["rule"]) for each in findings if each["severity"] == "error"}
    said = {(case.get("file"), case.get("name")) for case in cases if case.find("failure") is not None}
    failures.check(said == failing, f"junit: {said ^ failing}")
    style = ElementTree.fromstring(texts["checkstyle"])
    seen = [(file.get("name"), int(error.get("line")), int(error.get("column")), error.get("source"))
            for file in style for error in file]
    wanted = [(below + each["place"]["path"], each["place"]["line"], each["place"]["column"],
               "brm." + each["rule"]) for each in findings]
    failures.check(seen == wanted, f"checkstyle: {set(seen) ^ set(wanted)}")


def check_gitlab(text, findings, below, failures):
    issues = json.loads(text)
    failures.check(len({each["fingerprint"] for each in issues}) == len(findings), "gitlab: fingerprints")
    for issue, finding in zip(issues, findings):
        failures.check(issue["location"]["path"] == below + finding["place"]["path"], "gitlab: path")
        failures.check(issue["location"]["lines"]["begin"] == finding["place"]["line"] >= 1, "gitlab: line")
        failures.check(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), "gitlab: severity")
        failures.check(issue["description"].startswith(finding["message"]), "gitlab: description")


def unescaped(text):
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def annotations_of(text):
    """As ActionCommand.cs of actions/runner finds them: `::` first in the line, `##[` anywhere."""
    found = []
    for line in text.splitlines():
        if not line.lstrip().startswith("::"):
            if "##[" in line:
                found.append(("an order anywhere in a line", {}, line))
            continue
        head, _, message = line.lstrip()[2:].partition("::")
        name, _, properties = head.partition(" ")
        pairs = dict(each.split("=", 1) for each in properties.split(",") if each)
        found.append((name, {key: unescaped(value) for key, value in pairs.items()}, unescaped(message)))
    return found


def visible_name(name):
    return name.replace("\n", "\\n").replace("\t", " ").replace("\u00a0", "\u00a0")


def check_github(text, findings, below, failures):
    shown = [each for each in annotations_of(text) if "file" in each[1]]
    others = [each for each in annotations_of(text) if "file" not in each[1]]
    failures.check(len(others) <= 1 and all(each[0] == "notice" for each in others), f"github: {others}")
    for level in ("error", "warning", "note"):
        wanted = [each for each in findings if each["severity"] == level]
        got = [each for each in shown if each[0] == LEVEL[level]]
        most = 10 - (len(others) if level == "note" else 0)
        failures.check(len(got) == min(len(wanted), most), f"github: {len(got)} of {len(wanted)} {level}s")
        for (_, properties, message), finding in zip(got, wanted):
            path = visible_name(below + finding["place"]["path"])
            failures.check(properties["file"] == path, f"github: {properties}")
            place = f"{path}:{finding['place']['line']}:{finding['place']['column']}: "
            disarmed = message.replace("\\x23", "#").replace("\\x3A", ":")
            failures.check(disarmed.startswith(place.replace("\\x23", "#")), f"github: {message[:120]} {place}")
    rest = len(findings) - len(shown)
    failures.check(sum(f"[{each['rule']}]" in text for each in findings) == len(findings), "github: a rule is not named")
    failures.check((len(others) == 1) == (rest > 0), "github: what is left out is not said")


def check_summary(text, failures):
    """GitHub's own parser sees a table, and nothing that a record has put into it."""
    if not shutil.which("cmark-gfm"):
        return
    done = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"],
                          input=text.encode(), capture_output=True, check=True)
    tags = set(re.findall(r"<([a-z0-9]+)", done.stdout.decode()))
    failures.check(tags <= {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "strong"},
                   f"github: markup in the summary: {tags}")


def has_vim():
    if not shutil.which("vim"):
        return False
    return b"+quickfix" in subprocess.run(["vim", "--version"], capture_output=True, check=True).stdout


def check_text_by_vim(brm, folder, made, findings, failures):
    """The lines for people are those of a compiler: an editor goes to each place, told nothing of brm."""
    _, text, _ = run(brm, "-C", str(folder), *DAY, "check", "--max", "0")
    (made / "text").write_bytes(text)
    place = 'bufname(v:val.bufnr) . ":" . v:val.lnum . ":" . v:val.col'
    subprocess.run(["vim", "-u", "NONE", "-i", "NONE", "-es", "-c", "cgetfile text", "-c",
                    f"call writefile(map(filter(getqflist(), 'v:val.valid'), '{place}'), 'places')", "-c", "qa!"],
                   cwd=made, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    seen = set((made / "places").read_text(encoding="utf-8").splitlines())
    plain = [each for each in findings if re.fullmatch(r"[\w./-]+", each["place"]["path"])]
    wanted = {f"{each['place']['path']}:{each['place']['line']}:{each['place']['column']}" for each in plain}
    failures.check(wanted <= seen, f"text: vim does not find {sorted(wanted - seen)[:5]}")


def offset_of(position, lines):
    return sum(len(line) for line in lines[:position["line"] - 1]) + position["column"] - 1


def check_rdjson(brm, text, folder, below, failures):
    """Every suggestion taken, its finding is gone."""
    diagnostics = json.loads(text)["diagnostics"]
    changes = {}
    for each in diagnostics:
        for suggestion in each.get("suggestions", []):
            path = each["location"]["path"].removeprefix(below)
            changes.setdefault(path, []).append((suggestion["range"], suggestion["text"]))
    with tempfile.TemporaryDirectory() as copied:
        copy = Path(copied) / "records"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".git"))
        for path, edits in changes.items():
            data = (copy / path).read_bytes()
            lines = data.splitlines(keepends=True)
            spans = [(offset_of(range_["start"], lines), offset_of(range_["end"], lines), words)
                     for range_, words in edits]
            for start, end, words in sorted(spans, reverse=True):
                data = data[:start] + words.encode() + data[end:]
            (copy / path).write_bytes(data)
        _, out, _ = run(brm, "-C", str(copy), *DAY, "check", "--format", "json", "--max", "0")
        left = {(each["place"]["path"], each["place"]["line"], each["rule"], each.get("instead"))
                for each in json.loads(out)["findings"] if "instead" in each}
        failures.check(not left, f"rdjson: what was suggested mends nothing: {left}")
    return sum(map(len, changes.values()))


def check_folder(brm, modules, folder, below, failures):
    with tempfile.TemporaryDirectory() as made_name:
        made = Path(made_name)
        texts = all_formats(brm, folder, made, failures)
        findings = json.loads(texts["json"])["findings"]
        check_sarif(texts["sarif"], findings, below, failures)
        if modules:
            check_sarif_by_others(modules, made, failures)
            check_rdjson_by_others(modules, made, failures)
        if has_flycheck():
            check_checkstyle_by_emacs(made, findings, below, failures)
        if JUnitXml:
            check_junit_by_others(texts["junit"], failures)
        if has_vim():
            check_text_by_vim(brm, folder, made, findings, failures)
        check_xml(texts, made, findings, below, failures)
        check_gitlab(texts["gitlab"], findings, below, failures)
        check_github(texts["github"], findings, below, failures)
        taken = check_rdjson(brm, texts["rdjson"], folder, below, failures)
        failures.check(texts["summary"].startswith("### brm check"), "github: summary")
        check_summary(texts["summary"], failures)
        return len(findings), taken


def main():
    brm, source = sys.argv[1], Path(sys.argv[2])
    modules = sys.argv[3] if len(sys.argv) > 3 else None
    failures = Failures()
    with tempfile.TemporaryDirectory() as repository:
        hostile = Path(repository) / "records"
        hostile.mkdir()
        make_hostile(hostile)
        faulty = Path(repository) / "faulty"
        shutil.copytree(source / "examples/faulty", faulty)
        results = [check_folder(brm, modules, hostile, "records/", failures),
                   check_folder(brm, modules, faulty, "faulty/", failures)]
    for words in failures[:30]:
        print(words)
    if not JUnitXml:
        print("skipped: python3-junitparser is not installed, so that nobody else counts the cases of junit")
    if not has_vim():
        print("skipped: vim with quickfix is not installed, so that no editor goes to the places of the text")
    if not has_flycheck():
        print("skipped: emacs with flycheck (elpa-flycheck) is not installed, so that no editor reads checkstyle")
    if not shutil.which("xmllint"):
        print("skipped: xmllint is not installed, so that expat alone reads the XML")
    print(f"{sum(each[0] for each in results)} findings in {len(FORMATS)} formats, "
          f"{sum(each[1] for each in results)} suggestions taken: {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
