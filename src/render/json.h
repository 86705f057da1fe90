// What every json output shares: the version of its form, and how it is written down.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace brm {

/// Grows when a field changes its meaning or goes; added fields leave it as it is.
inline constexpr int json_schema_version = 1;

/// Indented, ended by a line feed. File names may be any bytes: what is no UTF-8 is replaced by
/// U+FFFD, as json has no other way to say it.
inline std::string dump(const nlohmann::ordered_json& value) {
  return value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace brm
