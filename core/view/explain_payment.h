#pragma once

#include "pricing/payment.h"
#include "view/explain_steps.h"

namespace crossfoot::view {

/// A quantity's price before discounts, model by model (PR-6); ends with list.
void explainListPrice(Steps& steps, const TermsView& terms, Money list);

/// The steps of one payment of a line up to its net (PR-2). Each step is given once,
/// however many amounts need it.
class PaymentSteps {
 public:
  PaymentSteps(Steps& steps, const TermsView& terms, const PricingContext& context,
               const PaymentPlace& place);

  const Payment& payment() const { return payment_; }

  void list();
  void discount();
  void charges();
  void net();

 private:
  Inputs& listTerm(Inputs& inputs) const;
  void roundedDiscounts();
  void roundedNet();
  void cap(const Rational& wanted);
  Rational reduction(std::string_view kind, const Reduction& one);
  Rational reductions(std::string_view kind, const std::vector<Reduction>& all);
  std::vector<Reduction> discounts() const;

  Steps& steps_;
  TermsView terms_;
  const PricingContext& context_;
  PaymentPlace place_;
  Payment payment_;
  bool listShown_ = false;
  bool discountShown_ = false;
  bool chargesShown_ = false;
  bool netShown_ = false;
};

}  // namespace crossfoot::view
