// What holds of every text, said a second time and slowly: dates, numbers, money, conditions,
// encoders.
#pragma once

#include <string>

namespace brm::test {

/// What does not hold of this text; empty when all does.
std::string broken_property(const std::string& text);

}  // namespace brm::test
