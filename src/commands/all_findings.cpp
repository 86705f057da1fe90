#include "commands/all_findings.h"

#include <algorithm>

#include "commands/rule_list.h"
#include "commands/values.h"
#include "rules/allowances.h"
#include "rules/check_records.h"

namespace brm {
namespace {

/// The rules on records, while each is read.
class CheckingVisitor final : public RecordVisitor {
 public:
  CheckingVisitor(const Item* office, Date as_of)
      : rules_(office, as_of), keeps_records_(has_house_rules(office)) {}
  void visit(const Item& record, const SourceFile& source, Findings& findings) override {
    rules_.check(record, source, findings);
  }
  /// The office's own rules may ask for any field.
  bool keeps_records() const override { return keeps_records_; }

 private:
  RecordRules rules_;
  bool keeps_records_;
};

/// A rule of neither brm nor the office.
std::optional<Failure> wrong_rule(const ChoiceOptions& choice,
                                  const std::vector<const RuleWords*>& rules) {
  std::vector<std::string_view> names;
  for (const RuleWords* words : rules) names.push_back(words->name);
  for (const auto* list : {&choice.only, &choice.ignored}) {
    for (const std::string& rule : *list) {
      if (std::find(names.begin(), names.end(), rule) != names.end()) continue;
      Failure failure = unknown_word(values::rule.what, rule, names);
      if (!failure.help.starts_with("did")) failure.help = words_help(values::rule);
      return failure;
    }
  }
  return std::nullopt;
}

}  // namespace

MakeVisitor rules_on_records(Date as_of) {
  return [as_of](const Item* office) { return std::make_unique<CheckingVisitor>(office, as_of); };
}

Result<AllFindings> find_all(Reading& reading, const ChoiceOptions& choice,
                             const Invocation& invocation) {
  AllFindings out;
  const std::vector<const RuleWords*> built_in = all_rule_words();
  out.house = read_house_rules(reading.portfolio, built_in);
  std::vector<const RuleWords*> rules = built_in;
  for (const RuleWords* words : out.house.words()) rules.push_back(words);
  if (const auto failure = wrong_rule(choice, rules)) return *failure;
  const Assessment assessed(reading.portfolio, invocation.as_of);
  check_portfolio(assessed, invocation.reading.jobs, reading.findings);
  out.house.check(assessed, reading.findings);
  review_findings({assessed, built_in, rules}, reading.findings);
  out.list = std::move(reading.findings.list());
  out.aside = suppress_allowed(assessed, out.list);
  out.allowed = out.aside.size();
  choose_findings(choice, reading.portfolio, assessed.policy(), out.list, out.aside);
  sort_by_place(out.list, reading.portfolio);
  sort_by_place(out.aside, reading.portfolio);
  return out;
}

void restore_lines(std::span<const Finding> findings, const Folder& folder, Reading& reading) {
  for (const Finding& finding : findings) {
    restore_bytes(folder, finding.place.file, reading);
    if (finding.second) restore_bytes(folder, finding.second->span.file, reading);
  }
}

}  // namespace brm
