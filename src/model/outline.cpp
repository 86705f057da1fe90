#include "model/outline.h"

#include <cstring>
#include <vector>

#include "model/initiative_fields.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

/// What people call a party: near-duplicate names are looked for among all of them. `Of` does not
/// show them in an outline, so that nobody counts on the titles of other records.
bool is_party_name(const Item& item, const Field& field) {
  return item.kind == &kinds::relationship && (field.name == "title" || field.name == "aliases");
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
bool is_day_of_end(const Item& item, const Field& field) {
  if (item.kind == &kinds::decision) return field.name == "decided";
  return (item.kind == &kinds::stopped || item.kind == &kinds::exit) && field.name == "date";
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

class Outliner {
 public:
  explicit Outliner(std::pmr::memory_resource& arena) : arena_(arena) {}

  const Item* copy(const Item& record) {
    const Item* out = copy(record, nullptr);
    // Side by side: each by itself would leave a gap before what comes next.
    auto* text = static_cast<char*>(arena_.allocate(size_of_texts_, 1));
    for (Value* value : texts_) {
      std::memcpy(text, value->text, value->size);
      value->text = text;
      text += value->size;
    }
    return out;
  }

 private:
  const Item* copy(const Item& item, const Item* parent) {
    auto* out = static_cast<Item*>(arena_.allocate(sizeof(Item), alignof(Item)));
    *out = item;
    out->parent = parent;
    out->is_outline = 1;
    const std::size_t first = kept_.size();
    for (const Value& value : item.fields()) {
      const Field& field = item.kind->field(value.field);
      const bool is_place = field.type == Type::part &&
                            (item.kind == &kinds::initiative || field.part == &kinds::exit ||
                             has_words_of_governance(field));
      const bool is_kept = is_in_outline(*item.kind, field) || is_word_of_governance(field) ||
                           is_party_name(item, field) || is_day_of_end(item, field);
      if (is_place || (is_kept && !is_nameless_part(field, value, *out))) {
        kept_.push_back(copy(field, value, out));
      }
    }
    out->count = (kept_.size() - first) & 0x7FFFFFFFU;
    out->values = store(first);
    return out;
  }

  static bool is_nameless_part(const Field& field, const Value& value, const Item& owner) {
    const bool is_one = field.type == Type::part && field.many == Many::one;
    return is_one && owner.parent != nullptr && !names_something(*value.item);
  }

  Value copy(const Field& field, const Value& value, const Item* owner) {
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

  Value copy_one(const Field& field, const Value& value, const Item* owner) {
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

  /// Moves what was kept since `first` into the arena.
  const Value* store(std::size_t first) {
    const std::size_t count = kept_.size() - first;
    if (count == 0) return nullptr;
    auto* memory = static_cast<Value*>(arena_.allocate(sizeof(Value) * count, alignof(Value)));
    std::copy(kept_.begin() + static_cast<std::ptrdiff_t>(first), kept_.end(), memory);
    kept_.resize(first);
    for (; !waiting_.empty() && waiting_.back() >= first; waiting_.pop_back()) {
      texts_.push_back(memory + (waiting_.back() - first));
    }
    return memory;
  }

  std::pmr::memory_resource& arena_;
  std::vector<Value> kept_;           // of the items being copied, the outermost first
  std::vector<std::size_t> waiting_;  // those among them whose text is still the record's
  std::vector<Value*> texts_;         // the same, once they are where they stay
  std::size_t size_of_texts_ = 0;
};

}  // namespace

const Item* outline_of(const Item& record, std::pmr::memory_resource& arena) {
  return Outliner(arena).copy(record);
}

}  // namespace brm
