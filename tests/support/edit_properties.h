// What holds of every edit by byte spans, whatever the record looks like.
#pragma once

#include <string>

namespace brm::test {

/// The first line says which edit, by four letters and the text that is written; the rest is a
/// record. What does not hold of the edited file; empty when all does.
std::string broken_edit(const std::string& text);

}  // namespace brm::test
