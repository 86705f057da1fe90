// A file of comma-separated values, RFC 4180, as a table.
#pragma once

#include "exchange/source_table.h"

namespace brm {

/// What calls itself Latin-1 is in truth windows-1252, which has letters where the other has
/// nothing.
enum class Encoding : std::uint8_t { utf_8, windows_1252 };

struct CsvForm {
  Encoding encoding = Encoding::utf_8;
  char separator = 0;  ///< 0: whichever of `,`, `;` and tab the header has most of.
};

/// Fills columns and rows. Blank lines are passed over; blanks around a value are no part of it. A
/// row that is longer or shorter than the header is a fault, and left out.
void read_csv(std::string_view bytes, const CsvForm& form, SourceTable& table,
              std::vector<RowFault>& faults);

}  // namespace brm
