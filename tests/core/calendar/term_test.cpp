#include "calendar/term.h"

#include <gtest/gtest.h>

#include <string>

namespace crossfoot {
namespace {

constexpr uint32_t kNone = 0;  // a term never holds 0 payments

uint32_t count(std::string_view term, Frequency frequency) {
  return paymentsInTerm(term, frequency).value_or(kNone);
}

TEST(Term, TheExamplesOfTheRulesComeOut) {
  EXPECT_EQ(count("P12W", Frequency::weekly), 12u);
  EXPECT_EQ(count("P6W", Frequency::biweekly), 3u);
  EXPECT_EQ(count("P8M", Frequency::monthly), 8u);
  EXPECT_EQ(count("P1Y", Frequency::quarterly), 4u);
  EXPECT_EQ(count("P3Y", Frequency::annually), 3u);
}

TEST(Term, YearsAndMonthsAddUp) {
  EXPECT_EQ(count("P1Y6M", Frequency::monthly), 18u);
  EXPECT_EQ(count("P1Y6M", Frequency::quarterly), 6u);
  EXPECT_EQ(count("P1Y6M", Frequency::perSixMonths), 3u);
  EXPECT_EQ(count("P0Y3M", Frequency::quarterly), 1u);
  EXPECT_EQ(count("P1Y0M", Frequency::annually), 1u);
  EXPECT_EQ(count("P1Y12M", Frequency::annually), 2u);
}

TEST(Term, MonthsAndYearsAreTheSameLength) {
  for (uint32_t years = 1; years <= 60; ++years) {
    const std::string inYears = "P" + std::to_string(years) + "Y";
    const std::string inMonths = "P" + std::to_string(years * 12) + "M";
    for (uint8_t i = 0; i < kFrequencyCount; ++i) {
      const auto frequency = static_cast<Frequency>(i);
      EXPECT_EQ(paymentsInTerm(inYears, frequency), paymentsInTerm(inMonths, frequency))
          << inYears << " " << frequencyName(frequency);
    }
  }
}

TEST(Term, EveryNumberOfMonthsGivesPaymentsExactlyWhenItIsAMultipleOfThePeriod) {
  for (uint8_t i = 0; i < kFrequencyCount; ++i) {
    const auto frequency = static_cast<Frequency>(i);
    const auto length = static_cast<uint32_t>(period(frequency).months);
    if (length == 0) continue;
    for (uint32_t months = 0; months <= 240; ++months) {
      const uint32_t expected = months % length == 0 ? months / length : kNone;
      EXPECT_EQ(count("P" + std::to_string(months) + "M", frequency), expected)
          << months << " " << frequencyName(frequency);
    }
  }
}

TEST(Term, APartOfAPeriodIsNotATerm) {
  EXPECT_EQ(count("P7W", Frequency::biweekly), kNone);
  EXPECT_EQ(count("P8M", Frequency::quarterly), kNone);
  EXPECT_EQ(count("P18M", Frequency::annually), kNone);
  EXPECT_EQ(count("P3Y", Frequency::perTwoYears), kNone);
  EXPECT_EQ(count("P1M", Frequency::quarterly), kNone);
}

TEST(Term, WeeksBelongToWeeklyAndBiweeklyOnly) {
  EXPECT_EQ(count("P4W", Frequency::monthly), kNone);
  EXPECT_EQ(count("P52W", Frequency::annually), kNone);
  EXPECT_EQ(count("P3M", Frequency::weekly), kNone);
  EXPECT_EQ(count("P1Y", Frequency::weekly), kNone);
  EXPECT_EQ(count("P1Y", Frequency::biweekly), kNone);
}

TEST(Term, AnEmptyTermHoldsNoPayment) {
  EXPECT_FALSE(paymentsInTerm("P0W", Frequency::weekly));
  EXPECT_FALSE(paymentsInTerm("P0M", Frequency::monthly));
  EXPECT_FALSE(paymentsInTerm("P0Y0M", Frequency::annually));
}

TEST(Term, AOneTimeLineHasNoTerm) {
  for (const char* term : {"P1Y", "P1M", "P1W"}) {
    EXPECT_FALSE(paymentsInTerm(term, Frequency::oneTime)) << term;
  }
}

TEST(Term, OtherTextIsNotATerm) {
  for (const char* term : {"",      "P",     "1Y",    "PY",    "PM",    "P1",    "P12",  "p1y",
                           "P1y",   "1",     "P1D",   "P30D",  "P1Y2D", "P1Y1W", "PT1M", "P1YT1H",
                           "P1M1Y", "P1Y1Y", "P1M1M", "P1Y6",  "P1Y M", "P 1Y",  " P1Y", "P1Y ",
                           "P-1Y",  "-P1Y",  "P+1Y",  "P1.5Y", "P1,5Y", "P1e2M", "PP1Y", "P1YY"}) {
    EXPECT_FALSE(paymentsInTerm(term, Frequency::monthly)) << term;
  }
  for (const char* term : {"", "P", "PW", "P1", "P1w", "1W", "P1WW", "P1W1W", "P1W2D", "P-1W",
                           "P1.5W", "P1W ", "P7D"}) {
    EXPECT_FALSE(paymentsInTerm(term, Frequency::weekly)) << term;
  }
}

TEST(Term, LeadingZerosDoNotMatter) {
  EXPECT_EQ(count("P012M", Frequency::monthly), 12u);
  EXPECT_EQ(count("P00000000000000000000000000001Y", Frequency::annually), 1u);
}

TEST(Term, NumbersBeyond32BitsAreRefusedInsteadOfWrappingAround) {
  EXPECT_EQ(count("P4294967295W", Frequency::weekly), 4294967295u);
  EXPECT_EQ(count("P4294967295M", Frequency::monthly), 4294967295u);
  EXPECT_FALSE(paymentsInTerm("P4294967296W", Frequency::weekly));
  EXPECT_FALSE(paymentsInTerm("P4294967296M", Frequency::monthly));
  EXPECT_FALSE(paymentsInTerm("P357913942Y", Frequency::monthly));
  EXPECT_FALSE(paymentsInTerm("P18446744073709551617M", Frequency::monthly));
  EXPECT_FALSE(paymentsInTerm("P" + std::string(500, '9') + "Y", Frequency::annually));
  EXPECT_FALSE(paymentsInTerm("P4294967295Y4294967295M", Frequency::monthly));
}

}  // namespace
}  // namespace crossfoot
