#include <array>

#include "reports/report.h"

namespace brm {
namespace reports {

extern const Report outcomes;
extern const Report portfolio;
extern const Report risks;

}  // namespace reports

namespace {

constexpr std::array list{&reports::outcomes, &reports::risks, &reports::portfolio};

}  // namespace

std::span<const Report* const> all_reports() { return list; }

}  // namespace brm
