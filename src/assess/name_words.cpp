#include "assess/name_words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "base/ascii.h"
#include "base/folding.h"
#include "base/utf8.h"

namespace brm {
namespace {

struct LegalForm {
  constexpr LegalForm(std::string_view as_written, std::string_view as_shorter)
      : written(as_written),
        shorter(as_shorter),
        words(1 + static_cast<std::size_t>(std::count(written.begin(), written.end(), ' '))) {}
  std::string_view written;
  std::string_view shorter;
  std::size_t words;
};

/// Those that follow a name; the words that the second column lacks are their own short form.
constexpr std::array<LegalForm, 13> spelled_out{{
    {"incorporated", "inc"},
    {"corporation", "corp"},
    {"company", "co"},
    {"limited", "ltd"},
    {"limited liability company", "llc"},
    {"limited liability co", "llc"},
    {"limited liability partnership", "llp"},
    {"limited partnership", "lp"},
    {"professional corporation", "pc"},
    {"professional limited liability company", "pllc"},
    {"public limited company", "plc"},
    {"aktiengesellschaft", "ag"},
    {"lc", "llc"},
}};

constexpr std::array<std::string_view, 20> short_forms{
    "inc", "corp", "co", "ltd", "llc", "llp", "lp", "lllp", "pc", "pllc",
    "plc", "gmbh", "ag", "sa",  "nv",  "bv",  "ab", "oy",   "as", "pty"};

/// From this many letters on, a last word that begins a legal form is one that was cut off.
constexpr std::size_t least_cut_form = 4;

bool is_letter(char32_t c) {
  if (c < 0x80) return is_letter_or_digit(static_cast<char>(c));
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`'; }

bool is_one_letter(const std::string& word) {
  return !word.empty() && decode(word, 0).size == word.size() && is_letter(decode(word, 0).value) &&
         !is_digit(word.front());
}

/// `a`, `t`, `and`, `t` as they are, and `l`, `l`, `c` in one.
std::vector<std::string> with_initials_joined(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  bool was_initial = false;
  for (const std::string& word : words) {
    const bool is_initial = is_one_letter(word);
    if (is_initial && was_initial) {
      out.back() += word;
    } else {
      out.push_back(word);
    }
    was_initial = is_initial;
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_letter(c.value)) {
      word += text.substr(at, c.size);
    } else if (!is_apostrophe(c.value)) {
      finish();
      if (c.value == U'&' || c.value == U'+') words.emplace_back("and");
    }
    at += c.size;
  }
  finish();
  return with_initials_joined(words);
}

bool ends_in(const std::vector<std::string>& words, std::string_view phrase) {
  std::size_t at = words.size();
  while (!phrase.empty()) {
    const std::size_t blank = phrase.rfind(' ');
    const std::string_view last =
        blank == std::string_view::npos ? phrase : phrase.substr(blank + 1);
    if (at == 0 || words[--at] != last) return false;
    phrase = blank == std::string_view::npos ? "" : phrase.substr(0, blank);
  }
  return true;
}

bool is_short_form(const std::string& word) {
  return std::find(short_forms.begin(), short_forms.end(), word) != short_forms.end();
}

/// `incorp`, where a column ended within the word.
bool is_cut_form(const std::string& word) {
  return word.size() >= least_cut_form &&
         std::any_of(spelled_out.begin(), spelled_out.end(), [&](const LegalForm& form) {
           return form.words == 1 && form.written.starts_with(word);
         });
}

}  // namespace

NameWords name_words(std::string_view name) {
  const std::string text = bared(name);
  const std::size_t end = text.find_last_not_of(" .,;");
  const std::size_t open = text.rfind('(');
  const bool has_bracket =
      end != std::string::npos && text[end] == ')' && open != std::string::npos && open > 0;
  if (!has_bracket) return {words_of(text), {}};
  return {words_of(std::string_view(text).substr(0, open)),
          words_of(std::string_view(text).substr(open))};
}

std::vector<std::string> with_short_forms(std::vector<std::string> words) {
  // The longest first, since `limited` ends no `limited liability company` of which it is a part.
  for (const std::size_t length : {std::size_t{4}, std::size_t{3}, std::size_t{2}}) {
    for (const LegalForm& form : spelled_out) {
      if (form.words != length || words.size() <= length || !ends_in(words, form.written)) continue;
      words.resize(words.size() - length);
      words.emplace_back(form.shorter);
    }
  }
  for (std::string& word : words) {
    const auto* form = std::find_if(spelled_out.begin(), spelled_out.end(),
                                    [&](const LegalForm& each) { return each.written == word; });
    if (form != spelled_out.end()) word = form->shorter;
  }
  return words;
}

std::vector<std::string> without_legal_form(std::vector<std::string> words) {
  const auto is_form = [](const std::string& word) {
    return is_short_form(word) || is_cut_form(word);
  };
  // Of `The Limited` the form is the name.
  const std::size_t least = words.empty() || words.front() != "the" ? 1 : 2;
  while (words.size() > least && is_form(words.back())) words.pop_back();
  if (words.size() > 1 && words.back() == "and") words.pop_back();
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

std::string run_together(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty() && is_digit(out.back()) && is_digit(word.front())) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace brm
