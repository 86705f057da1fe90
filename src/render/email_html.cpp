#include "render/email_html.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/html_text.h"
#include "render/shown_columns.h"
#include "render/table_text.h"

namespace brm {
namespace {

constexpr std::string_view soft = "#566372";

/// Colour, and a mark that says the same.
std::string toned_html(const std::string& text, Tone tone) {
  if (text.empty()) return text;
  switch (tone) {
    case Tone::good:
      return fmt::format("<b style=\"color:#17683a\">&#9679;&nbsp;{}</b>", text);
    case Tone::doubtful:
      return fmt::format("<b style=\"color:#805200\">&#9650;&nbsp;{}</b>", text);
    case Tone::bad:
      return fmt::format("<b style=\"color:#b0221b\">&#9632;&nbsp;{}</b>", text);
    case Tone::faint:
      return fmt::format("<span style=\"color:{}\">{}</span>", soft, text);
    case Tone::strong:
      return fmt::format("<b>{}</b>", text);
    case Tone::plain:
      break;
  }
  return text;
}

std::string cell_html(const Cell& cell) { return toned_html(html_text(to_text(cell)), cell.tone); }

std::string heading_html(int level, std::string_view title) {
  constexpr std::string_view sizes[] = {"", "24px", "18px", "15px"};
  title = without_free_line(title);
  if (title.empty()) return "";
  return fmt::format("<h{0} style=\"font-size:{1};line-height:1.3;margin:{2} 0 6px\">{3}</h{0}>\n",
                     level, sizes[level], level == 1 ? "0" : "26px", html_line(title));
}

std::string paragraph_html(const std::string& html) {
  return "<p style=\"margin:6px 0\">" + html + "</p>\n";
}

class TableEmail {
 public:
  explicit TableEmail(const Table& table)
      : table_(table), shown_(shown_columns(table)), names_(naming_column(table, shown_)) {}

  std::string draw() const {
    std::string out =
        "<table width=\"100%\" cellpadding=\"6\" cellspacing=\"0\" border=\"0\" "
        "style=\"border-collapse:collapse;font-size:14px;border-bottom:1px solid #d8dee6\">\n"
        "<tr bgcolor=\"#eef1f5\">";
    for (const std::size_t i : shown_.beside) {
      const Column& column = table_.columns[i];
      out +=
          fmt::format("<th scope=\"col\" align=\"{}\" valign=\"bottom\" style=\"color:{}\">{}</th>",
                      side_of(column), soft, html_line(column.title));
    }
    out += "</tr>\n";
    for (std::size_t row = 0; row < table_.rows.size(); ++row) out += draw_row(row);
    return out + "</table>\n";
  }

 private:
  static std::string_view side_of(const Column& column) {
    return column.align == Align::right ? "right" : "left";
  }

  std::string draw_row(std::size_t number) const {
    const auto& row = table_.rows[number];
    const std::string_view ground = number % 2 == 1 ? " bgcolor=\"#f7f8fa\"" : "";
    std::string out = fmt::format("<tr valign=\"top\"{}>", ground);
    for (const std::size_t i : shown_.beside) {
      const Column& column = table_.columns[i];
      if (column.room == Room::picture) {
        out += fmt::format("<td style=\"font-family:monospace;white-space:pre\">{}</td>",
                           html_line(to_text(row[i])));
        continue;
      }
      const bool is_name = i == names_ && !is_nothing(row[i]);
      const std::string_view element = is_name ? "th" : "td";
      const std::string_view scope = is_name ? " scope=\"row\"" : "";
      const bool is_right = column.align == Align::right;
      const std::string_view side = is_right                      ? " align=\"right\" nowrap"
                                    : is_name                     ? " align=\"left\""
                                    : column.holds == Holds::date ? " nowrap"
                                                                  : "";
      out += fmt::format("<{0}{1}{2}>{3}</{0}>", element, scope, side, cell_html(row[i]));
    }
    return out + "</tr>\n" + draw_below(row, ground);
  }

  std::string draw_below(const std::vector<Cell>& row, std::string_view ground) const {
    std::string lines;
    for (const std::size_t i : shown_.below) {
      if (is_nothing(row[i])) continue;
      lines += (lines.empty() ? "" : "<br>\n") + cell_html(row[i]);
    }
    if (lines.empty()) return "";
    return fmt::format("<tr{}><td colspan=\"{}\">{}</td></tr>\n", ground, shown_.beside.size(),
                       lines);
  }

  const Table& table_;
  ShownColumns shown_;
  std::size_t names_;
};

std::string table_html(const Table& table) {
  if (table.rows.empty()) {
    return table.if_empty.empty()
               ? ""
               : paragraph_html(toned_html(html_text(table.if_empty), Tone::faint));
  }
  if (is_picture(table)) {
    return fmt::format("<pre style=\"font-size:13px\">{}</pre>\n",
                       html_text(draw_table(table, TextStyle{})));
  }
  return TableEmail(table).draw();
}

/// Names on the left, values beside them.
std::string details_html(const std::vector<Detail>& details) {
  std::string rows;
  for (const Detail& detail : details) {
    if (is_nothing(detail.value) || detail.room == Room::data) continue;
    rows += fmt::format("<tr valign=\"top\"><td style=\"color:{}\">{}</td><td>{}</td></tr>\n", soft,
                        html_line(detail.title), cell_html(detail.value));
  }
  if (rows.empty()) return "";
  return "<table role=\"presentation\" cellpadding=\"3\" cellspacing=\"0\" border=\"0\">\n" + rows +
         "</table>\n";
}

std::string section_html(const Section& section) {
  std::string out = heading_html(2, section.title);
  for (const std::string& paragraph : section.paragraphs)
    out += paragraph_html(html_text(paragraph));
  out += details_html(section.details);
  if (!section.code.empty()) {
    out += fmt::format("<pre style=\"font-size:13px\">{}</pre>\n", html_text(section.code));
  }
  for (const Table& table : section.tables) {
    out += heading_html(section.title.empty() ? 2 : 3, table.title) + table_html(table);
  }
  return out;
}

std::string next_html(std::string_view text) {
  std::string out = heading_html(2, "Next");
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string_view line = text.substr(from, end - from);
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    const std::string shown = html_line(line.substr(blanks));
    out += paragraph_html(blanks > 0 ? "<code>" + shown + "</code>" : shown);
    from = end + 1;
  }
  return out;
}

}  // namespace

std::string email_html(const Document& document) {
  const std::string title = document.title.empty() ? document.name : document.title;
  std::string page;
  if (!document.subtitle.empty()) {
    page += paragraph_html(toned_html("<b>" + html_line(document.subtitle) + "</b>", Tone::faint));
  }
  page += heading_html(1, title);
  if (document.as_of) {
    page += paragraph_html(toned_html("as of " + to_text(*document.as_of), Tone::faint));
  }
  for (const std::string& notice : document.notices) {
    page += paragraph_html(toned_html("Warning: " + html_text(notice), Tone::bad));
  }
  page += details_html(document.summary);
  for (const Section& section : document.sections) {
    if (!is_silent(section)) page += section_html(section);
  }
  if (!document.next.empty()) page += next_html(document.next);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
      "</head>\n<body style=\"margin:0\" bgcolor=\"#ffffff\">\n"
      "<table role=\"presentation\" width=\"100%\" cellpadding=\"20\" cellspacing=\"0\" "
      "border=\"0\">\n<tr><td style=\"font-family:Segoe UI,Helvetica,Arial,sans-serif;"
      "font-size:15px;line-height:1.45;color:#1b2530\">\n{}"
      "<p style=\"margin:26px 0 0;color:{};font-size:13px\">Written by brm " BRM_VERSION
      " from the records alone.</p>\n</td></tr>\n</table>\n</body>\n</html>\n",
      html_line(title), page, soft);
}

}  // namespace brm
