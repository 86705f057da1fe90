#include "commands/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/folding.h"
#include "base/utf8.h"

namespace brm {
namespace {

constexpr std::string_view head =
    "# Findings that `brm check --baseline` accepts, written by `brm check --write-baseline`.\n"
    "# A line each: fingerprint, severity, rule, file and message. Only the first two count.\n";

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

/// `bad-date it.yaml: ...` as `it.yaml: ... [bad-date]`.
std::string words_of(std::string_view line) {
  const std::string_view text = trimmed(line);
  const std::size_t blank = text.find(' ');
  if (blank == text.npos) return visible(text);
  return visible(fmt::format("{} [{}]", text.substr(blank + 1), text.substr(0, blank)));
}

}  // namespace

Result<Baseline> Baseline::read(const std::string& text, const std::string& name) {
  Baseline out;
  std::string_view rest = text;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::string_view one = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const std::string_view word = one.substr(0, one.find_first_of(" \r"));
    if (word.empty() || word.starts_with('#')) continue;
    if (!is_fingerprint(word)) {
      return Failure{fmt::format("{}:{}: `{}` is no fingerprint", visible(name), line,
                                 visible(word.substr(0, 2 * digits))),
                     "a baseline is written by `brm check --write-baseline FILE`"};
    }
    std::string_view said = trimmed(one.substr(word.size()));
    const Severity severity = take_severity(said);
    out.known_.emplace(word, Known{severity, words_of(said)});
  }
  return out;
}

std::vector<std::string> Baseline::beside(const std::set<std::string>& fingerprints) const {
  std::vector<std::string> out;
  for (const auto& [mark, known] : known_) {
    if (!fingerprints.contains(mark)) out.push_back(known.words);
  }
  std::sort(out.begin(), out.end());
  return out;
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
  std::string out(head);
  for (const auto& [path, rule, message, mark, severity] : lines) {
    out += fmt::format("{} {} {} {}: {}\n", mark, severity, rule, path, message);
  }
  return out;
}

}  // namespace brm
