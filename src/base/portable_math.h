// Logarithm, exponential and normal quantile that give the same bits on every machine: made of
// sums, products, quotients and square roots alone, which IEEE 754 rounds in one way. The
// mathematical library of the system may not agree with that of another. Compiled without fused
// multiply-add.
#pragma once

namespace brm {

/// e^x, to 2 units in the last place; 0 below -700, infinity above 709.
double portable_exp(double x);

/// The natural logarithm of a positive number, to 1e-15 relative or absolute.
double portable_log(double x);

/// The standard normal quantile of 0 < p < 1, to 1e-15 relative: algorithm AS 241 (PPND16),
/// Wichura, The percentage points of the normal distribution, Applied Statistics 37 (1988),
/// 477-484.
double normal_quantile(double p);

}  // namespace brm
