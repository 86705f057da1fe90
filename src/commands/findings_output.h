// Where and how findings are put: --format, which may be given again, and --output.
#pragma once

#include "commands/output_options.h"

namespace brm {

/// As they were written on the command line.
struct FindingsOptions {
  std::vector<std::string> formats;  ///< `sarif`, or `sarif=findings.sarif`
  std::optional<std::string> file;
};

void add_findings_output_options(CLI::App& app, FindingsOptions& options);

/// One after the other; at most one of them is stdout, and no two the same file.
Result<std::vector<FindingsOutput>> read_findings_output(const FindingsOptions& options,
                                                         const Invocation& invocation);

/// Whether it is what a person reads at the terminal, and nothing else.
bool is_text_alone(const std::vector<FindingsOutput>& outputs);

/// Writes `page` in each; `most` findings, where the command line says how many. For GitHub
/// the summary of the job too, where its environment names a file for it.
void put_findings(const Invocation& invocation, FindingsPage page, std::optional<std::size_t> most,
                  const std::vector<FindingsOutput>& outputs);

/// Says why the check could not be done, as Invocation::fail() does; for GitHub in the summary of
/// the job too.
ExitStatus put_failure(const Invocation& invocation, const Failure& failure,
                       const std::vector<FindingsOutput>& outputs);

}  // namespace brm
