#include <doctest/doctest.h>

#include <random>

#include "base/text.h"
#include "render/format.h"
#include "support/run.h"

namespace brm::test {
namespace {

constexpr std::size_t widths[] = {40, 80, 100};

std::string drawn(const Document& document, std::size_t width = 80) {
  return render_text(document, {width, Colour::off});
}

Document document_with(Section section) {
  Document document;
  document.title = "Title";
  document.sections.push_back(std::move(section));
  return document;
}

Section section_with(Table table) {
  Section section;
  section.tables.push_back(std::move(table));
  return section;
}

/// The table alone, without heading.
std::string drawn_table(Table table, std::size_t width = 80) {
  Document document = document_with(section_with(std::move(table)));
  document.title.clear();
  return drawn(document, width);
}

std::string random_words(std::mt19937& random, std::size_t most) {
  constexpr std::string_view words[] = {
      "decision",      "of",      "caf\xC3\xA9", "\xE6\xBC\xA2\xE5\xAD\x97", "a",
      "e\xCC\x81tude", "on_track"};
  std::string text;
  for (std::size_t size = random() % (most + 1); size > 0; --size) {
    text.append(text.empty() ? "" : " ").append(words[random() % 7]);
  }
  return text;
}

Table random_table(std::mt19937& random) {
  Table table{"rows", "", {}, {}, "No rows here."};
  table.columns = {{"id", "id", Align::left, Room::fixed},
                   {"days", "days left", Align::right, Room::fixed},
                   {"title", "title", Align::left, Room::shrink},
                   {"reason", "reason", Align::left, Room::shrink},
                   {"note", "note", Align::left, Room::below},
                   {"raw", "raw", Align::left, Room::data}};
  for (std::size_t rows = random() % 5; rows > 0; --rows) {
    table.rows.push_back({cell("id" + std::to_string(random() % 100)),
                          random() % 3 == 0 ? Cell{} : cell(random() % 1000),
                          cell(random_words(random, 9)), cell(random_words(random, 20)),
                          cell(random_words(random, 30)), cell("never shown")});
  }
  return table;
}

void check_page(const std::string& page, std::size_t width) {
  CAPTURE(page);
  CAPTURE(width);
  std::string too_wide;
  std::string ends_in_blank;
  for (const std::string& line : lines_of(page)) {
    if (display_width(line) > width) too_wide += line + "\n";
    if (line.ends_with(' ')) ends_in_blank += line + "\n";
  }
  CHECK(too_wide == "");
  CHECK(ends_in_blank == "");
  CHECK(page.ends_with('\n'));
}

/// Pages made of records as people write them.
void check_small_example(std::size_t width) {
  const std::vector<std::vector<std::string>> pages{
      {"report", "outcomes"}, {"report", "portfolio"},     {"list", "risks"},
      {"list", "people"},     {"list", "relationships"},   {"show", "benefits-online"},
      {"explain", "policy"},  {"explain", "outcome.value"}};
  for (const std::vector<std::string>& page : pages) {
    std::vector<std::string> arguments{"-C", source_path("examples/small")};
    arguments.insert(arguments.end(), page.begin(), page.end());
    const Ran ran =
        run_brm(arguments,
                {.environment = {{"NO_COLOR", "1"}}, .is_terminal = true, .terminal_width = width});
    CHECK(ran.status == 0);
    check_page(ran.out, width);
  }
}

}  // namespace

TEST_CASE("document text: the whole page, piece by piece") {
  Document document{.name = "outcomes",
                    .title = "Outcomes",
                    .subtitle = "Office of the CIO",
                    .as_of = read_date("2026-07-08").date,
                    .notices = {"1 file could not be read"},
                    .summary = {{"all", "outcomes", cell(std::size_t{2})},
                                {"bad", "off track", Cell{}},
                                {"good", "on track", cell("1 of 2")}},
                    .sections = {},
                    .next = "brm show days"};
  Section section{"First", {"One paragraph."}, {{"k", "key", cell("value")}}, {}, "", ""};
  section.tables.push_back({"rows",
                            "A table",
                            {{"id", "id"}, {"n", "days left", Align::right}},
                            {{cell("days"), cell(std::size_t{7})}, {cell("c"), Cell{}}},
                            ""});
  document.sections = {section, {"Second", {}, {}, {}, "code", "a: 1\n\n  b: 2\n"}};
  CHECK(drawn(document) ==
        "Outcomes \xC2\xB7 Office of the CIO \xC2\xB7 as of 2026-07-08\n"
        "\n"
        "! 1 file could not be read\n"
        "\n"
        "outcomes   2\n"
        "on track   1 of 2\n"
        "\n"
        "First\n"
        "One paragraph.\n"
        "key  value\n"
        "A table\n"
        "ID    DAYS LEFT\n"
        "days          7\n"
        "c\n"
        "\n"
        "Second\n"
        "    a: 1\n"
        "\n"
        "      b: 2\n"
        "\n"
        "brm show days\n");
}

TEST_CASE("document text: cells of every type") {
  const Table table{"rows",
                    "",
                    {{"v", "value"}},
                    {{{std::string("text"), Tone::plain}},
                     {{true, Tone::plain}},
                     {{false, Tone::plain}},
                     {{std::int64_t{-7}, Tone::plain}},
                     {{read_decimal("4.50").number, Tone::plain}},
                     {{read_date("2026-07-08").date, Tone::plain}},
                     {{read_money("EUR 5", {}).money, Tone::plain}},
                     {{std::string("a\tb\x1B[31m\xE2\x80\x8B\xFF"), Tone::plain}},
                     {{std::string("a\nb"), Tone::plain}}},
                    ""};
  CHECK(drawn_table(table) ==
        "VALUE\ntext\nyes\nno\n-7\n4.50\n2026-07-08\nEUR 5.00\n"
        "a b<U+001B>[31m<U+200B>\\xFF\na\nb\n");
}

TEST_CASE("document text: columns that may shrink wrap, others never do") {
  const Table table{"rows",
                    "",
                    {{"id", "id"},
                     {"title", "title", Align::left, Room::shrink},
                     {"n", "n", Align::right},
                     {"why", "why", Align::left, Room::below},
                     {"raw", "raw", Align::left, Room::data}},
                    {{cell("a"), cell("Days to decide about an application"), cell(std::size_t{12}),
                      cell("because they had to wait for so very long"), cell("hidden")}},
                    ""};
  CHECK(drawn_table(table, 28) ==
        "ID  TITLE                  N\n"
        "a   Days to decide about  12\n"
        "    an application\n"
        "    because they had to wait\n"
        "    for so very long\n");
  CHECK(drawn_table(table, 80) ==
        "ID  TITLE                                 N\n"
        "a   Days to decide about an application  12\n"
        "    because they had to wait for so very long\n");
}

TEST_CASE("document text: on a page too narrow for columns each row has lines of its own") {
  const Table table{"rows",
                    "",
                    {{"id", "id"},
                     {"title", "title", Align::left, Room::shrink},
                     {"n", "n", Align::right},
                     {"why", "why", Align::left, Room::below},
                     {"raw", "raw", Align::left, Room::data}},
                    {{cell("a-long-id-of-the-first"), cell("The first of all"), Cell{},
                      cell("because"), cell("hidden")},
                     {cell("b"), Cell{}, cell(std::size_t{7}), Cell{}, Cell{}}},
                    ""};
  CHECK(drawn_table(table, 32) ==
        "id     a-long-id-of-the-first\n"
        "title  The first of all\n"
        "    because\n"
        "\n"
        "id     b\n"
        "n      7\n");
}

TEST_CASE("document text: where the last columns have no room they stand on a line below") {
  const Table table{
      "rows",
      "",
      {{"due", "due"},
       {"what", "what", Align::left, Room::shrink},
       {"when", "when"},
       {"in", "in"},
       {"who", "who"},
       {"why", "why", Align::left, Room::below}},
      {{cell("2026-07-09"), cell("A meeting of all who know"), cell("in 1 day"),
        cell("claims-renewal"), cell("celia-marchetti"), cell("because")},
       {cell("2026-07-12"), cell("Another"), cell("in 4 days"), cell("labor"), Cell{}, Cell{}}},
      ""};
  CHECK(drawn_table(table, 54) ==
        "DUE         WHAT                       WHEN\n"
        "2026-07-09  A meeting of all who know  in 1 day\n"
        "    in claims-renewal; who celia-marchetti\n"
        "    because\n"
        "2026-07-12  Another                    in 4 days\n"
        "    in labor\n");
  CHECK(drawn_table(table, 40) ==
        "DUE         WHAT               WHEN\n"
        "2026-07-09  A meeting of all   in 1 day\n"
        "            who know\n"
        "    in claims-renewal; who\n"
        "    celia-marchetti\n"
        "    because\n"
        "2026-07-12  Another            in 4 days\n"
        "    in labor\n");
  CHECK(drawn_table(table, 30).starts_with("due   2026-07-09\nwhat  A meeting of all who\n"));
}

TEST_CASE("document text: of several texts below, or beside and below, each has its name") {
  Table table{"rows",
              "",
              {{"due", "due"},
               {"before", "before", Align::left, Room::shrink},
               {"in", "in"},
               {"after", "after", Align::left, Room::shrink}},
              {{cell("2026-07-09"), cell("eight appeals a month (4 points)"),
                cell("claims-renewal"), cell("nine appeals each month (2 points)")}},
              ""};
  CHECK(drawn_table(table, 50).ends_with("\n    after nine appeals each month (2 points)\n"));
  table.columns[1].room = Room::fixed;
  CHECK(drawn_table(table, 65).ends_with("\n    nine appeals each month (2 points)\n"));
}

TEST_CASE("document text: no column is so narrow that an id in it is broken") {
  const Table table{
      "rows",
      "",
      {{"title", "title", Align::left, Room::shrink},
       {"in", "in", Align::left, Room::shrink},
       {"who", "who"}},
      {{cell("Half of all the people apply online"), cell("capitol-street-exit"), cell("celia")}},
      ""};
  CHECK(drawn_table(table, 44) ==
        "TITLE             IN                   WHO\n"
        "Half of all the   capitol-street-exit  celia\n"
        "people apply\n"
        "online\n");
}

TEST_CASE("document text: a column nobody filled takes no room") {
  const Table table{"rows",
                    "",
                    {{"a", "a"}, {"b", "b"}, {"c", "c"}},
                    {{cell("1"), Cell{}, cell("3")}, {cell("4"), Cell{}, cell("6")}},
                    ""};
  CHECK(drawn_table(table) == "A  C\n1  3\n4  6\n");
  CHECK(drawn_table({"rows", "", {{"a", "a"}}, {}, "Nothing."}) == "  Nothing.\n");
}

TEST_CASE("document text: wide letters and marks keep their columns") {
  const Table table{"rows",
                    "",
                    {{"a", "name"}, {"b", "b"}},
                    {{cell("\xE6\xBC\xA2\xE5\xAD\x97"), cell("1")},
                     {cell("e\xCC\x81"), cell("2")},
                     {cell("abcde"), cell("3")}},
                    ""};
  CHECK(drawn_table(table) ==
        "NAME   B\n\xE6\xBC\xA2\xE5\xAD\x97   1\ne\xCC\x81      2\nabcde  3\n");
}

TEST_CASE("document text: any table fits the page, and no line ends in a blank") {
  std::mt19937 random(61);
  for (int i = 0; i < 500; ++i) {
    const Table table = random_table(random);
    for (const std::size_t width : widths) check_page(drawn_table(table, width), width);
  }
}

TEST_CASE("document text: paragraphs, notices and details fit the page") {
  std::mt19937 random(62);
  for (int i = 0; i < 200; ++i) {
    Document document = document_with({"Section", {random_words(random, 60)}, {}, {}, "", ""});
    document.notices = {random_words(random, 40)};
    document.summary = {{"a", "a title", cell(random_words(random, 30))}};
    document.sections[0].details = {{"b", "days left", cell(random_words(random, 30))},
                                    {"c", "a longer title", cell(std::size_t{7})}};
    for (const std::size_t width : widths) {
      const std::string page = drawn(document, width);
      CAPTURE(page);
      for (const std::string& line : lines_of(page)) CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("document text: a line feed in a value begins a new line") {
  const Table table{"rows",
                    "",
                    {{"a", "a"}, {"b", "b"}, {"c", "c", Align::left, Room::below}},
                    {{cell("one\ntwo three"), cell("x"), cell("four\n\nfive")}},
                    ""};
  CHECK(drawn_table(table) == "A          B\none        x\ntwo three\n    four\n\n    five\n");
}

TEST_CASE("document text: the pages of the small example fit 80 and 100 columns") {
  check_small_example(80);
  check_small_example(100);
}

TEST_CASE("document text: the pages of the small example fit 40 columns") {
  check_small_example(40);
}

TEST_CASE("document text: the title of a column that shrinks fits too") {
  const std::string words = "some words and more of them, far more than the page is wide, and on";
  const Table table{"rows",
                    "",
                    {{"a", "a title of far more than twenty", Align::left, Room::shrink},
                     {"b", "b title of far more than twenty", Align::left, Room::shrink}},
                    {{cell(words), cell(words)}},
                    ""};
  check_page(drawn_table(table, 40), 40);
}

TEST_CASE("document text: heading, empty tables and the last line fit the page") {
  const std::string words = "some words and more of them than the page is wide";
  Document document;
  document.title = "Outcomes";
  document.subtitle = words;
  document.as_of = read_date("2026-07-08").date;
  check_page(drawn(document, 40), 40);
  check_page(drawn_table({"rows", "", {{"a", "a"}}, {}, words}, 40), 40);
  check_page(drawn_table({"rows", words, {{"a", "a"}}, {{cell("1")}}, ""}, 40), 40);
  document = document_with({});
  document.next = words;
  check_page(drawn(document, 40), 40);
  check_page(drawn(document_with({words, {}, {}, {}, "", ""}), 40), 40);
}

TEST_CASE("document text: nothing from a record reaches the terminal unseen") {
  const std::string hidden = "a\xE2\x80\x8B\x1B[31m";
  Document document = document_with({"", {hidden}, {{"k", "key", cell(hidden)}}, {}, "", hidden});
  document.title = hidden;
  document.subtitle = hidden;

  document.notices = {hidden};
  document.summary = {{"k", "key", cell(hidden)}};
  document.next = hidden;
  document.sections[0].tables = {{"t",
                                  "",
                                  {{"a", "a"}, {"b", "b", Align::left, Room::below}},
                                  {{cell(hidden), cell(hidden)}},
                                  ""}};
  std::size_t number = 0;
  for (const std::string& line : lines_of(drawn(document, 200))) {
    ++number;
    CAPTURE(number);
    CHECK(line.find_first_of("\x1B\xE2") == std::string::npos);
  }
}

TEST_CASE("document text: colour changes nothing but colour") {
  std::mt19937 random(63);
  Document document = document_with(section_with(random_table(random)));
  document.sections[0].tables[0].rows.push_back(
      {cell("x", Tone::good), cell(std::size_t{1}, Tone::bad), cell("y", Tone::doubtful),
       cell("z", Tone::faint), cell("below", Tone::strong), Cell{}});
  std::string coloured = render_text(document, {80, Colour::on});
  CHECK(coloured.find("\x1B[32mx\x1B[0m") != std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\x1B')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  CHECK(coloured == drawn(document));
}

}  // namespace brm::test
