#include "commands/trend.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/next_dates.h"
#include "assess/steady.h"
#include "base/blocks.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/past.h"
#include "commands/within.h"
#include "reports/trend.h"

namespace brm {
namespace {

constexpr int days_a_week = 7;
constexpr std::size_t most_days = 600;

/// The first day of the trend.
Result<Date> read_first(const std::string& text, const Invocation& invocation,
                        const Repository& repository) {
  if (const auto ago = read_ago(text, invocation.as_of)) return *ago;
  if (const auto later = find_later_day(invocation, text)) return *later;
  const DateReading day = read_date(text);
  if (day.fault == DateFault::none) return day.date;
  const auto commit = repository.find(text);
  if (!commit.ok()) return commit.failure();
  return commit.value().day;
}

/// Back from the as-of date, which is not one of them; ascending.
Result<std::vector<Date>> days_between(Date first, Date as_of, const std::string& step) {
  std::vector<Date> days;
  for (int i = 1;; ++i) {
    const Date day = step == "week" ? as_of + -days_a_week * i : months_after(as_of, -i);
    if (day < first) break;
    days.push_back(day);
    if (days.size() < most_days) continue;
    return Failure{fmt::format("from {} to {} there are more than {} {}s", to_text(first),
                               to_text(as_of), most_days, step),
                   step == "week" ? "name a later day with --since, or --trend month"
                                  : "name a later day with --since"};
  }
  std::reverse(days.begin(), days.end());
  return days;
}

/// What the details say, by the keys of the figures.
Figures figures_in(const std::vector<Detail>& details, const Trend& trend) {
  Figures out;
  for (std::size_t i = 0; i < trend.figures.size(); ++i) {
    const auto found = std::find_if(details.begin(), details.end(), [&](const Detail& each) {
      return each.key == trend.figures[i].key;
    });
    if (found == details.end()) {
      out.counts[i] = Figures::unknown;
    } else if (const auto* count = std::get_if<std::int64_t>(&found->value.value)) {
      out.counts[i] = *count;
    } else if (const auto* money = std::get_if<Money>(&found->value.value)) {
      out.money[{i, money->currency}] = money->minor;
    } else {
      out.counts[i] = Figures::unknown;
    }
  }
  return out;
}

Figures figures_of(const Report& report, const Assessment& assessed, const ReportRequest& request) {
  const Trend& trend = *report.trend;
  if (trend.add == nullptr) {
    return figures_in(trend.details == nullptr ? report.make(assessed, request).summary
                                               : trend.details(assessed, request),
                      trend);
  }
  Figures out;
  for (const Item* record : assessed.portfolio().records()) {
    trend.add(assessed, request.where, *record, out);
  }
  return out;
}

/// Judges every record by itself, once for as long as it is the same and no day of its own passes.
class RecordFigures {
 public:
  RecordFigures(const Trend& trend, const Past& past, std::size_t jobs)
      : trend_(trend), past_(past), jobs_(jobs) {
    find_stays();
  }

  std::vector<Figures> compute() const {
    constexpr std::size_t block = 1024;
    std::vector<std::vector<Figures>> parts(1 + past_.records.size() / block);
    for_each_block(
        past_.records.size(), jobs_,
        [&](std::size_t first, std::size_t last) {
          parts[first / block] = changes_of(first, last);
        },
        block);
    std::vector<Figures> sums(past_.days.size());
    for (const std::vector<Figures>& part : parts) {
      for (std::size_t day = 0; day < part.size(); ++day) sums[day].add(part[day]);
    }
    for (std::size_t day = 1; day < sums.size(); ++day) sums[day].add(sums[day - 1]);
    return sums;
  }

 private:
  /// From one day to another, the last included, in which a record is the same.
  struct Stay {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  void find_stays() {
    stays_.resize(past_.records.size());
    for (std::size_t day = 0; day < past_.days.size(); ++day) {
      for (const std::uint32_t record : past_.days[day].records) {
        std::vector<Stay>& stays = stays_[record];
        const bool goes_on = !stays.empty() && stays.back().last + 1 == day;
        if (goes_on) stays.back().last = day;
        if (!goes_on) stays.push_back({day, day});
      }
    }
  }

  /// What these records add from each day on, and take away.
  std::vector<Figures> changes_of(std::size_t first, std::size_t last) const {
    std::vector<Portfolio> portfolios;
    std::vector<Assessment> assessments;
    portfolios.reserve(past_.days.size());
    assessments.reserve(past_.days.size());
    for (const PastDay& day : past_.days) {
      portfolios.emplace_back(day.office);
      assessments.emplace_back(portfolios.back(), day.day);
    }
    std::vector<Figures> changes(past_.days.size());
    for (std::size_t record = first; record < last; ++record) {
      for (const Stay& stay : stays_[record]) {
        add_stay(*past_.records[record], stay, assessments, changes);
      }
    }
    return changes;
  }

  void add_stay(const Item& record, const Stay& stay, std::vector<Assessment>& assessments,
                std::vector<Figures>& changes) const {
    for (std::size_t day = stay.first; day <= stay.last;) {
      Assessment& assessed = assessments[day];
      Figures figures;
      trend_.add(assessed, {}, record, figures);
      assessed.forget();
      const Date until = steady_until(record, past_.days[day].day, assessed.policy());
      changes[day].add(figures);
      for (++day; day <= stay.last && past_.days[day].day < until &&
                  past_.days[day].office == past_.days[day - 1].office;) {
        ++day;
      }
      if (day < changes.size()) changes[day].take(figures);
    }
  }

  const Trend& trend_;
  const Past& past_;
  std::size_t jobs_;
  std::vector<std::vector<Stay>> stays_;  // of each record
};

/// Each day as one portfolio, for what is judged by several records together.
std::vector<Figures> figures_of_all(const Past& past, const Report& report,
                                    const ReportRequest& request, const Invocation& invocation) {
  std::vector<Figures> out(past.days.size());
  const auto compute = [&](std::size_t first, std::size_t last) {
    for (std::size_t day = first; day < last; ++day) {
      std::pmr::monotonic_buffer_resource arena;
      const Past::Whole whole = past.whole(past.days[day], invocation.reading.audience, arena);
      const Assessment assessed(whole.portfolio, past.days[day].day);
      ReportRequest asked{request.where, std::nullopt};
      asked.draws = false;
      asked.left_out = whole.left_out;
      out[day] = figures_of(report, assessed, asked);
    }
  };
  for_each_block(past.days.size(), invocation.reading.jobs, compute, 1);
  return out;
}

std::vector<TrendDay> days_of(const Past& past, const Report& report, const ReportRequest& request,
                              const Invocation& invocation, bool chooses) {
  const bool is_alone = report.trend->add != nullptr && !chooses && !invocation.reading.audience;
  std::vector<Figures> figures =
      is_alone ? RecordFigures(*report.trend, past, invocation.reading.jobs).compute()
               : figures_of_all(past, report, request, invocation);
  std::vector<TrendDay> days;
  for (std::size_t i = 0; i < past.days.size(); ++i) {
    const PastDay& day = past.days[i];
    days.push_back({day.day, day.commit.id, day.short_files, std::move(figures[i])});
  }
  return days;
}

/// `on 3 of 54 days something in the records could not be read, the first on 2026-01-05`
std::vector<std::string> notices_about(const std::vector<TrendDay>& days, const Past& past,
                                       bool is_unnamed) {
  const auto is_short = [](const TrendDay& day) { return day.short_files > 0; };
  const auto count = std::count_if(days.begin(), days.end(), is_short);
  if (count == 0) return {};
  const auto first = std::find_if(days.begin(), days.end(), is_short);
  const auto index = static_cast<std::size_t>(first - days.begin());
  // Of the last day, which is the folder's, the notice about the folder says it.
  const bool is_said = is_unnamed || index >= past.days.size();
  return {fmt::format(
      "on {} of {} of the trend not everything in the records could be read, and figures are short "
      "of it: first on {} {}{}",
      count, counted(days.size(), "day"), to_text(first->day), counted(first->short_files, "file"),
      is_said ? "" : ", " + visible(past.days[index].first_lack))};
}

std::vector<std::string> words_about(const Past& past, const std::vector<TrendDay>& days) {
  std::vector<std::string> out;
  if (days.size() > 1) {
    out.push_back(
        "Each day is judged as of itself, by the records of the last commit made until then; the "
        "last by the folder as it is.");
  } else {
    out.push_back("There is nothing to compare this day with yet.");
  }
  if (!past.beginning.empty()) out.back() += " " + past.beginning;
  return out;
}

std::string title_of(const std::string& step) { return fmt::format("Trend, {} by {}", step, step); }

}  // namespace

Result<TrendAnswer> make_trend(const Invocation& invocation, const TrendOptions& options,
                               const Report& report, const State& present,
                               const Assessment& assessed, const ReportRequest& request,
                               bool chooses) {
  const auto repository = open_repository(invocation, present.opened.root);
  if (!repository.ok()) return repository.failure();
  const auto first = read_first(options.since.value_or("1y"), invocation, repository.value());
  if (!first.ok()) return first.failure();
  const auto dates = days_between(first.value(), invocation.as_of, options.step);
  if (!dates.ok()) return dates.failure();
  const auto past = open_past(invocation, repository.value(), present, dates.value());
  if (!past.ok()) return past.failure();
  std::vector<TrendDay> days = days_of(past.value(), report, request, invocation, chooses);
  TrendAnswer answer;
  days.push_back({invocation.as_of, "the folder", lacks_of(present, present).after.size(),
                  figures_of(report, assessed, request)});
  for (TrendDay& day : days) {
    if (report.trend->settle != nullptr) report.trend->settle(day.figures);
  }
  answer.notices = notices_about(days, past.value(), invocation.reading.audience.has_value());
  answer.section =
      trend_section(*report.trend, days, title_of(options.step), words_about(past.value(), days),
                    assessed.currency(), request.draws);
  return answer;
}

Section empty_trend(const Report& report) {
  return trend_section(*report.trend, {}, title_of("week"), {}, {}, false);
}

}  // namespace brm
