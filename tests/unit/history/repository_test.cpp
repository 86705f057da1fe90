#include "history/repository.h"

#include <filesystem>
#include <thread>

#include "support/run.h"
#include "unit/history/git_records.h"

namespace brm::test {
namespace {

/// Three commits: one below another folder's records, a change, and a file more.
void fill(const GitRecords& records) {
  records.commit("office/relationships/a.yaml", "id: a\n", "2026-02-01T23:30:00-0500");
  records.commit("office/relationships/a.yaml", "id: a\nnotes: x\n", "2026-03-01T12:00:00+0000");
  records.commit("office/initiatives/b.yaml", "id: b\n", "2026-04-01T12:00:00+0000");
}

Repository opened(const std::string& folder) {
  auto repository = Repository::open(folder);
  REQUIRE_MESSAGE(repository.ok(), (repository.ok() ? "" : repository.failure().message));
  return std::move(repository).value();
}

std::string paths_of(const Repository& repository, std::string_view revision) {
  const auto commit = repository.find(revision);
  if (!commit.ok()) return commit.failure().message;
  const auto files = repository.files_of(commit.value());
  REQUIRE(files.ok());
  std::string paths;
  for (const RevisionFile& file : files.value()) paths += file.path + " ";
  return paths;
}

}  // namespace

TEST_CASE("repository: files of the records folder in each revision, by name or by day") {
  const GitRecords records;
  fill(records);
  const Repository whole = opened(records.path());
  CHECK(whole.prefix().empty());
  CHECK(paths_of(whole, "HEAD") == "office/initiatives/b.yaml office/relationships/a.yaml ");
  const Repository office = opened(records.path("office"));
  CHECK(office.prefix() == "office/");
  CHECK(paths_of(office, "main") == "initiatives/b.yaml relationships/a.yaml ");
  CHECK(paths_of(office, "HEAD~1") == "relationships/a.yaml ");
  CHECK(paths_of(office, "2026-03-31") == "relationships/a.yaml ");
  CHECK(paths_of(office, "2026-04-01") == "initiatives/b.yaml relationships/a.yaml ");
  CHECK(paths_of(office, "2030-01-01") == "initiatives/b.yaml relationships/a.yaml ");
  CHECK(paths_of(office, "2026-01-31") ==
        "nothing was committed until 2026-01-31: the first commit is of 2026-02-01");
  for (const std::string early : {"HEAD~3", "HEAD~7", "main^^^", "HEAD~2^"}) {
    CHECK(paths_of(office, early) ==
          "`" + early + "` would be before the first commit, of 2026-02-01");
  }
  CHECK(office.find("HEAD~7").failure().help == "`HEAD` has 2 commits before it");
  CHECK(paths_of(office, "HEAD^2") == "no commit is called `HEAD^2` here");
  CHECK(paths_of(office, "mian~1") == "no commit is called `mian` here");
  CHECK(paths_of(office, "nonsense") == "no commit is called `nonsense` here");
  CHECK(paths_of(opened(records.path("office/initiatives")), "HEAD~2").empty());
  CHECK(office.find("mian").failure().help == "did you mean `main`?");
  CHECK_FALSE(office.is_bare());
}

TEST_CASE("repository: files of several commits, each version once") {
  const GitRecords records;
  fill(records);
  records.commit("office/relationships/b/c.yaml", "id: c\n", "2026-05-01T12:00:00+0000");
  records.git("mv office/relationships/a.yaml office/relationships/b.yaml");
  records.commit_all("2026-06-01");
  const Repository office = opened(records.path("office"));
  std::vector<Commit> commits;
  for (const char* revision : {"HEAD~4", "HEAD~3", "HEAD~2", "HEAD~1", "HEAD"}) {
    commits.push_back(office.find(revision).value());
  }
  const auto found = office.files_of(commits);
  REQUIRE(found.ok());
  const FileVersions& versions = found.value();
  REQUIRE(versions.of.size() == commits.size());
  for (std::size_t i = 0; i < commits.size(); ++i) {
    const auto alone = office.files_of(commits[i]).value();
    REQUIRE(versions.of[i].size() == alone.size());
    for (std::size_t j = 0; j < alone.size(); ++j) {
      CHECK(versions.files[versions.of[i][j]].path == alone[j].path);
      CHECK(versions.files[versions.of[i][j]].blob == alone[j].blob);
    }
  }
  CHECK(versions.of[3] == std::vector<std::uint32_t>{2, 1, 3});
  CHECK(versions.files.size() == 5);  // a twice, b, c, and what a is called now
  CHECK(paths_of(office, "HEAD") ==
        "initiatives/b.yaml relationships/b.yaml relationships/b/c.yaml ");
}

TEST_CASE("repository: one file of a revision by its path") {
  const GitRecords records;
  fill(records);
  const Repository office = opened(records.path("office"));
  const Commit head = office.find("HEAD").value();
  const auto file = office.file_at(head, "initiatives/b.yaml");
  REQUIRE(file.ok());
  REQUIRE(file.value().has_value());
  CHECK(file.value()->blob == Repository::blob_of("id: b\n"));
  CHECK_FALSE(office.file_at(head, "initiatives").value().has_value());
  CHECK_FALSE(office.file_at(head, "none.yaml").value().has_value());
  CHECK_FALSE(office.file_at(office.find("HEAD~1").value(), "initiatives/b.yaml").value());
}

TEST_CASE("repository: a commit's day is that of the place where it was made") {
  const GitRecords records;
  fill(records);
  const Repository repository = opened(records.path());
  const auto first = repository.find("HEAD~2");
  REQUIRE(first.ok());
  CHECK(to_text(first.value().day) == "2026-02-01");  // 2026-02-02 in UTC
  CHECK(first.value().author == "Ada");
  CHECK(first.value().subject == "write office/relationships/a.yaml");
  CHECK(first.value().id.size() == 40);
  const auto head = repository.find("HEAD");
  REQUIRE(head.ok());
  const auto line = repository.line_of(head.value(), 10);
  REQUIRE(line.ok());
  REQUIRE(line.value().size() == 3);
  CHECK(line.value().front().id == head.value().id);
  CHECK(line.value().back().id == first.value().id);
  CHECK(repository.line_of(head.value(), 2).value().size() == 2);
}

TEST_CASE("repository: bytes of a blob, from several threads at once") {
  const GitRecords records;
  fill(records);
  records.git("gc -q");  // packed
  const Repository repository = opened(records.path("office"));
  const auto files = repository.files_of(repository.find("HEAD~1").value());
  REQUIRE(files.ok());
  REQUIRE(files.value().size() == 1);
  const std::string blob = files.value().front().blob;
  std::vector<std::thread> threads;
  std::vector<int> same(4, 0);
  for (int& count : same) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        const auto bytes = repository.read(blob, 100);
        count += bytes.ok() && *bytes.value() == "id: a\nnotes: x\n" ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(same == std::vector<int>(4, 200));
  CHECK_FALSE(repository.read(std::string(40, '0'), 100).ok());
  CHECK(repository.read(blob, 15).value().has_value());
  CHECK_FALSE(repository.read(blob, 14).value().has_value());  // larger than that
  CHECK(Repository::blob_of("id: a\nnotes: x\n") == blob);
}

TEST_CASE("repository: whatever byte of a pack is damaged, nobody is told what was never written") {
  const GitRecords records;
  std::string text = "id: a\n";
  for (int i = 0; i < 60; ++i) text += "note_" + std::to_string(i * i) + ": written\n";
  records.commit("a.yaml", text, "2026-02-01T12:00:00+0000");
  records.commit("a.yaml", text + "more: x\n", "2026-03-01T12:00:00+0000");  // one is a delta
  records.git("gc -q");
  const auto contents = [&] {
    std::string all;
    const auto repository = Repository::open(records.path());
    if (!repository.ok()) return std::string("refused");
    for (const char* revision : {"HEAD~1", "HEAD"}) {
      const auto commit = repository.value().find(revision);
      if (!commit.ok()) return std::string("refused");
      const auto files = repository.value().files_of(commit.value());
      if (!files.ok()) return std::string("refused");
      for (const RevisionFile& file : files.value()) {
        const auto bytes = repository.value().read(file.blob, 1U << 20U);
        if (!bytes.ok()) return std::string("refused");
        all += file.path + ":" + bytes.value().value_or("");
      }
    }
    return all;
  };
  const std::string right = contents();
  REQUIRE(right == "a.yaml:" + text + "a.yaml:" + text + "more: x\n");
  std::string pack;
  for (const auto& entry : std::filesystem::directory_iterator(records.path(".git/objects/pack"))) {
    if (entry.path().extension() == ".pack") pack = entry.path().string();
  }
  std::filesystem::permissions(pack, std::filesystem::perms::owner_all);
  const std::string bytes = read_file(pack);
  std::size_t refused = 0;
  constexpr std::size_t header = 12;
  constexpr std::size_t checksum = 20;  // of the whole pack, which `git fsck` looks at
  for (std::size_t i = header; i + checksum < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    write_file(pack, damaged);
    const std::string read = contents();
    if (read == "refused") ++refused;
    CHECK_MESSAGE((read == "refused" || read == right), "byte ", i);
  }
  CHECK(refused > 2 * (bytes.size() - header - checksum) / 3);
}

TEST_CASE("repository: hidden folders, links and submodules are none of its files") {
  const GitRecords records;
  records.folder().make_folder(".hidden");
  records.folder().write(".hidden/c.yaml");
  records.folder().write(".d.yaml");
  records.folder().link("e.yaml", "a.yaml");
  records.commit("x/a.yaml", "id: a\n", "2026-02-01T12:00:00+0000");
  CHECK(paths_of(opened(records.path()), "HEAD") == "x/a.yaml ");
}

TEST_CASE("repository: none, empty, bare, shallow, a worktree, a broken object") {
  const TemporaryFolder nothing;
  const auto none = Repository::open(nothing.path());
  REQUIRE_FALSE(none.ok());
  CHECK(none.failure().message == nothing.path() + ": no git repository is here or above");

  const GitRecords empty;
  const auto without = Repository::open(empty.path());
  REQUIRE_FALSE(without.ok());
  CHECK(without.failure().message == empty.path() + ": nothing was committed yet");

  const GitRecords records;
  fill(records);
  const TemporaryFolder elsewhere;
  records.git("clone -q --bare . '" + elsewhere.at("bare.git") + "'");
  CHECK(paths_of(opened(elsewhere.at("bare.git")), "HEAD~2") == "office/relationships/a.yaml ");
  CHECK(opened(elsewhere.at("bare.git")).is_bare());

  records.git("clone -q --depth 2 'file://" + records.path() + "' '" + elsewhere.at("shallow") +
              "'");
  const Repository shallow = opened(elsewhere.at("shallow"));
  CHECK(shallow.is_shallow());
  CHECK(paths_of(shallow, "HEAD~1") == "office/relationships/a.yaml ");
  CHECK(shallow.line_of(shallow.find("HEAD").value(), 10).value().size() == 2);
  CHECK(paths_of(shallow, "2026-02-10") ==
        "the history of this clone was cut off after 2026-02-10");

  records.git("worktree add -q '" + elsewhere.at("tree") + "' HEAD~1");
  CHECK(paths_of(opened(elsewhere.at("tree/office")), "HEAD") == "relationships/a.yaml ");

  const std::string blob = shallow.files_of(shallow.find("HEAD").value()).value().front().blob;
  const Repository whole = opened(records.path());
  const std::string loose = ".git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2);
  std::filesystem::permissions(records.path(loose), std::filesystem::perms::owner_all);
  records.folder().write(loose, "this is no object");
  const auto broken = whole.read(blob, 100);
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.failure().message.starts_with("object " + blob + " cannot be read: "));
}

TEST_CASE("repository: what is lost is not taken for what never was") {
  const GitRecords records;
  fill(records);
  const auto lose = [&](const std::string& object) {
    records.git("rev-parse " + object + " | sed 's,..,&/,;s,^,.git/objects/,' | xargs rm -f");
  };
  const TemporaryFolder elsewhere;
  records.git("clone -q --depth 2 'file://" + records.path() + "' '" + elsewhere.at("cut") + "'");
  lose("HEAD:office/initiatives");
  const Repository whole = opened(records.path());
  const Commit head = whole.find("HEAD").value();
  const auto file = whole.file_at(head, "office/initiatives/b.yaml");
  REQUIRE_FALSE(file.ok());
  CHECK(file.failure().message.starts_with("the folders of commit " + head.id));
  CHECK(whole.file_at(head, "office/relationships/a.yaml").value().has_value());
  CHECK_FALSE(whole.file_at(head, "office/none/b.yaml").value().has_value());
  CHECK_FALSE(whole.file_at(head, "office/relationships/a.yaml/b.yaml").value().has_value());

  lose("HEAD:office");
  const auto files = opened(records.path("office")).files_of(head);
  REQUIRE_FALSE(files.ok());
  CHECK(files.failure().message.starts_with("the folders of commit " + head.id));

  // Only where it was cut off may the line end.
  const Commit last = opened(elsewhere.at("cut")).find("HEAD~1").value();
  elsewhere.write("cut/.git/shallow", std::string(40, '0') + "\n");
  const Repository cut = opened(elsewhere.at("cut"));
  const auto line = cut.line_of(cut.find("HEAD").value(), 10);
  REQUIRE_FALSE(line.ok());
  CHECK(line.failure().message.starts_with("the parent of commit " + last.id));
}

}  // namespace brm::test
