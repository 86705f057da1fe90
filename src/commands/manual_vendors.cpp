// What the reports on value and vendors add up, compare and look for.
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_value =
    "`brm report value` adds up amounts of one currency, and of the kinds that are money somebody "
    "has more of: savings, cost avoidance and revenue. Time, quality, risk reduction and "
    "compliance are counted; an amount beside them is shown and not added. Expected is what "
    "initiatives promise that are neither proposed nor stopped; what stopped ones promised stands "
    "apart. Realized is what is dated on or before the day. Disbenefits stand beside, and are "
    "never taken off. A party has its percent of `value_shares`; an outcome that serves several "
    "goals counts in each. Measured values are added where the indicator says `may_be_summed: "
    "true`, by unit and direction, from baseline to target.\n\n"
    "Value is claimed against the evidence where something is realized while the outcome is "
    "missed, off track or worsening, and at stake where nothing is realized yet. It is due where "
    "the day of the target has passed and nothing was realized.";

constexpr std::string_view about_sharing =
    "`brm report risks --shared` shows what each party bears of open threats a year, with its "
    "caps, "
    "beside its share of the value that is expected and realized, and who has a share of gains and "
    "losses in an agreement (`risk_reward`). A party that bears without any of the three, or gets "
    "without bearing, is named.";

constexpr std::string_view about_vendors =
    "`brm report vendors` lists agreements with all parties by their next day of notice: the last "
    "day, less `notice_days` calendar days. Where an agreement has no period, nobody can say "
    "whether it is in force. Grades are those of the partner and of the office; the trend compares "
    "the latest with the one before. A latest D or F asks for a response. Service levels are "
    "judged as outcomes that stay somewhere are.\n\n"
    "Concentration is one partner's part of initiatives that are neither stopped nor completed, of "
    "open exposure (threats in "
    "money in its own record, or that name it as `common_cause`) and of the value of agreements "
    "with private partners that are not over, each currency by itself. Agreements with agencies "
    "and other jurisdictions, many of which pay the office, are no part of it; who pays whom is "
    "not on record, so that a private partner who pays is counted as one who is paid. "
    "Agreements with the same number are added up as "
    "they are written, and said to have it: orders under one contract, or one written twice.\n\n"
    "Two relationships may be one party where their names are equal without case, accents, blanks, "
    "punctuation and legal form, with `&` as `and`; where one adds something in brackets; or where "
    "one is the beginning of the other, as a column of fixed width cuts it: within a word that no "
    "other name has, after a word like `of`, or at the width of such a column. The order of words "
    "counts, and a party and its `parent` are two.\n\n"
    "Vendor practice follows the five practices of COBIT 2019 APO10: identify and evaluate (an "
    "agreement for the work, complete; one record a party), select (alternatives weighed), manage "
    "(reviews, owners, notice known), risk (of strategic and conditional partners) and monitor "
    "(grades or service levels, answers to D and F). Each is counted over private partners that "
    "are not ended; where there is nothing to count it says `no data`.";

constexpr std::string_view about_budgets =
    "`brm report portfolio` sets what each initiative will have cost (`budget.forecast`) beside "
    "what "
    "was `approved`. It is `overspent` when `spent` is above what was approved, `above` when only "
    "the "
    "forecast is, and `within` when the forecast is what was approved, or less. Without an "
    "approved "
    "amount and a forecast in one currency it is `unknown`; so is a budget whose `as_of` is after "
    "the day of the report. Sums are of those that say both, live work apart from what is proposed "
    "and from what is stopped or completed (`ended`), and each currency by itself.";

}  // namespace

void add_value_and_vendors(Mdoc& page) {
  page.section("BUDGETS");
  page.text(about_budgets);
  page.section("VALUE");
  page.text(about_value);
  page.section("SHARED RISKS AND REWARDS");
  page.text(about_sharing);
  page.section("VENDORS");
  page.text(about_vendors);
}

}  // namespace brm
