#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assess/stakeholder.h"
#include "base/spelling.h"
#include "reports/known.h"
#include "reports/report.h"
#include "reports/trend.h"
#include "reports/words.h"

namespace brm {
namespace {

using Stakeholder = Of<kinds::stakeholder>;

struct StakeholderRow {
  const Item* item = nullptr;
  std::optional<int> gap;
  NextStep step = NextStep::none;
  bool is_over = false;  ///< Of a relationship that is exiting or ended.

  /// Nobody is to be won any more for what is over.
  bool is_short() const { return !is_over && gap.value_or(0) > 0; }
  bool is_unattended() const { return is_short() && step == NextStep::none; }
  bool is_overdue() const { return !is_over && step == NextStep::overdue; }
};

/// high 0, medium 1, low 2; without a word last.
std::ptrdiff_t weight_of(std::string_view word) {
  const auto& words = kinds::high_medium_low;
  return std::find(std::begin(words), std::end(words), word) - std::begin(words);
}

/// Gaps without an action, then overdue actions, then other gaps; the most influence first.
int urgency(const StakeholderRow& row) {
  if (row.is_unattended()) return 0;
  if (row.is_overdue()) return 1;
  if (row.is_short()) return 2;
  return row.is_over ? 4 : 3;
}

std::vector<StakeholderRow> compute_stakeholders(const Assessment& assessed, const Where& where) {
  std::vector<StakeholderRow> rows;
  for (const Item* item : assessed.portfolio().all(kinds::stakeholder)) {
    const Item& record = item->record();
    if (record.kind != &kinds::relationship || !where.holds(assessed, *item)) continue;
    const Stakeholder stakeholder(*item);
    rows.push_back({item, engagement_gap(stakeholder), next_step(stakeholder, assessed.as_of()),
                    is_over(record, assessed.as_of())});
  }
  const auto key = [](const StakeholderRow& row) {
    const Stakeholder stakeholder(*row.item);
    return std::tuple(urgency(row), weight_of(stakeholder.text<"influence">()),
                      weight_of(stakeholder.text<"interest">()), -row.gap.value_or(0));
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const StakeholderRow& a, const StakeholderRow& b) {
    return key(a) < key(b);
  });
  return rows;
}

/// `neutral → supportive`, or where they are alone.
std::string engagement_words(const Stakeholder& stakeholder) {
  const auto engagement = stakeholder.get<"engagement">();
  if (!engagement) return "";
  const std::string_view current = engagement->text<"current">();
  const std::string_view desired = engagement->text<"desired">();
  if (desired.empty() || current == desired) return std::string(current);
  if (current.empty()) return fmt::format("? → {}", desired);
  return fmt::format("{} → {}", current, desired);
}

std::string step_words(const StakeholderRow& row, Date as_of) {
  if (row.is_over) {
    return fmt::format("the relationship is {}", Relationship(row.item->record()).text<"status">());
  }
  const auto action = Stakeholder(*row.item).get<"action">();
  const auto due = action ? action->get<"due">() : std::nullopt;
  if (row.step == NextStep::none) {
    if (!row.is_short()) return "";
    return fmt::format("{} to go, and no action is written",
                       counted(static_cast<std::size_t>(*row.gap), "step"));
  }
  std::string out(action->text<"text">());
  if (due) out += fmt::format("{}due {}", out.empty() ? "" : ", ", to_text(due->value));
  if (row.step == NextStep::overdue) {
    out += fmt::format(", {} ago", counted(static_cast<std::size_t>(as_of - due->value), "day"));
  }
  return out;
}

Tone tone_of(const StakeholderRow& row) {
  if (row.is_unattended() || row.is_overdue()) return Tone::bad;
  return row.is_short() ? Tone::doubtful : Tone::plain;
}

Date last_contact_or(const Stakeholder& stakeholder, Date as_of, bool& is_known) {
  const auto last = stakeholder.get<"last_contact">();
  is_known = last && last->value <= as_of;
  return is_known ? last->value : Date{};
}

std::vector<Cell> cells_of(const StakeholderRow& row, const Assessment& assessed) {
  const Stakeholder stakeholder(*row.item);
  const Item& party = row.item->record();
  bool is_known = false;
  const Date last = last_contact_or(stakeholder, assessed.as_of(), is_known);
  return {cell(std::string(stakeholder.text<"name">()), Tone::strong),
          cell(std::string(party.id())),
          cell(std::string(stakeholder.text<"influence">())),
          cell(std::string(stakeholder.text<"interest">())),
          cell(engagement_words(stakeholder), tone_of(row)),
          is_known ? Cell{last, Tone::plain} : Cell{},
          cell(step_words(row, assessed.as_of()), tone_of(row)),
          cell(std::string(stakeholder.text<"approach">())),
          place_cell(assessed.portfolio(), row.item->place()),
          row.gap ? Cell{std::int64_t{*row.gap}, Tone::plain} : Cell{},
          {row.is_unattended(), Tone::plain},
          {row.is_overdue(), Tone::plain}};
}

Table stakeholders_table(const std::vector<StakeholderRow>& rows, const Assessment& assessed) {
  Table table{
      "stakeholders",
      "",
      {column("name", "stakeholder", Holds::text, Room::shrink),
       column("relationship", "relationship", Holds::text, Room::shrink),
       column("influence", "influence"), column("interest", "interest"),
       column("engagement", "engagement"), column("last_contact", "last contact", Holds::date),
       column("action", "action", Holds::text, Room::below),
       column("approach", "approach", Holds::text, Room::data),
       column("place", "place", Holds::text, Room::below),
       column("gap", "steps to go", Holds::whole, Room::data),
       column("unattended", "no action", Holds::boolean, Room::data),
       column("overdue", "action overdue", Holds::boolean, Room::data)},
      {},
      "No stakeholder is recorded."};
  for (const StakeholderRow& row : rows) table.rows.push_back(cells_of(row, assessed));
  return table;
}

bool has_contacts(const Assessment& assessed) {
  const auto& all = assessed.portfolio().all(kinds::relationship);
  return std::any_of(all.begin(), all.end(), [&](const Item* item) {
    const Relationship party(*item);
    return !is_over(party, assessed.as_of()) && contact_count(party) > 0;
  });
}

Table single_contacts(const Assessment& assessed) {
  Table table{
      "single_contacts",
      "",
      {column("title", "party", Holds::text, Room::shrink), column("tier", "tier"),
       column("contact", "its one contact"), column("role", "for what", Holds::text, Room::shrink),
       column("last_contact", "last contact", Holds::date),
       column("id", "id", Holds::text, Room::data)},
      {},
      "No relationship with contacts on record hangs on one person."};
  if (!has_contacts(assessed)) table.if_empty = "No data: no relationship has a contact on record.";
  for (const bool wants_strategic : {true, false}) {
    for (const Item* item : assessed.portfolio().all(kinds::relationship)) {
      const Relationship party(*item);
      if (is_over(party, assessed.as_of()) || contact_count(party) != 1) continue;
      if (party.is<"tier", "strategic">() != wants_strategic) continue;
      const auto contact = party.get<"contacts">()[0];
      const Attention attention = attention_of(party, assessed.as_of(), assessed.policy());
      table.rows.push_back(
          {cell(std::string(title_of(*item)), Tone::strong),
           cell(std::string(party.text<"tier">()), wants_strategic ? Tone::bad : Tone::plain),
           cell(std::string(contact.text<"person">())), cell(std::string(contact.text<"role">())),
           date_cell(attention.last_contact), cell(std::string(item->id()))});
    }
  }
  return table;
}

std::vector<Detail> summary_of(const std::vector<StakeholderRow>& rows,
                               std::optional<std::size_t> single) {
  const auto count = [&](const auto& is_true) {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_true));
  };
  const auto alarming = [](std::size_t found, Tone tone) {
    return cell(found, found > 0 ? tone : Tone::plain);
  };
  const auto has_gap = [](const StakeholderRow& row) { return row.is_short(); };
  const auto is_unknown = [](const StakeholderRow& row) { return !row.gap; };
  const std::vector<Detail> counts{
      {"gaps", "short of where they are needed", cell(count(has_gap))},
      {"unattended", "of them without an action",
       alarming(count([](const StakeholderRow& row) { return row.is_unattended(); }), Tone::bad)},
      {"overdue", "with an action overdue",
       alarming(count([](const StakeholderRow& row) { return row.is_overdue(); }), Tone::bad)},
      {"unknown", "whose engagement is not written", cell(count(is_unknown))}};
  const std::vector<Detail> contacts{{"single_contacts", "relationships with one contact",
                                      alarming(single.value_or(0), Tone::doubtful)}};
  return joined(joined({{"stakeholders", "stakeholders", cell(rows.size(), Tone::strong)}},
                       if_known(!rows.empty(), counts)),
                if_known(single.has_value(), contacts));
}

std::string next_line(const std::vector<StakeholderRow>& rows) {
  if (rows.empty() || urgency(rows.front()) > 1) return "";
  const StakeholderRow& first = rows.front();
  return fmt::format("{} {} first:\n    brm show {}",
                     first.is_overdue() ? "Do what was due with" : "Agree on a next step with",
                     Stakeholder(*first.item).text<"name">(), first.item->record().id());
}

Document make(const Assessment& assessed, const ReportRequest& request) {
  const std::vector<StakeholderRow> rows = compute_stakeholders(assessed, request.where);
  Table single = single_contacts(assessed);
  Document document;
  document.name = "stakeholders";
  document.title = "Stakeholders";
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary =
      summary_of(rows, has_contacts(assessed) ? std::optional(single.rows.size()) : std::nullopt);
  document.sections.push_back(section_of("Where they stand, and where the work needs them",
                                         stakeholders_table(rows, assessed)));
  document.sections.push_back(section_of("Relationships with one contact", std::move(single)));
  document.next = next_line(rows);
  return document;
}

}  // namespace

namespace reports {

extern constinit const Report stakeholders{
    .name = "stakeholders",
    .summary = "Who can help or stop the work, and who is short of where it needs them.",
    .kind = &kinds::stakeholder,
    .make = make,
    .trend = &trends::stakeholders,
};

}  // namespace reports
}  // namespace brm
