#include "base/folding.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "base/utf8.h"

#include "base/ascii.h"

namespace brm {
namespace {

struct Freed {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }  // utf8proc mallocs
};

/// Small ones; what case folding and decomposition leave as it is.
struct Spelling {
  std::string_view letter;
  std::string_view latin;
};
constexpr std::array spellings{
    Spelling{"\xC3\xA6", "ae"}, Spelling{"\xC3\xB0", "d"}, Spelling{"\xC3\xB8", "o"},
    Spelling{"\xC3\xBE", "th"}, Spelling{"\xC4\x91", "d"}, Spelling{"\xC4\xA7", "h"},
    Spelling{"\xC4\xB1", "i"},  Spelling{"\xC5\x82", "l"}, Spelling{"\xC5\x8B", "ng"},
    Spelling{"\xC5\x93", "oe"}, Spelling{"\xC5\xA7", "t"}, Spelling{"\xC3\x9F", "ss"},
};

}  // namespace

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_small(c);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::string plain_word(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string folded(std::string_view text) {
  const bool is_ascii = std::none_of(text.begin(), text.end(), is_beyond_ascii);
  if (is_ascii) return lowered(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD));
  const std::unique_ptr<utf8proc_uint8_t, Freed> owner(mapped);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

std::string bared(std::string_view text) {
  if (printed_ascii(text, 0) == text.size()) return lowered(text);  // most need no tables
  utf8proc_uint8_t* bytes = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
                                     UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_STABLE);
  // The bytes of a text are the same bytes for a library that calls them unsigned.
  const auto* in = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size =
      utf8proc_map(in, static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
  const std::unique_ptr<utf8proc_uint8_t, Freed> owner(bytes);
  if (size < 0) return "";
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::string latinised(std::string_view text) {
  std::string out = bared(text);
  for (const Spelling& each : spellings) {
    for (std::size_t at = out.find(each.letter); at != std::string::npos;
         at = out.find(each.letter, at + each.latin.size())) {
      out.replace(at, each.letter.size(), each.latin);
    }
  }
  return out;
}

std::string letters_of(std::string_view text) {
  const std::string all = latinised(text);
  std::string out;
  for (std::size_t at = 0; at < all.size();) {
    const CodePoint point = decode(all, at);
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(point.value))) {
      case UTF8PROC_CATEGORY_LU:
      case UTF8PROC_CATEGORY_LL:
      case UTF8PROC_CATEGORY_LT:
      case UTF8PROC_CATEGORY_LM:
      case UTF8PROC_CATEGORY_LO:
      case UTF8PROC_CATEGORY_MN:
      case UTF8PROC_CATEGORY_MC:
      case UTF8PROC_CATEGORY_ND:
      case UTF8PROC_CATEGORY_NL:
      case UTF8PROC_CATEGORY_NO:
        out.append(all, at, point.size);
        break;
      default:
        break;
    }
    at += point.size;
  }
  return out;
}

}  // namespace brm
