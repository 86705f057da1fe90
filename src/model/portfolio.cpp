#include "model/portfolio.h"

#include <stdexcept>

namespace brm {
namespace {

constexpr std::string_view office_file = "brm.yaml";

/// In a record of so many items a part is looked up; in a smaller one it is sooner looked for, and
/// no memory is needed for its name.
constexpr std::size_t many_items = 256;

/// Calls `visit(item)` for the item and all in it, until it says false. Whether it never did.
template <class Visit>
bool visit_items(const Item& item, const Visit& visit) {
  if (!visit(item)) return false;
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) continue;
    const bool is_list = field.many == Many::list;
    for (const Value& element : is_list ? value.as_list() : std::span(&value, 1)) {
      if (!visit_items(*element.item, visit)) return false;
    }
  }
  return true;
}

bool has_many_items(const Item& record) {
  std::size_t count = 0;
  return !visit_items(record, [&](const Item&) { return ++count < many_items; });
}

/// Among the first items of a record, which are all of most; null when it is not there.
const Item* part_among_first(const Item& record, std::string_view id) {
  const Item* found = nullptr;
  std::size_t count = 0;
  visit_items(record, [&](const Item& item) {
    if (item.parent != nullptr && item.id() == id) found = &item;
    return found == nullptr && ++count < many_items;
  });
  return found;
}

}  // namespace

const std::vector<const Item*>& Portfolio::all(const Kind& kind) const {
  static const std::vector<const Item*> none;
  const auto found = by_kind_.find(&kind);
  return found == by_kind_.end() ? none : found->second;
}

void Portfolio::index_parts(const Item& item) {
  // Most parts follow one of their own kind.
  if (item.kind != last_kind_) {
    last_kind_ = item.kind;
    last_list_ = &by_kind_[item.kind];  // lists stay where they are
  }
  last_list_->push_back(&item);
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) continue;
    if (field.many == Many::one) {
      index_parts(*value.item);
    } else {
      for (const Value& element : value.as_list()) index_parts(*element.item);
    }
  }
}

void Portfolio::hold(const Item& record, const SourceFile& source) {
  for (auto& [kind, list] : by_kind_) list.clear();
  records_.assign(1, &record);
  only_ = &source;
  index_parts(record);
}

void Portfolio::build_indexes() {
  named_.reserve(records_.size());
  for (const Item* record : records_) {
    const bool is_office = record->kind->name == "office";
    if (is_office && files_[record->file].path() == office_file) set_office(record);
    index_parts(*record);
    const bool is_first = !record->id().empty() && named_.insert(record).second;
    if (is_first && !has_many_items(*record)) continue;
    visit_items(*record, [&](const Item& item) {
      if (!item.id().empty()) named_.insert(&item);
      return true;
    });
  }
  for (auto& [kind, list] : by_kind_) list.shrink_to_fit();
}

/// A rule that says it looks at one record and looks for another is a bug.
void Portfolio::refuse_single() const {
  if (is_single_) throw std::logic_error("a rule on one record looks for another one");
}

const Item* Portfolio::find(Name name) const {
  refuse_single();
  if (!name.part.empty()) {
    const Item* record = find(Name{name.record, {}});
    const Item* part = record == nullptr ? nullptr : part_among_first(*record, name.part);
    if (part != nullptr) return part;
  }
  const auto found = named_.find(name);
  return found == named_.end() ? nullptr : *found;
}

const Item* Portfolio::find_record(std::string_view id) const { return find(Name{id, {}}); }

const Item* Portfolio::find_part(const Item& record, std::string_view id) const {
  return id.empty() ? nullptr : find(Name{record.id(), id});
}

const Item* Portfolio::find_goal(std::string_view id) const {
  const auto found = goals_.find(id);
  return found == goals_.end() ? nullptr : found->second;
}

void Portfolio::set_office(const Item* office) {
  office_ = office;
  goals_.clear();
  const Value* goals = office == nullptr ? nullptr : office->find("goals");
  if (goals == nullptr) return;
  for (const Value& goal : goals->as_list()) {
    if (!goal.item->id().empty()) goals_.try_emplace(goal.item->id(), goal.item);
  }
}

const Item* Portfolio::find(std::string_view reference) const {
  const std::size_t slash = reference.find('/');
  if (slash != std::string_view::npos) {
    const std::string_view part = reference.substr(slash + 1);
    return part.empty() ? nullptr : find(Name{reference.substr(0, slash), part});
  }
  if (const Item* record = find_record(reference)) return record;
  // Goals are the office's, and there is one office: their bare id is enough.
  return find_goal(reference);
}

}  // namespace brm
