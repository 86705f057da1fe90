// Figures that mean something only where something of the sort is on record: without a promise on
// record "promises late: 0" would praise an office that wrote none down.
#pragma once

#include "document/document.h"

namespace brm {

/// As they are; empty, and for programs alone, where nothing is known.
inline std::vector<Detail> if_known(bool is_known, std::vector<Detail> details) {
  for (Detail& detail : details) {
    detail.holds = detail.holds.value_or(holds_of(detail.value));
    if (is_known) continue;
    detail.value = {};
    detail.room = Room::data;
  }
  return details;
}

/// `first`, and behind them `more`.
inline std::vector<Detail> joined(std::vector<Detail> first, std::vector<Detail> more) {
  for (Detail& detail : more) first.push_back(std::move(detail));
  return first;
}

}  // namespace brm
