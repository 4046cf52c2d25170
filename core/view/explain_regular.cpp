#include "view/explain_line.h"

namespace crossfoot::view {

RegularPayment::RegularPayment(Steps& steps, const Source& source, const LineItem& line,
                               const TermsView& terms, const PricedLine& priced,
                               const PaymentPlace& place)
    : steps_(steps),
      priced_(priced),
      place_(place),
      payment_(steps, terms, source.totals.context(), place),
      taxes_(steps, source,
             {line.taxSet,
              {priced.payment.net, terms.quantity, priced.payment.list.isNegative()},
              priced.regular,
              false,
              {},
              place.path("taxIncluded").empty() ? std::string() : place.prefix},
             [this] {
               payment_.net();
               Inputs inputs = steps_.inputs();
               inputs.money("net", priced_.payment.net).as(Op::add, place_.path("net"));
               steps_.amount("taxable-amount", inputs, priced_.payment.net);
             }) {}

void RegularPayment::total() {
  payment_.net();
  taxes_.sums();
  const LineTaxes& taxes = priced_.regular;
  steps_.amount("payment-total",
                steps_.inputs()
                    .money("net", priced_.payment.net)
                    .as(Op::add, place_.path("net"))
                    .money("tax", taxes.tax)
                    .as(Op::add, place_.path("tax"))
                    .money("taxIncluded", taxes.included)
                    .as(Op::subtract, place_.path("taxIncluded")),
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
