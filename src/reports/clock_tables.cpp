#include "reports/clock_tables.h"

#include <fmt/format.h>

#include <unordered_map>

#include "base/spelling.h"
#include "model/people_fields.h"
#include "reports/long_tables.h"
#include "reports/words.h"

namespace brm {
namespace {

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  }
  return hash;
}

/// Made of ids where there are any. What has none is known by its text, and of several with the
/// same text each by its number.
class Names {
 public:
  explicit Names(std::string_view office) : office_(office) {}

  std::string of(const Clock& clock) {
    const bool has_id = clock.item->parent == nullptr || !clock.item->id().empty();
    const std::string name =
        fmt::format("{}\n{}\n{}\n{}", office_, words_of(clock.kind).name, address_of(*clock.item),
                    has_id ? std::string_view{} : clock.text);
    const std::size_t number = ++seen_[name];
    const std::string unique = number == 1 ? name : fmt::format("{}\n{}", name, number);
    return fmt::format("{:016x}@brm", hash_of(unique));
  }

 private:
  std::string_view office_;
  std::unordered_map<std::string, std::size_t> seen_;
};

/// Where somebody is to act whose last day has passed.
std::string left_words(const Assessment& assessed, std::string_view owner) {
  const Item* person = assessed.portfolio().find_record(owner);
  if (person == nullptr || person->kind != &kinds::person) return "";
  const auto leaves = Of<kinds::person>(*person).get<"leaves_on">();
  if (!leaves || leaves->value >= assessed.as_of()) return "";
  return fmt::format("{} left on {}: somebody else has to do it", owner, to_text(leaves->value));
}

}  // namespace

std::string when_words(int days_left) {
  if (days_left == 0) return "today";
  // Not negated as an int: the difference of any two dates has room to spare.
  const auto days = static_cast<std::size_t>(days_left < 0 ? -days_left : days_left);
  return days_left < 0 ? counted(days, "day") + " overdue" : "in " + counted(days, "day");
}

Tone when_tone(int days_left) {
  if (days_left > 0) return Tone::plain;
  return days_left < 0 ? Tone::bad : Tone::doubtful;
}

std::string what_words(const Clock& clock) {
  std::string title(words_of(clock.kind).title);
  if (clock.kind == ClockKind::promise) {
    const bool is_ours = Of<kinds::promise>(*clock.item).is<"by", "us">();
    title = is_ours ? "our promise" : "their promise";
  }
  // A day that was counted is no appointment.
  const bool looks_like_one = clock.kind == ClockKind::meeting || clock.kind == ClockKind::review;
  if (clock.since && looks_like_one) title += " due by this day";
  return clock.text.empty() ? title : fmt::format("{}: {}", title, clock.text);
}

Table clock_table(const Assessment& assessed, std::span<const Clock> clocks, std::string if_empty) {
  Table table{"clocks",
              "",
              {column("due", "due", Holds::date), column("when", "when"),
               column("what", "what", Holds::text, Room::shrink), column("record", "in"),
               column("owner", "who"), column("left", "left", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("days_left", "days left", Holds::whole, Room::data),
               column("kind", "kind", Holds::text, Room::data),
               column("text", "text", Holds::text, Room::data),
               column("address", "address", Holds::text, Room::data),
               column("since", "since", Holds::date, Room::data),
               column("asks", "asks", Holds::text, Room::data),
               column("uid", "uid", Holds::text, Room::data)},
              {},
              std::move(if_empty)};
  const Portfolio& portfolio = assessed.portfolio();
  Names names(portfolio.office() == nullptr ? std::string_view{} : portfolio.office()->id());
  std::vector<Span> spans;
  std::vector<std::string> uids;  // in order, since equal ones are numbered
  for (const Clock& clock : clocks) {
    spans.push_back(clock.place);
    uids.push_back(names.of(clock));
  }
  std::vector<Cell> places = place_cells(portfolio, spans);
  add_rows(table, clocks.size(), [&](std::size_t i) {
    const Clock& clock = clocks[i];
    const ClockWords& words = words_of(clock.kind);
    return row_of(
        date_cell(clock.due), cell(when_words(clock.days_left), when_tone(clock.days_left)),
        cell(what_words(clock), Tone::strong), cell(std::string(clock.item->record().id())),
        cell(std::string(clock.owner)), cell(left_words(assessed, clock.owner), Tone::bad),
        std::move(places[i]), Cell{static_cast<std::int64_t>(clock.days_left), Tone::plain},
        cell(std::string(words.name)), cell(std::string(clock.text)), cell(address_of(*clock.item)),
        date_cell(clock.since), cell(std::string(words.asks)), cell(std::move(uids[i])));
  });
  return table;
}

}  // namespace brm
