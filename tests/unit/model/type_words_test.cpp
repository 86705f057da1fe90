// What the manual says is read is read, and what it says is refused is refused.
#include "model/type_words.h"

#include <doctest/doctest.h>

#include "support/run.h"

namespace brm::test {
namespace {

constexpr std::string_view relationship =
    "kind: relationship\nid: dhhs\ntitle: Department\ntype: agency\ntier: transactional\n";
constexpr std::string_view office =
    "kind: office\nid: office\ntitle: Office\njurisdiction: State of Example\n";

/// A record in which `{}` is a value of the type.
std::string record_for(Type type) {
  const auto party = [](const std::string& rest) {
    return std::string(relationship) + "manager: jane-doe\n" + rest;
  };
  const std::string satisfaction = "satisfaction:\n  - {date: 2026-01-01, by: board, out_of: 5, ";
  const std::string risk =
      "risks:\n  - id: r\n    event: It fails\n    status: open\n    managed_by: jane-doe\n"
      "    response: [mitigate]\n";
  switch (type) {
    case Type::id:
      return party("promises:\n  - {id: {}, by: us, text: Call back, due: 2026-01-01}\n");
    case Type::ref:
      return std::string(relationship) + "manager: {}\n";
    case Type::line:
      return party("aliases:\n  - {}\n");
    case Type::prose:
      return party("notes: {}\n");
    case Type::date:
      return party("reviewed: {}\n");
    case Type::number:
      return party(satisfaction + "score: \"{}\"}\n");
    case Type::whole:
      return party("priority: {}\n");
    case Type::percent:
      return party(risk + "    likelihood:\n      percent: {}\n    impact: {scale: 2}\n");
    case Type::money:
      return party(risk + "    likelihood: {scale: 2}\n    impact:\n      amount: {}\n");
    case Type::cadence:
      return party("cadence: {}\n");
    case Type::boolean:
      return party(
          "agreements:\n  - id: a\n    type: mou\n    title: Hosting\n"
          "    period: {start: 2026-01-01}\n    renewal:\n      auto: {}\n");
    case Type::currency:
      return std::string(office) + "currency: {}\n";
    case Type::month_day:
      return std::string(office) + "currency: USD\nfiscal_year_starts: {}\n";
    case Type::choice:
    case Type::part:
      return "";
  }
  return "";
}

std::vector<std::string> split(std::string_view values) {
  std::vector<std::string> out;
  while (!values.empty()) {
    const std::size_t end = std::min(values.find('|'), values.size());
    out.emplace_back(values.substr(0, end));
    values.remove_prefix(std::min(end + 1, values.size()));
  }
  return out;
}

/// Whether the reader takes the value in.
bool is_read(Type type, const std::string& value) {
  std::string record = record_for(type);
  const std::size_t at = record.find("{}");
  REQUIRE(at != std::string::npos);
  record.replace(at, 2, value);
  const bool is_office = record.starts_with(office);
  const Ran ran = run_brm_on({{is_office ? "brm.yaml" : "relationships/dhhs.yaml", record}},
                             {"list", is_office ? "offices" : "relationships"});
  return ran.status == 0;
}

}  // namespace

TEST_CASE("type words: one row for each type, in its order") {
  std::size_t at = 0;
  for (const TypeWords& words : type_words()) {
    CHECK(static_cast<std::size_t>(words.type) == at++);
    CHECK(words.form.ends_with("."));
    const bool has_examples = !words.accepted.empty();
    CHECK(has_examples == !record_for(words.type).empty());
  }
  CHECK(at == static_cast<std::size_t>(Type::part) + 1);
}

TEST_CASE("type words: examples are read, counterexamples refused") {
  for (const TypeWords& words : type_words()) {
    CAPTURE(words.name);
    for (const std::string& value : split(words.accepted)) {
      CHECK_MESSAGE(is_read(words.type, value), value);
    }
    for (const std::string& value : split(words.refused)) {
      CHECK_MESSAGE(!is_read(words.type, value), value);
    }
  }
}

}  // namespace brm::test
