// A JSON file as a table: the objects of one array, each a row, with a column for every value.
#pragma once

#include "exchange/source_table.h"

namespace brm {

/// `rows` names the arrays on the way, with points between, such as `releases.contracts`; empty for
/// a file that is an array itself. Inner values are columns such as `value.amount`; a list of plain
/// values is one text with a line for each. Each row has the values of the objects around it too,
/// as `releases.ocid`, and those of the whole file as `file.uri`.
void read_json(std::string_view bytes, std::string_view rows, SourceTable& table,
               std::vector<RowFault>& faults);

}  // namespace brm
