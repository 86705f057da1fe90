// A party's name taken apart into words that can be compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brm {

/// The words of a name without case, accents and punctuation: `&` is `and`, `L.L.C.` is `llc`.
/// `bracket`: what stood in brackets at its end, likewise; empty without.
struct NameWords {
  std::vector<std::string> words;
  std::vector<std::string> bracket;
};
NameWords name_words(std::string_view name);

/// With the short word for each legal form: `corporation` is `corp`, `limited liability company` is
/// `llc`.
std::vector<std::string> with_short_forms(std::vector<std::string> words);

/// Without the legal form at its end, an `and` before it, and a `the` at its beginning; never empty
/// unless `words` is. `words` as with_short_forms gives them.
std::vector<std::string> without_legal_form(std::vector<std::string> words);

/// Run together, since writers differ in where a word ends; two numbers stay two.
std::string run_together(const std::vector<std::string>& words);

}  // namespace brm
