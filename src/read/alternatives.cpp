#include "read/alternatives.h"

#include <fmt/format.h>

#include <optional>

#include "read/faults.h"
#include "read/words.h"

namespace brm {
namespace {

/// A set of alternatives: how many of its fields were written, and the first of them.
struct Given {
  std::vector<std::string_view> names;
  std::vector<std::string_view> missing;
  const Node* first = nullptr;
  bool needs_all = false;
};

Given given_of(const Tree& tree, std::string_view set, const std::vector<Pair>& pairs) {
  Given given;
  given.needs_all = set.find('+') != std::string_view::npos;
  while (!set.empty()) {
    const std::size_t end = set.find_first_of(" +");
    const std::string_view name = set.substr(0, end);
    set.remove_prefix(end == std::string_view::npos ? set.size() : end + 1);
    bool is_written = false;
    for (const Pair& pair : pairs) {
      if (tree.nodes[pair.key].text != name || tree.nodes[pair.value].form == Form::null) continue;
      is_written = true;
      if (given.first == nullptr) given.first = &tree.nodes[pair.key];
    }
    (is_written ? given.names : given.missing).push_back(name);
  }
  return given;
}

}  // namespace

void add_wrong_alternatives(const Tree& tree, const Item& item, const std::vector<Pair>& pairs,
                            Findings& findings) {
  const Kind& kind = *item.kind;
  std::optional<Given> chosen;
  for (const std::string_view set : kind.one_of) {
    Given given = given_of(tree, set, pairs);
    if (given.first == nullptr) continue;
    if (chosen) {
      Finding& finding = findings.add(
          faults::conflicting_fields, span_of(*given.first, item.file),
          fmt::format("`{}` and `{}` cannot both be given", chosen->names[0], given.names[0]),
          "keep the one that is meant");
      finding.second = SecondPlace{span_of(*chosen->first, item.file), "the other one"};
      continue;
    }
    if (given.needs_all && !given.missing.empty()) {
      findings
          .add(faults::missing_field, span_of(*given.first, item.file),
               fmt::format("`{}` needs `{}` beside it", given.names[0], given.missing[0]),
               fmt::format("add `{}: `", given.missing[0]))
          .loses = Loses::data;
    }
    chosen = std::move(given);
  }
  if (kind.one_of_need == Need::required && !chosen) {
    findings.add(faults::missing_field, {item.file, item.offset, 1},
                 fmt::format("this {} says nothing", kind.name),
                 fmt::format("write one of {}", alternatives(kind)));
  }
}

}  // namespace brm
