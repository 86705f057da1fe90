#include "commands/edited_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

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

/// What comes in where, by the nodes of the tree.
struct Grown {
  std::map<std::uint32_t, std::vector<const Addition*>> pairs;  ///< Of a map: keys it lacks.
  std::map<std::uint32_t, std::vector<const Addition*>> items;  ///< Of a list that has some.
  std::map<std::uint32_t, const Addition*> values;              ///< In the place of none.
};

Grown grown_by(const Tree& tree, const std::vector<const Addition*>& additions) {
  Grown out;
  for (const Addition* each : additions) {
    const auto value = value_of(tree, each->map, each->key);
    if (!value) {
      out.pairs[each->map].push_back(each);
    } else if (is_filled(tree.nodes[*value])) {
      out.items[*value].push_back(each);
    } else {
      out.values.emplace(*value, each);
    }
  }
  return out;
}

/// What the file is to say afterwards, made without a look at its bytes.
class Expecting {
 public:
  Expecting(const Tree& tree, const Grown& grown) : tree_(tree), grown_(grown) {}

  std::vector<Said> run() {
    add(0);
    return std::move(out_);
  }

 private:
  void add(std::uint32_t index) {
    if (const auto value = grown_.values.find(index); value != grown_.values.end()) {
      add_entry(*value->second);
      return;
    }
    const Node& node = tree_.nodes[index];
    const auto pairs = grown_.pairs.find(index);
    const auto items = grown_.items.find(index);
    std::size_t count = node.count;
    if (pairs != grown_.pairs.end()) count += pairs->second.size();
    if (items != grown_.items.end()) count += items->second.size();
    out_.push_back({node.form, static_cast<std::uint32_t>(count), std::string(node.text)});
    for (std::uint32_t at = index + 1; at < node.next; at = tree_.nodes[at].next) add(at);
    if (items != grown_.items.end()) {
      for (const Addition* each : items->second) add_said(each->entry, out_);
    }
    if (pairs == grown_.pairs.end()) return;
    for (const Addition* each : pairs->second) {
      out_.push_back({Form::scalar, 0, each->key});
      add_entry(*each);
    }
  }

  void add_entry(const Addition& addition) {
    if (addition.into == Into::list) out_.push_back({Form::list, 1, ""});
    add_said(addition.entry, out_);
  }

  const Tree& tree_;
  const Grown& grown_;
  std::vector<Said> out_;
};

/// The failure that no user should ever see: it keeps a fault of brm from reaching their records.
Failure unlike_expected(const std::string& path) {
  return {fmt::format("{}: the change would not read back as it is meant, so nothing was written",
                      visible(path)),
          "write it into the file by hand; and please report the file's layout, as this is a fault "
          "of brm"};
}

/// Whoever quoted the old word wants the new one quoted.
std::string in_its_quotes(std::string_view bytes, const Span& place, const std::string& text) {
  const std::string plain = quoted(text);
  const char mark = bytes[place.offset];
  const bool is_quoted = place.length > 1 && (mark == '"' || mark == '\'');
  return is_quoted && plain == text ? mark + text + mark : plain;
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

namespace {

/// Additions that come in together, and the bytes they come in by.
class Adding {
 public:
  explicit Adding(const EditedFile& file)
      : file_(file), tree_(file.tree()), layout_(layout_of(tree_, file.bytes())) {
    depths_.assign(tree_.nodes.size(), 0);
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      for (std::uint32_t at = i + 1; at < tree_.nodes[i].next; at = tree_.nodes[at].next) {
        depths_[at] = depths_[i] + 1;
      }
    }
  }

  std::optional<Failure> add(const Addition& addition) {
    const auto value = value_of(tree_, addition.map, addition.key);
    const std::uint32_t holder = value ? *value : addition.map;
    const auto there = slots_.find(holder);
    if (there == slots_.end()) {
      auto slot = addition.into == Into::list
                      ? slot_in_list(tree_, file_.bytes(), layout_, addition.map, addition.key)
                      : slot_of_field(tree_, file_.bytes(), layout_, addition.map, addition.key);
      if (!slot.ok()) return placed(slot.failure(), addition);
      if (!value) keys_.emplace(addition.map, addition.key);
      put(slots_.emplace(holder, std::move(slot).value()).first->second, holder, addition);
      return std::nullopt;
    }
    const Slot& slot = there->second;
    const bool has_room = slot.layout == Layout::block &&
                          (value ? slot.lacks == Lacks::nothing : slot.lacks == Lacks::key);
    const bool is_again = !value && !keys_.emplace(addition.map, addition.key).second;
    if (has_room && !is_again) put(slot, holder, addition);
    return std::nullopt;
  }

  const std::vector<const Addition*>& additions() const { return additions_; }
  /// Where lines of several come in at one place, those of the inner ones first.
  std::vector<Splice> splices() && {
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.depth > b.depth; });
    std::vector<Splice> out;
    for (Piece& piece : pieces_) out.push_back(std::move(piece.splice));
    return out;
  }

 private:
  struct Piece {
    std::size_t depth = 0;
    Splice splice;
  };

  void put(const Slot& slot, std::uint32_t holder, const Addition& addition) {
    const auto splices = addition.into == Into::list
                             ? add_item(slot, addition.key, addition.entry)
                             : add_field(slot, addition.key, addition.entry);
    for (const Splice& splice : splices) pieces_.push_back({depths_[holder], splice});
    additions_.push_back(&addition);
  }

  Failure placed(const Failure& failure, const Addition& addition) const {
    const std::uint32_t at = tree_.nodes[addition.map].begin;
    return {fmt::format("{}:{}: {}", visible(file_.path()), file_.source().line_column(at).line,
                        failure.message),
            failure.help};
  }

  const EditedFile& file_;
  const Tree& tree_;
  FileLayout layout_;
  std::vector<std::size_t> depths_;
  std::map<std::uint32_t, Slot>
      slots_;  ///< By the list, the empty value, or the map without a key.
  std::set<std::pair<std::uint32_t, std::string>> keys_;  ///< Those of maps that lacked them.
  std::vector<Piece> pieces_;
  std::vector<const Addition*> additions_;
};

}  // namespace

Result<std::string> EditedFile::with(const Addition& addition) const {
  return with(std::vector<Addition>{addition});
}

Result<std::string> EditedFile::with(const std::vector<Addition>& additions) const {
  Adding adding(*this);
  for (const Addition& each : additions) {
    if (const auto failure = adding.add(each)) return *failure;
  }
  const Grown grown = grown_by(tree_, adding.additions());
  std::vector<Said> meant = Expecting(tree_, grown).run();
  return read_back(source_, std::move(adding).splices(), meant);
}

Result<std::string> EditedFile::with(const std::vector<Replacement>& replacements) const {
  std::vector<Said> meant = said_by(tree_);
  std::vector<Splice> splices;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> scalars;
  for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
    const Node& node = tree_.nodes[i];
    if (node.form == Form::scalar) scalars.try_emplace({node.begin, node.end}, i);
  }
  for (const Replacement& each : replacements) {
    const auto node = scalars.find({each.place.offset, each.place.offset + each.place.length});
    if (node == scalars.end()) return unlike_expected(path());
    meant[node->second].text = each.text;
    splices.push_back(
        {each.place.offset, each.place.length, in_its_quotes(bytes(), each.place, each.text)});
  }
  return read_back(source_, splices, meant);
}

}  // namespace brm
