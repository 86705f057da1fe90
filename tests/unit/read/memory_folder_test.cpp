#include <doctest/doctest.h>

#include "read/folder.h"
#include "read/tree.h"

namespace brm::test {
namespace {

using Texts = std::vector<std::string>;

std::string content(const Folder& folder, const std::string& path) {
  const auto bytes = folder.read(path);
  return bytes.ok() ? bytes.value().bytes : "fails: " + bytes.failure().message;
}

}  // namespace

TEST_CASE("memory folder: records, bytewise by path") {
  const MemoryFolder folder({{"b.yaml", "1"}, {"a/z.YAML", "2"}, {"a-b.yml", "3"}, {"a.txt", "4"}});
  CHECK(folder.list().paths == Texts{"a-b.yml", "a/z.YAML", "b.yaml"});
  CHECK(folder.list().troubles.empty());
  CHECK(content(folder, "b.yaml") == "1");
  CHECK(content(folder, "a.txt") == "4");
  CHECK(content(folder, "c.yaml") == "fails: c.yaml: no such file");
}

TEST_CASE("memory folder: hidden entries are left out, as of every folder") {
  const MemoryFolder folder({{"a.yaml", ""},
                             {".b.yaml", ""},
                             {".yaml", ""},
                             {".git/c.yaml", ""},
                             {"d/.yaml", ""},
                             {"d/.e/f.yaml", ""}});
  CHECK(folder.list().paths == Texts{"a.yaml"});
}

TEST_CASE("memory folder: a file over the limit is not read") {
  const MemoryFolder folder({{"most.yaml", std::string(most_bytes, '#')},
                             {"over.yaml", std::string(most_bytes + 1, '#')}});
  CHECK(folder.read("most.yaml").value().bytes.size() == most_bytes);
  CHECK_FALSE(folder.read("most.yaml").value().is_too_large);
  CHECK(folder.read("over.yaml").value().bytes.empty());
  CHECK(folder.read("over.yaml").value().is_too_large);
}

TEST_CASE("memory folder: a text of several files, each under its name") {
  const MemoryFolder folder = folder_of(
      "# brm.yaml\n"
      "kind: office\n"
      "# a comment that names no file\n"
      "# and.txt\n"
      "#x.yaml\n"
      "  # y.yaml\n"
      "id: o # z.yaml\n"
      "# see other.yaml\n"
      "# relationships/dhhs.yaml\n"
      "kind: relationship\n"
      "\n"
      "# empty.yml\n"
      "# last.yaml\n"
      "no line end");
  CHECK(folder.list().paths ==
        Texts{"brm.yaml", "empty.yml", "last.yaml", "relationships/dhhs.yaml"});
  CHECK(content(folder, "brm.yaml") ==
        "kind: office\n# a comment that names no file\n# and.txt\n#x.yaml\n  # y.yaml\n"
        "id: o # z.yaml\n# see other.yaml\n");
  CHECK(content(folder, "relationships/dhhs.yaml") == "kind: relationship\n\n");
  CHECK(content(folder, "empty.yml") == "");
  CHECK(content(folder, "last.yaml") == "no line end");
}

TEST_CASE("memory folder: what stands before the first name belongs to no file") {
  CHECK(folder_of("").list().paths.empty());
  CHECK(folder_of("kind: office\n").list().paths.empty());
  CHECK(folder_of("lost\n# a.yaml").list().paths == Texts{"a.yaml"});
  CHECK(content(folder_of("lost\n# a.yaml"), "a.yaml") == "");
}

TEST_CASE("memory folder: which names are records'") {
  for (const std::string_view name :
       {"a.yaml", "a.yml", "a.YAML", "a.Yml", "a/b.yaml", "a.b.yaml"}) {
    CAPTURE(name);
    CHECK(is_record_name(name));
  }
  for (const std::string_view name : {"", "a", ".yaml", ".yml", "yaml", "ayaml", "a.yaml ", "a.yam",
                                      "a.yamls", "a.json", "a.yaml/b"}) {
    CAPTURE(name);
    CHECK_FALSE(is_record_name(name));
  }
}

}  // namespace brm::test
