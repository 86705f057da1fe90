#include <algorithm>
#include <array>

#include "reports/report.h"

namespace brm {
namespace reports {

extern const Report brief;
extern const Report corrections;
extern const Report experiments;
extern const Report governance;
extern const Report handover;
extern const Report horizon;
extern const Report lessons;
extern const Report outcomes;
extern const Report portfolio;
extern const Report practice;
extern const Report relationships;
extern const Report risks;
extern const Report stakeholders;
extern const Report technology;
extern const Report value;
extern const Report vendors;
extern const Report weekly;

}  // namespace reports

namespace {

// As help lists them; each on a line of its own, so that two additions are two lines.
constexpr std::array list{
    &reports::outcomes,       //
    &reports::risks,          //
    &reports::portfolio,      //
    &reports::relationships,  //
    &reports::governance,     //
    &reports::technology,     //
    &reports::practice,       //
    &reports::value,          //
    &reports::vendors,        //
    &reports::horizon,        //
    &reports::handover,       //
    &reports::stakeholders,   //
    &reports::brief,          //
    &reports::corrections,    //
    &reports::experiments,    //
    &reports::lessons,        //
    &reports::weekly,         //
};

std::vector<const ReportOption*> collect_options() {
  std::vector<const ReportOption*> found;
  for (const Report* report : list) {
    for (const ReportOption* option : report->options) {
      if (std::find(found.begin(), found.end(), option) == found.end()) found.push_back(option);
    }
  }
  return found;
}

}  // namespace

bool ReportRequest::has(const ReportOption& option) const {
  return std::any_of(chosen.begin(), chosen.end(),
                     [&](const Chosen& each) { return each.option == &option; });
}

const Item* ReportRequest::record_of(const ReportOption& option) const {
  const auto found = std::find_if(chosen.begin(), chosen.end(),
                                  [&](const Chosen& each) { return each.option == &option; });
  return found == chosen.end() ? nullptr : found->record;
}

std::span<const ReportOption* const> all_report_options() {
  static const std::vector<const ReportOption*> found = collect_options();
  return found;
}

std::span<const Report* const> all_reports() { return list; }

}  // namespace brm
