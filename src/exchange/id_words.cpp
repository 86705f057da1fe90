#include "exchange/id_words.h"

#include "base/folding.h"

namespace brm {

const IdWords::Made* IdWords::other(const std::string& place, const Made& own,
                                    bool may_have_other_title) {
  const Made& first = first_.try_emplace(place, own).first->second;
  if (first.words == own.words) return nullptr;
  const bool agrees = may_have_other_title || first.title == own.title;
  return agrees && letters_of(first.words) == letters_of(own.words) ? nullptr : &first;
}

}  // namespace brm
