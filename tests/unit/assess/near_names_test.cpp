// Names that are one party's, and names that only look alike.
#include "assess/near_names.h"

#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

struct Party {
  std::string title;
  std::string more;  ///< Further fields, one a line.
  std::string type = "private_partner";
};

/// What is found of these parties, which are called p0, p1 and so on: `p0 p1 spelling`.
std::string found(const std::vector<Party>& parties) {
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    files[fmt::format("p{}.yaml", i)] = fmt::format(
        "kind: relationship\nid: p{}\ntitle: \"{}\"\ntype: {}\ntier: transactional\nmanager: m\n{}",
        i, parties[i].title, parties[i].type, parties[i].more);
  }
  const Reading reading = read_portfolio(MemoryFolder(std::move(files)));
  constexpr std::string_view how[] = {"same", "spelling", "legal_form", "addition", "cut_off"};
  std::string out;
  for (const NearNames& pair : find_near_names(reading.portfolio)) {
    out += fmt::format("{}{} {} {}", out.empty() ? "" : "; ", pair.first.party->id(),
                       pair.second.party->id(), how[static_cast<std::size_t>(pair.how)]);
  }
  return out;
}

std::string found(const std::string& first, const std::string& second) {
  return found(std::vector<Party>{{first, ""}, {second, ""}});
}

}  // namespace

TEST_CASE("near names: case, accents, blanks, punctuation and `&` are spelling") {
  CHECK(found("Vangent", "Vangent") == "p0 p1 same");
  CHECK(found("Data Networks, Inc.", "DATA NETWORKS INC") == "p0 p1 spelling");
  CHECK(found("Data  Networks", "Data Networks") == "p0 p1 spelling");
  CHECK(found("Data Networks", "Datanetworks") == "p0 p1 spelling");
  CHECK(found("Systems & Service", "Systems and Service") == "p0 p1 spelling");
  CHECK(found("A T & T Corp", "AT&T Corporation") == "p0 p1 spelling");
  CHECK(found("Nuñez Ingeniería", "NUNEZ INGENIERIA") == "p0 p1 spelling");
  CHECK(found("Nun\u0303ez Group", "Nu\u00f1ez Group") == "p0 p1 spelling");
  CHECK(found("Straße Systems", "STRASSE SYSTEMS") == "p0 p1 spelling");
  CHECK(found("Miller's Data", "Millers Data") == "p0 p1 spelling");
  CHECK(found("The Mitre Corporation", "MITRE CORP") == "p0 p1 legal_form");
}

TEST_CASE("near names: a legal form is the same in all its spellings, and no part of a name") {
  CHECK(found("Vangent, Inc.", "VANGENT INCORPORATED") == "p0 p1 spelling");
  CHECK(found("Isys, L.L.C.", "ISYS LLC") == "p0 p1 spelling");
  CHECK(found("Cni Limited Liability Company", "CNI, LLC") == "p0 p1 spelling");
  CHECK(found("Eds Corporation", "EDS, LLC") == "p0 p1 legal_form");
  CHECK(found("Halvorsen, Kade & Co.", "Halvorsen Kade") == "p0 p1 legal_form");
  CHECK(found("Quorl Systems Incorpo", "Quorl Systems, Inc.") == "p0 p1 legal_form");
  CHECK(found("Fu Associates Limited", "Fu Associates Ltd.") == "p0 p1 spelling");
  // Of a name that is nothing else the form is the name.
  CHECK(found("The Limited", "The Company") == "");
}

TEST_CASE("near names: other words, another order and other numbers are another party") {
  CHECK(found("Data Network Systems", "Network Data Systems") == "");
  CHECK(found("Region 1", "Region 2") == "");
  CHECK(found("Region 1 1", "Region 11") == "");
  CHECK(found("Regional Water Office 1", "Regional Water Office 10") == "");
  CHECK(found("CNI Information Technology", "CNI Professional Services") == "");
  CHECK(found("...", "!!!") == "");
}

TEST_CASE("near names: what stands in brackets is an addition, of the same type of party only") {
  CHECK(found("Computer Sciences Corporation (3126)", "Computer Sciences Corp.") ==
        "p0 p1 addition");
  CHECK(found("Anteon (VA)", "Anteon (MD)") == "");
  CHECK(found({{"Department of Labor", "", "agency"},
               {"Department of Labor (Ellery)", "", "cross_jurisdiction"}}) == "");
}

TEST_CASE("near names: a name is cut off within a word that no other name has") {
  CHECK(found("SYSTEMS RESEARCH AND APPLICATI", "Systems Research and Applications Corporation") ==
        "p0 p1 cut_off");
  CHECK(found("INTERNATIONAL BUSINESS MACHINE", "International Business Machines Corp") ==
        "p0 p1 cut_off");
  CHECK(found("DATA COMPUTER CORPORATION OF A", "Data Computer Corporation of America") ==
        "p0 p1 cut_off");
  // 17 characters are fewer than any such column has, 18 are not.
  CHECK(found("Quarry Street Dat", "Quarry Street Data Systems") == "");
  CHECK(found("Quarry Streets Dat", "Quarry Streets Data Systems") == "p0 p1 cut_off");
  // `Health` is a word of a third name, and so no cut one.
  CHECK(found({{"Department of Health", ""},
               {"Department of Healthcare Policy", ""},
               {"Public Health", ""}}) == "");
}

TEST_CASE("near names: a name is cut off between words where no name ends, or where columns do") {
  CHECK(found("Hollis Inspection and", "Hollis Inspection and Maintenance") == "p0 p1 cut_off");
  CHECK(found("Department of Human Services", "Department of Human Services, North") == "");
  CHECK(found("Hollis Bridges Inspection Firm", "Hollis Bridges Inspection Firm and Sons") ==
        "p0 p1 cut_off");  // 30 characters
  CHECK(found("Hollis Bridge Inspections Men", "Hollis Bridge Inspections Men and Sons") ==
        "p0 p1 cut_off");  // 29, and a blank
  CHECK(found("Hollis Bridge Inspection Men", "Hollis Bridge Inspection Men and Sons") == "");
}

TEST_CASE("near names: aliases are names, and a party's own names are no pair") {
  CHECK(found({{"Halvorsen Kade Systems", "aliases: [HKS, \"Halvorsen Kade Systems, Inc.\"]\n"}}) ==
        "");
  CHECK(found({{"Halvorsen Kade Systems", "aliases: [HKS]\n"}, {"H.K.S.", ""}}) ==
        "p0 p1 spelling");
  CHECK(found({{"Roads", "", "agency"}, {"ROADS", "", "internal"}}) == "p0 p1 spelling");
  CHECK(found({{"Roads", ""}, {"Roads, Inc.", "parent: p0\n"}}) == "");
  // Of three each stands beside the first, and two parties are one pair however many names they
  // share.
  CHECK(found({{"Roads", "aliases: [Streets]\n"},
               {"ROADS", "aliases: [STREETS]\n"},
               {"roads", ""}}) == "p0 p1 spelling; p0 p2 spelling");
}

TEST_CASE("near names: the normal form is what all spellings have in common") {
  CHECK(normal_form("CAS SEVERN, INC.") == "cassevern");
  CHECK(normal_form("  Cas  Severn Incorporated ") == "cassevern");
  CHECK(normal_form("") == "");
}

TEST_CASE("near names: the place is that of the name, also of an alias") {
  const Assessed read({{"a.yaml",
                        "kind: relationship\nid: a\ntitle: Hollis\ntype: agency\ntier: preferred\n"
                        "manager: m\n"},
                       {"b.yaml",
                        "kind: relationship\nid: b\ntitle: Bridges\naliases: [x, HOLLIS]\n"
                        "type: agency\ntier: preferred\nmanager: m\n"}},
                      date_of("2026-07-08"));
  const auto pairs = find_near_names(read.reading.portfolio);
  REQUIRE(pairs.size() == 1);
  const auto text_at = [&](const Span& place) {
    return read.reading.portfolio.file(place.file).bytes().substr(place.offset, place.length);
  };
  CHECK(text_at(pairs[0].first.place) == "Hollis");
  CHECK(text_at(pairs[0].second.place) == "HOLLIS");
}

}  // namespace brm::test
