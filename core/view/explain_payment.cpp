#include "view/explain_payment.h"

#include "pricing/list_price.h"

namespace crossfoot::view {
namespace {

std::string_view formName(ReductionForm form) {
  switch (form) {
    case ReductionForm::percent: return "percent";
    case ReductionForm::amount: return "amount";
    case ReductionForm::total: return "total";
  }
  return {};
}

std::string ruleOf(std::string_view kind, ReductionForm form) {
  return std::string(kind) + "-" + std::string(formName(form));
}

}  // namespace

PaymentSteps::PaymentSteps(Steps& steps, const TermsView& terms, const PricingContext& context)
    : steps_(steps), terms_(terms), context_(context), payment_(pricePayment(terms, context)) {}

void PaymentSteps::list() {
  if (listShown_) return;
  listShown_ = true;
  explainListPrice(steps_, terms_, payment_.list);
}

std::vector<Reduction> PaymentSteps::discounts() const {
  std::vector<Reduction> all;
  if (terms_.discountPercent.micros != 0) {
    all.push_back({ReductionForm::percent, terms_.discountPercent, {}});
  }
  if (terms_.discounts != nullptr) {
    all.insert(all.end(), terms_.discounts->begin(), terms_.discounts->end());
  }
  return all;
}

// One discount or charge, rounded alone on the rounded list.
Rational PaymentSteps::reduction(std::string_view kind, const Reduction& one) {
  const bool negative = payment_.list.isNegative();
  const Rational exact =
      exactReduction(one, steps_.major(payment_.list), terms_.quantity, negative);
  Inputs inputs = steps_.inputs().money("list", payment_.list);
  switch (one.form) {
    case ReductionForm::percent: inputs.percent("percent", one.percent); break;
    case ReductionForm::amount:
      inputs.amount("amount", one.amount).quantity("quantity", terms_.quantity);
      break;
    case ReductionForm::total: inputs.amount("total", one.amount); break;
  }
  steps_.text(ruleOf(kind, one.form), inputs, exact, steps_.roundedText(exact));
  return steps_.rounded(exact);
}

// Several of them added up; they may be of any size, because a cap follows. Returns the sum.
Rational PaymentSteps::reductions(std::string_view kind, const std::vector<Reduction>& all) {
  Addends addends = steps_.addends();
  Rational sum;
  for (const Reduction& one : all) {
    const Rational rounded = reduction(kind, one);
    addends.addExact(rounded);
    sum = sum + rounded;
  }
  if (all.size() > 1) {
    steps_.text(std::string(kind) + "-sum", steps_.inputs().addends(addends), sum,
                steps_.roundedText(sum));
  }
  return sum;
}

void PaymentSteps::roundedDiscounts() {
  const std::vector<Reduction> all = discounts();
  if (all.empty()) steps_.zero("no-discount", steps_.inputs());
  const Rational sum = reductions("discount", all);
  if (payment_.capped) cap(sum);
}

void PaymentSteps::cap(const Rational& wanted) {
  steps_.amount("discount-cap",
                steps_.inputs().exact("discount", wanted).money("list", payment_.list),
                payment_.discount);
}

// discountRounding "net": discounts of the exact list, the net rounded once.
void PaymentSteps::roundedNet() {
  const Rational list = exactListPrice(terms_.unitPrice, terms_.quantity, terms_.model);
  const bool negative = list.numerator().isNegative();
  Rational sum;
  for (const Reduction& one : discounts()) {
    const Rational exact = exactReduction(one, list, terms_.quantity, negative);
    Inputs inputs = steps_.inputs().exact("listExact", list);
    if (one.form == ReductionForm::percent) {
      inputs.percent("percent", one.percent);
    } else {
      inputs.amount(formName(one.form), one.amount);
    }
    if (one.form == ReductionForm::amount) {
      inputs.quantity("quantity", terms_.quantity);
    }
    steps_.exact(ruleOf("exact-discount", one.form), inputs, exact);
    sum = sum + exact;
  }
  const Rational left = list - sum;
  if (payment_.capped) {
    cap(sum);
    return;
  }
  const Money net = payment_.list - payment_.discount;
  steps_.amount("net-rounded", steps_.inputs().exact("listExact", list).exact("discount", sum),
                left, net);
  steps_.amount("discount-from-net", steps_.inputs().money("list", payment_.list).money("net", net),
                payment_.discount);
}

void PaymentSteps::discount() {
  if (discountShown_) return;
  discountShown_ = true;
  list();
  const bool byNet = context_.policy.discountRounding == DiscountRounding::net &&
                     (terms_.discountPercent.micros != 0 || terms_.discounts != nullptr);
  if (byNet) {
    roundedNet();
  } else {
    roundedDiscounts();
  }
}

void PaymentSteps::charges() {
  if (chargesShown_ || terms_.charges == nullptr) return;
  chargesShown_ = true;
  list();
  reductions("charge", *terms_.charges);
}

void PaymentSteps::net() {
  if (netShown_) return;
  netShown_ = true;
  list();
  // Steps that say only that there is nothing are for whoever asks about just that.
  if (!discounts().empty()) discount();
  charges();
  Inputs inputs = steps_.inputs().money("list", payment_.list).money("discount", payment_.discount);
  if (terms_.charges != nullptr) inputs.money("charges", payment_.charges);
  steps_.amount("net", inputs, payment_.net);
}

}  // namespace crossfoot::view
