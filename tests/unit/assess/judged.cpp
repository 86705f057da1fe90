#include "unit/assess/judged.h"

#include <fmt/format.h>

namespace brm::test {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? "" : std::string(text.substr(first));
}

std::string way(const std::string& direction, int from, int to, int due) {
  return fmt::format(
      "    indicator: {{measure: share done, unit: steps, direction: {}}}\n"
      "    baseline: {{date: {}, value: {}}}\n"
      "    target: {{date: {}, value: {}}}\n",
      direction, day_text(0), from, day_text(due), to);
}

}  // namespace

const Item& Assessed::item(const std::string& reference) const {
  const Item* found = reading.portfolio.find(reference);
  REQUIRE_MESSAGE(found != nullptr, reference);
  return *found;
}

const Judgement& Assessed::outcome(const std::string& reference) const {
  return assessment.outcome(item(reference));
}

const InitiativeJudgement& Assessed::initiative(const std::string& id) const {
  return assessment.initiative(item(id));
}

Date date_of(const std::string& text) {
  const DateReading reading = read_date(text);
  REQUIRE_MESSAGE(reading.fault == DateFault::none, text);
  return reading.date;
}

std::map<std::string, std::string> folder_with(const std::string& outcome_fields,
                                               const std::string& policy) {
  const std::string office =
      "kind: office\nid: cio-office\ntitle: Office\njurisdiction: Ohio\ncurrency: USD\n";
  const std::string initiative =
      "kind: initiative\n"
      "id: work\n"
      "title: Work\n"
      "type: project\n"
      "status: active\n"
      "parties: [{relationship: dhhs, role: sponsor}]\n"
      "outcomes:\n"
      "  - id: it\n"
      "    title: It changes\n";
  const std::string policy_field = policy.empty() ? "" : "policy: {" + policy + "}\n";
  return {{"brm.yaml", office + policy_field},
          {"initiatives/work.yaml", initiative + outcome_fields}};
}

Judged judge_outcome(const std::string& fields, Date as_of, const std::string& policy,
                     Records records) {
  const Assessed assessed(folder_with(fields, policy), as_of);
  for (const Finding& finding : assessed.reading.findings.list()) {
    CHECK_MESSAGE(records == Records::faulty, finding.message);
  }
  Judged judged{assessed.outcome("work/it"), "", "", ""};
  judged.word = to_text(judged.verdict);
  const SourceFile& file = assessed.reading.portfolio.file(judged.proof.file);
  judged.proof_line = fmt::format("{}: {}", file.line_column(judged.proof.offset).line,
                                  trimmed(file.line_at(judged.proof.offset)));
  judged.proof_text = file.bytes().substr(judged.proof.offset, judged.proof.length);
  return judged;
}

Judged judge_outcome(const std::string& fields, const std::string& as_of, const std::string& policy,
                     Records records) {
  return judge_outcome(fields, date_of(as_of), policy, records);
}

Date day(int number) { return date_of("2026-01-01") + number; }
std::string day_text(int number) { return to_text(day(number)); }

std::string measured(const Values& values) {
  if (values.empty()) return "";
  std::string text = "    measurements:\n";
  for (const auto& [number, value] : values) {
    text += fmt::format("      - {{date: {}, value: {}}}\n", day_text(number), value);
  }
  return text;
}

std::string climb(const Values& values, int due) {
  return way("increase", 0, 100, due) + measured(values);
}

std::string descent(const Values& values, int due) {
  return way("decrease", 100, 0, due) + measured(values);
}

std::string verdicts_on(const std::string& fields, const std::vector<int>& days,
                        const std::string& policy) {
  return each(days, [&](int as_of) { return judge_outcome(fields, day(as_of), policy).word; });
}

}  // namespace brm::test
