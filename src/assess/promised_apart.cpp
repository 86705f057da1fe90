#include "assess/promised_apart.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "model/gist.h"
#include "model/status.h"

namespace brm {
namespace {

using Agencies = std::vector<std::string_view>;
using Outcome = Of<kinds::outcome>;

/// Nothing where it has no measure, or nobody knows what type of party is better off.
std::optional<std::uint64_t> gist_of_measure(const Outcome& outcome, const Portfolio& portfolio) {
  const auto indicator = outcome.get<"indicator">();
  const auto gist = indicator ? gist_of(indicator->text<"measure">()) : std::nullopt;
  const Item* record = portfolio.find_record(outcome.text<"beneficiary">());
  if (!gist || record == nullptr || record->kind != &kinds::relationship) return std::nullopt;
  std::string key = std::to_string(*gist);
  key.append(" ").append(Of<kinds::relationship>(*record).text<"type">());
  key.append(" ").append(indicator->text<"unit">());
  return std::hash<std::string_view>()(key);
}

struct Promise {
  std::uint64_t gist = 0;
  std::size_t order = 0;
  const Item* outcome = nullptr;
};

/// Alike ones side by side, in the order of the records.
std::vector<Promise> promises(const Assessment& assessed, AlikeBy by) {
  std::vector<Promise> out;
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (is_over(initiative, assessed.as_of())) continue;
    for (const auto outcome : initiative.get<"outcomes">()) {
      const auto gist = by == AlikeBy::title ? gist_of_title(outcome.item())
                                             : gist_of_measure(outcome, assessed.portfolio());
      if (gist) out.push_back({*gist, out.size(), &outcome.item()});
    }
  }
  std::sort(out.begin(), out.end(), [](const Promise& a, const Promise& b) {
    return std::tie(a.gist, a.order) < std::tie(b.gist, b.order);
  });
  return out;
}

/// Whether one initiative is a part of the other, or both are of the same.
bool are_one_program(const Item& a, const Item& b) {
  const std::string_view parent_of_a = Of<kinds::initiative>(a).text<"parent">();
  const std::string_view parent_of_b = Of<kinds::initiative>(b).text<"parent">();
  const bool is_part = parent_of_a == b.id() || parent_of_b == a.id();
  return is_part || (!parent_of_a.empty() && parent_of_a == parent_of_b);
}

bool share_one(const Agencies& a, const Agencies& b) {
  return std::any_of(a.begin(), a.end(), [&](std::string_view agency) {
    return std::find(b.begin(), b.end(), agency) != b.end();
  });
}

struct Group {
  std::size_t order = 0;
  std::vector<const Item*> outcomes;
};

/// Empty where nobody else promises what the one in front does.
Group apart_among(std::span<const Promise> alike, const Portfolio& portfolio) {
  const Promise* front = nullptr;
  Agencies fewest;
  for (const Promise& promise : alike) {
    Agencies agencies = agencies_of(*promise.outcome, portfolio);
    if (agencies.empty() || (front != nullptr && agencies.size() >= fewest.size())) continue;
    front = &promise;
    fewest = std::move(agencies);
  }
  Group out;
  if (front == nullptr) return out;
  for (const Promise& promise : alike) {
    const Agencies agencies = agencies_of(*promise.outcome, portfolio);
    if (agencies.empty() || share_one(agencies, fewest)) continue;
    if (are_one_program(promise.outcome->record(), front->outcome->record())) continue;
    if (out.outcomes.empty()) out = {front->order, {front->outcome}};
    out.outcomes.push_back(promise.outcome);
  }
  return out;
}

}  // namespace

std::vector<std::string_view> agencies_of(const Item& outcome, const Portfolio& portfolio) {
  Agencies out;
  for (const auto party : Of<kinds::initiative>(outcome.record()).get<"parties">()) {
    const Item* record = portfolio.find_record(party.text<"relationship">());
    if (record == nullptr || record->kind != &kinds::relationship) continue;
    if (!Of<kinds::relationship>(*record).is<"type", "agency">()) continue;
    if (std::find(out.begin(), out.end(), record->id()) == out.end()) out.push_back(record->id());
  }
  return out;
}

std::vector<std::vector<const Item*>> promised_apart(const Assessment& assessed, AlikeBy by) {
  const std::vector<Promise> all = promises(assessed, by);
  std::vector<Group> groups;
  for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
    while (last < all.size() && all[last].gist == all[first].gist) ++last;
    if (last - first < 2) continue;
    Group group = apart_among(std::span(all).subspan(first, last - first), assessed.portfolio());
    if (!group.outcomes.empty()) groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end(),
            [](const Group& a, const Group& b) { return a.order < b.order; });
  std::vector<std::vector<const Item*>> out;
  out.reserve(groups.size());
  for (Group& group : groups) out.push_back(std::move(group.outcomes));
  return out;
}

}  // namespace brm
