#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords merge_conflict{
    .name = "merge-conflict",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "An unresolved merge conflict.",
    .why =
        "Two people changed the same lines and git left both versions in the file. brm cannot know "
        "which is right, and picking either one would quietly throw away what a colleague wrote.",
    .mend =
        "Keep the lines that are right, delete the others together with the lines that begin with "
        "`<<<<<<<`, `=======` and `>>>>>>>`, and commit the file.",
    .faulty =
        "# relationships/dhhs.yaml\n"
        "kind: relationship\n"
        "id: dhhs\n"
        "title: Department of Human Services\n"
        "type: agency\n"
        "tier: transactional\n"
        "<<<<<<< HEAD\n"
        "manager: jane-doe\n"
        "=======\n"
        "manager: sam-lee\n"
        ">>>>>>> new-managers\n",
    .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: sam-lee
)",
};

}  // namespace brm::faults
