#include "pricing/payment.h"

#include "pricing/list_price.h"
#include "pricing/rounded.h"

namespace crossfoot {
namespace {

const std::vector<Reduction>* orNull(const std::vector<Reduction>& list) {
  return list.empty() ? nullptr : &list;
}

const ModelTerms* orNull(const ModelTerms& model) {
  return model.model == PricingModel::flat ? nullptr : &model;
}

// discountRounding "discount": every discount rounded alone, added up, capped at the list.
void roundDiscounts(const TermsView& terms, const PricingContext& context, Payment& payment) {
  payment.discount = percentOf(payment.list, terms.discountPercent);
  if (terms.discounts != nullptr) {
    for (const Reduction& reduction : *terms.discounts) {
      payment.discount += roundedReduction(reduction, payment.list, terms.quantity, context);
    }
  }
  payment.capped = payment.discount.magnitude() > payment.list.magnitude();
  if (payment.capped) payment.discount = payment.list;
}

// discountRounding "net": the net is rounded once, the discount is what is left of the list.
void roundNet(const TermsView& terms, const PricingContext& context, Payment& payment) {
  const Rational list = exactListPrice(terms.unitPrice, terms.quantity, terms.model);
  const bool negative = list.numerator().isNegative();
  Rational discount = list * Rational(Int128{terms.discountPercent.micros}, Int128{kWholePercent});
  if (terms.discounts != nullptr) {
    for (const Reduction& reduction : *terms.discounts) {
      discount = discount + exactReduction(reduction, list, terms.quantity, negative);
    }
  }
  const Rational left = list - discount;
  payment.capped =
      negative ? Rational::compare(left, Rational()) > 0 : Rational::compare(left, Rational()) < 0;
  if (payment.capped) {
    payment.discount = payment.list;
    return;
  }
  Money net;
  const Rational minor = left * Rational(powerOfTen(context.minorDigits));
  minor.rounded().toInt128(net.minor);  // fits: it lies between 0 and the list
  payment.discount = payment.list - net;
}

void addCharges(const TermsView& terms, const PricingContext& context, Payment& payment) {
  if (terms.charges == nullptr) return;
  for (const Reduction& charge : *terms.charges) {
    payment.charges += roundedReduction(charge, payment.list, terms.quantity, context);
  }
}

bool priceInto(const TermsView& terms, const PricingContext& context, Payment& payment) {
  if (!listPrice(terms.unitPrice, terms.quantity, terms.model, context.minorDigits, payment.list) ||
      !context.limit.holds(payment.list)) {
    return false;
  }
  const bool byNet = context.policy.discountRounding == DiscountRounding::net &&
                     (terms.discountPercent.micros != 0 || terms.discounts != nullptr);
  if (byNet) {
    roundNet(terms, context, payment);
  } else {
    roundDiscounts(terms, context, payment);
  }
  addCharges(terms, context, payment);
  payment.net = payment.list - payment.discount + payment.charges;
  return context.limit.holds(payment.charges) && context.limit.holds(payment.net);
}

}  // namespace

TermsView TermsView::of(const LineItem& line) {
  TermsView view{line.unitPrice, line.quantity, line.cost, line.discountPercent};
  if (line.extras) {
    view.discounts = orNull(line.extras->discounts);
    view.charges = orNull(line.extras->charges);
    view.model = orNull(line.extras->model);
  }
  return view;
}

TermsView TermsView::of(const LineItem& line, const Phase& phase) {
  TermsView view{phase.terms.unitPrice, phase.terms.quantity, phase.terms.cost, {}};
  view.discounts = orNull(phase.terms.discounts);
  view.charges = orNull(line.extras->charges);
  view.model = orNull(line.extras->model);
  return view;
}

Payment pricePayment(const TermsView& terms, const PricingContext& context) {
  Payment payment;
  if (priceInto(terms, context, payment)) return payment;
  Payment nothing;
  nothing.overflow = true;
  return nothing;
}

bool paymentCost(Price cost, Quantity quantity, const PricingContext& context, Money& amount) {
  return listPrice(cost, quantity, nullptr, context.minorDigits, amount) &&
         context.limit.holds(amount);
}

Rational exactReduction(const Reduction& reduction, const Rational& list, Quantity quantity,
                        bool negative) {
  const Rational micro(Int128{1}, Int128{1'000'000});
  const Rational sign(Int128{negative ? -1 : 1});
  switch (reduction.form) {
    case ReductionForm::percent:
      return list * Rational(Int128{reduction.percent.micros}, Int128{kWholePercent});
    case ReductionForm::amount:
      return Rational(reduction.amount.micros) * micro * Rational(Int128{quantity.micros}) * micro *
             sign;
    case ReductionForm::total: return Rational(reduction.amount.micros) * micro * sign;
  }
  return {};
}

Money roundedReduction(const Reduction& reduction, Money list, Quantity quantity,
                       const PricingContext& context) {
  Money amount;
  switch (reduction.form) {
    case ReductionForm::percent: return percentOf(list, reduction.percent);
    case ReductionForm::amount: {
      Int128 exact = 0;
      // Wider products are far beyond any limit, so the largest one stands for them.
      if (!multiplyChecked(reduction.amount.micros, quantity.micros, exact)) exact = powerOfTen(37);
      amount.minor = divideRounded(exact, powerOfTen(12 - context.minorDigits));
      break;
    }
    case ReductionForm::total: amount = rounded(reduction.amount, context.minorDigits); break;
  }
  return list.isNegative() ? -amount : amount;
}

}  // namespace crossfoot
