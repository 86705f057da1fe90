#include "commands/submodules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace brm {
namespace {

/// Submodules have submodules.
constexpr int most_deep = 8;

/// A folder and, below it, others of repositories of their own.
class JoinedFolder final : public Folder {
 public:
  explicit JoinedFolder(std::unique_ptr<Folder> main) : main_(std::move(main)) {}

  void add(std::string path, std::unique_ptr<Repository> repository,
           std::unique_ptr<Folder> folder) {
    parts_.push_back({std::move(path) + "/", std::move(repository), std::move(folder)});
  }

  Listing list() const override {
    Listing listing = main_->list();
    for (const Part& part : parts_) {
      for (const std::string& path : part.folder->list().paths) {
        listing.paths.push_back(part.path + path);
      }
    }
    std::sort(listing.paths.begin(), listing.paths.end());
    return listing;
  }

  Result<FileBytes> read(const std::string& path, std::string memory = {}) const override {
    for (const Part& part : parts_) {
      if (!path.starts_with(part.path)) continue;
      return part.folder->read(path.substr(part.path.size()), std::move(memory));
    }
    return main_->read(path, std::move(memory));
  }

 private:
  struct Part {
    std::string path;
    std::unique_ptr<Repository> repository;
    std::unique_ptr<Folder> folder;  // reads from it
  };

  std::unique_ptr<Folder> main_;
  std::vector<Part> parts_;
};

Failure unknown_state(const Submodule& submodule) {
  constexpr std::size_t digits = 7;
  return {fmt::format("the records in the submodule {} cannot be compared: its commit {} is not "
                      "here",
                      visible(submodule.path), submodule.commit.substr(0, digits)),
          fmt::format("fetch it: `git -C {} fetch`, or `git submodule update --init`; on a build "
                      "server, check out with submodules and their history",
                      visible(submodule.path))};
}

Result<std::unique_ptr<Folder>> folder_of(const Invocation& invocation,
                                          const Repository& repository, const std::string& root,
                                          const Commit& commit, int depth) {
  auto files = repository.files_of(commit);
  if (!files.ok()) return files.failure();
  std::unique_ptr<Folder> main =
      std::make_unique<RevisionFolder>(repository, std::move(files).value());
  const auto submodules = repository.submodules_of(commit);
  if (!submodules.ok()) return submodules.failure();
  if (submodules.value().empty() || depth > most_deep) return main;
  auto out = std::make_unique<JoinedFolder>(std::move(main));
  for (const Submodule& submodule : submodules.value()) {
    const std::string place = root + "/" + submodule.path;
    const auto names = invocation.world.names_in ? invocation.world.names_in(place)
                                                 : Result<std::vector<std::string>>(Failure{});
    if (!names.ok() || names.value().empty()) continue;  // not checked out
    auto opened = Repository::open(place);
    // The repository around it, where it is none of its own any more.
    if (!opened.ok() || !opened.value().prefix().empty()) return unknown_state(submodule);
    auto own = std::make_unique<Repository>(std::move(opened).value());
    const auto then = own->find(submodule.commit);
    if (!then.ok()) return unknown_state(submodule);
    auto folder = folder_of(invocation, *own, place, then.value(), depth + 1);
    if (!folder.ok()) return folder.failure();
    out->add(submodule.path, std::move(own), std::move(folder).value());
  }
  return std::unique_ptr<Folder>(std::move(out));
}

}  // namespace

Result<std::unique_ptr<Folder>> folder_with_submodules(const Invocation& invocation,
                                                       const Repository& repository,
                                                       const std::string& root,
                                                       const Commit& commit) {
  return folder_of(invocation, repository, root, commit, 0);
}

}  // namespace brm
