#include "render/build_log.h"

#include <algorithm>

namespace brm {

bool holds_order(std::string_view line) {
  if (line.find("##") == line.npos) return false;
  for (const std::string_view order : {"##[", "##vso[", "##teamcity["}) {
    if (line.find(order) != std::string_view::npos) return true;
  }
  return false;
}

void disarm(std::string& text) {
  constexpr std::string_view shown = "\\x23";
  for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at)) {
    text.replace(at, 1, shown);
    at += shown.size();
  }
}

std::string for_build_log(std::string line) {
  if (holds_order(line)) disarm(line);
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin != std::string::npos && line.compare(begin, 2, "::") == 0) {
    line.replace(begin, 1, "\\x3A");
  }
  return line;
}

std::string lines_for_build_log(std::string text) {
  if (text.find("::") == std::string::npos && !holds_order(text)) return text;
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    out += for_build_log(text.substr(from, end - from));
    if (end < text.size()) out += '\n';
    from = end + 1;
  }
  return out;
}

}  // namespace brm
