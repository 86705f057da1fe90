#include "model/outline.h"

#include <cstring>
#include <stdexcept>

#include "model/gist.h"
#include "model/initiative_fields.h"
#include "model/outliner.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

/// What people call a party: near-duplicate names are looked for among all of them. `Of` does not
/// show them in an outline, so that nobody counts on the titles of other records.
bool is_party_name(const Kind& kind, const Field& field) {
  return &kind == &kinds::relationship && (field.name == "title" || field.name == "aliases");
}

/// Sorts of decision and who decides them are named in words of the office's own.
bool is_word_of_governance(const Field& field) {
  return field.type == Type::line && (field.name == "type" || field.name == "decide");
}

bool has_words_of_governance(const Field& part) {
  const auto fields = part.part->fields;
  return std::any_of(fields.begin(), fields.end(), is_word_of_governance);
}

/// Since when a record is over, or a question decided: model/status.h and was_taken read it by
/// name.
bool is_day_of_end(const Kind& kind, const Field& field) {
  if (&kind == &kinds::decision) return field.name == "decided";
  return (&kind == &kinds::stopped || &kind == &kinds::exit) && field.name == "date";
}

bool is_kept(const Kind& kind, const Field& field) {
  return is_in_outline(kind, field) || is_word_of_governance(field) || is_party_name(kind, field) ||
         is_day_of_end(kind, field);
}

bool is_place(const Kind& kind, const Field& field) {
  return field.type == Type::part && (&kind == &kinds::initiative || field.part == &kinds::exit ||
                                      has_words_of_governance(field));
}

/// What an outcome is called: of that gist_of_title shows a number alone.
bool is_outcome_title(const Kind& kind, const Field& field) {
  return &kind == &kinds::outcome && field.name == "title";
}

/// In place of the text, of which nothing is left to be read by mistake.
Value gist_value(const Value& title, std::uint64_t gist) {
  Value out = title;
  out.size = 0;
  out.number = static_cast<std::int64_t>(gist);
  return out;
}

/// Whether an id, a reference or such a word was written in it.
bool names_something(const Item& item) {
  const auto fields = item.fields();
  return std::any_of(fields.begin(), fields.end(), [&](const Value& value) {
    const Field& field = item.kind->field(value.field);
    if (field.type != Type::part) {
      const bool is_reference = field.type == Type::id || field.type == Type::ref;
      return is_reference || is_word_of_governance(field);
    }
    if (!has_names(*field.part)) return false;
    const bool is_list = field.many == Many::list;
    const std::span<const Value> parts = is_list ? value.as_list() : std::span(&value, 1);
    return std::any_of(parts.begin(), parts.end(),
                       [](const Value& part) { return names_something(*part.item); });
  });
}

/// A part of a part that says nothing an outline holds.
bool is_nameless_part(const Field& field, const Value& value, const Item& owner) {
  const bool is_one = field.type == Type::part && field.many == Many::one;
  return is_one && owner.parent != nullptr && !names_something(*value.item);
}

}  // namespace

Outliner::Plan::Plan(const Kind& kind) {
  constexpr std::size_t bits = 64;
  if (kind.size() >= bits) throw std::logic_error("a kind has more fields than there are bits");
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (is_kept(kind, kind.field(i))) kept |= bit;
    if (is_place(kind, kind.field(i))) places |= bit;
    if (is_outcome_title(kind, kind.field(i))) gists |= bit;
  }
}

const Item* Outliner::copy(const Item& record, std::pmr::memory_resource& arena) {
  arena_ = &arena;
  size_of_texts_ = 0;
  texts_.clear();
  const Item* out = copy(record, nullptr);
  // Side by side: each by itself would leave a gap before what comes next.
  auto* text = static_cast<char*>(arena_->allocate(size_of_texts_, 1));
  for (Value* value : texts_) {
    std::memcpy(text, value->text, value->size);
    value->text = text;
    text += value->size;
  }
  return out;
}

const Item* Outliner::copy(const Item& item, const Item* parent) {
  auto* out = static_cast<Item*>(arena_->allocate(sizeof(Item), alignof(Item)));
  *out = item;
  out->parent = parent;
  out->is_outline = 1;
  const Plan& plan = plan_of(*item.kind);  // stays where it is when others are added
  const std::size_t first = kept_.size();
  for (const Value& value : item.fields()) {
    const std::uint64_t bit = std::uint64_t{1} << value.field;
    if ((plan.gists & bit) != 0) {
      if (const auto gist = gist_of_title(item)) kept_.push_back(gist_value(value, *gist));
      continue;
    }
    if (((plan.kept | plan.places) & bit) == 0) continue;
    const Field& field = item.kind->field(value.field);
    const bool is_place = (plan.places & bit) != 0;
    if (is_place || !is_nameless_part(field, value, *out)) {
      kept_.push_back(copy(field, value, out));
    }
  }
  out->count = (kept_.size() - first) & 0x7FFFFFFFU;
  out->values = store(first);
  return out;
}

Value Outliner::copy(const Field& field, const Value& value, const Item* owner) {
  if (field.many == Many::one) return copy_one(field, value, owner);
  Value out = value;
  const std::size_t first = kept_.size();
  const bool is_deep = field.type == Type::part &&
                       (owner->parent != nullptr || owner->kind == &kinds::relationship) &&
                       field.part != &kinds::allowance;
  for (const Value& element : value.as_list()) {
    if (!is_deep || names_something(*element.item)) {
      kept_.push_back(copy_one(field, element, owner));
    }
  }
  out.size = static_cast<std::uint32_t>(kept_.size() - first);
  out.elements = store(first);
  return out;
}

Value Outliner::copy_one(const Field& field, const Value& value, const Item* owner) {
  Value out = value;
  if (field.type == Type::part) {
    out.item = copy(*value.item, owner);
  } else if (field.type == Type::id || field.type == Type::ref || field.type == Type::line) {
    waiting_.push_back(kept_.size());  // where the caller puts it
    size_of_texts_ += value.size;
  } else if (field.type == Type::choice) {
    // A word of a closed list is the list's own.
    out.text = std::find(field.words.begin(), field.words.end(), value.as_text())->data();
  }
  return out;
}

const Value* Outliner::store(std::size_t first) {
  const std::size_t count = kept_.size() - first;
  if (count == 0) return nullptr;
  auto* memory = static_cast<Value*>(arena_->allocate(sizeof(Value) * count, alignof(Value)));
  std::copy(kept_.begin() + static_cast<std::ptrdiff_t>(first), kept_.end(), memory);
  kept_.resize(first);
  for (; !waiting_.empty() && waiting_.back() >= first; waiting_.pop_back()) {
    texts_.push_back(memory + (waiting_.back() - first));
  }
  return memory;
}

const Item* outline_of(const Item& record, std::pmr::memory_resource& arena) {
  return Outliner().copy(record, arena);
}

}  // namespace brm
