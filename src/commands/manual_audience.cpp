// What brm(1) says of answers for others.
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_audiences =
    "Every record says in `audience` who may see it: `public`, `internal` (where it says nothing) "
    "or `restricted`; a record whose `audience` is misspelt, or written twice, counts as "
    "restricted. "
    "With `--audience` an answer is made as if the other records were not there: "
    "references to them vanish, and so do sums and counts that they were part of. The answer says "
    "how many were left out; it does not say of anything that nobody wrote it down, gives no score "
    "and asks for nothing. An office that is left out still gives its currency, fiscal year, "
    "policy and scales, and nothing else. Without `--audience` everything is in the answer.\n\n"
    "Texts of the records that stay may still name one that does not. When an answer has the id, "
    "the title or an alias of a record that was left out as words, it is not written; the status "
    "is 2, and the message names the file and line to be reworded. Capitals and line ends make no "
    "difference for titles and aliases; a name that the record does not give as its title or an "
    "alias is not found. What could not be read is counted and not named.";

constexpr std::string_view example =
    "brm --audience internal report outcomes\n"
    "brm list outcomes --audience internal --format csv\n";

}  // namespace

void add_audiences(Mdoc& page) {
  page.section("AUDIENCES");
  page.text(about_audiences);
  page.code(example);
}

}  // namespace brm
