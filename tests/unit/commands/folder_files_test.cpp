// Files that init writes and the manual shows: none is taken for a record, and each has its place.
#include "commands/folder_files.h"

#include <doctest/doctest.h>

#include <set>

#include "read/folder.h"
#include "support/run.h"

namespace brm::test {

TEST_CASE("folder files: none is read as a record, and each begins by saying what it is for") {
  std::set<std::string_view> paths;
  for (const FolderFile& file : folder_files()) {
    CAPTURE(file.path);
    CHECK(paths.insert(file.path).second);
    CHECK((file.path.starts_with('.') || !is_record_name(file.path)));
    CHECK(file.text.starts_with(file.is_program ? "#!/bin/sh\n# " : "# "));
    CHECK(file.text.ends_with('\n'));
    CHECK(find_folder_file(file.path) == &file);
  }
  CHECK(find_folder_file("weekly.sh") != nullptr);
  CHECK(find_folder_file("brm.yaml") == nullptr);
}

TEST_CASE("folder files: a folder that has them all checks as without") {
  std::map<std::string, std::string> files{
      {"brm.yaml", "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n"}};
  const Ran without = run_brm_on(files, {"check"});
  for (const FolderFile& file : folder_files()) files[std::string(file.path)] = file.text;
  files[std::string(schema_file)] = "{}";
  CHECK(run_brm_on(files, {"check"}).out == without.out);
}

TEST_CASE("folder files: the schema is named from the folder of the record") {
  CHECK(schema_line(0) == "# yaml-language-server: $schema=.brm.schema.json\n");
  CHECK(schema_line(2) == "# yaml-language-server: $schema=../../.brm.schema.json\n");
}

}  // namespace brm::test
