#include "render/format.h"

#include <array>

#include "render/findings.h"
#include "render/for_people.h"
#include "render/workbook.h"

namespace brm {
namespace {

using Renders = std::string (*)(const Document& document, const Rendering& rendering);

/// Of a format that people read, and no program.
template <Renders render>
std::string shown(const Document& document, const Rendering& rendering) {
  const auto copy = for_people(document);
  return render(copy ? *copy : document, rendering);
}

std::string as_text(const Document& document, const Rendering& rendering) {
  return render_text(document, rendering.style);
}
std::string as_markdown(const Document& document, const Rendering&) {
  return render_markdown(document);
}
std::string as_html(const Document& document, const Rendering&) { return render_html(document); }

constexpr FormatWords workbook{"xlsx", ".xlsx",
                               "For spreadsheets: a file with a sheet for each table; needs -o."};

/// Those of every document, and last one that only an agenda has.
constexpr std::array formats{
    Format{{"text", ".txt", "For people, as wide as the terminal."}, shown<as_text>},
    Format{{"markdown", ".md", "For people, where GitHub and the like show it."},
           shown<as_markdown>},
    Format{{"html", ".html", "For people, in a browser: one file that needs nothing beside it."},
           shown<as_html>},
    Format{{"email", ".eml", "For mail programs: a whole message, RFC 5322, of text and tables."},
           shown<render_email>},
    Format{{"csv", ".csv", "For spreadsheets: one table, RFC 4180."}, render_csv},
    Format{workbook,
           [](const Document& document, const Rendering&) { return render_xlsx(document); }},
    Format{{"json", ".json", "For programs, with a schema_version."},
           [](const Document& document, const Rendering& rendering) {
             return render_json(document, rendering.style);
           }},
    Format{{"ics", ".ics", "For calendars: an event of one day for each clock, RFC 5545."},
           [](const Document& document, const Rendering&) { return render_ics(document); }},
};

/// Findings that are written out where nobody says how many.
constexpr std::size_t screenful = 1000;

template <std::string (*render)(const FindingsPage&)>
std::string without_style(const FindingsPage& page, const TextStyle&) {
  return render(page);
}

constexpr std::array formats_of_findings{
    FindingsFormat{{"text", ".txt", "For people: the place, the line itself and how to mend it."},
                   render_findings_text,
                   screenful},
    FindingsFormat{{"json", ".json", "For programs, with a schema_version."},
                   without_style<render_findings_json>,
                   screenful},
    FindingsFormat{{"sarif", ".sarif", "For GitHub's code scanning and editors: SARIF 2.1.0."},
                   without_style<render_findings_sarif>},
    FindingsFormat{{"junit", "", "For build servers: a test case for each file and rule."},
                   without_style<render_findings_junit>},
    FindingsFormat{{"github", "", "For GitHub Actions: annotations, and the summary of the job."},
                   without_style<render_findings_github>},
    FindingsFormat{{"gitlab", "", "For GitLab: its report of Code Quality."},
                   without_style<render_findings_gitlab>},
    FindingsFormat{{"checkstyle", "", "For build servers: the XML of Checkstyle."},
                   without_style<render_findings_checkstyle>},
    FindingsFormat{{"rdjson", ".rdjson", "For reviewdog, with suggestions."},
                   without_style<render_findings_rdjson>},
};

}  // namespace

std::span<const FindingsFormat> findings_formats() { return formats_of_findings; }
std::span<const Format> document_formats() { return std::span(formats).first(formats.size() - 1); }
bool is_for_files(const FormatWords& format) { return format.name == workbook.name; }
std::span<const Format> agenda_formats() { return formats; }

}  // namespace brm
