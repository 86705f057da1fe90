// The rules of the office itself, read from its brm.yaml alone.
#pragma once

#include <memory>

#include "commands/command.h"
#include "read/parallel_reader.h"
#include "rules/house_rules.h"

namespace brm {

struct OfficeRules {
  LoneFile office;  // the rules' texts are its
  HouseRules house;
};

/// Null where no records folder is at hand, or it has no brm.yaml that can be read.
std::unique_ptr<OfficeRules> read_office_rules(const Invocation& invocation);

}  // namespace brm
