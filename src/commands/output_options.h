// How and where an answer is put: the options --format, --table, --csv-raw and their one text,
// which every command that prints a document has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"
#include "render/format.h"

namespace brm {

/// As they were written on the command line.
struct OutputOptions {
  std::optional<std::string> format;
  std::optional<std::string> table;
  bool is_raw = false;
};

/// For a command that prints a document.
void add_output_options(CLI::App& app, OutputOptions& options);

/// What they mean, once they are known to make sense.
struct Output {
  const Format* format = nullptr;
  Rendering rendering;
};

Result<Output> read_output(const OutputOptions& options, const Invocation& invocation);

/// The format called so among those there are; its failure names the nearest, and all.
Result<std::size_t> find_format(const std::string& name, const std::vector<FormatWords>& formats);

/// Puts the document where it belongs. The status is 2 when something that was written in the
/// records is not in it, which its notices then say.
ExitStatus put_document(const Invocation& invocation, Document document, const Opened& opened,
                        const Output& output);

/// The same for a document that needs no records.
ExitStatus put_document(const Invocation& invocation, const Document& document,
                        const Output& output);

}  // namespace brm
