#pragma once

#include <span>

#include "recurring/series.h"

namespace crossfoot {

/// One date of the table of payments (RE-4.1). A missing amount overflowed.
struct ScheduleEntry {
  Date date;
  std::optional<Money> net, fees, tax, taxIncluded, roundingDifference, total;
};

/// All payments by date; none where there are too many dates (RE-4.5). The first entry is the
/// checkout, where a line is due now or the amount due now is not 0. `series` are those of the
/// schedule. Costs what the dates and the series do, however many payments fall on one date.
std::optional<std::vector<ScheduleEntry>> schedule(const Document& document, const Totals& totals,
                                                   const std::vector<Series>& series);

/// A payment of a series.
struct DuePayment {
  Date date;
  const Series* series = nullptr;  ///< of those that were given
  uint32_t number = 0;             ///< from 0
};

/// How many payments of lines the schedule adds up: what listing them costs.
uint64_t linePayments(const Document& document, const std::vector<Series>& series);

/// Every payment after the checkout by date; those of one date in the order of the series.
std::vector<DuePayment> laterPayments(const Document& document, const std::vector<Series>& series);

/// Those of one date after the checkout, in the order of the series.
std::vector<DuePayment> paymentsOn(Date date, const Document& document,
                                   const std::vector<Series>& series);

/// What is paid at checkout, in the order of the series.
std::vector<DuePayment> checkoutPayments(const std::vector<Series>& series);

}  // namespace crossfoot
