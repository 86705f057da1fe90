// The way from a Rational to Boost's fractions and back.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "base/rational.h"

namespace brm {

struct LongRational {
  boost::multiprecision::cpp_rational value;
};

}  // namespace brm
