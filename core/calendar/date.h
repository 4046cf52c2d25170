#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

/// A calendar day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31, without a time or
/// a time zone. Every value is a real day: what would leave the range is nullopt instead.
class Date {
 public:
  /// 1970-01-01.
  constexpr Date() = default;

  /// The date in the form YYYY-MM-DD: ten characters, ASCII digits, a day that exists. Anything
  /// else, the year 0000 included, is nullopt.
  static std::optional<Date> parse(std::string_view text);

  /// The day `day` (from 1) of `month` (from 1) of `year`; nullopt when there is no such day.
  static std::optional<Date> fromCivil(int year, int month, int day);

  int year() const;   ///< 1 to 9999
  int month() const;  ///< 1 to 12
  int day() const;    ///< 1 to 31

  /// Writes YYYY-MM-DD, ten characters without a terminating NUL.
  void format(char out[10]) const;

  /// YYYY-MM-DD.
  std::string text() const;

  /// This day plus `days` (may be negative); nullopt outside the range.
  std::optional<Date> addDays(int64_t days) const;

  /// The day `anchorDay` (1 to 31) of the month `months` after this one (may be negative), or that
  /// month's last day when it is shorter; nullopt outside the range. The anchor keeps a series that
  /// begins on the 31st from sliding: 31 January, 28 February, 31 March.
  std::optional<Date> addMonths(int64_t months, int anchorDay) const;

  /// As above, with this date's own day as the anchor.
  std::optional<Date> addMonths(int64_t months) const;

  /// Days since 1970-01-01, negative before it: a key for sorting and hashing.
  constexpr int32_t dayNumber() const { return days_; }

  friend constexpr bool operator==(const Date&, const Date&) = default;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;

 private:
  explicit constexpr Date(int32_t days) : days_(days) {}

  int32_t days_ = 0;
};

/// Days from `from` to `to`: positive when `to` is later, 0 for the same day.
constexpr int32_t daysBetween(Date from, Date to) { return to.dayNumber() - from.dayNumber(); }

/// The number of days in `month` (1 to 12) of `year`.
int daysInMonth(int year, int month);

}  // namespace crossfoot
