// A record as it is to be written: what rows were made into.
#pragma once

#include <string>
#include <string_view>

#include "model/fields.h"
#include "write/yaml.h"

namespace brm {

/// A record to be made or brought up to date.
struct RecordDraft {
  const Kind* kind = nullptr;
  std::string folder;  ///< Where it goes when it is new; empty: where others of its kind are.
  Yaml fields;         ///< `kind` and `id` first.
  std::string_view id() const { return fields.text_of("id"); }
};

}  // namespace brm
