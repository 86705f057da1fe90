#include <doctest/doctest.h>

#include "base/sha256.h"
#include "render/format.h"
#include "render/html_style.h"
#include "render/html_table.h"

namespace brm::test {
namespace {

bool has(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

std::size_t count(const std::string& page, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) {
    ++found;
  }
  return found;
}

Table rows_table() {
  return {"rows",
          "A table",
          {column("word", "word"), column("id", "id"), column("n", "days left", Holds::whole),
           column("empty", "empty"), column("bar", "", Holds::text, Room::picture),
           column("why", "why", Holds::text, Room::below),
           column("raw", "raw", Holds::text, Room::data)},
          {{cell("late", Tone::bad),
            cell("a<b", Tone::strong),
            {std::int64_t{-5}, Tone::plain},
            {},
            cell("##  "),
            cell("because\nof it"),
            cell("hidden")},
           {cell("fine", Tone::good), cell("c", Tone::strong), {}, {}, {}, {}, {}}},
          ""};
}

Section section_with(std::string title, Table table) {
  Section section{std::move(title), {}, {}, {}, "", ""};
  section.tables.push_back(std::move(table));
  return section;
}

Document titled(std::string title) {
  Document document;
  document.name = "n";
  document.title = std::move(title);
  return document;
}

}  // namespace

TEST_CASE("html: a table names its rows and columns, and what hangs below") {
  CHECK(html_table(rows_table(), "A & B") ==
        R"(<section class="wide" tabindex="0" aria-label="A &amp; B">
<table>
<caption>A &amp; B</caption>
<thead>
<tr><th scope="col">word</th><th scope="col">id</th><th scope="col" class="n">days left</th><td></td></tr>
</thead>
<tbody>
<tr><td><span class="bad">late</span></td><th scope="row">a&lt;b</th><td class="n">-5</td><td class="pic">##  </td></tr>
<tr class="more"><td colspan="4"><div><p>because<br>of it</p></div></td></tr>
</tbody>
<tbody>
<tr><td><span class="good">fine</span></td><th scope="row">c</th><td class="n"></td><td class="pic"></td></tr>
</tbody>
</table>
</section>
)");
}

TEST_CASE("html: a table without rows says why, or nothing") {
  Table table{"t", "", {column("id", "id")}, {}, "None <here>."};
  CHECK(html_table(table, "t") == "<p class=\"none\">None &lt;here&gt;.</p>\n");
  table.if_empty.clear();
  CHECK(html_table(table, "t").empty());
}

TEST_CASE("html: a picture of text is kept as it is drawn") {
  const Table table{
      "m", "", {column("d", "", Holds::text, Room::picture)}, {{cell("  5 | x")}}, ""};
  CHECK(html_table(table, "m") == "<pre>  5 | x</pre>\n");
}

TEST_CASE("html: the policy lets in the page's own style and nothing else") {
  const std::string page = render_html(titled("T"));
  CHECK(has(page, "default-src 'none'; style-src '" + csp_hash(html_style()) + "'"));
  CHECK(has(page, "<style>" + std::string(html_style()) + "</style>"));
  CHECK(!has(page, "style=\""));
  CHECK(!has(page, "<script"));
  CHECK(html_style().find("url(") == std::string_view::npos);
  CHECK(html_style().find("@import") == std::string_view::npos);
}

TEST_CASE("html: a whole page") {
  Document document{.name = "outcomes",
                    .title = "Outcomes <1>",
                    .subtitle = "Office & Co",
                    .as_of = read_date("2026-07-08").date,
                    .notices = {"1 file could not be read; run `brm check`"},
                    .summary = {{"all", "outcomes", cell(std::size_t{2}), Room::fixed, {}},
                                {"none", "none", Cell{}, Room::fixed, {}},
                                {"zero", "zero", cell(std::size_t{0}), Room::data, {}}},
                    .sections = {section_with("First", rows_table())},
                    .next = "Look first at it:\n    brm show it"};
  const std::string page = render_html(document);
  CHECK(
      page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK(has(page, "<title>Outcomes &lt;1&gt; · Office &amp; Co · as of 2026-07-08</title>"));
  CHECK(has(page,
            "<p class=\"over\">Office &amp; Co</p>\n<h1>Outcomes &lt;1&gt;</h1>\n"
            "<p>as of <time>2026-07-08</time></p>"));
  CHECK(count(page, "<h1>") == 1);
  CHECK(
      has(page, "<strong>Warning:</strong> 1 file could not be read; run <code>brm check</code>"));
  CHECK(has(page, "<dl class=\"tiles\">\n<div><dt>outcomes</dt><dd>2</dd></div>\n</dl>"));
  CHECK(!has(page, "zero"));
  CHECK(has(page, "<h2 id=\"first\">First</h2>\n<h3 id=\"a-table\">A table</h3>"));
  CHECK(has(page, "<p>Look first at it:</p>\n<pre>brm show it</pre>"));
  CHECK(has(page, "brm " BRM_VERSION ", as of <time>2026-07-08</time>"));
  CHECK(!has(page, "<nav"));
}

TEST_CASE("html: a long page begins with its contents, each heading with a place of its own") {
  Document document = titled("T");
  for (const char* title : {"Same & so", "Same & so", "漢字", "\n4 more", "next"}) {
    document.sections.push_back(section_with(title, rows_table()));
  }
  const std::string page = render_html(document);
  for (const char* anchor : {"same-so", "same-so-2", "part", "part-4-more", "next-2"}) {
    CAPTURE(anchor);
    CHECK(has(page, "<li><a href=\"#" + std::string(anchor) + "\">"));
    CHECK(has(page, "<h2 id=\"" + std::string(anchor) + "\">"));
  }
  for (const char* name : {"A table", "A table 2", "A table 5"}) {
    CHECK(count(page, "<caption>" + std::string(name) + "</caption>") == 1);
  }
}

TEST_CASE("html: sentences stand in a list, with one name for several") {
  Document document = titled("");
  document.summary = {{"what", "what", cell("A whole sentence that is long."), Room::fixed, {}},
                      {"tags.1", "tags", cell("one"), Room::fixed, {}},
                      {"tags.2", "", cell("two"), Room::fixed, {}}};
  const std::string page = render_html(document);
  CHECK(has(page,
            "<dl class=\"pairs\">\n<dt>what</dt><dd>A whole sentence that is long.</dd>\n"
            "<dt>tags</dt><dd>one</dd>\n<dd>two</dd>\n</dl>"));
  CHECK(has(page, "<h1>n</h1>"));
}

}  // namespace brm::test
