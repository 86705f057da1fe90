#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "assess/facts.h"
#include "base/folding.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/explain_policy.h"
#include "commands/field_words.h"
#include "commands/manual_findings.h"
#include "commands/office_rules.h"
#include "commands/output_options.h"
#include "commands/rule_list.h"
#include "commands/values.h"
#include "exchange/filters.h"
#include "exchange/mapping_fields.h"
#include "model/all_kinds.h"
#include "model/synonyms.h"
#include "rules/effort.h"

namespace brm {
namespace {

struct Options {
  std::string topic;
  OutputOptions output;
};

Section section_of(std::string title) { return {std::move(title), {}, {}, {}, "", ""}; }

Detail detail(std::string_view key, std::string_view text) {
  return {std::string(key), std::string(key), cell(std::string(text))};
}

Document explain_rule(const RuleWords& words) {
  Document document;
  document.name = "explain rule";
  document.title = std::string(words.name);
  document.subtitle = std::string(to_text(words.severity));
  document.summary = {detail("what", words.summary), detail("why", words.why),
                      detail("mend", words.mend)};
  if (words.weight == Weight::by_effort) {
    document.summary.push_back(detail("asked", rules::effort_words));
  }
  if (!words.faulty.empty()) {
    document.sections.push_back(section_of("This fails"));
    document.sections.back().code_key = "faulty";
    document.sections.back().code = words.faulty;
  }
  if (!words.sound.empty()) {
    document.sections.push_back(section_of("This passes"));
    document.sections.back().code_key = "sound";
    document.sections.back().code = words.sound;
  }
  return document;
}

Document explain_field(const Kind& kind, const Field& field) {
  Document document;
  document.name = "explain field";
  document.title = fmt::format("{}.{}", kind.name, field.name);
  document.summary = {detail("what", field.meaning), detail("written as", value_words(field))};
  if (field.need != Need::optional) document.summary.push_back(detail("need", need_words(field)));
  if (!field.implied.empty()) document.summary.push_back(detail("left out", field.implied));
  if (field.type == Type::whole) document.summary.push_back(detail("range", range_words(field)));
  if (field.part != nullptr) {
    document.next = fmt::format("Its fields: brm explain {}", field.part->name);
  }
  return document;
}

Table field_table(const Kind& kind) {
  Table table{"fields",
              "",
              {{"name", "field"},
               {"need", "need"},
               {"type", "written as", Align::left, Room::shrink},
               {"meaning", "meaning", Align::left, Room::shrink},
               {"default", "left out"}},
              {},
              ""};
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    if (kind.index_of(field.name) != i) continue;
    table.rows.push_back({cell(std::string(field.name), Tone::strong),
                          cell(std::string(need_words(field))), cell(value_words(field)),
                          cell(std::string(field.meaning)), cell(std::string(field.implied))});
  }
  return table;
}

Document explain_kind(const Kind& kind) {
  Document document;
  document.name = "explain kind";
  document.title = std::string(kind.name);
  document.summary = {detail("what", kind.meaning)};
  if (!kind.shorthand.empty()) {
    document.summary.push_back(
        detail("short", fmt::format("a bare value is its `{}`", kind.shorthand)));
  }
  if (const std::string forms = alternative_words(kind); !forms.empty()) {
    document.summary.push_back(detail("forms", forms));
  }
  document.sections.push_back(section_of("Written"));
  document.sections.back().tables.push_back(field_table(kind));
  Table computed{"computed",
                 "",
                 {{"name", "name"}, {"meaning", "meaning", Align::left, Room::shrink}},
                 {},
                 ""};
  for (const ComputedField& field : computed_fields()) {
    if (!is_of(field, kind)) continue;
    computed.rows.push_back(
        {cell(std::string(field.name), Tone::strong), cell(std::string(field.meaning))});
  }
  document.sections.push_back(section_of("Computed, for --where, --columns and --sort"));
  document.sections.back().tables.push_back(std::move(computed));
  return document;
}

/// The keys of the files that `brm import` reads, and what they do to values.
Document explain_mapping() {
  Document document;
  document.name = "explain mapping";
  document.title = std::string(kinds::mapping_topic);
  document.summary = {detail("what", kinds::import_map.meaning)};
  constexpr std::pair<std::string_view, const Kind*> levels[] = {
      {"Keys of the file", &kinds::import_map},
      {"Entries of tables", &kinds::import_table},
      {"Entries of records", &kinds::import_records},
      {"Entries of a list, made from rows", &kinds::import_parts}};
  for (const auto& [title, kind] : levels) {
    document.sections.push_back(section_of(std::string(title)));
    document.sections.back().tables.push_back(field_table(*kind));
    document.sections.back().tables.back().key = plain_word(kind->plural);
  }
  Table filters{"filters",
                "",
                {{"name", "filter"},
                 {"arguments", "with"},
                 {"meaning", "what", Align::left, Room::shrink},
                 {"example", "example"}},
                {},
                ""};
  for (const Filter& each : all_filters()) {
    filters.rows.push_back({cell(std::string(each.name), Tone::strong),
                            cell(std::string(each.arguments)), cell(std::string(each.meaning)),
                            cell(std::string(each.example))});
  }
  document.sections.push_back(section_of("Filters, between a column's name and its brace"));
  document.sections.back().tables.push_back(std::move(filters));
  document.next = "man 5 brm-import says how they go together, with examples.";
  return document;
}

Document explain_verdict(const VerdictWords& words) {
  Document document;
  document.name = "explain verdict";
  document.title = std::string(words.name);
  document.subtitle = "verdict";
  document.summary = {detail("when", words.summary), detail("next", words.next)};
  if (words.verdict != Verdict::none) {
    document.summary.push_back(
        detail("evidence", words.is_judged ? "counts as judged: it makes an initiative evidenced"
                                           : "does not count as judged"));
  }
  return document;
}

/// `x-allow` of every record.
Document explain_allowances() {
  Document document = explain_kind(kinds::allowance);
  document.title = "x-allow";
  document.summary.push_back(
      detail("counts",
             "for the findings of its rule in the same record, to the end of `until`; "
             "what could not be read is never accepted"));
  document.sections.push_back(section_of("As in"));
  document.sections.back().code_key = "example";
  document.sections.back().code = allowance_example;
  return document;
}

/// One of this office's own, which has a condition and no examples.
Document explain_house_rule(const HouseRule& rule) {
  Document document = explain_rule(rule.words);
  document.summary.insert(document.summary.begin() + 1,
                          {detail("kind", rule.kind->name), detail("where", rule.condition)});
  return document;
}

const HouseRule* find_house_rule(const OfficeRules* office, std::string_view name) {
  if (office == nullptr) return nullptr;
  for (const HouseRule& rule : office->house.rules) {
    if (rule.words.name == name) return &rule;
  }
  return nullptr;
}

Table rule_table(std::string key, std::string title) {
  return {
      std::move(key),
      std::move(title),
      {{"name", "rule"}, {"severity", "severity"}, {"summary", "what", Align::left, Room::shrink}},
      {},
      ""};
}

void add_rule(const RuleWords& words, Table& table) {
  table.rows.push_back({cell(std::string(words.name), Tone::strong),
                        cell(std::string(to_text(words.severity))),
                        cell(std::string(words.summary))});
}

/// `office` may be null.
Document explain_all(const OfficeRules* office) {
  Document document;
  document.name = "explain";
  document.title = "What can be explained";
  Table rules = rule_table("rules", "Rules");
  for (const RuleWords* words : all_rule_words()) add_rule(*words, rules);
  Table house = rule_table("house_rules", "\nRules of this office's own");
  if (office != nullptr) {
    for (const HouseRule& rule : office->house.rules) add_rule(rule.words, house);
  }
  Table kinds_table{"kinds",
                    "\nKinds of records and their parts",
                    {{"name", "kind"}, {"meaning", "what", Align::left, Room::shrink}},
                    {},
                    ""};
  for (const Kind* kind : all_kinds()) {
    kinds_table.rows.push_back(
        {cell(std::string(kind->name), Tone::strong), cell(std::string(kind->meaning))});
  }
  Table verdicts{"verdicts",
                 "\nVerdicts",
                 {{"name", "verdict"}, {"summary", "when", Align::left, Room::shrink}},
                 {},
                 ""};
  for (const VerdictWords& words : verdict_words()) {
    verdicts.rows.push_back(
        {cell(std::string(words.name), Tone::strong), cell(std::string(words.summary))});
  }
  document.sections.push_back(section_of(""));
  document.sections.back().tables = {std::move(rules)};
  if (!house.rows.empty()) document.sections.back().tables.push_back(std::move(house));
  document.sections.back().tables.push_back(std::move(kinds_table));
  document.sections.back().tables.push_back(std::move(verdicts));
  document.next = "brm explain RULE, KIND, KIND.FIELD, VERDICT, policy or mapping says more.";
  return document;
}

Document explain_computed(const ComputedField& field) {
  Document document;
  document.name = "explain computed";
  document.title =
      field.kind.empty() ? std::string(field.name) : fmt::format("{}.{}", field.kind, field.name);
  document.subtitle = "computed";
  document.summary = {detail("what", field.meaning),
                      detail("is", field.words.empty() ? std::string(to_text(field.type))
                                                       : "one of " + join_or(field.words))};
  document.next = "For --where, --columns and --sort.";
  return document;
}

/// By its name, or its kind's and its own.
const ComputedField* find_computed(std::string_view topic) {
  const std::size_t dot = topic.find('.');
  for (const ComputedField& field : computed_fields()) {
    if (topic == field.name) return &field;
    const bool is_kind = dot != std::string_view::npos && topic.substr(0, dot) == field.kind;
    if (is_kind && topic.substr(dot + 1) == field.name) return &field;
  }
  return nullptr;
}

/// `stale_factor`, as verdicts call it: a field of the policy.
std::optional<Document> explain_threshold(const std::string& topic) {
  const std::size_t index = kinds::policy.index_of(topic);
  if (index == kinds::policy.size()) return std::nullopt;
  return explain_field(kinds::policy, kinds::policy.field(index));
}

/// A rule, kind, field or verdict by its name; empty when there is none.
std::optional<Document> explain_topic(const std::string& topic) {
  if (topic == "x-allow") return explain_allowances();
  for (const RuleWords* words : all_rule_words()) {
    if (words->name == topic) return explain_rule(*words);
  }
  for (const VerdictWords& words : verdict_words()) {
    if (words.name == topic) return explain_verdict(words);
  }
  if (topic == kinds::mapping_topic) return explain_mapping();
  const std::size_t dot = topic.find('.');
  const Kind* kind = find_kind(topic.substr(0, dot));
  if (dot != std::string::npos || kind == nullptr) {
    if (const ComputedField* field = find_computed(topic)) return explain_computed(*field);
  }
  if (kind == nullptr) return explain_threshold(topic);
  if (dot == std::string::npos) return explain_kind(*kind);
  const std::size_t index = kind->index_of(std::string_view(topic).substr(dot + 1));
  if (index == kind->size()) return std::nullopt;
  return explain_field(*kind, kind->field(index));
}

/// `outcme.target`: the kind is misspelt, and perhaps the field too.
Failure unknown_topic(const std::string& topic) {
  const std::size_t dot = topic.find('.');
  if (dot == std::string::npos) return unknown_value(values::topic, topic);
  std::vector<std::string_view> kind_names;
  for (const Kind* kind : all_kinds()) kind_names.push_back(kind->name);
  const std::string head = topic.substr(0, dot);
  const std::string tail = topic.substr(dot + 1);
  const Kind* kind = find_kind(head);
  const auto meant = kind == nullptr ? meant_by(head, kind_names) : kind->name;
  if (!meant) return unknown_value(values::topic, topic);
  const std::vector<std::string_view> fields = names_of(*find_kind(*meant));
  if (kind != nullptr) return unknown_word(fmt::format("field of {}", kind->name), tail, fields);
  return {fmt::format("there is no kind `{}`", visible(head)),
          fmt::format("did you mean `{}.{}`?", *meant, meant_by(tail, fields).value_or(tail))};
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  if (options.topic.empty()) {
    const auto office = read_office_rules(invocation);
    return put_document(invocation, explain_all(office.get()), output.value());
  }
  if (options.topic == "policy") {
    const auto opened = open_records(invocation);
    if (!opened.ok()) return invocation.fail(opened.failure());
    const Assessment assessed(opened.value().reading.portfolio, invocation.as_of);
    return put_document(invocation, explain_policy(assessed), opened.value(), output.value());
  }
  if (const auto document = explain_topic(options.topic)) {
    return put_document(invocation, *document, output.value());
  }
  const auto office = read_office_rules(invocation);
  if (const HouseRule* rule = find_house_rule(office.get(), options.topic)) {
    return put_document(invocation, explain_house_rule(*rule), output.value());
  }
  return invocation.fail(unknown_topic(options.topic));
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("TOPIC", options->topic,
                       "A rule, kind, KIND.FIELD, verdict, policy, or mapping"),
        values::topic);
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command explain{
    .name = "explain",
    .summary = "Say what a rule, field, verdict or threshold means",
    .description =
        "Works without records. A rule is shown with an example that fails and one that "
        "passes; those of the office itself too, where its folder is at hand. `brm explain policy` "
        "prints what is in force and where it comes from.",
    .examples =
        "  brm explain dangling-reference\n"
        "  brm explain outcome.target\n"
        "  brm explain off_track\n"
        "  brm explain policy\n",
    .also = "describe what why",
    .add = add,
};

}  // namespace commands
}  // namespace brm
