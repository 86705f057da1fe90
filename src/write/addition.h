// Puts an entry into a slot of a file, so that every byte around it stays as it was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/slot.h"
#include "write/yaml.h"

namespace brm {

/// Another item of the list called `key`; the list too, where the slot lacks one.
std::vector<Splice> add_item(const Slot& slot, std::string_view key, const Yaml& item);

/// A value for `key`, which had none.
std::vector<Splice> add_field(const Slot& slot, std::string_view key, const Yaml& value);

/// The bytes with all splices in them, which do not overlap.
std::string spliced(std::string_view bytes, std::vector<Splice> splices);

}  // namespace brm
