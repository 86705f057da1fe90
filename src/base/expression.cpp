#include "base/expression.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"

namespace brm {
namespace {

constexpr int deepest = 64;

enum class Sort : std::uint8_t { word, quoted, sign, end };

struct Token {
  Sort sort = Sort::end;
  std::string text;
  std::size_t offset = 0;
  std::size_t length = 0;

  bool is(std::string_view sign) const { return sort != Sort::quoted && text == sign; }
};

bool is_word_letter(char c) {
  return is_letter_or_digit(c) || is_beyond_ascii(c) || c == '_' || c == '-' || c == '.' ||
         c == '/';
}

class Lexer {
 public:
  explicit Lexer(const std::string& text) : text_(text) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    do {
      tokens.push_back(next());
    } while (tokens.back().sort != Sort::end);
    return tokens;
  }

 private:
  Token next() {
    at_ = std::min(text_.find_first_not_of(" \t\n", at_), text_.size());
    const std::size_t begin = at_;
    if (begin == text_.size()) return {Sort::end, "", begin, 0};
    const char c = text_[begin];
    if (c == '"' || c == '\'') return quoted(c);
    if (is_word_letter(c)) {
      while (at_ < text_.size() && is_word_letter(text_[at_])) ++at_;
      return {Sort::word, text_.substr(begin, at_ - begin), begin, at_ - begin};
    }
    const bool is_pair = text_.compare(begin, 2, "!=") == 0 || text_.compare(begin, 2, "<=") == 0 ||
                         text_.compare(begin, 2, ">=") == 0 || text_.compare(begin, 2, "==") == 0;
    at_ += is_pair ? 2 : 1;
    return {Sort::sign, text_.substr(begin, at_ - begin), begin, at_ - begin};
  }

  Token quoted(char quote) {
    const std::size_t begin = at_;
    const std::size_t end = text_.find(quote, begin + 1);
    if (end == std::string::npos) {
      throw ExpressionFault{begin, 1, "this quote is not closed", "add the closing quote"};
    }
    at_ = end + 1;
    return {Sort::quoted, text_.substr(begin + 1, end - begin - 1), begin, at_ - begin};
  }

  const std::string& text_;
  std::size_t at_ = 0;
};

struct Sign {
  std::string_view text;
  Comparison comparison;
};
constexpr std::array<Sign, 8> signs{{{"=", Comparison::equal},
                                     {"==", Comparison::equal},
                                     {"!=", Comparison::unequal},
                                     {"<", Comparison::less},
                                     {"<=", Comparison::at_most},
                                     {">", Comparison::greater},
                                     {">=", Comparison::at_least},
                                     {"~", Comparison::contains}}};

bool is_reserved(const Token& token) {
  return token.is("and") || token.is("or") || token.is("not") || token.is("in");
}

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Expression run() {
    Expression whole = combination(0, false);
    if (now().sort != Sort::end) {
      fail(now(), fmt::format("`{}` is not expected here", visible(now().text)),
           "join conditions with and, or; compare with = != < <= > >= ~ in");
    }
    return whole;
  }

 private:
  const Token& now() const { return tokens_[at_]; }
  const Token& take() { return tokens_[at_++]; }
  [[noreturn]] static void fail(const Token& token, std::string message, std::string help) {
    throw ExpressionFault{token.offset, std::max<std::size_t>(token.length, 1), std::move(message),
                          std::move(help)};
  }

  /// `or` binds looser than `and`.
  Expression combination(int depth, bool needs_all) {
    Combination out{needs_all, {}};
    do {
      out.terms.push_back(needs_all ? term(depth) : combination(depth, true));
    } while (now().is(needs_all ? "and" : "or") && (take(), true));
    if (out.terms.size() == 1) return std::move(out.terms.front());
    return {std::move(out)};
  }

  Expression term(int depth) {
    if (depth > deepest) fail(now(), "brackets are nested too deep", "simplify the condition");
    if (now().is("not")) {
      take();
      return {Negation{std::make_unique<Expression>(term(depth + 1))}};
    }
    if (now().is("(")) {
      const Token open = take();
      Expression inner = combination(depth + 1, false);
      if (!now().is(")")) fail(open, "this bracket is not closed", "add `)`");
      take();
      return inner;
    }
    return {condition()};
  }

  Condition condition() {
    if (now().sort != Sort::word || is_reserved(now())) {
      fail(now(), "a field's name is expected here", "such as `verdict = off_track`");
    }
    const Token& name = take();
    Condition out{name.text, name.offset, Comparison::is_true, {}};
    if (now().is("in")) {
      take();
      out.comparison = Comparison::one_of;
      out.literals = list();
      return out;
    }
    for (const Sign& sign : signs) {
      if (now().sort != Sort::sign || !now().is(sign.text)) continue;
      take();
      out.comparison = sign.comparison;
      out.literals.push_back(literal());
      return out;
    }
    return out;
  }

  Literal literal() {
    const bool is_value =
        now().sort == Sort::quoted || (now().sort == Sort::word && !is_reserved(now()));
    if (!is_value) {
      fail(now(), "a value is expected here", "a word, a number, a date or \"text in quotes\"");
    }
    const Token& token = take();
    return {token.text, token.offset, token.length};
  }

  std::vector<Literal> list() {
    const Token open = now();
    if (!open.is("(")) fail(open, "a list in brackets is expected after `in`", "`in (a, b)`");
    take();
    std::vector<Literal> out{literal()};
    while (now().is(",")) {
      take();
      out.push_back(literal());
    }
    if (!now().is(")")) fail(open, "this bracket is not closed", "add `)`");
    take();
    return out;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::variant<Expression, ExpressionFault> parse_expression(const std::string& text) {
  try {
    return Parser(Lexer(text).run()).run();
  } catch (const ExpressionFault& fault) {
    return fault;
  }
}

}  // namespace brm
