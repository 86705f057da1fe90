#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords hidden_character{
    .name = "hidden-character",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A character that hides or rearranges the text around it.",
    .why =
        "Some characters are there only to turn the direction of writing, to break a line out of "
        "sight or to mark where a file starts. Copied along from a web page or a PDF file, they "
        "make a name look different from what is stored: a search for the partner finds nothing, "
        "and a reader may see its words in the wrong order.",
    .mend =
        "Delete the character at the marked place; typing the word again instead of pasting it is "
        "the surest way.",
    .faulty =
        "# relationships/dhhs.yaml\n"
        "kind: relationship\n"
        "id: dhhs\n"
        "title: Department of \xE2\x80\xAEHuman Services\n"
        "type: agency\n"
        "tier: transactional\n"
        "manager: jane-doe\n",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
};

}  // namespace brm::faults
