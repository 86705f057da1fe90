#include "support/both_lanes.h"

#include <fmt/format.h>

#include <algorithm>

namespace brm::test {
namespace {

std::string to_text(const Node& node) {
  constexpr std::string_view forms[] = {"null", "scalar", "list", "map"};
  constexpr std::string_view styles[] = {"plain", "quoted", "block", "flow"};
  return fmt::format("{} {} {}-{} next {} count {} [{}]", forms[static_cast<int>(node.form)],
                     styles[static_cast<int>(node.style)], node.begin, node.end, node.next,
                     node.count, node.text);
}

std::string to_text(const Tree& tree) {
  std::string out;
  for (const Node& node : tree.nodes) out += to_text(node) + "\n";
  return out;
}

bool is_same(const Node& a, const Node& b) {
  return a.form == b.form && a.style == b.style && a.begin == b.begin && a.end == b.end &&
         a.next == b.next && a.count == b.count && a.text == b.text;
}

bool is_same(const Tree& a, const Tree& b) {
  return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                    [](const Node& x, const Node& y) { return is_same(x, y); });
}

}  // namespace

Comparison BothLanes::compare(const std::string& bytes) {
  const SourceFile source("record.yaml", bytes);
  Findings findings;
  if (read_tree(source, 0, Lanes::both, quick_, findings) != Lane::quick) {
    return Comparison::refused;
  }
  Findings strict_findings;
  const Lane lane = read_tree(source, 0, Lanes::strict, strict_, strict_findings);
  if (lane == Lane::strict && is_same(quick_, strict_)) return Comparison::same;
  std::string fast_text = to_text(quick_);
  std::string strict_text = to_text(strict_);
  const auto [a, b] =
      std::mismatch(fast_text.begin(), fast_text.end(), strict_text.begin(), strict_text.end());
  fast_text.insert(a, '^');
  strict_text.insert(b, '^');
  const auto& found = strict_findings.list();
  difference_ = "the lanes differ over\n" + bytes + "\n--- fast\n" + fast_text + "--- strict\n" +
                strict_text + (found.empty() ? "" : found[0].message);
  return Comparison::different;
}

}  // namespace brm::test
