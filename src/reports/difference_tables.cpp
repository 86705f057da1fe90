#include "reports/difference_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/goalposts.h"
#include "base/folding.h"
#include "reports/words.h"

namespace brm {
namespace {

Tone tone_of(Turn turn) {
  switch (turn) {
    case Turn::worse:
      return Tone::bad;
    case Turn::better:
      return Tone::good;
    case Turn::neutral:
      break;
  }
  return Tone::plain;
}

/// The judgement of the newer measurements by both goalposts.
std::string goalpost_words(const Difference& each) {
  if (!each.under_old || !each.under_new) return "";
  if (*each.under_old == *each.under_new) {
    return fmt::format("{} under the old and the new: {}", plain_word(to_text(*each.under_new)),
                       each.why_to);
  }
  return fmt::format("{} under the old: {}; {} under the new: {}",
                     plain_word(to_text(*each.under_old)), each.why_from,
                     plain_word(to_text(*each.under_new)), each.why_to);
}

/// Why, in a sentence or two for people.
std::string because(const Difference& each) {
  std::string out;
  const auto add = [&](const std::string& words) {
    if (!words.empty()) out += (out.empty() ? "" : "; ") + words;
  };
  if (each.kind == DifferenceKind::goalpost) {
    add(goalpost_words(each));
  } else if (each.kind == DifferenceKind::verdict) {
    add(each.note);
    add(each.why_to);
    // Of an initiative the outcome that it comes from says the rest.
    const bool is_whole = each.item().parent == nullptr;
    if (!each.why_from.empty() && !is_whole) add("before: " + each.why_from);
  } else {
    add(each.why_to);
  }
  if (each.kind != DifferenceKind::verdict) add(each.note);
  return out;
}

std::string spoken(const Difference& each) {
  const bool is_of_outcome =
      each.kind == DifferenceKind::goalpost && each.item().kind == &kinds::outcome;
  return is_of_outcome ? spoken_goalpost(each.what) : each.what;
}

/// Whether people have to be told which side of the subject it is.
Room room_of_what(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::verdict:
    case DifferenceKind::review:
      return Room::data;
    default:
      return Room::fixed;
  }
}

Cell state_cell(const Difference& each, const std::string& text) {
  if (each.kind != DifferenceKind::verdict) return cell(text);
  const auto all = verdict_words();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const VerdictWords& words) { return words.name == text; });
  return found == all.end() ? cell(text) : verdict_cell(found->verdict);
}

Table empty_table(DifferenceKind kind) {
  const DifferenceWords& words = words_of(kind);
  return {std::string(words.plural),
          "",
          {column("event", "change"),
           column("subject", kind == DifferenceKind::record ? "record" : "of", Holds::text,
                  Room::shrink),
           column("what", "what", Holds::text, room_of_what(kind)),
           column("from", "was", Holds::text, Room::shrink),
           column("to", "is", Holds::text, Room::shrink), column("cause", "by"),
           column("because", "because", Holds::text, Room::below),
           column("place", "place", Holds::text, Room::below),
           column("record", "record id", Holds::text, Room::data),
           column("address", "address", Holds::text, Room::data),
           column("kind", "kind", Holds::text, Room::data),
           column("field", "field", Holds::text, Room::data),
           column("turn", "turn", Holds::text, Room::data),
           column("reason_before", "reason before", Holds::text, Room::data),
           column("reason_after", "reason after", Holds::text, Room::data),
           column("under_old", "under the old", Holds::text, Room::data),
           column("under_new", "under the new", Holds::text, Room::data)},
          {},
          ""};
}

std::string_view turn_word(Turn turn) {
  switch (turn) {
    case Turn::worse:
      return "worse";
    case Turn::better:
      return "better";
    case Turn::neutral:
      break;
  }
  return "neutral";
}

std::vector<Cell> cells_of(const Assessment& before, const Assessment& after,
                           const Difference& each) {
  const Portfolio& portfolio = (each.after == nullptr ? before : after).portfolio();
  const auto verdict = [](const std::optional<Verdict>& word) {
    return word ? verdict_cell(*word) : Cell{};
  };
  return {cell(each.event, tone_of(each.turn)),
          cell(std::string(subject_of(each.item())), Tone::strong),
          cell(spoken(each)),
          state_cell(each, each.from),
          state_cell(each, each.to),
          cell(std::string(to_text(each.cause)), Tone::faint),
          cell(because(each)),
          place_cell(portfolio, each.place),
          cell(std::string(each.item().record().id())),
          cell(address_of(each.item())),
          cell(std::string(each.item().kind->name)),
          cell(each.kind == DifferenceKind::goalpost ? each.what : std::string()),
          cell(std::string(turn_word(each.turn))),
          cell(each.why_from),
          cell(each.why_to),
          verdict(each.under_old),
          verdict(each.under_new)};
}

}  // namespace

std::string_view subject_of(const Item& item) {
  for (const std::string_view field :
       {"title", "event", "text", "what", "decision", "hypothesis"}) {
    const std::size_t index = item.kind->index_of(field);
    if (index == item.kind->size() || item.kind->field(index).type == Type::choice) continue;
    if (const Value* value = item.find(index)) return closed(value->as_text());
  }
  if (item.id().empty() && item.parent != nullptr) return subject_of(*item.parent);
  return item.id();
}

bool holds_in_either(const Where& where, const Assessment& before, const Assessment& after,
                     const Difference& difference) {
  const auto holds = [&](const Assessment& state, const Item* item) {
    if (item == nullptr) return false;
    const Item& record = item->record();
    return record.kind == &kinds::initiative && where.holds(state, record);
  };
  // What was moved from one to another is of both.
  return holds(after, difference.record_after) || holds(before, difference.record_before) ||
         holds(before, difference.before);
}

Table difference_table(const Assessment& before, const Assessment& after,
                       const Differences& differences, DifferenceKind kind) {
  Table table = empty_table(kind);
  for (const Difference& each : differences) {
    if (each.kind == kind) table.rows.push_back(cells_of(before, after, each));
  }
  return table;
}

Table mixed_table(const Assessment& before, const Assessment& after,
                  const Differences& differences) {
  Table table = empty_table(DifferenceKind::promise);
  for (const Difference& each : differences) {
    table.rows.push_back(cells_of(before, after, each));
  }
  return table;
}

std::vector<Section> difference_sections(const Assessment& before, const Assessment& after,
                                         const Differences& differences) {
  std::vector<Section> out;
  for (const DifferenceWords& words : difference_words()) {
    out.push_back(section_of(std::string(words.title),
                             difference_table(before, after, differences, words.kind)));
  }
  return out;
}

std::vector<Detail> difference_summary(const Differences& differences) {
  const auto count = [&](auto is_counted) {
    return static_cast<std::size_t>(
        std::count_if(differences.begin(), differences.end(), is_counted));
  };
  const std::size_t worse = count([](const Difference& each) { return each.turn == Turn::worse; });
  const std::size_t better =
      count([](const Difference& each) { return each.turn == Turn::better; });
  const std::size_t by_time =
      count([](const Difference& each) { return each.cause == Cause::time; });
  return {{"changes", "changes", cell(differences.size(), Tone::strong)},
          {"worse", "worse", cell(worse, worse > 0 ? Tone::bad : Tone::plain)},
          {"better", "better", cell(better, better > 0 ? Tone::good : Tone::plain)},
          {"by_time", "by time alone", cell(by_time)}};
}

}  // namespace brm
