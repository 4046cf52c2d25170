#include "subscription/proration.h"

#include <algorithm>
#include <optional>

#include "num/allocate.h"
#include "subscription/period_invoice.h"
#include "view/fixed_tax.h"
#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

using json::Value;

Money share(Money amount, const UnusedDays& unused) {
  return {divideRounded(amount.minor * unused.days, unused.of)};
}

Value text(std::string_view value) { return Value::ofString(std::string(value)); }

Value servicePeriod(const UnusedDays& unused) {
  Value period = Value::object();
  period.set("start", view::dateValue(unused.from));
  period.set("end", view::dateValue(*unused.until.addDays(-1)));
  return period;
}

// `base` with a number behind it, such as no item of the list has.
std::string freeId(const Value& list, const std::string& base) {
  size_t number = list.items.size();
  std::string id;
  do {
    id = base + std::to_string(++number);
  } while (std::any_of(list.items.begin(), list.items.end(),
                       [&](const Value& item) { return item.textOf("id") == id; }));
  return id;
}

// A list of an invoice that is added to; it is put back afterwards.
Value takeList(Value& state, std::string_view name) {
  Value* list = state.find(name);
  return list != nullptr && list->isArray() ? std::move(*list) : Value::array();
}

// Builds the lines and fixed-amount rates of a bill.
class Bill {
 public:
  Bill(const view::Source& source, int sign)
      : source_(source), sign_(sign), knownRates_(view::memberList(source.document, "taxRates")) {}
  // One that has lines and rates already, whose own policy stays.
  Bill(const view::Source& source, Value& invoice) : Bill(source, 1) {
    lines_ = takeList(invoice, "lines");
    rates_ = takeList(invoice, "taxRates");
    if (const Value* policy = invoice.find("policy")) policy_ = *policy;
  }

  void add(const ProratedLine& line, int sign, std::string_view label) {
    const Money net = times(line.net - line.included, sign * sign_);
    Value item = Value::object();
    item.set("name", text(line.name));
    item.set("description", text(label));
    item.set("unitPrice", view::moneyValue(net, source_.document.minorDigits()));
    item.set("servicePeriod", servicePeriod(line.unused));
    Value ids = Value::array();
    for (const ProratedLine::Tax& tax : line.taxes) {
      const Money base = times(tax.base, sign * sign_);
      const Money amount = times(tax.amount, sign * sign_);
      ids.items.push_back(text(addRate({tax.rate, base, amount, net.isNegative()})));
    }
    if (!ids.items.empty()) item.set("taxRateIds", std::move(ids));
    Value origin = Value::object();
    origin.set("kind", text(abilities(source_.document.head.kind).name));
    const std::string id = view::memberString(source_.document, "id");
    if (!id.empty()) origin.set("id", text(id));
    origin.set("lineId", text(line.id));
    item.set("origin", std::move(origin));
    lines_.items.push_back(std::move(item));
    negative_ = negative_ || net.isNegative();
  }

  void finish(Value& state) {
    if (!policy_) {
      policy_ = Value::object();
      policy_->set("taxRounding", text("line"));
    }
    if (negative_) policy_->set("allowNegativePrices", Value::ofBoolean(true));
    state.set("policy", std::move(*policy_));
    view::listRatesOfShares(source_.document, knownRates_, rates_);
    state.set("taxRates", std::move(rates_));
    state.set("lines", std::move(lines_));
  }

 private:
  std::string addRate(const view::FixedTax& tax) {
    const std::string& rate = source_.document.head.taxRates[tax.rate].id;
    std::string id = freeId(rates_, rate + "-");
    rates_.items.push_back(view::fixedTaxRate(source_.document, knownRates_, id, tax));
    return id;
  }

  const view::Source& source_;
  int sign_;
  const Value knownRates_;
  Value lines_ = Value::array();
  Value rates_ = Value::array();
  std::optional<Value> policy_;
  bool negative_ = false;
};

void fill(std::string& text, std::string_view place, int32_t days) {
  const size_t at = text.find(place);
  if (at != std::string::npos) text.replace(at, place.size(), std::to_string(days));
}

std::string label(std::string words, const UnusedDays& unused) {
  fill(words, "{days}", unused.days);
  fill(words, "{of}", unused.of);
  return words;
}

}  // namespace

Money ProratedLine::total() const {
  Money sum = net - included;
  for (const Tax& tax : taxes) sum += tax.amount;
  return sum;
}

std::optional<UnusedDays> unusedDays(const PaymentPlan& plan, uint32_t k, Date day) {
  const std::optional<Date> start = plan.due(k);
  const std::optional<Date> end = plan.periodEnd(k);
  if (!start || !end || day < *start || !(day < *end)) return std::nullopt;
  return UnusedDays{day, *end, daysBetween(day, *end), daysBetween(*start, *end)};
}

ProratedLine prorate(const view::Source& source, uint32_t slot, uint32_t k,
                     const UnusedDays& unused) {
  const LineItem& line = source.document.lines.slot(slot);
  const PeriodAmounts amounts = amountsOf(source, slot, k);
  ProratedLine prorated;
  prorated.id = line.id;
  prorated.name = view::lineValue(line).textOf("name");
  prorated.unused = unused;
  prorated.net = share(amounts.net, unused);
  for (const TaxAmount& entry : amounts.taxes.list()) {
    const Money tax = share(entry.amount, unused);
    if (source.document.head.taxRates[entry.rate].inclusive) prorated.included += tax;
    prorated.taxes.push_back({entry.rate, share(entry.base, unused), tax});
  }
  // A tax of the whole net is one of the whole net that the bill shows, whatever was rounded.
  const Money whole = amounts.net - amounts.taxes.included;
  for (size_t i = 0; i < prorated.taxes.size(); ++i) {
    const bool ofNet = amounts.taxes.entries[i].base == whole;
    if (ofNet) prorated.taxes[i].base = prorated.net - prorated.included;
  }
  return prorated;
}

Money total(const std::vector<ProratedLine>& lines) {
  Money sum;
  for (const ProratedLine& line : lines) sum += line.total();
  return sum;
}

void limitTo(std::vector<ProratedLine>& lines, Money most, const view::Source& source) {
  const Money sum = total(lines);
  if (!(most < sum)) return;
  if (!(most > Money{})) return lines.clear();
  std::vector<Int128> parts;
  for (const ProratedLine& line : lines) {
    parts.push_back((line.net - line.included).minor);
    for (const ProratedLine::Tax& tax : line.taxes) parts.push_back(tax.amount.minor);
  }
  std::vector<Int128> kept;
  takeProportionally(most.minor, parts, kept);
  auto next = kept.begin();
  for (ProratedLine& line : lines) {
    const Money before = line.net - line.included;
    line.net = Money{*next++};
    line.included = Money{};
    for (ProratedLine::Tax& tax : line.taxes) {
      const bool ofNet = tax.base == before;
      tax.base = ofNet ? line.net : Money{divideRounded(tax.base.minor * most.minor, sum.minor)};
      tax.amount = Money{*next++};
      if (source.document.head.taxRates[tax.rate].inclusive) line.included += tax.amount;
    }
    line.net += line.included;
  }
}

void writeProration(view::ViewWriter& out, const view::Source& source,
                    const std::vector<ProratedLine>& lines) {
  out.beginObject().key("lines").beginArray();
  for (const ProratedLine& line : lines) {
    out.beginObject();
    out.key("days").whole(line.unused.days);
    out.key("from").date(line.unused.from);
    out.key("id").text(line.id);
    out.key("net").amount(line.net);
    out.key("of").whole(line.unused.of);
    out.key("taxes").beginArray();
    for (const ProratedLine::Tax& tax : line.taxes) {
      out.beginObject().key("amount").amount(tax.amount);
      out.key("id").text(source.document.head.taxRates[tax.rate].id).endObject();
    }
    out.endArray();
    out.key("total").amount(line.total());
    out.key("until").date(line.unused.until);
    out.endObject();
  }
  out.endArray();
  out.key("total").amount(total(lines));
  out.endObject();
}

Value prorationBill(const view::Source& source, const std::vector<ProratedLine>& credits,
                    const std::vector<ProratedLine>& charges, const BillWishes& wishes) {
  const bool givesBack = total(charges) < total(credits);
  const DocumentKind kind = givesBack ? DocumentKind::creditMemo : DocumentKind::invoice;
  Value state = billHead(source, kind, wishes.date, wishes.id);
  Bill bill(source, givesBack ? -1 : 1);
  for (const ProratedLine& line : credits)
    bill.add(line, -1, label(wishes.unusedText, line.unused));
  for (const ProratedLine& line : charges)
    bill.add(line, 1, label(wishes.remainingText, line.unused));
  bill.finish(state);
  return state;
}

void addUnused(const view::Source& source, const std::vector<ProratedLine>& credits,
               const BillWishes& wishes, Value& invoice) {
  if (credits.empty()) return;
  Bill bill(source, invoice);
  for (const ProratedLine& line : credits)
    bill.add(line, -1, label(wishes.unusedText, line.unused));
  bill.finish(invoice);
}

}  // namespace crossfoot::subscription
