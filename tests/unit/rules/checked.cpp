#include "unit/rules/checked.h"

#include "rules/shared_lacks.h"

namespace brm::test {

Checked::Checked(std::map<std::string, std::string> files, Date as_of)
    : Assessed(std::move(files), as_of) {
  Findings all;
  all.list() = reading.findings.list();
  for (const Rule* rule : all_rules()) {
    if (rule->scope != Scope::findings) rule->check(*rule, assessment, all);
  }
  // As they are shown.
  std::vector<std::string> no_fingerprints;
  say_together(reading.portfolio, all.list(), no_fingerprints);
  findings = std::move(all.list());
}

std::vector<Finding> Checked::of(std::string_view rule) const {
  std::vector<Finding> found;
  for (const Finding& finding : findings) {
    if (finding.rule->name == rule) found.push_back(finding);
  }
  return found;
}

std::string Checked::severity_of(std::string_view rule) const {
  const std::vector<Finding> found = of(rule);
  CHECK_MESSAGE(found.size() <= 1, rule);
  return found.empty() ? "none" : std::string(to_text(found.front().severity));
}

std::string Checked::message_of(std::string_view rule) const {
  const std::vector<Finding> found = of(rule);
  CHECK_MESSAGE(found.size() <= 1, rule);
  return found.empty() ? "" : found.front().message;
}

std::string Checked::text_at(const Finding& finding) const {
  const SourceFile& file = reading.portfolio.file(finding.place.file);
  return std::string(file.bytes().substr(finding.place.offset, finding.place.length));
}

std::map<std::string, std::string> files_of(std::string_view example) {
  const MemoryFolder folder = folder_of(example);
  std::map<std::string, std::string> files;
  for (const std::string& path : folder.list().paths) {
    files[path] = folder.read(path).value().bytes;
  }
  return files;
}

std::map<std::string, std::string> replaced(std::map<std::string, std::string> files,
                                            const std::string& from, const std::string& to) {
  if (from.empty()) return files;
  for (auto& [path, text] : files) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return files;
}

}  // namespace brm::test
