// Lessons: when one is unused, which initiative is new, and which lessons fit it.
#include <fmt/format.h>

#include "assess/lesson.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string lesson(const std::string& id, int date, const std::string& rest = "") {
  return fmt::format("  - {{id: {}, date: {}, observation: o, insight: i, recommendation: r{}}}\n",
                     id, day_text(date), rest);
}

std::string initiative(const std::string& id, const std::string& fields) {
  return "kind: initiative\nid: " + id + "\ntitle: T\ntype: project\n" + fields;
}

std::string used(const std::string& rest, int as_of) {
  const Assessed assessed(
      {{"w.yaml", initiative("w", "status: active\nlessons:\n" + lesson("l", 0, rest))}},
      day(as_of));
  const LessonUse use =
      use_of(Of<kinds::lesson>(*assessed.reading.portfolio.all(kinds::lesson).front()), day(as_of));
  if (!use.is_known) return "not known";
  return fmt::format("{}{}", use.applied, use.is_unused() ? " unused" : "");
}

/// `new: a b`: each initiative that is new, and the lessons that fit it.
std::string fitting(const std::string& fields, int as_of,
                    const std::string& lessons = lesson("l", 0, ", applies_to: [forms]")) {
  const Assessed assessed(
      {{"old.yaml", initiative("old", "status: completed\nlessons:\n" + lessons)},
       {"young.yaml", initiative("young", fields)}},
      day(as_of));
  std::string out;
  for (const FittingLessons& found : fitting_lessons(assessed.reading.portfolio, day(as_of))) {
    out += std::string(found.initiative->id()) + ":";
    for (const Item* each : found.lessons) out += " " + std::string(each->id());
  }
  return out;
}

}  // namespace

TEST_CASE("lessons: unused after a year without an entry") {
  CHECK(used("", -1) == "not known");
  CHECK(used("", 0) == "0");
  CHECK(used("", 364) == "0");
  CHECK(used("", 365) == "0 unused");
}

TEST_CASE("lessons: an entry counts on its day, and one without a day always") {
  const std::string later = ", applied_in: [{ref: w, date: " + day_text(400) + "}]";
  CHECK(used(later, 399) == "0 unused");
  CHECK(used(later, 400) == "1");
  CHECK(used(", applied_in: [{ref: w}, {effect: two}]", 1) == "2");
}

TEST_CASE("lessons: new is what is proposed, approved, or active in its first year") {
  const auto with = [](const std::string& status, int start, int as_of) {
    return fitting(fmt::format("status: {}\nstart: {}\ntags: [forms]\n", status, day_text(start)),
                   as_of);
  };
  CHECK(with("proposed", 900, 10) == "young: l");
  CHECK(with("approved", 900, 10) == "young: l");
  CHECK(with("active", 10, 375) == "young: l");
  CHECK(with("active", 10, 376).empty());
  CHECK(with("active", 11, 10).empty());
  CHECK(with("paused", 5, 10).empty());
  CHECK(fitting("status: active\ntags: [forms]\n", 10).empty());
}

TEST_CASE("lessons: by tag, whatever its capitals, each once, and not those it applied") {
  CHECK(fitting("status: proposed\ntags: [Forms]\n", 10) == "young: l");
  CHECK(fitting("status: proposed\ntags: [form]\n", 10) == "young:");
  CHECK(fitting("status: proposed\n", 10) == "young:");
  CHECK(fitting("status: proposed\ntags: [forms, identity]\n", 10,
                lesson("b", 0, ", applies_to: [identity, forms]") +
                    lesson("a", 0, ", applies_to: [forms]")) == "young: b a");
  CHECK(fitting("status: proposed\ntags: [forms]\n", 10,
                lesson("l", 0, ", applies_to: [forms], applied_in: [{ref: young/it}]")) ==
        "young:");
  CHECK(fitting("status: proposed\ntags: [forms]\n", 10,
                lesson("l", 0, ", applies_to: [forms], applied_in: [{ref: other}]")) == "young: l");
  CHECK(fitting("status: proposed\ntags: [forms]\n", 10,
                lesson("l", 11, ", applies_to: [forms]")) == "young:");
}

TEST_CASE("lessons: those of its own are no news to it") {
  CHECK(fitting("status: proposed\ntags: [forms]\nlessons:\n" +
                    lesson("own", 0, ", applies_to: [forms]"),
                10) == "young: l");
}

}  // namespace brm::test
