#include "view/explain_line.h"

namespace crossfoot::view {

RegularPayment::RegularPayment(Steps& steps, const Source& source, const LineItem& line,
                               const TermsView& terms, const PricedLine& priced)
    : steps_(steps),
      priced_(priced),
      payment_(steps, terms, source.totals.context()),
      taxes_(steps, source,
             {line.taxSet,
              {priced.payment.net, terms.quantity, priced.payment.list.isNegative()},
              priced.regular,
              false},
             [this] {
               payment_.net();
               steps_.amount("taxable-amount", steps_.inputs().money("net", priced_.payment.net),
                             priced_.payment.net);
             }) {}

void RegularPayment::total() {
  payment_.net();
  taxes_.sums();
  const LineTaxes& taxes = priced_.regular;
  steps_.amount("payment-total",
                steps_.inputs()
                    .money("net", priced_.payment.net)
                    .money("tax", taxes.tax)
                    .money("taxIncluded", taxes.included),
                priced_.payment.net + taxes.exclusive());
}

bool RegularPayment::member(std::string_view name) {
  if (name == "list") return payment_.list(), true;
  if (name == "discount") return payment_.discount(), true;
  if (name == "net") return payment_.net(), true;
  if (name == "tax") return taxes_.tax(), true;
  if (name == "taxIncluded") return taxes_.included(), true;
  if (name == "total") return total(), true;
  return false;
}

}  // namespace crossfoot::view
