#include "commands/output_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "base/folding.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/given_options.h"
#include "document/texts.h"
#include "render/export.h"
#include "render/findings.h"
#include "render/graph.h"
#include "render/workbook.h"

namespace brm {
namespace {

std::vector<std::string_view> names_of(const std::vector<FormatWords>& formats) {
  std::vector<std::string_view> names;
  for (const FormatWords& format : formats) names.push_back(format.name);
  return names;
}

std::vector<std::string_view> endings_of(const std::vector<FormatWords>& formats) {
  std::vector<std::string_view> endings;
  for (const FormatWords& format : formats) {
    if (!format.ending.empty()) endings.push_back(format.ending);
  }
  return endings;
}

/// `.md` of `reports/This.MD`; empty when there is none.
std::string ending_of(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;  // 0 without a folder
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || dot <= name) return "";
  return lowered(path.substr(dot));
}

std::optional<Failure> wrong_file(const OutputOptions& options,
                                  const std::vector<FormatWords>& formats) {
  if (!options.file) return std::nullopt;
  if (options.file->empty()) return Failure{"--output names no file", "- is stdout"};
  const std::string ending = ending_of(*options.file);
  if (ending == ".yaml" || ending == ".yml") {
    return Failure{fmt::format("--output `{}` would be a record, and no answer is one",
                               visible(*options.file)),
                   fmt::format("end its name in {}", join_or(endings_of(formats)))};
  }
  return std::nullopt;
}

/// Every format that brm writes, whatever the answer.
std::vector<FormatWords> all_formats() {
  std::vector<FormatWords> out = words_of(agenda_formats());
  const auto add = [&](const std::vector<FormatWords>& more) {
    out.insert(out.end(), more.begin(), more.end());
  };
  add(words_of(findings_formats()));
  add(words_of(export_formats()));
  add(words_of(graph_formats()));
  return out;
}

/// Of a format whose files are often called by what they are made of.
bool may_end_in(const FormatWords& format, std::string_view ending) {
  struct Usual {
    std::string_view format;
    std::string_view ending;
  };
  static constexpr std::array usual{Usual{"sarif", ".json"}, Usual{"gitlab", ".json"},
                                    Usual{"rdjson", ".json"}, Usual{"github", ".txt"}};
  return format.ending == ending || std::any_of(usual.begin(), usual.end(), [&](const Usual& each) {
           return each.format == format.name && each.ending == ending;
         });
}

/// The file's name says another format than `--format`.
std::optional<Failure> contradiction(const std::string& file, const FormatWords& chosen,
                                     const std::vector<FormatWords>& formats) {
  const std::string ending = ending_of(file);
  if (file == "-" || ending.empty() || may_end_in(chosen, ending)) return std::nullopt;
  const std::vector<FormatWords> all = all_formats();
  const auto is_of = [&](const FormatWords& each) { return each.ending == ending; };
  const auto named = std::find_if(all.begin(), all.end(), is_of);
  if (named == all.end()) return std::nullopt;
  std::string help = chosen.ending.empty() ? std::string("end it otherwise")
                                           : fmt::format("end it in {}", chosen.ending);
  if (std::any_of(formats.begin(), formats.end(), is_of)) {
    help += fmt::format(", or write --format {}", named->name);
  }
  return Failure{fmt::format("--output `{}`: its ending is that of {}, and the format is {}",
                             visible(file), named->name, chosen.name),
                 std::move(help)};
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
  const std::vector<std::string_view> known(keys.begin(), keys.end());
  Failure failure = unknown_word("table", wanted, known);
  failure.message += " in this answer";
  return failure;
}

void add_common(CLI::App& app, OutputOptions& options, const Values& format,
                const std::vector<FormatWords>& formats) {
  takes(app.add_option("--format", options.format, "How it is written"), format)
      ->default_str(std::string(formats.front().name));
  add_output_file_option(app, options.file, formats);
}

}  // namespace

void add_output_options(CLI::App& app, OutputOptions& options) {
  add_output_options(app, options, values::document_format, document_formats());
}

void add_output_options(CLI::App& app, OutputOptions& options, const Values& values,
                        std::span<const Format> formats) {
  add_common(app, options, values, words_of(formats));
  takes(app.add_option("--table", options.table, "Of csv: this table instead of the first"),
        values::table);
  app.add_flag("--csv-raw", options.is_raw,
               "Of csv: no apostrophe before texts that a spreadsheet would take for formulas");
}

void add_output_file_option(CLI::App& app, std::optional<std::string>& file,
                            const std::vector<FormatWords>& formats) {
  takes(app.add_option("-o,--output", file,
                       fmt::format("Write into this file, in the format its ending names: {}; - "
                                   "is stdout",
                                   join_or(endings_of(formats)))),
        values::file);
}

void add_json_output_option(CLI::App& app, OutputOptions& options) {
  takes(app.add_option("-o,--output", options.file, "Write into this file; - is stdout"),
        values::file);
}

void put(const Invocation& invocation, std::string bytes, const std::string& path) {
  if (path.empty() && invocation.console.out.empty()) {
    invocation.console.out = std::move(bytes);
  } else if (path.empty()) {
    invocation.console.out += bytes;
  } else {
    invocation.console.files.push_back({path, std::move(bytes)});
  }
}

Result<std::string> read_json_path(const OutputOptions& options) {
  const std::vector<FormatWords> json{{"json", ".json", ""}};
  if (const auto failure = wrong_file(options, json)) return *failure;
  if (const auto failure = contradiction(options.file.value_or("-"), json.front(), json)) {
    return *failure;
  }
  return options.file.value_or("-") == "-" ? "" : *options.file;
}

Result<Output> read_output(const OutputOptions& options, const Invocation& invocation) {
  return read_output(options, invocation, document_formats());
}

Result<Output> read_output(const OutputOptions& options, const Invocation& invocation,
                           std::span<const Format> formats) {
  auto read = read_any(options, invocation, formats);
  if (!read.ok()) return read;
  Output output = std::move(read).value();
  if (output.format->words.name != "csv" && (options.table || options.is_raw)) {
    return Failure{fmt::format("{} is for csv, and the format is {}",
                               options.table ? "--table" : "--csv-raw", output.format->words.name),
                   "add --format csv"};
  }
  if (is_for_files(output.format->words) && output.path.empty()) {
    return Failure{fmt::format("{} is nothing for a terminal or pipe", output.format->words.name),
                   fmt::format("write it into a file: -o answer{}", output.format->words.ending)};
  }
  if (options.table && options.table->empty()) {
    return Failure{"--table names no table", "leave it out for the first"};
  }
  output.rendering.table = options.table.value_or("");
  output.rendering.formulas = options.is_raw ? Formulas::raw : Formulas::defused;
  return output;
}

Result<std::size_t> choose_format(const OutputOptions& options,
                                  const std::vector<FormatWords>& formats) {
  if (const auto failure = wrong_file(options, formats)) return *failure;
  if (options.format) {
    const auto names = names_of(formats);
    const auto found = std::find(names.begin(), names.end(), *options.format);
    if (found == names.end()) return unknown_word("format", *options.format, names);
    const auto place = static_cast<std::size_t>(found - names.begin());
    if (!options.file) return place;
    if (const auto failure = contradiction(*options.file, formats[place], formats)) return *failure;
    return place;
  }
  if (!options.file || *options.file == "-") return std::size_t{0};
  const std::string ending = ending_of(*options.file);
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const FormatWords& format) {
    return !format.ending.empty() && format.ending == ending;
  });
  if (found != formats.end()) return static_cast<std::size_t>(found - formats.begin());
  return Failure{fmt::format("--output `{}`: its ending names no format", visible(*options.file)),
                 fmt::format("end it in {}, or add --format", join_or(endings_of(formats)))};
}

Destination destination_of(const OutputOptions& options, const Invocation& invocation) {
  if (!options.file || *options.file == "-") return {"", invocation.style};
  // A file is the same whoever writes it: no width of a terminal, no colour of an environment.
  const Colour colour = invocation.options.color == "always" ? Colour::on : Colour::off;
  return {*options.file, TextStyle{.colour = colour}};
}

void suggest_in_full(const Invocation& invocation, Document& document, const Output& output) {
  const bool is_for_whoever_asked = output.path.empty() && output.format->words.name == "text";
  if (is_for_whoever_asked) add_given_options(document, invocation.options);
}

ExitStatus put_document(const Invocation& invocation, const Document& document,
                        const Output& output) {
  require_agreement(document);
  if (output.format->words.name == "csv") {
    if (const auto failure = choose_table(invocation, document, output)) {
      return invocation.fail(*failure);
    }
  }
  put(invocation, output.format->render(document, output.rendering), output.path);
  return ExitStatus::clean;
}

ExitStatus put_document(const Invocation& invocation, Document document, const Opened& opened,
                        const Output& output) {
  const std::vector<std::string> notices = notices_of(opened);
  document.notices.insert(document.notices.begin(), notices.begin(), notices.end());
  if (std::string left_out = left_out_notice(opened); !left_out.empty()) {
    document.notices.push_back(std::move(left_out));
  }
  if (!opened.reading.unsaid.empty()) {
    if (const auto failure = find_telling(opened, texts_of(document))) {
      return invocation.fail(*failure);
    }
  }
  suggest_in_full(invocation, document, output);
  const ExitStatus status = put_document(invocation, document, output);
  return status == ExitStatus::clean ? said_notices(invocation, opened) : status;
}

}  // namespace brm
