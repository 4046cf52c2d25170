#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "calendar/date.h"

namespace crossfoot {

/// How often a line is paid.
enum class Frequency : uint8_t {
  oneTime,
  weekly,
  biweekly,
  monthly,
  quarterly,
  perSixMonths,
  annually,
  perTwoYears,
  perThreeYears,
  perFourYears,
  perFiveYears,
};

/// The number of frequencies; their values are 0 to this minus one.
inline constexpr uint8_t kFrequencyCount = 11;

/// The length of one billing period. At most one member is not 0; both are 0 for oneTime.
struct Period {
  int months;
  int days;
};

/// An exact number of payments a year, in lowest terms: 52/1 weekly, 1/2 every two years, 0/1
/// oneTime.
struct PaymentsPerYear {
  int numerator;
  int denominator;
};

/// The frequency with this name in the state ("one_time", "per_six_months"), or nullopt.
std::optional<Frequency> parseFrequency(std::string_view name);

/// The name in the state: "one_time", "weekly", ...
std::string_view frequencyName(Frequency frequency);

/// The length of one period.
Period period(Frequency frequency);

/// How many payments fall in one year for the metrics: 52, 26, 12, 4, 2, 1, 1/2, 1/3, 1/4, 1/5.
PaymentsPerYear paymentsPerYear(Frequency frequency);

/// True for every frequency but oneTime.
constexpr bool isRecurring(Frequency frequency) { return frequency != Frequency::oneTime; }

/// The date of payment `k` (the first is 0): start + k periods, counted from the start each time
/// with the start's day as the anchor. 31 January monthly gives 28 February and 31 March; 29
/// February yearly gives 28 February and, in leap years, 29 February. With k = the number of
/// payments it is the end date. nullopt after 9999-12-31 and for k > 0 of oneTime.
std::optional<Date> paymentDate(Date start, Frequency frequency, uint32_t k);

}  // namespace crossfoot
