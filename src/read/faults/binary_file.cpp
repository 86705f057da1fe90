#include "read/faults.h"

namespace brm::faults {

using namespace std::string_view_literals;

constinit const RuleWords binary_file{
    .name = "binary-file",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "A file that is not plain UTF-8 text at all.",
    .why =
        "A record saved as \"Unicode\" by a Windows program, or a picture or an archive given a "
        "name that ends in `.yaml`, holds nothing brm can read. If nobody said so, the partner or "
        "project it was meant to describe would simply be absent from every report.",
    .mend =
        "If it is a record, open it in an editor and save it as UTF-8. If it is something else, "
        "move it out of the records folder, give it its proper ending, or name it under `ignore` "
        "in brm.yaml.",
    .faulty =
        "# relationships/dhhs.yaml\n"
        "k\0i\0n\0d\0:\0 \0r\0e\0l\0a\0t\0i\0o\0n\0s\0h\0i\0p\0\n\0"
        "i\0d\0:\0 \0d\0h\0h\0s\0\n\0"sv,
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
