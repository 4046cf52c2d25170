#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pricing/totals.h"

namespace crossfoot {

/// Equal payments that fall due together: lines of the same frequency, number of payments,
/// computed start date and phase (RE-3.3). One-time lines form series of one payment.
struct Series {
  Frequency frequency = Frequency::oneTime;
  Date anchor;             ///< the first payment of the lines; payment k is anchor + k periods
  uint32_t from = 0;       ///< k of this series' first payment (0 but in later phases)
  uint32_t payments = 0;   ///< 0 renews
  int phase = -1;          ///< of a ramp, else -1
  bool startsNow = false;  ///< payment 0 is due now
  bool openEnded = false;  ///< its lines renew, in this phase or a later one
  Money net;               ///< of one regular payment, without order discounts
  Money tax;
  Money taxIncluded;
  std::vector<std::string_view> lineIds;

  bool renews() const { return payments == 0; }
  /// What the payment costs: the taxes inside the price are in its net already.
  Money total() const { return net + tax - taxIncluded; }
  /// A one-time payment that is not due now.
  bool isDelayed() const { return frequency == Frequency::oneTime && !startsNow; }
  bool firstIsDueNow() const { return startsNow && from == 0; }
  std::optional<Date> date(uint32_t k) const { return paymentDate(anchor, frequency, from + k); }
};

/// What series are wanted for: the schedule ends a renewing ramp at the horizon, so there its
/// fixed phases stand apart from those of lines that end.
enum class SeriesUse : uint8_t { summary, schedule };

/// All series of the lines that count, in the order of their first line.
std::vector<Series> paymentSeries(const Document& document, const PricingContext& context,
                                  SeriesUse use);

}  // namespace crossfoot
