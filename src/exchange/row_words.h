// What a row does not say: the columns without which it makes no entry, and those that match
// nothing.
#pragma once

#include "exchange/mapping.h"

namespace brm {

/// Whether any column that the rules ask for, those of joined tables aside, has a text in the row.
bool says_anything(const std::vector<FieldRule>& rules, const Scope& scope);

/// The first column of the rule that is empty in the row; else the first that it names, if any.
std::string empty_column(const FieldRule& rule, const Scope& scope);

/// For keys of several texts, which no text can make alike.
void add_key(std::string& key, std::string_view text);

/// What a row of a joined table is matched by, and what the rows around ask for.
std::string match_key(const ListRule& list, const SourceRow& row);
std::string match_key(const ListRule& list, const Scope& around);

/// Whether a row alone does not tell what it is.
bool names_outer_columns(const Template& value);

/// The columns of a joined row and what they say: `awardID` is `a-7`.
std::string match_words(const ListRule& list, const SourceRow& row);

}  // namespace brm
