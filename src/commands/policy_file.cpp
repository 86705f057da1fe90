#include "commands/policy_file.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "commands/moved_office.h"
#include "commands/states.h"
#include "read/named_file.h"
#include "read/office_settings.h"
#include "read/tree.h"

namespace brm {
namespace {

constexpr std::string_view office_without_policy =
    "kind: office\nid: none\ntitle: none\njurisdiction: none\ncurrency: USD\n";

/// From the records folder, however the user began.
std::string path_from_records(std::string_view path, std::string_view prefix) {
  if (path.starts_with("./")) path.remove_prefix(2);
  if (path.starts_with(prefix)) path.remove_prefix(prefix.size());
  return std::string(path);
}

/// The policy of a branch is not done without because a change has moved the records.
Failure moved(const std::string& revision, std::string_view prefix, const std::string& before) {
  const std::string_view folder =
      prefix.empty() ? "the top of the repository" : prefix.substr(0, prefix.size() - 1);
  return {fmt::format("{} has no brm.yaml at {}, but one at {}, which is there no longer",
                      visible(revision), visible(folder), visible(before)),
          fmt::format("where the records were moved, write --policy {}:{}; else a file: --policy "
                      "FILE",
                      visible(revision), visible(before))};
}

Result<PolicyFile> read_from_revision(const Invocation& invocation, const std::string& written,
                                      std::size_t colon) {
  const auto root = find_records(invocation);
  if (!root.ok()) return root.failure();
  const auto opened = open_repository(invocation, root.value());
  if (!opened.ok()) return opened.failure();
  const Repository& repository = opened.value();
  const std::string revision = written.substr(0, colon);
  const auto commit = repository.find(revision);
  if (!commit.ok()) return commit.failure();
  const std::string named = path_from_records(written.substr(colon + 1), "");
  const std::string path = path_from_records(named, repository.prefix());
  auto file = repository.file_at(commit.value(), path);
  // As git means it; a bare brm.yaml at the top may be that of another office.
  const bool is_bare = path == office_file;
  if (file.ok() && !file.value() && !is_bare) {
    file = repository.file_from_top(commit.value(), named);
  }
  if (!file.ok()) return file.failure();
  if (!file.value() && is_bare) {
    const auto before = moved_office(invocation, repository, root.value(), commit.value());
    if (before && *before != office_file) return moved(revision, repository.prefix(), *before);
    if (before) file = repository.file_from_top(commit.value(), *before);
    if (!file.ok()) return file.failure();
  }
  if (!file.value() && is_bare) {
    invocation.console.err += fmt::format(
        "brm: {} has no brm.yaml here, so that brm's own policy counts\n", visible(revision));
    return PolicyFile{written, std::string(office_without_policy)};
  }
  if (!file.value()) {
    return Failure{fmt::format("there is no `{}` in {}", visible(path), visible(revision)),
                   fmt::format("write --policy {}:brm.yaml for the one of the records folder, or "
                               "name a revision that has one",
                               visible(revision))};
  }
  auto bytes = repository.read(file.value()->blob, most_bytes);
  if (!bytes.ok()) return bytes.failure();
  if (!bytes.value()) return Failure{fmt::format("{} is too large", visible(written)), ""};
  return PolicyFile{written, *std::move(bytes).value()};
}

/// Of a record, at its top; empty where it says none.
std::string_view kind_in(const Tree& tree) {
  if (tree.empty() || tree.root().form != Form::map) return {};
  const std::vector<Node>& nodes = tree.nodes;
  for (std::size_t key = 1; key < tree.root().next;) {
    const Node& value = nodes[nodes[key].next];
    if (nodes[key].text == "kind") return value.text;
    key = value.next;
  }
  return {};
}

/// As it is; a failure where it is none: a check without the office's own rules is not the one that
/// was asked for.
Result<PolicyFile> checked(PolicyFile file) {
  const SourceFile source(file.path, file.bytes);
  Tree tree;
  Findings findings;
  if (read_tree(source, 0, Lanes::both, tree, findings) == Lane::none) {
    const Finding& why = findings.list().front();
    return Failure{fmt::format("the policy cannot be read: {}:{}: {}", visible(file.path),
                               source.line_column(why.place.offset).line, why.message),
                   why.help};
  }
  if (kind_in(tree) != "office") {
    return Failure{fmt::format("{} is no record of an office, so there is no policy in it",
                               visible(file.path)),
                   "name the brm.yaml of a records folder"};
  }
  return file;
}

}  // namespace

Result<PolicyFile> read_policy_file(const Invocation& invocation, const std::string& written) {
  const bool is_path = written.starts_with('/') || written.starts_with('.');
  const std::size_t colon = written.find(':');
  if (!is_path && colon != std::string::npos) {
    auto of_revision = read_from_revision(invocation, written, colon);
    return of_revision.ok() ? checked(std::move(of_revision).value()) : of_revision;
  }
  auto bytes = read_named_file(written);
  if (!bytes.ok()) return bytes.failure();
  // Never called as a file of the folder is, whatever it is called from here.
  return checked({is_path ? written : "./" + written, std::move(bytes).value()});
}

}  // namespace brm
