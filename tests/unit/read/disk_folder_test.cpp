#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

#include "read/folder.h"
#include "read/tree.h"
#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

using Texts = std::vector<std::string>;

Texts troubles_of(const Listing& listing) {
  Texts out;
  for (const Failure& trouble : listing.troubles) out.push_back(trouble.message);
  return out;
}

Listing listed(const TemporaryFolder& folder) { return DiskFolder(folder.path()).list(); }

/// The message of the failure to read a file.
std::string refusal(const TemporaryFolder& folder, const std::string& path) {
  const auto content = DiskFolder(folder.path()).read(path);
  return content.ok() ? "(was read)" : content.failure().message;
}

/// Not root while it lives, where the test runs as root: root may read anything.
class WithoutPrivilege {
 public:
  WithoutPrivilege() {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0) REQUIRE(::seteuid(nobody) == 0);
  }
  WithoutPrivilege(const WithoutPrivilege&) = delete;
  WithoutPrivilege& operator=(const WithoutPrivilege&) = delete;
  ~WithoutPrivilege() {
    if (::getuid() == 0 && ::seteuid(0) != 0) FAIL("still without privilege");
  }
};

}  // namespace

TEST_CASE("disk folder: records at any depth, bytewise by path") {
  const TemporaryFolder folder;
  for (const std::string name :
       {"b.yaml", "a.yml", "a/z.yaml", "a-b.yaml", "a.b.yaml", "A.yaml", "a/b/c/d/e.yaml",
        "a0.yaml", "\xC3\xA9.yaml", "z.yaml", "UPPER.YAML", "Mixed.Yml", "with blank.yaml",
        "a/.b/hidden.yaml"}) {
    folder.write(name);
  }
  CHECK(listed(folder).paths == Texts{"A.yaml", "Mixed.Yml", "UPPER.YAML", "a-b.yaml", "a.b.yaml",
                                      "a.yml", "a/b/c/d/e.yaml", "a/z.yaml", "a0.yaml", "b.yaml",
                                      "with blank.yaml", "z.yaml", "\xC3\xA9.yaml"});
  CHECK(listed(folder).troubles.empty());
}

TEST_CASE("disk folder: hidden files and folders, and other names, are left out") {
  const TemporaryFolder folder;
  for (const std::string name :
       {".hidden.yaml", ".git/a.yaml", ".yaml", ".yml", "a/.b.yaml", "yaml", "a.yaml.bak",
        "a.yaml~", "a.json", "a.yamll", "README", "a.yaml "}) {
    folder.write(name);
  }
  folder.make_folder("empty");
  CHECK(listed(folder).paths.empty());
  CHECK(listed(folder).troubles.empty());
}

TEST_CASE("disk folder: a folder with a record's name is a folder") {
  const TemporaryFolder folder;
  folder.write("odd.yaml/a.yaml");
  CHECK(listed(folder).paths == Texts{"odd.yaml/a.yaml"});
  CHECK(refusal(folder, "odd.yaml") == "odd.yaml: is a folder, which brm does not follow");
}

TEST_CASE("disk folder: links are refused, said, and never followed") {
  const TemporaryFolder folder;
  const TemporaryFolder other;
  other.write("outside.yaml");
  folder.write("real/a.yaml");
  folder.link("file.yaml", "real/a.yaml");
  folder.link("outside.yaml", other.at("outside.yaml"));
  folder.link("dangling.yml", "nowhere");
  folder.link("self.yaml", "self.yaml");
  folder.link("folder", "real");
  folder.link("folder.yaml", "real");
  folder.link("up", "..");
  folder.link("real/loop", "..");
  folder.link("elsewhere", other.path());
  folder.link("dangling", "nowhere");  // not a record, not a folder: not ours
  folder.link("self", "self");
  folder.link("notes.txt", "real/a.yaml");
  folder.link(".hidden.yaml", "real/a.yaml");
  const Listing listing = listed(folder);
  CHECK(listing.paths == Texts{"real/a.yaml"});
  Texts expected;
  for (const std::string name : {"dangling.yml", "elsewhere", "file.yaml", "folder", "folder.yaml",
                                 "outside.yaml", "real/loop", "self.yaml", "up"}) {
    expected.push_back(name + ": is a symbolic link, which brm does not follow");
  }
  std::sort(expected.begin(), expected.end());
  CHECK(troubles_of(listing) == expected);
  for (const Failure& trouble : listing.troubles) CHECK_FALSE(trouble.help.empty());
}

TEST_CASE("disk folder: a link is not read either, when asked for by name") {
  const TemporaryFolder folder;
  folder.write("real/a.yaml");
  folder.link("file.yaml", "real/a.yaml");
  folder.link("self.yaml", "self.yaml");
  folder.link("dangling.yaml", "nowhere");
  for (const std::string name : {"file.yaml", "self.yaml", "dangling.yaml"}) {
    CHECK(refusal(folder, name) == name + ": is a symbolic link, which brm does not follow");
  }
}

TEST_CASE("disk folder: a link on the way to a file is not followed") {
  const TemporaryFolder folder;
  const TemporaryFolder other;
  other.write("a.yaml");
  folder.link("linked", other.path());
  CHECK(refusal(folder, "linked/a.yaml") != "(was read)");
}

TEST_CASE("disk folder: pipes and sockets are refused and not waited for") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.at("pipe.yaml").c_str(), 0600) == 0);
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = folder.at("socket.yaml");
  REQUIRE(name.size() < sizeof address.sun_path);
  std::copy(name.begin(), name.end(), address.sun_path);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  const void* raw = &address;
  REQUIRE(::bind(socket, static_cast<const sockaddr*>(raw), sizeof address) == 0);
  const Listing listing = listed(folder);
  CHECK(listing.paths.empty());
  CHECK(troubles_of(listing) == Texts{"pipe.yaml: is a named pipe, which brm does not follow",
                                      "socket.yaml: is a socket, which brm does not follow"});
  CHECK(refusal(folder, "pipe.yaml") == "pipe.yaml: is a named pipe, which brm does not follow");
  CHECK(refusal(folder, "socket.yaml") != "(was read)");
  ::close(socket);
}

TEST_CASE("disk folder: what may not be read is said, and the rest is read") {
  const TemporaryFolder folder;
  folder.write("closed/a.yaml");
  folder.write("secret.yaml");
  folder.write("open.yaml");
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  REQUIRE(::chmod(folder.at("closed").c_str(), 0) == 0);
  REQUIRE(::chmod(folder.at("secret.yaml").c_str(), 0) == 0);
  {
    const WithoutPrivilege nobody;
    const Listing listing = listed(folder);
    CHECK(listing.paths == Texts{"open.yaml", "secret.yaml"});
    CHECK(troubles_of(listing) == Texts{"closed: Permission denied"});
    CHECK(refusal(folder, "secret.yaml") == "secret.yaml: cannot be read: Permission denied");
    CHECK(refusal(folder, "open.yaml") == "(was read)");
  }
  REQUIRE(::chmod(folder.at("closed").c_str(), 0700) == 0);
}

TEST_CASE("disk folder: bytes are read as they are") {
  const TemporaryFolder folder;
  const std::string all_bytes = [] {
    std::string out;
    for (int i = 0; i < 256; ++i) out += static_cast<char>(i);
    return out;
  }();
  for (const std::string& bytes : {std::string(), std::string("a: 1\r\n"), all_bytes}) {
    folder.write("a.yaml", bytes);
    const auto content = DiskFolder(folder.path()).read("a.yaml");
    REQUIRE(content.ok());
    CHECK(content.value().bytes == bytes);
    CHECK_FALSE(content.value().is_too_large);
  }
  CHECK(refusal(folder, "b.yaml") == "b.yaml: cannot be read: No such file or directory");
}

TEST_CASE("disk folder: a file over the limit is not read") {
  const TemporaryFolder folder;
  folder.write("most.yaml", std::string(most_bytes, '#'));
  folder.write("over.yaml", std::string(most_bytes + 1, '#'));
  const auto most = DiskFolder(folder.path()).read("most.yaml");
  REQUIRE(most.ok());
  CHECK(most.value().bytes.size() == most_bytes);
  CHECK_FALSE(most.value().is_too_large);
  const auto over = DiskFolder(folder.path()).read("over.yaml");
  REQUIRE(over.ok());
  CHECK(over.value().bytes.empty());
  CHECK(over.value().is_too_large);
}

TEST_CASE("disk folder: the root may be a link, and must be a folder") {
  const TemporaryFolder folder;
  folder.write("real/a.yaml");
  folder.link("root", "real");
  CHECK(DiskFolder(folder.at("root")).list().paths == Texts{"a.yaml"});
  CHECK(DiskFolder(folder.at("root")).read("a.yaml").ok());
  CHECK(troubles_of(DiskFolder(folder.at("nowhere")).list()) ==
        Texts{"the records folder: No such file or directory"});
  CHECK(DiskFolder(folder.at("nowhere")).read("a.yaml").failure().message ==
        "a.yaml: cannot be read: No such file or directory");
  CHECK(troubles_of(DiskFolder(folder.at("real/a.yaml")).list()) ==
        Texts{"the records folder: Not a directory"});
}

TEST_CASE("disk folder: names cannot reach the terminal unseen") {
  const TemporaryFolder folder;
  folder.link("a\x1B[31m\n.yaml", "nowhere");
  CHECK(troubles_of(listed(folder)) ==
        Texts{"a<U+001B>[31m\\n.yaml: is a symbolic link, which brm does not follow"});
  CHECK(refusal(folder, "\xFF.yaml") == "\\xFF.yaml: cannot be read: No such file or directory");
}

TEST_CASE("disk folder: folders may be nested deep, not without end") {
  const TemporaryFolder folder;
  std::string deep;
  for (int i = 0; i < 255; ++i) deep += "d/";
  folder.write(deep + "ok.yaml");
  CHECK(listed(folder).paths == Texts{deep + "ok.yaml"});
  folder.write(deep + "d/d/d/d/lost.yaml");
  const Listing listing = listed(folder);
  CHECK(listing.paths == Texts{deep + "ok.yaml"});
  REQUIRE(listing.troubles.size() == 1);
  CHECK(listing.troubles[0].message.find("nested more than 256 deep") != std::string::npos);
}

}  // namespace brm::test
