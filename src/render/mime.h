// What a message is put together from, RFC 5322 and RFC 2045 to 2047: lines of at most 76 ASCII
// characters that end in CR LF, whatever the text is.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"

namespace brm {

/// `Subject: …`, folded; no text can begin a header of its own. Ends in CR LF.
std::string mime_header(std::string_view name, std::string_view text);

/// `Wed, 08 Jul 2026 00:00:00 +0000`
std::string mime_date(Date day);

/// Lines end in LF before and in CR LF after.
std::string quoted_printable(std::string_view text);

}  // namespace brm
