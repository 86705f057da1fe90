#include "exchange/mapping.h"

#include <fmt/format.h>

#include "base/spelling.h"
#include "base/utf8.h"
#include "exchange/mapping_fields.h"
#include "exchange/mapping_rules.h"
#include "exchange/mapping_tree.h"
#include "exchange/read_csv.h"
#include "exchange/read_json.h"
#include "read/faults.h"

namespace brm {
namespace {

char separator_named(std::string_view name) {
  if (name == "semicolon") return ';';
  if (name == "tab") return '\t';
  return name == "comma" ? ',' : '\0';
}

class TableReader {
 public:
  TableReader(MappingTree& tree, const ReadTableFile& read_file, MappingReading& out)
      : tree_(tree), read_file_(read_file), out_(out) {}

  void read(std::uint32_t node) {
    const auto pairs = tree_.fields(node, kinds::import_table);
    const auto name = tree_.text(pairs, "name");
    const auto file = tree_.text(pairs, "file");
    if (!name || !file || cells_ > most_cells) return;
    SourceTable table{.name = std::string(name->text), .path = std::string(file->text)};
    const auto empty = tree_.choice(pairs, kinds::import_table, "when_empty");
    table.may_be_empty = empty && *empty == "fine";
    const auto conflict = tree_.choice(pairs, kinds::import_table, "conflict");
    table.last_counts = conflict && *conflict == "last_counts";
    auto bytes = read_file_(table.path);
    if (!bytes.ok()) {
      tree_.add(faults::bad_reference, *file->node, bytes.failure().message,
                "the file is looked for from the folder of the mapping");
      return;
    }
    fill(table, pairs, bytes.value());
    cells_ += table.rows.size() * table.columns.size();
    if (cells_ > most_cells) {
      tree_.add(faults::too_many_values, *file->node, "the tables hold more than 5 million values",
                "import them one after the other, each with a mapping of its own");
      table.rows.clear();
    }
    table.is_open = table.columns.empty();
    out_.mapping->tables.push_back(std::move(table));
  }

 private:
  void fill(SourceTable& table, const MappingPairs& pairs, const std::string& bytes) {
    const auto rows = tree_.text(pairs, "rows");
    if (table.path.ends_with(".json")) {
      return read_json(bytes, rows ? rows->text : "", table, out_.faults);
    }
    if (rows) {
      tree_.add(faults::conflicting_fields, *rows->node, "`rows` is for json, and this is csv",
                "remove it, or name a file that ends in .json");
    }
    CsvForm form;
    if (const auto encoding = tree_.choice(pairs, kinds::import_table, "encoding")) {
      form.encoding = *encoding == "utf-8" ? Encoding::utf_8 : Encoding::windows_1252;
    }
    if (const auto separator = tree_.choice(pairs, kinds::import_table, "separator")) {
      form.separator = separator_named(*separator);
    }
    read_csv(bytes, form, table, out_.faults);
  }

  MappingTree& tree_;
  const ReadTableFile& read_file_;
  MappingReading& out_;
  std::size_t cells_ = 0;  // of all tables
};

void read_words(MappingTree& tree, std::uint32_t node, Mapping& mapping) {
  for (const auto& [name, list] : tree.free_map(node)) {
    Translation& words = mapping.words[std::string(tree.node(name).text)];
    for (const auto& [from, to] : tree.free_map(list)) {
      if (const auto text = tree.scalar(to)) {
        words.emplace_back(std::string(tree.node(from).text), std::string(*text));
      }
    }
    // Whatever the others leave over comes last.
    std::stable_partition(words.begin(), words.end(),
                          [](const auto& each) { return each.first != "*"; });
  }
}

}  // namespace

MappingReading read_mapping(const SourceFile& source, const ReadTableFile& read_file) {
  MappingReading out;
  out.mapping = std::make_unique<Mapping>();
  MappingTree tree(source, out.findings);
  if (!tree.is_read()) return out;
  const auto pairs = tree.fields(0, kinds::import_map);
  if (const auto kind = tree.text(pairs, "kind"); kind && kind->text != "import") {
    tree.add(faults::unknown_kind, *kind->node,
             fmt::format("`{}` is no mapping", visible(kind->text)),
             "a mapping says `kind: import`");
  }
  TableReader tables(tree, read_file, out);
  for (const std::uint32_t each : tree.list(pairs, "tables")) tables.read(each);
  if (const auto words = tree.find(pairs, "words")) read_words(tree, *words, *out.mapping);
  if (!out.findings.list().empty()) return out;
  for (const std::uint32_t each : tree.list(pairs, "records")) {
    read_rule(tree, each, *out.mapping);
  }
  return out;
}

}  // namespace brm
