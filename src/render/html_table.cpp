#include "render/html_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "render/html_text.h"
#include "render/shown_columns.h"
#include "render/table_text.h"

namespace brm {
namespace {

/// A text longer than this wraps, whatever its column says.
constexpr std::size_t longest_unwrapped = 32;

class TableHtml {
 public:
  explicit TableHtml(const Table& table)
      : table_(table), shown_(shown_columns(table)), names_(naming_column(table, shown_)) {
    for (const std::size_t i : shown_.beside) classes_.push_back(class_of(i));
  }

  std::string draw(const std::string& name) const {
    const std::string shown_name = html_line(name);
    std::string out = fmt::format(
        "<section class=\"wide\" tabindex=\"0\" aria-label=\"{0}\">\n<table>\n<caption>{0}"
        "</caption>\n<thead>\n<tr>",
        shown_name);
    for (std::size_t i = 0; i < classes_.size(); ++i) out += head(i);
    out += "</tr>\n</thead>\n";
    if (shown_.below.empty()) out += "<tbody>\n";
    for (const auto& row : table_.rows) out += draw_row(row);
    if (shown_.below.empty()) out += "</tbody>\n";
    return out + "</table>\n</section>\n";
  }

 private:
  std::string class_of(std::size_t i) const {
    const Column& column = table_.columns[i];
    if (column.room == Room::picture) return " class=\"pic\"";
    if (column.align == Align::right) return " class=\"n\"";
    if (column.holds == Holds::date) return " class=\"d\"";
    const bool wraps = column.room != Room::fixed ||
                       std::any_of(table_.rows.begin(), table_.rows.end(), [i](const auto& row) {
                         return display_width(to_text(row[i])) > longest_unwrapped;
                       });
    return wraps ? " class=\"w\"" : "";
  }

  std::string head(std::size_t at) const {
    const std::string title = html_line(table_.columns[shown_.beside[at]].title);
    if (title.empty()) return "<td></td>";
    return fmt::format("<th scope=\"col\"{}>{}</th>", classes_[at], title);
  }

  std::string draw_row(const std::vector<Cell>& row) const {
    std::string out = shown_.below.empty() ? "<tr>" : "<tbody>\n<tr>";
    for (std::size_t at = 0; at < classes_.size(); ++at) {
      const std::size_t i = shown_.beside[at];
      const bool is_name = i == names_ && !is_nothing(row[i]);
      out += fmt::format("<{}{}>{}</{}>", is_name ? "th scope=\"row\"" : "td", classes_[at],
                         html_cell(row[i]), is_name ? "th" : "td");
    }
    out += "</tr>\n";
    return shown_.below.empty() ? out : out + draw_below(row) + "</tbody>\n";
  }

  std::string draw_below(const std::vector<Cell>& row) const {
    std::string lines;
    for (const std::size_t i : shown_.below) {
      if (is_nothing(row[i])) continue;
      lines += fmt::format("<p{}>{}</p>", tone_class(row[i].tone), html_prose(to_text(row[i])));
    }
    if (lines.empty()) return "";
    return fmt::format("<tr class=\"more\"><td colspan=\"{}\"><div>{}</div></td></tr>\n",
                       classes_.size(), lines);
  }

  const Table& table_;
  ShownColumns shown_;
  std::size_t names_;
  std::vector<std::string> classes_;  // of those beside, in their order
};

}  // namespace

std::string tone_class(Tone tone) {
  switch (tone) {
    case Tone::plain:
    case Tone::strong:  // what is strong names its row or stands large already
      return "";
    case Tone::good:
      return " class=\"good\"";
    case Tone::doubtful:
      return " class=\"doubtful\"";
    case Tone::bad:
      return " class=\"bad\"";
    case Tone::faint:
      return " class=\"faint\"";
  }
  return "";
}

std::string html_cell(const Cell& cell) {
  const std::string text = html_prose(to_text(cell));
  const std::string tone = tone_class(cell.tone);
  return tone.empty() || text.empty() ? text : fmt::format("<span{}>{}</span>", tone, text);
}

std::string html_table(const Table& table, const std::string& name) {
  if (table.rows.empty()) {
    if (table.if_empty.empty()) return "";
    return fmt::format("<p class=\"none\">{}</p>\n", html_prose(table.if_empty));
  }
  if (is_picture(table)) {
    return fmt::format("<pre>{}</pre>\n", html_text(draw_table(table, TextStyle{})));
  }
  return TableHtml(table).draw(name);
}

}  // namespace brm
