#include "commands/earlier_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/revision_folder.h"
#include "commands/states.h"
#include "read/named_file.h"
#include "rules/fingerprint.h"

namespace brm {
namespace {

constexpr std::size_t most_said = 10;

/// The findings of a folder that is not there any more once this is done.
Baseline check_revision(const Invocation& invocation, const RevisionFolder& folder,
                        const std::string& revision) {
  ReadOptions options = invocation.reading;
  options.visitor = rules_on_records(invocation.as_of);
  Reading reading = read_portfolio(folder, options);
  for (const Failure& trouble : reading.troubles) {
    invocation.console.err +=
        fmt::format("brm: in {}: {}\n", visible(revision), visible(trouble.message));
  }
  // Nothing was chosen that may not be there.
  const AllFindings all = find_all(reading, {}, invocation).value();
  restore_lines(all.list, folder, reading);
  const std::string text =
      baseline_text(all.list, fingerprints(all.list, reading.portfolio), reading.portfolio);
  return Baseline::read(text, revision).value();
}

}  // namespace

Result<Earlier> read_earlier(const std::string& name) {
  const auto text = read_named_file(name);
  if (!text.ok()) return text.failure();
  auto findings = Baseline::read(text.value(), name);
  if (!findings.ok()) return findings.failure();
  return Earlier{name, true, std::move(findings).value()};
}

Result<Earlier> find_earlier(const Invocation& invocation, const std::string& revision) {
  const auto root = find_records(invocation);
  if (!root.ok()) return root.failure();
  const auto repository = open_repository(invocation, root.value());
  if (!repository.ok()) return repository.failure();
  const auto commit = repository.value().find(revision);
  if (!commit.ok()) return commit.failure();
  auto files = repository.value().files_of(commit.value());
  if (!files.ok()) return files.failure();
  const RevisionFolder folder(repository.value(), std::move(files).value());
  if (folder.list().paths.empty()) {
    invocation.console.err += fmt::format(
        "brm: {} has no records here, so that every finding is new\n", visible(revision));
  }
  // `main...` reads as a sentence cut off.
  const std::string name = revision.substr(0, revision.find("..."));
  return Earlier{name, false, check_revision(invocation, folder, revision)};
}

void accept_earlier(std::vector<Earlier>& earlier, const std::vector<std::string>& aside,
                    std::vector<Finding>& findings, std::vector<std::string>& fingerprints) {
  std::set<std::string> present(fingerprints.begin(), fingerprints.end());
  present.insert(aside.begin(), aside.end());
  for (Earlier& each : earlier) each.mended = each.findings.beside(present);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto holder = std::find_if(earlier.begin(), earlier.end(), [&](const Earlier& each) {
      return each.findings.holds(fingerprints[i], findings[i].severity);
    });
    if (holder != earlier.end()) {
      ++holder->still;
      continue;
    }
    if (kept != i) {
      findings[kept] = std::move(findings[i]);
      fingerprints[kept] = std::move(fingerprints[i]);
    }
    ++kept;
  }
  findings.resize(kept);
  fingerprints.resize(kept);
}

void say_mended(const Invocation& invocation, const Earlier& earlier) {
  const std::size_t count = earlier.mended.size();
  if (count == 0) return;
  const std::string of = earlier.is_file ? "the baseline" : earlier.name;
  std::string& err = invocation.console.err;
  err += fmt::format("brm: {} of {} {} mended:\n", counted(count, "finding"), visible(of),
                     count == 1 ? "is" : "are");
  for (std::size_t i = 0; i < std::min(count, most_said); ++i) {
    err += fmt::format("  {}\n", earlier.mended[i]);
  }
  if (count > most_said) err += fmt::format("  and {} more\n", count - most_said);
  if (!earlier.is_file) return;
  err += fmt::format(
      "help: rewrite it with --write-baseline {}, so that none of them comes back unseen\n",
      visible(earlier.name));
}

}  // namespace brm
