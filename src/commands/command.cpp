#include "commands/command.h"

#include <fmt/format.h>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/settings.h"
#include "model/synonyms.h"

namespace brm {

std::vector<std::string> notices_of(const Opened& opened) {
  std::vector<std::string> notices;
  for (const Failure& trouble : opened.reading.troubles) notices.push_back(trouble.message);
  const Finding* first = nullptr;
  std::size_t lost = 0;
  for (const Finding& finding : opened.reading.findings.list()) {
    if (finding.loses == Loses::nothing) continue;
    if (first == nullptr) first = &finding;
    ++lost;
  }
  if (first == nullptr) return notices;
  const SourceFile& source = opened.reading.portfolio.file(first->place.file);
  notices.push_back(fmt::format(
      "{} in the records could not be read and {} missing here, the first at {}:{}: {}; run "
      "`brm check`",
      counted(lost, "value or file", "values or files"), lost == 1 ? "is" : "are", source.path(),
      source.line_column(first->place.offset).line, first->message));
  return notices;
}

ExitStatus Invocation::fail(const Failure& failure) const {
  console.err += fmt::format("brm: {}\n", failure.message);
  if (!failure.help.empty()) console.err += fmt::format("help: {}\n", failure.help);
  return ExitStatus::could_not_run;
}

Result<Opened> open_records(const Invocation& invocation, MakeVisitor visitor) {
  auto opened =
      invocation.world.open_folder(chosen_folder(invocation.world, invocation.options).path);
  if (!opened.ok()) return opened.failure();
  auto [folder, root] = std::move(opened).value();
  ReadOptions options = invocation.reading;
  options.visitor = std::move(visitor);
  Opened out{read_portfolio(*folder, options), std::move(root), std::move(folder)};
  if (invocation.options.verbose) {
    invocation.console.err += fmt::format("brm: {} below {}, as of {}\n",
                                          counted(out.reading.portfolio.files().size(), "file"),
                                          visible(out.root), to_text(invocation.as_of));
  }
  return out;
}

ExitStatus said_notices(const Invocation& invocation, const Opened& opened) {
  const std::vector<std::string> notices = notices_of(opened);
  for (const std::string& notice : notices) {
    invocation.console.err += fmt::format("brm: {}\n", visible(notice));
  }
  return notices.empty() ? ExitStatus::clean : ExitStatus::could_not_run;
}

Failure unknown_word(std::string_view what, std::string_view word,
                     std::span<const std::string_view> known) {
  const auto close = meant_by(word, known);
  return {fmt::format("there is no {} `{}`", what, visible(word)),
          close           ? fmt::format("did you mean `{}`?", *close)
          : known.empty() ? std::string("there is none here; name the records folder with -C")
                          : fmt::format("one of {}", join_or(known))};
}

}  // namespace brm
