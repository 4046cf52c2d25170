#include "recurring/schedule.h"

#include <map>

namespace crossfoot {
namespace {

struct LaterSums {
  Money net;
  Money tax;
  Money included;
  std::vector<std::pair<const Series*, uint32_t>> parts;
};

bool needsCheckout(const Totals& totals) {
  const std::optional<Money>& due = totals.summary().dueNow;
  return totals.anyDueNow() || !due || !(*due == Money{});
}

ScheduleEntry checkout(const Document& document, const Totals& totals) {
  const Summary& summary = totals.summary();
  ScheduleEntry entry;
  entry.date = document.head.date;
  const auto known = [&totals](Money amount) {
    return totals.context().limit.holds(amount) ? std::optional<Money>(amount) : std::nullopt;
  };
  if (summary.subtotal && summary.discounts)
    entry.net = known(*summary.subtotal - *summary.discounts);
  entry.fees = summary.fees;
  if (summary.taxes && summary.lineTax && summary.lineTaxIncluded) {
    entry.tax = known(*summary.taxes + *summary.lineTax - *summary.lineTaxIncluded);
  }
  entry.taxIncluded = summary.lineTaxIncluded;
  entry.roundingDifference = summary.roundingDifference;
  entry.total = summary.dueNow;
  return entry;
}

ScheduleEntry later(Date date, LaterSums sums, const MoneyLimit& limit) {
  const auto known = [&limit](Money amount) {
    return limit.holds(amount) ? std::optional<Money>(amount) : std::nullopt;
  };
  ScheduleEntry entry;
  entry.date = date;
  entry.net = known(sums.net);
  entry.fees = Money{};
  entry.tax = known(sums.tax);
  entry.taxIncluded = known(sums.included);
  entry.roundingDifference = Money{};
  entry.total = known(sums.net + sums.tax);
  entry.parts = std::move(sums.parts);
  return entry;
}

}  // namespace

Date horizonEnd(const Document& document) {
  const auto end = document.head.date.addMonths(document.head.horizonMonths);
  return end ? *end : *Date::fromCivil(9999, 12, 31);
}

std::vector<ScheduleEntry> schedule(const Document& document, const Totals& totals,
                                    const std::vector<Series>& series) {
  const Date horizon = horizonEnd(document);
  std::map<Date, LaterSums> byDate;
  std::vector<std::pair<const Series*, uint32_t>> now;
  for (const Series& one : series) {
    if (one.firstIsDueNow()) now.emplace_back(&one, 0);
    for (uint32_t k = one.firstIsDueNow() ? 1 : 0; one.renews() || k < one.payments; ++k) {
      const std::optional<Date> date = one.date(k);
      if (!date || (one.openEnded && *date > horizon)) break;
      LaterSums& sums = byDate[*date];
      sums.net += one.net;
      sums.tax += one.tax - one.taxIncluded;
      sums.included += one.taxIncluded;
      sums.parts.emplace_back(&one, k);
    }
  }
  std::vector<ScheduleEntry> entries;
  if (needsCheckout(totals)) {
    entries.push_back(checkout(document, totals));
    entries.back().parts = std::move(now);
  }
  for (auto& [date, sums] : byDate) {
    entries.push_back(later(date, std::move(sums), totals.context().limit));
  }
  return entries;
}

}  // namespace crossfoot
