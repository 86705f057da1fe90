#include "commands/unknown_id.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "commands/command.h"
#include "rules/references.h"

namespace brm {
namespace {

std::vector<std::string_view> known_ids(const Portfolio& portfolio) {
  std::vector<std::string_view> ids;
  for (const Item* record : portfolio.records()) {
    if (!record->id().empty()) ids.push_back(record->id());
  }
  return ids;
}

/// `elig-portal/decision-dys`: the record is known, its part is not.
std::vector<std::string> known_parts(const Portfolio& portfolio, const std::string& id) {
  std::vector<std::string> parts;
  const Item* record = portfolio.find_record(std::string_view(id).substr(0, id.find('/')));
  if (record == nullptr || id.find('/') == std::string::npos) return parts;
  for (const Value& value : record->fields()) {
    const Field& field = record->kind->field(value.field);
    if (field.type != Type::part || field.many != Many::list) continue;
    for (const Value& element : value.as_list()) {
      if (!element.item->id().empty()) {
        parts.push_back(fmt::format("{}/{}", record->id(), element.item->id()));
      }
    }
  }
  return parts;
}

}  // namespace

Failure unknown_id(const Portfolio& portfolio, const std::string& id) {
  const std::vector<std::string> parts = known_parts(portfolio, id);
  std::vector<std::string_view> known(parts.begin(), parts.end());
  if (known.empty()) known = known_ids(portfolio);
  Failure failure = unknown_word("record or part", id, known);
  if (failure.help.starts_with("one of") && known.size() > 12) {
    failure.help = "`brm list relationships` and `brm list initiatives` show the ids";
  }
  return failure;
}

Failure other_kind(const Item& item, const std::string& id, const Kind& asked) {
  return {fmt::format("`{}` is {}, and {} is asked for", visible(id),
                      rules::with_article(item.kind->name), rules::with_article(asked.name)),
          fmt::format("brm list {} lists those there are", asked.plural)};
}

Failure unknown_id(const Portfolio& portfolio, const std::string& id, const Kind& asked) {
  std::vector<std::string_view> known;
  for (const Item* item : portfolio.all(asked)) {
    if (!item->id().empty()) known.push_back(item->id());
  }
  Failure failure = unknown_word(asked.name, id, known);
  if (failure.help.starts_with("one of") && known.size() > 12) {
    failure.help = fmt::format("`brm list {}` shows the ids", asked.plural);
  }
  return failure;
}

}  // namespace brm
