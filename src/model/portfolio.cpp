#include "model/portfolio.h"

#include <stdexcept>

namespace brm {
namespace {

constexpr std::string_view office_file = "brm.yaml";

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
  if (!is_single_ && !item.id().empty()) named_.insert(&item);
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
  named_.reserve(2 * records_.size());
  for (const Item* record : records_) {
    const bool is_office = record->kind->name == "office";
    if (is_office && files_[record->file].path() == office_file) set_office(record);
    index_parts(*record);
  }
}

/// A rule that says it looks at one record and looks for another is a bug.
void Portfolio::refuse_single() const {
  if (is_single_) throw std::logic_error("a rule on one record looks for another one");
}

const Item* Portfolio::find(Name name) const {
  refuse_single();
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
