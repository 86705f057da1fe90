// The tables of the handover, one function each, in the order of its sections.
#pragma once

#include "document/document.h"
#include "reports/handover_scope.h"

namespace brm::handover {

/// What of a long list somebody reads who takes over; the others are where its last line says.
constexpr std::size_t most_rows = 40;

/// What the person who leaves is to whom; empty for a handover of everything.
Table holdings(const Scope& scope);
/// What was promised, to whom, provable by when: outcomes that are not settled.
Table promised(const Scope& scope);
/// What its columns say by themselves to nobody: proofs that are there already, and what is
/// missing.
std::vector<std::string> words_on_promised(const Table& promised, Date as_of);
/// What is overdue, and what comes in the next 180 days.
Table clocks(const Scope& scope);
/// By priority, with both sides' level, promises open both ways, and who alone knows them.
Table relationships(const Scope& scope);
/// Verdict, evidence and goalposts moved, worst first.
Table outcomes(const Scope& scope);
/// Questions before a body, and who decides them.
Table decisions(const Scope& scope);
/// Open threats with the largest exposure, then the worst bands.
Table risks(const Scope& scope);
/// Corrections whose result nobody has written yet.
Table corrections(const Scope& scope);
/// Initiatives that were stopped.
Table stopped(const Scope& scope);
Table lessons(const Scope& scope);
/// Technologies and signals that are watched.
Table radar(const Scope& scope);
/// Milestones, interim targets and due days ahead, by the first of the days that they come before.
Table visible(const Scope& scope);

}  // namespace brm::handover
