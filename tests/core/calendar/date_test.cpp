#include "calendar/date.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <limits>
#include <string>

namespace crossfoot {
namespace {

Date day(std::string_view text) {
  const std::optional<Date> date = Date::parse(text);
  EXPECT_TRUE(date.has_value()) << text;
  return date.value_or(Date());
}

std::string textOf(const std::optional<Date>& date) { return date ? date->text() : "none"; }

// The rule as people know it, without the arithmetic of the implementation.
int lengthOfMonth(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

TEST(Date, EveryDayOfTheCalendarRoundTripsInOrder) {
  int32_t number = -719162;
  for (int y = 1; y <= 9999; ++y) {
    for (int m = 1; m <= 12; ++m) {
      for (int d = 1; d <= lengthOfMonth(y, m); ++d, ++number) {
        const std::optional<Date> date = Date::fromCivil(y, m, d);
        ASSERT_TRUE(date) << y << "-" << m << "-" << d;
        ASSERT_EQ(date->dayNumber(), number) << y << "-" << m << "-" << d;
        ASSERT_TRUE(date->year() == y && date->month() == m && date->day() == d)
            << y << "-" << m << "-" << d;
      }
    }
  }
  EXPECT_EQ(number - 1, 2932896);
}

TEST(Date, EveryDayFrom1600To2400RoundTripsThroughItsText) {
  for (int y = 1600; y <= 2400; ++y) {
    for (int m = 1; m <= 12; ++m) {
      for (int d = 1; d <= lengthOfMonth(y, m); ++d) {
        char text[32];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", y, m, d);
        const std::optional<Date> date = Date::parse(text);
        ASSERT_TRUE(date) << text;
        ASSERT_EQ(date->text(), text);
      }
    }
  }
}

TEST(Date, TheDayAfterTheLastOfAnyMonthDoesNotExist) {
  for (int y = 1; y <= 9999; ++y) {
    for (int m = 1; m <= 12; ++m) {
      ASSERT_FALSE(Date::fromCivil(y, m, lengthOfMonth(y, m) + 1)) << y << "-" << m;
      ASSERT_EQ(daysInMonth(y, m), lengthOfMonth(y, m)) << y << "-" << m;
    }
  }
}

TEST(Date, KnownDaysHaveTheirKnownNumbers) {
  EXPECT_EQ(Date().text(), "1970-01-01");
  EXPECT_EQ(day("1970-01-01").dayNumber(), 0);
  EXPECT_EQ(day("2000-02-29").dayNumber(), 11016);
  EXPECT_EQ(day("2001-09-09").dayNumber(), 11574);  // Unix second 1 000 000 000
  EXPECT_EQ(day("1969-12-31").dayNumber(), -1);
  EXPECT_EQ(day("0001-01-01").dayNumber(), -719162);
  EXPECT_EQ(day("9999-12-31").dayNumber(), 2932896);
}

TEST(Date, OnlyTenCharactersOfTheFormYearMonthDayAreRead) {
  for (const char* text : {"",
                           "2026",
                           "2026-11",
                           "2026-11-2",
                           "2026-11-022",
                           "2026-1-22",
                           "26-11-22",
                           "20261122",
                           "2026/11/22",
                           "2026-11/22",
                           " 2026-11-22",
                           "2026-11-22 ",
                           "2026-11-22T00:00:00Z",
                           "+026-11-22",
                           "-026-11-22",
                           "2026-+1-22",
                           "2026-11-+2",
                           "2026- 1-22",
                           "2026-11-2x",
                           "2o26-11-22",
                           "2026-11-\xD9\xA1",
                           "22.11.2026",
                           "0x26-11-22"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
}

TEST(Date, DaysThatDoNotExistAreRefused) {
  for (const char* text :
       {"0000-01-01", "0000-12-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
        "2026-04-31", "2026-02-29", "2024-02-30", "1900-02-29", "2100-02-29", "9999-99-99"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
  EXPECT_TRUE(Date::parse("2024-02-29"));
  EXPECT_TRUE(Date::parse("2000-02-29"));
}

TEST(Date, CivilPartsOutsideTheCalendarAreRefused) {
  EXPECT_FALSE(Date::fromCivil(0, 1, 1));
  EXPECT_FALSE(Date::fromCivil(-1, 1, 1));
  EXPECT_FALSE(Date::fromCivil(10000, 1, 1));
  EXPECT_FALSE(Date::fromCivil(2026, -1, 1));
  EXPECT_FALSE(Date::fromCivil(2026, 1, -1));
  EXPECT_FALSE(Date::fromCivil(std::numeric_limits<int>::max(), 1, 1));
}

TEST(Date, FormatWritesTenCharactersAndNoMore) {
  char buffer[12] = "###########";
  day("0987-06-05").format(buffer);
  EXPECT_EQ(std::string(buffer), "0987-06-05#");
}

TEST(Date, DaysAreAddedAcrossMonthsYearsAndLeapDays) {
  EXPECT_EQ(textOf(day("2026-11-22").addDays(0)), "2026-11-22");
  EXPECT_EQ(textOf(day("2026-12-31").addDays(1)), "2027-01-01");
  EXPECT_EQ(textOf(day("2024-02-28").addDays(1)), "2024-02-29");
  EXPECT_EQ(textOf(day("2023-02-28").addDays(1)), "2023-03-01");
  EXPECT_EQ(textOf(day("2000-01-01").addDays(146097)), "2400-01-01");
  EXPECT_EQ(textOf(day("2024-03-01").addDays(-1)), "2024-02-29");
  EXPECT_EQ(textOf(day("2026-11-22").addDays(36500)), "2126-10-29");
}

TEST(Date, AddingDaysStopsAtBothEndsOfTheCalendar) {
  EXPECT_EQ(textOf(day("9999-12-30").addDays(1)), "9999-12-31");
  EXPECT_FALSE(day("9999-12-31").addDays(1));
  EXPECT_EQ(textOf(day("0001-01-02").addDays(-1)), "0001-01-01");
  EXPECT_FALSE(day("0001-01-01").addDays(-1));
  EXPECT_EQ(textOf(day("0001-01-01").addDays(3652058)), "9999-12-31");
  EXPECT_FALSE(day("0001-01-01").addDays(3652059));
  for (const char* text : {"0001-01-01", "1970-01-01", "9999-12-31"}) {
    EXPECT_FALSE(day(text).addDays(std::numeric_limits<int64_t>::max())) << text;
    EXPECT_FALSE(day(text).addDays(std::numeric_limits<int64_t>::min())) << text;
  }
}

TEST(Date, AMonthTooShortForTheAnchorEndsTheSeriesOnItsLastDay) {
  const Date start = day("2026-01-31");
  const char* expected[] = {"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31",
                            "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31",
                            "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"};
  for (int k = 0; k < 14; ++k) EXPECT_EQ(textOf(start.addMonths(k)), expected[k]);
  EXPECT_EQ(textOf(start.addMonths(25)), "2028-02-29");
}

TEST(Date, EveryAnchorLandsOnItselfOrOnTheMonthsEnd) {
  const Date start = day("2000-01-15");
  for (int anchor = 1; anchor <= 31; ++anchor) {
    for (int k = -1200; k <= 1200; ++k) {
      const std::optional<Date> date = start.addMonths(k, anchor);
      ASSERT_TRUE(date);
      const int months = 2000 * 12 + k;
      ASSERT_EQ(date->year(), months / 12);
      ASSERT_EQ(date->month(), months % 12 + 1);
      const int length = lengthOfMonth(months / 12, months % 12 + 1);
      ASSERT_EQ(date->day(), anchor < length ? anchor : length);
    }
  }
}

TEST(Date, TheAnchorBringsAClampedDateBackToItsDay) {
  EXPECT_EQ(textOf(day("2026-02-28").addMonths(1, 31)), "2026-03-31");
  EXPECT_EQ(textOf(day("2026-02-28").addMonths(1)), "2026-03-28");
  EXPECT_EQ(textOf(day("2026-02-28").addMonths(0, 31)), "2026-02-28");
}

TEST(Date, AddingMonthsStopsAtBothEndsOfTheCalendar) {
  EXPECT_EQ(textOf(day("9999-11-30").addMonths(1)), "9999-12-30");
  EXPECT_FALSE(day("9999-12-01").addMonths(1));
  EXPECT_EQ(textOf(day("0001-02-15").addMonths(-1)), "0001-01-15");
  EXPECT_FALSE(day("0001-01-31").addMonths(-1));
  EXPECT_EQ(textOf(day("0001-01-31").addMonths(119987)), "9999-12-31");
  EXPECT_FALSE(day("0001-01-31").addMonths(119988));
  EXPECT_FALSE(day("2026-01-01").addMonths(std::numeric_limits<int64_t>::max()));
  EXPECT_FALSE(day("2026-01-01").addMonths(std::numeric_limits<int64_t>::min()));
}

TEST(Date, AnAnchorBeforeTheFirstOfTheMonthIsRefused) {
  EXPECT_FALSE(day("2026-01-01").addMonths(1, 0));
  EXPECT_FALSE(day("2026-01-01").addMonths(1, -3));
}

TEST(Date, DatesCompareInTheOrderOfTheCalendar) {
  EXPECT_LT(day("2026-11-22"), day("2026-11-23"));
  EXPECT_LT(day("0001-01-01"), day("1969-12-31"));
  EXPECT_GT(day("2027-01-01"), day("2026-12-31"));
  EXPECT_GE(day("2026-11-22"), day("2026-11-22"));
  EXPECT_EQ(day("2026-11-22"), day("2026-11-22"));
  EXPECT_NE(day("2026-11-22"), day("2025-11-22"));
}

TEST(Date, DaysBetweenCountsForwardsAndBackwards) {
  EXPECT_EQ(daysBetween(day("2026-11-22"), day("2026-11-22")), 0);
  EXPECT_EQ(daysBetween(day("2024-01-01"), day("2025-01-01")), 366);
  EXPECT_EQ(daysBetween(day("2026-12-01"), day("2026-11-22")), -9);
  EXPECT_EQ(daysBetween(day("0001-01-01"), day("9999-12-31")), 3652058);
}

}  // namespace
}  // namespace crossfoot
