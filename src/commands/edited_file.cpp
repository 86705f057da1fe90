#include "commands/edited_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "read/slots.h"
#include "write/addition.h"

namespace brm {
namespace {

/// What a tree says, without the places in which it says it.
struct Said {
  Form form = Form::null;
  std::uint32_t count = 0;
  std::string text;
  bool operator==(const Said&) const = default;
};

std::vector<Said> said_by(const Tree& tree) {
  std::vector<Said> out;
  for (const Node& node : tree.nodes) {
    out.push_back({node.form, node.count, std::string(node.text)});
  }
  return out;
}

void add_said(const Yaml& entry, std::vector<Said>& out) {
  switch (entry.form) {
    case Yaml::Form::text:
      out.push_back({Form::scalar, 0, entry.text});
      return;
    case Yaml::Form::list:
      out.push_back({Form::list, static_cast<std::uint32_t>(entry.items.size()), ""});
      for (const Yaml& item : entry.items) add_said(item, out);
      return;
    case Yaml::Form::map:
      out.push_back({Form::map, static_cast<std::uint32_t>(entry.fields.size()), ""});
      for (const auto& [key, value] : entry.fields) {
        out.push_back({Form::scalar, 0, key});
        add_said(value, out);
      }
      return;
  }
}

bool is_filled(const Node& node) { return node.form == Form::list && node.count > 0; }

/// What the file is to say afterwards, made without a look at its bytes.
std::vector<Said> expected(const Tree& tree, const Addition& addition) {
  std::vector<Said> all = said_by(tree);
  const auto value = value_of(tree, addition.map, addition.key);
  std::vector<Said> added;
  if (!value) added.push_back({Form::scalar, 0, addition.key});
  const bool begins_list =
      addition.into == Into::list && (!value || !is_filled(tree.nodes[*value]));
  if (begins_list) added.push_back({Form::list, 1, ""});
  add_said(addition.entry, added);
  std::uint32_t at = tree.nodes[addition.map].next;
  if (!value) {
    ++all[addition.map].count;
  } else if (is_filled(tree.nodes[*value])) {
    ++all[*value].count;
    at = tree.nodes[*value].next;
  } else {
    at = *value;
    all.erase(all.begin() + at);
  }
  all.insert(all.begin() + at, added.begin(), added.end());
  return all;
}

/// The failure that no user should ever see: it keeps a fault of brm from reaching their records.
Failure unlike_expected(const std::string& path) {
  return {fmt::format("{}: the change would not read back as it is meant, so nothing was written",
                      visible(path)),
          "write it into the file by hand; and please report the file's layout, as this is a fault "
          "of brm"};
}

Result<std::string> read_back(const SourceFile& source, const std::vector<Splice>& splices,
                              const std::vector<Said>& meant) {
  std::string bytes = spliced(source.bytes(), splices);
  if (source.had_byte_order_mark()) bytes.insert(0, "\xEF\xBB\xBF");
  const SourceFile changed(source.path(), bytes);
  Tree tree;
  Findings findings;
  const bool is_read = read_tree(changed, 0, Lanes::strict, tree, findings) != Lane::none;
  if (!is_read || said_by(tree) != meant) return unlike_expected(source.path());
  return bytes;
}

}  // namespace

Result<EditedFile> EditedFile::read(const Folder& folder, const std::string& path) {
  auto read = folder.read(path);
  if (!read.ok()) return read.failure();
  return of(path, std::move(read).value().bytes);
}

Result<EditedFile> EditedFile::of(const std::string& path, std::string bytes) {
  EditedFile out(path, std::move(bytes));
  Findings findings;
  if (read_tree(out.source_, 0, Lanes::strict, out.tree_, findings) != Lane::none) return out;
  const Finding& first = findings.list().front();
  return Failure{fmt::format("{}:{}: {}", visible(path),
                             out.source_.line_column(first.place.offset).line, first.message),
                 first.help.empty() ? "mend the file first" : first.help};
}

Result<std::string> EditedFile::with(const Addition& addition) const {
  const auto slot = addition.into == Into::list
                        ? slot_in_list(tree_, bytes(), addition.map, addition.key)
                        : slot_of_field(tree_, bytes(), addition.map, addition.key);
  if (!slot.ok()) {
    const std::uint32_t at = tree_.nodes[addition.map].begin;
    return Failure{fmt::format("{}:{}: {}", visible(path()), source_.line_column(at).line,
                               slot.failure().message),
                   slot.failure().help};
  }
  const auto splices = addition.into == Into::list
                           ? add_item(slot.value(), addition.key, addition.entry)
                           : add_field(slot.value(), addition.key, addition.entry);
  return read_back(source_, splices, expected(tree_, addition));
}

Result<std::string> EditedFile::with(const std::vector<Replacement>& replacements) const {
  std::vector<Said> meant = said_by(tree_);
  std::vector<Splice> splices;
  for (const Replacement& each : replacements) {
    const auto node = std::find_if(tree_.nodes.begin(), tree_.nodes.end(), [&](const Node& other) {
      return other.form == Form::scalar && other.begin == each.place.offset &&
             other.end == each.place.offset + each.place.length;
    });
    if (node == tree_.nodes.end()) return unlike_expected(path());
    meant[static_cast<std::size_t>(node - tree_.nodes.begin())].text = each.text;
    splices.push_back({each.place.offset, each.place.length, quoted(each.text)});
  }
  return read_back(source_, splices, meant);
}

}  // namespace brm
