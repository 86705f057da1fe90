// What may be written for one value, as JSON Schema.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "model/fields.h"

namespace brm {

using Json = nlohmann::ordered_json;

inline constexpr std::string_view draft = "http://json-schema.org/draft-07/schema#";

/// The text of a schema: what fits on a line stands on one.
std::string written(const Json& schema);

/// Of one value, or of one item of a list; mostly a reference to what `type_definitions` or its
/// kind's definition says.
Json value_schema(const Field& field);

/// One for each type that is the same wherever it stands, and `nothing`: null alone.
Json type_definitions();

/// `{"$ref": "#/definitions/nothing"}`
Json reference_to(std::string_view definition);

/// What counts where nothing is written, as the type of its field has it.
Json implied_value(const Field& field);

}  // namespace brm
