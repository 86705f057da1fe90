#include <fmt/format.h>

#include "base/utf8.h"
#include "rules/file_names.h"
#include "rules/references.h"
#include "rules/rule.h"
#include "rules/shared_ids.h"

namespace brm::rules {
namespace {

/// The word after `kind:`, where the two do not go together.
Span kind_place(const Item& record) {
  const Value* kind = record.find("kind");
  return kind == nullptr ? record.place() : record.span_of(*kind);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  const bool has_file = has_office_file(portfolio);
  for (const Item* record : portfolio.records()) {
    const std::string& path = portfolio.file(record->file).path();
    if (is_misplaced_office(portfolio, *record)) {
      findings.add(rule.words, kind_place(*record),
                   "the office's own record is brm.yaml at the root, and this is another file",
                   has_file ? "move what it says into brm.yaml, and delete this file"
                            : fmt::format("rename {} to brm.yaml at the root", visible(path)));
    } else if (path == office_file && record->kind->name != "office") {
      findings.add(rule.words, kind_place(*record),
                   fmt::format("brm.yaml is the office's own record, and this is {}",
                               with_article(record->kind->name)),
                   fmt::format("move it to {}/{}.yaml; brm.yaml says `kind: office`",
                               record->kind->plural, record->id()));
    }
  }
}

}  // namespace

extern constinit const Rule misplaced_office{
    .words =
        {
            .name = "misplaced-office",
            .summary = "An office record that is not brm.yaml, or a brm.yaml that is no office.",
            .why =
                "The office's record says in which currency amounts are meant, which goals there "
                "are and by which thresholds brm judges. It is read before all others, and only "
                "from brm.yaml at the root: elsewhere its policy looks as if it were in force and "
                "is not.",
            .mend =
                "Keep one office record, in brm.yaml at the root of the folder. Part of a larger "
                "organization is a relationship with `type: internal`, and no second office.",
            .faulty = R"(# office.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
)",
            .sound = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
