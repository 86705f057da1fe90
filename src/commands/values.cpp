#include "commands/values.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "assess/facts.h"
#include "assess/verdict.h"
#include "base/spelling.h"
#include "commands/command.h"
#include "commands/exchange_values.h"
#include "commands/history_values.h"
#include "commands/new_parts.h"
#include "commands/recorded.h"
#include "commands/rule_list.h"
#include "commands/shell_scripts.h"
#include "commands/writing_values.h"
#include "exchange/mapping_fields.h"
#include "model/all_kinds.h"
#include "render/export.h"
#include "render/findings.h"
#include "render/format.h"
#include "render/graph.h"
#include "reports/report.h"

namespace brm {
namespace {

std::vector<Word> audience_words() {
  return {{"public", "Public records alone."},
          {"internal", "All but restricted records."},
          {"restricted", "All records."}};
}

std::vector<Word> colour_words() {
  return {{"auto", "Colour where the output is a terminal."},
          {"always", "Colour in a pipe or file too."},
          {"never", "No colour."}};
}

std::vector<Word> reader_words() {
  return {{"auto", "What is written as usual is read by brm itself, all else by yaml-cpp."},
          {"yaml-cpp", "Every file by yaml-cpp: the same answers, many times slower."}};
}

std::vector<Word> severity_words() {
  return {{"error", "Only errors."}, {"warning", "Warnings too."}, {"note", "Whatever is found."}};
}

std::vector<Word> command_words() {
  std::vector<Word> out;
  for (const Command* each : all_commands()) out.push_back({each->name, each->summary});
  return out;
}

std::vector<Word> report_words() {
  std::vector<Word> out;
  for (const Report* each : all_reports()) out.push_back({each->name, each->summary});
  return out;
}

std::vector<Word> answer_words() {
  std::vector<Word> out = report_words();
  out.push_back({"check", "The findings of `brm check`."});
  return out;
}

std::vector<Word> rule_words() {
  std::vector<Word> out;
  for (const RuleWords* each : all_rule_words()) out.push_back({each->name, each->summary});
  return out;
}

std::vector<Word> kind_words() {
  std::vector<Word> out;
  for (const Kind* each : all_kinds()) out.push_back({each->plural, each->meaning});
  return out;
}

std::vector<Word> format_words() {
  std::vector<Word> out;
  for (const Format& each : document_formats())
    out.push_back({each.words.name, each.words.summary});
  return out;
}

std::vector<Word> agenda_format_words() {
  std::vector<Word> out;
  for (const Format& each : agenda_formats()) out.push_back({each.words.name, each.words.summary});
  return out;
}

std::vector<Word> export_format_words() {
  std::vector<Word> out;
  for (const ExportFormat& each : export_formats()) {
    out.push_back({each.words.name, each.words.summary});
  }
  return out;
}

std::vector<Word> exported_words() {
  std::vector<Word> out = kind_words();
  out.push_back({"all", "Every kind, into one SQLite file."});
  return out;
}

std::vector<Word> schema_kind_words() {
  std::vector<Word> out = kind_words();
  out.push_back({kinds::mapping_topic, kinds::import_map.meaning});
  return out;
}

std::vector<Word> graph_format_words() {
  std::vector<Word> out;
  for (const GraphFormat& each : graph_formats())
    out.push_back({each.words.name, each.words.summary});
  return out;
}

std::vector<Word> finding_format_words() {
  std::vector<Word> out;
  for (const FindingsFormat& each : findings_formats()) {
    out.push_back({each.words.name, each.words.summary});
  }
  return out;
}

std::vector<Word> shell_words() {
  std::vector<Word> out;
  for (const ShellScript& each : shell_scripts()) out.push_back({each.shell, each.meaning});
  out.push_back({"candidates", "What may follow the WORDs, one a line: what the scripts ask."});
  return out;
}

std::vector<Word> step_words() {
  return {{"week", "The as-of date, and every seventh day before."},
          {"month", "The as-of date, and the same day of each month before."}};
}

std::vector<Word> value_format_words() {
  return {{"text", "The bare value; of several each on a line."},
          {"json", "The value as json, a list where there may be several."}};
}

std::vector<Word> recorded_words() {
  std::vector<Word> out;
  for (const Recorded& each : all_recorded()) out.push_back({each.name, each.meaning});
  return out;
}

std::vector<Word> scale_words() {
  return {{"rag", "The colours green, amber and red."},
          {"cio_1_5", "1 for high risk to 5 for low risk."}};
}

std::vector<Word> effect_words() {
  return {{"yes", "It did what it was meant to do."},
          {"partly", "Some of it."},
          {"no", "It did not."},
          {"unclear", "Nobody can tell."}};
}

/// Kinds that stand in a file, or in a list of one under an id.
std::vector<Word> new_kind_words() {
  std::vector<Word> out;
  for (const Kind* each : all_kinds()) {
    if (can_be_begun(*each)) out.push_back({each->name, each->meaning});
  }
  return out;
}

std::vector<Word> topic_words() {
  std::vector<Word> out = rule_words();
  for (const VerdictWords& each : verdict_words()) out.push_back({each.name, each.summary});
  for (const Kind* each : all_kinds()) out.push_back({each->name, each->meaning});
  // A word may be computed of several kinds, or a threshold too: it is one topic all the same.
  const auto add = [&](std::string_view name, std::string_view meaning) {
    const bool is_there =
        std::any_of(out.begin(), out.end(), [&](const Word& word) { return word.name == name; });
    if (!is_there) out.push_back({name, meaning});
  };
  add("x-allow", "Findings of this record accepted for a while.");
  for (const ComputedField& each : computed_fields()) add(each.name, each.meaning);
  for (const Field& each : kinds::policy.fields) add(each.name, each.meaning);
  add(kinds::mapping_topic, kinds::import_map.meaning);
  return out;
}

}  // namespace

namespace values {

constexpr std::string_view usual_kinds[] = {"relationships", "initiatives", "outcomes",
                                            "risks",         "agreements",  "people"};

constinit const Values address{.name = "ID.FIELD", .what = "value", .source = Source::ids};
constinit const Values agenda_format{.name = "FORMAT",
                                     .what = "format of an agenda",
                                     .source = Source::words,
                                     .words = agenda_format_words};
constinit const Values amount{.name = "N", .what = "number"};
constinit const Values answer{
    .name = "NAME", .what = "answer", .source = Source::words, .words = answer_words};
constinit const Values as_of{.name = "DATE", .what = "date"};
constinit const Values audience{
    .name = "WHO", .what = "audience", .source = Source::words, .words = audience_words};
constinit const Values colour{
    .name = "WHEN", .what = "choice of colour", .source = Source::words, .words = colour_words};
constinit const Values columns{.name = "NAMES", .what = "columns", .source = Source::fields};
constinit const Values command{
    .name = "COMMAND", .what = "command", .source = Source::words, .words = command_words};
constinit const Values condition{.name = "EXPR", .what = "condition", .source = Source::condition};
constinit const Values document_format{
    .name = "FORMAT", .what = "format", .source = Source::words, .words = format_words};
constinit const Values currency{.name = "CODE", .what = "currency"};
constinit const Values day{.name = "DATE", .what = "day"};
constinit const Values effect{
    .name = "EFFECT", .what = "effect", .source = Source::words, .words = effect_words};
constinit const Values export_format{.name = "FORMAT",
                                     .what = "format of an export",
                                     .source = Source::words,
                                     .words = export_format_words};
constinit const Values exported{.name = "KIND",
                                .what = "kind to export",
                                .source = Source::words,
                                .words = exported_words,
                                .listed_by = "brm-records(5) and `brm explain` list all",
                                .usual = usual_kinds};
constinit const Values field{.name = "FIELD", .what = "field"};
constinit const Values file{.name = "FILE", .what = "file", .source = Source::files};
constinit const Values finding_format{.name = "FORMAT",
                                      .what = "format of findings",
                                      .source = Source::words,
                                      .words = finding_format_words};
constinit const Values folder{.name = "FOLDER", .what = "folder", .source = Source::folders};
constinit const Values graph_format{.name = "FORMAT",
                                    .what = "format of a graph",
                                    .source = Source::words,
                                    .words = graph_format_words};
constinit const Values id{.name = "ID", .what = "record or part", .source = Source::ids};
constinit const Values kind{.name = "KIND",
                            .what = "kind",
                            .source = Source::words,
                            .words = kind_words,
                            .listed_by = "brm-records(5) and `brm explain` list all",
                            .usual = usual_kinds};
constinit const Values new_id{.name = "ID", .what = "new id", .source = Source::ids};
constinit const Values new_kind{.name = "KIND",
                                .what = "kind of record or part",
                                .source = Source::words,
                                .words = new_kind_words};
constinit const Values new_value{.name = "VALUE", .what = "value to record"};
constinit const Values path{.name = "PATH", .what = "path", .source = Source::files};
constinit const Values reader{
    .name = "READER", .what = "reader", .source = Source::words, .words = reader_words};
constinit const Values recorded{
    .name = "WHAT", .what = "entry", .source = Source::words, .words = recorded_words};
constinit const Values report{
    .name = "NAME", .what = "report", .source = Source::words, .words = report_words};
constinit const Values revision{
    .name = "REVISION", .what = "revision", .source = Source::revisions};
constinit const Values rule{.name = "RULE",
                            .what = "rule",
                            .source = Source::words,
                            .words = rule_words,
                            .listed_by = "brm-rules(7) and `brm explain` list all"};
constinit const Values scale{
    .name = "SCALE", .what = "scale", .source = Source::words, .words = scale_words};
constinit const Values schema_kind{.name = "KIND",
                                   .what = "kind of record or file",
                                   .source = Source::words,
                                   .words = schema_kind_words,
                                   .listed_by = "brm-records(5) and `brm explain` list all",
                                   .usual = usual_kinds};
constinit const Values severity{
    .name = "SEVERITY", .what = "severity", .source = Source::words, .words = severity_words};
constinit const Values shell{
    .name = "SHELL", .what = "shell", .source = Source::words, .words = shell_words};
constinit const Values since{.name = "SINCE", .what = "earlier state", .source = Source::revisions};
constinit const Values step{
    .name = "STEP", .what = "step", .source = Source::words, .words = step_words};
constinit const Values sort_key{.name = "NAME", .what = "sort key", .source = Source::fields};
constinit const Values table{.name = "KEY", .what = "table"};
constinit const Values text{.name = "TEXT", .what = "text"};
constinit const Values time_ahead{.name = "TIME", .what = "time ahead"};
constinit const Values topic{.name = "TOPIC",
                             .what = "rule, kind, field, verdict or threshold",
                             .source = Source::topics,
                             .words = topic_words,
                             .listed_by = "`brm explain` lists all"};
constinit const Values value_format{.name = "FORMAT",
                                    .what = "format of a value",
                                    .source = Source::words,
                                    .words = value_format_words};
constinit const Values word{.name = "WORD", .what = "word"};

}  // namespace values

std::span<const Values* const> all_values() {
  static constexpr std::array list{&values::address,
                                   &values::agenda_format,
                                   &values::amount,
                                   &values::answer,
                                   &values::as_of,
                                   &values::audience,
                                   &values::colour,
                                   &values::columns,
                                   &values::command,
                                   &values::condition,
                                   &values::currency,
                                   &values::day,
                                   &values::document_format,
                                   &values::effect,
                                   &values::export_format,
                                   &values::exported,
                                   &values::field,
                                   &values::file,
                                   &values::finding_format,
                                   &values::folder,
                                   &values::graph_format,
                                   &values::id,
                                   &values::kind,
                                   &values::new_id,
                                   &values::new_kind,
                                   &values::new_value,
                                   &values::path,
                                   &values::reader,
                                   &values::recorded,
                                   &values::report,
                                   &values::revision,
                                   &values::rule,
                                   &values::scale,
                                   &values::schema_kind,
                                   &values::severity,
                                   &values::since,
                                   &values::sort_key,
                                   &values::step,
                                   &values::shell,
                                   &values::table,
                                   &values::text,
                                   &values::time_ahead,
                                   &values::topic,
                                   &values::value_format,
                                   &values::word};
  return list;
}

CLI::Option* takes(CLI::Option* option, const Values& values) {
  // CLI11 keeps a group with every option for a help of its own making, which brm does not use.
  option->group(std::string(values.what));
  if (!option->get_positional()) option->type_name(std::string(values.name));
  if (values.source == Source::words) option->capture_default_str();
  return option;
}

const Values* values_of(const CLI::Option& option) {
  for (const Values* each : all_values()) {
    if (each->what == option.get_group()) return each;
  }
  return nullptr;
}

std::string words_help(const Values& values) {
  if (values.listed_by.empty()) return "one of " + join_or(names_of(values.words()));
  if (values.usual.empty()) return std::string(values.listed_by);
  return fmt::format("such as {}; {}", join_or(values.usual), values.listed_by);
}

Failure unknown_value(const Values& values, std::string_view word) {
  const auto names = names_of(values.words());
  Failure failure = unknown_word(values.what, word, names);
  if (!failure.help.starts_with("did")) failure.help = words_help(values);
  if (&values == &values::report && find_command(word) != nullptr) {
    failure.help = fmt::format("it is a command of its own: `brm {}`", word);
  }
  return failure;
}

std::vector<std::string_view> names_of(const std::vector<Word>& words) {
  std::vector<std::string_view> out;
  for (const Word& word : words) out.push_back(word.name);
  return out;
}

}  // namespace brm
