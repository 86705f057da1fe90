#include "rules/lost_values.h"

#include <algorithm>

#include "rules/walk.h"

namespace brm::rules {
namespace {

bool is_before(const Span& a, const Span& b) {
  return a.file != b.file ? a.file < b.file : a.offset < b.offset;
}

/// Parts of the item, in the order in which they stand in the file.
std::vector<Span> parts_in(const Item& item) {
  std::vector<Span> parts;
  for (const Value& value : item.fields()) {
    if (item.kind->field(value.field).type != Type::part) continue;
    for (const Value& element : elements_of(item, value)) parts.push_back(element.item->span());
  }
  return parts;
}

}  // namespace

LostValues::LostValues(const Findings& findings) {
  const auto add = [&](std::span<const Finding> list) {
    for (const Finding& finding : list) {
      if (finding.loses == Loses::data) places_.push_back(finding.place);
    }
  };
  add(findings.earlier());
  add(findings.list());
  std::sort(places_.begin(), places_.end(), is_before);
}

bool LostValues::touch(const Item& item) const {
  const Span whole = item.span();
  auto place = std::lower_bound(places_.begin(), places_.end(), whole, is_before);
  const Span end{whole.file, whole.offset + whole.length, 0};
  const auto last = std::lower_bound(place, places_.end(), end, is_before);
  if (place == last) return false;
  const std::vector<Span> parts = parts_in(item);
  auto part = parts.begin();
  for (; place != last; ++place) {
    while (part != parts.end() && part->offset + part->length <= place->offset) ++part;
    const bool is_in_part = part != parts.end() && part->offset <= place->offset;
    if (!is_in_part) return true;
  }
  return false;
}

}  // namespace brm::rules
