// The fast lane against yaml-cpp: what it accepts, the strict way reads as the very same tree.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <random>

#include "read/quick_tree.h"
#include "read/tree.h"
#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

std::string to_text(const Node& node) {
  constexpr std::string_view forms[] = {"null", "scalar", "list", "map"};
  constexpr std::string_view styles[] = {"plain", "quoted", "block", "flow"};
  return fmt::format("{} {} {}-{} next {} count {} [{}]", forms[static_cast<int>(node.form)],
                     styles[static_cast<int>(node.style)], node.begin, node.end, node.next,
                     node.count, node.text);
}

std::string to_text(const Tree& tree) {
  std::string out;
  for (const Node& node : tree.nodes) out += to_text(node) + "\n";
  return out;
}

bool is_same(const Node& a, const Node& b) {
  return a.form == b.form && a.style == b.style && a.begin == b.begin && a.end == b.end &&
         a.next == b.next && a.count == b.count && a.text == b.text;
}

bool is_same(const Tree& a, const Tree& b) {
  return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                    [](const Node& x, const Node& y) { return is_same(x, y); });
}

/// Reads texts both ways and counts; a difference fails the test and shows the text.
class BothLanes {
 public:
  void compare(const std::string& bytes) {
    ++tried_;
    const SourceFile source("record.yaml", bytes);
    Findings findings;
    if (read_tree(source, 0, Lanes::both, quick_, findings) != Lane::quick) return;
    ++accepted_;
    Findings strict_findings;
    const Lane lane = read_tree(source, 0, Lanes::strict, strict_, strict_findings);
    if (lane == Lane::strict && is_same(quick_, strict_)) return;
    const auto& list = strict_findings.list();
    std::string fast_text = to_text(quick_);
    std::string strict_text = to_text(strict_);
    const auto [a, b] =
        std::mismatch(fast_text.begin(), fast_text.end(), strict_text.begin(), strict_text.end());
    fast_text.insert(a, '^');
    strict_text.insert(b, '^');
    FAIL_CHECK("the lanes differ over\n"
               << bytes << "\n--- fast\n"
               << fast_text << "--- strict\n"
               << strict_text << (list.empty() ? "" : list[0].message));
    ++different_;
  }
  std::size_t tried() const { return tried_; }
  std::size_t accepted() const { return accepted_; }
  bool has_failed_often() const { return different_ > 5; }

 private:
  Tree quick_;
  Tree strict_;
  std::size_t tried_ = 0;
  std::size_t accepted_ = 0;
  std::size_t different_ = 0;
};

std::vector<std::string> texts_below(const std::string& folder) {
  std::vector<std::string> texts;
  if (folder.empty()) return texts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (entry.is_regular_file() && path.ends_with(".yaml")) texts.push_back(read_file(path));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// Whole records cut down to stretches of some lines, so that a mutation is soon tried.
std::vector<std::string> stretches(const std::vector<std::string>& texts, std::size_t lines) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    const std::vector<std::string> all = lines_of(text);
    for (std::size_t from = 0; from < all.size(); from += lines) {
      std::string stretch = from == 0 ? "" : "kind: relationship\n";
      for (std::size_t i = from; i < std::min(from + lines, all.size()); ++i)
        stretch += all[i] + "\n";
      out.push_back(stretch);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// One to three small changes of the kinds that decide what YAML makes of a text.
class Mutations {
 public:
  Mutations(std::vector<std::string> seeds, std::uint64_t seed)
      : seeds_(std::move(seeds)), random_(seed) {}

  std::string next() {
    std::string text = seeds_[below(seeds_.size())];
    for (std::size_t i = 0, times = 1 + below(3); i < times; ++i) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  void change(std::string& text) {
    constexpr std::string_view telling[] = {" ",           "  ",
                                            "\n",          "\n\n",
                                            "\n ",         "\n  ",
                                            ":",           ": ",
                                            " #",          "#",
                                            "-",           "- ",
                                            "\n- ",        ",",
                                            "[",           "]",
                                            "{",           "}",
                                            "'",           "\"",
                                            "''",          "\\",
                                            "\\n",         "\\u00e9",
                                            "|",           ">",
                                            "|-",          "|\n",
                                            ">\n",         "|\n    x\n",
                                            "?",           "? ",
                                            "!",           "&a",
                                            "*a",          "%",
                                            "@",           "`",
                                            "~",           "null",
                                            "Null",        "---",
                                            "\n---\n",     "\n...\n",
                                            "\t",          "\r\n",
                                            "é",           "[]",
                                            "{}",          "[a, b]",
                                            "{a: b}",      "{a: b, c: [d]}",
                                            "\"x\"",       "'x'",
                                            "a: b",        "\na: b\n",
                                            "<<",          "0",
                                            ".",           "x",
                                            "\n# c\n",     " # c\n",
                                            "\n    # c\n", "a:\n",
                                            ":\n",         "\xEF\xBB\xBF",
                                            "=",           "<",
                                            "\n\n\n"};
    const std::size_t at = below(text.size() + 1);
    switch (below(6)) {
      case 0:
      case 1:
        text.insert(at, telling[below(std::size(telling))]);
        return;
      case 2:
        text.erase(at, 1 + below(4));
        return;
      case 3:
        if (at < text.size()) text.replace(at, 1, telling[below(std::size(telling))]);
        return;
      case 4: {  // a stretch of another one
        const std::string& other = seeds_[below(seeds_.size())];
        const std::size_t from = below(other.size());
        text.insert(at, other.substr(from, 1 + below(24)));
        return;
      }
      default: {  // a line twice, or another indentation
        const std::size_t line = text.rfind('\n', at == 0 ? 0 : at - 1) + 1;
        const std::size_t end = text.find('\n', line);
        if (below(2) == 0) {
          text.insert(line, std::string(1 + below(3), ' '));
        } else if (end != std::string::npos) {
          text.insert(line, text.substr(line, end + 1 - line));
        }
        return;
      }
    }
  }

  std::vector<std::string> seeds_;
  std::mt19937_64 random_;
};

std::vector<std::string> all_texts() {
  std::vector<std::string> texts;
  for (const char* folder : {"examples", "tests/rules", "tests/bad-input", "tests/golden"}) {
    for (std::string& text : texts_below(source_path(folder))) texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

TEST_CASE("lanes: the fast one takes every sound record of the example") {
  Tree tree;
  for (const std::string& text : texts_below(source_path("examples/office"))) {
    INFO(text);
    CHECK(read_quickly(text, tree));
  }
}

TEST_CASE("lanes: both make the same tree of every record at hand") {
  BothLanes lanes;
  for (const std::string& text : all_texts()) lanes.compare(text);
  for (const char* name : {"it-dashboard", "mta"}) {
    for (const std::string& text : texts_below(real_folder(name))) lanes.compare(text);
  }
  CHECK(lanes.accepted() * 3 > lanes.tried() * 2);
}

TEST_CASE("lanes: both make the same tree of a million mutated records") {
  BothLanes lanes;
  Mutations mutations(stretches(all_texts(), 7), 20260708);
  for (std::size_t i = 0; i < 1'000'000 && !lanes.has_failed_often(); ++i) {
    lanes.compare(mutations.next());
  }
  MESSAGE(lanes.accepted() << " of " << lanes.tried() << " were accepted");
  CHECK(lanes.accepted() > 100'000);
}

}  // namespace brm::test
