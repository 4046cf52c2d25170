#include "recurring/series.h"

#include <map>
#include <tuple>

namespace crossfoot {
namespace {

using Key = std::tuple<Frequency, int32_t, uint32_t, uint32_t, int, bool>;

class Grouping {
 public:
  Grouping(const PricingContext& context, SeriesUse use) : context_(context), use_(use) {}

  void add(const LineItem& line) {
    priceLine(line, context_, priced_);
    if (!priced_.counts || !line.counts) return;
    if (!line.extras || line.extras->phases.empty()) {
      add(line, 0, line.payments, -1);
      return;
    }
    uint32_t from = 0;
    int number = 0;
    for (const Phase& phase : line.extras->phases) {
      pricePhase(line, phase, context_, priced_);
      add(line, from, phase.payments, number++);
      from += phase.payments;
    }
  }

  std::vector<Series> take() { return std::move(series_); }

 private:
  void add(const LineItem& line, uint32_t from, uint32_t payments, int phase) {
    const Key key{line.frequency, line.firstPayment.dayNumber(),
                  from,           payments,
                  phase,          use_ == SeriesUse::schedule && line.renews()};
    const auto [at, isNew] = places_.emplace(key, series_.size());
    if (isNew) {
      Series series;
      series.frequency = line.frequency;
      series.anchor = line.firstPayment;
      series.from = from;
      series.payments = payments;
      series.phase = phase;
      series.startsNow = line.startsNow;
      series.openEnded = line.renews();
      series_.push_back(std::move(series));
    }
    Series& series = series_[at->second];
    series.net += priced_.payment.net;
    series.tax += priced_.regular.tax;
    series.taxIncluded += priced_.regular.included;
    series.lineIds.push_back(line.id);
  }

  const PricingContext& context_;
  SeriesUse use_;
  PricedLine priced_;
  std::vector<Series> series_;
  std::map<Key, size_t> places_;
};

}  // namespace

std::vector<Series> paymentSeries(const Document& document, const PricingContext& context,
                                  SeriesUse use) {
  Grouping grouping(context, use);
  for (const uint32_t slot : document.lines.order()) {
    const LineItem& line = document.lines.slot(slot);
    if (line.isItem()) grouping.add(line);
  }
  return grouping.take();
}

}  // namespace crossfoot
