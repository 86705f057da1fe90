// An archive held against the format itself; check_workbooks.py has other programs read one.
#include <doctest/doctest.h>

#include "render/zip.h"

namespace brm::test {
namespace {

std::size_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
  std::size_t out = 0;
  for (std::size_t i = size; i > 0; --i) {
    out = (out << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return out;
}

}  // namespace

TEST_CASE("zip: an empty archive is its end alone") {
  const std::string bytes = zip_of({});
  CHECK(bytes == std::string("PK\x05\x06") + std::string(18, '\0'));
}

TEST_CASE("zip: an entry stands behind its header, and the directory says where") {
  const std::string bytes = zip_of({{"a.txt", "123456789"}, {"b", ""}});
  CHECK(bytes.starts_with("PK\x03\x04"));
  CHECK(number_at(bytes, 14, 4) == 0xCBF43926);  // the check value of CRC-32
  CHECK(number_at(bytes, 18, 4) == 9);
  CHECK(number_at(bytes, 10, 4) == 0x00210000);  // midnight of 1980-01-01
  CHECK(bytes.substr(30, 14) == "a.txt123456789");
  const std::size_t end = bytes.size() - 22;
  CHECK(number_at(bytes, end, 4) == 0x06054B50);
  CHECK(number_at(bytes, end + 10, 2) == 2);
  const std::size_t directory = number_at(bytes, end + 16, 4);
  CHECK(number_at(bytes, directory, 4) == 0x02014B50);
  const std::size_t second = directory + 46 + 5;
  CHECK(bytes.substr(second + 46, 1) == "b");
  CHECK(number_at(bytes, second + 16, 4) == 0);
  CHECK(bytes.substr(number_at(bytes, second + 42, 4) + 30, 1) == "b");
}

}  // namespace brm::test
