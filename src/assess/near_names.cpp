#include "assess/near_names.h"

#include <algorithm>
#include <array>
#include <memory_resource>
#include <set>
#include <tuple>
#include <unordered_map>

#include "assess/name_words.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "model/of.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

using How = NearNames::How;

/// A column of 20 characters whose cut fell on a blank or two is the narrowest seen.
constexpr std::size_t least_cut = 18;
/// The widths of columns in the files of older systems.
constexpr std::array<std::size_t, 9> widths{20, 25, 30, 32, 35, 40, 50, 60, 64};
/// Words at which no name ends.
constexpr std::array<std::string_view, 8> connecting{"and", "of", "the", "for",
                                                     "in",  "to", "at",  "with"};

/// Small, as there are tens of thousands of them: its texts stand side by side.
struct Entry {
  const Item* party = nullptr;
  const Value* written = nullptr;
  const char* texts = nullptr;  // `spaced`, `form` and, where it is another one, `bare`
  std::uint32_t spaced_size = 0;
  std::uint32_t form_size = 0;
  std::uint32_t bare_size = 0;
  std::uint32_t plain = 0;  // how much of `spaced` stands before the bracket
  std::uint32_t width = 0;  // as written, in characters
  std::uint32_t order = 0;  // of the party among the relationships

  /// Words with a blank between, and the bracket's: what is cut off.
  std::string_view spaced() const { return {texts, spaced_size}; }
  /// Run together, with its legal form.
  std::string_view form() const { return {texts + spaced_size, form_size}; }
  /// And without; it leaves words out, so that one of the same size is the same.
  std::string_view bare() const {
    const std::size_t before = bare_size == form_size ? 0 : form_size;
    return {texts + spaced_size + before, bare_size};
  }
  std::string_view text() const { return written->as_text(); }
  PartyName name() const { return {party, text(), party->span_of(*written)}; }
  std::string_view words() const { return spaced().substr(0, plain); }
  std::string_view last_word() const { return words().substr(words().rfind(' ') + 1); }
  bool has_bracket() const { return plain < spaced_size; }
};

void add_spaced(std::string& out, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
}

std::uint32_t width_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

/// What `Entry` says of a name, in memory of its own.
struct TakenApart {
  std::string spaced;
  std::string form;
  std::string bare;
  std::size_t plain = 0;
};

TakenApart take_apart(std::string_view name) {
  TakenApart out;
  NameWords taken = name_words(name);
  add_spaced(out.spaced, taken.words);
  out.plain = out.spaced.size();
  add_spaced(out.spaced, taken.bracket);
  std::vector<std::string> words = with_short_forms(std::move(taken.words));
  out.form = run_together(words);
  out.bare = run_together(without_legal_form(std::move(words)));
  if (const std::string bracket = run_together(taken.bracket); !bracket.empty()) {
    for (std::string* each : {&out.form, &out.bare}) *each += "(" + bracket + ")";
  }
  return out;
}

/// All names, their texts side by side: an office has tens of thousands of them.
class Entries {
 public:
  explicit Entries(const Portfolio& portfolio) {
    const auto& parties = portfolio.all(kinds::relationship);
    std::size_t names = parties.size();
    for (const Item* party : parties) {
      if (const Value* aliases = party->find("aliases")) names += aliases->as_list().size();
    }
    list_.reserve(names);
    std::uint32_t order = 0;
    for (const Item* party : parties) {
      ++order;
      // Not by `Of`: an outline keeps the names of parties alone.
      if (const Value* title = party->find("title")) add(*party, *title, order);
      if (const Value* aliases = party->find("aliases")) {
        for (const Value& alias : aliases->as_list()) add(*party, alias, order);
      }
    }
  }
  const std::vector<Entry>& list() const { return list_; }

 private:
  void add(const Item& party, const Value& written, std::uint32_t order) {
    const TakenApart name = take_apart(written.as_text());
    if (name.bare.empty()) return;  // without a letter or digit it can be compared with none
    std::string_view bare = name.bare;
    if (bare.size() == name.form.size()) bare = {};
    const std::size_t size = name.spaced.size() + name.form.size() + bare.size();
    auto* texts = static_cast<char*>(texts_.allocate(size, 1));
    char* end = std::copy(name.spaced.begin(), name.spaced.end(), texts);
    end = std::copy(name.form.begin(), name.form.end(), end);
    std::copy(bare.begin(), bare.end(), end);
    list_.push_back({&party, &written, texts, size_of(name.spaced), size_of(name.form),
                     size_of(name.bare), static_cast<std::uint32_t>(name.plain),
                     width_of(written.as_text()), order});
  }
  static std::uint32_t size_of(std::string_view text) {
    return static_cast<std::uint32_t>(text.size());
  }

  std::pmr::monotonic_buffer_resource texts_;
  std::vector<Entry> list_;
};

bool is_parent(const Item& child, const Item& parent) {
  return Of<kinds::relationship>(child).text<"parent">() == parent.id();
}

/// The pairs found, each two parties once.
class Pairs {
 public:
  void add(How how, const Entry& a, const Entry& b) {
    if (a.order == b.order || is_parent(*a.party, *b.party) || is_parent(*b.party, *a.party)) {
      return;
    }
    const bool is_forward = a.order < b.order;
    const Entry& first = is_forward ? a : b;
    const Entry& second = is_forward ? b : a;
    if (!known_.emplace(first.order, second.order).second) return;
    found_.push_back({second.order, first.order, {how, first.name(), second.name()}});
  }

  std::vector<NearNames> take() && {
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return std::tie(a.second, a.first) < std::tie(b.second, b.first);
    });
    std::vector<NearNames> out;
    out.reserve(found_.size());
    for (const Found& each : found_) out.push_back(each.pair);
    return out;
  }

 private:
  struct Found {
    std::size_t second = 0;
    std::size_t first = 0;
    NearNames pair;
  };
  std::set<std::pair<std::size_t, std::size_t>> known_;
  std::vector<Found> found_;
};

/// Each beside the first with the same `key`.
template <class Key>
void add_equal(const std::vector<Entry>& entries, const Key& key, How how, Pairs& pairs) {
  // Hashes first: of most names no two are equal, and a number each is all the memory it takes.
  const auto hash = [&](const Entry& entry) { return std::hash<std::string_view>()(key(entry)); };
  std::vector<std::size_t> hashes;
  hashes.reserve(entries.size());
  for (const Entry& entry : entries) hashes.push_back(hash(entry));
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::size_t> repeated;
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    if (hashes[i] == hashes[i - 1]) repeated.push_back(hashes[i]);
  }
  if (repeated.empty()) return;
  std::unordered_map<std::string_view, const Entry*> firsts;
  for (const Entry& entry : entries) {
    if (!std::binary_search(repeated.begin(), repeated.end(), hash(entry))) continue;
    const auto [first, is_new] = firsts.emplace(key(entry), &entry);
    if (!is_new) pairs.add(how, *first->second, entry);
  }
}

/// Beside each name that ends in brackets the one that is the same without; of the same type only,
/// since `Labor (Ellery)` is the neighbor's.
void add_additions(const std::vector<Entry>& entries, Pairs& pairs) {
  const auto without_bracket = [](const Entry& entry) {
    return entry.bare().substr(0, entry.bare().find('('));
  };
  // By the names that are looked for: few end in brackets.
  std::unordered_map<std::string_view, const Entry*> plain;
  for (const Entry& entry : entries) {
    if (entry.has_bracket()) plain.emplace(without_bracket(entry), nullptr);
  }
  if (plain.empty()) return;
  for (const Entry& entry : entries) {
    const auto sought = entry.has_bracket() ? plain.end() : plain.find(entry.bare());
    if (sought != plain.end() && sought->second == nullptr) sought->second = &entry;
  }
  for (const Entry& entry : entries) {
    if (!entry.has_bracket()) continue;
    const auto found = plain.find(without_bracket(entry));
    if (found->second == nullptr) continue;
    const auto type = [](const Entry& each) {
      return Of<kinds::relationship>(*each.party).text<"type">();
    };
    if (type(entry) == type(*found->second)) pairs.add(How::addition, *found->second, entry);
  }
}

/// How many names have each word, wherever in it.
std::unordered_map<std::string_view, std::size_t> count_words(const std::vector<Entry>& entries) {
  std::unordered_map<std::string_view, std::size_t> counts;
  for (const Entry& entry : entries) {
    for (std::string_view rest = entry.words(); !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      ++counts[rest.substr(0, end)];
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return counts;
}

/// Whether a name may be cut off within its last word: what is left of that is a word that no other
/// name has. Numbers are not cut: 1 is another one than 10.
bool may_end_in_word(const Entry& entry,
                     const std::unordered_map<std::string_view, std::size_t>& words) {
  const std::string_view last = entry.last_word();
  return !is_digit(last.back()) && (last.size() == 1 || words.at(last) == 1);
}

/// Whether a name may be cut off between two words: it ends where no name ends, or is as long as a
/// column is wide, a blank at its end counted.
bool may_end_at_word(const Entry& entry) {
  const std::string_view last = entry.last_word();
  if (std::find(connecting.begin(), connecting.end(), last) != connecting.end()) return true;
  return std::find(widths.begin(), widths.end(), entry.width) != widths.end() ||
         std::find(widths.begin(), widths.end(), entry.width + 1) != widths.end();
}

/// Of two names of which the whole one begins with the other.
bool is_cut_off(const Entry& cut, const Entry& whole,
                const std::unordered_map<std::string_view, std::size_t>& words) {
  // What follows in brackets alone is an addition.
  if (whole.has_bracket() && cut.words() == whole.words()) return false;
  const bool is_at_word = whole.spaced()[cut.spaced().size()] == ' ';
  return is_at_word ? may_end_at_word(cut) : may_end_in_word(cut, words);
}

/// In the order of letters the names that begin with another follow it without a gap.
void add_cut_off(const std::vector<Entry>& entries, Pairs& pairs) {
  std::vector<const Entry*> sorted;
  for (const Entry& entry : entries) sorted.push_back(&entry);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Entry* a, const Entry* b) { return a->spaced() < b->spaced(); });
  const auto words = count_words(entries);
  std::vector<const Entry*> open;  // each begins with the one before it
  for (const Entry* entry : sorted) {
    while (!open.empty() && !entry->spaced().starts_with(open.back()->spaced())) open.pop_back();
    if (!open.empty() && open.back()->spaced().size() < entry->spaced().size()) {
      const Entry& cut = *open.back();
      if (is_cut_off(cut, *entry, words)) pairs.add(How::cut_off, cut, *entry);
    }
    if (entry->width >= least_cut && !entry->has_bracket()) open.push_back(entry);
  }
}

}  // namespace

std::string_view to_text(NearNames::How how) {
  switch (how) {
    case How::same:
      return "they are the same";
    case How::spelling:
      return "they differ only in how they are spelled";
    case How::legal_form:
      return "they differ only in their legal form";
    case How::addition:
      return "one of them adds something in brackets";
    case How::cut_off:
      break;
  }
  return "one of them looks cut off";
}

std::string normal_form(std::string_view name) { return take_apart(name).bare; }

std::vector<NearNames> find_near_names(const Portfolio& portfolio) {
  const Entries all(portfolio);
  const std::vector<Entry>& entries = all.list();
  Pairs pairs;
  // The closest first: of two parties the pair that is found first stays.
  add_equal(
      entries, [](const Entry& entry) { return entry.text(); }, How::same, pairs);
  add_equal(
      entries, [](const Entry& entry) { return entry.form(); }, How::spelling, pairs);
  add_equal(
      entries, [](const Entry& entry) { return entry.bare(); }, How::legal_form, pairs);
  add_additions(entries, pairs);
  add_cut_off(entries, pairs);
  return std::move(pairs).take();
}

}  // namespace brm
