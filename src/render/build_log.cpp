#include "render/build_log.h"

namespace brm {

bool holds_order(std::string_view line) {
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

}  // namespace brm
