#include "exchange/unmatched_rows.h"

#include <fmt/format.h>

#include "base/spelling.h"
#include "exchange/row_words.h"

namespace brm {
namespace {

class Search {
 public:
  Search(const IsMeant& is_meant, const IsAskedFor& is_asked_for, std::vector<RowFault>& out)
      : is_meant_(is_meant), is_asked_for_(is_asked_for), out_(out) {}

  /// `around` is the table whose rows the rules are made of; null for constants.
  void look(const std::vector<FieldRule>& rules, const SourceTable* around) {
    for (const FieldRule& rule : rules) {
      look(rule.part, around);
      for (const ListRule& list : rule.list) {
        const bool is_joined = list.table != nullptr && !list.match.empty();
        if (is_joined && !list.may_be_unmatched) add(list, around);
        look(list.fields, list.table == nullptr ? around : list.table);
      }
    }
  }

 private:
  void add(const ListRule& list, const SourceTable* around) {
    constexpr std::size_t most = 5;
    std::vector<const SourceRow*> rows;
    for (const SourceRow& row : list.table->rows) {
      if (!is_asked_for_(list, row) && is_meant_(list, row)) rows.push_back(&row);
    }
    const std::string outer =
        around == nullptr ? "nothing" : fmt::format("no row of `{}`", around->name);
    const std::string help =
        "mend the table, pass such rows over with `if`, or write `unmatched: fine` beside `match`";
    // One more is as long as what would be said in its place.
    const std::size_t shown = rows.size() <= most + 1 ? rows.size() : most;
    for (std::size_t i = 0; i < shown; ++i) {
      out_.push_back(
          {list.table->path, rows[i]->number, "",
           fmt::format("{} matches {}, so the row is left out", outer, match_words(list, *rows[i])),
           help});
    }
    if (shown == rows.size()) return;
    const std::size_t rest = rows.size() - shown;
    out_.push_back(
        {list.table->path, rows[shown]->number, "",
         fmt::format("{} matches this and {} below either", outer, counted(rest - 1, "row")), "",
         rest});
  }

  const IsMeant& is_meant_;
  const IsAskedFor& is_asked_for_;
  std::vector<RowFault>& out_;
};

}  // namespace

std::vector<RowFault> unmatched_rows(const Mapping& mapping, const IsMeant& is_meant,
                                     const IsAskedFor& is_asked_for) {
  std::vector<RowFault> out;
  Search search(is_meant, is_asked_for, out);
  for (const RecordRule& rule : mapping.rules) search.look(rule.fields, rule.table);
  return out;
}

}  // namespace brm
