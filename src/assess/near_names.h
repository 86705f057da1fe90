// Parties that are on record twice under names that are nearly the same: "CAS SEVERN, INC." and
// "Cas Severn Incorporated".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/portfolio.h"

namespace brm {

/// One way in which a party is called: its title, or one of its aliases.
struct PartyName {
  const Item* party = nullptr;
  std::string_view text;
  Span place;
};

/// How two names of two parties are nearly the same.
struct NearNames {
  enum class How : std::uint8_t {
    same,        ///< Letter by letter.
    spelling,    ///< Case, accents, blanks, punctuation, `&` for `and`, `Corp.` for `Corporation`.
    legal_form,  ///< One has another legal form, or none.
    addition,    ///< One adds something in brackets: `(3126)`.
    cut_off,     ///< One ends where a column of fixed width ended.
  };
  How how = How::spelling;
  PartyName first;  ///< Of the record that is read first.
  PartyName second;
};

/// `they differ only in their legal form`: how they are nearly the same, as part of a sentence.
std::string_view to_text(NearNames::How how);

/// Each pair of parties once, by the place of the second; of several records with one name each but
/// the first stands beside the first. Names of one record are no pair, nor are those of a party and
/// its parent. The order of words counts. n log n in the names.
std::vector<NearNames> find_near_names(const Portfolio& portfolio);

/// What is left of a name when everything is taken away that its writers differ in: `cassevern`.
std::string normal_form(std::string_view name);

}  // namespace brm
