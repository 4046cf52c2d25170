#pragma once

#include "view/explain_parts.h"

namespace crossfoot::view {

/// One regular payment of a line or of a phase: amounts and taxes on the whole net.
class RegularPayment {
 public:
  RegularPayment(Steps& steps, const Source& source, const LineItem& line, const TermsView& terms,
                 const PricedLine& priced, const PaymentPlace& place);
  RegularPayment(const RegularPayment&) = delete;
  RegularPayment& operator=(const RegularPayment&) = delete;

  PaymentSteps& payment() { return payment_; }
  TaxSteps& taxes() { return taxes_; }
  const PricedLine& priced() const { return priced_; }

  /// net + exclusive taxes.
  void total();
  /// The steps of a member by its view name; false where it has none such.
  bool member(std::string_view name);

 private:
  Steps& steps_;
  PricedLine priced_;
  PaymentPlace place_;
  PaymentSteps payment_;
  TaxSteps taxes_;
};

}  // namespace crossfoot::view
