#include "commands/command.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/near_words.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/given_options.h"
#include "commands/settings.h"
#include "model/all_kinds.h"
#include "model/synonyms.h"

namespace brm {

namespace {

/// Neither a name nor a message of a file that may not be for the audience.
std::vector<std::string> unnamed_notices(const Opened& opened) {
  std::size_t lost = opened.reading.troubles.size();
  for (const Finding& finding : opened.reading.findings.list()) {
    lost += finding.loses == Loses::nothing ? 0U : 1U;
  }
  if (lost == 0) return {};
  return {fmt::format("{} in the records could not be read and {} missing here; run `brm check`",
                      counted(lost, "value or file", "values or files"), lost == 1 ? "is" : "are")};
}

}  // namespace

std::vector<std::string> notices_of(const Opened& opened) {
  if (opened.audience && *opened.audience != Audience::restricted) return unnamed_notices(opened);
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
  if (!failure.help.empty()) {
    console.err += fmt::format("help: {}\n", with_given_options(failure.help, options));
  }
  return ExitStatus::could_not_run;
}

Result<Opened> open_records(const Invocation& invocation, MakeVisitor visitor) {
  auto opened =
      invocation.world.open_folder(chosen_folder(invocation.world, invocation.options).path);
  if (!opened.ok()) return opened.failure();
  auto [folder, root] = std::move(opened).value();
  ReadOptions options = invocation.reading;
  if (visitor && options.audience) {
    return Failure{"check has no --audience: it shows the files themselves",
                   "report, list, show, get, count, agenda, graph, export and diff have one"};
  }
  options.visitor = std::move(visitor);
  Opened out{read_portfolio(*folder, options), std::move(root), std::move(folder),
             options.audience};
  if (invocation.options.verbose) {
    invocation.console.err += fmt::format("brm: {} below {}, as of {}\n",
                                          counted(out.reading.portfolio.files().size(), "file"),
                                          visible(out.root), to_text(invocation.as_of));
  }
  return out;
}

std::string left_out_notice(const Opened& opened) {
  const std::size_t count = opened.reading.left_out;
  if (count == 0) return "";
  return fmt::format("{} {} {} and left out", counted(count, "record"), count == 1 ? "is" : "are",
                     *opened.audience == Audience::open ? "not public" : "restricted");
}

ExitStatus said_notices(const Invocation& invocation, const Opened& opened) {
  const std::vector<std::string> notices = notices_of(opened);
  const bool is_empty =
      opened.reading.portfolio.files().empty() && notices.empty() && opened.reading.left_out == 0;
  if (is_empty && !invocation.options.quiet) {
    invocation.console.err += fmt::format(
        "brm: no *.yaml or *.yml file is in {}\nhelp: name the records folder with -C\n",
        visible(opened.root));
  }
  if (const std::string left_out = left_out_notice(opened); !left_out.empty()) {
    invocation.console.err += fmt::format("brm: {}\n", left_out);
  }
  for (const std::string& notice : notices) {
    const std::string told = with_given_options(notice, invocation.options);
    invocation.console.err += fmt::format("brm: {}\n", visible(told));
  }
  return notices.empty() ? ExitStatus::clean : ExitStatus::could_not_run;
}

Failure unknown_word(std::string_view what, std::string_view word,
                     std::span<const std::string_view> known) {
  const std::string asks = did_you_mean(all_meant_by(word, known));
  return {fmt::format("there is no {} `{}`", what, visible(word)),
          !asks.empty()   ? asks
          : known.empty() ? std::string("there is none here; name the records folder with -C")
                          : fmt::format("one of {}", join_or(known))};
}

}  // namespace brm
