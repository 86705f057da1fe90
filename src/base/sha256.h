// A fingerprint of bytes: SHA-256, FIPS 180-4.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace brm {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

/// The first half of it as 32 hexadecimal digits: more than enough to tell texts apart.
std::string short_hash(std::string_view text);

/// RFC 4648, with `=` at the end, on one line.
std::string base64(std::string_view bytes);

/// `sha256-…`, as a content security policy names what it allows.
std::string csp_hash(std::string_view bytes);

}  // namespace brm
