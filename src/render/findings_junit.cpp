#include <fmt/format.h>

#include <map>

#include "base/utf8.h"
#include "render/findings_places.h"
#include "render/xml.h"

namespace brm {
namespace {

using Group = std::vector<const Finding*>;

/// `relationships/dhhs`: build servers make a folder of every dot.
std::string class_of(std::string path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string::npos ? path : path.substr(0, dot);
}

class Suite {
 public:
  explicit Suite(const FindingsPage& page) : page_(page) {}

  std::string xml() {
    std::map<std::uint32_t, std::map<std::string_view, Group>> found;
    for (const std::size_t index : shown_findings(page_)) {
      const Finding& finding = page_.findings[index];
      found[finding.place.file][finding.rule->name].push_back(&finding);
    }
    for (const Failure& trouble : page_.troubles) add_trouble(trouble);
    for (std::uint32_t file = 0; file < page_.files; ++file) {
      if (found[file].empty()) add(page_.file(file), "check", 1, "");
      for (const auto& [rule, group] : found[file]) add_group(page_.file(file), rule, group);
    }
    const std::string counts = fmt::format(
        "name=\"brm check\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\" time=\"0\"",
        tests_, failures_, page_.troubles.size());
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {}>\n  <testsuite {}>\n{}"
        "  </testsuite>\n</testsuites>\n",
        counts.substr(0, counts.find(" skipped")), counts, cases_);
  }

 private:
  void add(const SourceFile& source, std::string_view name, std::size_t line,
           const std::string& inner) {
    ++tests_;
    const std::string path = repository_path(page_, source);
    cases_ +=
        fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\" time=\"0\"",
                    xml_text(class_of(path)), xml_text(name), xml_text(path), line);
    cases_ += inner.empty() ? "/>\n" : fmt::format(">\n{}    </testcase>\n", inner);
  }

  void add_group(const SourceFile& source, std::string_view rule, const Group& group) {
    std::string text;
    const Finding* worst = group.front();
    for (const Finding* finding : group) {
      if (finding->severity > worst->severity) worst = finding;
      text += finding_line(page_, *finding) + "\n";
      if (!finding->help.empty()) text += fmt::format("  help: {}\n", visible(finding->help));
    }
    const bool fails = worst->severity >= page_.fails_from;
    if (fails) ++failures_;
    const std::string inner =
        fails ? fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                            to_text(worst->severity), xml_text(visible(worst->message)),
                            xml_text(text))
              : fmt::format("      <system-out>{}</system-out>\n", xml_text(text));
    add(source, rule, source.line_column(group.front()->place.offset).line, inner);
  }

  void add_trouble(const Failure& trouble) {
    ++tests_;
    cases_ += fmt::format(
        "    <testcase classname=\"brm\" name=\"{}\" time=\"0\">\n      <error type=\"unreadable\" "
        "message=\"{}\"/>\n    </testcase>\n",
        xml_text(visible(trouble.message)), xml_text(visible(trouble.message)));
  }

  const FindingsPage& page_;
  std::string cases_;
  std::size_t tests_ = 0;
  std::size_t failures_ = 0;
};

}  // namespace

std::string render_findings_junit(const FindingsPage& page) { return Suite(page).xml(); }

}  // namespace brm
