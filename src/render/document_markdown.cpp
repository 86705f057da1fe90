// GitHub-flavoured Markdown that also reads well as it is: pipe tables padded to even columns. What
// hangs below a row stands in a numbered list below the table, by the row's number.
#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "base/text.h"
#include "render/format.h"
#include "render/markup.h"
#include "render/shown_columns.h"
#include "render/table_text.h"

namespace brm {
namespace {

/// A longer cell is not padded for: its row alone stands out.
constexpr std::size_t widest_padded = 60;

/// A table's columns as they are to be seen, with the number of the row in front where something
/// hangs below.
class TableMarkdown {
 public:
  explicit TableMarkdown(const Table& table) : table_(table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].room == Room::data || !has_content(i)) continue;
      (table.columns[i].room == Room::below ? below_ : beside_).push_back(i);
    }
    const bool has_numbers = std::any_of(beside_.begin(), beside_.end(), [&](std::size_t i) {
      return table.columns[i].title == "#";
    });
    needs_numbers_ = !below_.empty() && !has_numbers;
    std::vector<std::string> titles;
    if (needs_numbers_) titles.emplace_back("#");
    for (const std::size_t i : beside_) titles.push_back(markdown_cell(table.columns[i].title));
    lines_.push_back(std::move(titles));
    for (const auto& row : table.rows) lines_.push_back(cells_of(row));
    measure();
  }

  std::string draw() const {
    std::string out = drawn(lines_.front()) + "\n" + rule();
    for (std::size_t i = 1; i < lines_.size(); ++i) out += "\n" + drawn(lines_[i]);
    if (below_.empty()) return out;
    out += "\n";
    for (std::size_t i = 0; i < table_.rows.size(); ++i) out += "\n" + draw_below(i);
    return out;
  }

 private:
  /// A column nobody filled would only take room.
  bool has_content(std::size_t i) const {
    return std::any_of(table_.rows.begin(), table_.rows.end(),
                       [&](const auto& row) { return !is_nothing(row[i]); });
  }

  std::vector<std::string> cells_of(const std::vector<Cell>& row) const {
    std::vector<std::string> cells;
    if (needs_numbers_) cells.push_back(std::to_string(lines_.size()));
    for (const std::size_t i : beside_) {
      const std::string text = to_text(row[i]);
      const bool is_drawn = table_.columns[i].room == Room::picture;
      cells.push_back(is_drawn ? drawing_cell(text) : markdown_cell(text));
    }
    return cells;
  }

  void measure() {
    constexpr std::size_t least = 3;
    widths_.assign(lines_.front().size(), least);
    for (const auto& line : lines_) {
      for (std::size_t i = 0; i < line.size(); ++i) {
        const std::size_t width = display_width(line[i]);
        if (width <= widest_padded) widths_[i] = std::max(widths_[i], width);
      }
    }
  }

  bool is_right(std::size_t i) const {
    const std::size_t numbers = needs_numbers_ ? 1 : 0;
    return i < numbers || table_.columns[beside_[i - numbers]].align == Align::right;
  }

  std::string drawn(const std::vector<std::string>& line) const {
    std::string out = "|";
    for (std::size_t i = 0; i < line.size(); ++i) {
      out += " " + (is_right(i) ? padded_left(line[i], widths_[i]) : padded(line[i], widths_[i]));
      out += " |";
    }
    return out;
  }

  std::string rule() const {
    std::string out = "|";
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::string dashes(widths_[i] - (is_right(i) ? 1 : 0), '-');
      out += " " + dashes + (is_right(i) ? ":" : "") + " |";
    }
    return out;
  }

  /// What the row is known by: its strong cell, else its first that says something.
  std::string name_of(const std::vector<Cell>& row) const {
    const Cell* name = nullptr;
    for (const std::size_t i : beside_) {
      const Column& column = table_.columns[i];
      if (is_nothing(row[i]) || column.room == Room::picture || column.title == "#") continue;
      if (name == nullptr || row[i].tone == Tone::strong) name = &row[i];
      if (row[i].tone == Tone::strong) break;
    }
    return name == nullptr ? "" : markdown_line(to_text(*name));
  }

  std::string draw_below(std::size_t number) const {
    const auto& row = table_.rows[number];
    const std::string marker = std::to_string(number + 1) + ". ";
    std::string out = marker + name_of(row);
    for (const std::size_t i : below_) {
      std::string text = to_text(row[i]);
      for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string line = markdown_line(text.substr(from, end - from));
        if (!line.empty()) out += "\n" + std::string(marker.size(), ' ') + "- " + line;
        from = end + 1;
      }
    }
    return out;
  }

  const Table& table_;
  std::vector<std::size_t> beside_;
  std::vector<std::size_t> below_;
  std::vector<std::vector<std::string>> lines_;  // the first holds the titles
  std::vector<std::size_t> widths_;
  bool needs_numbers_ = false;  // unless a column of its own has them
};

/// Pieces with an empty line between them.
class Page {
 public:
  void add(const std::string& block) {
    if (block.empty()) return;
    if (!text_.empty()) text_ += "\n\n";
    text_ += block;
  }
  void add_heading(std::size_t level, std::string_view title) {
    title = title.substr(std::min(title.find_first_not_of('\n'), title.size()));
    if (!title.empty()) add(std::string(level, '#') + " " + markdown_line(title));
  }
  std::string text() && { return text_.empty() ? "" : std::move(text_) + "\n"; }

 private:
  std::string text_;
};

/// Lines of one paragraph, each on its own when shown.
std::string with_breaks(std::string_view text, const std::string& indentation) {
  text = text.substr(0, text.find_last_not_of('\n') + 1);
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string line = markdown_line(text.substr(from, end - from));
    if (!line.empty()) out += (out.empty() ? "" : "\\\n" + indentation) + line;
    from = end + 1;
  }
  return out;
}

/// `- owner: jane-doe`; what follows without a name of its own is listed below the one before.
std::string draw_details(const std::vector<Detail>& details) {
  std::string out;
  for (std::size_t i = 0; i < details.size(); ++i) {
    const Detail& detail = details[i];
    if (is_nothing(detail.value) || detail.room == Room::data) continue;
    const bool begins_list = i + 1 < details.size() && details[i + 1].title.empty();
    if (!detail.title.empty()) {
      out += (out.empty() ? "- " : "\n- ") + markdown_line(detail.title) + ":";
    }
    const bool is_below = begins_list || detail.title.empty();
    out += is_below ? "\n  - " + with_breaks(to_text(detail.value), "    ")
                    : " " + with_breaks(to_text(detail.value), "  ");
  }
  return out;
}

std::string draw_table(const Table& table) {
  if (table.rows.empty()) return markdown_line(table.if_empty);
  if (is_picture(table)) return code_block(draw_table(table, TextStyle{}));
  return TableMarkdown(table).draw();
}

std::string subtitle_of(const Document& document) {
  std::string out = markdown_line(document.subtitle);
  if (!document.as_of) return out;
  return (out.empty() ? "As of " : out + " · as of ") + to_text(*document.as_of);
}

/// Sentences, and the commands below them that stand to the right.
void add_next(const std::string& text, Page& page) {
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, end - from);
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    page.add(blanks > 0 ? code_block(line.substr(blanks)) : markdown_line(line));
    from = end + 1;
  }
}

}  // namespace

std::string render_markdown(const Document& document) {
  Page page;
  page.add_heading(1, document.title);
  if (!document.title.empty()) page.add(subtitle_of(document));
  for (const std::string& notice : document.notices) {
    page.add("> **Warning:** " + markdown_line(notice));
  }
  page.add(draw_details(document.summary));
  for (const Section& section : document.sections) {
    if (is_silent(section)) continue;
    page.add_heading(2, section.title);
    for (const std::string& paragraph : section.paragraphs) page.add(with_breaks(paragraph, ""));
    page.add(draw_details(section.details));
    if (!section.code.empty()) page.add(code_block(section.code));
    for (const Table& table : section.tables) {
      page.add_heading(section.title.empty() ? 2 : 3, table.title);
      page.add(draw_table(table));
    }
  }
  add_next(document.next, page);
  return std::move(page).text();
}

}  // namespace brm
