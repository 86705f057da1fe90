// A stretch of a records file, and a value together with the stretch it was written in.
#pragma once

#include <cstdint>

namespace brm {

/// Bytes `offset` to `offset + length` of the file with index `file` in the portfolio's list.
struct Span {
  std::uint32_t file = 0;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

template <class T>
struct Located {
  T value{};
  Span span;
};

}  // namespace brm
