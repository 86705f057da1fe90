// Every threshold in force: brm.yaml's policy where it says something, the defaults elsewhere.
#pragma once

#include <vector>

#include "base/rational.h"
#include "model/of.h"
#include "model/office_fields.h"
#include "model/portfolio.h"

namespace brm {

/// The defaults stand in the field table of `policy` (`Field::implied`), and nowhere else.
class Policy {
 public:
  /// The defaults alone.
  Policy() : Policy(nullptr) {}
  /// `office` may be null.
  explicit Policy(const Item* office);

  template <Name N>
  const Rational& number() const {
    constexpr std::size_t index = kinds::policy.index_of(N.view());
    static_assert(index < kinds::policy.size() && !kinds::policy.field(index).implied.empty(),
                  "policy has no number of this name");
    return numbers_[index];
  }
  /// A threshold that is a whole number: days, points, months.
  template <Name N>
  int whole() const {
    return static_cast<int>(floor_of(number<N>()));
  }
  /// As it is written, and where: null when it is the default.
  const Value* written(std::size_t field_index) const;
  const Item* item() const { return item_; }

 private:
  const Item* item_ = nullptr;     // the policy part of brm.yaml
  std::vector<Rational> numbers_;  // by field index; zero where the field is no number
};

}  // namespace brm
