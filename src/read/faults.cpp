#include "read/faults.h"

namespace brm {
namespace {

constexpr const RuleWords* list[] = {
    &faults::anchor,
    &faults::bad_cadence,
    &faults::bad_currency,
    &faults::bad_date,
    &faults::bad_escape,
    &faults::bad_id,
    &faults::bad_key,
    &faults::bad_money,
    &faults::bad_number,
    &faults::bad_percent,
    &faults::bad_reference,
    &faults::binary_file,
    &faults::conflicting_fields,
    &faults::content_after_marker,
    &faults::control_character,
    &faults::directive,
    &faults::duplicate_key,
    &faults::empty_item,
    &faults::file_too_large,
    &faults::hidden_character,
    &faults::invalid_yaml,
    &faults::lfs_pointer,
    &faults::line_break,
    &faults::merge_conflict,
    &faults::merge_key,
    &faults::missing_colon,
    &faults::missing_field,
    &faults::missing_space,
    &faults::no_record,
    &faults::not_a_mapping,
    &faults::not_utf_8,
    &faults::several_documents,
    &faults::swallowed_list,
    &faults::tab_indentation,
    &faults::tag,
    &faults::too_deep,
    &faults::too_many_values,
    &faults::unclosed_bracket,
    &faults::unclosed_quote,
    &faults::unfilled_field,
    &faults::unindented_quote,
    &faults::unknown_key,
    &faults::unknown_kind,
    &faults::unknown_word,
    &faults::unquoted_value,
    &faults::wrong_type,
};

}  // namespace

std::span<const RuleWords* const> all_faults() { return list; }

}  // namespace brm
