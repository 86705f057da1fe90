// What the inner parts of brm cost, over generated records in memory.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "assess/simulation.h"
#include "assess/slopes.h"
#include "base/lognormal.h"
#include "read/read_portfolio.h"
#include "read/record_reader.h"
#include "render/format.h"
#include "reports/report.h"
#include "rules/check_records.h"

namespace brm::bench {
namespace {

using benchmark::DoNotOptimize;
using benchmark::State;

constexpr Currency usd{{'U', 'S', 'D'}};

Date today() { return read_date("2026-07-08").date; }

/// The records as files and as a portfolio, each made once.
class Records {
 public:
  explicit Records(const std::string& root) {
    const DiskFolder folder(root);
    std::map<std::string, std::string> files;
    for (const std::string& path : folder.list().paths) {
      auto content = folder.read(path);
      if (!content.ok()) continue;
      files[path] = std::move(content).value().bytes;
      bytes_ += files[path].size();
      sources_.emplace_back(path, files[path]);
    }
    reading_ = read_portfolio(MemoryFolder(std::move(files)));
  }

  const std::vector<SourceFile>& sources() const { return sources_; }
  const Portfolio& portfolio() const { return reading_.portfolio; }
  /// Nothing is wrong with them, so that nothing but the way without findings is measured.
  bool are_sound() const { return !sources_.empty() && reading_.findings.list().empty(); }
  /// After a benchmark that went over all of them again and again.
  void count(State& state) const {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sources_.size()));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_));
  }

 private:
  std::vector<SourceFile> sources_;
  std::size_t bytes_ = 0;
  Reading reading_;
};

void read_trees(State& state, const Records& records, Lanes lanes) {
  const Lane expected = lanes == Lanes::strict ? Lane::strict : Lane::quick;
  Tree tree;
  Findings findings;
  for (auto _ : state) {
    for (const SourceFile& source : records.sources()) {
      if (read_tree(source, 0, lanes, tree, findings) == expected) continue;
      return state.SkipWithError("the other lane took a file");
    }
  }
  records.count(state);
}

void read_items(State& state, const Records& records) {
  Findings findings;
  std::vector<Tree> trees(records.sources().size());
  for (std::size_t i = 0; i < trees.size(); ++i) {
    read_tree(records.sources()[i], 0, Lanes::both, trees[i], findings);
  }
  ReadingMemory memory;
  std::array<std::byte, 1U << 16U> first;
  std::pmr::monotonic_buffer_resource arena(first.data(), first.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < trees.size(); ++i) {
      DoNotOptimize(read_record(trees[i], {records.sources()[i], 0}, usd, memory, arena, findings));
      arena.release();
    }
  }
  records.count(state);
}

void check_each(State& state, const Records& records) {
  const Portfolio& portfolio = records.portfolio();
  RecordRules rules(portfolio.office(), today());
  Findings findings;
  for (auto _ : state) {
    for (const Item* record : portfolio.records()) {
      rules.check(*record, portfolio.file(record->file), findings);
      findings.list().clear();
    }
  }
  records.count(state);
}

/// A result every 30 days up to today, on the way from 40 to 12 with some noise.
Reading read_outcome(int points) {
  const Date last = today() + -3;
  std::string text =
      "kind: initiative\nid: one\ntitle: One\ntype: project\nstatus: active\noutcomes:\n"
      "  - id: days\n    title: Days to decide\n    beneficiary: dhs\n    mechanism: a portal\n"
      "    indicator: {measure: days, unit: days, direction: decrease, frequency: monthly}\n"
      "    target: {date: 2027-06-30, value: 12}\n    measurements:\n";
  for (int i = 0; i < points; ++i) {
    const Date day = last + 30 * (i + 1 - points);
    text += "      - {date: " + to_text(day) + ", value: " + std::to_string(40 - i) + "." +
            std::to_string(i * 7 % 10) + "}\n";
  }
  text += "    baseline: {date: " + to_text(last + -30 * points) + ", value: 40}\n";
  return read_portfolio(MemoryFolder({{"one.yaml", text}}));
}

void judge_series(State& state, const Series& series) {
  const Policy policy;
  if (!judge_reach(series, today(), policy).arrival) {
    return state.SkipWithError("not judged to the end");
  }
  for (auto _ : state) DoNotOptimize(judge_reach(series, today(), policy));
  state.SetItemsProcessed(state.iterations());
}

void find_slopes(State& state, const Series& series) {
  std::vector<SlopePoint> points;
  for (const Entry& entry : series.entries) points.push_back({entry.date, entry.amount->value});
  for (auto _ : state) DoNotOptimize(slope_range(points, points.size()));
  state.SetItemsProcessed(state.iterations());
}

void find_mean(State& state) {
  const Rational low = 100'000;
  const Rational high = 900'000;
  for (auto _ : state) DoNotOptimize(lognormal_mean(low, high));
  state.SetItemsProcessed(state.iterations());
}

void simulate_years(State& state, const Records& records) {
  constexpr std::size_t years = 1'000;
  const Assessment assessed(records.portfolio(), today());
  const auto risks = simulated_risks(assessed, records.portfolio().all(kinds::risk), false, usd);
  for (auto _ : state) DoNotOptimize(simulate(risks, {years, 1, 1}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(years));
  state.counters["risks"] = static_cast<double>(risks.size());
}

void render_outcomes(State& state, const Records& records, const Format& format) {
  const auto reports = all_reports();
  const auto report = std::find_if(reports.begin(), reports.end(),
                                   [](const Report* each) { return each->name == "outcomes"; });
  if (report == reports.end()) return state.SkipWithError("there is no such report");
  const Assessment assessed(records.portfolio(), today());
  const Document document = (*report)->make(assessed, {});
  std::size_t bytes = 0;
  for (auto _ : state) bytes += format.render(document, {}).size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void register_all(const Records& records, const Series& series) {
  const auto add = [](const std::string& name, auto... arguments) {
    benchmark::RegisterBenchmark(name.c_str(), arguments...);
  };
  add("read_tree/quick", [&](State& state) { read_trees(state, records, Lanes::both); });
  add("read_tree/strict", [&](State& state) { read_trees(state, records, Lanes::strict); });
  add("read_record", [&](State& state) { read_items(state, records); });
  add("record_rules", [&](State& state) { check_each(state, records); });
  add("judge_reach/24", [&](State& state) { judge_series(state, series); });
  add("slope_range/24", [&](State& state) { find_slopes(state, series); });
  add("lognormal_mean", find_mean);
  add("simulate/1000_years", [&](State& state) { simulate_years(state, records); });
  for (const Format& format : document_formats()) {
    add("render_outcomes/" + std::string(format.words.name),
        [&](State& state) { render_outcomes(state, records, format); });
  }
}

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  const Records records(BRM_BENCH_RECORDS);
  if (!records.are_sound()) return 1;
  const Reading one = read_outcome(24);
  const Series series = series_of(Of<kinds::outcome>(*one.portfolio.all(kinds::outcome).front()));
  register_all(records, series);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace brm::bench

int main(int argc, char** argv) { return brm::bench::run(argc, argv); }
