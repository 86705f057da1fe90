#include "model/ids.h"

#include <doctest/doctest.h>

#include <random>

namespace brm::test {

TEST_CASE("ids: what an id may be") {
  for (const std::string& id :
       {std::string("a"), std::string("0"), std::string("dhhs"), std::string("elig-portal"),
        std::string("a-"), std::string("a--b"), std::string("2026-plan"), std::string("console"),
        std::string("com"), std::string("com10"), std::string("con-1"), std::string(63, 'a')}) {
    CAPTURE(id);
    CHECK(is_id(id));
  }
}

TEST_CASE("ids: what an id may not be") {
  for (const std::string& text : {std::string(""),
                                  std::string("-"),
                                  std::string("-a"),
                                  std::string("DHHS"),
                                  std::string("dHhs"),
                                  std::string("a b"),
                                  std::string("a.b"),
                                  std::string("a_b"),
                                  std::string("a/b"),
                                  std::string("a\n"),
                                  std::string(" a"),
                                  std::string("caf\xC3\xA9"),
                                  std::string("\xF0\x9F\x98\x80"),
                                  std::string("a\0b", 3),
                                  std::string(64, 'a'),
                                  std::string("con"),
                                  std::string("prn"),
                                  std::string("aux"),
                                  std::string("nul"),
                                  std::string("com1"),
                                  std::string("com9"),
                                  std::string("lpt1"),
                                  std::string("lpt9")}) {
    CAPTURE(text);
    CHECK_FALSE(is_id(text));
  }
}

TEST_CASE("ids: a reference is an id, or two with a slash between") {
  for (const std::string_view text : {"dhhs", "elig-portal/decision-days", "a/b", "0/0"}) {
    CAPTURE(text);
    CHECK(is_reference(text));
  }
  for (const std::string_view text : {"", "/", "a/", "/a", "a//b", "a/b/c", "a /b", "a/ b", "A/b",
                                      "a/B", "con/a", "a/nul", "a\\b"}) {
    CAPTURE(text);
    CHECK_FALSE(is_reference(text));
  }
  CHECK(is_reference(std::string(63, 'a') + "/" + std::string(63, 'b')));
  CHECK_FALSE(is_reference(std::string(64, 'a') + "/b"));
  CHECK_FALSE(is_reference("a/" + std::string(64, 'b')));
}

TEST_CASE("ids: the id that was probably meant") {
  struct Case {
    std::string_view text;
    std::string_view id;
  };
  constexpr Case cases[] = {
      {"dhhs", "dhhs"},
      {"DHHS", "dhhs"},
      {"Human Services", "human-services"},
      {"human_services", "human-services"},
      {"human.services", "human-services"},
      {"  Human   Services  ", "human-services"},
      {"-dhhs-", "dhhs"},
      {"dhhs.yaml", "dhhs-yaml"},
      {"Caf\xC3\xA9 Nord", "caf-nord"},
      {"\xF0\x9F\x98\x80 team", "team"},
      {"R&D", "r-d"},
      {"Elig Portal/Decision Days", "elig-portal/decision-days"},
      {"elig-portal/", "elig-portal"},
      {"/elig-portal", "elig-portal"},
      {"", ""},
      {"---", ""},
      {"\xE6\xBC\xA2", ""},
      {"CON", ""},
      {"a/b/c", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(suggest_id(c.text) == c.id);
  }
}

TEST_CASE("ids: whatever is suggested may be used, and an id suggests itself") {
  constexpr std::string_view letters = "aZ0-_/ .\xC3\xA9";
  std::mt19937 random(41);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (std::size_t size = random() % 10; size > 0; --size)
      text += letters[random() % letters.size()];
    CAPTURE(text);
    const std::string id = suggest_id(text);
    CHECK((id.empty() || is_reference(id)));
    if (is_id(text) && !text.ends_with('-')) CHECK(id == text);
  }
}

}  // namespace brm::test
