#include "support/import_properties.h"

#include <doctest/doctest.h>

#include "support/check_corpus.h"
#include "support/edit_properties.h"

namespace brm::test {

TEST_CASE("import properties: mappings and tables of any bytes") {
  check_corpus("imports", 2000, broken_import);
}

TEST_CASE("edit properties: additions and other words, in any layout") {
  check_corpus("edits", 5000, broken_edit);
}

}  // namespace brm::test
