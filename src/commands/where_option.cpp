#include "commands/where_option.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "commands/values.h"
#include "model/all_kinds.h"

namespace brm {

Result<Where> read_where(const Kind& kind, const std::string& text) {
  if (text.empty()) return Where{};
  auto bound = bind_where(kind, text);
  if (auto* where = std::get_if<Where>(&bound)) return std::move(*where);
  const auto& fault = std::get<ExpressionFault>(bound);
  const std::size_t at = std::min(fault.offset, text.size());
  const std::size_t indent = display_width(visible(text.substr(0, at)));
  const std::size_t length =
      std::max<std::size_t>(1, display_width(visible(text.substr(at, fault.length))));
  return Failure{fmt::format("--where: {}\n  {}\n  {}{}", fault.message, visible(text),
                             std::string(indent, ' '), std::string(length, '^')),
                 fault.help};
}

Result<const Kind*> read_kind(const std::string& name) {
  if (const Kind* kind = find_kind(name)) return kind;
  return unknown_value(values::kind, name);
}

}  // namespace brm
