#include "model/audience.h"

#include <cstring>
#include <optional>

#include "base/ascii.h"
#include "base/folding.h"
#include "model/all_kinds.h"
#include "model/narrowing.h"
#include "model/office_fields.h"

namespace brm {
namespace {

constexpr std::string_view public_words[] = {"currency", "fiscal_year_starts", "policy", "scales",
                                             "kind"};

/// Letters, digits, `-`, `_` and everything beyond ASCII stand in words.
bool is_in_word(char c) {
  return is_letter_or_digit(c) || is_beyond_ascii(c) || c == '-' || c == '_';
}

/// In small letters, with single blanks: however it was broken into lines.
std::string spaced(std::string_view text) {
  std::string out;
  for (const char c : lowered(text)) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::size_t word_end(std::string_view text, std::size_t from) {
  while (from < text.size() && is_in_word(text[from])) ++from;
  return from;
}

class Copier {
 public:
  Copier(const Unsaid& unsaid, std::pmr::memory_resource& arena) : unsaid_(unsaid), arena_(arena) {}

  const Item* copy(const Item& item, const Item* parent, bool is_bare_office = false) {
    auto* out = static_cast<Item*>(arena_.allocate(sizeof(Item), alignof(Item)));
    *out = item;
    out->parent = parent;
    std::vector<Value> kept;
    for (const Value& value : item.fields()) {
      const Field& field = item.kind->field(value.field);
      if (is_bare_office && std::find(std::begin(public_words), std::end(public_words),
                                      field.name) == std::end(public_words)) {
        continue;
      }
      if (const auto copied = copy(field, value, out)) kept.push_back(*copied);
    }
    out->count = kept.size() & 0x7FFFFFFFU;
    out->values = store(kept);
    return out;
  }

 private:
  std::optional<Value> copy(const Field& field, const Value& value, const Item* owner) {
    if (field.many == Many::one) return copy_one(field, value, owner);
    std::vector<Value> kept;
    for (const Value& element : value.as_list()) {
      if (const auto copied = copy_one(field, element, owner)) kept.push_back(*copied);
    }
    Value out = value;
    out.size = static_cast<std::uint32_t>(kept.size());
    out.elements = store(kept);
    return out;
  }

  std::optional<Value> copy_one(const Field& field, const Value& value, const Item* owner) {
    if (field.type == Type::ref && unsaid_.has_id(value.as_text())) return std::nullopt;
    Value out = value;
    if (field.type == Type::part) out.item = copy(*value.item, owner);
    return out;
  }

  const Value* store(const std::vector<Value>& kept) {
    if (kept.empty()) return nullptr;
    void* memory = arena_.allocate(sizeof(Value) * kept.size(), alignof(Value));
    std::memcpy(memory, kept.data(), sizeof(Value) * kept.size());
    return static_cast<const Value*>(memory);
  }

  const Unsaid& unsaid_;
  std::pmr::memory_resource& arena_;
};

void find_places(const Unsaid& unsaid, const Item& item, std::vector<Span>& places) {
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    const bool is_text = field.type == Type::line || field.type == Type::prose ||
                         field.type == Type::id || field.type == Type::ref;
    if (!is_text && field.type != Type::part) continue;
    const std::span<const Value> values =
        field.many == Many::list ? value.as_list() : std::span(&value, 1);
    for (const Value& one : values) {
      if (field.type == Type::part) {
        find_places(unsaid, *one.item, places);
      } else if (unsaid.is_in(one.as_text())) {
        places.push_back(item.span_of(one));
      }
    }
  }
}

}  // namespace

Audience audience_of(const Item& record) {
  const Value* value = record.find("audience");
  const std::string_view word = value == nullptr ? std::string_view{} : value->as_text();
  if (word == "public") return Audience::open;
  return word == "restricted" ? Audience::restricted : Audience::internal;
}

void Unsaid::add(const Item& record) {
  if (!record.id().empty()) ids_.emplace(record.id());
  const auto add_name = [&](std::string_view text) {
    std::string name = spaced(text);
    std::size_t from = 0;
    while (from < name.size() && !is_in_word(name[from])) ++from;
    name.erase(0, from);
    if (name.empty()) return;
    names_[name.substr(0, word_end(name, 0))].push_back(name);
  };
  if (const Value* title = record.find("title")) add_name(title->as_text());
  if (const Value* aliases = record.find("aliases")) {
    for (const Value& alias : aliases->as_list()) add_name(alias.as_text());
  }
  if (const Value* goals = record.kind == &kinds::office ? record.find("goals") : nullptr) {
    for (const Value& goal : goals->as_list()) ids_.emplace(goal.item->id());
  }
}

bool Unsaid::is_in(std::string_view text) const {
  if (empty()) return false;
  const std::string small = spaced(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = word_end(text, at);
    const std::string_view word = text.substr(at, end - at);
    // `office` is a word of every other sentence, whatever a record is called.
    if (end > at && ids_.contains(std::string(word)) && find_kind(word) == nullptr) return true;
    at = end + 1;
  }
  for (std::size_t at = 0; at < small.size();) {
    const std::size_t end = word_end(small, at);
    const auto found = names_.find(small.substr(at, end - at));
    if (found != names_.end()) {
      for (const std::string& name : found->second) {
        const std::size_t after = at + name.size();
        const bool is_whole =
            after >= small.size() || !is_in_word(name.back()) || !is_in_word(small[after]);
        if (small.compare(at, name.size(), name) == 0 && is_whole) return true;
      }
    }
    at = end + 1;
  }
  return false;
}

bool Unsaid::has_id(std::string_view reference) const {
  return ids_.contains(std::string(reference.substr(0, reference.find('/'))));
}

Narrowed narrow(const std::vector<const Item*>& records, Audience audience,
                std::pmr::memory_resource& arena) {
  return narrow_beside(records, audience, {}, arena);
}

Narrowed narrow_beside(const std::vector<const Item*>& records, Audience audience,
                       const Unsaid& elsewhere, std::pmr::memory_resource& arena) {
  const auto is_for_it = [&](const Item& record) {
    return audience_of(record) <= audience && !elsewhere.has_id(record.id());
  };
  Narrowed out;
  for (const Item* record : records) {
    if (record == nullptr || is_for_it(*record)) continue;
    out.unsaid.add(*record);
    ++out.left_out;
  }
  Copier copier(out.unsaid, arena);
  for (const Item* record : records) {
    const bool is_kept = record != nullptr && is_for_it(*record);
    const bool is_office = record != nullptr && record->kind == &kinds::office;
    out.records.push_back(is_kept || is_office ? copier.copy(*record, nullptr, !is_kept) : nullptr);
  }
  return out;
}

std::vector<Span> places_of(const Unsaid& unsaid, const std::vector<const Item*>& records) {
  std::vector<Span> places;
  for (const Item* record : records) find_places(unsaid, *record, places);
  return places;
}

}  // namespace brm
