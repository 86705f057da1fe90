#include "commands/record_template.h"

#include <fmt/format.h>

#include "commands/field_words.h"

namespace brm {
namespace {

constexpr std::string_view gap = "TODO";

Yaml template_for(const Field& field);

std::string words_of(const Field& field) {
  std::string out(field.meaning);
  const bool is_plain_text =
      field.many == Many::one && (field.type == Type::line || field.type == Type::prose);
  if (field.type == Type::part || is_plain_text) return out;
  std::string words = value_words(field);
  if (const std::string range = range_words(field); !range.empty()) words += ", " + range;
  words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return out + " " + words + ".";
}

/// The first of the sets of fields of which one is needed: `low+high`.
bool is_in_first_form(const Kind& part, std::string_view name) {
  if (part.one_of_need != Need::required || part.one_of.empty()) return false;
  std::string_view form = part.one_of.front();
  while (!form.empty()) {
    const std::size_t end = std::min(form.find_first_of("+ "), form.size());
    if (form.substr(0, end) == name) return true;
    form.remove_prefix(std::min(end + 1, form.size()));
  }
  return false;
}

Yaml required_fields(const Kind& kind) {
  Yaml map = Yaml::map();
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const Field& field = kind.field(i);
    const bool is_needed = field.need == Need::required || is_in_first_form(kind, field.name);
    if (is_needed && kind.index_of(field.name) == i) {
      map.fields.emplace_back(field.name, template_for(field));
    }
  }
  return map;
}

Yaml template_for(const Field& field) {
  Yaml value = Yaml::of(gap);
  if (field.type == Type::part) value = required_fields(*field.part);
  // Where none of its fields is required, the comment says which there are.
  if (field.type == Type::part && value.fields.empty()) value = Yaml::of(gap);
  if (field.many == Many::list) {
    std::vector<Yaml> items{std::move(value)};
    if (field.exactly == 2) items.push_back(items.front());
    value = Yaml::list(std::move(items));
  }
  value.comment = words_of(field);
  if (field.type == Type::part) {
    const std::string forms = alternative_words(*field.part);
    if (!forms.empty()) value.comment += " " + forms + ".";
  }
  return value;
}

void add_lines(std::string_view text, std::vector<std::string>& lines) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// As they are to be written, once the `# ` before them is gone.
std::vector<std::string> recommended_fields(const Kind& kind) {
  std::vector<std::string> lines;
  for (const Field& field : kind.fields) {
    if (field.need != Need::recommended) continue;
    if (lines.empty()) {
      if (!kind.common.empty()) lines.emplace_back();
      lines.emplace_back("Recommended; a line counts without its `# `:");
    }
    Yaml map = Yaml::map();
    map.fields.emplace_back(field.name, template_for(field));
    add_lines(in_block(map, 0, {}), lines);
  }
  return lines;
}

/// What every record begins with, in the order in which people write it.
constexpr std::string_view head[] = {"kind", "id", "title"};

bool is_in_head(std::string_view name) {
  return std::find(std::begin(head), std::end(head), name) != std::end(head);
}

}  // namespace

Yaml template_of(const Kind& kind, std::string_view id) {
  Yaml map = Yaml::map();
  Yaml all = required_fields(kind);
  for (const std::string_view name : head) {
    for (auto& [key, value] : all.fields) {
      if (key == name) map.fields.emplace_back(key, value);
    }
  }
  for (auto& [key, value] : all.fields) {
    if (!is_in_head(key)) map.fields.emplace_back(key, value);
  }
  for (auto& [key, value] : map.fields) {
    if (key == "id") value = Yaml::of(id);
    if (key == "kind" && !kind.common.empty()) value = Yaml::of(kind.name);
  }
  map.comments = recommended_fields(kind);
  return map;
}

std::size_t count_gaps(const Yaml& yaml) {
  std::size_t count = yaml.form == Yaml::Form::text && yaml.text == gap ? 1 : 0;
  for (const Yaml& item : yaml.items) count += count_gaps(item);
  for (const auto& [key, value] : yaml.fields) count += count_gaps(value);
  return count;
}

}  // namespace brm
