#include "read/version_reading.h"

#include "read/office_settings.h"
#include "read/parallel_reader.h"

namespace brm {

VersionReading read_versions(const AskedVersions& asked, const ReadOptions& options,
                             const Reading& beside) {
  std::vector<std::string> paths;
  for (const SourceFile& file : beside.portfolio.files()) paths.push_back(file.path());
  const std::size_t first = paths.size();
  paths.insert(paths.end(), asked.names.begin(), asked.names.end());
  const std::size_t office = asked.office ? first + *asked.office : paths.size();
  const Result<FileBytes> content =
      asked.office ? asked.folder.read(asked.names[*asked.office]) : Result<FileBytes>(Failure{});
  const OfficeSettings settings =
      asked.office ? read_office_settings(content, options.lanes) : settings_of(asked.known_office);
  ParallelReader reader(asked.folder, options);
  FileReadings files = reader.read(std::move(paths), first, office, content, settings.currency);
  VersionReading out;
  const auto from = static_cast<std::ptrdiff_t>(first);
  out.records.assign(files.records.begin() + from, files.records.end());
  out.lacks.resize(out.records.size());
  for (const Finding& finding : files.findings.list()) {
    if (finding.loses != Loses::nothing) out.lacks[finding.place.file - first] = finding.message;
  }
  for (const auto& [file, trouble] : files.troubles) out.lacks[file - first] = trouble.message;
  out.sources = std::move(files.sources);
  out.arenas = std::move(files.arenas);
  return out;
}

}  // namespace brm
