#include <doctest/doctest.h>

#include "render/format.h"

namespace brm::test {
namespace {

Document whole_document() {
  Document document{.name = "outcomes",
                    .title = "Outcomes # 1",
                    .subtitle = "Office of the CIO",
                    .as_of = read_date("2026-07-08").date,
                    .notices = {"1 file could not be read; run `brm check`"},
                    .summary = {{"all", "outcomes", cell(std::size_t{2}), Room::fixed, {}},
                                {"none", "none", Cell{}, Room::fixed, {}},
                                {"zero", "zero", cell(std::size_t{0}), Room::data, {}},
                                {"tags.1", "tags", cell("one"), Room::fixed, {}},
                                {"tags.2", "", cell("two\nlines"), Room::fixed, {}}},
                    .sections = {},
                    .next = "Look first at it:\n    brm show it"};
  Section section{"\nFirst", {"One paragraph.\n- and a line"}, {}, {}, "code", "a: 1\n"};
  section.details = {{"k", "key", cell("a\nb"), Room::fixed, {}}};
  section.tables.push_back(
      {"rows",
       "A table",
       {column("id", "id"), column("n", "days left", Holds::whole), column("empty", "empty"),
        column("bar", "bar", Holds::text, Room::picture),
        column("why", "why", Holds::text, Room::below),
        column("raw", "raw", Holds::text, Room::data)},
       {{cell("a|b"),
         {std::int64_t{-5}, Tone::plain},
         {},
         cell("## "),
         cell("because\n1. of it"),
         cell("x")},
        {cell("long", Tone::strong), {}, {}, {}, {}, {}}},
       ""});
  section.tables.push_back({"none", "", {column("id", "id")}, {}, "No row here."});
  section.tables.push_back(
      {"matrix", "", {column("drawn", "", Holds::text, Room::picture)}, {{cell("  5 | x")}}, ""});
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace

TEST_CASE("markdown: a whole document") {
  CHECK(render_markdown(whole_document()) == R"(# Outcomes \# 1

Office of the CIO · as of 2026-07-08

> **Warning:** 1 file could not be read; run `brm check`

- outcomes: 2
- tags:
  - one
  - two\
    lines

## First

One paragraph.\
\- and a line

- key: a\
  b

```
a: 1
```

### A table

|   # | id   | days left | bar   |
| --: | ---- | --------: | ----- |
|   1 | a\|b |        -5 | `## ` |
|   2 | long |           |       |

1. a\|b
   - because
   - 1\. of it
2. long

No row here.

```
  5 | x
```

Look first at it:

```
brm show it
```
)");
}

TEST_CASE("markdown: nothing at all is nothing") { CHECK(render_markdown(Document{}).empty()); }

TEST_CASE("markdown: a long cell does not make the others long") {
  Document document;
  document.sections.push_back({});
  document.sections.back().tables.push_back(
      {"rows",
       "",
       {column("a", "a"), column("b", "b")},
       {{cell(std::string(80, 'x')), cell("é")}, {cell("short"), cell("漢")}},
       ""});
  CHECK(render_markdown(document) == "| a     | b   |\n| ----- | --- |\n| " + std::string(80, 'x') +
                                         " | é   |\n| short | 漢  |\n");
}

TEST_CASE("markdown: rows that have numbers of their own get no others") {
  Document document;
  document.sections.push_back({});
  document.sections.back().tables.push_back({"rows",
                                             "",
                                             {column("place", "#", Holds::whole), column("a", "a"),
                                              column("why", "why", Holds::text, Room::below)},
                                             {{cell(std::size_t{1}), cell("x"), cell("y")}},
                                             ""});
  CHECK(render_markdown(document) ==
        "|   # | a   |\n| --: | --- |\n|   1 | x   |\n\n1. x\n   - y\n");
}

}  // namespace brm::test
