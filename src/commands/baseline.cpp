#include "commands/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/folding.h"
#include "base/utf8.h"
#include "read/named_file.h"

namespace brm {
namespace {

constexpr std::string_view head =
    "# Findings that `brm check --baseline` accepts, written by `brm check --write-baseline`.\n"
    "# A line each: fingerprint, severity, rule, file and message. Only the first two count,\n"
    "# and which record a file is, so that it is known again under another id.\n";

constexpr std::size_t digits = 32;

bool is_fingerprint(std::string_view word) {
  return word.size() == digits && word.find_first_not_of("0123456789abcdef") == word.npos;
}

/// The first word, where it is one; else the gravest, so that an older baseline accepts what it
/// did.
Severity take_severity(std::string_view& line) {
  const std::string_view word = line.substr(0, line.find(' '));
  for (const Severity each : {Severity::note, Severity::warning, Severity::error}) {
    if (word != to_text(each)) continue;
    line = trimmed(line.substr(word.size()));
    return each;
  }
  return Severity::error;
}

/// Of `bad-date it.yaml: ...`: `it.yaml: ... [bad-date]`.
KnownFinding known_finding(std::string_view line, Severity severity) {
  const std::string_view text = trimmed(line);
  const std::size_t blank = text.find(' ');
  if (blank == text.npos) return {severity, "", visible(text)};
  const std::string_view said = text.substr(blank + 1);
  return {severity, visible(said.substr(0, said.find(": "))),
          visible(fmt::format("{} [{}]", said, text.substr(0, blank)))};
}

constexpr std::string_view is_called = " is the record ";

/// `# it.yaml is the record our-office`
std::optional<EarlierRecord> record_in(std::string_view line) {
  const std::size_t at = line.rfind(is_called);
  if (!line.starts_with("# ") || at == line.npos) return std::nullopt;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return EarlierRecord{std::string(trimmed(line.substr(at + is_called.size()))),
                       std::string(line.substr(2, at - 2))};
}

}  // namespace

Result<Baseline> Baseline::read(const std::string& text, const std::string& name) {
  Baseline out;
  std::string_view rest = text;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::string_view one = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const std::string_view word = one.substr(0, one.find_first_of(" \r"));
    if (auto record = record_in(one)) out.records_.push_back(*std::move(record));
    if (word.empty() || word.starts_with('#')) continue;
    if (!is_fingerprint(word)) {
      return Failure{fmt::format("{}:{}: `{}` is no fingerprint", visible(name), line,
                                 visible(word.substr(0, 2 * digits))),
                     "a baseline is written by `brm check --write-baseline FILE`"};
    }
    std::string_view said = trimmed(one.substr(word.size(), one.find('\r') - word.size()));
    const Severity severity = take_severity(said);
    out.known_.emplace(word, known_finding(said, severity));
  }
  return out;
}

void Baseline::add_marks(FindingMarks marks) {
  for (FindingMark& mark : marks.list) {
    const auto known = known_.find(mark.fingerprint);
    if (known != known_.end()) known->second.mark = std::move(mark);
  }
  entries_ = std::move(marks.entries);
}

std::optional<Failure> refuse_to_replace(const std::string& path) {
  std::error_code error;
  const std::filesystem::file_type found = std::filesystem::status(path, error).type();
  if (found == std::filesystem::file_type::none) {
    return Failure{fmt::format("--write-baseline `{}`: {}", visible(path), error.message()),
                   "whether a baseline is there could not be seen; nothing was written"};
  }
  if (found != std::filesystem::file_type::regular) return std::nullopt;
  const auto text = read_named_file(path);
  if (text.ok()) {
    const auto baseline = Baseline::read(text.value(), path);
    const bool is_one =
        baseline.ok() && (text.value().find(head.substr(0, head.find('\n'))) != std::string::npos ||
                          !baseline.value().known().empty());
    if (is_one || trimmed(text.value()).empty()) return std::nullopt;
  }
  return Failure{fmt::format("--write-baseline `{}`: this file is there, and it is no baseline",
                             visible(path)),
                 "name another file, such as brm.baseline; nothing was written"};
}

std::string baseline_text(const std::vector<Finding>& findings,
                          const std::vector<std::string>& fingerprints,
                          const Portfolio& portfolio) {
  using Line =
      std::tuple<std::string, std::string_view, std::string, std::string, std::string_view>;
  std::vector<Line> lines;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    lines.emplace_back(visible(portfolio.file(finding.place.file).path()), finding.rule->name,
                       visible(finding.message), fingerprints[i], to_text(finding.severity));
  }
  std::sort(lines.begin(), lines.end());
  std::map<std::string, std::string_view> ids;
  for (const Item* record : portfolio.records()) {
    if (!record->id().empty())
      ids.emplace(visible(portfolio.file(record->file).path()), record->id());
  }
  std::string out(head);
  std::string_view before;
  for (const auto& [path, rule, message, mark, severity] : lines) {
    const auto id = ids.find(path);
    if (path != before && id != ids.end()) {
      out += fmt::format("# {}{}{}\n", path, is_called, visible(id->second));
    }
    before = path;
    out += fmt::format("{} {} {} {}: {}\n", mark, severity, rule, path, message);
  }
  return out;
}

}  // namespace brm
