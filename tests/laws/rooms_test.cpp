// The law about rooms: who may include whom, as design/house.md draws it.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;
using Doors = std::map<std::string, std::set<std::string>>;

const Doors doors{
    {"main.cpp", {"commands", "read", "write", "base"}},
    {"commands",
     {"exchange", "render", "schema", "reports", "rules", "assess", "read", "history", "write",
      "model", "document", "source", "base"}},
    {"render", {"document", "source", "base"}},
    {"schema", {"model", "base"}},
    {"reports", {"assess", "model", "document", "source", "base"}},
    {"rules", {"assess", "model", "source", "base"}},
    {"assess", {"model", "source", "base"}},
    {"read", {"model", "source", "base"}},
    {"history", {"source", "base"}},
    {"write", {"model", "source", "base"}},
    {"exchange", {"schema", "read", "write", "model", "source", "base"}},
    {"model", {"source", "base"}},
    {"document", {"base"}},
    {"source", {"base"}},
    {"base", {}},
};

/// Libraries that one room alone may know.
const std::map<std::string, std::set<std::string>> tenants{
    {"<CLI/", {"commands"}}, {"<yaml-cpp/", {"read"}},
    {"<git2", {"history"}},  {"<nlohmann/", {"render", "schema", "exchange"}},
    {"<boost/", {"base"}},   {"<sqlite3", {"render"}},
};

struct Include {
  std::string file;
  std::string room;
  std::string target;  // between the quotes or brackets, the opening one kept
};

std::vector<Include> includes_of_tree() {
  std::vector<Include> found;
  const fs::path root = source_path("src");
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const std::string file = fs::relative(entry.path(), root).string();
    const std::string room = file.substr(0, file.find('/'));
    for (const std::string& line : lines_of(read_file(entry.path().string()))) {
      if (!line.starts_with("#include ")) continue;
      found.push_back({file, room, line.substr(9)});
    }
  }
  return found;
}

/// Why the include breaks the law; empty when it does not.
std::string offence(const Include& include) {
  const auto room = doors.find(include.room);
  if (room == doors.end()) return include.file + " is in a room the law does not know";
  for (const auto& [library, rooms] : tenants) {
    if (include.target.starts_with(library) && !rooms.contains(include.room)) {
      return include.file + " includes " + include.target;
    }
  }
  if (!include.target.starts_with('"')) return "";
  const std::size_t slash = include.target.find('/');
  if (slash == std::string::npos)
    return include.file + " includes " + include.target + " without its room";
  const std::string target = include.target.substr(1, slash - 1);
  if (target == include.room || room->second.contains(target)) return "";
  return include.file + " includes " + include.target;
}

}  // namespace

TEST_CASE("laws: rooms include only what lies below them") {
  const auto includes = includes_of_tree();
  CHECK(includes.size() > 200);
  for (const Include& include : includes) {
    const std::string fault = offence(include);
    CHECK_MESSAGE(fault.empty(), fault);
  }
}

TEST_CASE("laws: the law about rooms names an offender") {
  CHECK(offence({"base/date.h", "base", "\"model/item.h\""}) ==
        "base/date.h includes \"model/item.h\"");
  CHECK(offence({"rules/x.cpp", "rules", "\"read/tree.h\""}) != "");
  CHECK(offence({"render/x.cpp", "render", "<CLI/CLI.hpp>"}) != "");
  CHECK(offence({"attic/x.cpp", "attic", "<string>"}) != "");
  CHECK(offence({"rules/x.cpp", "rules", "\"model/of.h\""}).empty());
}

}  // namespace brm::test
