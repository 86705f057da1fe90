#include "commands/command.h"

#include <fmt/format.h>

#include <algorithm>

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

/// Whether it is a word of one of the closed lists, such as `revenue`, and so says nothing of a
/// record that happens to have the same id.
bool is_choice(std::string_view text) {
  const auto has = [&](const Field& field) {
    return std::find(field.words.begin(), field.words.end(), text) != field.words.end();
  };
  return std::any_of(all_kinds().begin(), all_kinds().end(), [&](const Kind* kind) {
    return std::any_of(kind->fields.begin(), kind->fields.end(), has);
  });
}

/// The first words of a value as it is written, without quotation marks and line ends.
std::string_view first_words(std::string_view written) {
  const std::size_t from = written.find_first_not_of("\"'>|-+ \n");
  if (from == std::string_view::npos) return {};
  written.remove_prefix(from);
  return written.substr(0, written.find_first_of("\"'\\\n"));
}

/// Where the records say what an answer must not: the places that its texts were taken from.
std::vector<Span> places_said(const Opened& opened, const std::vector<std::string_view>& telling) {
  const Portfolio& portfolio = opened.reading.portfolio;
  const std::vector<Span> all = places_of(opened.reading.unsaid, portfolio.records());
  std::vector<Span> out;
  for (const Span& place : all) {
    const std::string_view bytes = portfolio.file(place.file).bytes();
    const std::string_view words = first_words(bytes.substr(place.offset, place.length));
    if (!words.empty() && std::any_of(telling.begin(), telling.end(), [&](std::string_view text) {
          return text.find(words) != std::string_view::npos;
        })) {
      out.push_back(place);
    }
  }
  return out;
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

std::optional<Failure> find_telling(const Opened& opened,
                                    const std::vector<std::string_view>& texts) {
  std::vector<std::string_view> telling;
  for (const std::string_view text : texts) {
    if (opened.reading.unsaid.is_in(text) && !is_choice(text)) telling.push_back(text);
  }
  if (telling.empty()) return std::nullopt;
  const Portfolio& portfolio = opened.reading.portfolio;
  const auto places = places_said(opened, telling);
  if (places.empty()) {
    return Failure{
        "a word of the answer is also the id, title or alias of a record left out",
        "look for it in the names of files and folders, and in the ids of records that "
        "are not for this audience, and rename one of the two; or compare states in which "
        "every record is for the same audience"};
  }
  constexpr std::size_t most = 10;
  std::string named;
  for (std::size_t i = 0; i < places.size() && i < most; ++i) {
    const SourceFile& source = portfolio.file(places[i].file);
    named += fmt::format("{}{}:{}", i == 0 ? "" : ", ", visible(source.path()),
                         source.line_column(places[i].offset).line);
  }
  if (places.size() > most) named += fmt::format(" and {} more", places.size() - most);
  return Failure{fmt::format("{} {} a record that is left out for this audience", named,
                             places.size() == 1 ? "names" : "name"),
                 places.size() == 1
                     ? "say it there in other words, or change the `audience` of one of the two "
                       "records"
                     : "say it there in other words, or change the `audience` of the records on "
                       "either side"};
}

ExitStatus said_notices(const Invocation& invocation, const Opened& opened) {
  const std::vector<std::string> notices = notices_of(opened);
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
  const auto close = meant_by(word, known);
  return {fmt::format("there is no {} `{}`", what, visible(word)),
          close           ? fmt::format("did you mean `{}`?", *close)
          : known.empty() ? std::string("there is none here; name the records folder with -C")
                          : fmt::format("one of {}", join_or(known))};
}

}  // namespace brm
