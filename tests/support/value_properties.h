// What holds of every text, said a second time and slowly: dates, numbers, money, conditions,
// encoders.
#pragma once

#include <string>

namespace brm::test {

/// What does not hold of this text; empty when all does.
std::string broken_property(const std::string& text);

/// Whether a terminal may be sent it: UTF-8 without control and hidden characters but line ends.
bool is_harmless(const std::string& text);

}  // namespace brm::test
