// A workbook as ECMA-376 has it: a sheet about the answer, and one for each of its tables. Numbers,
// amounts and days are what they are; every text is a text, so that none of them is a formula.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/folding.h"
#include "base/text.h"
#include "base/utf8.h"
#include "render/plain_text.h"
#include "render/workbook.h"
#include "render/xlsx_style.h"
#include "render/xml.h"
#include "render/zip.h"

namespace brm {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_names =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::size_t widest = 60;  ///< Of a column, in digits; what is longer is wrapped.
constexpr std::size_t narrowest = 8;

/// `AB` of the 28th column.
std::string letters_of(std::size_t column) {
  std::string out;
  for (++column; column > 0; column = (column - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return out;
}

/// No program holds more than this in a cell.
std::string fitting(std::string text) {
  constexpr std::size_t most = 32'000;  // of 32,767 UTF-16 units, which are never more than bytes
  if (text.size() <= most) return text;
  std::size_t end = most;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// A double has no more digits than these, and workbooks keep numbers as doubles.
bool is_exact(std::string_view number) {
  constexpr std::ptrdiff_t most = 15;
  const auto digits =
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits <= most;
}

/// `0.00`
std::string format_of(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? "0" : "0." + std::string(number.size() - point - 1, '0');
}

struct SheetCell {
  std::string value;  ///< Of a text as it is read.
  CellStyle style;
  char type = 'n';  ///< A number; `s` a text, `b` a truth.
};

SheetCell text_cell(std::string_view text) {
  const std::string shown = fitting(plain_text(text));
  const bool wraps = display_width(shown) > widest || shown.find('\n') != std::string::npos;
  const bool is_odd = !shown.empty() &&
                      std::string_view("=+-@\t\r\n'").find(shown.front()) != std::string_view::npos;
  return {shown, {.wraps = wraps, .is_text = is_odd}, 's'};
}

SheetCell number_cell(const std::string& number, std::string format) {
  if (!is_exact(number)) return text_cell(number);
  return {number, {.number_format = std::move(format)}};
}

/// A day counts from 1899-12-30. Those before March 1900 are a day off in some programs.
SheetCell day_cell(Date date) {
  constexpr Date origin{-25569};
  constexpr std::int32_t first_agreed = 61;
  const std::int32_t days = date - origin;
  if (days < first_agreed) return text_cell(to_text(date));
  return {std::to_string(days), {.number_format = "yyyy\\-mm\\-dd"}};
}

SheetCell money_cell(const Money& money) {
  const auto digits = static_cast<std::uint8_t>(minor_digits(money.currency));
  const std::string number = to_text(Decimal{money.minor, digits});
  const std::string decimals = digits == 0 ? "" : "." + std::string(digits, '0');
  return number_cell(number, fmt::format("\"{}\" #,##0{}", money.currency.text(), decimals));
}

SheetCell cell_of(const Cell& cell) {
  if (const bool* yes = std::get_if<bool>(&cell.value)) return {*yes ? "1" : "0", {}, 'b'};
  if (const auto* money = std::get_if<Money>(&cell.value)) return money_cell(*money);
  if (const auto* date = std::get_if<Date>(&cell.value)) return day_cell(*date);
  if (const auto* text = std::get_if<std::string>(&cell.value)) return text_cell(*text);
  const bool is_number = std::holds_alternative<Decimal>(cell.value) ||
                         std::holds_alternative<std::int64_t>(cell.value);
  if (!is_number) return {};
  std::string number = to_text(Cell{cell.value, Tone::plain});
  if (const auto* decimal = std::get_if<Decimal>(&cell.value)) number = to_text(*decimal);
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) number = std::to_string(*whole);
  return number_cell(number, format_of(number));
}

/// A grid of cells that is to become a sheet.
struct Sheet {
  std::string name;
  std::vector<std::vector<SheetCell>> rows;
  bool has_head = false;  ///< Its first row stays in sight, and filters the others.
};

std::size_t shown_width(const SheetCell& cell) {
  if (cell.type == 's') return display_width(cell.value);
  return std::max(cell.value.size() + cell.value.size() / 3, cell.style.number_format.size());
}

std::string columns_xml(const Sheet& sheet) {
  std::vector<std::size_t> widths;
  for (const auto& row : sheet.rows) {
    widths.resize(std::max(widths.size(), row.size()), narrowest);
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::min(widest, std::max(widths[i], shown_width(row[i]) + 2));
    }
  }
  std::string out;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    out +=
        fmt::format(R"(<col min="{0}" max="{0}" width="{1}" customWidth="1"/>)", i + 1, widths[i]);
  }
  return out.empty() ? "" : "<cols>" + out + "</cols>";
}

std::string cell_xml(const SheetCell& cell, const std::string& place, StyleSheet& styles) {
  if (cell.value.empty()) return "";
  const std::size_t style = styles.number_of(cell.style);
  std::string out = fmt::format(R"(<c r="{}")", place);
  if (style != 0) out += fmt::format(R"( s="{}")", style);
  if (cell.type == 's') {
    return out + R"( t="inlineStr"><is><t xml:space="preserve">)" + xml_text(cell.value) +
           "</t></is></c>";
  }
  if (cell.type == 'b') out += R"( t="b")";
  return out + "><v>" + cell.value + "</v></c>";
}

std::string sheet_xml(const Sheet& sheet, bool is_first, StyleSheet& styles) {
  std::string out =
      fmt::format(R"({}<worksheet xmlns="{}"><sheetViews><sheetView{} workbookViewId="0">)", head,
                  main_names, is_first ? " tabSelected=\"1\"" : "");
  if (sheet.has_head) {
    out += R"(<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>)";
  }
  out += "</sheetView></sheetViews>" + columns_xml(sheet) + "<sheetData>";
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    out += fmt::format(R"(<row r="{}">)", i + 1);
    for (std::size_t column = 0; column < sheet.rows[i].size(); ++column) {
      const std::string place = letters_of(column) + std::to_string(i + 1);
      out += cell_xml(sheet.rows[i][column], place, styles);
    }
    out += "</row>";
  }
  out += "</sheetData>";
  if (sheet.has_head && !sheet.rows.front().empty()) {
    out += fmt::format(R"(<autoFilter ref="A1:{}{}"/>)", letters_of(sheet.rows.front().size() - 1),
                       sheet.rows.size());
  }
  return out + "</worksheet>\n";
}

SheetCell head_cell(std::string_view text) {
  SheetCell out = text_cell(text);
  out.style.is_head = true;
  return out;
}

void add_details(const std::vector<Detail>& details, Sheet& sheet) {
  for (const Detail& detail : details) {
    sheet.rows.push_back(
        {text_cell(detail.title.empty() ? detail.key : detail.title), cell_of(detail.value)});
  }
}

/// All that stands beside the tables.
Sheet about(const Document& document) {
  Sheet sheet{"About", {{head_cell(document.title)}}};
  if (!document.subtitle.empty()) sheet.rows.push_back({text_cell(document.subtitle)});
  if (document.as_of) sheet.rows.push_back({text_cell("as of"), day_cell(*document.as_of)});
  for (const std::string& notice : document.notices) sheet.rows.push_back({text_cell(notice)});
  add_details(document.summary, sheet);
  for (const Section& section : document.sections) {
    const bool is_empty =
        section.paragraphs.empty() && section.details.empty() && section.code.empty();
    if (is_empty) continue;
    sheet.rows.emplace_back();
    if (!section.title.empty()) sheet.rows.push_back({head_cell(section.title)});
    for (const std::string& paragraph : section.paragraphs) {
      sheet.rows.push_back({text_cell(paragraph)});
    }
    add_details(section.details, sheet);
    if (!section.code.empty()) sheet.rows.push_back({text_cell(section.code)});
  }
  return sheet;
}

Sheet sheet_of(const Table& table, std::string name) {
  Sheet sheet{std::move(name), {{}}, true};
  for (const Column& column : table.columns) {
    if (column.room == Room::picture) continue;
    sheet.rows[0].push_back(head_cell(column.title.empty() ? column.key : column.title));
  }
  for (const auto& row : table.rows) {
    sheet.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (table.columns[i].room != Room::picture) sheet.rows.back().push_back(cell_of(row[i]));
    }
  }
  return sheet;
}

/// At most 31 letters, none of which means something in a reference, and no other sheet's.
std::string sheet_name(std::string_view wanted, std::set<std::string>& taken) {
  constexpr std::size_t longest = 28;  // and room for ` 12`
  std::string name;
  for (const char c : cut_to(trimmed(visible(wanted)), longest)) {
    name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  }
  if (trimmed(name).empty()) name = "Table";
  std::string out = name;
  for (int count = 2; !taken.insert(folded(out)).second; ++count) {
    out = fmt::format("{} {}", name, count);
  }
  return out;
}

std::vector<Sheet> sheets_of(const Document& document) {
  std::vector<Sheet> sheets{about(document)};
  std::set<std::string> taken{folded(sheets.front().name)};
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) {
      if (is_picture(table)) continue;
      std::string title = table.title;
      std::erase(title, '\n');
      if (title.empty()) title = section.title.empty() ? plain_word(table.key) : section.title;
      sheets.push_back(sheet_of(table, sheet_name(title, taken)));
    }
  }
  return sheets;
}

std::string relation(std::size_t number, std::string_view type, std::string_view target) {
  return fmt::format(R"(<Relationship Id="rId{}" Type="{}" Target="{}"/>)", number, type, target);
}

std::string relations(std::string_view entries) {
  return fmt::format(
      R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)"
      "\n",
      head, entries);
}

/// What it is made of, where that is, and the day it is of.
std::vector<ZipEntry> frame_of(const std::vector<Sheet>& sheets, const Document& document,
                               const StyleSheet& styles) {
  std::string types;
  std::string list;
  std::string parts;
  const std::string office(relation_names);
  for (std::size_t i = 1; i <= sheets.size(); ++i) {
    types += fmt::format(
        R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)",
        i);
    list += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)",
                        xml_text(sheets[i - 1].name), i, i);
    parts += relation(i, office + "/worksheet", fmt::format("worksheets/sheet{}.xml", i));
  }
  parts += relation(sheets.size() + 1, office + "/styles", "styles.xml");
  const std::string root =
      relation(1, office + "/officeDocument", "xl/workbook.xml") +
      relation(
          2,
          "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
          "docProps/core.xml");
  const std::string day = document.as_of ? to_text(*document.as_of) : "1980-01-01";
  return {
      {"[Content_Types].xml",
       fmt::format(
           R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{}</Types>)"
           "\n",
           head, types)},
      {"_rels/.rels", relations(root)},
      {"docProps/core.xml",
       fmt::format(
           R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>brm</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{}T00:00:00Z</dcterms:created></cp:coreProperties>)"
           "\n",
           head, xml_text(plain_text(document.title)), day)},
      {"xl/workbook.xml",
       fmt::format(R"({}<workbook xmlns="{}" xmlns:r="{}"><sheets>{}</sheets></workbook>)"
                   "\n",
                   head, main_names, relation_names, list)},
      {"xl/_rels/workbook.xml.rels", relations(parts)},
      {"xl/styles.xml", styles.xml()},
  };
}

}  // namespace

std::string render_xlsx(const Document& document) {
  const std::vector<Sheet> sheets = sheets_of(document);
  StyleSheet styles;
  std::vector<ZipEntry> written;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    written.push_back(
        {fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheet_xml(sheets[i], i == 0, styles)});
  }
  std::vector<ZipEntry> entries = frame_of(sheets, document, styles);
  for (ZipEntry& each : written) entries.push_back(std::move(each));
  return zip_of(entries);
}

}  // namespace brm
