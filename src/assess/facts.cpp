#include "assess/facts.h"

#include <algorithm>
#include <array>

#include "model/relationship_fields.h"

namespace brm {

Fact text_fact(std::string_view text) { return text.empty() ? Fact{} : Fact{std::string(text)}; }
Fact whole_fact(std::int64_t number) { return Decimal{number, 0}; }
Fact count_fact(std::size_t count) { return whole_fact(static_cast<std::int64_t>(count)); }
Fact date_fact(const std::optional<Date>& date) { return date ? Fact{*date} : Fact{}; }

namespace {

void follow(const Item& item, std::span<const std::size_t> path, std::vector<Fact>& out) {
  const Value* value = item.find(path.front());
  if (value == nullptr) return;
  const Field& field = item.kind->field(path.front());
  const auto each = [&](const Value& one) {
    if (path.size() > 1) {
      follow(*one.item, path.subspan(1), out);
    } else {
      out.push_back(stored_fact(field, one));
    }
  };
  if (field.many == Many::one) return each(*value);
  for (const Value& element : value->as_list()) each(element);
}

std::vector<std::string_view> stored_names_of(const Kind& kind) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kind.size(); ++i) {
    if (kind.index_of(kind.field(i).name) == i) names.push_back(kind.field(i).name);
  }
  return names;
}

}  // namespace

Fact stored_fact(const Field& field, const Value& value) {
  switch (field.type) {
    case Type::date:
      return value.as_date();
    case Type::number:
    case Type::percent:
      return value.as_decimal();
    case Type::whole:
      return Decimal{value.number, 0};
    case Type::money:
      return value.as_money();
    case Type::boolean:
      return value.number != 0;
    case Type::part:
      return true;  // it is there
    default:
      return text_fact(value.as_text());
  }
}

std::string to_text(const Fact& fact) {
  struct ToText {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Decimal& number) const { return brm::to_text(number); }
    std::string operator()(Date date) const { return brm::to_text(date); }
    std::string operator()(const Money& money) const { return brm::to_text(money); }
  };
  return std::visit(ToText{}, fact);
}

bool is_of(const ComputedField& field, const Kind& kind) {
  return field.kind.empty() || field.kind == kind.name;
}

std::optional<Question> Question::find(const Kind& kind, std::string_view name) {
  Question question;
  for (const ComputedField& field : computed_fields()) {
    if (!is_of(field, kind) || field.name != name) continue;
    question.computed_ = &field;
    question.type_ = field.type;
    question.words_ = field.words;
    return question;
  }
  const Kind* at = &kind;
  if (name.ends_with('.')) return std::nullopt;
  while (!name.empty()) {
    const std::size_t dot = name.find('.');
    const std::size_t index = at == nullptr ? 0 : at->index_of(name.substr(0, dot));
    if (at == nullptr || index == at->size()) return std::nullopt;
    question.path_.push_back(index);
    const Field& field = at->field(index);
    question.type_ = field.type;
    question.words_ = field.words;
    question.has_several_ |= field.many == Many::list;
    at = field.part;
    name.remove_prefix(dot == std::string_view::npos ? name.size() : dot + 1);
  }
  return question.path_.empty() ? std::nullopt : std::optional(question);
}

std::vector<Fact> Question::ask(const Assessment& assessed, const Item& item) const {
  if (computed_ != nullptr) return {computed_->compute(assessed, item)};
  std::vector<Fact> out;
  follow(item, path_, out);
  return out;
}

std::vector<std::string> names_near(const Kind& kind, std::string_view path) {
  const Kind* at = &kind;
  std::size_t known = 0;  // bytes of the path that lead somewhere, their last point included
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos;
       dot = path.find('.', known)) {
    const std::size_t index = at->index_of(path.substr(known, dot - known));
    if (index == at->size() || at->field(index).part == nullptr) break;
    at = at->field(index).part;
    known = dot + 1;
  }
  std::vector<std::string> names;
  for (const std::string_view name : known == 0 ? names_of(kind) : stored_names_of(*at)) {
    names.push_back(std::string(path.substr(0, known)) + std::string(name));
  }
  return names;
}

std::vector<std::string_view> names_of(const Kind& kind) {
  std::vector<std::string_view> names;
  for (const ComputedField& field : computed_fields()) {
    if (is_of(field, kind)) names.push_back(field.name);
  }
  for (const std::string_view name : stored_names_of(kind)) names.push_back(name);
  return names;
}

}  // namespace brm
