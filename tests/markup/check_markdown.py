#!/usr/bin/env python3
"""What brm writes as Markdown, read by GitHub's own parser: every text shows itself and does nothing.

    check_markdown.py BRM

Ends with 77, which ctest takes for skipped, where cmark-gfm is not installed.
"""

import html.parser
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]

# What GitHub does with text after it was parsed, code aside: mentions, issues, addresses, emoji.
LATER = re.compile(r"@[A-Za-z0-9]|(?:^|\W)#\d|\bGH-\d|https?://|\bwww\.|:[a-z]\w*:")

CHOSEN = [
    "| a | b |", "a \\| b", "\\", "ends in \\", "*bold* **x** _em_ __st__ snake_case _", "~~gone~~ ~x~",
    "`code` ``two`` ` one", "`a|b`", "```", "[link](http://x)", "![image](x.png)", "[ref][x] [x]: y",
    "[ ] task", "[x] task", "[^1]", "<b>html</b>", "<!-- gone -->", "<script>alert(1)</script>",
    "<https://x.y>", "<a@b.c>", "&copy; &#64; &amp;", "AT&T; &", "# heading", "## h ##", "> quote", "- list",
    "+ list", "* list", "1. list", "2) list", "1.", "---", "===", "***", "___", "~~~", "    code",
    "@team", "see #12 and org/repo#3", "GH-7", "a@b.c", "https://example.com/a_b*c", "www.example.com",
    ":tada: :+1:", "$a$ and $b$", "-5", "+5", "a  b", "x|y@z", "`@team`", "<details><summary>s</summary>",
    "a<b>c", "a < b > c", "1.5 days", "a]b[c", "!", "\"quoted\" 'single'", "{% raw %}", "%", "@", "#",
]
PIECES = ["|", "\\", "*", "_", "`", "``", "~", "[", "]", "(", ")", "<", ">", "!", "#", "&", ";", "-", "+", "1.",
          "a", "bc", " ", "  ", "@", ":", "$", "x", "é", "漢", "=", "/", "www.", "http://", "<b>", "&lt;"]


def random_titles(count):
    chance = random.Random(20260708)
    titles = []
    while len(titles) < count:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12))).strip()
        if text:
            titles.append(text)
    return titles


class Page(html.parser.HTMLParser):
    """The cells of tables and the lines of lists as texts, and every tag that was used."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.cells, self.lines, self.tags, self.loose, self.depth, self.code = [], [], set(), "", [], 0

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag in ("td", "th"):
            self.cells.append("")
            self.depth.append(self.cells)
        elif tag == "li":
            self.lines.append("")
            self.depth.append(self.lines)
        elif tag == "code":
            self.code += 1

    def handle_endtag(self, tag):
        if tag in ("td", "th", "li") and self.depth:
            self.depth.pop()
        elif tag == "code":
            self.code -= 1

    def handle_data(self, data):
        if self.depth:
            self.depth[-1][-1] += data
        if not self.code:
            self.loose += data


def page_of(markdown):
    arguments = [part for name in EXTENSIONS for part in ("-e", name)]
    done = subprocess.run(["cmark-gfm", "--unsafe", *arguments], input=markdown.encode(),
                          capture_output=True, check=True)
    page = Page()
    page.feed(done.stdout.decode())
    return page


def squeezed(text):
    return " ".join(text.split())


def brm(program, folder, *arguments):
    done = subprocess.run([program, "-C", str(folder), "--as-of", "2026-07-08", *arguments],
                          capture_output=True, check=False)
    return done.stdout.decode()


def write_records(folder, titles):
    for number, title in enumerate(titles):
        quoted = json.dumps(title, ensure_ascii=False)
        (folder / f"r{number}.yaml").write_text(
            f"kind: relationship\nid: r{number}\ntitle: {quoted}\ntype: agency\ntier: preferred\nmanager: j\n"
            f"tags: [{quoted}, second]\n", encoding="utf-8")
        (folder / f"i{number}.yaml").write_text(
            f"kind: initiative\nid: i{number}\ntitle: {quoted}\ntype: project\nstatus: active\n"
            f"parties: [{{relationship: r{number}, role: sponsor}}]\n", encoding="utf-8")


def check(failures, page, wanted, where, allowed, start=""):
    extra = page.tags - allowed
    if extra:
        failures.append(f"{where}: has {sorted(extra)}")
    found = {squeezed(text) for text in page.cells + page.lines}
    for text in wanted:
        if not any(start + form in found for form in forms_of(text)):
            failures.append(f"{where}: does not show {text!r}")
    later = LATER.search(page.loose)
    if later:
        failures.append(f"{where}: GitHub would make something of {later.group()!r}")


def forms_of(title):
    """Backticks in pairs are code, which shows without them, unless something else would touch it."""
    forms = {squeezed(title)}
    if title.count("`") % 2 == 0 and "``" not in title:
        forms.add(squeezed(title.replace("`", "")))
    return forms


def main():
    program = sys.argv[1]
    if shutil.which("cmark-gfm") is None:
        print("skipped: cmark-gfm is not installed, so no Markdown is read back")
        sys.exit(77)
    titles = CHOSEN + random_titles(600)
    table = {"table", "thead", "tbody", "tr", "th", "td", "code", "p"}
    page_tags = table | {"h1", "h2", "h3", "ul", "ol", "li", "pre"}
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_records(folder, titles)
        listed = page_of(brm(program, folder, "list", "relationships", "--columns", "title,id,tags",
                             "--format", "markdown"))
        check(failures, listed, titles, "list", table)
        if len(listed.cells) != 3 * (len(titles) + 1):
            failures.append(f"list: {len(listed.cells)} cells instead of {3 * (len(titles) + 1)}")
        report = page_of(brm(program, folder, "report", "portfolio", "--format", "markdown"))
        check(failures, report, titles, "report", page_tags)
        names = {squeezed(line.split("\n")[0]) for line in report.lines}
        for title in titles:
            if not forms_of(title) & names:
                failures.append(f"report: no line of its list begins with {title!r}")
        for number in range(0, len(CHOSEN)):
            shown = page_of(brm(program, folder, "show", f"r{number}", "--format", "markdown"))
            check(failures, shown, [titles[number]], f"show {titles[number]!r}", page_tags, "title: ")
    for words in failures[:40]:
        print(words)
    print(f"{len(titles)} texts: {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
