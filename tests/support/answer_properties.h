// What holds of every answer, whatever is in the records: files made up of any bytes, read, judged
// and written in every format.
#pragma once

#include <string>

namespace brm::test {

/// `text` is a line that chooses what is asked, and in which format, by two of its letters; then
/// files, each headed by `# its/path.yaml`. What does not hold of the answer; empty when all does.
std::string broken_answer(const std::string& text);

/// What does not hold of a condition of `--where`, asked of every kind of a small folder.
std::string broken_where(const std::string& text);

/// What does not hold of a file given to `--baseline`.
std::string broken_baseline(const std::string& text);

}  // namespace brm::test
