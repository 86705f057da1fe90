// What `brm record` can record: of what, into which field, from which options.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/item.h"
#include "write/yaml.h"

namespace brm {

/// An option and the field that it fills.
struct FieldOption {
  std::string_view option;  ///< `--by`
  std::string_view field;   ///< `held_by`
};

struct Recorded {
  std::string_view name;
  std::string_view meaning;
  Words of = {};          ///< Kinds of what the ID names, the usual first.
  std::string_view list;  ///< The list that it is added to; empty: it is the value of `field`.
  std::string_view field;
  std::string_view value;  ///< The field that VALUE fills; empty where there is none.
  Words same_when = {};    ///< Fields in which no two of the list are alike.
  std::span<const FieldOption> options = {};
};

std::span<const Recorded> all_recorded();

/// As they were written on the command line.
struct RecordOptions {
  std::string what;
  std::string id;
  std::string value;
  std::string date;
  std::vector<std::pair<std::string_view, std::vector<std::string>>> fields;  ///< By option.
  bool is_dry = false;
};

/// The part to be written, its fields in the order of their table and each held against its type.
/// `item` is what the ID names.
Result<Yaml> entry_for(const Recorded& recorded, const RecordOptions& options, const Item& item);

}  // namespace brm
