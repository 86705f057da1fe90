// A folder of the disk that is there for one test.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "support/run.h"

namespace brm::test {

/// Made empty, and removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "brm-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = std::filesystem::canonical(name).string();
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  std::string at(const std::string& name) const { return path_ + "/" + name; }
  void write(const std::string& name, const std::string& bytes = "a: 1\n") const {
    write_file(at(name), bytes);
  }
  void make_folder(const std::string& name) const { std::filesystem::create_directories(at(name)); }
  void link(const std::string& name, const std::string& target) const {
    std::filesystem::create_symlink(target, at(name));
  }

 private:
  std::string path_;
};

}  // namespace brm::test
