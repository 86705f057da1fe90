// One risk of one initiative, judged: what tests of risks begin with.
#pragma once

#include <string>

#include "unit/assess/judged.h"

namespace brm::test {

/// Adds `line` for each of `fields`, which stand one a line, at `indent`.
inline std::string indented(const std::string& fields, const std::string& indent) {
  std::string out;
  std::size_t from = 0;
  while (from < fields.size()) {
    const std::size_t end = std::min(fields.find('\n', from), fields.size());
    if (end > from) out += indent + fields.substr(from, end - from) + "\n";
    from = end + 1;
  }
  return out;
}

/// An initiative `work` with these risks, each as `{id, fields}`, and an office with these fields.
inline std::map<std::string, std::string> folder_with_risks(
    const std::vector<std::pair<std::string, std::string>>& risks, const std::string& office = "") {
  std::string initiative =
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\nrisks:\n";
  for (const auto& [id, fields] : risks) {
    initiative += "  - id: " + id + "\n" + indented(fields, "    ");
  }
  return {{"work.yaml", initiative},
          {"brm.yaml",
           "kind: office\nid: state-it\ntitle: IT\njurisdiction: X\ncurrency: USD\n" + office}};
}

/// A risk `it`, managed by dhhs, of which everything but `fields` is left out.
class OneRisk {
 public:
  explicit OneRisk(const std::string& fields, const std::string& as_of = "2026-07-08",
                   const std::string& office = "")
      : read_(folder_with_risks({{"it", fields + "\nmanaged_by: dhhs\n"}}, office),
              date_of(as_of)) {}

  const RiskJudgement& judgement() const { return read_.assessment.risk(read_.item("work/it")); }
  const Assessment& assessed() const { return read_.assessment; }

 private:
  Assessed read_;
};

}  // namespace brm::test
