#include "reports/technology_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/spelling.h"
#include "reports/words.h"

namespace brm::technology_tables {
namespace {

using OnRadar = Of<kinds::technology_assessment>;

/// `in from assess`
std::string move_words(const RadarPlace& place) {
  const auto from = [&] { return OnRadar(*place.before).text<"ring">(); };
  switch (place.move) {
    case RadarMove::none:
      break;
    case RadarMove::fresh:
      return "new";
    case RadarMove::inwards:
      return fmt::format("in from {}", from());
    case RadarMove::outwards:
      return fmt::format("out from {}", from());
    case RadarMove::unmoved:
      return "stays";
  }
  return "";
}

Tone move_tone(RadarMove move) {
  if (move == RadarMove::inwards) return Tone::good;
  return move == RadarMove::outwards ? Tone::doubtful : Tone::plain;
}

/// Rings as people read a radar: what is used first, what is kept away from last.
std::size_t ring_order(const RadarPlace& place) {
  static constexpr std::string_view order[] = {"adopt", "trial", "assess", "hold"};
  const auto ring =
      place.latest == nullptr ? std::string_view{} : OnRadar(*place.latest).text<"ring">();
  return static_cast<std::size_t>(std::find(std::begin(order), std::end(order), ring) -
                                  std::begin(order));
}

std::vector<Cell> radar_cells(const Item& item, const RadarPlace& place,
                              const Portfolio& portfolio) {
  const auto review = Of<kinds::technology>(item).get<"review_by">();
  if (place.latest == nullptr) {
    return {{},
            {},
            cell(std::string(title_of(item)), Tone::strong),
            {},
            {},
            cell("it was never assessed"),
            place_cell(portfolio, item.place()),
            cell(std::string(item.id())),
            {},
            {},
            review ? date_cell(review->value) : Cell{}};
  }
  const OnRadar latest(*place.latest);
  return {
      cell(std::string(latest.text<"ring">())),
      cell(move_words(place), move_tone(place.move)),
      cell(std::string(title_of(item)), Tone::strong),
      cell(std::string(latest.text<"by">())),
      date_cell(latest.get<"date">()->value),
      prose_cell(latest.text<"evidence">()),
      place_cell(portfolio, place.latest->place()),
      cell(std::string(item.id())),
      place.before == nullptr ? Cell{} : cell(std::string(OnRadar(*place.before).text<"ring">())),
      cell(std::string(latest.text<"experiment">())),
      review ? date_cell(review->value) : Cell{}};
}

std::string joined_steep(const Of<kinds::signal>& signal) {
  std::string out;
  for (const auto word : signal.get<"steep">()) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", word.value);
  }
  return out;
}

std::string came_true_words(const Of<kinds::signal>& signal, const SignalCourse& course) {
  if (course.is_open) return "open";
  const auto came_true = signal.get<"came_true">();
  return came_true && !came_true->value ? "no" : "yes";
}

/// What happened after the signal, in one sentence; the lead time is the difference of two days.
std::string course_words(const SignalCourse& course, const Of<kinds::signal>& signal, Date as_of) {
  std::vector<std::string> parts;
  if (course.first_act != nullptr) {
    parts.push_back(fmt::format("{} began {} after it was noticed", address_of(*course.first_act),
                                counted(static_cast<std::size_t>(*course.days_to_act), "day")));
  }
  if (course.days_to_come_true) {
    parts.push_back(
        fmt::format("came true {} after it was noticed",
                    counted(static_cast<std::size_t>(*course.days_to_come_true), "day")));
  }
  if (course.is_unanswered) {
    parts.push_back(fmt::format(
        "no response, and its review was due {} ago",
        counted(static_cast<std::size_t>(as_of - signal.get<"review_by">()->value), "day")));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

/// Who advised on what: counts of advice by subject, of places on the radar and of signals.
struct Advisor {
  std::string who;
  std::size_t subjects[4] = {};
  std::size_t radar = 0;
  std::size_t signals = 0;
  std::size_t advice = 0;
  std::size_t results = 0;

  std::size_t total() const { return advice + radar + signals; }
};

class Advisors {
 public:
  Advisor& at(const std::string& who) {
    const auto [place, is_new] = places_.try_emplace(who, list_.size());
    if (is_new) list_.push_back({who});
    return list_[place->second];
  }
  std::vector<Advisor> most_first() && {
    std::stable_sort(list_.begin(), list_.end(),
                     [](const Advisor& a, const Advisor& b) { return a.total() > b.total(); });
    return std::move(list_);
  }

 private:
  std::vector<Advisor> list_;
  std::unordered_map<std::string, std::size_t> places_;
};

/// Who gave it: the partner whose relationship it stands in; of an initiative nobody says which.
std::string giver_of(const Advice& advice) {
  const Item& record = advice.item->record();
  if (advice.state.is_from_us) return "us";
  if (record.kind == &kinds::relationship) return std::string(record.id());
  return fmt::format("a partner in {}", record.id());
}

std::size_t subject_index(const Item& advice) {
  const auto about = Of<kinds::advice>(advice).text<"about">();
  const auto& words = kinds::advice_subjects;
  return static_cast<std::size_t>(std::min<std::ptrdiff_t>(
      std::find(std::begin(words), std::end(words), about) - std::begin(words), 3));
}

}  // namespace

std::vector<Advice> find_advice(const Assessment& assessed) {
  std::vector<Advice> found;
  for (const Item* item : assessed.portfolio().all(kinds::advice)) {
    const auto state = judge_advice(Of<kinds::advice>(*item), assessed.as_of());
    if (state) found.push_back({item, *state});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Advice& a, const Advice& b) { return a.state.date > b.state.date; });
  return found;
}

Table radar(const Assessment& assessed, const Where& where) {
  Table table{"radar",
              "",
              {column("ring", "ring"), column("move", "move"),
               column("title", "technology", Holds::text, Room::shrink), column("by", "advised by"),
               column("date", "since", Holds::date),
               column("evidence", "evidence", Holds::text, Room::below),
               column("place", "place", Holds::text, Room::below),
               column("id", "id", Holds::text, Room::data),
               column("before", "before", Holds::text, Room::data),
               column("experiment", "experiment", Holds::text, Room::data),
               column("review_by", "review by", Holds::date, Room::data)},
              {},
              "No technology is recorded."};
  std::vector<std::pair<const Item*, RadarPlace>> places;
  for (const Item* item : assessed.portfolio().all(kinds::technology)) {
    if (!where.holds(assessed, *item)) continue;
    places.emplace_back(item, find_on_radar(Of<kinds::technology>(*item), assessed.as_of()));
  }
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
    return ring_order(a.second) < ring_order(b.second);
  });
  for (const auto& [item, place] : places) {
    table.rows.push_back(radar_cells(*item, place, assessed.portfolio()));
  }
  return table;
}

Table signals(const Assessment& assessed) {
  Table table{
      "signals",
      "",
      {column("date", "noticed", Holds::date), column("title", "signal", Holds::text, Room::shrink),
       column("steep", "sort", Holds::text, Room::shrink), column("horizon", "horizon"),
       column("response", "response"), column("came_true", "came true"),
       column("reported_by", "reported by", Holds::text, Room::data),
       column("course", "since then", Holds::text, Room::below),
       column("place", "place", Holds::text, Room::below),
       column("id", "id", Holds::text, Room::data),
       column("days_to_act", "days to act", Holds::whole, Room::data),
       column("days_to_come_true", "days to come true", Holds::whole, Room::data),
       column("unanswered", "unanswered", Holds::boolean, Room::data)},
      {},
      "No signal of change is on record."};
  std::vector<std::pair<int, std::vector<Cell>>> rows;
  const Date as_of = assessed.as_of();
  for (const Item* item : assessed.portfolio().all(kinds::signal)) {
    const Of<kinds::signal> signal(*item);
    const auto date = signal.get<"date">();
    if (date && date->value > as_of) continue;
    SignalCourse course = judge_signal(signal, as_of);
    find_first_act(signal, assessed.portfolio(), as_of, course);
    const bool is_answered = signal.has<"response">();
    const Tone tone = course.is_unanswered ? Tone::bad : Tone::doubtful;
    const int urgency = course.is_unanswered ? 0 : (course.is_open ? 1 : 2);
    rows.emplace_back(
        urgency, std::vector<Cell>{date ? date_cell(date->value) : Cell{},
                                   cell(std::string(title_of(*item)), Tone::strong),
                                   cell(joined_steep(signal)),
                                   cell(std::string(signal.text<"horizon">())),
                                   is_answered ? cell(std::string(signal.text<"response">()))
                                               : cell("none", course.is_open ? tone : Tone::plain),
                                   cell(came_true_words(signal, course)),
                                   cell(std::string(signal.text<"reported_by">())),
                                   cell(course_words(course, signal, as_of)),
                                   place_cell(assessed.portfolio(), item->place()),
                                   cell(std::string(item->id())),
                                   days_cell(course.days_to_act),
                                   days_cell(course.days_to_come_true),
                                   {course.is_unanswered, Tone::plain}});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    const auto* x = std::get_if<Date>(&a.second.front().value);
    const auto* y = std::get_if<Date>(&b.second.front().value);
    if (a.first != b.first || x == nullptr || y == nullptr) return a.first < b.first;
    return *y < *x;
  });
  for (auto& [urgency, cells] : rows) table.rows.push_back(std::move(cells));
  return table;
}

Table advisors(const Assessment& assessed, const std::vector<Advice>& advice) {
  Table table{
      "advisors",
      "",
      {column("who", "who", Holds::text, Room::shrink),
       column("strategy", "strategy", Holds::whole), column("change", "change", Holds::whole),
       column("technology", "technology", Holds::whole), column("other", "other", Holds::whole),
       column("results", "came of it", Holds::whole), column("radar", "radar", Holds::whole),
       column("signals", "signals", Holds::whole)},
      {},
      "Nobody's advice is on record: write `advice` into a relationship or an initiative."};
  Advisors found;
  for (const Advice& each : advice) {
    Advisor& advisor = found.at(giver_of(each));
    ++advisor.subjects[subject_index(*each.item)];
    ++advisor.advice;
    advisor.results += each.state.has_result ? 1U : 0U;
  }
  for (const Item* item : assessed.portfolio().all(kinds::technology_assessment)) {
    const OnRadar assessment(*item);
    const auto date = assessment.get<"date">();
    if (date && date->value <= assessed.as_of() && assessment.has<"by">()) {
      ++found.at(std::string(assessment.text<"by">())).radar;
    }
  }
  for (const Item* item : assessed.portfolio().all(kinds::signal)) {
    const Of<kinds::signal> signal(*item);
    const auto date = signal.get<"date">();
    if (date && date->value <= assessed.as_of() && signal.has<"reported_by">()) {
      ++found.at(std::string(signal.text<"reported_by">())).signals;
    }
  }
  for (const Advisor& advisor : std::move(found).most_first()) {
    table.rows.push_back({cell(advisor.who, Tone::strong), cell(advisor.subjects[0]),
                          cell(advisor.subjects[1]), cell(advisor.subjects[2]),
                          cell(advisor.subjects[3]), cell(advisor.results), cell(advisor.radar),
                          cell(advisor.signals)});
  }
  return table;
}

Table advice(const Assessment& assessed, const std::vector<Advice>& advice) {
  Table table{
      "advice",
      "",
      {column("date", "date", Holds::date), column("from", "from"), column("about", "about"),
       column("record", "in"), column("result", "came of it", Holds::text, Room::shrink),
       column("text", "advice", Holds::text, Room::below),
       column("place", "place", Holds::text, Room::below)},
      {},
      ""};
  for (const Advice& each : advice) {
    const Of<kinds::advice> of(*each.item);
    table.rows.push_back(
        {date_cell(each.state.date), cell(each.state.is_from_us ? "us" : "partner"),
         cell(std::string(of.text<"about">())), cell(std::string(each.item->record().id())),
         each.state.has_result
             ? prose_cell(of.text<"came_of_it">())
             : cell("nothing on record", each.state.is_old ? Tone::doubtful : Tone::faint),
         prose_cell(of.text<"text">()), place_cell(assessed.portfolio(), each.item->place())});
  }
  return table;
}

}  // namespace brm::technology_tables
