// A record or part as it would be if nothing had been taken away from it: what the rest of it says
// is judged by that, too, because whatever looks better for want of evidence is no better.
#pragma once

#include <string_view>
#include <vector>

#include "assess/counterparts.h"

namespace brm {

/// Whether an entry that is there in both states is taken as it was, too.
enum class Rewritten : std::uint8_t { as_it_is, as_it_was };

/// The newer item with the entries of a list that only the older one has. An entry that the newer
/// one has of the same day stands after them, and so counts before them.
class PutBack {
 public:
  /// `pair` is in both states. Points into both.
  PutBack(const Counterparts& pair, std::string_view list,
          Rewritten rewritten = Rewritten::as_it_is);
  PutBack(const PutBack&) = delete;
  PutBack& operator=(const PutBack&) = delete;
  /// Of another list, too. `entries`: all of both states.
  void add(std::string_view list, const std::vector<Counterparts>& entries,
           Rewritten rewritten = Rewritten::as_it_is);

  const Item& item() const { return item_; }
  /// What was put back, in the order of the older state.
  const std::vector<const Item*>& gone() const { return gone_; }

 private:
  std::vector<Value> values_;
  std::vector<std::vector<Value>> lists_;
  std::vector<const Item*> gone_;
  Item item_;
};

}  // namespace brm
