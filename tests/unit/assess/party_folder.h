// One relationship with the fields of a test, and what else its folder holds.
#pragma once

#include "assess/evidenced_level.h"
#include "assess/stakeholder.h"
#include "unit/assess/judged.h"

namespace brm::test {

/// A relationship `dhhs` with `fields`, and the other `files`, as of a day.
class OneParty {
 public:
  explicit OneParty(const std::string& fields, const std::string& as_of = "2026-07-08",
                    std::map<std::string, std::string> files = {})
      : read_(with_party(fields, std::move(files)), date_of(as_of)) {
    for (const Finding& finding : read_.reading.findings.list()) {
      const bool is_left_out = finding.message == "this relationship has no `manager`" ||
                               finding.message == "this agreement has no `period`";
      CHECK_MESSAGE(is_left_out, finding.message);
    }
  }

  const Assessment& assessed() const { return read_.assessment; }
  const Item& item() const { return read_.item("dhhs"); }
  Relationship party() const { return Relationship(item()); }
  Date as_of() const { return read_.assessment.as_of(); }
  const Policy& policy() const { return read_.assessment.policy(); }

  Maturity maturity() const { return maturity_of(party(), as_of()); }
  Attention attention() const { return attention_of(party(), as_of(), policy()); }
  bool went_quiet() const { return is_quiet(party(), as_of(), policy()); }
  EvidencedLevel evidenced() const {
    const SharedWorks works(assessed());
    return evidenced_level(party(), as_of(), policy(), &works.of(item()));
  }
  /// Held of planned: `3 of 4`.
  std::string reviews() const {
    const Attention found = attention();
    return std::to_string(found.held) + " of " + std::to_string(found.planned);
  }

 private:
  static std::map<std::string, std::string> with_party(const std::string& fields,
                                                       std::map<std::string, std::string> files) {
    files["relationships/dhhs.yaml"] =
        "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: strategic\n" +
        fields;
    return files;
  }

  Assessed read_;
};

}  // namespace brm::test
