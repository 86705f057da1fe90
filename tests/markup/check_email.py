#!/usr/bin/env python3
"""What brm writes as a message, read by Python's parser: both parts say the same, and no text of a
record becomes a header, a line that is too long, or markup.

    check_email.py BRM SOURCE
"""

import email
import email.policy
import html.parser
import json
import subprocess
import sys
import tempfile
from pathlib import Path

AS_OF = "2026-07-08"
HEADERS = ["Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"]
TITLES = ["plain", "Bürgeramt & Söhne", "漢字" * 60, "x" * 300, "=?utf-8?B?eA==?=", "<script>alert(1)</script>",
          "<b>bold</b> \"quoted\" 'single'", "a\\nBcc: x@example.org", "From here", ".", "👩‍🚒 " * 30, "100 % =3D",
          "https://example.com/a?b=c&d", "--=_brm", "--=_brm--"]


class Page(html.parser.HTMLParser):
    """The text of it, and what must not be in a message."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.faults, self.skips = "", [], False

    def handle_starttag(self, tag, attributes):
        if tag in ("style", "script", "svg", "img", "link", "a", "iframe", "form"):
            self.faults.append(tag)
        self.faults += [name for name, _ in attributes if name.startswith("on") or name in ("href", "src", "class")]
        self.skips = tag == "title"

    def handle_endtag(self, _):
        self.skips = False

    def handle_data(self, data):
        if not self.skips:
            self.text += data


def ran(brm, folder, *arguments):
    done = subprocess.run([brm, "-C", str(folder), "--as-of", AS_OF, *arguments], capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode("utf-8"))
    return done.stdout


def squeezed(text):
    return "".join(text.split())


def check(brm, folder, *arguments):
    """The message's size."""
    written = ran(brm, folder, *arguments, "--format", "email")
    assert written == ran(brm, folder, *arguments, "--format", "email"), "two runs differ"
    for line in written.split(b"\r\n"):
        assert len(line) <= 76 and b"\n" not in line and b"\r" not in line, line
        line.decode("ascii")
    assert len(written) <= 100_000, f"{arguments}: {len(written)} bytes"
    message = email.message_from_bytes(written, policy=email.policy.default)
    assert [name for name, _ in message.items()] == HEADERS, message.keys()
    assert message["Date"].datetime.date().isoformat() == AS_OF
    assert message.get_content_type() == "multipart/alternative"
    text, page = message.iter_parts()
    for each in (message, text, page):
        assert not each.defects, each.defects
        assert all(not value.defects for value in each.values()), "a header has a defect"
    assert (text.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    shown = Page()
    shown.feed(page.get_content())
    assert not shown.faults, shown.faults
    plain = text.get_content()
    assert all(len(line) <= 72 or not line.isascii() for line in plain.splitlines()), "the text is too wide"
    return message, squeezed(plain), squeezed(shown.text), len(written)


def hostile_folder(folder):
    (folder / "initiatives").mkdir()
    (folder / "brm.yaml").write_text("kind: office\nid: office\ntitle: \"Bcc: x@example.org & Söhne\"\n", encoding="utf-8")
    for number, title in enumerate(TITLES):
        quoted = json.dumps(title, ensure_ascii=False)
        (folder / f"initiatives/i{number}.yaml").write_text(
            f"kind: initiative\nid: i{number}\ntitle: {quoted}\nstatus: active\n", encoding="utf-8")


def main():
    brm, source = sys.argv[1], Path(sys.argv[2])
    office = source / "examples/office"
    reports = [line.split("\t")[0] for line in
               ran(brm, office, "completion", "candidates", "--", "report", "").decode().splitlines()]
    sizes = []
    for name in reports:
        if not name.isalpha():
            continue
        about = ["labor"] if name == "brief" else []
        message, plain, shown, size = check(brm, office, "report", name, *about)
        sizes.append((size, name))
        assert "Tamarack State Technology Office" in message["Subject"] or about, message["Subject"]
        # The same words in both; only what is cut to a row or drawn may differ.
        for word in set(ran(brm, office, "report", name, *about, "--format", "csv").decode().split(",")):
            if len(word) > 30 and squeezed(word) in plain:
                assert squeezed(word) in shown, f"{name}: {word}"
    check(brm, office, "agenda", "--within", "1y")
    check(brm, office, "show", "claims-renewal")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        hostile_folder(folder)
        message, plain, shown, _ = check(brm, folder, "list", "initiatives", "--columns", "id,title")
        for title in TITLES:
            # A joiner is invisible, and so shown by its name.
            words = squeezed(title.replace("\u200d", "<U+200D>"))
            assert words in shown, f"not shown as it is: {title}"
        assert message["Subject"].endswith("as of " + AS_OF), message["Subject"]
        message, plain, shown, _ = check(brm, folder, "show", f"i{TITLES.index('a' + chr(92) + 'nBcc: x@example.org')}")
        assert "Bcc" in message["Subject"] and message["Bcc"] is None
    largest = max(sizes)
    print(f"{len(sizes)} messages read; the largest is {largest[1]} with {largest[0]:,} bytes")


if __name__ == "__main__":
    main()
