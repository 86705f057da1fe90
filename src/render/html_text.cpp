#include "render/html_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "render/markup.h"

namespace brm {
namespace {

std::string escaped(std::string_view shown) {
  std::string out;
  out.reserve(shown.size());
  for (const char c : shown) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

template <class Write>
std::string lines_as(std::string_view text, const Write& write) {
  text = text.substr(0, text.find_last_not_of('\n') + 1);
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (from > 0) out += "<br>";
    out += write(visible(text.substr(from, end - from)));
    from = end + 1;
  }
  return out;
}

constexpr std::string_view secure = "https://";

/// How much of the word is an address with a host in ASCII, so that no letter looks like another;
/// what closes a sentence is none of it. 0 where it is no address.
std::size_t address_size(std::string_view word) {
  if (!word.starts_with(secure)) return 0;
  constexpr std::string_view signs = "-._~:/?#[]!$&'()*+,;=%@";
  const auto stranger = std::find_if(word.begin(), word.end(), [&](char c) {
    return !is_letter_or_digit(c) && signs.find(c) == std::string_view::npos;
  });
  if (stranger != word.end() && static_cast<unsigned char>(*stranger) >= 0x80) return 0;
  std::string_view address = word.substr(0, static_cast<std::size_t>(stranger - word.begin()));
  address = address.substr(0, address.find_last_not_of(".,;:!?)'") + 1);
  if (address.size() <= secure.size()) return 0;
  const std::string_view rest = address.substr(secure.size());
  const std::string_view host = rest.substr(0, rest.find('/'));
  const bool is_plain_host =
      is_letter_or_digit(host.front()) && std::all_of(host.begin(), host.end(), [](char c) {
        return is_letter_or_digit(c) || c == '.' || c == '-' || c == ':';
      });
  return is_plain_host ? address.size() : 0;
}

std::string linked(std::string_view shown) {
  std::string out;
  while (!shown.empty()) {
    const std::size_t at = std::min(shown.find(secure), shown.size());
    out += escaped(shown.substr(0, at));
    shown.remove_prefix(at);
    const std::size_t size = address_size(shown);
    const std::string address = escaped(shown.substr(0, size));
    if (size > 0) out += fmt::format("<a href=\"{0}\" rel=\"noreferrer\">{0}</a>", address);
    const std::size_t skipped = size > 0 || shown.empty() ? size : secure.size();
    if (size == 0) out += escaped(shown.substr(0, skipped));
    shown.remove_prefix(skipped);
  }
  return out;
}

template <class Write>
std::string with_code(std::string_view shown, const Write& write) {
  if (!has_paired_backticks(shown)) return write(shown);
  std::string out;
  for (bool is_code = false; !shown.empty(); is_code = !is_code) {
    const std::size_t end = std::min(shown.find('`'), shown.size());
    const std::string_view piece = shown.substr(0, end);
    out += is_code ? "<code>" + escaped(piece) + "</code>" : write(piece);
    shown.remove_prefix(std::min(end + 1, shown.size()));
  }
  return out;
}

}  // namespace

std::string html_line(std::string_view text) { return escaped(visible(text)); }

std::string html_heading(std::string_view text) { return with_code(visible(text), escaped); }

std::string html_text(std::string_view text) {
  return lines_as(text, [](const std::string& line) { return escaped(line); });
}

std::string html_prose(std::string_view text) {
  return lines_as(text, [](const std::string& line) { return with_code(line, linked); });
}

std::string_view without_free_line(std::string_view title) {
  return title.substr(std::min(title.find_first_not_of('\n'), title.size()));
}

}  // namespace brm
