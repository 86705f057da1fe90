// What may be written for an option or argument, said once: help, the manual, completion and the
// messages about unknown words are all made from it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/fields.h"

namespace CLI {
class Option;
}

namespace brm {

/// A word that may be written, and what it means, which may be empty.
struct Word {
  std::string_view name;
  std::string_view meaning;
};

/// What stands behind a name such as FORMAT or ID.
enum class Source : std::uint8_t {
  anything,   ///< A date, a number, a condition: nothing can be listed.
  words,      ///< A closed list.
  topics,     ///< What `explain` knows: words, and KIND.FIELD.
  fields,     ///< Names of one kind's fields, separated by commas.
  condition,  ///< Names of one kind's fields, compared.
  ids,        ///< Records, and `record/part`.
  revisions,  ///< Branches and tags of the repository.
  folders,
  files,
};

struct Values {
  std::string_view name;  ///< `FORMAT`, as help shows it.
  std::string_view what;  ///< `report`, as a message calls one; unique among all_values().
  Source source = Source::anything;
  std::vector<Word> (*words)() = nullptr;  ///< Of `Source::words` and `Source::topics`.
  /// Where the words are too many to be listed in a line: what says them all, and some of them.
  std::string_view listed_by = "";
  Words usual = {};
};

namespace values {

extern const Values reader, address, agenda_format, amount, answer, as_of, audience, colour,
    columns, command, condition, document_format, file, finding_format, folder, id, kind, path,
    report, rule, severity, shell, sort_key, table, time_ahead, topic, value_format, word;

}  // namespace values

std::span<const Values* const> all_values();

/// Gives the option its values: their name for help, and a trace by which values_of() finds them.
CLI::Option* takes(CLI::Option* option, const Values& values);

/// Null for an option without a value, or one that was never told.
const Values* values_of(const CLI::Option& option);

std::vector<std::string_view> names_of(const std::vector<Word>& words);

/// `one of text or json`; where they are many, `such as ...` and who lists them.
std::string words_help(const Values& values);

/// A word that is none of `values.words`, with the nearest one.
Failure unknown_value(const Values& values, std::string_view word);

}  // namespace brm
