// Where and how an answer is put: --format, --output, --table and --csv-raw with their one text,
// which every command that prints more than a line has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"
#include "commands/values.h"
#include "render/findings.h"
#include "render/format.h"

namespace brm {

/// As they were written on the command line.
struct OutputOptions {
  std::optional<std::string> format;
  std::optional<std::string> file;
  std::optional<std::string> table;
  bool is_raw = false;
};

/// For a command that prints a document.
void add_output_options(CLI::App& app, OutputOptions& options);
/// With formats of its own, whose words are `values`.
void add_output_options(CLI::App& app, OutputOptions& options, const Values& values,
                        std::span<const Format> formats);
/// -o alone, for files of these formats.
void add_output_file_option(CLI::App& app, std::optional<std::string>& file,
                            const std::vector<FormatWords>& formats);
/// For one whose answer is always json: only where it goes.
void add_json_output_option(CLI::App& app, OutputOptions& options);

/// What they mean, once they are known to make sense.
template <class AFormat>
struct OutputTo {
  const AFormat* format = nullptr;
  Rendering rendering;
  std::string path;  ///< Empty: stdout.
};
using Output = OutputTo<Format>;
using FindingsOutput = OutputTo<FindingsFormat>;

Result<Output> read_output(const OutputOptions& options, const Invocation& invocation);
Result<Output> read_output(const OutputOptions& options, const Invocation& invocation,
                           std::span<const Format> formats);

template <class AFormat>
std::vector<FormatWords> words_of(std::span<const AFormat> formats) {
  std::vector<FormatWords> words;
  for (const AFormat& format : formats) words.push_back(format.words);
  return words;
}

/// Which of the formats: the one that was named, else that of the file, else the first.
Result<std::size_t> choose_format(const OutputOptions& options,
                                  const std::vector<FormatWords>& formats);

/// Where it goes, and how it looks there.
struct Destination {
  std::string path;  ///< Empty: stdout.
  TextStyle style;
};
Destination destination_of(const OutputOptions& options, const Invocation& invocation);

/// What all answers have in common.
template <class AFormat>
Result<OutputTo<AFormat>> read_any(const OutputOptions& options, const Invocation& invocation,
                                   std::span<const AFormat> formats) {
  const auto chosen = choose_format(options, words_of(formats));
  if (!chosen.ok()) return chosen.failure();
  Destination destination = destination_of(options, invocation);
  OutputTo<AFormat> output;
  output.format = &formats[chosen.value()];
  output.rendering.style = destination.style;
  output.rendering.day = invocation.as_of;
  output.path = std::move(destination.path);
  return output;
}

/// Where json goes; empty for stdout.
Result<std::string> read_json_path(const OutputOptions& options);

/// On stdout, or into the file called `path`.
void put(const Invocation& invocation, std::string bytes, const std::string& path);

/// Puts the document where it belongs. The status is 2 when something that was written in the
/// records is not in it, which its notices then say.
ExitStatus put_document(const Invocation& invocation, Document document, const Opened& opened,
                        const Output& output);

/// Gives the commands that it suggests the options that were given, where it is read by whoever
/// asked: a file, or another program, may be read where these options mean nothing. Of a document
/// with records put_document does so.
void suggest_in_full(const Invocation& invocation, Document& document, const Output& output);

/// Puts a document that needs no records where it belongs.
ExitStatus put_document(const Invocation& invocation, const Document& document,
                        const Output& output);

}  // namespace brm
