#include "view/explain_tax.h"

namespace crossfoot::view {

TaxSteps::TaxSteps(Steps& steps, const Source& source, TaxedPayment payment,
                   std::function<void()> showGross)
    : steps_(steps),
      source_(source),
      payment_(std::move(payment)),
      set_(source.document.taxSet(payment_.taxSet)),
      showGross_(std::move(showGross)) {
  taxPayment(set_, payment_.taxable, source.totals.context(), rounded_);
}

const TaxRate& TaxSteps::rate(size_t at) const {
  return source_.document.head.taxRates[set_.rates[at]];
}

// In the major unit; its base is the one rounded per line.
Rational TaxSteps::exact(size_t at) const {
  const ExactTax tax =
      exactTax(set_, rounded_.entries[at], payment_.taxable, source_.totals.context());
  return {tax.numerator,
          BigInteger(tax.denominator) * BigInteger(powerOfTen(steps_.minorDigits()))};
}

bool TaxSteps::anyIncluded() const {
  for (size_t i = 0; i < set_.rates.size(); ++i) {
    if (rate(i).inclusive) return true;
  }
  return false;
}

void TaxSteps::gross() {
  if (grossShown_) return;
  grossShown_ = true;
  showGross_();
}

// What the tax is worked out from, besides the steps before it.
Inputs TaxSteps::rateInputs(size_t at) const {
  const TaxRate& one = rate(at);
  Inputs inputs = steps_.inputs().text("rate", one.id);
  if (one.perUnit) {
    // It takes the sign of the list price.
    inputs.amount("amountPerUnit", one.amountPerUnit)
        .as(payment_.taxable.negative ? Op::subtract : Op::add)
        .quantity("quantity", payment_.taxable.quantity)
        .as(Op::multiply);
    return inputs;
  }
  if (one.inclusive) {
    inputs.percent("inclusivePercents", {set_.inclusiveMicros});
    inputs.money("gross", payment_.taxable.gross).as(Op::add);
    inputs.percent("percent", one.percent).as(Op::multiply);
    inputs.constant(Op::divide, "hundredAndPercents",
                    formatTrimmed(100'000'000 + set_.inclusiveMicros, 6, 0));
  } else {
    inputs.money("base", rounded_.entries[at].base).as(Op::add);
    inputs.percent("percent", one.percent).as(Op::percent);
  }
  return inputs;
}

std::string TaxSteps::sumPath(std::string_view member) const {
  return payment_.sums.empty() ? std::string() : payment_.sums + "/" + std::string(member);
}

std::string TaxSteps::pathOf(size_t at, std::string_view member) const {
  if (payment_.rates.empty()) return {};
  return payment_.rates + "/taxes/" + std::to_string(at) + "/" + std::string(member);
}

// The tax rounded per line, after the steps it needs.
void TaxSteps::roundedAmount(size_t at) {
  if (roundedShown_[at]) return;
  roundedShown_[at] = true;
  const Steps::Towards amount(steps_, payment_.byDocument ? std::string() : pathOf(at, "amount"));
  const TaxRate& one = rate(at);
  if (one.inclusive) gross();
  if (!one.inclusive && !one.perUnit) exclusiveBase(at);
  step(at, rateInputs(at), rounded_.entries[at].amount);
}

void TaxSteps::step(size_t at, const Inputs& inputs, Money rounded) {
  const TaxRate& one = rate(at);
  const std::string_view rule = one.perUnit     ? "tax-per-unit"
                                : one.inclusive ? "tax-inclusive"
                                                : "tax-exclusive";
  steps_.amount(rule, inputs, exact(at), heldBy(source_.totals.context(), rounded));
}

// gross − the inclusive taxes, as `taxes` has them.
void TaxSteps::baseAfter(const LineTaxes& taxes) {
  Addends addends = steps_.addends();
  for (size_t i = 0; i < taxes.count; ++i) {
    if (!rate(i).inclusive) continue;
    const bool shown = &taxes == &payment_.printed || !payment_.byDocument;
    addends.add(taxes.entries[i].amount, rate(i).id, shown ? pathOf(i, "amount") : std::string());
  }
  Inputs inputs = steps_.inputs();
  inputs.money("gross", payment_.taxable.gross).as(Op::add);
  inputs.addendsAs("included", addends, Op::subtract);
  steps_.amount("tax-base", inputs, payment_.taxable.gross - addends.sum());
}

// The base of an exclusive rate: for a compound one the taxes listed before it are added.
void TaxSteps::exclusiveBase(size_t at) {
  gross();
  if (!roundedBaseShown_) {
    roundedBaseShown_ = true;
    for (size_t i = 0; i < set_.rates.size(); ++i) {
      if (rate(i).inclusive) roundedAmount(i);
    }
    if (anyIncluded()) baseAfter(rounded_);
  }
  if (!rate(at).compound) return;
  Addends before = steps_.addends();
  for (size_t i = 0; i < at; ++i) {
    roundedAmount(i);
    before.add(rounded_.entries[i].amount, rate(i).id,
               payment_.byDocument ? std::string() : pathOf(i, "amount"));
  }
  const Money base = rounded_.entries[at].base - before.sum();
  Inputs inputs = steps_.inputs();
  inputs.text("rate", rate(at).id).money("base", base).as(Op::add).addends(before);
  steps_.amount("tax-base-compound", inputs, rounded_.entries[at].base,
                heldBy(source_.totals.context(), rounded_.entries[at].base));
}

// Under document rounding: the exact tax rounded down, and one unit more where it was its turn.
void TaxSteps::printedAmount(size_t at) {
  const Steps::Towards amount(steps_, pathOf(at, "amount"));
  if (!payment_.byDocument) return roundedAmount(at);
  if (printedShown_[at]) return;
  printedShown_[at] = true;
  const TaxRate& one = rate(at);
  if (one.inclusive) gross();
  if (!one.inclusive && !one.perUnit) exclusiveBase(at);
  const ExactTax tax =
      exactTax(set_, rounded_.entries[at], payment_.taxable, source_.totals.context());
  const Money floor{divideFloor(tax.numerator, tax.denominator)};
  const Money printed = payment_.printed.entries[at].amount;
  const uint32_t index = set_.rates[at];
  const Money total = source_.totals.rates()[index].amount;
  Inputs inputs = rateInputs(at);
  inputs.money("floor", floor)
      .exact("remainder", exact(at) - steps_.major(floor))
      .truth("leftoverUnit", floor < printed)
      .exact("rateTotalExact", source_.totals.documentTax().exactTotalOf(index) *
                                   Rational(1, powerOfTen(steps_.minorDigits())))
      .money("rateTotal", total)
      .money("rateLeftover", total - source_.totals.documentTax().floorsOf(index));
  steps_.amount("tax-document-share", inputs, exact(at), heldBy(source_.totals.context(), printed));
}

void TaxSteps::amount(size_t at) { printedAmount(at); }

void TaxSteps::base(size_t at) {
  if (rate(at).perUnit) return steps_.none("no-tax-base", rateInputs(at));
  if (!rate(at).inclusive) return exclusiveBase(at);
  gross();
  for (size_t i = 0; i < set_.rates.size(); ++i) {
    if (rate(i).inclusive) printedAmount(i);
  }
  baseAfter(payment_.printed);
}

void TaxSteps::sums() {
  if (!set_.rates.empty()) tax();
  if (anyIncluded()) included();
}

void TaxSteps::tax() {
  const Steps::Towards tax(steps_, sumPath("tax"));
  Addends addends = steps_.addends();
  for (size_t i = 0; i < set_.rates.size(); ++i) {
    printedAmount(i);
    addends.add(payment_.printed.entries[i].amount, rate(i).id, pathOf(i, "amount"));
  }
  steps_.amount("tax-sum", steps_.inputs().addends(addends), payment_.printed.tax,
                heldBy(source_.totals.context(), payment_.printed.tax));
}

void TaxSteps::included() {
  const Steps::Towards included(steps_, sumPath("taxIncluded"));
  Addends addends = steps_.addends();
  for (size_t i = 0; i < set_.rates.size(); ++i) {
    if (!rate(i).inclusive) continue;
    printedAmount(i);
    addends.add(payment_.printed.entries[i].amount, rate(i).id, pathOf(i, "amount"));
  }
  steps_.amount("tax-included-sum", steps_.inputs().addends(addends), payment_.printed.included,
                heldBy(source_.totals.context(), payment_.printed.included));
}

}  // namespace crossfoot::view
