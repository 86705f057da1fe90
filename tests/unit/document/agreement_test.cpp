// Every cell is what its column says: csv and JSON Schema are made from columns alone.
#include <doctest/doctest.h>

#include <filesystem>
#include <stdexcept>

#include "assess/facts.h"
#include "model/all_kinds.h"
#include "read/read_portfolio.h"
#include "render/format.h"
#include "render/workbook.h"
#include "reports/report.h"
#include "support/run.h"

namespace brm::test {
namespace {

std::vector<std::string> folders() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("examples"))) {
    const bool has_records = std::filesystem::exists(entry.path() / "brm.yaml");
    if (has_records) out.push_back(entry.path().string());
  }
  for (const std::string name : {"it-dashboard", "mta"}) {
    if (std::string folder = real_folder(name); !folder.empty()) out.push_back(std::move(folder));
  }
  return out;
}

/// What json calls everything in it, in order.
std::vector<std::string> keys_of(const Document& document) {
  std::vector<std::string> keys;
  for (const Detail& detail : document.summary) keys.push_back("summary." + detail.key);
  for (const Section& section : document.sections) {
    for (const Detail& detail : section.details) keys.push_back(detail.key);
    for (const Table& table : section.tables) {
      for (const Column& column : table.columns) keys.push_back(table.key + "." + column.key);
    }
  }
  return keys;
}

Document made(const Report& report, const Folder& folder) {
  const Reading reading = read_portfolio(folder);
  return report.make(Assessment(reading.portfolio, read_date("2026-07-08").date), {});
}

std::string refusal(std::vector<Column> columns, std::vector<Cell> row) {
  Document document;
  document.sections.push_back({});
  document.sections.back().tables.push_back({"rows", "", std::move(columns), {std::move(row)}, ""});
  try {
    require_agreement(document);
  } catch (const std::logic_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("document: a cell that is not as its column says is refused") {
  const Cell day{read_date("2026-07-08").date, Tone::plain};
  const Cell half{read_decimal("0.5").number, Tone::plain};
  const Cell two{read_decimal("2").number, Tone::plain};
  const std::string wrong = "column a of rows holds text, and `2026-07-08` is a date";
  CHECK(refusal({column("a", "a")}, {day}) == wrong);
  CHECK(refusal({column("a", "a", Holds::date)}, {day}).empty());
  CHECK(refusal({column("a", "a", Holds::date)}, {Cell{}}).empty());
  CHECK(refusal({column("a", "a", Holds::date)}, {cell("soon")}) ==
        "column a of rows holds a date, and `soon` is text");
  CHECK(refusal({column("a", "a", Holds::whole)}, {two}).empty());
  CHECK(refusal({column("a", "a", Holds::whole)}, {half}) ==
        "column a of rows holds a whole number, and `0.5` is a number");
  CHECK(refusal({column("a", "a", Holds::number)}, {cell(std::size_t{2})}).empty());
  CHECK(refusal({column("a", "a")}, {}) == "table rows has 1 columns, and a row of it 0 cells");
  Document document;
  document.summary = {{"all", "all", cell(std::size_t{2}), Room::fixed, Holds::date}};
  CHECK_THROWS_WITH(require_agreement(document), "all holds a date, and `2` is a whole number");
}

TEST_CASE("document: every report agrees with its columns, and has them all without records too") {
  for (const Report* report : all_reports()) {
    CAPTURE(report->name);
    const Document empty = made(*report, MemoryFolder({}));
    CHECK(!keys_of(empty).empty());
    for (const std::string& folder : folders()) {
      CAPTURE(folder);
      const Document full = made(*report, DiskFolder(folder));
      CHECK_NOTHROW(require_agreement(full));
      CHECK(keys_of(full) == keys_of(empty));
    }
  }
}

TEST_CASE("document: every column that can be listed holds what it says") {
  for (const std::string& folder : folders()) {
    CAPTURE(folder);
    const int status = folder.ends_with("faulty") ? 2 : 0;  // not all of its records can be read
    for (const Kind* kind : all_kinds()) {
      std::string columns;
      for (const std::string_view name : names_of(*kind)) {
        columns += (columns.empty() ? "" : ",") + std::string(name);
        const std::size_t index = kind->index_of(name);
        const Kind* part = index == kind->size() ? nullptr : kind->field(index).part;
        if (part == nullptr) continue;
        for (const Field& inner : part->fields) {
          columns += "," + std::string(name) + "." + std::string(inner.name);
        }
      }
      CAPTURE(kind->plural);
      const Ran ran =
          run_brm({"-C", folder, "list", std::string(kind->plural), "--columns", columns});
      CHECK_MESSAGE(ran.status == status, ran.err);
      CHECK(!ran.out.empty());
    }
  }
}

namespace {

/// The id of the first record of a kind; empty where there is none.
std::string first_of(const Kind& kind, const std::string& folder) {
  const Ran ran = run_brm(
      {"-C", folder, "list", std::string(kind.plural), "--columns", "id", "--format", "csv"});
  const auto lines = lines_of(ran.out);
  return lines.size() < 2 ? "" : lines[1].substr(0, lines[1].find('\r'));
}

}  // namespace

TEST_CASE("document: every report is written in every format") {
  for (const std::string& folder : folders()) {
    CAPTURE(folder);
    for (const Report* report : all_reports()) {
      for (const Format& format : document_formats()) {
        CAPTURE(report->name);
        CAPTURE(format.words.name);
        std::vector<std::string> asked{"-C",         folder,   "--as-of",
                                       "2026-07-08", "report", std::string(report->name)};
        if (report->subject != nullptr) {
          const std::string subject = first_of(*report->subject, folder);
          if (subject.empty()) continue;
          asked.push_back(subject);
        }
        asked.insert(asked.end(), {"--format", std::string(format.words.name)});
        if (is_for_files(format.words))
          asked.insert(asked.end(), {"-o", "a" + std::string(format.words.ending)});
        const Ran ran = run_brm(asked);
        CHECK(is_for_files(format.words) ? ran.files.size() == 1 : ran.out.ends_with('\n'));
        // Only what could not be read is a reason for another status, and then it is said.
        CHECK_MESSAGE((ran.status == 0 || ran.err.find("could not be read") != std::string::npos),
                      ran.err);
      }
    }
  }
}

}  // namespace brm::test
