#include "base/expression.h"

#include <doctest/doctest.h>

#include <random>

namespace brm::test {
namespace {

std::string shown(const Literal& literal) { return "`" + literal.text + "`"; }

std::string shown(const Condition& condition) {
  constexpr std::string_view signs[] = {"?", "=", "!=", "<", "<=", ">", ">=", "~", "in"};
  std::string out = "(" + std::string(signs[static_cast<std::size_t>(condition.comparison)]);
  out += " " + condition.name;
  for (const Literal& literal : condition.literals) out += " " + shown(literal);
  return out + ")";
}

/// In prefix form, every bracket written: `(and (= a `1`) (? b))`.
std::string shown(const Expression& expression) {
  if (const auto* condition = std::get_if<Condition>(&expression.node)) return shown(*condition);
  if (const auto* negation = std::get_if<Negation>(&expression.node)) {
    return "(not " + shown(*negation->inner) + ")";
  }
  const auto& combination = std::get<Combination>(expression.node);
  std::string out = combination.needs_all ? "(and" : "(or";
  for (const Expression& term : combination.terms) out += " " + shown(term);
  return out + ")";
}

std::string parsed(const std::string& text) {
  const auto result = parse_expression(text);
  if (const auto* fault = std::get_if<ExpressionFault>(&result)) return "fault: " + fault->message;
  return shown(std::get<Expression>(result));
}

ExpressionFault fault_of(const std::string& text) {
  auto result = parse_expression(text);
  auto* fault = std::get_if<ExpressionFault>(&result);
  REQUIRE_MESSAGE(fault != nullptr, text);
  return std::move(*fault);
}

std::string repeated(std::size_t times, std::string_view text) {
  std::string out;
  for (; times > 0; --times) out += text;
  return out;
}

struct Faulty {
  std::string_view text;
  std::size_t offset;
  std::size_t length;
  std::string_view says;
};

constexpr std::string_view no_name = "a field's name is expected here";
constexpr std::string_view no_value = "a value is expected here";
constexpr std::string_view no_list = "a list in brackets is expected after `in`";
constexpr std::string_view open_bracket = "this bracket is not closed";
constexpr std::string_view open_quote = "this quote is not closed";

constexpr Faulty faulty[] = {
    {"", 0, 1, no_name},
    {"   ", 3, 1, no_name},
    {"= 5", 0, 1, no_name},
    {"\"a\" = 5", 0, 3, no_name},
    {"and", 0, 3, no_name},
    {"or b", 0, 2, no_name},
    {"in (a)", 0, 2, no_name},
    {"not", 3, 1, no_name},
    {"not and a", 4, 3, no_name},
    {"a and", 5, 1, no_name},
    {"a or or b", 5, 2, no_name},
    {"()", 1, 1, no_name},
    {"a and (b or )", 12, 1, no_name},
    {", a", 0, 1, no_name},
    {"a =", 3, 1, no_value},
    {"a = = b", 4, 1, no_value},
    {"a => 5", 3, 1, no_value},
    {"a =< 5", 3, 1, no_value},
    {"a = and", 4, 3, no_value},
    {"a = not", 4, 3, no_value},
    {"a = (b)", 4, 1, no_value},
    {"a ~ ", 4, 1, no_value},
    {"a in ()", 6, 1, no_value},
    {"a in (b,)", 8, 1, no_value},
    {"a in (b,", 8, 1, no_value},
    {"a in (,b)", 6, 1, no_value},
    {"a in b", 5, 1, no_list},
    {"a in", 4, 1, no_list},
    {"a in \"(b)\"", 5, 5, no_list},
    {"a in (b", 5, 1, open_bracket},
    {"a in (b c)", 5, 1, open_bracket},
    {"(a", 0, 1, open_bracket},
    {"(a and (b)", 0, 1, open_bracket},
    {"a and (b or c", 6, 1, open_bracket},
    {"(a b)", 0, 1, open_bracket},
    {"a = \"b", 4, 1, open_quote},
    {"a = 'b\"", 4, 1, open_quote},
    {"a = \"b\" and c = \"", 16, 1, open_quote},
    {"a b", 2, 1, "`b` is not expected here"},
    {"a = b c = d", 6, 1, "`c` is not expected here"},
    {"a)", 1, 1, "`)` is not expected here"},
    {"a = 5 ) and b", 6, 1, "`)` is not expected here"},
    {"a not b", 2, 3, "`not` is not expected here"},
    {"a ! b", 2, 1, "`!` is not expected here"},
    {"a <> b", 3, 1, no_value},
    {"a = b, c", 5, 1, "`,` is not expected here"},
    {"a AND b", 2, 3, "`AND` is not expected here"},
    {"a && b", 2, 1, "`&` is not expected here"},
    {"a = 'it''s'", 8, 3, "`s` is not expected here"},
    {"a \x1B[31m", 2, 1, "`<U+001B>` is not expected here"},
    {"caf\xC3\xA9 \xC3\xA9t\xC3\xA9", 6, 5, "`\xC3\xA9t\xC3\xA9` is not expected here"},
};

}  // namespace

TEST_CASE("expression: conditions") {
  struct Case {
    std::string_view text;
    std::string_view form;
  };
  constexpr Case cases[] = {
      {"watermelon", "(? watermelon)"},
      {"  watermelon\n", "(? watermelon)"},
      {"a = b", "(= a `b`)"},
      {"a == b", "(= a `b`)"},
      {"a=b", "(= a `b`)"},
      {"a!=b", "(!= a `b`)"},
      {"a<5", "(< a `5`)"},
      {"a<=5", "(<= a `5`)"},
      {"a>-5", "(> a `-5`)"},
      {"a >= 12.50", "(>= a `12.50`)"},
      {"title ~ \"the portal\"", "(~ title `the portal`)"},
      {"title ~ 'say \"hi\"'", "(~ title `say \"hi\"`)"},
      {"title = \"it's\"", "(= title `it's`)"},
      {"title = \"\"", "(= title ``)"},
      {"title = \"and\"", "(= title `and`)"},
      {"title = \"(\"", "(= title `(`)"},
      {"due < 2027-01-01", "(< due `2027-01-01`)"},
      {"target.date > 2026-07-08", "(> target.date `2026-07-08`)"},
      {"address = elig-portal/days", "(= address `elig-portal/days`)"},
      {"verdict in (missed)", "(in verdict `missed`)"},
      {"verdict in(missed,off_track)", "(in verdict `missed` `off_track`)"},
      {"a in (\"b, c\", d)", "(in a `b, c` `d`)"},
      {"\tna\xC3\xAFve\t=\t\xE6\xBC\xA2", "(= na\xC3\xAFve `\xE6\xBC\xA2`)"},
      {"android = orlando", "(= android `orlando`)"},
      {"notes = inside", "(= notes `inside`)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(parsed(std::string(c.text)) == c.form);
  }
}

TEST_CASE("expression: not binds tighter than and, and tighter than or") {
  struct Case {
    std::string_view text;
    std::string_view form;
  };
  constexpr Case cases[] = {
      {"a and b", "(and (? a) (? b))"},
      {"a or b", "(or (? a) (? b))"},
      {"a and b and c", "(and (? a) (? b) (? c))"},
      {"a or b or c", "(or (? a) (? b) (? c))"},
      {"a or b and c", "(or (? a) (and (? b) (? c)))"},
      {"a and b or c", "(or (and (? a) (? b)) (? c))"},
      {"a and b or c and d", "(or (and (? a) (? b)) (and (? c) (? d)))"},
      {"(a or b) and c", "(and (or (? a) (? b)) (? c))"},
      {"a and (b or c)", "(and (? a) (or (? b) (? c)))"},
      {"not a and b", "(and (not (? a)) (? b))"},
      {"not a or b", "(or (not (? a)) (? b))"},
      {"not (a and b)", "(not (and (? a) (? b)))"},
      {"not a = 1 and b", "(and (not (= a `1`)) (? b))"},
      {"not not a", "(not (not (? a)))"},
      {"not(a)", "(not (? a))"},
      {"((a))", "(? a)"},
      {"not x in (a) or y", "(or (not (in x `a`)) (? y))"},
      {"tier = strategic and verdict in (missed, off_track) and due < 2027-01-01 and title ~ \"x\"",
       "(and (= tier `strategic`) (in verdict `missed` `off_track`) (< due `2027-01-01`) "
       "(~ title `x`))"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(parsed(std::string(c.text)) == c.form);
  }
}

TEST_CASE("expression: names and literals know their place") {
  const auto result = parse_expression("a and bb in ( 'c d' ,eee)");
  const auto& terms = std::get<Combination>(std::get<Expression>(result).node).terms;
  REQUIRE(terms.size() == 2);
  const auto& condition = std::get<Condition>(terms[1].node);
  CHECK(condition.name_offset == 6);
  REQUIRE(condition.literals.size() == 2);
  CHECK(condition.literals[0].offset == 14);
  CHECK(condition.literals[0].length == 5);  // with its quotes
  CHECK(condition.literals[1].offset == 21);
  CHECK(condition.literals[1].length == 3);
}

TEST_CASE("expression: each fault is said at its place") {
  for (const Faulty& c : faulty) {
    CAPTURE(c.text);
    const ExpressionFault fault = fault_of(std::string(c.text));
    CHECK(fault.offset == c.offset);
    CHECK(fault.length == c.length);
    CHECK(fault.message == c.says);
    CHECK_FALSE(fault.help.empty());
  }
}

TEST_CASE("expression: 64 levels of brackets and not, no more") {
  CHECK(parsed(repeated(64, "(") + "a" + repeated(64, ")")) == "(? a)");
  CHECK(parsed(repeated(64, "not ") + "a") == repeated(64, "(not ") + "(? a" + repeated(65, ")"));
  CHECK(parsed(repeated(32, "not (") + "a" + repeated(32, ")")).starts_with("(not (not"));
  const std::string flat = "a" + repeated(10'000, " and a or (a)");
  CHECK(parsed(flat).starts_with("(or (and"));
  for (const std::string& text :
       {repeated(65, "(") + "a" + repeated(65, ")"), repeated(100'000, "("),
        repeated(32, "((") + "not a" + repeated(32, "))")}) {
    const ExpressionFault fault = fault_of(text);
    CHECK(fault.message.find("nested too deep") != std::string::npos);
    CHECK(fault.offset == (text.find("not") == std::string::npos ? 65 : 68));
  }
  CHECK(fault_of(repeated(65, "not ") + "a").offset == 65 * 4);
}

TEST_CASE("expression: any heap of words and signs is parsed or refused at a place inside") {
  constexpr std::string_view pieces[] = {"a",     "and ", "or ", "not ", "in ",     "(",
                                         ")",     ",",    "=",   "!=",   "~",       " ",
                                         "\"b\"", "'",    "5",   "!",    "\xC3\xA9"};
  std::mt19937 random(31);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t size = random() % 12; size > 0; --size) text += pieces[random() % 17];
    const auto result = parse_expression(text);
    const auto* fault = std::get_if<ExpressionFault>(&result);
    if (fault == nullptr) continue;
    const bool is_inside = fault->length >= 1 && fault->offset <= text.size() &&
                           fault->offset + fault->length <= text.size() + 1;
    CHECK_MESSAGE(is_inside, text);
  }
}

}  // namespace brm::test
