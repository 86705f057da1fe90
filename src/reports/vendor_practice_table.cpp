// The five practices of managing vendors, with what records show of each and what to do next.
#include <fmt/format.h>

#include <array>

#include "base/spelling.h"
#include "reports/vendor_tables.h"
#include "reports/words.h"

namespace brm::vendor_tables {
namespace {

constexpr std::string_view identify = "Identify and evaluate vendors";
constexpr std::string_view select = "Select vendors";
constexpr std::string_view manage = "Manage relationships and contracts";
constexpr std::string_view risk = "Manage vendor risk";
constexpr std::string_view monitor = "Monitor performance";

constexpr std::array<CheckWords, 10> all_words{{
    {"APO10.01", identify, "partners at work have an agreement on record",
     "write down the agreement they work under"},
    {"APO10.01", identify, "agreements have number, period and value",
     "write which of number, period and value is missing"},
    {"APO10.01", identify, "partners are on record once",
     "merge the records that are of one party (names on record twice)"},
    {"APO10.02", select, "initiatives that a partner delivers weighed two alternatives",
     "write what else was weighed under `business_case`"},
    {"APO10.03", manage, "partners were reviewed in the last {} months",
     "hold a review of the relationship and write it down"},
    {"APO10.03", manage, "agreements in force have an administrator and a business owner",
     "name both"},
    {"APO10.03", manage, "agreements that end say when notice is due",
     "write `renewal: {notice_days: ...}`"},
    {"APO10.04", risk, "strategic and conditional partners have an open risk on record",
     "write what would happen if they failed"},
    {"APO10.05", monitor, "agreements in force were graded in {} months, or hold measured levels",
     "grade them, or measure a service level"},
    {"APO10.05", monitor, "latest grades of D and F were answered",
     "ask the graded side, and write its response"},
}};

constexpr std::size_t named = 3;

std::string all_lacking(const CheckedPractice& checked) {
  std::vector<std::string> addresses;
  for (const Item* item : checked.lacking) addresses.push_back(address_of(*item));
  return fmt::format("{}", fmt::join(addresses, ", "));
}

/// `a, b, c and 4 more`
std::string lacking_words(const CheckedPractice& checked) {
  std::string out;
  for (std::size_t i = 0; i < checked.lacking.size() && i < named; ++i) {
    out += (out.empty() ? "" : ", ") + address_of(*checked.lacking[i]);
  }
  if (checked.lacking.size() > named) {
    out += fmt::format(" and {} more", checked.lacking.size() - named);
  }
  return out;
}

}  // namespace

const CheckWords& words_of(PracticeCheck check) {
  return all_words[static_cast<std::size_t>(check)];
}

Table practice(const std::vector<CheckedPractice>& checks, int months) {
  Table table{"practice",
              "",
              {column("number", "practice"), column("found_of", "found"),
               column("asks", "what the records show", Holds::text, Room::shrink),
               column("lacking", "lacking", Holds::text, Room::below),
               column("name", "name", Holds::text, Room::data),
               column("found", "found", Holds::whole, Room::data),
               column("of", "of", Holds::whole, Room::data),
               column("next", "next", Holds::text, Room::data),
               column("all_lacking", "all lacking", Holds::text, Room::data)},
              {},
              "No data: no private partner is on record."};
  for (const CheckedPractice& checked : checks) {
    const CheckWords& words = words_of(checked.check);
    const bool is_whole = checked.found == checked.of;
    const std::string count =
        checked.of == 0 ? "no data" : fmt::format("{} of {}", checked.found, checked.of);
    const Tone tone = checked.of == 0 ? Tone::faint : is_whole ? Tone::good : Tone::doubtful;
    const std::string lack =
        is_whole ? "" : fmt::format("{}: {}", words.next, lacking_words(checked));
    table.rows.push_back({cell(std::string(words.number)), cell(count, tone),
                          cell(fmt::format(fmt::runtime(words.asks), months)), cell(lack),
                          cell(std::string(words.practice)), cell(checked.found), cell(checked.of),
                          cell(is_whole ? "" : std::string(words.next)),
                          cell(all_lacking(checked))});
  }
  return table;
}

}  // namespace brm::vendor_tables
