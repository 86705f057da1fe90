#include "commands/findings_output.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/utf8.h"

namespace brm {
namespace {

constexpr const char* summary_variable = "GITHUB_STEP_SUMMARY";

/// `sarif=findings.sarif` taken apart; a format without a file is stdout's, or --output's.
OutputOptions one_of(const std::string& written) {
  const std::size_t sign = written.find('=');
  OutputOptions out;
  out.format = written.substr(0, sign);
  if (sign != std::string::npos) out.file = written.substr(sign + 1);
  return out;
}

/// Each output by itself; --output belongs to the first format without a file, if there is one.
std::vector<OutputOptions> split(const FindingsOptions& options) {
  std::vector<OutputOptions> out;
  for (const std::string& written : options.formats) out.push_back(one_of(written));
  if (!options.file && !out.empty()) return out;
  const auto free = std::find_if(out.begin(), out.end(),
                                 [](const OutputOptions& each) { return !each.file.has_value(); });
  if (free == out.end()) {
    out.push_back({});
    out.back().file = options.file;
  } else {
    free->file = options.file;
  }
  return out;
}

/// Two that would be written over each other.
std::optional<Failure> clash(const std::vector<FindingsOutput>& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (outputs[i].path != outputs[j].path) continue;
      const std::string_view name = outputs[i].format->words.name;
      const std::string place =
          outputs[i].path.empty() ? "stdout" : fmt::format("`{}`", visible(outputs[i].path));
      return Failure{fmt::format("formats {} and {} would both go to {}",
                                 outputs[j].format->words.name, name, place),
                     fmt::format("give one a file of its own: --format {}=FILE", name)};
    }
  }
  return std::nullopt;
}

/// `--output` is not what whoever wrote `--format sarif=FILE` wrote.
Failure named_as_written(Failure failure, const std::string& format) {
  constexpr std::string_view option = "--output `";
  if (failure.message.starts_with(option)) {
    failure.message.replace(0, option.size(), fmt::format("--format `{}=", visible(format)));
  }
  return failure;
}

/// For the page of GitHub's job, where one of the outputs is for GitHub.
template <class Told>
void append_summary(const Invocation& invocation, const FindingsOutput& output, const Told& told) {
  if (output.format->words.name != "github") return;
  const auto file = invocation.world.environment(summary_variable);
  if (!file || file->empty()) return;
  invocation.console.files.push_back({*file, render_job_summary(told), Writing::append});
}

}  // namespace

void add_findings_output_options(CLI::App& app, FindingsOptions& options) {
  takes(app.add_option("--format", options.formats,
                       "How it is written, and with =FILE behind it where to; may be given again"),
        values::finding_format)
      ->allow_extra_args(false)
      ->default_str(std::string(findings_formats().front().words.name));
  add_output_file_option(app, options.file, words_of(findings_formats()));
}

Result<std::vector<FindingsOutput>> read_findings_output(const FindingsOptions& options,
                                                         const Invocation& invocation) {
  std::vector<FindingsOutput> out;
  for (const OutputOptions& each : split(options)) {
    if (each.format && each.file && each.file->empty()) {
      return Failure{fmt::format("--format {}= names no file", visible(*each.format)),
                     "leave out the = for stdout"};
    }
    auto output = read_any(each, invocation, findings_formats());
    if (!output.ok()) {
      const bool is_with_format = each.format && each.file && each.file != options.file;
      return is_with_format ? named_as_written(output.failure(), *each.format) : output.failure();
    }
    out.push_back(std::move(output).value());
  }
  if (const auto failure = clash(out)) return *failure;
  return out;
}

bool is_text_alone(const std::vector<FindingsOutput>& outputs) {
  return outputs.size() == 1 && outputs.front().path.empty() &&
         outputs.front().format == &findings_formats().front();
}

void put_findings(const Invocation& invocation, FindingsPage page, std::optional<std::size_t> most,
                  const std::vector<FindingsOutput>& outputs) {
  const std::size_t all = page.findings.size();
  for (const FindingsOutput& output : outputs) {
    const std::size_t limit = most.value_or(output.format->usual);
    page.shown = limit == 0 ? all : std::min(limit, all);
    put(invocation, output.format->render(page, output.rendering.style), output.path);
    append_summary(invocation, output, page);
  }
}

ExitStatus put_failure(const Invocation& invocation, const Failure& failure,
                       const std::vector<FindingsOutput>& outputs) {
  for (const FindingsOutput& output : outputs) {
    append_summary(invocation, output, failure);
  }
  return invocation.fail(failure);
}

}  // namespace brm
