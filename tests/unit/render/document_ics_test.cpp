// Calendars, byte for byte. Whether a library reads them too: tests/markup/check_calendar.py.
#include <doctest/doctest.h>

#include "render/format.h"
#include "support/run.h"

namespace brm::test {
namespace {

/// The lines between `BEGIN:VEVENT` and `END:VEVENT` of a calendar of one clock.
std::string event_of(const std::string& what) {
  Document document;
  document.title = "Agenda";
  document.as_of = read_date("2026-07-08").date;
  document.sections.push_back({});
  document.sections.back().tables.push_back(
      {"clocks",
       "",
       {column("due", "", Holds::date), column("what", ""), column("owner", ""), column("asks", ""),
        column("place", ""), column("kind", ""), column("uid", "")},
       {{{read_date("2026-10-02").date, Tone::plain},
         cell(what),
         cell("ann"),
         cell("do it"),
         cell("a.yaml:3"),
         cell("notice"),
         cell("1@brm")}},
       ""});
  std::string out = render_ics(document);
  out = out.substr(out.find("BEGIN:VEVENT\r\n") + 14);
  return out.substr(0, out.find("END:VEVENT"));
}

std::string summary_of(const std::string& what) {
  const std::string event = event_of(what);
  const std::size_t from = event.find("SUMMARY:") + 8;
  return event.substr(from, event.find("\r\nDESCRIPTION") - from);
}

}  // namespace

TEST_CASE("ics: an event of one day, stamped with the day the records are as of") {
  CHECK(event_of("Notice") ==
        "UID:1@brm\r\n"
        "DTSTAMP:20260708T000000Z\r\n"
        "DTSTART;VALUE=DATE:20261002\r\n"
        "SUMMARY:Notice\r\n"
        "DESCRIPTION:ann: do it\\na.yaml:3\r\n"
        "CATEGORIES:notice\r\n"
        "TRANSP:TRANSPARENT\r\n");
}

TEST_CASE("ics: a calendar without a clock has a component all the same, and no event") {
  Document document;
  document.sections.push_back({});
  document.sections.back().tables.push_back(
      {"clocks", "", {column("due", "", Holds::date)}, {}, ""});
  CHECK(render_ics(document) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//brm//agenda//EN\r\n"
        "X-WR-CALNAME:Agenda\r\n"
        "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("ics: commas, semicolons, backslashes and line feeds are escaped, controls are named") {
  CHECK(summary_of("a, b; c\\d") == "a\\, b\\; c\\\\d");
  CHECK(summary_of("two\nlines") == "two\\nlines");
  CHECK(summary_of("UID:2\r\nBEGIN:VALARM") == "UID:2<U+000D>\\nBEGIN:VALARM");
}

TEST_CASE("ics: lines end at 75 octets, and go on after a blank, never inside a character") {
  // `SUMMARY:` takes 8 of the 75.
  CHECK(summary_of(std::string(67, 'x')) == std::string(67, 'x'));
  CHECK(summary_of(std::string(68, 'x')) == std::string(67, 'x') + "\r\n x");
  CHECK(summary_of(std::string(142, 'x')) ==
        std::string(67, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x");
  CHECK(summary_of(std::string(66, 'x') + "é") == std::string(66, 'x') + "\r\n é");
  CHECK(summary_of(std::string(65, 'x') + "é") == std::string(65, 'x') + "é");
  CHECK(summary_of(std::string(64, 'x') + "漢字") == std::string(64, 'x') + "漢\r\n 字");
}

TEST_CASE("ics: an event keeps its uid when its date is moved, and no two share one") {
  const std::string head =
      "kind: relationship\nid: p\ntitle: P\ntype: agency\ntier: strategic\nmanager: m\n";
  const auto uids_of = [&](const std::string& rest) {
    const Ran ran = run_brm_on({{"p.yaml", head + rest}}, {"agenda", "--format", "ics"});
    REQUIRE_MESSAGE(ran.status == 0, ran.err);
    std::vector<std::string> uids;
    for (const std::string& line : lines_of(ran.out)) {
      if (line.starts_with("UID:")) uids.push_back(line);
    }
    return uids;
  };
  const auto step = [](const std::string& text, const std::string& due) {
    return "  - {name: N, influence: low, interest: low, action: {text: " + text + ", due: " + due +
           "}}\n";
  };
  const auto before =
      uids_of("stakeholders:\n" + step("A", "2026-07-09") + step("A", "2026-07-10") +
              step("B", "2026-07-11") + "promises: [{id: a, by: us, text: T, due: 2026-07-12}]\n");
  REQUIRE(before.size() == 4);
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK(before[i] != before[j]);
  }
  CHECK(before ==
        uids_of("promises: [{id: a, by: us, text: Other words, due: 2026-08-12}]\nstakeholders:\n" +
                step("A", "2026-07-19") + step("A", "2026-07-20") + step("B", "2026-07-21")));
}

}  // namespace brm::test
