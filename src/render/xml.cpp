#include "render/xml.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace brm {
namespace {

/// Of the production Char of XML 1.0, and not among the controls it only advises against.
bool is_character(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return true;
  return !is_control(c) && c != 0xFFFE && c != 0xFFFF;
}

std::string_view reference_for(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    // Two of them begin what a build server obeys, should it see this in its log.
    const bool is_doubled = text.substr(at, 2) == "##";
    const std::string_view reference = is_doubled ? "&#35;" : reference_for(c.value);
    if (!c.valid) {
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[at]));
    } else if (!is_character(c.value)) {
      out += fmt::format("&lt;{}&gt;", code_point_name(c.value));
    } else {
      out += reference.empty() ? text.substr(at, c.size) : reference;
    }
    at += c.size;
  }
  return out;
}

}  // namespace brm
