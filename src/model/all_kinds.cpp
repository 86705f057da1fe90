// Collects every kind from the field tables of the seven kinds of record.
#include "model/all_kinds.h"

#include <vector>

#include "model/initiative_fields.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "model/technology_fields.h"

namespace brm {
namespace {

constexpr const Kind* records[] = {&kinds::office, &kinds::relationship, &kinds::initiative,
                                   &kinds::person, &kinds::body,         &kinds::technology,
                                   &kinds::signal};

void add_with_parts(std::vector<const Kind*>& found, const Kind& kind) {
  if (std::find(found.begin(), found.end(), &kind) != found.end()) return;
  found.push_back(&kind);
  for (std::size_t i = 0; i < kind.size(); ++i) {
    if (kind.field(i).type == Type::part) add_with_parts(found, *kind.field(i).part);
  }
}

std::vector<const Kind*> collect_kinds() {
  std::vector<const Kind*> found;
  for (const Kind* kind : records) add_with_parts(found, *kind);
  return found;
}

}  // namespace

std::span<const Kind* const> record_kinds() { return records; }

std::span<const Kind* const> all_kinds() {
  static const std::vector<const Kind*> found = collect_kinds();
  return found;
}

const Kind* find_kind(std::string_view name_or_plural) {
  for (const Kind* kind : all_kinds()) {
    if (kind->name == name_or_plural || kind->plural == name_or_plural) return kind;
  }
  return nullptr;
}

}  // namespace brm
