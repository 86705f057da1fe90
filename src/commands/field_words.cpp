#include "commands/field_words.h"

#include <fmt/format.h>

#include <vector>

#include "base/spelling.h"
#include "rules/references.h"

namespace brm {
namespace {

std::string one_value(const Field& field) {
  if (field.type == Type::part) return fmt::format("the fields of `{}`", field.part->name);
  if (field.type == Type::choice) return "one of " + join_or(field.words);
  if (field.type == Type::ref && field.to.empty()) return "the id of any record or part";
  if (field.type == Type::ref) {
    return "the id of " + rules::one_of_kinds(field.to);
  }
  return std::string(to_text(field.type));
}

/// `numerator with denominator`
std::string form_words(std::string_view form) {
  const std::size_t plus = form.find('+');
  const std::size_t blank = form.find(' ');
  if (plus != std::string_view::npos) {
    return fmt::format("`{}` with `{}`", form.substr(0, plus), form.substr(plus + 1));
  }
  if (blank != std::string_view::npos) {
    return fmt::format("`{}` and/or `{}`", form.substr(0, blank), form.substr(blank + 1));
  }
  return fmt::format("`{}`", form);
}

}  // namespace

std::string_view need_words(const Field& field) {
  switch (field.need) {
    case Need::required:
      return "required";
    case Need::recommended:
      return "recommended";
    case Need::optional:
      return "";
  }
  return "";
}

std::string value_words(const Field& field) {
  const std::string one = one_value(field);
  if (field.many == Many::one) return one;
  if (field.exactly == 2) return "a pair, lowest and highest: " + one;
  return field.type == Type::part ? "a list, each with " + one : "a list, each " + one;
}

std::string range_words(const Field& field) {
  if (field.type != Type::whole) return "";
  constexpr std::int64_t without_end = Field{}.most;
  if (field.most == without_end) return fmt::format("{} or more", field.least);
  return fmt::format("{} to {}", field.least, field.most);
}

std::string alternative_words(const Kind& kind) {
  if (kind.one_of.empty()) return "";
  std::vector<std::string> forms;
  for (const std::string_view form : kind.one_of) forms.push_back(form_words(form));
  const std::vector<std::string_view> views(forms.begin(), forms.end());
  return fmt::format("{} {}",
                     kind.one_of_need == Need::required ? "It has one of" : "It may have one of",
                     join_or(views));
}

}  // namespace brm
