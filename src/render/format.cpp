#include "render/format.h"

#include <array>

#include "render/findings.h"

namespace brm {
namespace {

/// Those of every document, and last one that only an agenda has.
constexpr std::array formats{
    Format{{"text", ".txt", "For people, as wide as the terminal."},
           [](const Document& document, const Rendering& rendering) {
             return render_text(document, rendering.style);
           }},
    Format{{"markdown", ".md", "For people, where GitHub and the like show it."},
           [](const Document& document, const Rendering&) { return render_markdown(document); }},
    Format{{"html", ".html", "For people, in a browser: one file that needs nothing beside it."},
           [](const Document& document, const Rendering&) { return render_html(document); }},
    Format{{"email", ".eml", "For mail programs: a whole message, RFC 5322, of text and tables."},
           render_email},
    Format{{"csv", ".csv", "For spreadsheets: one table, RFC 4180."}, render_csv},
    Format{{"json", ".json", "For programs, with a schema_version."},
           [](const Document& document, const Rendering& rendering) {
             return render_json(document, rendering.style);
           }},
    Format{{"ics", ".ics", "For calendars: an event of one day for each clock, RFC 5545."},
           [](const Document& document, const Rendering&) { return render_ics(document); }},
};

constexpr std::array formats_of_findings{
    FindingsFormat{{"text", ".txt", "For people: the place, the line itself and how to mend it."},
                   render_findings_text},
    FindingsFormat{
        {"json", ".json", "For programs, with a schema_version."},
        [](const FindingsPage& page, const TextStyle&) { return render_findings_json(page); }},
};

}  // namespace

std::span<const FindingsFormat> findings_formats() { return formats_of_findings; }
std::span<const Format> document_formats() { return std::span(formats).first(formats.size() - 1); }
std::span<const Format> agenda_formats() { return formats; }

}  // namespace brm
