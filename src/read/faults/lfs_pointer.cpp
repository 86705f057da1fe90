#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords lfs_pointer{
    .name = "lfs-pointer",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A Git LFS placeholder instead of the record.",
    .why =
        "The repository keeps this file in Git LFS and only the placeholder was fetched. The "
        "record itself is not on this computer, so its partner or initiative would be absent from "
        "every report made here.",
    .mend =
        "Run `git lfs pull` to fetch the record. Records are small: taking `*.yaml` out of "
        ".gitattributes keeps this from happening again.",
    .faulty = R"(# relationships/dhhs.yaml
version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 148
)",
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
