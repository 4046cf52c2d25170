// Order-level discounts, fees and one-time taxes (PR-4).

#include "pricing/rounded.h"
#include "view/explain_parts.h"

namespace crossfoot::view {
namespace {

class AdjustmentSteps {
 public:
  AdjustmentSteps(Steps& steps, const Source& source, size_t index)
      : steps_(steps),
        source_(source),
        index_(index),
        list_(source.document.head.adjustments),
        one_(list_[index]),
        settled_(source.totals.adjustments()[index]),
        context_(source.totals.context()) {}

  void explain() {
    if (!one_.counts) return countsZero();
    const bool dependent = one_.isPercent || one_.type == AdjustmentType::discount;
    if (dependent && !source_.totals.summary().subtotal) {
      return steps_.dependsOn({"/summary/subtotal"});
    }
    switch (one_.type) {
      case AdjustmentType::discount: discount(); break;
      case AdjustmentType::fee: charge("fee", base()); break;
      case AdjustmentType::tax: charge("one-time-tax", taxBase()); break;
    }
  }

 private:
  void countsZero() {
    const std::string path = "/adjustments/" + std::to_string(index_);
    json::Value codes = json::Value::array();
    for (const Issue& issue : source_.document.head.trailingIssues) {
      const bool own = issue.path == path || issue.path.rfind(path + "/", 0) == 0;
      if (!own || issueSeverity(issue.code) != Severity::error) continue;
      codes.items.push_back(json::Value::ofString(std::string(issueName(issue.code))));
    }
    steps_.zero("adjustment-counts-zero", steps_.inputs().list("errors", std::move(codes)));
  }

  Money subtotal() const { return source_.totals.summary().subtotal.value_or(Money{}); }

  Money discountsBefore(size_t end) const {
    Money sum;
    for (size_t i = 0; i < end; ++i) {
      if (list_[i].type == AdjustmentType::discount) sum += source_.totals.adjustments()[i].amount;
    }
    return sum;
  }

  // Taken of the subtotal, or of what the discounts before left of it; capped at what is left.
  void discount() {
    const bool sequential = context_.policy.discountStacking == DiscountStacking::sequential;
    const Money before = discountsBefore(index_);
    const Money positive = subtotal().isNegative() ? Money{} : subtotal();
    const Money left = positive - before;
    Inputs leftOf = steps_.inputs();
    leftOf.money("subtotal", subtotal()).as(Op::add, "/summary/subtotal");
    if (subtotal().isNegative()) leftOf.constant(Op::atLeast, "nothing", "0");
    leftOf.money("discountsBefore", before).as(Op::subtract);
    steps_.amount("order-discount-left", leftOf, left);
    Rational exact;
    if (one_.isPercent) {
      const Money of = sequential ? left : subtotal();
      exact = percent(of);
      steps_.amount("order-discount-percent",
                    steps_.inputs()
                        .money("of", of)
                        .as(Op::add, sequential ? "" : "/summary/subtotal")
                        .percent("percent", one_.percent)
                        .as(Op::percent),
                    exact, percentOf(of, one_.percent));
    } else {
      exact = micros();
      steps_.text("order-discount-amount",
                  steps_.inputs().amount("amount", one_.amount).as(Op::add), exact,
                  steps_.roundedText(exact));
    }
    const Rational wanted = steps_.rounded(exact);
    if (Rational::compare(wanted, steps_.major(settled_.amount)) == 0) return;
    Inputs inputs = steps_.inputs();
    inputs.exact("discount", wanted).as(Op::add).money("left", left).as(Op::atMost);
    inputs.constant(Op::atLeast, "nothing", "0");
    steps_.amount("order-discount-cap", inputs, settled_.amount);
  }

  Inputs lessDiscounts(Money discounts) const {
    Inputs inputs = steps_.inputs();
    inputs.money("subtotal", subtotal()).as(Op::add, "/summary/subtotal");
    inputs.money("discounts", discounts).as(Op::subtract, "/summary/discounts");
    return inputs;
  }

  Money base() {
    const Money discounts = discountsBefore(list_.size());
    const Money base = subtotal() - discounts;
    if (one_.isPercent) {
      steps_.amount("fee-base", lessDiscounts(discounts), base);
    }
    return base;
  }

  Money taxBase() {
    const Money discounts = discountsBefore(list_.size());
    Addends fees = steps_.addends();
    for (size_t i = 0; i < list_.size(); ++i) {
      if (!list_[i].counts || !list_[i].taxable) continue;
      fees.add(source_.totals.adjustments()[i].amount, list_[i].id,
               "/summary/adjustments/" + std::to_string(i) + "/amount");
    }
    const Money base = subtotal() - discounts + fees.sum();
    if (one_.isPercent) {
      Inputs inputs = lessDiscounts(discounts);
      inputs.addendsAs("taxableFees", fees, Op::add);
      steps_.amount("one-time-tax-base", inputs, base);
    }
    return base;
  }

  // A fee or one-time tax, alone on its base.
  void charge(const std::string& kind, Money base) {
    const Rational exact = one_.isPercent ? percent(base) : micros();
    Inputs inputs = steps_.inputs();
    if (one_.isPercent) {
      inputs.money("base", base).as(Op::add).percent("percent", one_.percent).as(Op::percent);
    } else {
      inputs.amount("amount", one_.amount).as(Op::add);
    }
    const std::string rule = kind + (one_.isPercent ? "-percent" : "-amount");
    if (!settled_.overflow) return steps_.amount(rule, inputs, exact, settled_.amount);
    steps_.exact(rule, inputs, exact);
    steps_.zero("adjustment-overflow", steps_.inputs());
  }

  Rational percent(Money of) const {
    return steps_.major(of) * Rational(Int128{one_.percent.micros}, Int128{kWholePercent});
  }
  Rational micros() const { return {one_.amount.micros, Int128{1'000'000}}; }

  Steps& steps_;
  const Source& source_;
  size_t index_;
  const std::vector<Adjustment>& list_;
  const Adjustment& one_;
  const AdjustmentAmount& settled_;
  const PricingContext& context_;
};

}  // namespace

void explainAdjustment(Steps& steps, const Source& source, size_t index) {
  AdjustmentSteps(steps, source, index).explain();
}

TaxSteps feeTaxSteps(Steps& steps, const Source& source, size_t index) {
  const Adjustment& fee = source.document.head.adjustments[index];
  const TaxableAmount taxable = taxableFee(source.totals.adjustments()[index]);
  const bool byDocument = source.totals.context().policy.taxRounding == TaxRounding::document;
  const std::string place = "/summary/adjustments/" + std::to_string(index);
  return TaxSteps(
      steps, source, {fee.taxSet, taxable, feeTaxesAt(source, index)->taxes, byDocument, place},
      [&steps, &source, index, taxable, place] {
        const std::string amount = place + "/amount";
        {
          const Steps::Towards towards(steps, amount);
          explainAdjustment(steps, source, index);
        }
        steps.amount("taxable-amount",
                     steps.inputs().money("fee", taxable.gross).as(Op::add, amount), taxable.gross);
      });
}

}  // namespace crossfoot::view
