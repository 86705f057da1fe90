#include "commands/output_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/spelling.h"
#include "commands/values.h"

namespace brm {
namespace {

std::vector<FormatWords> document_format_words() {
  std::vector<FormatWords> words;
  for (const Format& format : document_formats()) words.push_back(format.words);
  return words;
}

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

/// Which of the tables csv is to hold; the others are named where nobody chose.
std::optional<Failure> choose_table(const Invocation& invocation, const Document& document,
                                    const Output& output) {
  const std::vector<std::string> keys = csv_tables(document);
  const std::string& wanted = output.rendering.table;
  if (wanted.empty()) {
    std::vector<std::string_view> others;
    for (const std::string& key : keys) {
      if (key != keys.front() && key != "details") others.push_back(key);
    }
    if (!others.empty() && !invocation.options.quiet) {
      invocation.console.err += fmt::format(
          "brm: csv holds one table, here {}; --table chooses {}\n", keys.front(), join_or(others));
    }
    return std::nullopt;
  }
  if (std::find(keys.begin(), keys.end(), wanted) != keys.end()) return std::nullopt;
  Failure failure = unknown_word("table", wanted, views_of(keys));
  failure.message += " in this answer";
  return failure;
}

}  // namespace

void add_output_options(CLI::App& app, OutputOptions& options) {
  takes(app.add_option("--format", options.format, "How it is written"), values::document_format)
      ->default_str(std::string(document_formats().front().words.name));
  takes(app.add_option("--table", options.table, "Of csv: this table instead of the first"),
        values::table);
  app.add_flag("--csv-raw", options.is_raw,
               "Of csv: no apostrophe before texts that a spreadsheet would take for formulas");
}

Result<std::size_t> find_format(const std::string& name, const std::vector<FormatWords>& formats) {
  std::vector<std::string_view> names;
  for (const FormatWords& format : formats) names.push_back(format.name);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return unknown_word("format", name, names);
  return static_cast<std::size_t>(found - names.begin());
}

Result<Output> read_output(const OutputOptions& options, const Invocation& invocation) {
  const std::string name =
      options.format.value_or(std::string(document_formats().front().words.name));
  const auto found = find_format(name, document_format_words());
  if (!found.ok()) return found.failure();
  Output output{&document_formats()[found.value()], {invocation.style}};
  if (output.format->words.name != "csv" && (options.table || options.is_raw)) {
    return Failure{fmt::format("{} is for csv, and the format is {}",
                               options.table ? "--table" : "--csv-raw", name),
                   "add --format csv"};
  }
  if (options.table && options.table->empty())
    return Failure{"--table needs the key of a table", ""};
  output.rendering.table = options.table.value_or("");
  output.rendering.formulas = options.is_raw ? Formulas::raw : Formulas::defused;
  return output;
}

ExitStatus put_document(const Invocation& invocation, const Document& document,
                        const Output& output) {
  require_agreement(document);
  if (output.format->words.name == "csv") {
    if (const auto failure = choose_table(invocation, document, output)) {
      return invocation.fail(*failure);
    }
  }
  invocation.console.out += output.format->render(document, output.rendering);
  return ExitStatus::clean;
}

ExitStatus put_document(const Invocation& invocation, Document document, const Opened& opened,
                        const Output& output) {
  document.notices = notices_of(opened);
  const ExitStatus status = put_document(invocation, document, output);
  return status == ExitStatus::clean ? said_notices(invocation, opened) : status;
}

}  // namespace brm
