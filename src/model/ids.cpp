#include "model/ids.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace brm {
namespace {

constexpr std::size_t longest = 63;
constexpr std::array<std::string_view, 22> device_names{
    "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};

bool is_id_letter(char c) { return is_small(c) || is_digit(c); }

}  // namespace

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > longest || !is_id_letter(text[0])) return false;
  const bool is_spelled =
      std::all_of(text.begin(), text.end(), [](char c) { return is_id_letter(c) || c == '-'; });
  return is_spelled &&
         std::find(device_names.begin(), device_names.end(), text) == device_names.end();
}

bool is_reference(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return is_id(text);
  return is_id(text.substr(0, slash)) && is_id(text.substr(slash + 1));
}

std::string suggest_id(std::string_view text) {
  std::string out;
  for (const char written : text) {
    const char c = to_small(written);
    if (is_id_letter(c) || (c == '/' && !out.empty())) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && (out.back() == '-' || out.back() == '/')) out.pop_back();
  return is_reference(out) ? out : std::string();
}

}  // namespace brm
