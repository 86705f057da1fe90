#include "model/all_kinds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/cadence.h"
#include "base/decimal.h"

namespace brm::test {
namespace {

/// Calls `visit(kind, field)` for every field of every kind.
template <class Visit>
void each_field(Visit visit) {
  for (const Kind* kind : all_kinds()) {
    for (std::size_t i = 0; i < kind->size(); ++i) {
      CAPTURE(kind->name);
      CAPTURE(kind->field(i).name);
      visit(*kind, kind->field(i));
    }
  }
}

void add_below(std::vector<const Kind*>& list, const Kind& kind) {
  if (std::count(list.begin(), list.end(), &kind) > 0) return;
  list.push_back(&kind);
  for (std::size_t i = 0; i < kind.size(); ++i) {
    if (kind.field(i).part != nullptr) add_below(list, *kind.field(i).part);
  }
}

std::set<std::string_view> names_in(const Field& field) {
  return {field.words.begin(), field.words.end()};
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == name.npos;
}

}  // namespace

TEST_CASE("kinds: the records come first, each kind once") {
  CHECK(record_kinds().size() == 7);
  std::set<const Kind*> seen;
  for (const Kind* kind : all_kinds()) CHECK(seen.insert(kind).second);
  for (const Kind* kind : record_kinds()) {
    CHECK(seen.contains(kind));
    CHECK_FALSE(kind->common.empty());
  }
  each_field([&](const Kind&, const Field& field) {
    CHECK((field.part != nullptr) == (field.type == Type::part));
    if (field.part != nullptr) CHECK(seen.contains(field.part));
  });
}

TEST_CASE("kinds: parts follow the kind they stand in, depth first") {
  std::vector<const Kind*> expected;
  for (const Kind* kind : record_kinds()) add_below(expected, *kind);
  CHECK(std::equal(expected.begin(), expected.end(), all_kinds().begin(), all_kinds().end()));
}

TEST_CASE("kinds: each is found by its name and by its plural") {
  for (const Kind* kind : all_kinds()) {
    CAPTURE(kind->name);
    CHECK(find_kind(kind->name) == kind);
    CHECK(find_kind(kind->plural) == kind);
  }
  for (const std::string_view name : {"", "Risk", "riskss", "initiative ", "kind"}) {
    CAPTURE(name);
    CHECK(find_kind(name) == nullptr);
  }
}

TEST_CASE("kinds: field names are plain and each stands once in its kind") {
  for (const Kind* kind : all_kinds()) {
    CAPTURE(kind->name);
    CHECK(is_plain_name(kind->name));
    std::set<std::string_view> names;
    for (const Field& field : kind->fields) {
      CAPTURE(field.name);
      CHECK(is_plain_name(field.name));
      CHECK(names.insert(field.name).second);
    }
    CHECK(kind->index_of("no_such_field") == kind->size());
    CHECK(kind->index_of("") == kind->size());
    if (!kind->shorthand.empty()) CHECK(names.contains(kind->shorthand));
  }
}

TEST_CASE("kinds: a name finds the kind's own field before the one all records have") {
  for (const Kind* kind : all_kinds()) {
    CAPTURE(kind->name);
    for (std::size_t i = 0; i < kind->size(); ++i) {
      CAPTURE(kind->field(i).name);
      const std::size_t found = kind->index_of(kind->field(i).name);
      CHECK(found <= i);
      if (found < i) CHECK((found < kind->fields.size() && i >= kind->fields.size()));
    }
  }
}

TEST_CASE("kinds: every field says what it means in one sentence") {
  for (const Kind* kind : all_kinds()) {
    CAPTURE(kind->name);
    CHECK(kind->meaning.ends_with('.'));
  }
  each_field([](const Kind&, const Field& field) {
    CHECK(field.meaning.ends_with('.'));
    CHECK(field.meaning.find('\n') == std::string_view::npos);
  });
}

TEST_CASE("kinds: only a choice has a closed list, and every word stands in it once") {
  each_field([](const Kind&, const Field& field) {
    CHECK(field.words.empty() == (field.type != Type::choice));
    CHECK(names_in(field).size() == field.words.size());
    for (const std::string_view kind : field.to) CHECK(find_kind(kind) != nullptr);
    if (!field.to.empty()) CHECK(field.type == Type::ref);
    if (field.exactly > 0) CHECK(field.many == Many::list);
    CHECK(field.least <= field.most);
  });
}

TEST_CASE("kinds: what is implied could have been written") {
  each_field([](const Kind&, const Field& field) {
    if (field.implied.empty()) return;
    CHECK(field.need != Need::required);
    if (field.type == Type::choice) CHECK(names_in(field).contains(field.implied));
    if (field.type == Type::cadence) CHECK(read_cadence(field.implied).has_value());
    if (field.type != Type::number && field.type != Type::whole) return;
    const DecimalReading reading = read_decimal(field.implied);
    CHECK(reading.fault == NumberFault::none);
    if (field.type == Type::whole) {
      CHECK(reading.number >= Decimal{field.least, 0});
      CHECK(reading.number <= Decimal{field.most, 0});
    }
  });
}

TEST_CASE("kinds: forms of which one may be given name fields that are there") {
  for (const Kind* kind : all_kinds()) {
    for (const std::string_view form : kind->one_of) {
      CAPTURE(kind->name);
      CAPTURE(form);
      std::string_view rest = form;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(" +"), rest.size());
        CHECK(kind->index_of(rest.substr(0, end)) < kind->size());
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }
}

TEST_CASE("kinds: every type of value has words of its own") {
  std::set<std::string_view> words;
  for (auto type = static_cast<std::uint8_t>(Type::id);
       type <= static_cast<std::uint8_t>(Type::part); ++type) {
    CHECK(words.insert(to_text(static_cast<Type>(type))).second);
  }
  CHECK_FALSE(words.contains("a value"));
}

}  // namespace brm::test
