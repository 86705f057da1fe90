#include "commands/all_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "commands/office_rules.h"
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

/// Of each file whether it holds no record that can be read. The other policy is none of the
/// folder's.
std::vector<bool> lost_files(const Portfolio& portfolio, const ReadOptions& options) {
  std::vector<bool> lost(portfolio.files().size(), true);
  for (const Item* record : portfolio.records()) lost[record->file] = false;
  if (options.policy && !lost.empty()) lost.back() = false;
  return lost;
}

/// Only for files of which nothing else says it. The list is sorted by path.
void add_unasked(const ChoiceOptions& choice, const Portfolio& portfolio, AllFindings& out) {
  for (auto from = out.list.begin(); from != out.list.end();) {
    const auto to = std::find_if(from, out.list.end(), [&](const Finding& each) {
      return each.place.file != from->place.file;
    });
    const auto why =
        std::find_if(from, to, [&](const Finding& each) { return out.takes_all(each); });
    const bool is_said = std::any_of(why, to, [&](const Finding& each) {
      return out.takes_all(each) && is_asked_for(choice, portfolio, each);
    });
    if (why != to && !is_said) out.unasked.push_back(*why);
    from = to;
  }
}

/// Where another policy counts than the folder's own, a rule of the office and what accepts its
/// findings may come in one change: the allowance is early then, and not wrong.
void excuse_early_allowances(const Invocation& invocation, const Portfolio& portfolio,
                             std::vector<Finding>& findings) {
  if (!invocation.reading.policy) return;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string_view> named;
  for (const Item* record : portfolio.records()) {
    for (const Allowance& each : allowances_of(*record)) {
      named.emplace(std::pair(each.rule_place.file, each.rule_place.offset), each.rule);
    }
  }
  const auto office = named.empty() ? nullptr : read_office_rules(invocation);
  if (office == nullptr) return;
  for (Finding& finding : findings) {
    if (finding.rule->name != "unknown-rule") continue;
    const auto found = named.find({finding.place.file, finding.place.offset});
    const bool is_early =
        found != named.end() &&
        std::any_of(office->house.rules.begin(), office->house.rules.end(),
                    [&](const HouseRule& rule) { return rule.words.name == found->second; });
    if (!is_early) continue;
    finding.severity = Severity::note;
    finding.message = fmt::format(
        "`{}` is a rule of the folder's own brm.yaml, and not of the "
        "policy that counts here",
        visible(found->second));
    finding.help = "nothing: it counts as soon as that brm.yaml does";
  }
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
  excuse_early_allowances(invocation, reading.portfolio, reading.findings.list());
  out.list = std::move(reading.findings.list());
  const Portfolio& portfolio = reading.portfolio;
  sort_by_place(out.list, portfolio);
  out.accepted = suppress_allowed(assessed, out.list);
  out.lost = lost_files(portfolio, invocation.reading);
  add_unasked(choice, portfolio, out);
  choose_findings(choice, portfolio, assessed.policy(), out.list, out.silenced);
  return out;
}

void restore_lines(std::span<const Finding> findings, const Folder& folder, Reading& reading) {
  for (const Finding& finding : findings) {
    restore_bytes(folder, finding.place.file, reading);
    if (finding.second) restore_bytes(folder, finding.second->span.file, reading);
  }
}

}  // namespace brm
