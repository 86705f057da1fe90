// Every fault the reader can find in a file, in words; each has a file of its own in read/faults/.
#pragma once

#include <span>

#include "source/rule_words.h"

namespace brm {
namespace faults {

extern const RuleWords anchor;
extern const RuleWords bad_cadence;
extern const RuleWords bad_currency;
extern const RuleWords bad_date;
extern const RuleWords bad_escape;
extern const RuleWords bad_id;
extern const RuleWords bad_key;
extern const RuleWords bad_money;
extern const RuleWords bad_number;
extern const RuleWords bad_percent;
extern const RuleWords bad_reference;
extern const RuleWords binary_file;
extern const RuleWords conflicting_fields;
extern const RuleWords content_after_marker;
extern const RuleWords control_character;
extern const RuleWords directive;
extern const RuleWords duplicate_key;
extern const RuleWords empty_item;
extern const RuleWords file_too_large;
extern const RuleWords hidden_character;
extern const RuleWords invalid_yaml;
extern const RuleWords lfs_pointer;
extern const RuleWords line_break;
extern const RuleWords merge_conflict;
extern const RuleWords merge_key;
extern const RuleWords missing_colon;
extern const RuleWords missing_field;
extern const RuleWords missing_space;
extern const RuleWords no_record;
extern const RuleWords not_a_mapping;
extern const RuleWords not_utf_8;
extern const RuleWords several_documents;
extern const RuleWords swallowed_list;
extern const RuleWords tab_indentation;
extern const RuleWords tag;
extern const RuleWords too_deep;
extern const RuleWords too_many_values;
extern const RuleWords unclosed_bracket;
extern const RuleWords unclosed_quote;
extern const RuleWords unfilled_field;
extern const RuleWords unindented_quote;
extern const RuleWords unknown_key;
extern const RuleWords unknown_kind;
extern const RuleWords unknown_word;
extern const RuleWords unquoted_value;
extern const RuleWords wrong_type;

}  // namespace faults

/// All of the above, by name.
std::span<const RuleWords* const> all_faults();

}  // namespace brm
