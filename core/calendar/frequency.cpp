#include "calendar/frequency.h"

#include <iterator>

namespace crossfoot {
namespace {

struct Rule {
  std::string_view name;
  Period period;
  PaymentsPerYear perYear;
};

// In the order of the enumeration.
constexpr Rule kRules[] = {
    {"one_time", {0, 0}, {0, 1}},         {"weekly", {0, 7}, {52, 1}},
    {"biweekly", {0, 14}, {26, 1}},       {"monthly", {1, 0}, {12, 1}},
    {"quarterly", {3, 0}, {4, 1}},        {"per_six_months", {6, 0}, {2, 1}},
    {"annually", {12, 0}, {1, 1}},        {"per_two_years", {24, 0}, {1, 2}},
    {"per_three_years", {36, 0}, {1, 3}}, {"per_four_years", {48, 0}, {1, 4}},
    {"per_five_years", {60, 0}, {1, 5}},
};
static_assert(std::size(kRules) == kFrequencyCount);

const Rule& rule(Frequency frequency) { return kRules[static_cast<uint8_t>(frequency)]; }

}  // namespace

std::optional<Frequency> parseFrequency(std::string_view name) {
  for (uint8_t i = 0; i < kFrequencyCount; ++i) {
    if (kRules[i].name == name) return static_cast<Frequency>(i);
  }
  return std::nullopt;
}

std::string_view frequencyName(Frequency frequency) { return rule(frequency).name; }

Period period(Frequency frequency) { return rule(frequency).period; }

PaymentsPerYear paymentsPerYear(Frequency frequency) { return rule(frequency).perYear; }

std::optional<Date> paymentDate(Date start, Frequency frequency, uint32_t k) {
  if (!isRecurring(frequency)) return k == 0 ? std::optional<Date>(start) : std::nullopt;
  const Period p = period(frequency);
  if (p.days != 0) return start.addDays(int64_t{k} * p.days);
  return start.addMonths(int64_t{k} * p.months);
}

}  // namespace crossfoot
