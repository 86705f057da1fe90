// Makes outlines of one record after another, with memory that is used again.
#pragma once

#include <memory_resource>
#include <unordered_map>
#include <vector>

#include "model/item.h"

namespace brm {

class Outliner {
 public:
  /// What model/outline.h says of `outline_of`.
  const Item* copy(const Item& record, std::pmr::memory_resource& arena);

 private:
  /// Of the fields of a kind, a bit for each.
  struct Plan {
    std::uint64_t kept = 0;
    std::uint64_t places = 0;  ///< Kept even if nothing within them is.
    std::uint64_t gists = 0;   ///< Titles of which a number is kept.

    explicit Plan(const Kind& kind);
  };
  const Plan& plan_of(const Kind& kind) { return plans_.try_emplace(&kind, kind).first->second; }

  const Item* copy(const Item& item, const Item* parent);
  Value copy(const Field& field, const Value& value, const Item* owner);
  Value copy_one(const Field& field, const Value& value, const Item* owner);
  /// Moves what was kept since `first` into the arena.
  const Value* store(std::size_t first);

  std::pmr::memory_resource* arena_ = nullptr;
  std::unordered_map<const Kind*, Plan> plans_;
  std::vector<Value> kept_;           // of the items being copied, the outermost first
  std::vector<std::size_t> waiting_;  // those among them whose text is still the record's
  std::vector<Value*> texts_;         // the same, once they are where they stay
  std::size_t size_of_texts_ = 0;
};

}  // namespace brm
