#include "exchange/read_csv.h"

#include <fmt/format.h>

#include <set>

#include "base/folding.h"
#include "base/spelling.h"
#include "base/utf8.h"

namespace brm {
namespace {

std::string from_latin_1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
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
      const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
      std::string cell = is_quoted ? quoted() : plain();
      is_blank = is_blank && !is_quoted && cell.empty();
      cells.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == separator_) {
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

}  // namespace

void read_csv(std::string_view bytes, const CsvForm& form, SourceTable& table,
              std::vector<RowFault>& faults) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  std::string text = form.encoding == Encoding::latin_1 ? from_latin_1(bytes) : std::string(bytes);
  if (const std::size_t bad = first_invalid(text); bad < text.size()) {
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    faults.push_back({table.path, 0, "", fmt::format("line {} is no UTF-8", line),
                      "write `encoding: latin-1` beside `file` where it comes from an old "
                      "spreadsheet, or save it as UTF-8"});
    return;
  }
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
  Records records(text, form.separator == 0 ? separator_of(text) : form.separator);
  std::size_t number = 0;
  while (records.has_next()) {
    ++number;
    std::vector<std::string> cells = records.next();
    if (cells.empty()) continue;
    if (!records.fault().empty()) {
      faults.push_back(
          {table.path, number, "", records.fault(), "double the quotation marks inside it"});
    } else if (table.columns.empty()) {
      table.columns = std::move(cells);
      check_header(table, faults);
    } else if (cells.size() != table.columns.size()) {
      faults.push_back({table.path, number, "", unlike_header(cells, table),
                        "put values that hold the separator between quotation marks"});
    } else {
      table.rows.push_back({number, std::move(cells)});
    }
  }
  if (table.columns.empty() && !table.may_be_empty) {
    faults.push_back({table.path, 0, "", "it is empty", "its first line names the columns"});
  }
}

}  // namespace brm
