// Who may read an answer: records that are not for them are taken out before anything is judged,
// with every reference to them.
#pragma once

#include <memory_resource>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/item.h"

namespace brm {

/// From the widest circle to the narrowest; each may read what those before it may.
enum class Audience : std::uint8_t { open, internal, restricted };

/// What its `audience` says; internal where it says nothing, restricted where nobody can read it.
Audience audience_of(const Item& record);

/// What may not be said: the ids, titles and aliases of records that were left out.
class Unsaid {
 public:
  void add(const Item& record);
  bool empty() const { return ids_.empty() && names_.empty(); }
  /// Whether a text has one of the ids as a word, or one of the titles and aliases as words,
  /// capitals or not. Linear in the text.
  bool is_in(std::string_view text) const;
  /// Whether a reference names a record left out, a part of one, or a goal of an office left out.
  bool has_id(std::string_view reference) const;

 private:
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, std::vector<std::string>>
      names_;  // in small letters, by first word
};

struct Narrowed {
  std::vector<const Item*> records;  ///< Null where a file holds none that is kept.
  std::size_t left_out = 0;
  Unsaid unsaid;
};

/// `records` for this audience, each in its place. Kept ones are copied into `arena` without the
/// references that name what was left out. An office that is left out stays as its currency, its
/// fiscal year, its policy and its scales, which say how to read the others, and as nothing else.
Narrowed narrow(const std::vector<const Item*>& records, Audience audience,
                std::pmr::memory_resource& arena);

/// Where a text of a kept record says what may not be said: every place, in order.
std::vector<Span> places_of(const Unsaid& unsaid, const std::vector<const Item*>& records);

}  // namespace brm
