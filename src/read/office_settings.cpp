#include "read/office_settings.h"

#include <fnmatch.h>

#include <algorithm>

#include "model/of.h"
#include "model/office_fields.h"
#include "read/parallel_reader.h"

namespace brm {

OfficeSettings settings_of(const Item* record) {
  OfficeSettings settings;
  if (record == nullptr || record->kind != &kinds::office) return settings;
  const Of<kinds::office> office(*record);
  if (const auto code = office.get<"currency">()) {
    settings.currency = find_currency(code->value).value_or(Currency{});
  }
  for (const auto pattern : office.get<"ignore">()) settings.ignored.emplace_back(pattern.value);
  return settings;
}

OfficeSettings read_office_settings(const Result<FileBytes>& content, Lanes lanes) {
  if (!content.ok()) return {};
  LoneFile office;
  read_alone(content.value(), std::string(office_file), lanes, office);
  return settings_of(office.record);
}

bool is_ignored(const std::string& path, const std::vector<std::string>& patterns) {
  const auto matches = [&](const std::string& pattern) {
    if (::fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME) == 0) return true;
    const std::string folder = pattern.ends_with('/') ? pattern : pattern + "/";
    return path.starts_with(folder);
  };
  return std::any_of(patterns.begin(), patterns.end(), matches);
}

}  // namespace brm
