#include "commands/office_rules.h"

#include "commands/rule_list.h"
#include "commands/settings.h"

namespace brm {

std::unique_ptr<OfficeRules> read_office_rules(const Invocation& invocation) {
  constexpr const char* name = "brm.yaml";
  auto opened =
      invocation.world.open_folder(chosen_folder(invocation.world, invocation.options).path);
  if (!opened.ok()) return nullptr;
  auto content = opened.value().folder->read(name);
  if (!content.ok()) return nullptr;
  auto out = std::make_unique<OfficeRules>();
  read_alone(std::move(content).value(), name, invocation.reading.lanes, out->office);
  const Item* record = out->office.record;
  if (record == nullptr || record->kind != &kinds::office) return nullptr;
  out->house = read_house_rules(record, out->office.source, all_rule_words());
  return out;
}

}  // namespace brm
