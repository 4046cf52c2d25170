#include "recurring/schedule.h"

#include <algorithm>
#include <map>

#include "base/sorted_places.h"

namespace crossfoot {
namespace {

// What falls due together.
struct Due {
  int64_t payments = 0;
  Money net;
  Money tax;
  Money included;

  Due& operator+=(const Due& other) {
    payments += other.payments;
    net += other.net;
    tax += other.tax;
    included += other.included;
    return *this;
  }
};

struct DueDate {
  Date date;
  Due due;
};

// In the order of their dates; those of one date keep theirs.
template <class Dated>
std::vector<Dated> byDate(const std::vector<Dated>& list) {
  std::vector<Dated> sorted;
  sorted.reserve(list.size());
  for (const size_t place : sortedPlaces(
           list.size(), [&list](size_t a, size_t b) { return list[a].date < list[b].date; })) {
    sorted.push_back(list[place]);
  }
  return sorted;
}

// The payments of a series after the checkout that are listed, by number: from … until.
struct Listed {
  uint32_t from = 0;
  uint32_t until = 0;
};

Listed listed(const Series& series, Date horizon) {
  uint32_t until = series.payments;
  if (series.openEnded) {
    const uint32_t all = paymentsUntil(horizon, series.frequency, series.anchor);
    const uint32_t left = all > series.from ? all - series.from : 0;
    until = series.renews() ? left : std::min(until, left);
  }
  const uint32_t from = series.firstIsDueNow() ? 1 : 0;
  return {from, std::max(from, until)};
}

// The payments of one frequency and first day: they share their dates, so each series only says
// from which number on it is paid and up to which.
class Rhythm {
 public:
  void add(const Series& series, Listed numbers) {
    if (numbers.from == numbers.until) return;
    at(series.from + numbers.from) +=
        {1, series.net, series.tax - series.taxIncluded, series.taxIncluded};
    at(series.from + numbers.until) +=
        {-1, -series.net, series.taxIncluded - series.tax, -series.taxIncluded};
  }

  void list(Frequency frequency, Date firstPayment, std::vector<DueDate>& dates) const {
    Due due;
    for (uint32_t k = 0; k < changes_.size(); ++k) {
      due += changes_[k];
      if (due.payments > 0) dates.push_back({*paymentDate(firstPayment, frequency, k), due});
    }
  }

 private:
  Due& at(uint32_t number) {
    if (number >= changes_.size()) changes_.resize(number + 1);
    return changes_[number];
  }

  std::vector<Due> changes_;
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

ScheduleEntry later(Date date, const Due& due, const MoneyLimit& limit) {
  ScheduleEntry entry;
  entry.date = date;
  entry.net = limit.known(due.net);
  entry.fees = Money{};
  entry.tax = limit.known(due.tax);
  entry.taxIncluded = limit.known(due.included);
  entry.roundingDifference = Money{};
  entry.total = limit.known(due.net + due.tax);
  return entry;
}

// The dates after the checkout, those of each frequency and first day on their own.
std::vector<DueDate> dueDates(const std::vector<Series>& series, Date horizon) {
  std::map<std::pair<Frequency, Date>, Rhythm> rhythms;
  for (const Series& one : series) {
    rhythms[{one.frequency, one.anchor}].add(one, listed(one, horizon));
  }
  std::vector<DueDate> dates;
  for (const auto& [key, rhythm] : rhythms) rhythm.list(key.first, key.second, dates);
  return byDate(dates);
}

}  // namespace

std::optional<std::vector<ScheduleEntry>> schedule(const Document& document, const Totals& totals,
                                                   const std::vector<Series>& series) {
  if (totals.scheduleTooLong()) return std::nullopt;
  std::vector<ScheduleEntry> entries;
  if (needsCheckout(totals)) entries.push_back(checkout(document, totals));
  const std::vector<DueDate> dates = dueDates(series, horizonEnd(document.head));
  for (size_t at = 0; at < dates.size();) {
    const Date date = dates[at].date;
    Due due;
    for (; at < dates.size() && dates[at].date == date; ++at) due += dates[at].due;
    entries.push_back(later(date, due, totals.context().limit));
  }
  return entries;
}

uint64_t linePayments(const Document& document, const std::vector<Series>& series) {
  const Date horizon = horizonEnd(document.head);
  uint64_t payments = 0;
  for (const Series& one : series) {
    const Listed numbers = listed(one, horizon);
    payments += one.lineIds.size() * (uint64_t{numbers.until} - numbers.from);
  }
  return payments;
}

std::vector<DuePayment> laterPayments(const Document& document, const std::vector<Series>& series) {
  const Date horizon = horizonEnd(document.head);
  std::vector<DuePayment> payments;
  for (const Series& one : series) {
    const Listed numbers = listed(one, horizon);
    for (uint32_t k = numbers.from; k < numbers.until; ++k) {
      payments.push_back({*one.date(k), &one, k});
    }
  }
  return byDate(payments);
}

std::vector<DuePayment> paymentsOn(Date date, const Document& document,
                                   const std::vector<Series>& series) {
  const Date horizon = horizonEnd(document.head);
  std::vector<DuePayment> payments;
  for (const Series& one : series) {
    // The last one up to the day, if it falls on it.
    const uint32_t upTo = paymentsUntil(date, one.frequency, one.anchor);
    if (upTo <= one.from) continue;
    const uint32_t k = upTo - 1 - one.from;
    const Listed numbers = listed(one, horizon);
    if (k >= numbers.from && k < numbers.until && one.date(k) == date) {
      payments.push_back({date, &one, k});
    }
  }
  return payments;
}

std::vector<DuePayment> checkoutPayments(const std::vector<Series>& series) {
  std::vector<DuePayment> payments;
  for (const Series& one : series) {
    if (one.firstIsDueNow()) payments.push_back({one.anchor, &one, 0});
  }
  return payments;
}

}  // namespace crossfoot
