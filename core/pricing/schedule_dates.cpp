#include "pricing/schedule_dates.h"

namespace crossfoot {

Date horizonEnd(const DocumentHead& head) {
  const auto end = head.date.addMonths(head.horizonMonths);
  return end ? *end : *Date::fromCivil(9999, 12, 31);
}

uint32_t paymentsUntil(Date last, Frequency frequency, Date firstPayment) {
  if (firstPayment > last) return 0;
  const Period length = period(frequency);
  if (length.days > 0) {
    return static_cast<uint32_t>(daysBetween(firstPayment, last) / length.days) + 1;
  }
  if (length.months == 0) return 1;
  const int months = (last.year() - firstPayment.year()) * 12 + last.month() - firstPayment.month();
  const auto k = static_cast<uint32_t>(months / length.months);
  // In the last month the payment's day may still be to come.
  return *paymentDate(firstPayment, frequency, k) > last ? k : k + 1;
}

void ScheduleDates::clear(Date horizon) {
  *this = {};
  horizon_ = horizon;
}

void ScheduleDates::count(const LineItem& line, int sign) {
  if (line.payments == 1 && line.startsNow) return;
  const uint32_t payments =
      line.renews() ? paymentsUntil(horizon_, line.frequency, line.firstPayment) : line.payments;
  const auto at = lines_.try_emplace({line.frequency, line.firstPayment}).first;
  Lengths& lengths = at->second;
  const auto longest = [&lengths] { return lengths.empty() ? 0 : lengths.rbegin()->first; };
  dates_ -= longest();
  const auto length = lengths.try_emplace(payments, 0).first;
  length->second += static_cast<uint32_t>(sign);  // wraps around for -1
  if (length->second == 0) lengths.erase(length);
  dates_ += longest();
  if (lengths.empty()) lines_.erase(at);
}

}  // namespace crossfoot
