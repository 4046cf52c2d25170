#include <algorithm>
#include <span>

#include "pricing/metrics.h"
#include "recurring/schedule.h"
#include "recurring/subscription_group.h"
#include "view/priced_view.h"

namespace crossfoot::view {
namespace {

void writeCount(ViewWriter& out, std::optional<int64_t> count) {
  if (count) {
    out.whole(*count);
  } else {
    out.null();
  }
}

void writeIds(ViewWriter& out, const std::vector<std::string_view>& ids) {
  out.beginArray();
  for (const std::string_view id : ids) out.text(id);
  out.endArray();
}

// The amounts of one payment come between other members, each in its place by name.
class SeriesAmounts {
 public:
  SeriesAmounts(ViewWriter& out, const Series& series, const MoneyLimit& limit)
      : out_(out), series_(series), limit_(limit) {}

  void net() { add("net", series_.net); }
  void taxAndTotal() {
    add("tax", series_.tax);
    add("taxIncluded", series_.taxIncluded);
    add("total", series_.total());
  }

 private:
  void add(std::string_view name, Money amount) { out_.key(name).amount(limit_.known(amount)); }

  ViewWriter& out_;
  const Series& series_;
  const MoneyLimit& limit_;
};

void writeSeries(ViewWriter& out, const Series& series, const MoneyLimit& limit) {
  SeriesAmounts amounts(out, series, limit);
  const bool fixed = !series.renews();
  const uint32_t made = series.firstIsDueNow() ? 1 : 0;
  const auto count = [fixed](int64_t value) {
    return fixed ? std::optional<int64_t>(value) : std::nullopt;
  };
  out.beginObject();
  out.key("frequency").text(frequencyName(series.frequency));
  out.key("lineIds");
  writeIds(out, series.lineIds);
  amounts.net();
  out.key("next");
  if (fixed && series.payments == made) {
    out.null();
  } else {
    out.date(series.date(made));
  }
  out.key("payments");
  writeCount(out, count(series.payments));
  out.key("remaining");
  writeCount(out, count(int64_t{series.payments} - made));
  out.key("start").date(series.date(0));
  amounts.taxAndTotal();
  out.key("until");
  if (fixed) {
    out.date(series.date(series.payments));
  } else {
    out.null();
  }
  out.endObject();
}

void writeDelayedSeries(ViewWriter& out, const Series& series, const MoneyLimit& limit) {
  SeriesAmounts amounts(out, series, limit);
  out.beginObject();
  out.key("date").date(series.anchor);
  out.key("lineIds");
  writeIds(out, series.lineIds);
  amounts.net();
  amounts.taxAndTotal();
  out.endObject();
}

// Whether there is anything to look for: few documents have such lines.
bool mayBeDelayed(const Document& document) {
  const std::vector<uint32_t>& order = document.lines.order();
  return std::any_of(order.begin(), order.end(), [&document](uint32_t slot) {
    const LineItem& line = document.lines.slot(slot);
    return line.isItem() && line.counts && !isRecurring(line.frequency) && !line.startsNow;
  });
}

void writeDealMetrics(ViewWriter& out, const DealMetrics& metrics) {
  out.key("acv").amount(metrics.acv).key("arr").amount(metrics.arr);
}

void writeScheduleLine(ViewWriter& out, const Source& source, uint32_t slot, const Money& net,
                       const LineTaxes& taxes) {
  out.beginObject();
  out.key("id").text(source.document.lines.slot(slot).id);
  out.key("net").amount(net);
  out.key("tax").amount(taxes.exclusive());
  out.key("taxIncluded").amount(taxes.included);
  out.key("total").amount(net + taxes.exclusive());
  out.endObject();
}

// What each line pays on a date; at checkout it is less its share.
void writeParts(ViewWriter& out, const Source& source, std::span<const DuePayment> payments,
                bool isCheckout) {
  out.key("lines").beginArray();
  PricedLine priced;
  for (const DuePayment& payment : payments) {
    const Series* series = payment.series;
    for (const std::string_view id : series->lineIds) {
      const uint32_t slot = source.document.lines.find(id);
      const LineItem& line = source.document.lines.slot(slot);
      if (series->phase >= 0) {
        pricePhase(line, line.extras->phases[static_cast<size_t>(series->phase)],
                   source.totals.context(), priced);
      } else {
        priceLine(line, source.totals.context(), priced);
      }
      Money net = priced.payment.net;
      LineTaxes taxes = priced.regular;
      if (isCheckout) {
        net -= source.totals.share(slot);
        source.totals.taxesDueNow(slot, priced, taxes);
      }
      writeScheduleLine(out, source, slot, net, taxes);
    }
  }
  out.endArray();
}

}  // namespace

void writeRecurring(ViewWriter& out, const Source& source) {
  const PricingContext& context = source.totals.context();
  out.beginArray();
  for (const Series& series : paymentSeries(source.document, context, SeriesUse::summary)) {
    if (isRecurring(series.frequency)) writeSeries(out, series, context.limit);
  }
  out.endArray();
}

void writeDelayed(ViewWriter& out, const Source& source) {
  if (!mayBeDelayed(source.document)) return;
  const PricingContext& context = source.totals.context();
  std::vector<Series> all = paymentSeries(source.document, context, SeriesUse::summary);
  std::erase_if(all, [](const Series& series) { return !series.isDelayed(); });
  if (all.empty()) return;
  out.key("delayed").beginArray();
  for (const Series& series : all) writeDelayedSeries(out, series, context.limit);
  out.endArray();
}

void writeSchedule(ViewWriter& out, const Source& source, bool withLines) {
  const Document& document = source.document;
  const std::vector<Series> series =
      paymentSeries(document, source.totals.context(), SeriesUse::schedule);
  const auto entries = schedule(document, source.totals, series);
  if (!entries) {
    out.null();
    return;
  }
  const std::vector<DuePayment> later =
      withLines ? laterPayments(document, series) : std::vector<DuePayment>();
  size_t from = 0;
  out.beginArray();
  for (const ScheduleEntry& entry : *entries) {
    out.beginObject();
    out.key("date").date(entry.date);
    out.key("fees").amount(entry.fees);
    if (withLines && entry.date == document.head.date) {
      writeParts(out, source, checkoutPayments(series), true);
    } else if (withLines) {
      size_t to = from;
      while (to < later.size() && later[to].date == entry.date) ++to;
      writeParts(out, source, {later.data() + from, to - from}, false);
      from = to;
    }
    out.key("net").amount(entry.net);
    out.key("roundingDifference").amount(entry.roundingDifference);
    out.key("tax").amount(entry.tax);
    out.key("taxIncluded").amount(entry.taxIncluded);
    out.key("total").amount(entry.total);
    out.endObject();
  }
  out.endArray();
}

bool canDetailSchedule(const Source& source) {
  constexpr uint64_t kMostLinePayments = 1'000'000;
  return linePayments(source.document, paymentSeries(source.document, source.totals.context(),
                                                     SeriesUse::schedule)) <= kMostLinePayments;
}

void writeMetrics(ViewWriter& out, const Source& source) {
  MetricSums sums(source.totals.context().limit);
  PricedLine priced;
  for (const uint32_t slot : source.document.lines.order()) {
    const LineItem& line = source.document.lines.slot(slot);
    if (!line.isItem() || !line.counts) continue;
    priceLine(line, source.totals.context(), priced);
    if (priced.counts) sums.add(lineMetrics(line, priced, source.totals.context()));
  }
  const LineMetrics total = sums.sums();
  out.beginObject();
  writeDealMetrics(out, total.value);
  out.key("margin").beginObject();
  writeDealMetrics(out, total.margin);
  out.key("mrr").amount(total.margin.mrr).key("tcv").amount(total.margin.tcv).endObject();
  out.key("mrr").amount(total.value.mrr).key("tcv").amount(total.value.tcv).endObject();
}

void writeLineMetrics(ViewWriter& out, const Source& source) {
  PricedLine priced;
  out.beginArray();
  for (const uint32_t slot : source.document.lines.order()) {
    const LineItem& line = source.document.lines.slot(slot);
    if (!line.isItem()) continue;
    priceLine(line, source.totals.context(), priced);
    const LineMetrics metrics = lineMetrics(line, priced, source.totals.context());
    out.beginObject();
    writeDealMetrics(out, metrics.value);
    out.key("id").text(line.id);
    out.key("margin").beginObject();
    writeDealMetrics(out, metrics.margin);
    out.key("mrr").amount(metrics.margin.mrr).key("tcv").amount(metrics.margin.tcv).endObject();
    out.key("mrr").amount(metrics.value.mrr).key("tcv").amount(metrics.value.tcv).endObject();
  }
  out.endArray();
}

void writeSubscriptions(ViewWriter& out, const Source& source) {
  out.beginArray();
  for (const SubscriptionGroup& group :
       subscriptionGroups(source.document, source.totals.context())) {
    out.beginObject();
    out.key("frequency").text(frequencyName(group.first->frequency));
    out.key("lineIds").beginArray();
    for (const uint32_t slot : group.slots) out.text(source.document.lines.slot(slot).id);
    out.endArray();
    out.key("payments");
    writeCount(out, group.first->payments > 0 ? std::optional<int64_t>(group.first->payments)
                                              : std::nullopt);
    out.key("start").date(group.first->firstPayment);
    out.endObject();
  }
  out.endArray();
}

}  // namespace crossfoot::view
