#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords tab_indentation{
    .name = "tab-indentation",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A line indented with a tab.",
    .why =
        "How far a line stands in decides what it belongs to, and a tab has no fixed width: an "
        "action could end up under another risk than the one it stands below on the screen.",
    .mend =
        "Indent with blanks, two for each level. Most editors can turn all tabs of a file into "
        "blanks and can be told to do so for `.yaml` files.",
    .faulty =
        "# relationships/dhhs.yaml\n"
        "kind: relationship\n"
        "id: dhhs\n"
        "title: Department of Human Services\n"
        "type: agency\n"
        "tier: transactional\n"
        "manager: jane-doe\n"
        "tags:\n"
        "\t- benefits\n",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
tags:
  - benefits
)",
};

}  // namespace brm::faults
