#include "read/read_portfolio.h"

#include <doctest/doctest.h>

#include <atomic>
#include <mutex>

#include "model/initiative_fields.h"
#include "model/of.h"
#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

/// Counts who is read how often, and may refuse one file.
class WatchedFolder final : public Folder {
 public:
  explicit WatchedFolder(std::map<std::string, std::string> files, std::string refused = "")
      : files_(std::move(files)), refused_(std::move(refused)) {}
  Listing list() const override { return files_.list(); }
  Result<FileBytes> read(const std::string& path, std::string memory = {}) const override {
    const std::lock_guard guard(lock_);
    ++reads_[path];
    if (path == refused_) return Failure{path + ": cannot be read", ""};
    return files_.read(path, std::move(memory));
  }
  std::map<std::string, int> reads() const { return reads_; }

 private:
  MemoryFolder files_;
  std::string refused_;
  mutable std::mutex lock_;
  mutable std::map<std::string, int> reads_;
};

std::map<std::string, std::string> euro_office() {
  return {{"brm.yaml",
           "kind: office\nid: office\ntitle: Office\njurisdiction: Bern\ncurrency: EUR\n"
           "ignore: [drafts]\n"},
          {"drafts/a.yaml", "kind: initiative\nid: a\n"},
          {"work.yaml",
           "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
           "parties: [{relationship: dhhs, role: sponsor}]\nbudget: {approved: 100}\n"}};
}

}  // namespace

TEST_CASE("read portfolio: every file is read once, brm.yaml too") {
  const WatchedFolder folder(euro_office());
  const Reading reading = read_portfolio(folder);
  CHECK(folder.reads() == std::map<std::string, int>{{"brm.yaml", 1}, {"work.yaml", 1}});
  CHECK(reading.troubles.empty());
  const Of<kinds::initiative> work(*reading.portfolio.find_record("work"));
  CHECK(work.get<"budget">()->get<"approved">()->value.currency.text() == "EUR");
}

TEST_CASE("read portfolio: a brm.yaml that cannot be read is said, and nothing of it is guessed") {
  const WatchedFolder folder(euro_office(), "brm.yaml");
  const Reading reading = read_portfolio(folder);
  REQUIRE(reading.troubles.size() == 1);
  CHECK(reading.troubles.front().message == "brm.yaml: cannot be read");
  CHECK(reading.portfolio.office() == nullptr);
  CHECK(reading.files_read == 2);
}

TEST_CASE("read portfolio: a file that was replaced by one of the same time is not taken for it") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "kind: initiative\nid: a\n");
  folder.write("b.yaml", "kind: initiative\nid: b\n");
  const DiskFolder disk(folder.path());
  Reading reading = read_portfolio(disk);
  const auto time = std::filesystem::last_write_time(folder.at("a.yaml"));
  std::filesystem::last_write_time(folder.at("b.yaml"), time);
  reading.portfolio.change_file(0).take_bytes();
  std::filesystem::rename(folder.at("b.yaml"), folder.at("a.yaml"));
  restore_bytes(disk, 0, reading);
  REQUIRE(reading.troubles.size() == 1);
  CHECK(reading.troubles.front().message == "a.yaml: changed while it was checked");
}

}  // namespace brm::test
