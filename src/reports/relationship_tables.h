// The tables of the report on relationships, one function each.
#pragma once

#include "reports/party_rows.h"

namespace brm {
struct ReportRequest;
}

namespace brm::relationship_tables {

using Rows = std::vector<PartyRow>;

/// The numbers at the head of the report, without its tables.
std::vector<Detail> summary(const Assessment& assessed, const ReportRequest& request);

/// What is wrong, a row each: neglected, quiet, claimed above the evidence, a late promise of ours.
Table attention(const Assessment& assessed, const Rows& rows);
/// What hangs on each, beside the attention it gets.
Table reliance(const Rows& rows);
/// Both sides' views, their gap and the level that the records show; of those with a view.
Table maturity(const Rows& rows);
/// Promises in both directions, of those who made any.
Table promises(const Rows& rows);

/// Which party has which roles in which initiative.
Table matrix(const Assessment& assessed, const Rows& rows);
/// The numbers at the head of the matrix.
Table legend(const Assessment& assessed);
Table single_party(const Assessment& assessed);
/// Outcomes that two agencies promise apart: by the same measure for the same sort of party, or
/// under nearly the same title.
Table duplicates(const Assessment& assessed);
/// Relationships that go on after shared work was stopped or missed its outcomes, and with what.
Table outlived(const Assessment& assessed);

/// Whether the matrix is drawn, or written as a list of parties in several initiatives.
bool is_drawn(const Assessment& assessed);

}  // namespace brm::relationship_tables
