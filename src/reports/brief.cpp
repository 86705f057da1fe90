#include <fmt/format.h>

#include "reports/brief_tables.h"
#include "reports/report.h"
#include "reports/words.h"

namespace brm {
namespace {

/// `agency, strategic, priority 1`
std::string sort_of(const Relationship& party, Date as_of) {
  std::string out = plain_word(party.text<"type">());
  if (party.has<"tier">()) out += fmt::format(", {}", party.text<"tier">());
  if (const auto priority = party.get<"priority">()) {
    out += fmt::format(", priority {}", priority->value);
  }
  if (is_over(party, as_of)) out += fmt::format(", {}", party.text<"status">());
  return out;
}

/// The tables are there for the schema, too, where nobody is asked about.
Document make(const Assessment& assessed, const ReportRequest& request) {
  namespace tables = brief_tables;
  Document document;
  document.name = "brief";
  document.title = "Brief";
  document.as_of = assessed.as_of();
  PartyRow row;
  static const SharedWork nothing;
  row.work = &nothing;
  const SharedWorks& works = assessed.shared_works();
  if (request.subject != nullptr) {
    row = judge_party(assessed, works, *request.subject, request.left_out);
    document.title = std::string(title_of(*request.subject));
    document.subtitle = sort_of(Relationship(*request.subject), assessed.as_of());
  }
  document.sections.push_back(tables::who(assessed, row));
  const auto add = [&](std::string title, Table table) {
    document.sections.push_back({std::move(title), {}, {}, {std::move(table)}, "", ""});
  };
  add("Promises not kept yet, ours first", tables::promises(assessed, row));
  add("Work we share", tables::work(assessed, row));
  add("Outcomes we share", tables::outcomes(assessed, row));
  add("Open threats with them, those they bear a part of included", tables::risks(assessed, row));
  add("Agreements", tables::agreements(assessed, row));
  add("Advice, and what came of it", tables::advice(assessed, row));
  add("Corrections under way", tables::corrections(assessed, row));
  add("To ask", tables::questions(assessed, row));
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report brief{
    .name = "brief",
    .summary = "One page before a meeting: what was promised, how it goes, what to ask.",
    .kind = &kinds::relationship,
    .make = make,
    .subject = &kinds::relationship,
};

}  // namespace reports
}  // namespace brm
