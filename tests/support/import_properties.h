// What holds of every import, whatever the mapping, the tables and the records are.
#pragma once

#include <string>

namespace brm::test {

/// `text` holds files, each headed by `### its/path`: `map.yaml`, the tables that it names, and
/// below `records/` the folder that they go into. What does not hold of the import; empty when all
/// does.
std::string broken_import(const std::string& text);

}  // namespace brm::test
