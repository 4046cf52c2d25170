#include "calendar/frequency.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace crossfoot {
namespace {

Date day(std::string_view text) {
  const std::optional<Date> date = Date::parse(text);
  EXPECT_TRUE(date.has_value()) << text;
  return date.value_or(Date());
}

std::string payment(std::string_view start, Frequency frequency, uint32_t k) {
  const std::optional<Date> date = paymentDate(day(start), frequency, k);
  return date ? date->text() : "none";
}

std::vector<std::string> payments(std::string_view start, Frequency frequency, uint32_t count) {
  std::vector<std::string> dates;
  for (uint32_t k = 0; k < count; ++k) dates.push_back(payment(start, frequency, k));
  return dates;
}

using Dates = std::vector<std::string>;

struct Expected {
  Frequency frequency;
  const char* name;
  int months;
  int days;
  int numerator;
  int denominator;
};

constexpr Expected kExpected[] = {
    {Frequency::oneTime, "one_time", 0, 0, 0, 1},
    {Frequency::weekly, "weekly", 0, 7, 52, 1},
    {Frequency::biweekly, "biweekly", 0, 14, 26, 1},
    {Frequency::monthly, "monthly", 1, 0, 12, 1},
    {Frequency::quarterly, "quarterly", 3, 0, 4, 1},
    {Frequency::perSixMonths, "per_six_months", 6, 0, 2, 1},
    {Frequency::annually, "annually", 12, 0, 1, 1},
    {Frequency::perTwoYears, "per_two_years", 24, 0, 1, 2},
    {Frequency::perThreeYears, "per_three_years", 36, 0, 1, 3},
    {Frequency::perFourYears, "per_four_years", 48, 0, 1, 4},
    {Frequency::perFiveYears, "per_five_years", 60, 0, 1, 5},
};

TEST(Frequency, EveryFrequencyHasItsNamePeriodAndPaymentsPerYear) {
  ASSERT_EQ(std::size(kExpected), kFrequencyCount);
  for (const Expected& e : kExpected) {
    EXPECT_EQ(frequencyName(e.frequency), e.name);
    EXPECT_EQ(parseFrequency(e.name), e.frequency) << e.name;
    EXPECT_EQ(period(e.frequency).months, e.months) << e.name;
    EXPECT_EQ(period(e.frequency).days, e.days) << e.name;
    EXPECT_EQ(paymentsPerYear(e.frequency).numerator, e.numerator) << e.name;
    EXPECT_EQ(paymentsPerYear(e.frequency).denominator, e.denominator) << e.name;
    EXPECT_EQ(isRecurring(e.frequency), e.frequency != Frequency::oneTime) << e.name;
  }
}

TEST(Frequency, MonthsAYearTimesPaymentsAYearIsAlwaysOneYear) {
  for (const Expected& e : kExpected) {
    if (e.months == 0) continue;
    const PaymentsPerYear ppy = paymentsPerYear(e.frequency);
    EXPECT_EQ(period(e.frequency).months * ppy.numerator, 12 * ppy.denominator) << e.name;
  }
}

TEST(Frequency, OtherNamesAreRefused) {
  for (const char* name : {"", "Monthly", "MONTHLY", "month", "monthly ", " weekly", "yearly",
                           "onetime", "one-time", "oneTime", "per_six_year", "daily"}) {
    EXPECT_FALSE(parseFrequency(name)) << name;
  }
}

TEST(Frequency, MonthlyPaymentsFromThe31stFallOnEachMonthsEndAndNeverSlide) {
  EXPECT_EQ(payments("2026-01-31", Frequency::monthly, 4),
            (Dates{"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"}));
}

TEST(Frequency, AStartThatWasClampedItselfKeepsTheClampedDay) {
  // 31 January and one month of delay: the start is 28 February, and so is the anchor.
  EXPECT_EQ(payments("2026-02-28", Frequency::monthly, 3),
            (Dates{"2026-02-28", "2026-03-28", "2026-04-28"}));
}

TEST(Frequency, YearlyPaymentsFromALeapDayReturnToItInLeapYears) {
  EXPECT_EQ(payments("2024-02-29", Frequency::annually, 5),
            (Dates{"2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"}));
  EXPECT_EQ(payment("2096-02-29", Frequency::perFourYears, 1), "2100-02-28");
  EXPECT_EQ(payment("2096-02-29", Frequency::perFourYears, 2), "2104-02-29");
}

TEST(Frequency, ThePaymentAfterTheLastIsTheEndDate) {
  EXPECT_EQ(payment("2026-03-01", Frequency::monthly, 6), "2026-09-01");
  EXPECT_EQ(payment("2026-11-22", Frequency::monthly, 12), "2027-11-22");
}

TEST(Frequency, WeeksAreCountedInDays) {
  EXPECT_EQ(payments("2026-12-24", Frequency::weekly, 3),
            (Dates{"2026-12-24", "2026-12-31", "2027-01-07"}));
  EXPECT_EQ(payments("2024-02-20", Frequency::biweekly, 3),
            (Dates{"2024-02-20", "2024-03-05", "2024-03-19"}));
}

TEST(Frequency, LongPeriodsAreCountedInMonths) {
  EXPECT_EQ(payment("2026-11-30", Frequency::quarterly, 1), "2027-02-28");
  EXPECT_EQ(payment("2026-08-31", Frequency::perSixMonths, 1), "2027-02-28");
  EXPECT_EQ(payment("2026-08-31", Frequency::perSixMonths, 2), "2027-08-31");
  EXPECT_EQ(payment("2026-01-15", Frequency::perTwoYears, 3), "2032-01-15");
  EXPECT_EQ(payment("2026-01-15", Frequency::perThreeYears, 2), "2032-01-15");
  EXPECT_EQ(payment("2026-01-15", Frequency::perFiveYears, 2), "2036-01-15");
}

TEST(Frequency, AOneTimeLineHasOnePayment) {
  EXPECT_EQ(payment("2026-11-22", Frequency::oneTime, 0), "2026-11-22");
  EXPECT_EQ(payment("2026-11-22", Frequency::oneTime, 1), "none");
}

TEST(Frequency, NoPaymentFallsAfterTheYear9999) {
  EXPECT_EQ(payment("9999-12-25", Frequency::weekly, 0), "9999-12-25");
  EXPECT_EQ(payment("9999-12-24", Frequency::weekly, 1), "9999-12-31");
  EXPECT_EQ(payment("9999-12-25", Frequency::weekly, 1), "none");
  EXPECT_EQ(payment("9999-12-01", Frequency::monthly, 1), "none");
  for (const Expected& e : kExpected) {
    EXPECT_EQ(payment("0001-01-01", e.frequency, std::numeric_limits<uint32_t>::max()), "none")
        << e.name;
  }
}

}  // namespace
}  // namespace crossfoot
