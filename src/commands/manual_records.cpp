#include <fmt/format.h>

#include <algorithm>

#include "assess/facts.h"
#include "base/spelling.h"
#include "commands/field_words.h"
#include "commands/manual.h"
#include "model/all_kinds.h"
#include "model/common_fields.h"
#include "model/type_words.h"

namespace brm {
namespace {

constexpr std::string_view how_to_write =
    "A records folder is a tree of YAML files, best kept in git. One file is one record, named "
    "after its id: `relationships/dhs.yaml` has `id: dhs`. The folders inside are there for people "
    "only. `brm.yaml`, the office's own record, marks the root; without it brm's defaults hold.\n\n"
    "The field `kind` says what a file is, and each kind has its fields. A field of your own may "
    "have any name that begins with `x-`: it is kept and left alone. Every other name that is not "
    "below is an error, because a misspelt field would be lost without a word. A field is required "
    "(an error without it), recommended (a rule may ask for it), or left out until it matters. "
    "Nothing that brm can compute is ever written.\n\n"
    "Comments are welcome. Anchors, aliases, tags, merge keys and several documents in one file "
    "are refused: what stands in a file is what is meant.";

constexpr std::string_view how_to_refer =
    "A field that names another record holds its id, `dhs`. A part that has an id is called by its "
    "record's id, `/` and its own, `elig-portal/decision-days`, also from inside the same record. "
    "A goal of `brm.yaml` goes by its own id alone. What is named must exist and be of a kind that "
    "the field allows; people are the exception until the first of them has a file.";

/// `what` and what is refused there.
void add_types(Mdoc& page) {
  page.section("VALUES");
  page.text("How each type of value is written. What is refused is refused with a hint.");
  page.begin_list();
  for (const TypeWords& type : type_words()) {
    page.item(type.name, "");
    page.text(type.form);
    const auto add = [&](std::string_view title, std::string_view values) {
      std::string list;
      while (!values.empty()) {
        const std::size_t end = std::min(values.find('|'), values.size());
        list += fmt::format("{}`{}`", list.empty() ? "" : ", ", values.substr(0, end));
        values.remove_prefix(std::min(end + 1, values.size()));
      }
      if (!list.empty()) page.text(fmt::format("{}: {}.", title, list));
    };
    add("Read", type.accepted);
    add("Refused", type.refused);
  }
  page.end_list();
}

std::string_view name_of(Type type) { return type_words()[static_cast<std::size_t>(type)].name; }

/// `date`, `list of lines`, `part: period`, `reference to person or body`
std::string short_type(const Field& field) {
  const std::string_view one = name_of(field.type);
  std::string out = field.exactly == 2         ? fmt::format("pair of {}s", one)
                    : field.many == Many::list ? fmt::format("list of {}s", one)
                                               : std::string(one);
  if (field.part != nullptr) out += fmt::format(": {}", field.part->name);
  if (!field.to.empty()) out += " to " + join_or(field.to);
  if (const std::string range = range_words(field); !range.empty()) out += ", " + range;
  return out;
}

void add_field(Mdoc& page, const Field& field) {
  std::string beside = short_type(field);
  if (field.need != Need::optional) beside += fmt::format(", {}", need_words(field));
  page.item(field.name, fmt::format("({})", beside));
  std::string text(field.meaning);
  if (!field.words.empty()) text += fmt::format(" One of {}.", join_or(field.words));
  if (!field.implied.empty()) text += fmt::format(" Left out, it is `{}`.", field.implied);
  page.text(text);
}

void add_fields(Mdoc& page, std::span<const Field> fields) {
  page.begin_list();
  for (const Field& field : fields) add_field(page, field);
  page.end_list();
}

/// `relationship.agreements`: the fields that hold parts of this kind.
std::string places_of(const Kind& part) {
  std::string out;
  for (const Kind* kind : all_kinds()) {
    for (const Field& field : kind->fields) {
      if (field.part != &part) continue;
      out += fmt::format("{}`{}.{}`", out.empty() ? "" : ", ", kind->name, field.name);
    }
  }
  return out;
}

void add_computed(Mdoc& page, const Kind& kind) {
  const auto fields = computed_fields();
  const bool has_own = std::any_of(fields.begin(), fields.end(), [&](const ComputedField& field) {
    return field.kind == kind.name;
  });
  if (!has_own) return;
  page.text("Computed, for `--where`, `--columns` and `--sort`:");
  page.begin_list();
  for (const ComputedField& field : fields) {
    if (field.kind != kind.name) continue;
    page.item(field.name, fmt::format("({})", name_of(field.type)));
    page.text(field.words.empty()
                  ? std::string(field.meaning)
                  : fmt::format("{} One of {}.", field.meaning, join_or(field.words)));
  }
  page.end_list();
}

void add_kind(Mdoc& page, const Kind& kind) {
  page.subsection(kind.name);
  std::string about(kind.meaning);
  if (const std::string places = places_of(kind); !places.empty()) {
    about += fmt::format(" It stands in {}.", places);
  }
  if (!kind.shorthand.empty()) {
    about += fmt::format(" A bare value in its place is its `{}`.", kind.shorthand);
  }
  if (const std::string forms = alternative_words(kind); !forms.empty()) about += " " + forms + ".";
  page.text(about);
  add_fields(page, kind.fields);
  add_computed(page, kind);
}

void add_kinds(Mdoc& page) {
  page.section("FIELDS OF EVERY RECORD");
  add_fields(page, kinds::common_fields);
  page.text("Computed of every record and part:");
  page.begin_list();
  for (const ComputedField& field : computed_fields()) {
    if (!field.kind.empty()) continue;
    page.item(field.name, "");
    page.text(field.meaning);
  }
  page.end_list();
  page.section("RECORDS");
  for (const Kind* kind : record_kinds()) add_kind(page, *kind);
  std::vector<const Kind*> parts;
  for (const Kind* kind : all_kinds()) {
    if (kind->common.empty()) parts.push_back(kind);
  }
  std::sort(parts.begin(), parts.end(),
            [](const Kind* a, const Kind* b) { return a->name < b->name; });
  page.section("PARTS");
  page.text("What stands inside records, by name.");
  for (const Kind* kind : parts) add_kind(page, *kind);
}

}  // namespace

const std::string_view smallest_folder = R"(# relationships/dhs.yaml
kind: relationship
id: dhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe

# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties:
  - {relationship: dhs, role: sponsor}
outcomes:
  - id: decision-days
    title: Applicants wait 12 days for a decision instead of 31
    indicator: {measure: median days to decision, unit: days,
                direction: decrease, frequency: monthly}
    baseline: {date: 2025-12-31, value: 31}
    target: {date: 2027-06-30, value: 12}
    measurements:
      - {date: 2026-03-31, value: 30.5}
)";

std::string records_page() {
  Mdoc page("brm-records", 5, "records of relationships and initiatives, and how they are written");
  page.section("DESCRIPTION");
  page.text(how_to_write);
  page.section("THE SMALLEST FOLDER");
  page.text(
      "Two files are enough to begin with. Everything else is asked for by a rule when it "
      "starts to matter.");
  page.code(smallest_folder);
  add_types(page);
  page.section("REFERENCES");
  page.text(how_to_refer);
  add_kinds(page);
  page.see_also({{"brm", 1}, {"brm-check", 1}, {"brm-explain", 1}, {"brm-rules", 7}});
  return std::move(page).take();
}

}  // namespace brm
