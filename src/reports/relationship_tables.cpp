#include "reports/relationship_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm::relationship_tables {
namespace {

Cell party_cell(const PartyRow& row) {
  return cell(std::string(title_of(*row.item)), Tone::strong);
}
Cell id_cell(const PartyRow& row) { return cell(std::string(row.item->id())); }
Cell tier_cell(const PartyRow& row) {
  return cell(std::string(Relationship(*row.item).text<"tier">()));
}

/// The promise of one side that is late the longest.
const Item* latest_promise(const PartyRow& row, bool ours, Date as_of, int& days) {
  const Item* found = nullptr;
  for (const PromiseJudgement& promise : promises_of(Relationship(*row.item), as_of)) {
    const bool is_late = promise.is_ours == ours && promise.state == PromiseJudgement::State::late;
    if (!is_late || (found != nullptr && promise.days <= days)) continue;
    found = promise.promise;
    days = promise.days;
  }
  return found;
}

class Attentions {
 public:
  Attentions(const Assessment& assessed, Table& table) : assessed_(assessed), table_(table) {}

  void add(const PartyRow& row) {
    if (row.is_neglected) {
      add(row, "neglected", Tone::bad,
          fmt::format("relied on for {}; {}", reliance_words(*row.work),
                      attention_words(row.attention)),
          row.item->place());
    }
    if (row.is_quiet) {
      add(row, "went quiet", Tone::bad, quiet_words(row, assessed_), row.item->place());
    }
    if (!row.is_over && row.claims_too_much()) add_claim(row);
    add_exit(row);
    add_promise(row, true);
    add_promise(row, false);
  }

 private:
  /// The day on which it was to be over has passed, and it goes on.
  void add_exit(const PartyRow& row) {
    const Relationship party(*row.item);
    const auto exit = party.get<"exit">();
    const auto date = exit ? exit->get<"date">() : std::nullopt;
    if (!party.is<"status", "exiting">() || !date || date->value >= assessed_.as_of()) return;
    add(row, "exit overdue", Tone::bad,
        fmt::format("it was to end on {}, {} ago, and is still exiting", to_text(date->value),
                    counted(static_cast<std::size_t>(assessed_.as_of() - date->value), "day")),
        date->span);
  }

  void add_promise(const PartyRow& row, bool ours) {
    int days = 0;
    const Item* promise = latest_promise(row, ours, assessed_.as_of(), days);
    if (promise == nullptr || is_ended(Relationship(*row.item), assessed_.as_of())) return;
    const std::size_t late = ours ? row.ours.late : row.theirs.late;
    std::string reason =
        fmt::format("\"{}\" was due {} ago", Of<kinds::promise>(*promise).text<"text">(),
                    counted(static_cast<std::size_t>(days), "day"));
    if (late > 1) {
      reason += fmt::format("; {} promises of {} are late", late, ours ? "ours" : "theirs");
    }
    add(row, ours ? "our promise late" : "their promise late", ours ? Tone::bad : Tone::doubtful,
        std::move(reason), promise->place());
  }

  void add_claim(const PartyRow& row) {
    const MaturityView& ours = *row.maturity.ours;
    add(row, "unevidenced", Tone::doubtful,
        fmt::format("we say {}, the records show {}; lacking: {}", level_words(ours.level),
                    level_words(row.evidenced.level),
                    evidence_words(row.evidenced.lacking_for(ours.level))),
        ours.place);
  }

  void add(const PartyRow& row, std::string what, Tone tone, std::string reason, Span place) {
    table_.rows.push_back({cell(std::move(what), tone), party_cell(row), tier_cell(row),
                           cell(std::string(Relationship(*row.item).text<"manager">())),
                           cell(std::move(reason)), place_cell(assessed_.portfolio(), place),
                           id_cell(row)});
  }

  const Assessment& assessed_;
  Table& table_;
};

bool has_view(const PartyRow& row) { return row.maturity.ours || row.maturity.theirs; }

Cell view_cell(const std::optional<MaturityView>& view, Tone tone = Tone::plain) {
  return view ? cell(level_words(view->level), tone) : cell("not asked", Tone::faint);
}

Cell level_cell(const std::optional<MaturityView>& view) {
  return view ? Cell{std::int64_t{view->level}, Tone::plain} : Cell{};
}

/// What carries the rung it stands on, and what the next one asks for.
std::string ladder_words(const PartyRow& row) {
  const int level = row.evidenced.level;
  const std::string carried = evidence_words(row.evidenced.carried_by());
  const std::string next = evidence_words(row.evidenced.lacking());
  std::string out = carried.empty() ? "" : fmt::format("{} by: {}", level, carried);
  if (!next.empty()) {
    out += fmt::format("{}for {} lacks: {}", out.empty() ? "" : "; ", level + 1, next);
  }
  return out;
}

/// It sponsors outcomes of which nobody wrote for whom they are: perhaps they are its own.
bool lacks_beneficiaries(const SharedWork& work) {
  if (!work.outcomes.empty()) return false;
  for (const Item* initiative : work.sponsored) {
    for (const auto outcome : Of<kinds::initiative>(*initiative).get<"outcomes">()) {
      if (!outcome.has<"beneficiary">()) return true;
    }
  }
  return false;
}

/// Whether any of the parties has one: else nobody wrote any down, and 0 would say too much.
struct Known {
  bool risks = false;
  bool agreements = false;
};

std::vector<Cell> reliance_cells(const PartyRow& row, const Known& known) {
  const Relationship relationship(*row.item);
  const auto priority = relationship.get<"priority">();
  const std::string worth = worth_words(row.work->value, row.work->agreements);
  // Of agreements without a period nobody can say whether they are in force: neither 0 nor more.
  const bool is_unknown =
      !known.agreements || (row.work->agreements.empty() && !row.work->undated.empty());
  const std::string_view status = row.is_over ? relationship.text<"status">() : "active";
  return {party_cell(row),
          tier_cell(row),
          cell(row.work->initiatives.size()),
          lacks_beneficiaries(*row.work) ? Cell{} : cell(row.work->outcomes.size()),
          is_unknown ? Cell{} : cell(row.work->agreements.size()),
          known.risks ? cell(row.work->risks.size()) : Cell{},
          reviews_cell(row),
          date_cell(row.attention.last_contact),
          cell(worth.empty() ? "" : "agreements " + worth),
          cell(undated_words(*row.work), Tone::faint),
          cell(row.is_over ? fmt::format("it is {}", status) : std::string(), Tone::faint),
          id_cell(row),
          priority ? Cell{priority->value, Tone::plain} : Cell{},
          cell(std::string(status)),
          cell(std::string(row.attention.cadence)),
          cell(row.attention.held),
          cell(row.attention.planned),
          date_cell(row.attention.next_review),
          {row.is_neglected, Tone::plain},
          {row.is_quiet, Tone::plain},
          level_cell(row.maturity.ours),
          level_cell(row.maturity.theirs),
          row.is_partial ? Cell{} : cell(static_cast<std::size_t>(row.evidenced.level))};
}

}  // namespace

Table attention(const Assessment& assessed, const Rows& rows) {
  Table table{"attention",
              "",
              {column("what", "what"), column("title", "party", Holds::text, Room::shrink),
               column("tier", "tier"), column("manager", "manager"),
               column("reason", "reason", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "No relationship is neglected or quiet, claims more than its records show, should "
              "be over, or waits for a late promise."};
  Attentions attentions(assessed, table);
  for (const PartyRow& row : rows) attentions.add(row);
  const auto undated = std::count_if(rows.begin(), rows.end(), [](const PartyRow& row) {
    return !row.is_over && !row.attention.is_dated;
  });
  if (undated > 0) {
    table.if_empty = fmt::format(
        "No data: {} without a dated review, promise or other entry, so that nobody can tell "
        "whether {} neglected.",
        undated == 1 ? "1 relationship is" : fmt::format("{} relationships are", undated),
        undated == 1 ? "it is" : "they are");
  }
  return table;
}

Table reliance(const Rows& rows) {
  Table table{"relationships",
              "",
              {column("title", "party", Holds::text, Room::shrink),
               column("tier", "tier"),
               column("initiatives", "initiatives", Holds::whole),
               column("outcomes", "outcomes", Holds::whole),
               column("agreements", "agreements", Holds::whole),
               column("risks", "risks", Holds::whole),
               column("reviews", "reviews"),
               column("last_contact", "last contact", Holds::date),
               column("value", "worth", Holds::text, Room::below),
               column("undated", "without a period", Holds::text, Room::below),
               column("note", "note", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("priority", "priority", Holds::whole, Room::data),
               column("status", "status", Holds::text, Room::data),
               column("cadence", "cadence", Holds::text, Room::data),
               column("held", "held", Holds::whole, Room::data),
               column("planned", "planned", Holds::whole, Room::data),
               column("next_review", "next review", Holds::date, Room::data),
               column("neglected", "neglected", Holds::boolean, Room::data),
               column("quiet", "went quiet", Holds::boolean, Room::data),
               column("ours", "our level", Holds::whole, Room::data),
               column("theirs", "their level", Holds::whole, Room::data),
               column("evidenced", "evidenced level", Holds::whole, Room::data)},
              {},
              "No relationship is recorded."};
  Known known;
  for (const PartyRow& row : rows) {
    known.risks = known.risks || !row.work->risks.empty();
    known.agreements = known.agreements || !row.work->agreements.empty();
  }
  for (const PartyRow& row : rows) table.rows.push_back(reliance_cells(row, known));
  return table;
}

Table maturity(const Rows& rows) {
  Table table{"maturity",
              "",
              {column("title", "party", Holds::text, Room::shrink),
               column("ours", "we say"),
               column("theirs", "they say"),
               {"gap", "gap", Align::right},
               column("evidenced", "records show"),
               column("evidence", "evidence", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data)},
              {},
              "Neither side's view of any relationship is on record."};
  for (const PartyRow& row : rows) {
    if (!has_view(row) || row.is_over) continue;
    const bool is_too_much = row.claims_too_much();
    const std::string shown = row.is_partial ? "left out" : level_words(row.evidenced.level);
    table.rows.push_back(
        {party_cell(row), view_cell(row.maturity.ours, is_too_much ? Tone::doubtful : Tone::plain),
         view_cell(row.maturity.theirs), gap_cell(row),
         cell(is_too_much ? "! " + shown : shown, is_too_much ? Tone::bad : Tone::plain),
         cell(row.is_partial ? "" : ladder_words(row)), id_cell(row)});
  }
  return table;
}

Table promises(const Rows& rows) {
  Table table{"promises",
              "",
              {column("title", "party", Holds::text, Room::shrink), column("ours", "ours"),
               column("theirs", "theirs"), column("id", "id", Holds::text, Room::data),
               column("our_late", "our late", Holds::whole, Room::data),
               column("our_open", "our open", Holds::whole, Room::data),
               column("our_kept", "our kept in time", Holds::whole, Room::data),
               column("our_kept_late", "our kept late", Holds::whole, Room::data),
               column("their_late", "their late", Holds::whole, Room::data),
               column("their_open", "their open", Holds::whole, Room::data),
               column("their_kept", "their kept in time", Holds::whole, Room::data),
               column("their_kept_late", "their kept late", Holds::whole, Room::data)},
              {},
              "No promise is on record."};
  const auto tone = [](const PromiseCounts& counts) {
    return counts.late > 0 ? Tone::bad : Tone::plain;
  };
  for (const PartyRow& row : rows) {
    if (row.ours.all() + row.theirs.all() == 0) continue;
    table.rows.push_back({party_cell(row), cell(promise_words(row.ours), tone(row.ours)),
                          cell(promise_words(row.theirs), tone(row.theirs)), id_cell(row),
                          cell(row.ours.late), cell(row.ours.open), cell(row.ours.kept),
                          cell(row.ours.kept_late), cell(row.theirs.late), cell(row.theirs.open),
                          cell(row.theirs.kept), cell(row.theirs.kept_late)});
  }
  return table;
}

}  // namespace brm::relationship_tables
