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

PaymentSteps::PaymentSteps(Steps& steps, const TermsView& terms, const PricingContext& context,
                           const PaymentPlace& place)
    : steps_(steps),
      terms_(terms),
      context_(context),
      place_(place),
      payment_(pricePayment(terms, context)) {}

Inputs& PaymentSteps::listTerm(Inputs& inputs) const {
  return inputs.money("list", payment_.list).as(Op::add, place_.path("list"));
}

void PaymentSteps::list() {
  if (listShown_) return;
  listShown_ = true;
  const Steps::Towards list(steps_, place_.path("list"));
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
  // A reduction by an amount takes the sign of the list price.
  const Op op = negative ? Op::subtract : Op::add;
  Inputs inputs = steps_.inputs();
  inputs.money("list", payment_.list);
  switch (one.form) {
    case ReductionForm::percent:
      inputs.as(Op::add, place_.path("list")).percent("percent", one.percent).as(Op::percent);
      break;
    case ReductionForm::amount:
      inputs.amount("amount", one.amount).as(op);
      inputs.quantity("quantity", terms_.quantity).as(Op::multiply);
      break;
    case ReductionForm::total: inputs.amount("total", one.amount).as(op); break;
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
  const bool negative = payment_.list.isNegative();
  steps_.amount("discount-cap",
                steps_.inputs()
                    .exact("discount", wanted)
                    .as(Op::add)
                    .money("list", payment_.list)
                    .as(negative ? Op::atLeast : Op::atMost, place_.path("list")),
                payment_.discount);
}

// discountRounding "net": discounts of the exact list, the net rounded once.
void PaymentSteps::roundedNet() {
  const Rational list = exactListPrice(terms_.unitPrice, terms_.quantity, terms_.model);
  const bool negative = list.numerator().isNegative();
  Rational sum;
  for (const Reduction& one : discounts()) {
    const Rational exact = exactReduction(one, list, terms_.quantity, negative);
    Inputs inputs = steps_.inputs();
    inputs.exact("listExact", list);
    if (one.form == ReductionForm::percent) {
      inputs.as(Op::add).percent("percent", one.percent).as(Op::percent);
    } else {
      inputs.amount(formName(one.form), one.amount).as(negative ? Op::subtract : Op::add);
    }
    if (one.form == ReductionForm::amount) {
      inputs.quantity("quantity", terms_.quantity).as(Op::multiply);
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
  steps_.amount(
      "net-rounded",
      steps_.inputs().exact("listExact", list).as(Op::add).exact("discount", sum).as(Op::subtract),
      left, net);
  Inputs inputs = steps_.inputs();
  listTerm(inputs).money("net", net).as(Op::subtract);
  steps_.amount("discount-from-net", inputs, payment_.discount);
}

void PaymentSteps::discount() {
  if (discountShown_) return;
  discountShown_ = true;
  list();
  const Steps::Towards discount(steps_, place_.path("discount"));
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
  const Steps::Towards charges(steps_, place_.path("charges"));
  reductions("charge", *terms_.charges);
}

void PaymentSteps::net() {
  if (netShown_) return;
  netShown_ = true;
  const Steps::Towards net(steps_, place_.path("net"));
  list();
  // Steps that say only that there is nothing are for whoever asks about just that.
  const std::vector<Reduction> reductions = discounts();
  if (!reductions.empty()) discount();
  charges();
  Inputs inputs = steps_.inputs();
  listTerm(inputs).money("discount", payment_.discount);
  inputs.as(Op::subtract, place_.path("discount"));
  const bool onePercent = reductions.size() == 1 && reductions[0].form == ReductionForm::percent;
  if (onePercent && !payment_.capped) inputs.ofPercent(reductions[0].percent);
  if (terms_.charges != nullptr) {
    inputs.money("charges", payment_.charges).as(Op::add, place_.path("charges"));
  }
  steps_.amount("net", inputs, payment_.net);
}

}  // namespace crossfoot::view
