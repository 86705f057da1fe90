#include "render/table_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/blocks.h"
#include "base/text.h"
#include "base/utf8.h"

namespace brm {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t comfortable = 20;  // of a column of texts
constexpr std::size_t least_shrunk = 12;
constexpr std::size_t longest_word = 24;  // a longer one is broken; what has more words is a text
constexpr std::size_t unlimited = 1'000'000;
constexpr std::size_t block = 512;  // of rows that are worth a thread of their own
constexpr std::size_t as_many_as_cores = 0;

/// A drawing as it is, but for what is not safe to show.
std::vector<std::string> drawn_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find('\n');
    lines.push_back(visible(text.substr(0, end)));
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
  return lines;
}

/// Without a copy, where a text is what it holds.
const std::string* text_in(const Cell& cell) { return std::get_if<std::string>(&cell.value); }

/// What one cell shows: mostly one line that is in the cell already.
class ShownCell {
 public:
  explicit ShownCell(std::string_view one) : one_(one) {}
  explicit ShownCell(std::string made) : made_(std::move(made)) {}
  explicit ShownCell(std::vector<std::string> lines) : lines_(std::move(lines)) {}

  std::size_t height() const { return std::max<std::size_t>(lines_.size(), 1); }
  /// Empty below the last one.
  std::string_view line(std::size_t i) const {
    if (!lines_.empty()) return i < lines_.size() ? lines_[i] : std::string_view{};
    if (i > 0) return {};
    return made_.empty() ? one_ : made_;
  }

 private:
  std::string_view one_;
  std::string made_;
  std::vector<std::string> lines_;
};

std::string upper(std::string text) {
  for (char& c : text) c = to_capital(c);
  return text;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// Lays one table out: columns as wide as they need, those that may shrink wrapped to what is left.
class TableText {
 public:
  TableText(const Table& table, const TextStyle& style) : table_(table), style_(style) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Room room = table.columns[i].room;
      const bool is_beside = room != Room::below && room != Room::data;
      if (is_beside && has_content(i)) beside_.push_back(i);
      if (room == Room::below) below_.push_back(i);
    }
    measure();
    for (const std::size_t least : {comfortable, least_shrunk}) {
      if (least == comfortable && is_grid()) continue;
      least_ = least;
      is_too_wide_ = !fit();
      if (is_too_wide_) move_last_below();
      if (!is_too_wide_) return;
    }
  }

  void draw(std::string& out) const {
    if (table_.rows.empty()) {
      if (!table_.if_empty.empty()) out += said_instead();
      return;
    }
    if (is_too_wide_) {
      out += draw_stacked();
      return;
    }
    out += header();
    std::vector<std::string> drawn(1 + table_.rows.size() / block);
    for_each_block(
        table_.rows.size(), as_many_as_cores,
        [&](std::size_t first, std::size_t last) {
          for (std::size_t i = first; i < last; ++i) draw_row(table_.rows[i], drawn[first / block]);
        },
        block);
    std::size_t size = out.size();
    for (const std::string& rows : drawn) size += rows.size();
    out.reserve(size);
    for (const std::string& rows : drawn) out += rows;
  }

 private:
  std::size_t width_of(const Cell& cell, std::size_t i) const {
    const std::string* text = text_in(cell);
    const std::string made = text == nullptr ? to_text(cell) : std::string();
    if (text == nullptr) text = &made;
    if (text->empty()) return 0;
    if (is_one_line(*text, unlimited)) return text->size();
    std::size_t width = 0;
    const bool is_drawn = table_.columns[i].room == Room::picture;
    for (const std::string& line : is_drawn ? drawn_lines(*text) : shown_lines(*text, unlimited)) {
      width = std::max(width, display_width(line));
    }
    return width;
  }

  /// Columns that are all alike: none of them goes below while there is room for narrower ones.
  bool is_grid() const {
    return std::all_of(beside_.begin(), beside_.end(),
                       [&](std::size_t i) { return table_.columns[i].room == Room::shrink; });
  }

  /// A column nobody filled would only take room.
  bool has_content(std::size_t i) const {
    return std::any_of(table_.rows.begin(), table_.rows.end(), [&](const auto& row) {
      return !std::holds_alternative<std::monostate>(row[i].value);
    });
  }

  /// What each column would take if there were room.
  void measure() {
    needed_.assign(table_.columns.size(), 0);
    for (const std::size_t i : beside_) {
      needed_[i] = display_width(table_.columns[i].title);
    }
    std::vector<std::vector<std::size_t>> measured(1 + table_.rows.size() / block);
    for_each_block(
        table_.rows.size(), as_many_as_cores,
        [&](std::size_t first, std::size_t last) {
          auto& widths = measured[first / block] = needed_;
          for (std::size_t row = first; row < last; ++row) {
            for (const std::size_t i : beside_) {
              widths[i] = std::max(widths[i], width_of(table_.rows[row][i], i));
            }
          }
        },
        block);
    for (const auto& widths : measured) {
      for (std::size_t i = 0; i < widths.size(); ++i) needed_[i] = std::max(needed_[i], widths[i]);
    }
  }

  /// Whether the columns beside each other have room, once those that may have shrunk.
  bool fit() {
    widths_ = needed_;
    std::size_t used = beside_.empty() ? 0 : gap * (beside_.size() - 1);
    for (const std::size_t i : beside_) used += widths_[i];
    if (used > style_.width && longest_words_.empty()) measure_words();
    while (used > style_.width) {
      const auto widest = widest_shrinkable();
      const std::size_t least = widest == table_.columns.size() ? 0 : least_width(widest);
      if (widest == table_.columns.size() || widths_[widest] <= least) {
        return false;
      }
      const std::size_t less = std::min(used - style_.width, widths_[widest] - least);
      // Halfway at a time, so that two long columns share the loss.
      const std::size_t step = std::max<std::size_t>(1, less / 2);
      widths_[widest] -= step;
      used -= step;
    }
    return true;
  }

  /// On a narrow page the last columns stand on a line below, so that the first stay a table. Where
  /// that is not enough all are as they were.
  void move_last_below() {
    constexpr std::size_t least_columns = 3;
    const std::vector<std::size_t> all = beside_;
    while (is_too_wide_ && beside_.size() > least_columns &&
           table_.columns[beside_.back()].room != Room::picture) {
      beside_.pop_back();
      is_too_wide_ = !fit();
    }
    if (is_too_wide_) beside_ = all;
    moved_.assign(all.begin() + static_cast<std::ptrdiff_t>(beside_.size()), all.end());
  }

  std::size_t least_width(std::size_t i) const {
    return std::max({least_, display_width(table_.columns[i].title), longest_words_[i]});
  }

  /// Of columns that wrap: an id is not to be broken.
  void measure_words() {
    longest_words_.assign(table_.columns.size(), 0);
    for (const std::size_t i : beside_) {
      if (table_.columns[i].room != Room::shrink) continue;
      for (const auto& row : table_.rows) {
        const std::string* text = text_in(row[i]);
        if (text == nullptr) continue;
        for (std::string_view rest = *text; !rest.empty();) {
          const std::size_t end = std::min(rest.find(' '), rest.size());
          const std::size_t width = display_width(rest.substr(0, end));
          if (width <= longest_word) longest_words_[i] = std::max(longest_words_[i], width);
          rest.remove_prefix(std::min(end + 1, rest.size()));
        }
      }
    }
  }

  std::size_t widest_shrinkable() const {
    std::size_t widest = table_.columns.size();
    for (const std::size_t i : beside_) {
      const Room room = table_.columns[i].room;
      const bool may_shrink = room == Room::shrink || room == Room::cut;
      if (!may_shrink || widths_[i] <= least_width(i)) continue;
      if (widest == table_.columns.size() || widths_[i] > widths_[widest]) widest = i;
    }
    return widest;
  }

  std::string header() const {
    std::string line;
    for (const std::size_t i : beside_) {
      const Column& column = table_.columns[i];
      const std::string title = upper(column.title);
      line +=
          column.align == Align::right ? padded_left(title, widths_[i]) : padded(title, widths_[i]);
      line += std::string(gap, ' ');
    }
    if (line.find_first_not_of(' ') == std::string::npos) return "";
    return toned(without_trailing_blanks(line), Tone::faint, style_) + "\n";
  }

  ShownCell shown(const Cell& cell, std::size_t i) const {
    const std::string* text = text_in(cell);
    const bool is_drawn = table_.columns[i].room == Room::picture;
    if (text != nullptr && !is_drawn && is_one_line(*text, widths_[i])) {
      return ShownCell(std::string_view(*text));
    }
    std::string made = text == nullptr ? to_text(cell) : *text;
    if (!is_drawn && is_one_line(made, widths_[i])) return ShownCell(std::move(made));
    return ShownCell(lines_of(made, i));
  }

  std::vector<std::string> lines_of(const std::string& text, std::size_t i) const {
    if (table_.columns[i].room == Room::picture) return drawn_lines(text);
    if (table_.columns[i].room != Room::cut) return shown_lines(text, widths_[i]);
    std::string line;
    for (const std::string& part : shown_lines(text, unlimited)) {
      line += (line.empty() ? "" : " ") + part;
    }
    return {cut_to(line, widths_[i])};
  }

  void draw_row(const std::vector<Cell>& row, std::string& out) const {
    std::vector<ShownCell> cells;
    cells.reserve(beside_.size());
    std::size_t height = 1;
    for (const std::size_t i : beside_) {
      cells.push_back(shown(row[i], i));
      height = std::max(height, cells.back().height());
    }
    for (std::size_t line = 0; line < height; ++line) draw_line(row, cells, line, out);
    draw_below(row, out);
  }

  void draw_line(const std::vector<Cell>& row, const std::vector<ShownCell>& cells,
                 std::size_t line, std::string& out) const {
    std::size_t blanks = 0;  // held back, so that no line ends in blanks
    for (std::size_t column = 0; column < beside_.size(); ++column) {
      const std::size_t i = beside_[column];
      const std::string_view text = cells[column].line(line);
      const std::size_t fill = widths_[i] - std::min(widths_[i], display_width(text));
      const bool is_right = table_.columns[i].align == Align::right;
      blanks += is_right ? fill : 0;
      if (!text.empty()) {
        out.append(blanks, ' ');
        out += toned(text, row[i].tone, style_);
        blanks = 0;
      }
      blanks += gap + (is_right ? 0 : fill);
    }
    out += '\n';
  }

  std::string said_instead() const {
    std::string out;
    for (const std::string& line : shown_lines(table_.if_empty, style_.width - gap)) {
      out += std::string(gap, ' ') + line + "\n";
    }
    return out;
  }

  /// The one text of a row needs no name, below as little as beside; of several each does.
  bool tells_itself(std::size_t column) const {
    const auto is_long_text = [&](std::size_t i) {
      return table_.columns[i].room == Room::shrink && needed_[i] > longest_word;
    };
    return is_long_text(column) && std::none_of(beside_.begin(), beside_.end(), is_long_text) &&
           std::count_if(moved_.begin(), moved_.end(), is_long_text) == 1;
  }

  void draw_below(const std::string& text, Tone tone, std::string& out) const {
    for (const std::string& line : shown_lines(text, style_.width - indent)) {
      if (!line.empty()) out.append(indent, ' ').append(toned(line, tone, style_));
      out += '\n';
    }
  }

  void draw_below(const std::vector<Cell>& row, std::string& out) const {
    std::string line;
    // Beside another one a text does not tell which of them it is.
    const bool is_alone = std::count_if(moved_.begin(), moved_.end(), [&](std::size_t i) {
                            return !std::holds_alternative<std::monostate>(row[i].value);
                          }) < 2;
    for (const std::size_t i : moved_) {
      const std::string text = to_text(row[i]);
      if (text.empty()) continue;
      line += line.empty() ? "" : "; ";
      line += (is_alone && tells_itself(i) ? "" : table_.columns[i].title + " ") + text;
    }
    if (!line.empty()) draw_below(line, Tone::plain, out);
    for (const std::size_t i : below_) {
      const std::string text = to_text(row[i]);
      if (!text.empty()) draw_below(text, row[i].tone, out);
    }
  }

  /// On a page too narrow for the columns: each row as lines of its own, named.
  std::string draw_stacked() const {
    std::string out;
    for (const auto& row : table_.rows) {
      std::vector<Detail> details;
      for (const std::size_t i : beside_) {
        details.push_back({table_.columns[i].key, table_.columns[i].title, row[i], {}, {}});
      }
      out += (out.empty() ? "" : "\n") + draw_details(details, style_);
      draw_below(row, out);
    }
    return out;
  }

  const Table& table_;
  const TextStyle& style_;
  std::vector<std::size_t> beside_;
  std::vector<std::size_t> moved_;  // from beside to below, for want of room
  std::vector<std::size_t> below_;
  std::vector<std::size_t> needed_;
  std::vector<std::size_t> longest_words_;  // empty until somebody asks
  std::vector<std::size_t> widths_;
  std::size_t least_ = comfortable;
  bool is_too_wide_ = false;
};

}  // namespace

std::string draw_table(const Table& table, const TextStyle& style) {
  std::string out;
  add_table(table, style, out);
  return out;
}

void add_table(const Table& table, const TextStyle& style, std::string& out) {
  TableText(table, style).draw(out);
}

}  // namespace brm
