// Who they are and how it stands between us: the head of the page before a meeting.
#include <fmt/format.h>

#include "assess/vendor.h"
#include "base/spelling.h"
#include "base/text.h"
#include "model/people_fields.h"
#include "reports/brief_tables.h"
#include "reports/words.h"

namespace brm::brief_tables {
namespace {

constexpr std::size_t talk_width = 200;  // of a summary: its first sentences

Detail detail(std::string key, std::string title, std::string text) {
  return {std::move(key), std::move(title), cell(std::move(text))};
}

std::string person_words(const Portfolio& portfolio, std::string_view id) {
  const Item* person = portfolio.find_record(id);
  const bool is_person = person != nullptr && person->kind == &kinds::person;
  return is_person ? std::string(title_of(*person)) : std::string(id);
}

/// Of our own people also when they leave, or that they are gone.
std::string caretaker_words(const Portfolio& portfolio, std::string_view id, Date as_of) {
  const std::string name = person_words(portfolio, id);
  const Item* person = portfolio.find_record(id);
  if (person == nullptr || person->kind != &kinds::person) return name;
  const auto last = Of<kinds::person>(*person).get<"leaves_on">();
  if (!last) return name;
  return fmt::format("{} ({} {})", name, last->value < as_of ? "left on" : "leaves on",
                     to_text(last->value));
}

/// Their names, or what to call about where nobody is named.
std::string contacts_of(const PartyRow& row, const Portfolio& portfolio) {
  std::vector<std::string> parts;
  for (const auto contact : Relationship(*row.item).get<"contacts">()) {
    const std::string name = person_words(portfolio, contact.text<"person">());
    parts.push_back(name.empty() ? std::string(contact.text<"role">()) : name);
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string maturity_words(const PartyRow& row) {
  const auto view = [](std::string_view who, const std::optional<MaturityView>& side) {
    return side ? fmt::format("{} say {} ({})", who, side->level, to_text(side->date))
                : std::string(who == "we" ? "no view of ours" : "no view of theirs");
  };
  if (!row.attention.last_entry) return "no data: nothing dated is on record";
  std::string out =
      fmt::format("{}, {}", view("we", row.maturity.ours), view("they", row.maturity.theirs));
  if (row.is_partial) return out;
  out += ", records show " + level_words(row.evidenced.level);
  const std::string lacking = evidence_words(row.evidenced.lacking());
  if (!lacking.empty()) out += fmt::format("; {} lacks {}", row.evidenced.level + 1, lacking);
  return out;
}

std::string satisfaction_words(const PartyRow& row, Date as_of) {
  const Satisfaction newest = satisfaction_of(Relationship(*row.item), as_of);
  if (newest.theirs == nullptr) return "not on record";
  const Of<kinds::satisfaction> answer(*newest.theirs);
  const auto score = answer.get<"score">();
  const auto out_of = answer.get<"out_of">();
  const auto date = answer.get<"date">();
  if (!score || !out_of || !date) return "on record, and its score could not be read";
  std::string out = fmt::format("{} of {} on {}, {}", to_text(score->value), to_text(out_of->value),
                                to_text(date->value), answer.text<"by">());
  if (const auto asked = answer.get<"respondents">()) {
    out += fmt::format(", {}", counted(static_cast<std::size_t>(asked->value), "answer"));
  }
  return out;
}

std::string attention_line(const PartyRow& row) {
  const Attention& attention = row.attention;
  std::string out = attention_words(attention);
  if (attention.next_review) out += "; next " + to_text(*attention.next_review);
  if (attention.last_contact) out += ", last contact " + to_text(*attention.last_contact);
  return out;
}

/// What was said, and decided, at the last one.
void add_last_review(const PartyRow& row, Section& section) {
  std::optional<Of<kinds::review>> last;
  if (row.item != nullptr) {
    for (const auto review : Relationship(*row.item).get<"reviews">()) {
      const auto date = review.get<"date">();
      if (date && date->value == row.attention.last_review) last.emplace(review);
    }
  }
  std::string said;
  std::string in_full;
  std::vector<std::string_view> decided;
  if (last) {
    in_full = one_line(last->text<"summary">());
    const std::string summary = cut_to(in_full, talk_width);
    said = to_text(*row.attention.last_review);
    said += summary.empty() ? ", and nothing of what was said is on record" : ": " + summary;
    for (const auto decision : last->get<"decisions">()) decided.push_back(decision.value);
  }
  section.details.push_back(detail("said", "last review", std::move(said)));
  section.details.push_back(detail("said_in_full", "said in full", std::move(in_full)));
  section.details.back().room = Room::data;
  section.details.push_back(
      detail("decided", "decided", fmt::format("{}", fmt::join(decided, "\n"))));
}

/// `B for them on 2026-06-30 (annual), C for us on 2026-03-31 (milestone)`
std::string grade_words(const Assessment& assessed, const PartyRow& row) {
  std::vector<std::string> out;
  for (const SideGrades& side : grades_of(assessed, {row.item})) {
    const bool is_ours = side.side == Side::office;
    out.push_back(fmt::format("{} for {} on {}{}{}", side.latest.grade, is_ours ? "us" : "them",
                              to_text(side.latest.date), side.latest.event.empty() ? "" : ", ",
                              side.latest.event));
    if (side.lacks_response) out.back() += ", not answered";
  }
  return fmt::format("{}", fmt::join(out, "\n"));
}

/// `off track: The portal answers`, worst first.
std::string level_list(const Assessment& assessed, const PartyRow& row) {
  std::vector<std::string> out;
  for (const JudgedServiceLevel& each :
       judged_service_levels(assessed, agreement_standings(assessed, {row.item}))) {
    out.push_back(fmt::format("{}: {} ({})", plain_word(to_text(each.judgement.verdict)),
                              title_of(*each.level), each.judgement.reason));
  }
  return fmt::format("{}", fmt::join(out, "\n"));
}

/// When, why and how it is left.
std::string exit_words(const PartyRow& row) {
  const auto exit = Relationship(*row.item).get<"exit">();
  if (!exit) return "";
  const auto date = exit->get<"date">();
  std::string out = date ? "on " + to_text(date->value) : std::string("no day is set");
  if (exit->has<"reason">()) out += ", because: " + one_line(exit->text<"reason">());
  if (exit->has<"plan">()) out += "\nplan: " + one_line(exit->text<"plan">());
  return out;
}

}  // namespace

std::string one_line(std::string_view prose) {
  std::string out;
  for (const char letter : prose) {
    const bool is_blank = letter == '\n' || letter == ' ';
    if (is_blank && (out.empty() || out.back() == ' ')) continue;
    out += is_blank ? ' ' : letter;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

Section who(const Assessment& assessed, const PartyRow& row) {
  Section section{"", {}, {}, {}, "", ""};
  const auto add = [&](std::string key, std::string title, const auto& text) {
    section.details.push_back(
        detail(std::move(key), std::move(title), row.item == nullptr ? "" : text()));
  };
  const Portfolio& portfolio = assessed.portfolio();
  add("purpose", "purpose",
      [&] { return one_line(Relationship(*row.item).text<"shared_purpose">()); });
  add("looked_after", "looked after", [&] {
    const Relationship party(*row.item);
    const auto words = [&](std::string_view id) {
      return caretaker_words(portfolio, id, assessed.as_of());
    };
    const std::string sponsor = words(party.text<"executive_sponsor">());
    return fmt::format("by {}{}", words(party.text<"manager">()),
                       sponsor.empty() ? "" : ", sponsor " + sponsor);
  });
  add("contacts", "contacts", [&] { return contacts_of(row, portfolio); });
  add("attention", "reviews", [&] { return attention_line(row); });
  add("reliance", "hangs on them", [&] { return reliance_words(*row.work); });
  add("maturity", "maturity", [&] { return maturity_words(row); });
  add("satisfaction", "satisfied", [&] { return satisfaction_words(row, assessed.as_of()); });
  add("grades", "graded", [&] { return grade_words(assessed, row); });
  add("service_levels", "service levels", [&] { return level_list(assessed, row); });
  add("exit", "it is left", [&] { return exit_words(row); });
  add_last_review(row, section);
  return section;
}

}  // namespace brm::brief_tables
