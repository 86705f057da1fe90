// Records that are moved to where brm does not look: nobody has mended them.
#include <doctest/doctest.h>

#include <filesystem>

#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

const std::string office = "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n";
const std::string party =
    "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: transactional\n"
    "manager: jane-doe\nparent: dhss\n";
const std::string which =
    ":\n  parties/dhhs.yaml: no relationship is called `dhss` [dangling-reference]\n";
const std::string head =
    "brm: 1 finding of the baseline is no longer looked at, which mends nothing: 1 ";

/// A folder with one fault, and a baseline beside it that knows of it.
class Place {
 public:
  Place() {
    write("brm.yaml", office);
    write("jane-doe.yaml", "kind: person\nid: jane-doe\ntitle: Jane Doe\nrole: manager\n");
    write("parties/dhhs.yaml", party);
    const Ran ran = run_brm({"-C", at(""), "check", "--write-baseline", folder_.at("old")});
    REQUIRE_MESSAGE(ran.files.size() == 1, ran.err);
    write_file(ran.files[0].path, ran.files[0].bytes);
  }
  std::string at(const std::string& path) const { return folder_.at("records/" + path); }
  void write(const std::string& path, const std::string& bytes) const {
    fs::create_directories(fs::path(at(path)).parent_path());
    write_file(at(path), bytes);
  }
  std::string check() const {
    return run_brm({"-C", at(""), "check", "--baseline", folder_.at("old")}).err;
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("unseen files: a record in a hidden folder, whatever it is called there") {
  const Place place;
  fs::remove(place.at("parties/dhhs.yaml"));
  place.write(".attic/2026/old.yaml", party);
  const std::string hidden =
      head + "in a file that is hidden now, below a name that begins with a dot" + which;
  CHECK(place.check() == hidden);
  fs::rename(place.at(".attic/2026/old.yaml"), place.at("parties/.dhhs.yaml"));
  CHECK(place.check() == hidden);
  place.write("parties/.dhhs.yaml", "kind: relationship\nid: other\n");
  CHECK(place.check().starts_with("brm: 1 finding of the baseline is mended" + which));
}

TEST_CASE("unseen files: a record in a file that `ignore` leaves out") {
  const Place place;
  fs::remove(place.at("parties/dhhs.yaml"));
  place.write("drafts/later.yaml", "# soon\n" + party);
  place.write("brm.yaml", office + "ignore: [drafts]\n");
  CHECK(place.check() == head + "in a file that `ignore` leaves out" + which);
}

TEST_CASE("unseen files: a copy beside a record that was mended is no place it went to") {
  const Place place;
  place.write(".attic/dhhs.yaml", party);
  place.write("parties/dhhs.yaml", party.substr(0, party.find("parent")));
  CHECK(place.check().starts_with("brm: 1 finding of the baseline is mended" + which));
}

TEST_CASE("unseen files: a file without an id is known by its name") {
  const Place place;
  const std::string nameless = "kind: relationship\ntier: x\n";
  place.write("parties/new.yaml", nameless);
  const Ran ran = run_brm({"-C", place.at(""), "check", "--write-baseline", place.at("../old")});
  REQUIRE(ran.files.size() == 1);
  write_file(ran.files[0].path, ran.files[0].bytes);
  fs::remove(place.at("parties/new.yaml"));
  place.write(".attic/new.yaml", nameless);
  const std::string err = place.check();
  CHECK_MESSAGE(err.find("in files that are hidden now") != std::string::npos, err);
  CHECK(err.find("is mended") == std::string::npos);
  CHECK(err.find("are mended") == std::string::npos);
}

}  // namespace brm::test
