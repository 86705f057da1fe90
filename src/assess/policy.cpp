#include "assess/policy.h"

namespace brm {
namespace {

bool is_number(const Field& field) {
  return field.many == Many::one && (field.type == Type::number || field.type == Type::whole);
}

}  // namespace

Policy::Policy(const Item* office) : numbers_(kinds::policy.size()) {
  if (office != nullptr) {
    const Value* value = office->find("policy");
    if (value != nullptr) item_ = value->item;
  }
  for (std::size_t i = 0; i < kinds::policy.size(); ++i) {
    const Field& field = kinds::policy.field(i);
    if (!is_number(field)) continue;
    const Value* value = written(i);
    numbers_[i] = value == nullptr ? to_rational(read_decimal(field.implied).number)
                                   : to_rational(value->as_decimal());
  }
}

const Value* Policy::written(std::size_t field_index) const {
  return item_ == nullptr ? nullptr : item_->find(field_index);
}

}  // namespace brm
