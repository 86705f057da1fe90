// The fast lane against yaml-cpp: what it accepts, the strict way reads as the very same tree.
#include <doctest/doctest.h>

#include <filesystem>

#include "read/quick_tree.h"
#include "support/both_lanes.h"
#include "support/mutations.h"
#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

/// Reads texts both ways and counts; a difference fails the test and shows the text.
class ComparedLanes {
 public:
  void compare(const std::string& bytes) {
    const Comparison found = lanes_.compare(bytes);
    if (found == Comparison::different) FAIL_CHECK(lanes_.difference());
    ++tried_;
    accepted_ += found != Comparison::refused;
    different_ += found == Comparison::different;
  }
  std::size_t tried() const { return tried_; }
  std::size_t accepted() const { return accepted_; }
  bool has_failed_often() const { return different_ > 5; }

 private:
  BothLanes lanes_;
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
  ComparedLanes lanes;
  for (const std::string& text : all_texts()) lanes.compare(text);
  for (const char* name : {"it-dashboard", "mta"}) {
    for (const std::string& text : texts_below(real_folder(name))) lanes.compare(text);
  }
  CHECK(lanes.accepted() * 3 > lanes.tried() * 2);
}

TEST_CASE("lanes: both make the same tree of a million mutated records") {
  ComparedLanes lanes;
  Mutations mutations(stretches(all_texts(), 7), 20260708);
  for (std::size_t i = 0; i < 1'000'000 && !lanes.has_failed_often(); ++i) {
    lanes.compare(mutations.next());
  }
  MESSAGE(lanes.accepted() << " of " << lanes.tried() << " were accepted");
  CHECK(lanes.accepted() > 100'000);
}

}  // namespace brm::test
