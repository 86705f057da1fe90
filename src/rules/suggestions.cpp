#include "rules/suggestions.h"

#include <fmt/format.h>

#include "base/near_words.h"
#include "model/all_kinds.h"

namespace brm::rules {
namespace {

/// Comparing every unknown id with every known one would be quadratic in a folder full of them.
/// Past this many comparisons, under a second, the rest goes without a guess.
constexpr std::size_t most_comparisons = 500'000;

bool is_record_kind(std::string_view name) {
  const Kind* kind = find_kind(name);
  return kind != nullptr && !kind->common.empty();
}

std::string how_to_add(const Reference& reference) {
  if (reference.field.to.empty()) {
    return "write the id of a record, or `record/part`";
  }
  const std::string_view kind = reference.field.to.front();
  if (kind == "goal") return "add it to `goals` in brm.yaml";
  if (!is_record_kind(kind)) {
    return fmt::format("write `record/{0}`: the id of the record, then that of the {0}", kind);
  }
  if (reference.names_part()) {
    return fmt::format("write the id of {}, without `/`", one_of_kinds(reference.field.to));
  }
  if (kind == "office") return "write the id that stands in brm.yaml";
  return fmt::format("add {}/{}.yaml with `kind: {}`", find_kind(kind)->plural, reference.text(),
                     kind);
}

std::string asked_for(const std::vector<const Item*>& parts) {
  std::vector<std::string> addresses;
  for (const Item* part : parts) addresses.push_back(address_of(*part));
  return did_you_mean(std::vector<std::string_view>(addresses.begin(), addresses.end()));
}

}  // namespace

const Suggestions::Pool& Suggestions::pool_for(const Reference& reference) {
  const auto [found, is_new] = pools_.try_emplace(reference.field.to.data());
  Pool& pool = found->second;
  if (!is_new) return pool;
  for_each_item(portfolio_, [&](const Item& item) {
    if (item.id().empty() || !reference.may_name(item.kind->name)) return;
    std::string address = address_of(item);
    const bool is_part = address.find('/') != std::string::npos;
    if (is_part) pool.parts[item.id()].push_back(&item);
    (is_part ? pool.addresses : pool.ids).push_back(std::move(address));
  });
  return pool;
}

std::string Suggestions::question_among(std::string_view text,
                                        const std::vector<std::string>& known) {
  if (compared_ > most_comparisons) return {};
  compared_ += known.size();
  const std::vector<std::string_view> words(known.begin(), known.end());
  return did_you_mean(near_words(text, words));
}

std::string Suggestions::question_for(const Reference& reference) {
  const Pool& pool = pool_for(reference);
  if (reference.names_part()) return question_among(reference.text(), pool.addresses);
  // The id of a part alone: the part of this record before those of others.
  const Item* part = portfolio_.find_part(reference.item.record(), reference.text());
  if (part != nullptr && reference.may_name(part->kind->name)) return asked_for({part});
  const auto elsewhere = pool.parts.find(reference.text());
  if (elsewhere != pool.parts.end()) return asked_for(elsewhere->second);
  return question_among(reference.text(), pool.ids);
}

std::string Suggestions::help_for(const Reference& reference) {
  const std::string asks = question_for(reference);
  const std::string addition = how_to_add(reference);
  return asks.empty() ? addition : fmt::format("{} if not, {}", asks, addition);
}

}  // namespace brm::rules
