#include "commands/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/sha256.h"
#include "model/all_kinds.h"
#include "rules/shared_lacks.h"

namespace brm {
namespace {

/// Of its line, and of those above and below.
std::size_t hash_around(const SourceFile& source, const Span& place) {
  const std::string_view bytes = source.bytes();
  const std::size_t at = std::min<std::size_t>(place.offset, bytes.size());
  const std::size_t start = source.line_start(at);
  const std::size_t above = start == 0 ? 0 : source.line_start(start - 1);
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  const std::size_t below =
      std::min(bytes.find('\n', std::min(end + 1, bytes.size())), bytes.size());
  return std::hash<std::string_view>()(bytes.substr(above, below - above));
}

/// The text with every word that is an id of now as it was then.
std::string in_earlier_words(const std::string& text, const EarlierIds& earlier_ids) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  if (earlier_ids.empty()) return text;
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find_first_not_of(letters));
    const std::string_view other = rest.substr(0, rest.find_first_of(letters));
    const auto found = earlier_ids.find(word);
    out += found == earlier_ids.end() ? word : std::string_view(found->second);
    out += other;  // one of both is empty
    rest.remove_prefix(word.size() + other.size());
  }
  return out;
}

/// Whether a record or part of any kind has such a field.
bool is_field_name(std::string_view word) {
  const auto kinds = all_kinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const Kind* kind) { return kind->index_of(word) < kind->size(); });
}

/// `manager` of "this relationship has no `manager`": several findings at the id of one record
/// differ in nothing else. Other words may change from day to day. Empty where none is named.
std::string_view field_named(std::string_view message) {
  for (;;) {
    const std::size_t begin = message.find('`');
    if (begin == std::string_view::npos) return {};
    const std::size_t end = message.find('`', begin + 1);
    if (end == std::string_view::npos) return {};
    const std::string_view word = message.substr(begin + 1, end - begin - 1);
    if (is_field_name(word)) return word;
    message.remove_prefix(end + 1);
  }
}

class Marking {
 public:
  Marking(const Portfolio& portfolio, const EarlierIds& earlier_ids)
      : portfolio_(portfolio), ids_(earlier_ids), records_(portfolio.files().size(), nullptr) {
    for (const Item* record : portfolio.records()) records_[record->file] = record;
  }

  FindingMark mark(const Finding& finding) {
    const std::string other = other_record(finding);
    File& file = file_of(finding.place.file);
    const PlaceName name = file.names.of(finding.place);
    const std::string_view lack = lack_named(finding);
    const std::string_view named = lack.empty() ? field_named(finding.message) : lack;
    const auto said = [&](const std::string& path, const std::string& value) {
      const std::string text = fmt::format("{}\n{}", path, value);
      return fmt::format("{}\n{}{}\n{}\n{}", finding.rule->name, file.address,
                         file.has_id ? in_earlier_words(text, ids_) : text, named, other);
    };
    const std::string text = said(name.path, name.value);
    const std::size_t before = seen_[text]++;
    FindingMark out;
    out.sort = short_hash(text);
    out.fingerprint = before == 0 ? out.sort : short_hash(fmt::format("{}\n{}", text, before));
    out.nameless = said(name.nameless, name.is_own_name ? "" : name.value);
    if (!name.entry.empty()) out.entry = file.address + in_earlier_words(name.entry, ids_);
    out.looks = {name.likeness, hash_around(portfolio_.file(finding.place.file), finding.place)};
    return out;
  }

  std::map<std::string, ListEntry> entries() && { return std::move(entries_); }

 private:
  struct File {
    PlaceNames names;
    std::string address;  ///< Of the record, or of the file where it has no id.
    bool has_id = false;
  };

  /// Findings are in the order of their files; only second places are elsewhere.
  static constexpr std::size_t most_open = 64;

  File& file_of(std::uint32_t index) {
    const auto known = files_.find(index);
    if (known != files_.end()) return known->second;
    if (files_.size() >= most_open) files_.clear();
    const SourceFile& source = portfolio_.file(index);
    const Item* record = records_[index];
    File file{PlaceNames(source, index), source.path(), record != nullptr && !record->id().empty()};
    if (file.has_id) {
      file.address = in_earlier_words(std::string(record->id()), ids_);
    } else if (const auto moved = ids_.find(source.path()); moved != ids_.end()) {
      file.address = moved->second;  // a path holds a dot, so that none is the id of a record
    }
    for (const auto& [name, entry] : file.names.entries()) {
      ListEntry here = entry;
      here.list.insert(0, file.address);
      entries_.emplace(file.address + in_earlier_words(name, ids_), std::move(here));
    }
    return files_.emplace(index, std::move(file)).first->second;
  }

  /// Where a finding is about two records, the one at its second place and what is there.
  std::string other_record(const Finding& finding) {
    if (!finding.second || finding.second->span.file == finding.place.file) return "";
    File& file = file_of(finding.second->span.file);
    const PlaceName name = file.names.of(finding.second->span);
    return file.address + (file.has_id ? in_earlier_words(name.path, ids_) : name.path);
  }

  const Portfolio& portfolio_;
  const EarlierIds& ids_;
  std::vector<const Item*> records_;  ///< By their files.
  std::map<std::uint32_t, File> files_;
  std::unordered_map<std::string, std::size_t> seen_;
  std::map<std::string, ListEntry> entries_;
};

}  // namespace

FindingMarks marks_of(const std::vector<Finding>& findings, const Portfolio& portfolio,
                      const EarlierIds& earlier_ids) {
  Marking marking(portfolio, earlier_ids);
  FindingMarks out;
  out.list.reserve(findings.size());
  for (const Finding& finding : findings) out.list.push_back(marking.mark(finding));
  out.entries = std::move(marking).entries();
  return out;
}

std::vector<std::string> fingerprints(const std::vector<Finding>& findings,
                                      const Portfolio& portfolio) {
  std::vector<std::string> out;
  for (FindingMark& mark : marks_of(findings, portfolio, {}).list) {
    out.push_back(std::move(mark.fingerprint));
  }
  return out;
}

}  // namespace brm
