#include "pricing/metrics.h"
#include "view/priced_view.h"

namespace crossfoot::view {
namespace {

std::optional<Money> orNone(bool known, Money amount) {
  return known ? std::optional<Money>(amount) : std::nullopt;
}

void writeTaxes(ViewWriter& out, const Source& source, const LineTaxes& taxes,
                const TaxGaps& gaps) {
  out.beginArray();
  for (size_t i = 0; i < taxes.count; ++i) {
    const TaxAmount& entry = taxes.entries[i];
    const TaxRate& rate = source.document.head.taxRates[entry.rate];
    const bool hasBase = !rate.perUnit && !gaps.base(i);
    out.beginObject();
    out.key("amount").amount(orNone(!gaps.amount(i), entry.amount));
    out.key("base").amount(orNone(hasBase, entry.base));
    out.key("id").text(rate.id).endObject();
  }
  out.endArray();
}

// One line of the view; each member is written in the order of its name.
class LineWriter {
 public:
  LineWriter(ViewWriter& out, const Source& source, uint32_t slot)
      : out_(out),
        source_(source),
        line_(source.document.lines.slot(slot)),
        context_(source.totals.context()) {
    priceLine(line_, context_, priced_);
    dueNow_ = priced_.counts && line_.dueNow();
    if (dueNow_) {
      share_ = source.totals.share(slot);
      source.totals.taxesDueNow(slot, priced_, taxes_);
    } else {
      taxes_ = priced_.regular;
    }
    metrics_ = lineMetrics(line_, priced_, context_);
  }

  void write() {
    const DealMetrics& value = metrics_.value;
    out_.beginObject();
    out_.key("acv").amount(value.acv).key("arr").amount(value.arr);
    if (line_.extras && !line_.extras->charges.empty()) {
      out_.key("charges").amount(priced_.payment.charges);
    }
    if (priced_.counts && line_.renews()) out_.key("continues").truth(true);
    writeCost();
    out_.key("discount").amount(priced_.payment.discount);
    out_.key("dueNow").truth(dueNow_);
    writeUnitPriceAndDates();
    writeMargin();
    out_.key("mrr").amount(value.mrr);
    out_.key("net").amount(priced_.payment.net);
    const bool shared = !(dueNow_ && source_.totals.sharesUnknown());
    const TaxGaps gaps = dueNow_ ? source_.totals.gapsOfLine(line_.taxSet) : TaxGaps{};
    out_.key("orderDiscount").amount(orNone(shared, share_));
    writePayments();
    if (!priced_.counts) out_.key("priced").truth(false);
    if (!line_.counts) out_.key("selected").truth(false);
    out_.key("tax").amount(orNone(!gaps.tax, taxes_.tax));
    out_.key("taxIncluded").amount(orNone(!gaps.included, taxes_.included));
    out_.key("taxes");
    writeTaxes(out_, source_, taxes_, gaps);
    out_.key("tcv").amount(value.tcv);
    const Money total = priced_.payment.net - share_ + taxes_.exclusive();
    out_.key("total").amount(orNone(shared && !gaps.tax, total));
    out_.endObject();
  }

 private:
  bool phased() const { return line_.extras && !line_.extras->phases.empty(); }

  void writeCost() {
    out_.key("cost");
    if (line_.hasCost || !priced_.counts) {
      cost_ = priced_.counts ? lineCost(line_, context_) : Money{};
      out_.amount(cost_);
    } else {
      out_.null().key("costMissing").truth(true);
    }
  }

  void writeUnitPriceAndDates() {
    out_.key("effectiveUnitPrice");
    if (priced_.counts && line_.quantity.micros != 0) {
      // net ÷ quantity to 6 decimals: minor × 10^(12 − digits) ÷ micros.
      const Int128 numerator = priced_.payment.net.minor * powerOfTen(12 - out_.minorDigits());
      const Int128 value = divideRounded(numerator, line_.quantity.micros);
      out_.text(formatTrimmed(value, 6, out_.minorDigits()));
    } else {
      out_.null();
    }
    out_.key("endDate");
    const bool ends = priced_.counts && isRecurring(line_.frequency) && line_.payments > 0;
    if (ends) {
      out_.date(paymentDate(line_.firstPayment, line_.frequency, line_.payments));
    } else {
      out_.null();
    }
    out_.key("firstPayment");
    if (priced_.counts) {
      out_.date(line_.firstPayment);
    } else {
      out_.null();
    }
    out_.key("id").text(line_.id);
    writeLater();
    out_.key("list").amount(priced_.payment.list);
  }

  // The second payment: a regular one of the first phase, where it has one.
  void writeLater() {
    out_.key("later");
    if (!priced_.counts || !isRecurring(line_.frequency) || line_.payments == 1) {
      out_.null();
      return;
    }
    PricedLine second = priced_;
    if (phased() && line_.extras->phases[0].payments == 1) {
      pricePhase(line_, line_.extras->phases[1], context_, second);
    }
    out_.beginObject();
    out_.key("net").amount(second.payment.net);
    out_.key("tax").amount(second.regular.tax);
    out_.key("taxIncluded").amount(second.regular.included);
    out_.key("total").amount(second.payment.net + second.regular.exclusive());
    out_.endObject();
  }

  void writeMargin() {
    const Money base = metricBase(priced_);
    const Money margin = base - cost_;
    out_.key("margin").amount(margin).key("marginPercent");
    const auto percent = marginPercentHundredths(margin, base);
    if (priced_.counts && percent) {
      char buffer[64];
      out_.text({buffer, static_cast<size_t>(writeScaled(*percent, 2, buffer) - buffer)});
    } else {
      out_.null();
    }
  }

  void writePayments() {
    out_.key("payments");
    if (priced_.counts && line_.payments > 0) {
      out_.whole(line_.payments);
    } else {
      out_.null();
    }
    if (!priced_.counts || !phased()) return;
    out_.key("phases").beginArray();
    uint32_t from = 0;
    for (const Phase& phase : line_.extras->phases) {
      writePhase(phase, from);
      from += phase.payments;
    }
    out_.endArray();
  }

  void writePhase(const Phase& phase, uint32_t from) {
    PricedLine priced;
    pricePhase(line_, phase, context_, priced);
    out_.beginObject();
    out_.key("discount").amount(priced.payment.discount);
    out_.key("from").date(paymentDate(line_.firstPayment, line_.frequency, from));
    out_.key("list").amount(priced.payment.list);
    out_.key("net").amount(priced.payment.net);
    out_.key("payments");
    if (phase.payments > 0) {
      out_.whole(phase.payments);
    } else {
      out_.null();
    }
    out_.key("tax").amount(priced.regular.tax);
    out_.key("taxIncluded").amount(priced.regular.included);
    out_.key("total").amount(priced.payment.net + priced.regular.exclusive());
    out_.endObject();
  }

  ViewWriter& out_;
  const Source& source_;
  const LineItem& line_;
  const PricingContext& context_;
  PricedLine priced_;
  LineTaxes taxes_;
  LineMetrics metrics_;
  Money share_;
  Money cost_;
  bool dueNow_ = false;
};

}  // namespace

void writeLine(ViewWriter& out, const Source& source, uint32_t slot) {
  LineWriter(out, source, slot).write();
}

}  // namespace crossfoot::view
