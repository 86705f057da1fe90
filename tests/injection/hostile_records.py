"""Records whose every text, and the names of whose files, mean something to somebody who reads a report.

Free text is found by the schema that `brm schema` prints: fields that are a line or prose. They are
replaced in the records of examples/office, where they are left out they are added, so that no field of
any kind is forgotten.
"""

import copy
import json
import os
import subprocess

import yaml

TEXTS = [
    # HTML and XML
    "<script>alert(1)</script>", "\"onmouseover=alert(1) x='", "javascript:alert(1)", "</style></title><h1>x", "<!-- gone",
    "]]><x/>", "&amp;lt;b&gt; &#x3c;i&#62;", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "--></td></table>",
    # Markdown
    "| a | b |", "](http://x.example)", "```", "~~~ `a` ``b``", "@team and #12, org/repo#3", "![x](http://x.example/p.png)",
    "[x]: http://x.example", "# not a heading", "- [ ] not a task", "1. not a list", "> not a quotation", "***", "<https://x.example>",
    "a\\| b \\", "www.x.example",
    # Spreadsheets
    "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "＝1", "a,b;c\"d\"", "\"", "'",
    # Build servers
    "::error::x", "::stop-commands::x", "##[error]x", "a ##[group]x", "%0A::notice::x", "##vso[task.complete]x",
    # E-mail and calendars
    "x\\nBcc: eve@x.example", "BEGIN:VEVENT", "END:VCALENDAR", "a;b=c:d,e\\n", "=?utf-8?B?QkNDOg==?=", ".", "From eve",
    # JSON, templates, shells, paths
    "\\u0000 \\\\ \\\"", "{{ x }} {% y %} ${z} $(touch x) `touch x`", "../../etc/passwd", "%s%n%p {} {0}", "null", "true", "~",
    # Letters
    "漢字かな交じり文", "👩‍🚒👨‍👩‍👧‍👦 family", "e\u0301\u0327 combined " + "\u0301" * 20, "שלום עולם", "مرحبا بالعالم", "x" * 200,
    "\U0001F1FA\U0001F1F8 flags", "\ufdfd wide", "\u00a0\u2003 blanks \u3000",
]
# As names of files that cannot be read, which every answer then names.
NAMES = [b"a\x1b[31m", b"::error::x", b"##[error]x", b"n\nl", b"<img src=x>", b"|x|`y`", b"=1+1", b"b\xff\xfe", b"\xe2\x80\xae", b"-C",
         b"a b&c%41", b"]]>", b"\"'", b"@team"]
LIST = "a list"


def texts_of(schema):
    """For each definition, its fields: `text`, or the name of the definition its parts are of."""
    definitions = schema["definitions"]

    def leaves(node):
        if "$ref" in node:
            yield node["$ref"].rsplit("/", 1)[1]
        for key in ("anyOf", "allOf", "oneOf"):
            for each in node.get(key, []):
                yield from leaves(each)
        if isinstance(node.get("items"), dict):
            yield LIST
            yield from leaves(node["items"])
    return {name: {field: set(leaves(node)) for field, node in definition.get("properties", {}).items()}
            for name, definition in definitions.items() if "properties" in definition}


class Hostile:
    """Texts go round: each field gets the next one, from another start in each folder."""

    def __init__(self, fields, start, texts):
        self.fields, self.next, self.texts = fields, start, texts
        self.count = 0

    def text(self):
        self.count += 1
        self.next = (self.next + 1) % len(self.texts)
        return self.texts[self.next]

    def record(self, value, kind):
        known = self.fields.get(kind, {})
        made = {}
        for key, each in value.items():
            made[key] = self.field(each, known.get(key, set())) if key not in ("kind", "id") else each
        for key, leaves in known.items():
            # Not two forms of one thing; rules of the office itself are expressions, and not for readers.
            if key not in made and leaves & {"a-line", "some-text"} and key not in ("kind", "where", "ignore", "x-allow"):
                if not leaves & set(self.fields) and key not in ("from", "to", "value", "out_of"):
                    made[key] = [self.text(), self.text()] if LIST in leaves else self.text()
        return made

    def field(self, value, leaves):
        parts = [name for name in leaves if name in self.fields]
        if isinstance(value, list):
            return [self.field(each, leaves) for each in value]
        if isinstance(value, dict):
            return self.record(value, max(parts, key=lambda name: len(set(value) & set(self.fields[name])))) if parts else value
        is_free = leaves & {"a-line", "some-text"} and not leaves & {"an-id", "a-reference", "a-date", "an-amount", "a-number"}
        return self.text() if is_free and isinstance(value, str) else value


def make(brm, source, folder, start, texts):
    """Writes the records; returns how many texts were put in."""
    fields = texts_of(json.loads(subprocess.run([brm, "schema"], capture_output=True, check=True).stdout))
    hostile = Hostile(fields, start, texts)
    for path in sorted((source / "examples/office").rglob("*.yaml")):
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        record = hostile.record(copy.deepcopy(loaded), loaded["kind"])
        record.pop("x-allow", None)
        if loaded["kind"] == "office":
            record["policy"] = {key: each for key, each in loaded.get("policy", {}).items() if key != "rules"}
        to = folder / path.relative_to(source / "examples/office")
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return hostile.count


def add_names(folder):
    """Links to nothing: each is named in every answer as one that could not be read."""
    for name in NAMES:
        os.symlink(b"nowhere", os.path.join(os.fsencode(folder), name.replace(b"/", b"_") + b".yaml"))
