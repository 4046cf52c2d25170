#include "view/priced_view.h"

namespace crossfoot::view {
namespace {

// dueNowMinor is a JSON number; beyond 2^53 − 1 not every reader would keep it.
constexpr int64_t kLargestSafeInteger = 9'007'199'254'740'991;

void writeRateAmounts(ViewWriter& out, const TaxRate& rate, const RateAmounts& amounts) {
  out.beginObject().key("amount").amount(amounts.amount).key("base");
  if (rate.perUnit) {
    out.null();
  } else {
    out.amount(amounts.base);
  }
  out.key("id").text(rate.id).endObject();
}

const FeeTaxes* feeTaxesOf(const Totals& totals, size_t adjustment) {
  for (const FeeTaxes& fee : totals.feeTaxes()) {
    if (fee.adjustment == adjustment) return &fee;
  }
  return nullptr;
}

void writeFeeTaxes(ViewWriter& out, const Source& source, const FeeTaxes& fee) {
  const LineTaxes& taxes = fee.taxes;
  const TaxGaps gaps = source.totals.gapsOfFee(fee.adjustment);
  const auto known = [&source](bool gap, Money tax) {
    return gap ? std::nullopt : source.totals.context().limit.known(tax);
  };
  out.key("tax").amount(known(gaps.tax, taxes.tax));
  out.key("taxIncluded").amount(known(gaps.included, taxes.included));
  out.key("taxes").beginArray();
  for (size_t i = 0; i < taxes.count; ++i) {
    const TaxAmount& entry = taxes.entries[i];
    writeRateAmounts(out, source.document.head.taxRates[entry.rate],
                     {known(gaps.base(i), entry.base), known(gaps.amount(i), entry.amount)});
  }
  out.endArray();
}

void writeAdjustments(ViewWriter& out, const Source& source) {
  const std::vector<Adjustment>& list = source.document.head.adjustments;
  out.beginArray();
  for (size_t i = 0; i < list.size(); ++i) {
    out.beginObject().key("amount").amount(adjustmentAmount(source, i));
    out.key("id").text(list[i].id);
    const FeeTaxes* fee = list[i].hasTaxRates ? feeTaxesOf(source.totals, i) : nullptr;
    if (fee != nullptr) writeFeeTaxes(out, source, *fee);
    out.key("type");
    if (list[i].typeName.empty()) {
      out.null();
    } else {
      out.text(list[i].typeName);
    }
    out.endObject();
  }
  out.endArray();
}

void writeLineTaxes(ViewWriter& out, const Source& source) {
  const std::vector<RateTotal>& rates = source.totals.rates();
  out.beginArray();
  for (uint32_t i = 0; i < rates.size(); ++i) {
    if (rates[i].uses == 0) continue;
    writeRateAmounts(out, source.document.head.taxRates[i], rateAmounts(source, i));
  }
  out.endArray();
}

void writeBlockers(ViewWriter& out, const Source& source) {
  out.beginArray();
  if (source.totals.renewingLines() > 0) {
    PricedLine priced;
    for (const uint32_t slot : source.document.lines.order()) {
      const LineItem& line = source.document.lines.slot(slot);
      if (!line.isItem() || !line.counts || !line.renews()) continue;
      priceLine(line, source.totals.context(), priced);
      if (priced.counts) out.text(line.id);
    }
  }
  out.endArray();
}

}  // namespace

std::optional<Money> adjustmentAmount(const Source& source, size_t index) {
  const Adjustment& one = source.document.head.adjustments[index];
  const bool dependent = one.isPercent || one.type == AdjustmentType::discount;
  if (one.counts && dependent && !source.totals.summary().subtotal) return std::nullopt;
  return source.totals.adjustments()[index].amount;
}

RateAmounts rateAmounts(const Source& source, uint32_t rate) {
  const Totals& totals = source.totals;
  const auto known = [&totals](bool gap, Money amount) {
    return gap ? std::nullopt : totals.context().limit.known(amount);
  };
  RateAmounts amounts;
  if (!source.document.head.taxRates[rate].perUnit) {
    amounts.base = known(totals.rateBaseUnknown(rate), totals.rates()[rate].base);
  }
  amounts.amount = known(totals.rateUnknown(rate), totals.rates()[rate].amount);
  return amounts;
}

void writeSummary(ViewWriter& out, const Source& source) {
  const Summary& summary = source.totals.summary();
  out.beginObject();
  out.key("adjustments");
  writeAdjustments(out, source);
  out.key("discounts").amount(summary.discounts);
  out.key("dueNow").amount(summary.dueNow);
  out.key("dueNowMinor");
  if (summary.dueNow && !(Money{kLargestSafeInteger} < summary.dueNow->magnitude())) {
    out.whole(summary.dueNow->minor);
  } else {
    out.null();
  }
  out.key("fees").amount(summary.fees);
  out.key("futureNet").amount(summary.futureNet);
  out.key("futurePayments").amount(summary.futurePayments);
  out.key("futureTax").amount(summary.futureTax);
  out.key("lineDiscounts").amount(summary.lineDiscounts);
  out.key("lineTax").amount(summary.lineTax);
  out.key("lineTaxIncluded").amount(summary.lineTaxIncluded);
  out.key("lineTaxes");
  writeLineTaxes(out, source);
  out.key("roundingDifference").amount(summary.roundingDifference);
  out.key("subtotal").amount(summary.subtotal);
  out.key("taxes").amount(summary.taxes);
  out.key("total").amount(summary.total);
  out.key("totalBlockedBy");
  writeBlockers(out, source);
  out.endObject();
}

}  // namespace crossfoot::view
