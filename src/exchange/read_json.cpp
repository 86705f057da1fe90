#include "exchange/read_json.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "base/spelling.h"

namespace brm {
namespace {

using Json = nlohmann::ordered_json;
/// Each of them is a step down this thread's stack.
constexpr int deepest = 100;

using Values = std::vector<std::pair<std::string, std::string>>;

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  std::string text = value.is_null() ? "" : value.dump();
  if (value.is_number_float() && text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

bool is_plain(const Json& value) { return !value.is_object() && !value.is_array(); }

/// Every value of the object but those of lists of objects, by its path.
void add_values(const Json& object, const std::string& prefix, Values& out) {
  for (const auto& [key, value] : object.items()) {
    if (value.is_object()) {
      add_values(value, prefix + key + ".", out);
    } else if (!value.is_array()) {
      out.emplace_back(prefix + key, text_of(value));
    } else if (std::all_of(value.begin(), value.end(), is_plain)) {
      std::string lines;
      for (const Json& each : value) lines += (lines.empty() ? "" : "\n") + text_of(each);
      out.emplace_back(prefix + key, lines);
    }
  }
}

class Rows {
 public:
  Rows(SourceTable& table, std::vector<RowFault>& faults) : table_(table), faults_(faults) {}

  void add(const Json& at, std::string_view path, const std::string& name, const Values& around) {
    if (at.is_array()) {
      for (const Json& each : at) add(each, path, name, around);
    } else if (!at.is_object()) {
      ++number_;
      faults_.push_back({table_.path, number_, "", "it is no object", "rows are objects, {...}"});
    } else if (path.empty()) {
      add_row(at, around);
    } else {
      go_down(at, path, name, around);
    }
  }
  /// Columns were found as the rows were read, so that the first may be too short.
  void finish() {
    for (SourceRow& row : table_.rows) row.cells.resize(table_.columns.size());
  }

 private:
  void go_down(const Json& at, std::string_view path, const std::string& name,
               const Values& around) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const std::string key(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
    const auto found = at.find(key);
    if (found == at.end()) return;  // an object without such a list has no rows
    Values more = around;
    add_values(at, name + ".", more);
    add(*found, path, key, more);
  }

  void add_row(const Json& object, const Values& around) {
    SourceRow row{++number_, {}};
    Values values;
    add_values(object, "", values);
    values.insert(values.end(), around.begin(), around.end());
    for (auto& [name, text] : values) {
      const auto [found, is_new] = places_.try_emplace(name, table_.columns.size());
      if (is_new) table_.columns.push_back(name);
      if (row.cells.size() <= found->second) row.cells.resize(found->second + 1);
      row.cells[found->second] = std::move(text);
    }
    table_.rows.push_back(std::move(row));
  }

  SourceTable& table_;
  std::vector<RowFault>& faults_;
  std::size_t number_ = 0;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

void read_json(std::string_view bytes, std::string_view rows, SourceTable& table,
               std::vector<RowFault>& faults) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  Json json;
  bool is_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    is_deep = is_deep || depth > deepest;
    return !is_deep;
  };
  try {
    json = Json::parse(bytes, watch_depth);
  } catch (const Json::parse_error& error) {
    const auto line =
        1 +
        std::count(bytes.begin(),
                   bytes.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, bytes.size())),
                   '\n');
    faults.push_back({table.path, 0, "", fmt::format("line {} is no JSON", line),
                      "have whoever writes it mend it"});
    return;
  }
  if (is_deep) {
    faults.push_back({table.path, 0, "", fmt::format("it is nested deeper than {}", deepest),
                      "have whoever writes it mend it"});
    return;
  }
  Rows found(table, faults);
  found.add(json, rows, "file", {});
  found.finish();
  if (!table.rows.empty() || table.may_be_empty) return;
  faults.push_back({table.path, 0, "",
                    rows.empty() ? std::string("no row was found in it")
                                 : fmt::format("no row was found below `{}`", rows),
                    "`rows` names the lists on the way to the rows, such as releases.contracts"});
}

}  // namespace brm
