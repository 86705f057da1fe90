// A mapping file, read and bound to its tables: what becomes of which row.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>

#include "exchange/template.h"
#include "model/fields.h"
#include "source/finding.h"
#include "source/source_file.h"

namespace brm {

struct FieldRule;

/// Entries of a list: of each row that matches one.
struct ListRule {
  const SourceTable* table = nullptr;  ///< Null: the row around.
  /// A column of the table, and the one around that it must be equal to.
  std::vector<std::pair<ColumnPlace, ColumnPlace>> match;
  bool may_be_unmatched = false;
  std::optional<Template> condition;
  bool is_numbered = false;
  std::optional<Template> value;  ///< Of plain values.
  std::vector<FieldRule> fields;  ///< Of parts.
};

/// What one field gets: a value, a part, or entries of a list.
struct FieldRule {
  const Kind* kind = nullptr;
  const Field* field = nullptr;
  std::optional<Template> value;
  std::vector<FieldRule> part;
  std::vector<ListRule> list;
};

struct RecordRule {
  const Kind* kind = nullptr;
  const SourceTable* table = nullptr;  ///< Null: one record of constants.
  std::optional<Template> condition;
  std::string folder;
  std::vector<FieldRule> fields;
};

struct Mapping {
  std::vector<SourceTable> tables;  ///< Does not grow once rules point into it.
  std::map<std::string, Translation> words;
  std::vector<RecordRule> rules;
  std::deque<Field> own_fields;       ///< `x-...`, which rules point to as to all others.
  std::deque<std::string> own_names;  ///< And what they are called.
};

/// Gives the bytes of a file that a mapping names.
using ReadTableFile = std::function<Result<std::string>(const std::string& path)>;

struct MappingReading {
  std::unique_ptr<Mapping> mapping;
  Findings findings;             ///< What is wrong with the mapping; then it is not to be used.
  std::vector<RowFault> faults;  ///< What is wrong with its tables.
};

MappingReading read_mapping(const SourceFile& source, const ReadTableFile& read_file);

}  // namespace brm
