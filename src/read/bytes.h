// What can be wrong with a file before anybody looks at it as YAML.
#pragma once

#include "source/finding.h"
#include "source/source_file.h"

namespace brm {

/// Whether the bytes are UTF-8 text that may be parsed; otherwise adds the one finding that says
/// what they are. yaml-cpp checks none of this (it accepts any bytes as text).
bool check_bytes(const SourceFile& source, std::uint32_t file, Findings& findings);

}  // namespace brm
