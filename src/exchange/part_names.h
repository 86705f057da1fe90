// What entries of lists are recognised by where they have no id: said once for the import and its
// manual.
#pragma once

#include <string>

#include "model/fields.h"
#include "write/yaml.h"

namespace brm {

/// Two entries of this kind that say the same in all of `fields` are one.
struct PartNames {
  const Kind* kind = nullptr;
  Words fields;
};

std::span<const PartNames> all_part_names();

/// Empty where nothing but all of an entry names it.
Words naming_fields(const Kind& kind);

/// Whether its entries may have an id, which then is all that counts.
bool has_id(const Kind& kind);

/// What all of its naming fields say, blanks aside; empty where it has none of them.
std::string naming_of(const Kind& kind, const Yaml& part);

/// What entries of one list are told apart by: the id, else what names them.
std::string identity_of(const Kind& kind, const Yaml& part);

}  // namespace brm
