#include "calendar/date.h"

#include <algorithm>

namespace crossfoot {
namespace {

constexpr int kMaxYear = 9999;
constexpr int32_t kDaysPerEra = 146097;    // 400 Gregorian years
constexpr int32_t kMarchOfYear0 = 719468;  // days from 0000-03-01 to 1970-01-01

struct Civil {
  int year;
  int month;
  int day;
};

// Years are counted from March here, so that the leap day is the last of its year and the lengths
// of the months before it follow the pattern 153 days in 5 months.
constexpr int32_t toDays(Civil c) {
  const int year = c.month <= 2 ? c.year - 1 : c.year;
  const int era = year / 400;
  const int yearOfEra = year % 400;
  const int monthFromMarch = (c.month + 9) % 12;
  const int dayOfYear = (153 * monthFromMarch + 2) / 5 + c.day - 1;
  const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * kDaysPerEra + dayOfEra - kMarchOfYear0;
}

constexpr Civil toCivil(int32_t days) {
  const int32_t shifted = days + kMarchOfYear0;  // never negative within the range
  const int era = shifted / kDaysPerEra;
  const int dayOfEra = shifted % kDaysPerEra;
  // The three corrections take out the leap days that a plain division by 365 would count.
  const int yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / (kDaysPerEra - 1)) / 365;
  const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const int monthFromMarch = (5 * dayOfYear + 2) / 153;
  const int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
  const int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return {year, month, day};
}

constexpr int32_t kFirst = toDays({1, 1, 1});
constexpr int32_t kLast = toDays({kMaxYear, 12, 31});
static_assert(toDays({1970, 1, 1}) == 0);
static_assert(kFirst == -719162 && kLast == 2932896);

constexpr bool isLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// The number written in `text`, or -1 when a character is not an ASCII digit.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void putDigits(char* out, int width, int value) {
  for (int i = width - 1; i >= 0; --i) {
    out[i] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
}

}  // namespace

int daysInMonth(int year, int month) {
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && isLeapYear(year) ? 29 : kLengths[month - 1];
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return fromCivil(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::optional<Date> Date::fromCivil(int year, int month, int day) {
  if (year < 1 || year > kMaxYear || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > daysInMonth(year, month)) return std::nullopt;
  return Date(toDays({year, month, day}));
}

int Date::year() const { return toCivil(days_).year; }
int Date::month() const { return toCivil(days_).month; }
int Date::day() const { return toCivil(days_).day; }

void Date::format(char out[10]) const {
  const Civil c = toCivil(days_);
  putDigits(out, 4, c.year);
  out[4] = '-';
  putDigits(out + 5, 2, c.month);
  out[7] = '-';
  putDigits(out + 8, 2, c.day);
}

std::string Date::text() const {
  std::string result(10, '0');
  format(result.data());
  return result;
}

std::optional<Date> Date::addDays(int64_t days) const {
  // Compared against the room left, so that no sum can overflow.
  if (days < kFirst - days_ || days > kLast - days_) return std::nullopt;
  return Date(static_cast<int32_t>(days_ + days));
}

std::optional<Date> Date::addMonths(int64_t months, int anchorDay) const {
  constexpr int64_t kMonths = int64_t{kMaxYear} * 12;
  if (months < -kMonths || months > kMonths || anchorDay < 1) return std::nullopt;
  const Civil c = toCivil(days_);
  const int64_t target = int64_t{c.year - 1} * 12 + (c.month - 1) + months;
  if (target < 0 || target >= kMonths) return std::nullopt;
  const int year = static_cast<int>(target / 12) + 1;
  const int month = static_cast<int>(target % 12) + 1;
  return Date(toDays({year, month, std::min(anchorDay, daysInMonth(year, month))}));
}

std::optional<Date> Date::addMonths(int64_t months) const { return addMonths(months, day()); }

}  // namespace crossfoot
