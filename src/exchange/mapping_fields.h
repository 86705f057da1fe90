// The keys of a mapping file, said once: the reader and the manual are made from these tables.
#pragma once

#include "model/fields.h"

namespace brm::kinds {

/// What a mapping is called where people ask about it.
inline constexpr std::string_view mapping_topic = "mapping";

inline constexpr std::string_view encodings[] = {"utf-8", "latin-1", "windows-1252"};
inline constexpr std::string_view separators[] = {"comma", "semicolon", "tab"};

inline constexpr std::string_view empty_ways[] = {"fault", "fine"};
inline constexpr std::string_view conflict_ways[] = {"fault", "last_counts"};

inline constexpr Field import_table_fields[] = {
    field("name", Type::line, required, "What the mapping calls it: `from: NAME`."),
    field("file", Type::line, required,
          "Where it is, from the folder of the mapping; json where its name ends so, else csv."),
    by_default(
        "utf-8",
        choice("encoding", optional, encodings,
               "How its letters are written; of csv. `latin-1` is read as windows-1252, which has "
               "its letters, and curly quotation marks and the euro besides.")),
    choice("separator", optional, separators,
           "What stands between values of csv; left out, what its first line has most of."),
    by_default("fault",
               choice("when_empty", optional, empty_ways,
                      "What a file without rows is, be it empty or a header alone: a fault that "
                      "ends the import, or fine, and every column is empty.")),
    by_default(
        "fault",
        choice(
            "conflict", optional, conflict_ways,
            "What rows are that say different things of one field: a fault, or the last counts.")),
    field("rows", Type::line, optional,
          "Of json: the names of the lists on the way to the rows, such as releases.contracts."),
};
inline constexpr Kind import_table{"table", "tables", "A table to import from.",
                                   import_table_fields};

inline constexpr Field import_records_fields[] = {
    field("kind", Type::line, required, "The kind of record that is made, such as relationship."),
    field("from", Type::line, optional,
          "The table whose rows are taken; left out, one record is made of constants."),
    field("if", Type::line, optional, "Only rows for which this value is not empty."),
    field("folder", Type::line, optional,
          "Where new records go, below the root; left out, where most others of their kind are."),
    field("fields", Type::line, required,
          "The record's fields, `id` among them. A text is a value, a map a part; a list holds "
          "values, or entries with `fields` of their own."),
};
inline constexpr Kind import_records{"entry of records", "entries of records",
                                     "Records made from the rows of a table, one for each id.",
                                     import_records_fields};

inline constexpr std::string_view repeated_ways[] = {"merged", "numbered"};
inline constexpr std::string_view unmatched_ways[] = {"fault", "fine"};

inline constexpr Field import_parts_fields[] = {
    field("from", Type::line, optional,
          "The table whose rows are taken; left out, the row of what is around it."),
    field("match", Type::line, optional,
          "Which rows: a column of that table for each column of the row around, `{a: b}`."),
    by_default("fault", choice("unmatched", optional, unmatched_ways,
                               "What a row of that table is that matches no row around.")),
    field("if", Type::line, optional,
          "Only rows for which this value is not empty; the others are passed over."),
    by_default("merged",
               choice("repeated", optional, repeated_ways,
                      "What becomes of parts with one id: one part, or `-2` behind the second.")),
    field("value", Type::line, optional, "One value of a list of plain values."),
    field("fields", Type::line, optional, "The fields of one part of a list of parts."),
};
inline constexpr Kind import_parts{"entry of a list", "entries of a list",
                                   "Entries of a list, made from rows.", import_parts_fields};

inline constexpr Field import_map_fields[] = {
    field("kind", Type::line, required, "`import`, so that nobody takes it for a record."),
    field("title", Type::line, optional, "What is imported, for people."),
    list_of(part("tables", required, import_table, "Where the rows come from.")),
    field("words", Type::line, optional,
          "Lists of words and what each is in the records: `direction: {U: increase}`."),
    list_of(part("records", required, import_records, "What is made of them.")),
};
inline constexpr Kind import_map{"mapping", "mappings", "How tables become records.",
                                 import_map_fields};

}  // namespace brm::kinds
