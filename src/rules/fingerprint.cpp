#include "rules/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/sha256.h"
#include "model/all_kinds.h"
#include "rules/walk.h"

namespace brm {
namespace {

bool holds(const Item& item, const Span& place) {
  return item.offset <= place.offset && place.offset < item.offset + item.length;
}

/// The first line of it without blanks around; an edit further down makes no other finding of it.
std::string_view text_at(const SourceFile& source, const Span& place) {
  std::string_view text =
      source.bytes().substr(std::min<std::size_t>(place.offset, source.bytes().size()));
  text = text.substr(0, place.length);
  text = text.substr(0, text.find_first_of("\r\n"));
  const std::size_t from = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(from);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// `/decision-days` for every part around the place that has an id, from the outside in; `/date:
/// 2026-06-20`, its first line, for one that stands in a list without an id, so that a fault mended
/// in one review does not stand for a new one in the next.
std::string parts_around(const Item& item, const SourceFile& source, const Span& place) {
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) continue;
    for (const Value& element : rules::elements_of(item, value)) {
      const Item& part = *element.item;
      if (!holds(part, place)) continue;
      std::string name;
      if (!part.id().empty()) name = fmt::format("/{}", part.id());
      if (name.empty() && field.many == Many::list) {
        name = fmt::format("/{}", text_at(source, part.span()));
      }
      return name + parts_around(part, source, place);
    }
  }
  return {};
}

/// Half of the digits are more than enough.
std::string short_hash(std::string_view text) {
  constexpr std::size_t bytes = 16;
  const auto hash = sha256(text);
  std::string out;
  for (std::size_t i = 0; i < bytes; ++i) out += fmt::format("{:02x}", hash[i]);
  return out;
}

/// Whether a record or part of any kind has such a field.
bool is_field_name(std::string_view word) {
  const auto kinds = all_kinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const Kind* kind) { return kind->index_of(word) < kind->size(); });
}

/// `manager` of "this relationship has no `manager`": several findings at the id of one record
/// differ in nothing else. Other words may change from day to day. Empty where none is named.
std::string_view field_named(std::string_view message) {
  for (;;) {
    const std::size_t begin = message.find('`');
    if (begin == std::string_view::npos) return {};
    const std::size_t end = message.find('`', begin + 1);
    if (end == std::string_view::npos) return {};
    const std::string_view word = message.substr(begin + 1, end - begin - 1);
    if (is_field_name(word)) return word;
    message.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<std::string> fingerprints(const std::vector<Finding>& findings,
                                      const Portfolio& portfolio) {
  std::vector<const Item*> records(portfolio.files().size(), nullptr);
  for (const Item* record : portfolio.records()) records[record->file] = record;
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<std::string> out;
  out.reserve(findings.size());
  for (const Finding& finding : findings) {
    const Item* record = records[finding.place.file];
    const SourceFile& source = portfolio.file(finding.place.file);
    const bool has_id = record != nullptr && !record->id().empty();
    // A path holds a dot, so that none is the id of a record.
    const std::string address =
        has_id ? fmt::format("{}{}", record->id(), parts_around(*record, source, finding.place))
               : source.path();
    const std::string mark =
        fmt::format("{}\n{}\n{}\n{}", finding.rule->name, address, text_at(source, finding.place),
                    field_named(finding.message));
    const std::size_t earlier = seen[mark]++;
    out.push_back(short_hash(earlier == 0 ? mark : fmt::format("{}\n{}", mark, earlier)));
  }
  return out;
}

}  // namespace brm
