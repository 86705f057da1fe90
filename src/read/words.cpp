#include "read/words.h"

#include <vector>

#include "base/spelling.h"

namespace brm {

std::string_view form_words(const Node& written) {
  switch (written.form) {
    case Form::null:
      return "nothing";
    case Form::list:
      return "a list";
    case Form::map:
      return "a map of fields";
    case Form::scalar:
      return "a single value";
  }
  return "";
}

std::string field_names(const Kind& kind) {
  std::vector<std::string_view> names;
  for (const Field& field : kind.fields) names.push_back(field.name);
  return join_or(names);
}

std::string wanted(const Field& field) {
  if (field.type == Type::choice) return "one of " + join_or(field.words);
  if (field.many == Many::list) return "a list";
  return std::string(to_text(field.type));
}

std::string alternatives(const Kind& kind) {
  std::string out = join_or(kind.one_of);
  for (std::size_t at = out.find('+'); at != std::string::npos; at = out.find('+', at)) {
    out.replace(at, 1, " with ");
  }
  return out;
}

}  // namespace brm
