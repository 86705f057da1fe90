// Two states of a folder in memory and what changed between them, in a line each.
#pragma once

#include <algorithm>

#include "assess/difference.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {

using Files = std::map<std::string, std::string>;

struct TwoStates {
  Assessed before;
  Assessed after;
  Differences differences;

  TwoStates(Files old_files, Files new_files, const std::string& old_day = "2026-07-08",
            const std::string& new_day = "2026-07-08")
      : before(std::move(old_files), date_of(old_day)),
        after(std::move(new_files), date_of(new_day)),
        differences(differences_between(before.assessment, after.assessment)) {}

  /// Of one kind: `better: at_risk -> on_track`, with ` [time]` where nobody edited anything.
  std::string of(DifferenceKind kind) const {
    std::string out;
    for (const Difference& each : differences) {
      if (each.kind != kind) continue;
      if (!out.empty()) out += " | ";
      out += each.event + (each.what.empty() ? "" : " " + each.what) + ": " + each.from + " -> " +
             each.to + (each.cause == Cause::time ? " [time]" : "");
    }
    return out;
  }
  /// Every kind, sorted, as it looks from the newer state, or turned around.
  std::vector<std::string> mirrored(bool turned) const {
    std::vector<std::string> out;
    for (const Difference& each : differences) {
      const std::string& from = turned ? each.to : each.from;
      const std::string& to = turned ? each.from : each.to;
      out.push_back(std::string(words_of(each.kind).name) + " " +
                    std::string(each.item().record().id()) + "/" + std::string(each.item().id()) +
                    " " + each.what + ": " + from + " -> " + to);
    }
    std::sort(out.begin(), out.end());
    return out;
  }
};

// Records of these tests.

/// Goes from 0 on 2026-01-01 to 100 on 2026-12-31, with these measurements.
inline std::string rise(const std::string& measurements, const std::string& target = "100",
                        const std::string& more = "") {
  return "    indicator: {measure: share done, unit: steps, direction: increase, frequency: "
         "quarterly}\n"
         "    baseline: {date: 2026-01-01, value: 0}\n"
         "    target: {date: 2026-12-31, value: " +
         target + "}\n" + more + "    measurements: [" + measurements + "]\n";
}
inline const std::string slow = "{date: 2026-03-31, value: 10}, {date: 2026-06-30, value: 20}";
inline const std::string quick = "{date: 2026-03-31, value: 30}, {date: 2026-06-30, value: 60}";

inline Files party(const std::string& fields, const std::string& path = "relationships/dhhs.yaml") {
  return {{path,
           "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: strategic\n"
           "manager: jane\n" +
               fields}};
}

inline Files initiative(const std::string& fields) {
  return {{"work.yaml",
           "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
           "parties: [{relationship: dhhs, role: sponsor}]\n" +
               fields}};
}

/// What the outcome `it` has in both states, judged on two days.
inline TwoStates outcomes(const std::string& old_fields, const std::string& new_fields,
                          const std::string& old_day = "2026-07-08",
                          const std::string& new_day = "2026-07-08") {
  return {folder_with(old_fields), folder_with(new_fields), old_day, new_day};
}

}  // namespace brm::test
