// What holds of bytes in a format for programs, whatever they say.
#pragma once

#include <string>

namespace brm::test {

// What does not hold; empty when all does.

/// Elements are closed in the order they were opened; none runs a script.
std::string broken_markup(const std::string& bytes);
/// The same of XML for programs: UTF-8 of characters that XML may hold, hidden ones among them.
std::string broken_xml(const std::string& bytes);
/// RFC 4180: fields in quotes end, and every line has as many as the first; no field is a formula.
std::string broken_csv(const std::string& bytes);
/// A header of names with values, then the rest; lines end in CR LF.
std::string broken_email(const std::string& bytes);

}  // namespace brm::test
