// RFC 5545: lines end in CR LF and are folded at 75 octets; each clock is an event of one day. The
// same records give the same bytes: the stamp is the day they are as of.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "render/format.h"
#include "render/plain_text.h"

namespace brm {
namespace {

/// A TEXT value, RFC 5545 section 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : plain_text(text)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

/// `20261006`
std::string compact(Date date) {
  std::string text = to_text(date);
  std::erase(text, '-');
  return text;
}

/// Cut before a character that would pass the 75th octet; what follows begins with a blank.
std::string folded(std::string_view line) {
  constexpr std::size_t most = 75;
  std::string out;
  std::size_t octets = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t size = decode(line, at).size;
    if (octets + size > most) {
      out += "\r\n ";
      octets = 1;
    }
    out += line.substr(at, size);
    octets += size;
    at += size;
  }
  return out + "\r\n";
}

/// The rows of the table of clocks, by the keys of its columns.
class Clocks {
 public:
  explicit Clocks(const Table& table) : table_(table) {}

  std::string text(const std::vector<Cell>& row, std::string_view key) const {
    return to_text(row[place_of(key)]);
  }
  Date due(const std::vector<Cell>& row) const {
    return std::get<Date>(row[place_of("due")].value);
  }

 private:
  std::size_t place_of(std::string_view key) const {
    const auto found = std::find_if(table_.columns.begin(), table_.columns.end(),
                                    [&](const Column& column) { return column.key == key; });
    return static_cast<std::size_t>(found - table_.columns.begin());
  }

  const Table& table_;
};

std::string description_of(const Clocks& clocks, const std::vector<Cell>& row) {
  const std::string who = clocks.text(row, "owner");
  return fmt::format("{}{}\n{}", who.empty() ? "" : who + ": ", clocks.text(row, "asks"),
                     clocks.text(row, "place"));
}

std::string event_of(const Clocks& clocks, const std::vector<Cell>& row, Date stamp) {
  std::string out = "BEGIN:VEVENT\r\n";
  const auto add = [&out](std::string_view name, const std::string& value) {
    out += folded(fmt::format("{}:{}", name, value));
  };
  add("UID", clocks.text(row, "uid"));
  add("DTSTAMP", compact(stamp) + "T000000Z");
  add("DTSTART;VALUE=DATE", compact(clocks.due(row)));
  const bool is_overdue = clocks.due(row) < stamp;
  add("SUMMARY", escaped((is_overdue ? "overdue: " : "") + clocks.text(row, "what")));
  add("DESCRIPTION", escaped(description_of(clocks, row)));
  add("CATEGORIES", escaped(clocks.text(row, "kind")));
  add("TRANSP", "TRANSPARENT");
  return out + "END:VEVENT\r\n";
}

/// A calendar is to hold a component, RFC 5545 section 3.6, and many programs refuse one without.
/// The time zone is one that puts nothing into anybody's calendar.
constexpr std::string_view only_a_time_zone =
    "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

}  // namespace

std::string render_ics(const Document& document) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//brm//agenda//EN\r\n";
  // Not the title, which says until when: whoever subscribes wants one name.
  out +=
      folded("X-WR-CALNAME:" + escaped(document.subtitle.empty() ? "Agenda" : document.subtitle));
  const std::size_t empty = out.size();
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) {
      if (table.key != "clocks") continue;
      const Clocks clocks(table);
      for (const auto& row : table.rows) {
        out += event_of(clocks, row, document.as_of.value_or(Date{}));
      }
    }
  }
  if (out.size() == empty) out += only_a_time_zone;
  return out + "END:VCALENDAR\r\n";
}

}  // namespace brm
