#include "assess/written_values.h"

#include <fmt/format.h>

#include <unordered_map>

#include "assess/facts.h"

namespace brm {
namespace {

std::string own_name(const Item& entry, std::size_t number) {
  if (!entry.id().empty()) return std::string(entry.id());
  const Value* day = entry.find("date");
  if (day != nullptr && entry.kind->field(day->field).type == Type::date) {
    return to_text(day->as_date());
  }
  for (const Value& value : entry.fields()) {
    const Field& field = entry.kind->field(value.field);
    if (field.type == Type::ref && field.many == Many::one) return std::string(value.as_text());
  }
  return fmt::format("{}", number);
}

std::vector<NamedEntry> named(std::span<const Value> entries) {
  std::vector<NamedEntry> out;
  std::unordered_map<std::string, std::size_t> seen;
  for (const Value& entry : entries) {
    std::string name = own_name(*entry.item, out.size() + 1);
    if (const std::size_t count = ++seen[name]; count > 1) name += fmt::format("#{}", count);
    out.emplace_back(std::move(name), entry.item);
  }
  return out;
}

/// Without the line end that a block of text closes with.
std::string trimmed(std::string text) {
  text.resize(text.find_last_not_of(" \n") + 1);
  return text;
}

class Walk {
 public:
  explicit Walk(std::vector<WrittenValue>& out) : out_(out) {}

  void add(const Item& item, const std::string& before) {
    for (const Value& value : item.fields()) {
      const Field& field = item.kind->field(value.field);
      const std::string path = before + std::string(field.name);
      if (field.type == Type::part) {
        add_parts(field, value, path);
      } else {
        out_.push_back({path, text_of(field, value), item.span_of(value)});
      }
    }
  }

 private:
  void add_parts(const Field& field, const Value& value, const std::string& path) {
    if (field.many == Many::one) return add(*value.item, path + ".");
    for (const auto& [name, entry] : named(value.as_list())) {
      add(*entry, fmt::format("{}.{}.", path, name));
    }
  }

  static std::string text_of_one(const Field& field, const Value& value) {
    if (field.type == Type::money) return amount_words(value.as_money());
    return trimmed(to_text(stored_fact(field, value)));
  }

  static std::string text_of(const Field& field, const Value& value) {
    if (field.many == Many::one) return text_of_one(field, value);
    std::string all;
    for (const Value& one : value.as_list()) {
      if (!all.empty()) all += ", ";
      all += text_of_one(field, one);
    }
    return all;
  }

  std::vector<WrittenValue>& out_;
};

}  // namespace

std::vector<WrittenValue> written_values(const Item& item) {
  std::vector<WrittenValue> out;
  Walk(out).add(item, "");
  return out;
}

std::vector<WrittenChange> written_changes(const Item* before, const Item* after) {
  const auto values_of = [](const Item* item) {
    return item == nullptr ? std::vector<WrittenValue>{} : written_values(*item);
  };
  const std::vector<WrittenValue> old_values = values_of(before);
  const std::vector<WrittenValue> new_values = values_of(after);
  std::unordered_map<std::string_view, const WrittenValue*> gone;
  for (const WrittenValue& value : old_values) gone.emplace(value.path, &value);
  std::vector<WrittenChange> changes;
  for (const WrittenValue& value : new_values) {
    const auto found = gone.find(value.path);
    const std::string from = found == gone.end() ? "" : found->second->text;
    if (found != gone.end()) gone.erase(found);
    if (from != value.text) changes.push_back({value.path, from, value.text});
  }
  for (const WrittenValue& value : old_values) {
    const auto found = gone.find(value.path);
    const bool is_gone = found != gone.end() && found->second == &value && !value.text.empty();
    if (is_gone) changes.push_back({value.path, value.text, ""});
  }
  return changes;
}

std::vector<NamedEntry> named_entries(const Item* item, std::string_view list) {
  const Value* value = item == nullptr ? nullptr : item->find(list);
  if (value == nullptr) return {};
  const bool is_list = item->kind->field(value->field).many == Many::list;
  return named(is_list ? value->as_list() : std::span(value, 1));
}

}  // namespace brm
