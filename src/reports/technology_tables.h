// The tables of the technology report.
#pragma once

#include "assess/assessment.h"
#include "assess/radar.h"
#include "assess/where.h"
#include "document/document.h"

namespace brm::technology_tables {

/// One piece of advice, and the record it stands in.
struct Advice {
  const Item* item = nullptr;
  AdviceState state;
};
/// Those given by the as-of date, newest first.
std::vector<Advice> find_advice(const Assessment& assessed);

Table radar(const Assessment& assessed, const Where& where);
Table signals(const Assessment& assessed);
Table advisors(const Assessment& assessed, const std::vector<Advice>& advice);
Table advice(const Assessment& assessed, const std::vector<Advice>& advice);

}  // namespace brm::technology_tables
