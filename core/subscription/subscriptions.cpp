#include "base/reasons.h"
#include "base/result.h"
#include "pricing/metrics.h"
#include "subscription/period_invoice.h"
#include "subscription/service_end.h"
#include "subscription/standing.h"
#include "subscription/subscription.h"
#include "subscription/terms_in_force.h"
#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

void writeCount(view::ViewWriter& out, std::optional<uint32_t> count) {
  if (count) {
    out.whole(*count);
  } else {
    out.null();
  }
}

// A line that is paid as often as this one, always at the same terms.
LineItem seriesOf(const LineItem& line) {
  LineItem series;
  series.frequency = line.frequency;
  series.payments = line.payments;
  return series;
}

// What its lines bring at the terms in force on the day: nothing before they start and after they
// end.
LineMetrics metricsOn(const view::Source& source, const PaymentPlan& plan, const Standing& standing,
                      const TermsInForce& terms) {
  MetricSums sums(source.totals.context().limit);
  const bool runs = standing.status == "active" || standing.status == "unpaid";
  if (!runs) return sums.sums();
  const view::Source inForce = terms.source();
  const PricingContext& context = inForce.totals.context();
  const uint32_t k = terms.payment(plan).value_or(0);
  PricedLine priced;
  for (const uint32_t slot : plan.group().slots) {
    const LineItem& line = inForce.document.lines.slot(terms.slot(slot));
    if (const Phase* phase = phaseOf(line, k)) {
      pricePhase(line, *phase, context, priced);
    } else {
      priceLine(line, context, priced);
    }
    if (priced.counts) sums.add(lineMetrics(seriesOf(line), priced, context));
  }
  return sums.sums();
}

// The terms in force, as they are written in the state.
void writeTerms(view::ViewWriter& out, const PaymentPlan& plan, const TermsInForce& terms) {
  const view::Source inForce = terms.source();
  out.key("terms").beginArray();
  for (const uint32_t slot : plan.group().slots) {
    const LineItem& line = inForce.document.lines.slot(terms.slot(slot));
    json::Value value = view::lineValue(line);
    takeTerms(line, terms.payment(plan).value_or(0), value);
    const json::Value* quantity = value.find("quantity");
    const json::Value* price = value.find("unitPrice");
    out.beginObject().key("id").text(line.id);
    out.key("quantity").text(quantity != nullptr && !quantity->isNull() ? quantity->text : "1");
    out.key("unitPrice").text(price != nullptr ? price->text : "");
    out.endObject();
  }
  out.endArray();
}

// What falls due before the end and was neither made nor is under way: still to be billed or paid.
void writeOwed(view::ViewWriter& out, const PaymentPlan& plan, const Billing& billing,
               const ServiceEnd& end) {
  constexpr int kMostOwed = 200;
  int listed = 0;
  out.key("owed").beginArray();
  for (uint32_t k = 0; listed < kMostOwed; ++k) {
    const std::optional<Date> due = plan.due(k);
    if (!due || !(*due < *billing.canceled())) break;
    if (billing.isMadeOrUnderWay(*due)) continue;
    out.beginObject().key("amount").amount(end.asked(plan, k)).key("due").date(*due).endObject();
    ++listed;
  }
  out.endArray();
}

void writeStanding(view::ViewWriter& out, const view::Source& source, const PaymentPlan& plan,
                   const Billing& billing, const TermsInForce& terms, const ServiceEnd& end) {
  const Standing standing = standingOn(plan, billing);
  const LineMetrics running = metricsOn(source, plan, standing, terms);
  out.beginObject();
  out.key("amount");
  out.amount(standing.next ? std::optional<Money>(end.asked(plan, *standing.next)) : std::nullopt);
  out.key("arr").amount(running.value.arr);
  if (billing.canceled()) out.key("canceledOn").date(billing.canceled());
  out.key("end").date(standing.end);
  out.key("frequency").text(frequencyName(plan.frequency()));
  out.key("left");
  writeCount(out, standing.left);
  out.key("lineIds").beginArray();
  for (const uint32_t slot : plan.group().slots) out.text(source.document.lines.slot(slot).id);
  out.endArray();
  out.key("mrr").amount(running.value.mrr);
  out.key("next").date(standing.nextDue);
  if (billing.canceled()) writeOwed(out, plan, billing, end);
  out.key("paid").whole(standing.paid);
  out.key("payments");
  writeCount(out, plan.count());
  out.key("reminder").date(standing.reminder);
  out.key("start").date(plan.start());
  out.key("status").text(standing.status);
  writeTerms(out, plan, terms);
  out.endObject();
}

}  // namespace

std::string subscriptionsReply(const view::Source& source, const json::Value& request) {
  Date day = lastKnownDay(source.document);
  const json::Value* on = request.find("on");
  if (on != nullptr && !on->isNull()) {
    const std::optional<Date> asked = on->isString() ? Date::parse(on->text) : std::nullopt;
    if (!asked) return toJson(refuse("date-invalid", "/on", reasons::kDayForm));
    day = *asked;
  }
  const Billing billing(source.document, day);
  std::string text;
  view::ViewWriter out(text, source.document.minorDigits());
  out.beginObject().key("subscriptions").beginArray();
  const TermsInForce terms(source, day);
  const ServiceEnd end(source, billing.canceled());
  for (const PaymentPlan& plan : paymentPlans(source)) {
    writeStanding(out, source, plan, billing, terms, end);
  }
  out.endArray().endObject();
  return text;
}

}  // namespace crossfoot::subscription
