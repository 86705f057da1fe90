// Texts that fuzzing begins with, in the unit tests too.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/mutations.h"
#include "support/run.h"

namespace brm::test {

/// What fuzzing begins with, and every text that it once found something with.
inline std::vector<std::string> corpus(const std::string& name) {
  std::vector<std::string> paths;
  const auto folder = std::filesystem::directory_iterator(source_path("tests/fuzz/corpus/" + name));
  for (const auto& entry : folder) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const std::string& path : paths) texts.push_back(read_file(path));
  REQUIRE(!texts.empty());
  return texts;
}

/// As it is, and changed a little `times` times. `broken` says what does not hold of a text.
template <class Broken>
void check_corpus(const std::string& name, std::size_t times, const Broken& broken) {
  std::vector<std::string> texts = corpus(name);
  Mutations mutations(texts, 20260708);
  for (std::size_t i = 0; i < times; ++i) texts.push_back(mutations.next());
  for (const std::string& text : texts) {
    CAPTURE(text);
    const std::string found = broken(text);
    CHECK(found == "");
    if (!found.empty()) return;
  }
}

}  // namespace brm::test
