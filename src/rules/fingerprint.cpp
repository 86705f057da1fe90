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

/// The part around the place that is the innermost entry of a list; else the item itself.
const Item& entry_around(const Item& item, const Span& place) {
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) continue;
    for (const Value& element : rules::elements_of(item, value)) {
      if (holds(*element.item, place)) return entry_around(*element.item, place);
    }
  }
  return item;
}

/// Of its line, and of those above and below.
std::size_t hash_around(const SourceFile& source, const Span& place) {
  const std::string_view bytes = source.bytes();
  const std::size_t at = std::min<std::size_t>(place.offset, bytes.size());
  const std::size_t start = source.line_start(at);
  const std::size_t above = start == 0 ? 0 : source.line_start(start - 1);
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  const std::size_t below =
      std::min(bytes.find('\n', std::min(end + 1, bytes.size())), bytes.size());
  return std::hash<std::string_view>()(bytes.substr(above, below - above));
}

/// The text with every word that is an id of now as it was then.
std::string in_earlier_words(const std::string& text, const EarlierIds& earlier_ids) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  if (earlier_ids.empty()) return text;
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find_first_not_of(letters));
    const std::string_view other = rest.substr(0, rest.find_first_of(letters));
    const auto found = earlier_ids.find(word);
    out += found == earlier_ids.end() ? word : std::string_view(found->second);
    out += other;  // one of both is empty
    rest.remove_prefix(word.size() + other.size());
  }
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

std::vector<FindingMark> marks_of(const std::vector<Finding>& findings, const Portfolio& portfolio,
                                  const EarlierIds& earlier_ids) {
  std::vector<const Item*> records(portfolio.files().size(), nullptr);
  for (const Item* record : portfolio.records()) records[record->file] = record;
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<FindingMark> out;
  out.reserve(findings.size());
  for (const Finding& finding : findings) {
    const Item* record = records[finding.place.file];
    const SourceFile& source = portfolio.file(finding.place.file);
    const bool has_id = record != nullptr && !record->id().empty();
    // A path holds a dot, so that none is the id of a record.
    const std::string address =
        has_id ? std::string(record->id()) + parts_around(*record, source, finding.place)
               : source.path();
    const std::string where = fmt::format("{}\n{}", address, text_at(source, finding.place));
    const std::string mark = fmt::format("{}\n{}\n{}", finding.rule->name,
                                         has_id ? in_earlier_words(where, earlier_ids) : where,
                                         field_named(finding.message));
    const std::size_t before = seen[mark]++;
    FindingMark one{short_hash(before == 0 ? mark : fmt::format("{}\n{}", mark, before)), "", {}};
    one.sort = before == 0 ? one.fingerprint : short_hash(mark);
    one.looks.around = hash_around(source, finding.place);
    if (record != nullptr) {
      const Span entry = entry_around(*record, finding.place).span();
      one.looks.entry = std::hash<std::string_view>()(source.bytes().substr(
          std::min<std::size_t>(entry.offset, source.bytes().size()), entry.length));
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<std::string> fingerprints(const std::vector<Finding>& findings,
                                      const Portfolio& portfolio) {
  std::vector<std::string> out;
  for (FindingMark& mark : marks_of(findings, portfolio, {})) {
    out.push_back(std::move(mark.fingerprint));
  }
  return out;
}

}  // namespace brm
