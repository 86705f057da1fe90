#include "model/portfolio.h"

#include <stdexcept>

#include "base/blocks.h"

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

/// The items of some records, by kind, and which of the records have many.
class KindLists {
 public:
  using Lists = std::unordered_map<const Kind*, std::vector<const Item*>>;

  void add(const Item& record) {
    std::size_t count = 0;
    visit_items(record, [&](const Item& item) {
      ++count;
      // Most parts follow one of their own kind.
      if (item.kind != last_kind_) {
        last_kind_ = item.kind;
        last_list_ = &lists_[item.kind];  // lists stay where they are
      }
      last_list_->push_back(&item);
      return true;
    });
    if (count >= many_items) of_many_items_.push_back(&record);
  }
  Lists& lists() { return lists_; }
  const std::vector<const Item*>& of_many_items() const { return of_many_items_; }

 private:
  Lists lists_;
  std::vector<const Item*> of_many_items_;
  const Kind* last_kind_ = nullptr;
  std::vector<const Item*>* last_list_ = nullptr;
};

/// Those of stretches of the records, one after the other.
KindLists::Lists joined(std::vector<KindLists> stretches) {
  KindLists::Lists out = std::move(stretches.front().lists());
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    for (auto& [kind, list] : stretches[i].lists()) {
      std::vector<const Item*>& all = out[kind];
      all.insert(all.end(), list.begin(), list.end());
      list = {};
    }
  }
  for (auto& [kind, list] : out) list.shrink_to_fit();
  return out;
}

/// How many stretches are worth the while: lists of outlines are short, and to join them would
/// take the memory that outlines save.
std::size_t stretches_of(const std::vector<const Item*>& records) {
  constexpr std::size_t worth_a_stretch = 1000;
  constexpr std::size_t most = 8;
  if (records.empty() || records.front()->is_outline != 0) return 1;
  return std::min(1 + records.size() / worth_a_stretch, most);
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
  for (const Item* record : records_) {
    const bool is_office = record->kind->name == "office";
    if (is_office && files_[record->file].path() == office_file) set_office(record);
  }
  std::vector<KindLists> stretches(stretches_of(records_));
  constexpr std::size_t as_many_as_cores = 0;
  const std::size_t threads = stretches.size() == 1 ? 1 : as_many_as_cores;
  const std::size_t size = records_.size() / stretches.size() + 1;
  const auto list = [&](std::size_t stretch, std::size_t /*end*/) {
    const std::size_t end = std::min((stretch + 1) * size, records_.size());
    for (std::size_t i = stretch * size; i < end; ++i) stretches[stretch].add(*records_[i]);
  };
  for_each_block(stretches.size(), threads, list, 1);
  std::unordered_set<const Item*> of_many_items;
  for (const KindLists& each : stretches) {
    of_many_items.insert(each.of_many_items().begin(), each.of_many_items().end());
  }
  by_kind_ = joined(std::move(stretches));
  named_.reserve(records_.size());
  for (const Item* record : records_) {
    const bool is_first = !record->id().empty() && named_.insert(record).second;
    if (is_first && !of_many_items.contains(record)) continue;
    visit_items(*record, [&](const Item& item) {
      if (!item.id().empty()) named_.insert(&item);
      return true;
    });
  }
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
