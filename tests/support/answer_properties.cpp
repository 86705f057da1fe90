#include "support/answer_properties.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "commands/baseline.h"
#include "commands/rule_list.h"
#include "model/all_kinds.h"
#include "read/folder.h"
#include "read/read_portfolio.h"
#include "render/build_log.h"
#include "render/findings.h"
#include "render/format.h"
#include "render/graph.h"
#include "reports/kind_table.h"
#include "reports/relation_graph.h"
#include "reports/report.h"
#include "rules/allowances.h"
#include "rules/check_records.h"
#include "rules/house_rules.h"
#include "support/markup_properties.h"
#include "support/value_properties.h"

namespace brm::test {
namespace {

Date as_of() { return read_date("2026-07-08").date; }

bool is_json(std::string_view name) {
  return name == "json" || name == "sarif" || name == "gitlab" || name == "rdjson";
}
bool is_markup(std::string_view name) { return name == "html" || name == "svg"; }

/// Its entries are not compressed: APPNOTE.TXT, 4.3.7.
std::string broken_workbook(std::string_view bytes) {
  constexpr std::string_view signature = "PK\x03\x04";
  constexpr std::size_t header = 30;
  const auto number = [&](std::size_t at, std::size_t count) {
    std::size_t out = 0;
    while (count-- > 0) out = out * 256 + static_cast<unsigned char>(bytes[at + count]);
    return out;
  };
  std::size_t entries = 0;
  for (; bytes.starts_with(signature) && bytes.size() > header; ++entries) {
    const std::size_t first = header + number(26, 2) + number(28, 2);
    const std::size_t size = number(22, 4);
    if (first + size > bytes.size()) return "an entry that ends too early";
    const std::string broken = broken_xml(std::string(bytes.substr(first, size)));
    if (!broken.empty()) return broken;
    bytes.remove_prefix(first + size);
  }
  return entries > 4 ? "" : "a workbook without sheets";
}

/// What does not hold of bytes in a format of this name.
std::string broken_format(std::string_view name, const std::string& bytes) {
  const auto said = [&](const std::string& broken) {
    return broken.empty() ? "" : std::string(name) + ": " + broken;
  };
  if (is_json(name)) return said(nlohmann::json::accept(bytes) ? "" : "JSON that cannot be read");
  if (name == "csv") return said(broken_csv(bytes));
  if (name == "email") return said(broken_email(bytes));
  if (name == "junit" || name == "checkstyle") return said(broken_xml(bytes));
  if (name == "xlsx") return said(broken_workbook(bytes));
  if (!is_harmless(bytes)) return said("a control character comes through");
  if (is_markup(name)) return said(broken_markup(bytes));
  return said(holds_order(lines_for_build_log(bytes)) ? "an order comes through" : "");
}

class RulesOnRecords final : public RecordVisitor {
 public:
  explicit RulesOnRecords(const Item* office) : rules_(office, as_of()) {}
  void visit(const Item& record, const SourceFile& source, Findings& findings) override {
    rules_.check(record, source, findings);
  }
  bool keeps_records() const override { return true; }  // they are asked for by reports as well

 private:
  RecordRules rules_;
};

/// A records folder, read and judged as `brm check` does.
struct Judged {
  explicit Judged(const MemoryFolder& folder) {
    ReadOptions options;
    options.jobs = 1;
    options.visitor = [](const Item* office) { return std::make_unique<RulesOnRecords>(office); };
    reading = read_portfolio(folder, options);
    for (std::uint32_t i = 0; i < reading.portfolio.files().size(); ++i) {
      restore_bytes(folder, i, reading);
    }
    assessed.emplace(reading.portfolio, as_of(), 1);
  }
  Reading reading;
  std::optional<Assessment> assessed;
};

/// A baseline accepts what it was written of.
std::string broken_round(const std::vector<Finding>& findings,
                         const std::vector<std::string>& marks, const Portfolio& portfolio) {
  const auto read = Baseline::read(baseline_text(findings, marks, portfolio), "baseline");
  if (!read.ok()) return "a baseline is not read again";
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!read.value().holds(marks[i], findings[i].severity)) return "a baseline lost a finding";
  }
  if (std::set<std::string>(marks.begin(), marks.end()).size() != marks.size()) {
    return "two findings have one fingerprint";
  }
  return read.value().known().size() == marks.size() ? "" : "a baseline has more";
}

std::string broken_findings(Judged& judged, const FindingsFormat& format) {
  Reading& reading = judged.reading;
  const Assessment& assessed = *judged.assessed;
  const std::vector<const RuleWords*> built_in = all_rule_words();
  const HouseRules house = read_house_rules(reading.portfolio, built_in);
  std::vector<const RuleWords*> rules = built_in;
  for (const RuleWords* words : house.words()) rules.push_back(words);
  check_portfolio(assessed, 1, reading.findings);
  house.check(assessed, reading.findings);
  review_findings({assessed, built_in, rules}, reading.findings);
  std::vector<Finding> findings = std::move(reading.findings.list());
  const std::size_t allowed = suppress_allowed(assessed, findings).size();
  const std::vector<std::string> marks = fingerprints(findings, reading.portfolio);
  FindingsPage page{findings, findings.size(),
                    [&](std::uint32_t i) -> const SourceFile& { return reading.portfolio.file(i); },
                    reading.files_read, reading.troubles.size()};
  page.files = reading.portfolio.files().size();
  page.fingerprints = marks;
  page.troubles = reading.troubles;
  page.allowed = allowed;
  const std::string broken = broken_format(format.words.name, format.render(page, {}));
  if (!broken.empty()) return broken;
  if (const std::string summary = render_job_summary(page); !is_harmless(summary)) {
    return "a control character comes through in the page of a run";
  }
  return broken_round(findings, marks, reading.portfolio);
}

/// The report of all that `chosen` options ask for; empty where nothing has what it is about.
std::optional<Document> document_of(const Judged& judged, const Report& report, bool draws,
                                    bool has_options) {
  ReportRequest request;
  request.draws = draws;
  if (report.subject != nullptr) {
    const auto& all = judged.reading.portfolio.all(*report.subject);
    if (all.empty()) return std::nullopt;
    request.subject = all.front();
  }
  if (has_options) {
    for (const ReportOption* option : report.options) {
      if (option->names == nullptr) request.chosen.push_back({option, nullptr});
    }
    if (report.simulates == Simulates::yes) request.simulation = SimulationRequest{100, 1, 1};
  }
  return report.make(*judged.assessed, request);
}

std::string broken_document(const Document& document, const Format& format) {
  require_agreement(document);
  Rendering rendering;
  rendering.day = as_of();
  if (format.words.name != "csv") {
    return broken_format(format.words.name, format.render(document, rendering));
  }
  for (const std::string& table : csv_tables(document)) {
    rendering.table = table;
    const std::string broken = broken_format("csv", format.render(document, rendering));
    if (!broken.empty()) return broken;
  }
  return "";
}

Document document_of(const Judged& judged, const Kind& kind) {
  Document document;
  document.name = kind.plural;
  document.title = kind.plural;
  document.sections.emplace_back();
  document.sections.back().tables.push_back(kind_table(*judged.assessed, kind, {}));
  return document;
}

template <class List>
const auto& one_of(const List& list, char letter) {
  return list[static_cast<unsigned char>(letter) % list.size()];
}

/// Small, but with something of every type that conditions can ask for.
constexpr std::string_view small_folder = R"(# brm.yaml
kind: office
id: office
title: Office
jurisdiction: Tamarack
currency: USD
fiscal_year_starts: 07-01
goals:
  - {id: easy, statement: It is easy, owner: jo, from: 2024-07-01, until: 2028-06-30}
# people/jo.yaml
kind: person
id: jo
name: Jo Ö.
role: manager
# relationships/health.yaml
kind: relationship
id: health
title: Department of "Health"
type: agency
tier: strategic
manager: jo
agreements:
  - {id: paper, title: Paper, type: mou, value: EUR 125000.50, period: {start: 2025-01-01, end: 2027-01-01}}
# initiatives/portal.yaml
kind: initiative
id: portal
title: Portal
status: active
goals: [easy]
parties:
  - {relationship: health, role: sponsor}
budget: {currency: USD}
outcomes:
  - id: days
    title: Days to decide
    unit: days
    direction: decrease
    baseline: {value: 45.5, date: 2025-01-31}
    target: {value: 30, date: 2026-12-31}
    measurements:
      - {date: 2025-06-30, value: 42}
      - {date: 2026-06-30, value: 28}
risks:
  - {id: late, event: It is late, managed_by: jo, probability: 30%, impact: 100000}
)";

std::string broken_where_of(const Judged& judged, const Kind& kind, const std::string& text) {
  const auto bound = bind_where(kind, text);
  if (const auto* fault = std::get_if<ExpressionFault>(&bound)) {
    if (fault->offset > text.size()) return "the fault of a condition is behind it";
    if (fault->message.empty()) return "the fault of a condition is not told";
    return is_harmless(fault->message + fault->help) ? "" : "a fault holds what a terminal obeys";
  }
  const auto opposite = bind_where(kind, "not (" + text + ")");
  const Where* negated = std::get_if<Where>(&opposite);
  if (negated == nullptr) {
    // Two levels more may be too many.
    const auto& fault = std::get<ExpressionFault>(opposite);
    return fault.message.find("too deep") != fault.message.npos ? "" : "what holds has no opposite";
  }
  for (const Item* item : judged.reading.portfolio.all(kind)) {
    const bool holds = std::get<Where>(bound).holds(*judged.assessed, *item);
    if (holds == negated->holds(*judged.assessed, *item)) return "a condition and its opposite";
  }
  return "";
}

}  // namespace

std::string broken_answer(const std::string& text) {
  if (text.size() < 2) return "";
  const std::size_t end = std::min(text.find('\n'), text.size());
  Judged judged(folder_of(std::string_view(text).substr(std::min(end + 1, text.size()))));
  const auto reports = all_reports();
  const auto kinds = all_kinds();
  const auto what = static_cast<unsigned char>(text[0]);
  constexpr unsigned all = 128;  // letters below ask for reports, then for the rest
  if (what >= all / 2 && what < all) {
    const auto documents = document_formats();
    const Format& format = one_of(documents, text[1]);
    const Report& report = *one_of(reports, text[0]);
    const bool has_options = end > 2;
    const auto document = document_of(judged, report, format.words.name == "html", has_options);
    return document ? broken_document(*document, format) : "";
  }
  if (what % 4 == 0)
    return broken_document(document_of(judged, *one_of(kinds, text[1])),
                           one_of(document_formats(), text[end > 2 ? 2 : 1]));
  if (what % 4 == 1) {
    const GraphFormat& format = one_of(graph_formats(), text[1]);
    return broken_format(format.words.name,
                         format.render(compute_graph(*judged.assessed, Where{})));
  }
  return broken_findings(judged, one_of(findings_formats(), text[1]));
}

std::string broken_where(const std::string& text) {
  static const Judged judged(folder_of(small_folder));
  for (const Kind* kind : all_kinds()) {
    std::string broken = broken_where_of(judged, *kind, text);
    if (!broken.empty()) return std::string(kind->name) + ": " + broken;
  }
  return "";
}

std::string broken_baseline(const std::string& text) {
  const auto read = Baseline::read(text, "baseline");
  if (!read.ok()) {
    return is_harmless(read.failure().message) ? "" : "a fault holds what a terminal obeys";
  }
  std::vector<std::string> marks;
  for (const auto& [mark, known] : read.value().known()) {
    if (!is_harmless(known.path + known.words)) return "a baseline holds what a terminal obeys";
    marks.push_back(mark);
  }
  const auto again = Baseline::read(text + "\n# more\n", "baseline");
  if (!again.ok()) return "a comment behind it is no comment";
  const bool is_same =
      again.value().known().size() == marks.size() &&
      std::equal(marks.begin(), marks.end(), again.value().known().begin(),
                 [](const std::string& mark, const auto& known) { return mark == known.first; });
  return is_same ? "" : "a comment behind it counts";
}

}  // namespace brm::test
