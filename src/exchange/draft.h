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

/// What entries of a list are told apart by: the id, else the record and role, or the date. Empty
/// for what has none of them, which is the same only when all of it is.
std::string identity_of(const Yaml& part);

}  // namespace brm
