#include "commands/telling.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "document/texts.h"
#include "model/all_kinds.h"

namespace brm {
namespace {

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

bool is_telling(const Opened& opened, std::string_view text) {
  return opened.reading.unsaid.is_in(text) && !is_choice(text);
}

std::vector<std::string_view> telling_in(const Opened& opened,
                                         const std::vector<std::string_view>& texts) {
  std::vector<std::string_view> telling;
  for (const std::string_view text : texts) {
    if (is_telling(opened, text)) telling.push_back(text);
  }
  return telling;
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

bool is_telling(const Opened& opened, const std::vector<Cell>& row) {
  return std::any_of(row.begin(), row.end(), [&](const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell.value);
    return text != nullptr && is_telling(opened, *text);
  });
}

std::size_t erase_rows(const State& before, const State& after, Document& document) {
  std::size_t erased = 0;
  for (Section& section : document.sections) {
    for (Table& table : section.tables) {
      erased += std::erase_if(table.rows, [&](const std::vector<Cell>& row) {
        return is_telling(before.opened, row) || is_telling(after.opened, row);
      });
    }
  }
  return erased;
}

}  // namespace

std::optional<Failure> find_telling(const Opened& opened,
                                    const std::vector<std::string_view>& texts) {
  const std::vector<std::string_view> telling = telling_in(opened, texts);
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

std::optional<Failure> withhold(const State& before, const State& after, Document& document) {
  const std::vector<std::string_view> texts = texts_of(document);
  const std::vector<std::string_view> telling = telling_in(after.opened, texts);
  if (telling.empty() && telling_in(before.opened, texts).empty()) return std::nullopt;
  if (!telling.empty() && !places_said(after.opened, telling).empty() &&
      after.left_out_beside == 0) {
    return find_telling(after.opened, telling);
  }
  if (const std::size_t erased = erase_rows(before, after, document); erased > 0) {
    document.next.clear();
    document.notices.push_back(fmt::format("{} that {} a record left out {} left out, too",
                                           counted(erased, "row"), erased == 1 ? "names" : "name",
                                           erased == 1 ? "is" : "are"));
  }
  for (const State* state : {&after, &before}) {
    if (auto failure = find_telling(state->opened, texts_of(document))) return failure;
  }
  return std::nullopt;
}

}  // namespace brm
