#!/usr/bin/env python3
"""Hostile text in every field of every kind, and in names of files, read back from every format.

    check_injection.py BRM SOURCE

Pages are read as browsers do (html5lib), Markdown by GitHub's own parser (cmark-gfm), the others by
Python's libraries and by icalendar. What a record says may show itself and nothing else: no tag, link,
order to a build server, formula, header or control character comes from it, and tables, keys and events
are as many as with harmless text of the same length in its place.
"""

import csv
import email
import email.policy
import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from brm_process import AS_OF, Failures, hidden_in, reports_of, run, scratch, skip

try:
    import html5lib
    import icalendar
    import yaml  # noqa: F401, for hostile_records
except ImportError as missing:
    skip(f"{missing.name} is not installed (python3-html5lib, python3-icalendar, python3-yaml)")
import hostile_records

TAGS = set("html head meta title style body header main footer section div span p h1 h2 h3 h4 pre code a time b strong em "
           "table caption thead tbody tfoot tr th td dl dt dd ul ol li br hr small wbr figure figcaption nav "
           "svg g path rect line circle polyline polygon text tspan defs marker use desc".split())
ATTRIBUTES = set("class id lang charset name content http-equiv scope colspan rowspan href datetime role tabindex title "
                 "aria-label aria-labelledby aria-hidden aria-describedby width height x y x1 x2 y1 y2 cx cy r rx ry d points "
                 "viewBox viewbox text-anchor transform style align valign cellpadding cellspacing border bgcolor headers dir "
                 "dominant-baseline preserveAspectRatio xmlns type media dy dx nowrap rel".split())
MARKDOWN = {"blockquote", "ol", "h1", "h2", "h3", "h4", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "code", "pre", "br", "strong",
            "em", "hr", "a"}
# What GitHub makes of text after it was parsed, code aside.
LATER = re.compile(r"(?<![\w`])@[A-Za-z0-9]|(?:^|[^\w&])#\d|\bwww\.|https?://x\.example")
FORMULA = re.compile(r"^[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
# They hold texts against each other, so that other words are other rows.
MATCHED = ("vendors", "lessons", "governance")
FINDING_FORMATS = ["text", "json", "sarif", "junit", "github", "gitlab", "checkstyle", "rdjson"]


def local(tag):
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else "comment"


class Checks:
    def __init__(self, failures):
        self.failures = failures
        self.name = ""

    def bad(self, words):
        self.failures.check(False, f"{self.name}: {words}")

    def holds(self, what, words):
        if not what:
            self.bad(words)

    def text(self, text):
        """On a terminal, and in the log of a build server. Returns nothing to compare: lines wrap."""
        self.holds(hidden_in(text) is None, f"{hidden_in(text)} reaches the terminal")
        for line in text.splitlines():
            self.holds(not line.lstrip().startswith("::"), f"an order at the start of a line: {line[:80]!r}")
            self.holds(not re.search(r"##(vso)?\[", line), f"an order in a line: {line[:80]!r}")

    def page(self, text):
        parser = html5lib.HTMLParser(strict=False, tree=html5lib.getTreeBuilder("etree"))
        tree = parser.parse(text)
        errors = [each for each in parser.errors if each[1] not in ("expected-doctype-but-got-start-tag",)]
        self.holds(not errors, f"no sound page: {errors[:3]}")
        ids = Counter()
        tags = Counter()
        for element in tree.iter():
            tag = local(element.tag)
            tags[tag] += 1
            self.holds(tag in TAGS, f"an element <{tag}>")
            for key, value in element.attrib.items():
                self.holds(local(key) in ATTRIBUTES, f"an attribute {key} of <{tag}>")
                if local(key) == "href":
                    self.holds(re.match(r"#|https://|mailto:", value), f"a link to {value[:60]!r}")
                    # A source may be an address, and is a link then: that address and nothing more.
                    self.holds("x.example" not in value or value == "https://x.example", f"a link to {value[:60]!r}")
                if local(key) == "style":
                    self.holds(not re.search(r"url|expression|import|\\", value, re.I), f"a style {value[:60]!r}")
                if local(key) == "id":
                    ids[value] += 1
        self.holds(all(count == 1 for count in ids.values()), f"one id twice: {ids.most_common(1)}")
        self.holds(hidden_in("".join(tree.itertext()).replace("\r", "")) is None, "a hidden character on the page")
        # Words of one table may be cut to another number of lines and labels; rows and cells may not.
        return {tag: tags[tag] for tag in ("table", "tr", "h1", "h2", "h3", "section", "style", "meta", "title", "svg", "dl")}

    def markdown(self, text):
        done = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist"],
                              input=text.encode(), capture_output=True, check=True)
        tree = html5lib.parseFragment(done.stdout.decode(), treebuilder="etree")
        tags = Counter()
        for element in tree.iter():
            tag = local(element.tag)
            if tag == "DOCUMENT_FRAGMENT":
                continue
            tags[tag] += 1
            self.holds(tag in MARKDOWN, f"markup <{tag}>")
            self.holds(tag != "a" or "x.example" not in element.get("href", ""), f"a link to {element.get('href')!r}")
            for words in ([element.text] if tag not in ("code", "pre") else []) + [each.tail for each in element]:
                self.holds(not LATER.search(words or ""), f"GitHub would link {(words or '')[:80]!r}")
        self.holds(hidden_in(text) is None, f"{hidden_in(text)} in Markdown")
        return {tag: tags[tag] for tag in ("table", "tr", "th", "td", "h1", "h2", "h3", "ul", "pre")}

    def message(self, text):
        parsed = email.message_from_bytes(text, policy=email.policy.default)
        self.holds(not parsed.defects, f"no sound message: {parsed.defects}")
        headers = sorted(parsed.keys())
        self.holds(set(headers) <= {"Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Date", "X-Mailer",
                                    "Message-ID", "X-Unsent"},
                   f"headers {headers}")
        self.holds(len(headers) == len(set(headers)), f"a header twice: {headers}")
        self.holds(all(len(line) <= 998 for line in text.split(b"\r\n")), "a line is too long")
        parts = [part for part in parsed.walk() if not part.is_multipart()]
        self.holds([part.get_content_type() for part in parts] == ["text/plain", "text/html"],
                   f"parts {[part.get_content_type() for part in parts]}")
        self.text(parts[0].get_content().replace("\r\n", "\n"))
        return self.page(parts[-1].get_content())

    def table(self, text):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        self.holds(len({len(row) for row in rows}) <= 1, f"rows of {Counter(len(row) for row in rows)} cells")
        for cell in (cell for row in rows for cell in row):
            self.holds(not FORMULA.match(cell) or NUMBER.match(cell), f"a formula {cell[:60]!r}")
            self.holds("\0" not in cell, "a NUL in a cell")
        return {"rows": len(rows), "cells": sum(map(len, rows))}

    def json(self, text):
        keys = Counter()

        def walk(value, path):
            if isinstance(value, dict):
                for key, each in value.items():
                    walk(each, f"{path}.{key}")
            elif isinstance(value, list):
                for each in value:
                    walk(each, f"{path}[]")
            else:
                keys[path] += 1
                if isinstance(value, str):
                    found = hidden_in(value.replace("\t", " "))
                    self.holds(found is None, f"{found} at {path}")
        walk(json.loads(text), "")
        self.holds("\u2028" not in text and "\u2029" not in text, "a line separator as it is")
        return keys

    def xml(self, text):
        return Counter(local(element.tag) for element in ElementTree.fromstring(text).iter())

    def calendar(self, text):
        parsed = icalendar.Calendar.from_ical(text)
        names = Counter(component.name for component in parsed.walk())
        self.holds(set(names) == {"VCALENDAR", "VEVENT"}, f"components {names}")
        for event in parsed.walk("VEVENT"):
            self.holds(not event.errors, f"an event with faults: {event.errors}")
            names.update(f"VEVENT {key}" for key in event)
        return names

    def picture(self, text):
        tree = ElementTree.fromstring(text)
        tags = Counter(local(element.tag) for element in tree.iter())
        self.holds(set(tags) <= TAGS, f"elements {set(tags) - TAGS}")
        for element in tree.iter():
            self.holds(not any(local(key).startswith("on") or local(key) == "href" for key in element.attrib),
                       f"attributes {list(element.attrib)}")
        self.holds(hidden_in("".join(tree.itertext())) is None, "a hidden character in the picture")
        # Names are cut and wrapped by how wide they are.
        return {tag: tags[tag] for tag in ("svg", "style", "rect", "path", "line", "g")}

    def dot(self, text):
        if not shutil.which("dot"):
            return None
        done = subprocess.run(["dot", "-Tdot_json"], input=text.encode(), capture_output=True, check=False)
        if done.returncode != 0 or done.stderr:
            self.bad(f"graphviz says {done.stderr[:200]}")
            return None
        graph = json.loads(done.stdout)
        for each in [*graph.get("objects", []), *graph.get("edges", [])]:
            unknown = set(each) & {"URL", "href", "image", "shapefile", "target", "edgeURL", "headURL", "labelURL"}
            self.holds(not unknown, f"attributes {unknown}")
        self.holds("=<" not in re.sub(r'"(?:[^"\\]|\\.)*"', '""', text), "a label of markup")
        return {"nodes": len(graph["objects"]), "edges": len(graph.get("edges", []))}

    def mermaid(self, text):
        self.holds(hidden_in(text) is None, f"{hidden_in(text)} in the graph")
        kinds = Counter()
        for line in text.splitlines():
            words = re.sub(r'"[^"]*"', '""', line)
            known = re.match(r"^(flowchart LR|  acc(Title|Descr): .*|  classDef [\w ]+ [#\w:,.\- ]+|  linkStyle [\w#:, -]+|"
                             r'  \w+(\(\[""\]\)|\[""\]|\(""\)|\[\[""\]\]|\{\{""\}\})(:::\w+)?|'
                             r'  \w+ (<?-->|-\.->|==>|---)(\|""\||\|[\w ,]+\|)? ?\w+|  class [\w,]+ \w+|%%.*)$', words)
            self.holds(known, f"a line {line[:100]!r}")
            kinds[words.split(" ")[-1] if "acc" not in words else "acc"] += 1
        return {"lines": sum(kinds.values())}

    def orders(self, text):
        """Annotations: nothing but notices, warnings and errors, each with a place of its own."""
        self.holds(hidden_in(text) is None, f"{hidden_in(text)} in the log")
        kinds = Counter()
        for line in text.splitlines():
            if line.lstrip().startswith("::"):
                found = re.match(r"^::(error|warning|notice)(?: (?:[a-zA-Z]+=[^:,]*)(?:,[a-zA-Z]+=[^:,]*)*)?::", line)
                self.holds(found, f"an order {line[:80]!r}")
                kinds[line.split("::")[1].split(" ")[0]] += 1
            self.holds(not re.search(r"##(vso)?\[", line), f"an order in a line: {line[:80]!r}")
        return kinds


READERS = {"text": Checks.text, "markdown": Checks.markdown, "html": Checks.page, "email": Checks.message, "csv": Checks.table,
           "json": Checks.json, "ics": Checks.calendar, "sarif": Checks.json, "gitlab": Checks.json, "rdjson": Checks.json,
           "junit": Checks.xml, "checkstyle": Checks.xml, "github": Checks.orders, "dot": Checks.dot,
           "mermaid": Checks.mermaid, "svg": Checks.picture}


def documents(brm):
    """What is asked, and whether it is asked in every format each time."""
    asked = [["report", name, *(["labor"] if name == "brief" else [])] for name in reports_of(brm) if name != "weekly"]
    asked += [["list", kind] for kind in ("relationships", "initiatives", "outcomes", "risks", "agreements", "corrections",
                                          "experiments", "lessons", "promises", "people", "bodies", "technologies", "signals",
                                          "stakeholders", "advice", "goals")]
    asked += [["show", each] for each in ("labor", "claims-renewal", "office")]
    return asked + [["agenda", "--within", "5y"], ["explain", "policy"], ["graph"]]


def ask(brm, folder, arguments, checks, title):
    ran = run([brm, "-C", folder, "--as-of", AS_OF, *arguments])
    checks.name = f"{title} {' '.join(arguments)}"
    checks.holds(ran.status in (0, 1, 2), f"{ran.ended()} {ran.err[-200:]}")
    checks.text(ran.err)
    format_ = arguments[arguments.index("--format") + 1]
    if format_ == "email":
        return READERS[format_](checks, ran.out) if ran.out else None
    text = ran.out.decode("utf-8")  # whatever was in the records
    return READERS[format_](checks, text) if text else None


def harmless(text):
    """As long, of letters: what wraps and where may not depend on what the text means."""
    width = sum(0 if unicodedata.combining(each) else 1 for each in text)
    return "".join("abcdefghij"[(i * 7 + width) % 10] for i in range(max(width, 1)))


def compare(checks, hostile, plain):
    if hostile is None or plain is None or hostile == plain:
        return
    changed = {key: (hostile.get(key, 0), plain.get(key, 0)) for key in {*hostile, *plain}
               if hostile.get(key, 0) != plain.get(key, 0)}
    checks.bad(f"another structure than with harmless text: {dict(list(changed.items())[:4])}")


def main():
    brm, source = (Path(each).resolve() for each in sys.argv[1:3])
    starts = [int(each) for each in sys.argv[3:]] or [0, 20, 41]
    failures = Failures()
    checks = Checks(failures)
    at = scratch()
    counts = Counter()
    for start in starts:
        folders = {}
        for title, texts in (("hostile", hostile_records.TEXTS), ("harmless", [harmless(each) for each in hostile_records.TEXTS])):
            folders[title] = at / f"{title}-{start}"
            folders[title].mkdir()
            counts[title] += hostile_records.make(brm, source, folders[title], start, texts)
            hostile_records.add_names(folders[title])
        for number, arguments in enumerate(documents(brm)):
            formats = ["text", "markdown", "html", "email", "csv", "json"] + (["ics"] if arguments[0] == "agenda" else [])
            if arguments[0] == "graph":
                formats = ["dot", "mermaid", "svg"]
            for format_ in formats:
                # Pages are slow to read: each answer as a page in one of the folders, as a message in another.
                if format_ in ("html", "email") and (number + starts.index(start) + (format_ == "email")) % len(starts) != 0:
                    continue
                both = {title: ask(brm, folder, [*arguments, "--format", format_], checks, title)
                        for title, folder in folders.items()}
                counts["answers"] += 2
                checks.name = f"{' '.join(arguments)} --format {format_} from {start}"
                if arguments[-1] not in MATCHED:
                    compare(checks, both["hostile"], both["harmless"])
        for format_ in FINDING_FORMATS:
            ask(brm, folders["hostile"], ["check", "--max", "0", "--format", format_], checks, "hostile")
            counts["answers"] += 1
    shutil.rmtree(at)
    failures.end(f"{counts['hostile']:,} hostile texts, {counts['answers']} answers read back")


if __name__ == "__main__":
    main()
