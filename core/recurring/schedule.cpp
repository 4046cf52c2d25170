#include "recurring/schedule.h"

#include <span>

#include "base/sorted_places.h"

namespace crossfoot {
namespace {

// A payment of a series, counted from 0.
struct DuePayment {
  Date date;
  const Series* series = nullptr;
  uint32_t number = 0;
};

bool needsCheckout(const Totals& totals) {
  const std::optional<Money>& due = totals.summary().dueNow;
  return totals.anyDueNow() || !due || !(*due == Money{});
}

ScheduleEntry checkout(const Document& document, const Totals& totals) {
  const Summary& summary = totals.summary();
  ScheduleEntry entry;
  entry.date = document.head.date;
  const MoneyLimit& limit = totals.context().limit;
  if (summary.subtotal && summary.discounts)
    entry.net = limit.known(*summary.subtotal - *summary.discounts);
  entry.fees = summary.fees;
  if (summary.taxes && summary.lineTax && summary.lineTaxIncluded) {
    entry.tax = limit.known(*summary.taxes + *summary.lineTax - *summary.lineTaxIncluded);
  }
  entry.taxIncluded = summary.lineTaxIncluded;
  entry.roundingDifference = summary.roundingDifference;
  entry.total = summary.dueNow;
  return entry;
}

// The entry of a date from its payments, of which there is at least one.
ScheduleEntry later(std::span<const DuePayment> payments, const MoneyLimit& limit) {
  Money net;
  Money tax;
  Money included;
  ScheduleEntry entry;
  entry.date = payments.front().date;
  for (const DuePayment& payment : payments) {
    const Series& series = *payment.series;
    net += series.net;
    tax += series.tax - series.taxIncluded;
    included += series.taxIncluded;
    entry.parts.emplace_back(&series, payment.number);
  }
  entry.net = limit.known(net);
  entry.fees = Money{};
  entry.tax = limit.known(tax);
  entry.taxIncluded = limit.known(included);
  entry.roundingDifference = Money{};
  entry.total = limit.known(net + tax);
  return entry;
}

// The payments after the checkout by date; those of one date in the order of the series.
std::vector<DuePayment> laterPayments(const std::vector<Series>& series, Date horizon) {
  std::vector<DuePayment> payments;
  for (const Series& one : series) {
    for (uint32_t k = one.firstIsDueNow() ? 1 : 0; one.renews() || k < one.payments; ++k) {
      const std::optional<Date> date = one.date(k);
      if (!date || (one.openEnded && *date > horizon)) break;
      payments.push_back({*date, &one, k});
    }
  }
  std::vector<DuePayment> byDate;
  byDate.reserve(payments.size());
  for (const size_t place : sortedPlaces(payments.size(), [&](size_t a, size_t b) {
         return payments[a].date < payments[b].date;
       })) {
    byDate.push_back(payments[place]);
  }
  return byDate;
}

}  // namespace

Date horizonEnd(const Document& document) {
  const auto end = document.head.date.addMonths(document.head.horizonMonths);
  return end ? *end : *Date::fromCivil(9999, 12, 31);
}

std::vector<ScheduleEntry> schedule(const Document& document, const Totals& totals,
                                    const std::vector<Series>& series) {
  std::vector<ScheduleEntry> entries;
  if (needsCheckout(totals)) {
    entries.push_back(checkout(document, totals));
    for (const Series& one : series) {
      if (one.firstIsDueNow()) entries.back().parts.emplace_back(&one, 0);
    }
  }
  const std::vector<DuePayment> payments = laterPayments(series, horizonEnd(document));
  for (size_t from = 0, to = 0; from < payments.size(); from = to) {
    while (to < payments.size() && payments[to].date == payments[from].date) ++to;
    entries.push_back(later({&payments[from], to - from}, totals.context().limit));
  }
  return entries;
}

}  // namespace crossfoot
