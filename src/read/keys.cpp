#include "read/keys.h"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

#include "base/folding.h"
#include "base/near_words.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "model/synonyms.h"
#include "read/faults.h"

namespace brm {
namespace {

/// `U+0430, U+200B`: what in the key is no plain letter, so that lookalikes show.
std::string foreign_characters(std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at < key.size() && out.size() < 40;) {
    const CodePoint c = decode(key, at);
    if (c.value >= 0x80) out += (out.empty() ? "" : ", ") + code_point_name(c.value);
    at += c.size;
  }
  return out;
}

constexpr std::array<bool, 256> make_plain_letters() {
  std::array<bool, 256> letters{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyz0123456789_-")) {
    letters[static_cast<unsigned char>(c)] = true;
  }
  return letters;
}

constexpr std::array<bool, 256> plain_letters = make_plain_letters();

/// In the letters of every field's name: such a key looks like none but itself.
bool is_plain(std::string_view key) {
  return std::all_of(key.begin(), key.end(),
                     [](char c) { return plain_letters[static_cast<unsigned char>(c)]; });
}

/// One bit of 64 for a key that is not empty: equal keys have the same.
std::uint64_t mark_of(std::string_view key) {
  const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(key[at]); };
  const std::size_t last = key.size() - 1;
  return std::uint64_t{1} << ((letter(0) * 5U + letter(last) * 3U + letter(last / 2) + last) % 64);
}

/// The usual case without a table: a few plain keys, each once. False for any other.
bool find_plain_pairs(const Tree& tree, std::uint32_t node, std::vector<Pair>& pairs) {
  constexpr std::uint32_t few = 32;
  const std::uint32_t count = tree.nodes[node].count;
  if (count > few) return false;
  std::uint32_t at = node + 1;
  std::uint64_t marks = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Pair pair{at, tree.nodes[at].next};
    at = tree.nodes[pair.value].next;
    const std::string_view key = tree.nodes[pair.key].text;
    if (key.empty() || !is_plain(key)) return false;
    const auto is_same = [&](const Pair& other) { return tree.nodes[other.key].text == key; };
    const std::uint64_t mark = mark_of(key);
    const bool may_be_known = (marks & mark) != 0;
    if (may_be_known && std::any_of(pairs.begin(), pairs.end(), is_same)) return false;
    marks |= mark;
    pairs.push_back(pair);
  }
  return true;
}

bool has_curly_quote(std::string_view key) {
  return key.find("\u201C") != std::string_view::npos ||
         key.find("\u201D") != std::string_view::npos ||
         key.find("\u2018") != std::string_view::npos ||
         key.find("\u2019") != std::string_view::npos;
}

}  // namespace

void find_pairs(const Tree& tree, std::uint32_t node, std::uint32_t file, std::vector<Pair>& pairs,
                Findings& findings) {
  pairs.clear();
  if (find_plain_pairs(tree, node, pairs)) return;
  pairs.clear();
  std::unordered_map<std::string, std::uint32_t> seen;
  std::uint32_t at = node + 1;
  for (std::uint32_t i = 0; i < tree.nodes[node].count; ++i) {
    const Pair pair{at, tree.nodes[at].next};
    at = tree.nodes[pair.value].next;
    const Node& key = tree.nodes[pair.key];
    const auto [first, is_new] = seen.try_emplace(folded(key.text), pair.key);
    if (is_new) {
      pairs.push_back(pair);
      continue;
    }
    const Node& earlier = tree.nodes[first->second];
    Finding& finding = findings.add(
        faults::duplicate_key, span_of(key, file),
        key.text == earlier.text
            ? fmt::format("`{}` is here twice", visible(key.text))
            : fmt::format("`{}` and `{}` look the same", visible(earlier.text), visible(key.text)),
        "keep one of them");
    finding.second = SecondPlace{span_of(earlier, file), "first written here"};
  }
}

bool stands_twice(const Tree& tree, std::uint32_t node, const std::vector<Pair>& pairs,
                  std::string_view key) {
  if (pairs.size() == tree.nodes[node].count) return false;
  std::size_t found = 0;
  std::uint32_t at = node + 1;
  for (std::uint32_t i = 0; i < tree.nodes[node].count; ++i) {
    found += folded(tree.nodes[at].text) == key ? 1U : 0U;
    at = tree.nodes[tree.nodes[at].next].next;
  }
  return found > 1;
}

std::size_t add_unknown_key(const Kind& kind, const Node& key, std::uint32_t file,
                            Findings& findings) {
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < kind.size(); ++i) {
    if (kind.index_of(kind.field(i).name) == i) known.push_back(kind.field(i).name);
  }
  // Letters from elsewhere that look the same are left out when guessing.
  std::string plain;
  for (const char c : key.text) {
    if (static_cast<signed char>(c) >= 0) plain += c;
  }
  std::string help;
  auto meant = all_meant_by(plain.empty() ? key.text : plain, known);
  if (key.text == "x-allow") meant.clear();
  if (key.text == "x-allow") {
    help = "it stands in the record itself, beside its `id`, and counts for all that is in it";
  } else if (!meant.empty()) {
    help = did_you_mean(meant);
  } else {
    help = fmt::format("it has {}; your own fields begin with x-", join_or(known));
  }
  const std::string_view joint = help.ends_with('?') ? " " : "; ";
  if (has_curly_quote(key.text)) {
    help += fmt::format("{}quote with \" or ', not with curly quotes", joint);
  } else if (const std::string foreign = foreign_characters(key.text); !foreign.empty()) {
    help += fmt::format("{}this key holds {}", joint, foreign);
  }
  findings.add(faults::unknown_key, span_of(key, file),
               fmt::format("`{}` is no field of {}", visible(key.text), kind.name),
               std::move(help));
  return meant.empty() ? kind.size() : kind.index_of(meant.front());
}

}  // namespace brm
