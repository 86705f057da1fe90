#include "document/document.h"

namespace brm {

std::string to_text(const Cell& cell) {
  struct ToText {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const Decimal& number) const { return brm::to_text(number); }
    std::string operator()(Date date) const { return brm::to_text(date); }
    std::string operator()(const Money& money) const { return brm::to_text(money); }
  };
  return std::visit(ToText{}, cell.value);
}

}  // namespace brm
