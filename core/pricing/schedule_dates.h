#pragma once

#include <map>
#include <utility>

#include "model/document.h"

namespace crossfoot {

/// The last date up to which renewing lines are listed: the document's date + horizonMonths.
Date horizonEnd(const DocumentHead& head);

/// How many payments of a frequency and first day fall on or before a day.
uint32_t paymentsUntil(Date last, Frequency frequency, Date firstPayment);

/// Counts the dates of the schedule without building it (RE-4.5): for each frequency and first day
/// as many as the longest of its lines has.
class ScheduleDates {
 public:
  /// The most that are listed.
  static constexpr uint64_t kMost = 200'000;

  /// Forgets all lines; renewing ones count up to this day.
  void clear(Date horizon);
  /// Counts a line in (+1) or out (−1).
  void count(const LineItem& line, int sign);
  bool tooMany() const { return dates_ > kMost; }

 private:
  using Lengths = std::map<uint32_t, uint32_t>;  // by number of payments: how many lines

  Date horizon_;
  std::map<std::pair<Frequency, Date>, Lengths> lines_;  // by frequency and first payment
  uint64_t dates_ = 0;
};

}  // namespace crossfoot
