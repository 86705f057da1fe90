// An addition to a file changes nothing else in it: over all example records, in many layouts.
#include "commands/edited_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>

#include "model/all_kinds.h"
#include "read/slots.h"
#include "support/run.h"
#include "write/yaml.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> example_files() {
  std::vector<std::string> out;
  for (const char* folder : {"examples/small", "examples/office"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source_path(folder))) {
      // What lies in drafts is no record yet, and brm.yaml says so.
      const bool is_draft = entry.path().string().find("/drafts/") != std::string::npos;
      if (entry.path().extension() == ".yaml" && !is_draft) out.push_back(entry.path().string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string each_line(const std::string& text,
                      const std::function<std::string(const std::string&)>& change) {
  std::string out;
  for (const std::string& line : lines_of(text)) out += change(line) + "\n";
  return out;
}

std::string in_brackets(const Tree& tree, std::uint32_t index, const std::string& gap) {
  const Node& node = tree.nodes[index];
  if (node.form == Form::null) return "~";
  if (node.form == Form::scalar) return quoted(node.text);
  const bool is_map = node.form == Form::map;
  std::string inner;
  for (std::uint32_t at = index + 1; at < node.next;) {
    if (!inner.empty()) inner += "," + gap;
    inner += in_brackets(tree, at, gap);
    at = tree.nodes[at].next;
    if (!is_map) continue;
    inner += ": " + in_brackets(tree, at, gap);
    at = tree.nodes[at].next;
  }
  return (is_map ? "{" : "[") + inner + (is_map ? "}" : "]");
}

Tree tree_of(const std::string& bytes) {
  const SourceFile source("a.yaml", bytes);
  Tree tree;
  Findings findings;
  read_tree(source, 0, Lanes::strict, tree, findings);
  // What it points to goes with the source.
  for (Node& node : tree.nodes) node.text = tree.decoded.emplace_back(node.text);
  return tree;
}

struct Layouts {
  const char* name;
  std::string (*change)(const std::string& text);
};

/// The same record, as other people and editors would have written it.
const Layouts layouts[] = {
    {"as it is", [](const std::string& text) { return text; }},
    {"carriage returns",
     [](const std::string& text) {
       return each_line(text, [](const std::string& line) { return line + "\r"; });
     }},
    {"byte order mark", [](const std::string& text) { return "\xEF\xBB\xBF" + text; }},
    {"no final line end",
     [](const std::string& text) { return text.substr(0, text.find_last_not_of("\n") + 1); }},
    {"more blank lines at the end", [](const std::string& text) { return text + "\n\n"; }},
    {"a comment at the end", [](const std::string& text) { return text + "# the end"; }},
    {"document markers", [](const std::string& text) { return "---\n" + text + "...\n"; }},
    {"twice the indentation",
     [](const std::string& text) {
       return each_line(text, [](const std::string& line) {
         const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
         const bool is_item = line.substr(blanks).starts_with("- ");
         return std::string(blanks, ' ') + line.substr(0, blanks) + (is_item ? "-   " : "") +
                line.substr(is_item ? blanks + 2 : blanks);
       });
     }},
    {"all in braces on one line",
     [](const std::string& text) { return in_brackets(tree_of(text), 0, " ") + "\n"; }},
    {"all in braces, an item a line",
     [](const std::string& text) { return in_brackets(tree_of(text), 0, "\n    ") + "\n"; }},
    {"all in braces without a line end",
     [](const std::string& text) { return in_brackets(tree_of(text), 0, " "); }},
};

/// Every place of the tree where a list of parts may grow.
void for_each_map(const Tree& tree, const Kind& kind, std::uint32_t map,
                  const std::function<void(std::uint32_t, const Kind&)>& look) {
  look(map, kind);
  for (std::uint32_t at = map + 1; at < tree.nodes[map].next;
       at = tree.nodes[tree.nodes[at].next].next) {
    const std::size_t index = kind.index_of(tree.nodes[at].text);
    if (index == kind.size() || kind.field(index).type != Type::part) continue;
    const std::uint32_t value = tree.nodes[at].next;
    const Kind& part = *kind.field(index).part;
    if (tree.nodes[value].form == Form::map) for_each_map(tree, part, value, look);
    if (tree.nodes[value].form != Form::list) continue;
    for (std::uint32_t item = value + 1; item < tree.nodes[value].next;
         item = tree.nodes[item].next) {
      if (tree.nodes[item].form == Form::map) for_each_map(tree, part, item, look);
    }
  }
}

const Kind* kind_of(const Tree& tree) {
  if (tree.empty() || tree.root().form != Form::map) return nullptr;
  const auto kind = value_of(tree, 0, "kind");
  return kind ? find_kind(tree.nodes[*kind].text) : nullptr;
}

Yaml measurement() {
  Yaml map = Yaml::map();
  map.fields.emplace_back("date", Yaml::of("2026-07-31"));
  map.fields.emplace_back("note", Yaml::of("It's \"odd\": 1, [2] # 3"));
  map.fields.emplace_back("with", Yaml::list({Yaml::of("one"), Yaml::of("null")}));
  return map;
}

/// What stands before and behind the addition is what was there, but for `[]` or `~` in its way.
bool is_kept(const std::string& was, const std::string& now, bool may_replace) {
  std::size_t head = 0;
  while (head < was.size() && head < now.size() && was[head] == now[head]) ++head;
  std::size_t tail = 0;
  while (tail < was.size() - head && was[was.size() - 1 - tail] == now[now.size() - 1 - tail]) {
    ++tail;
  }
  const std::string lost = was.substr(head, was.size() - head - tail);
  return lost.empty() || (may_replace && lost.find_first_not_of(" []~") == std::string::npos);
}

/// Says the same below the same key, and in the same map.
void check_added(const EditedFile& file, const Addition& addition, const std::string& now) {
  const auto after = EditedFile::of(file.path(), now);
  REQUIRE(after.ok());
  const Tree& tree = after.value().tree();
  const auto map = map_at(tree, file.tree().nodes[addition.map].begin);
  REQUIRE(map);
  const auto list = value_of(tree, *map, addition.key);
  REQUIRE(list);
  const auto old_list = value_of(file.tree(), addition.map, addition.key);
  const std::uint32_t old_count = old_list ? file.tree().nodes[*old_list].count : 0;
  CHECK(tree.nodes[*list].count == old_count + 1);
  std::uint32_t last = *list + 1;
  for (std::uint32_t i = 0; i < old_count; ++i) last = tree.nodes[last].next;
  const auto note = value_of(tree, last, "note");
  REQUIRE(note);
  CHECK(tree.nodes[*note].text == "It's \"odd\": 1, [2] # 3");
  CHECK(tree.nodes.size() > file.tree().nodes.size());
}

}  // namespace

TEST_CASE(
    "edited file: an addition to any list of any example, in any layout, is all that changes") {
  std::size_t tried = 0;
  for (const std::string& path : example_files()) {
    const std::string text = read_file(path);
    for (const Layouts& layout : layouts) {
      CAPTURE(path);
      CAPTURE(layout.name);
      const auto file = EditedFile::of("a.yaml", layout.change(text));
      REQUIRE_MESSAGE(file.ok(), file.failure().message);
      const Kind* kind = kind_of(file.value().tree());
      if (kind == nullptr) continue;
      for_each_map(file.value().tree(), *kind, 0, [&](std::uint32_t map, const Kind& of) {
        for (std::size_t i = 0; i < of.size(); ++i) {
          const Field& field = of.field(i);
          if (field.type != Type::part || field.many != Many::list) continue;
          // Of those that are not there one is enough.
          const bool is_there = value_of(file.value().tree(), map, field.name).has_value();
          if (!is_there && i % 5 != tried % 5) continue;
          CAPTURE(field.name);
          CAPTURE(map);
          const Addition addition{map, std::string(field.name), Into::list, measurement()};
          const auto now = file.value().with(addition);
          REQUIRE_MESSAGE(now.ok(), now.failure().message);
          CHECK(is_kept(file.value().was(), now.value(), true));
          check_added(file.value(), addition, now.value());
          ++tried;
        }
      });
    }
  }
  CHECK(tried > 2000);
}

TEST_CASE(
    "edited file: a new field of any map of any example, in any layout, is all that changes") {
  std::size_t tried = 0;
  for (const std::string& path : example_files()) {
    const std::string text = read_file(path);
    for (const Layouts& layout : layouts) {
      CAPTURE(path);
      CAPTURE(layout.name);
      const auto file = EditedFile::of("a.yaml", layout.change(text));
      REQUIRE(file.ok());
      const Tree& tree = file.value().tree();
      for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        if (tree.nodes[i].form != Form::map) continue;
        CAPTURE(i);
        const Yaml value = tried % 2 == 0 ? Yaml::of("2026-07-31") : measurement();
        const auto now = file.value().with(Addition{i, "x-new", Into::field, value});
        REQUIRE_MESSAGE(now.ok(), now.failure().message);
        CHECK(is_kept(file.value().was(), now.value(), false));
        const auto after = EditedFile::of("a.yaml", now.value());
        REQUIRE(after.ok());
        const auto map = map_at(after.value().tree(), tree.nodes[i].begin);
        REQUIRE(map);
        CHECK(value_of(after.value().tree(), *map, "x-new").has_value());
        ++tried;
      }
    }
  }
  CHECK(tried > 2000);
}

TEST_CASE(
    "edited file: what is there already is not written again, and what is no list is not begun") {
  const auto file = EditedFile::of("a.yaml", "id: a\nmet_on: 2026-01-01\nlist: none\n");
  REQUIRE(file.ok());
  const auto twice = file.value().with(Addition{0, "met_on", Into::field, Yaml::of("2026-06-30")});
  REQUIRE(!twice.ok());
  CHECK(twice.failure().message == "a.yaml:1: it has a `met_on` already");
  const auto list = file.value().with(Addition{0, "list", Into::list, Yaml::of("x")});
  REQUIRE(!list.ok());
  CHECK(list.failure().message == "a.yaml:1: its `list` is no list");
}

namespace {

bool is_all_there(const std::string& was, const std::string& now) {
  std::size_t at = 0;
  for (const char c : now) at += at < was.size() && was[at] == c ? 1U : 0U;
  return at == was.size();
}

/// The file with all that can come in together.
std::string grown(const std::string& text, const std::vector<std::pair<std::string, Yaml>>& lists,
                  const std::vector<std::pair<std::string, Yaml>>& fields) {
  const auto file = EditedFile::of("a.yaml", text);
  REQUIRE_MESSAGE(file.ok(), file.failure().message);
  std::vector<Addition> all;
  for (const auto& [key, value] : fields) all.push_back({0, key, Into::field, value});
  for (const auto& [key, value] : lists) all.push_back({0, key, Into::list, value});
  const auto now = file.value().with(all);
  REQUIRE_MESSAGE(now.ok(), now.failure().message);
  return now.value();
}

Yaml on(const std::string& day) {
  Yaml out = Yaml::map();
  out.fields.emplace_back("date", Yaml::of(day));
  return out;
}

}  // namespace

TEST_CASE("edited file: several come in at once, those of the inner ones first") {
  CHECK(grown("id: a\nlist:\n  - {date: 1}  # first\n", {{"list", on("2")}, {"list", on("3")}},
              {{"x", Yaml::of("1")}, {"z", Yaml::of("2")}}) ==
        "id: a\nlist:\n  - {date: 1}  # first\n  - {date: 2}\n  - {date: 3}\nx: 1\nz: 2\n");
  CHECK(grown("id: a\r\nlist:\r\n- date: 1", {{"list", on("2")}, {"list", on("3")}},
              {{"x", Yaml::of("1")}}) ==
        "id: a\r\nlist:\r\n- date: 1\r\n- date: 2\r\n- date: 3\r\nx: 1");
  CHECK(grown("id: a\nlist:\n  - date: 1\n\n  - date: 2\n\n# end\n",
              {{"list", on("3")}, {"list", on("4")}}, {}) ==
        "id: a\nlist:\n  - date: 1\n\n  - date: 2\n\n  - date: 3\n\n  - date: 4\n\n# end\n");
  CHECK(grown("id: a\nnone:\n", {}, {{"none", Yaml::list({on("1")})}, {"x", Yaml::of("1")}}) ==
        "id: a\nnone:\n  - date: 1\nx: 1\n");
  // Two cannot come into one pair of brackets, or into a list that is yet to begin.
  CHECK(grown("{id: a, list: [{date: 1}]}\n", {{"list", on("2")}, {"list", on("3")}}, {}) ==
        "{id: a, list: [{date: 1}, {date: 2}]}\n");
  CHECK(grown("id: a\nlist: []\n", {{"list", on("1")}, {"list", on("2")}}, {}) ==
        "id: a\nlist:\n  - {date: 1}\n");
  CHECK(grown("id: a\n", {{"list", on("1")}, {"list", on("2")}}, {}) ==
        "id: a\nlist:\n  - {date: 1}\n");
}

TEST_CASE("edited file: a field of every map at once, in any example and layout") {
  for (const std::string& path : example_files()) {
    const std::string text = read_file(path);
    for (const Layouts& layout : layouts) {
      CAPTURE(path);
      CAPTURE(layout.name);
      const auto file = EditedFile::of("a.yaml", layout.change(text));
      REQUIRE(file.ok());
      const Tree& tree = file.value().tree();
      std::vector<Addition> additions;
      for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        if (tree.nodes[i].form != Form::map) continue;
        additions.push_back({i, "x-new", Into::field, Yaml::of("2026-07-31")});
        additions.push_back({i, "x-list", Into::list, measurement()});
      }
      const auto now = file.value().with(additions);
      REQUIRE_MESSAGE(now.ok(), now.failure().message);
      CHECK(is_all_there(file.value().was(), now.value()));
    }
  }
}

TEST_CASE("edited file: words take the places of others, and nothing else moves") {
  const std::string text = "id: a  # x\n'titel': 'b'\ntier: Strategic\n";
  const auto file = EditedFile::of("a.yaml", text);
  REQUIRE(file.ok());
  const auto now =
      file.value().with(std::vector<Replacement>{{{0, 11, 7}, "title"}, {{0, 30, 9}, "strategic"}});
  REQUIRE_MESSAGE(now.ok(), now.failure().message);
  CHECK(now.value() == "id: a  # x\n'title': 'b'\ntier: strategic\n");
  CHECK(!file.value().with(std::vector<Replacement>{{{0, 12, 3}, "x"}}).ok());
}

TEST_CASE("edited file: a comment between a key and its empty value stays") {
  const auto file = EditedFile::of("a.yaml", "a: 1\nlist:\n  # none yet\n\n  []  # so far\nb: 2\n");
  REQUIRE(file.ok());
  const auto now = file.value().with(Addition{0, "list", Into::list, Yaml::of("x")});
  REQUIRE(now.ok());
  CHECK(now.value() == "a: 1\nlist:\n  # none yet\n\n  [x]  # so far\nb: 2\n");
}

}  // namespace brm::test
