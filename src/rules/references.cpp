#include "rules/references.h"

#include <fmt/format.h>

#include "base/spelling.h"
#include "rules/file_names.h"

namespace brm::rules {

UnreadFiles::UnreadFiles(const Portfolio& portfolio) {
  std::vector<bool> is_read(portfolio.files().size(), false);
  for (const Item* record : portfolio.records()) is_read[record->file] = !record->id().empty();
  for (std::size_t i = 0; i < is_read.size(); ++i) {
    if (is_read[i]) continue;
    const SourceFile& file = portfolio.files()[i];
    stems_.insert(file.stem());
    if (file.path() == office_file) is_office_unread_ = true;
  }
}

bool UnreadFiles::may_hold(const Reference& reference) const {
  if (stems_.contains(reference.record_id())) return true;
  // brm.yaml is free in its id, and holds the goals.
  return is_office_unread_ && (reference.may_name("office") || reference.may_name("goal"));
}

std::string address_of(const Item& item) {
  if (item.parent == nullptr || item.kind->name == "goal") return std::string(item.id());
  return fmt::format("{}/{}", item.record().id(), item.id());
}

std::string with_article(std::string_view kind) {
  const bool begins_with_vowel = std::string_view("aeiou").find(kind.front()) != kind.npos;
  return fmt::format("{} {}", begins_with_vowel ? "an" : "a", kind);
}

std::string one_of_kinds(Words to) { return with_article(join_or(to)); }

}  // namespace brm::rules
