#pragma once

#include "recurring/series.h"

namespace crossfoot {

/// One date of the table of payments (RE-4.1). A missing amount overflowed.
struct ScheduleEntry {
  Date date;
  std::optional<Money> net, fees, tax, taxIncluded, roundingDifference, total;
  std::vector<std::pair<const Series*, uint32_t>> parts;  ///< which payments fall due
};

/// The last date up to which renewing lines are listed: the document's date + horizonMonths.
Date horizonEnd(const Document& document);

/// All payments by date. The first entry is the checkout, where a line is due now or the amount
/// due now is not 0. `series` must outlive the result.
std::vector<ScheduleEntry> schedule(const Document& document, const Totals& totals,
                                    const std::vector<Series>& series);

}  // namespace crossfoot
