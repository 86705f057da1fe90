#include "exchange/read_csv.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "base/folding.h"
#include "base/spelling.h"
#include "base/utf8.h"

namespace brm {
namespace {

/// From 0x80 on; the rest is as in Latin-1. The five bytes that nothing is written with stay what
/// they are there: signs that no text has.
constexpr std::array<char32_t, 32> letters_from_80{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  constexpr unsigned char first = 0x80;
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_special = byte >= first && byte < first + letters_from_80.size();
    append_utf8(out, is_special ? letters_from_80[byte - first] : byte);
  }
  return out;
}

/// The first byte that is no part of UTF-8; the size where all is.
std::size_t first_invalid(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    if (!point.valid) return at;
    at += point.size;
  }
  return at;
}

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char each : {',', ';', '\t'}) {
    const auto count = std::count(header.begin(), header.end(), each);
    if (count > most) {
      best = each;
      most = count;
    }
  }
  return best;
}

/// One record after the other.
class Records {
 public:
  Records(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool has_next() const { return at_ < text_.size(); }
  /// Empty where the line is blank.
  std::vector<std::string> next() {
    fault_.clear();
    std::vector<std::string> cells;
    bool is_blank = true;
    for (;;) {
      const bool is_quoted = pass_blanks_before_quote();
      std::string cell = is_quoted ? quoted() : plain();
      is_blank = is_blank && !is_quoted && cell.empty();
      cells.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == separator_ && cells.size() <= most_cells) {
        ++at_;
        continue;
      }
      pass_line_end();
      if (is_blank && cells.size() == 1) cells.clear();
      return cells;
    }
  }
  /// What was wrong with the quotes of the last one; empty where nothing was.
  const std::string& fault() const { return fault_; }

 private:
  /// Blanks around a value are no part of it, be it quoted or not.
  bool pass_blanks_before_quote() {
    const std::size_t first = text_.find_first_not_of(' ', at_);
    if (first == std::string_view::npos || text_[first] != '"') return false;
    at_ = first;
    return true;
  }

  std::string plain() {
    const std::size_t from = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    return std::string(trimmed(without_carriage_return(text_.substr(from, at_ - from))));
  }

  static std::string_view without_carriage_return(std::string_view cell) {
    if (cell.ends_with('\r')) cell.remove_suffix(1);
    return cell;
  }

  std::string quoted() {
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\r') {  // a line end, as all others in the text
        const bool is_pair = at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
        if (!is_pair) cell += '\n';
      } else if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += text_[++at_];
      } else {
        ++at_;
        if (!plain().empty()) fault_ = "a value goes on after its closing quotation mark";
        return cell;
      }
    }
    fault_ = "a quotation mark is never closed, so the value runs to the end of the file";
    return cell;
  }

  void pass_line_end() {
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::string fault_;
};

void check_header(SourceTable& table, std::vector<RowFault>& faults) {
  std::set<std::string> seen;
  for (std::string& name : table.columns) {
    name = std::string(trimmed(name));
    if (!name.empty() && !seen.insert(name).second) {
      faults.push_back({table.path, 1, name, "two columns have this name, and the first counts",
                        "rename one of them"});
    }
  }
}

std::string unlike_header(const std::vector<std::string>& cells, const SourceTable& table) {
  return fmt::format("the row has {}, and the header {}", counted(cells.size(), "value"),
                     table.columns.size());
}

/// Its rows; false where it can be no table at all.
bool read_rows(Records records, SourceTable& table, std::vector<RowFault>& faults) {
  std::size_t number = 0;
  std::size_t cells_read = 0;
  while (records.has_next()) {
    ++number;
    std::vector<std::string> cells = records.next();
    cells_read += cells.size();
    if (cells_read > most_cells) {
      faults.push_back(
          {table.path, 0, "", "it has more than 5 million values", "split it into several files"});
      return false;
    }
    if (faults.size() > most_faults) {
      faults.push_back({table.path, 0, "", "more than 100,000 of its rows are none",
                        "look at how it is written: the separator, and the quotation marks"});
      return false;
    }
    if (cells.empty()) continue;
    const bool is_header = table.columns.empty();
    if (!records.fault().empty()) {
      const std::string what =
          is_header ? fmt::format("row {}, which names the columns: {}", number, records.fault())
                    : records.fault();
      faults.push_back(
          {table.path, is_header ? 0 : number, "", what, "double the quotation marks inside it"});
      if (is_header) return false;
    } else if (is_header) {
      table.columns = std::move(cells);
      check_header(table, faults);
    } else if (cells.size() != table.columns.size()) {
      faults.push_back({table.path, number, "", unlike_header(cells, table),
                        "put values that hold the separator between quotation marks"});
    } else {
      table.rows.push_back({number, std::move(cells)});
    }
  }
  return true;
}

}  // namespace

void read_csv(std::string_view bytes, const CsvForm& form, SourceTable& table,
              std::vector<RowFault>& faults) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  std::string text =
      form.encoding == Encoding::utf_8 ? std::string(bytes) : from_windows_1252(bytes);
  if (const std::size_t bad = first_invalid(text); bad < text.size()) {
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    faults.push_back({table.path, 0, "", fmt::format("line {} is no UTF-8", line),
                      "save it as UTF-8, or write `encoding: windows-1252` beside `file` where it "
                      "comes from an old spreadsheet"});
    return;
  }
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
  const char separator = form.separator == 0 ? separator_of(text) : form.separator;
  const std::size_t known_faults = faults.size();
  const bool is_read = read_rows(Records(text, separator), table, faults);
  if (!is_read) table.columns.clear();
  if (!is_read || table.may_be_empty || !table.rows.empty() || faults.size() > known_faults) return;
  if (table.columns.empty()) {
    faults.push_back({table.path, 0, "", "it is empty", "its first line names the columns"});
  } else {
    faults.push_back(
        {table.path, 0, "", "it has a header and no row below it", std::string(help_where_empty)});
  }
}

}  // namespace brm
