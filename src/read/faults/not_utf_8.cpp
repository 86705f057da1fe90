#include "read/faults.h"

namespace brm::faults {

constinit const RuleWords not_utf_8{
    .name = "not-utf-8",
    .severity = Severity::error,
    .loses = Loses::data,
    .summary = "Bytes that are not UTF-8 text.",
    .why =
        "An accented letter saved by an older program is a byte that no longer says which letter "
        "it was. brm would have to guess, and the same partner could show up under two names in "
        "two reports, or as a name with a hole in it.",
    .mend =
        "Save the file again as UTF-8: in most editors it is a choice in the Save As window. If "
        "only one word is broken, delete it at the marked place and type it again.",
    .faulty =
        "# relationships/attache.yaml\n"
        "kind: relationship\n"
        "id: attache\n"
        "title: Attach\xE9 Software\n"
        "type: private_partner\n"
        "tier: transactional\n"
        "manager: jane-doe\n",
    .sound =
        "# relationships/attache.yaml\n"
        "kind: relationship\n"
        "id: attache\n"
        "title: Attach\xC3\xA9 Software\n"
        "type: private_partner\n"
        "tier: transactional\n"
        "manager: jane-doe\n",
};

}  // namespace brm::faults
