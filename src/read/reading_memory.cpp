#include "read/reading_memory.h"

#include <stdexcept>

namespace brm {
namespace {

KindPlan::Set read_set(const Kind& kind, std::string_view names) {
  KindPlan::Set set;
  set.needs_all = names.find('+') != std::string_view::npos;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" +"), names.size());
    set.fields |= bit(kind.index_of(names.substr(0, end)));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return set;
}

}  // namespace

KindPlan::KindPlan(const Kind& kind) : needs_one(kind.one_of_need == Need::required) {
  constexpr std::size_t bits = 64;
  if (kind.size() >= bits) throw std::logic_error("a kind has more fields than there are bits");
  for (std::size_t i = 0; i < kind.size(); ++i) {
    const bool is_shadowed = kind.index_of(kind.field(i).name) != i;
    if (kind.field(i).need == Need::required && !is_shadowed) required |= bit(i);
  }
  for (const std::string_view names : kind.one_of) one_of.push_back(read_set(kind, names));
}

bool KindPlan::is_satisfied_by(std::uint64_t given) const {
  std::size_t count = 0;
  for (const Set& set : one_of) {
    const std::uint64_t there = set.fields & given;
    if (there == 0) continue;
    ++count;
    if (set.needs_all && there != set.fields) return false;
  }
  return count == 1 || (count == 0 && !needs_one);
}

}  // namespace brm
