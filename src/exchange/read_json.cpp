#include "exchange/read_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.h"

namespace brm {
namespace {

using Json = nlohmann::json;
/// Each of them is a step down this thread's stack.
constexpr std::size_t deepest = 100;

/// The bytes for a parser, and how far it is, which it does not say itself.
class Bytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Bytes(const char* at, const char*& seen) : at_(at), seen_(&seen) {}
  reference operator*() const { return *at_; }
  Bytes& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  friend bool operator==(const Bytes& a, const Bytes& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** seen_;
};

/// `-1.50e3` as -1500: every digit, no exponent. As it is where there is none, as 2026.10 may be a
/// name; but for the one nought that programs write behind every whole number, 50.0. As it is too
/// where the exponent is beyond any amount.
std::string plain_digits(const std::string& written) {
  const std::size_t mark = std::min(written.find_first_of("eE"), written.size());
  if (mark == written.size()) {
    return written.ends_with(".0") ? written.substr(0, mark - 2) : written;
  }
  int power = 0;
  constexpr int most = 40;
  const char* from = written.data() + mark + (written[mark + 1] == '+' ? 2 : 1);
  const auto read = std::from_chars(from, written.data() + written.size(), power);
  if (read.ec != std::errc{} || std::abs(power) > most) return written;
  const std::size_t sign = written.starts_with('-') ? 1 : 0;
  std::string digits = written.substr(sign, mark - sign);
  const std::size_t dot = std::min(digits.find('.'), digits.size());
  digits.erase(dot, 1);
  auto point = static_cast<std::ptrdiff_t>(dot) + power;
  if (point < 1) {
    digits.insert(0, static_cast<std::size_t>(1 - point), '0');
    point = 1;
  }
  const auto whole = static_cast<std::size_t>(point);
  digits.resize(std::max(digits.size(), whole), '0');
  digits.insert(whole, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  const std::size_t needless = std::min(digits.find_first_not_of('0'), whole - 1);
  return (sign == 1 ? "-" : "") + digits.substr(needless);
}

/// Makes the tree of a file as it is read, numbers digit by digit; what would cost too much, or
/// says two things, is where it ends.
class TreeMaker {
 public:
  TreeMaker(Json& out, std::string_view bytes)
      : tree_(out, false), bytes_(bytes), seen_(bytes.data()) {}

  bool run() {
    const char* const end = bytes_.data() + bytes_.size();
    return Json::sax_parse(Bytes(bytes_.data(), seen_), Bytes(end, seen_), this);
  }

  /// Why it ended.
  std::string reason() const {
    return reason_.empty() ? fmt::format("line {} is no JSON", line()) : reason_;
  }
  bool is_too_large() const { return values_ > most_cells; }

  bool null() { return is_affordable() && tree_.null(); }
  bool boolean(bool value) { return is_affordable() && tree_.boolean(value); }
  bool number_integer(Json::number_integer_t value) {
    return is_affordable() && tree_.number_integer(value);
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return is_affordable() && tree_.number_unsigned(value);
  }
  bool number_float(Json::number_float_t, const std::string& written) {
    std::string digits = plain_digits(written);
    return is_affordable() && tree_.string(digits);
  }
  bool string(std::string& value) { return is_affordable() && tree_.string(value); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t size) {
    names_.emplace_back();
    return goes_down() && tree_.start_object(size);
  }
  bool key(std::string& name) {
    if (names_.back().insert(name).second) return tree_.key(name);
    return ends(
        fmt::format("line {} has `{}` for the second time in one object", line(), visible(name)));
  }
  bool end_object() {
    names_.pop_back();
    --depth_;
    return tree_.end_object();
  }
  bool start_array(std::size_t size) { return goes_down() && tree_.start_array(size); }
  bool end_array() {
    --depth_;
    return tree_.end_array();
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception& error) {
    constexpr int out_of_range = 406;
    if (error.id == out_of_range) reason_ = "a number is too large for anything";
    return false;
  }

 private:
  std::ptrdiff_t line() const { return 1 + std::count(bytes_.data(), seen_, '\n'); }
  bool ends(std::string reason) {
    reason_ = std::move(reason);
    return false;
  }
  bool goes_down() {
    if (++depth_ > deepest) return ends(fmt::format("it is nested deeper than {}", deepest));
    return is_affordable();
  }
  bool is_affordable() {
    return ++values_ <= most_cells || ends("it has more than 5 million values");
  }

  nlohmann::detail::json_sax_dom_parser<Json> tree_;
  std::vector<std::set<std::string>> names_;  // of the objects that are open
  std::size_t depth_ = 0;
  std::size_t values_ = 0;
  std::string_view bytes_;
  const char* seen_;
  std::string reason_;
};

/// What an object says by the paths to its values, and where that is no single text.
struct Values {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<std::pair<std::string, std::string>> odd;  ///< By path too, and how.
};

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? "" : value.dump();
}

bool is_plain(const Json& value) { return !value.is_object() && !value.is_array(); }

void add_list(const Json& list, const std::string& path, Values& out) {
  const auto plain = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), is_plain));
  if (plain == list.size()) {
    std::string lines;
    for (const Json& each : list) lines += (lines.empty() ? "" : "\n") + text_of(each);
    out.texts.emplace_back(path, lines);
  } else if (plain > 0) {
    out.texts.emplace_back(path, "");
    out.odd.emplace_back(path, "the list holds plain values and others");
  } else {
    out.odd.emplace_back(path, "it is a list of objects here, and something else in other rows");
  }
}

class Rows {
  static constexpr std::string_view too_much =
      "its rows hold too much with all that is around them";
  static constexpr std::size_t most_bytes = std::size_t{128} << 20;

 public:
  Rows(SourceTable& table, std::vector<RowFault>& faults) : table_(table), faults_(faults) {}

  void add(const Json& at, std::string_view path, const std::string& name, const Values& around) {
    if (!at.is_array()) {
      add_one(at, path, name, around);
    } else {
      for (const Json& each : at) add_one(each, path, name, around);
    }
  }
  /// Columns were found as the rows were read, so that the first may be too short. Returns why it
  /// is no table; empty where it is one.
  std::string finish() {
    if (table_.rows.size() > most_cells / (table_.columns.size() + 1)) give_up(too_much);
    if (reason_.empty()) complete();
    if (!reason_.empty()) table_ = {.name = table_.name, .path = table_.path};
    return reason_;
  }

 private:
  void complete() {
    for (SourceRow& row : table_.rows) row.cells.resize(table_.columns.size());
    for (std::size_t i = 0; i < odd_.size(); ++i) {
      for (const auto& [path, how] : odd_[i]) mark(table_.rows[i], path, how);
    }
    for (const auto& [path, column] : places_) compare_shapes(path, column);
  }

  void add_one(const Json& at, std::string_view path, const std::string& name,
               const Values& around) {
    if (!reason_.empty()) return;
    if (!at.is_object()) {
      ++number_;
      faults_.push_back({table_.path, number_, "",
                         at.is_array() ? "it is a list within a list" : "it is no object",
                         "rows are objects, {...}"});
      if (faults_.size() > most_faults) give_up("more than 100,000 of its rows are no objects");
    } else if (path.empty()) {
      add_row(at, around);
    } else {
      go_down(at, path, name, around);
    }
  }

  void go_down(const Json& at, std::string_view path, const std::string& name,
               const Values& around) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const std::string key(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
    const auto found = at.find(key);
    if (found == at.end()) return;  // an object without such a list has no rows
    pay_for(around);
    Values more = around;
    add_values(at, name + ".", more);
    add(*found, path, key, more);
  }

  void add_row(const Json& object, const Values& around) {
    SourceRow row{++number_, {}};
    Values values;
    add_values(object, "", values);
    pay_for(around);
    values.texts.insert(values.texts.end(), around.texts.begin(), around.texts.end());
    values.odd.insert(values.odd.end(), around.odd.begin(), around.odd.end());
    for (auto& [name, text] : values.texts) {
      const auto [found, is_new] = places_.try_emplace(name, table_.columns.size());
      if (is_new) table_.columns.push_back(name);
      if (row.cells.size() <= found->second) row.cells.resize(found->second + 1);
      row.cells[found->second] = std::move(text);
    }
    cells_ += row.cells.size();
    if (cells_ > most_cells) give_up(too_much);
    table_.rows.push_back(std::move(row));
    odd_.push_back(std::move(values.odd));
  }

  /// The columns of it and of what is inside of it, where other rows have any.
  void mark(SourceRow& row, const std::string& path, const std::string& how) {
    const auto own = places_.find(path);
    if (own != places_.end()) add_odd(row, own->second, how);
    for_each_inside(path, [&](std::size_t column) { add_odd(row, column, how); });
  }

  /// Of a column that is an object in some rows and a plain value in others.
  void compare_shapes(const std::string& path, std::size_t column) {
    for_each_inside(path, [&](std::size_t inside) {
      for (SourceRow& row : table_.rows) {
        if (!row.cells[column].empty()) {
          add_odd(row, inside,
                  fmt::format("`{}` is a plain value here, and an object in other rows", path));
        } else if (!row.cells[inside].empty()) {
          add_odd(row, column, "it is an object here, and a plain value in other rows");
        }
      }
    });
  }

  template <class Look>
  void for_each_inside(const std::string& path, Look look) const {
    const std::string prefix = path + ".";
    for (auto at = places_.lower_bound(prefix);
         at != places_.end() && at->first.starts_with(prefix); ++at) {
      look(at->second);
    }
  }

  void add_odd(SourceRow& row, std::size_t column, std::string how) {
    if (++odd_values_ > most_faults) {
      return give_up("more than 100,000 of its values are of another shape than in other rows");
    }
    row.odd.emplace_back(column, std::move(how));
  }

  /// Every value of the object but those of lists of objects, by its path.
  void add_values(const Json& object, const std::string& prefix, Values& out) {
    for (const auto& [key, value] : object.items()) {
      if (value.is_object()) {
        add_values(value, prefix + key + ".", out);
      } else if (value.is_array()) {
        add_list(value, prefix + key, out);
      } else {
        out.texts.emplace_back(prefix + key, text_of(value));
      }
      bytes_ += prefix.size() + key.size();
      if (bytes_ > most_bytes) return give_up(too_much);
    }
  }

  /// What is around many rows is copied for each of them.
  void pay_for(const Values& values) {
    for (const auto& [name, text] : values.texts) bytes_ += name.size() + text.size();
    for (const auto& [name, how] : values.odd) bytes_ += name.size() + how.size();
    if (bytes_ > most_bytes) give_up(too_much);
  }

  void give_up(std::string_view why) {
    if (reason_.empty()) reason_ = why;
  }

  SourceTable& table_;
  std::vector<RowFault>& faults_;
  std::size_t number_ = 0;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
  std::size_t odd_values_ = 0;
  std::string reason_;
  std::map<std::string, std::size_t> places_;
  std::vector<std::vector<std::pair<std::string, std::string>>> odd_;  ///< Of each row, by path.
};

}  // namespace

void read_json(std::string_view bytes, std::string_view rows, SourceTable& table,
               std::vector<RowFault>& faults) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  Json json;
  TreeMaker maker(json, bytes);
  if (!maker.run()) {
    faults.push_back(
        {table.path, 0, "", maker.reason(),
         maker.is_too_large() ? "split it into several files" : "have whoever writes it mend it"});
    return;
  }
  Rows found(table, faults);
  found.add(json, rows, "file", {});
  if (std::string reason = found.finish(); !reason.empty()) {
    faults.push_back({table.path, 0, "", std::move(reason),
                      "split it into several files, or leave out what is not needed"});
    return;
  }
  if (!table.rows.empty() || table.may_be_empty) return;
  faults.push_back({table.path, 0, "",
                    rows.empty() ? std::string("no row was found in it")
                                 : fmt::format("no row was found below `{}`", rows),
                    fmt::format("`rows` names the lists on the way to the rows, such as "
                                "releases.contracts; {}",
                                help_where_empty)});
}

}  // namespace brm
