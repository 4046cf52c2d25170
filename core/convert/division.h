#pragma once

#include <optional>
#include <string_view>

#include "convert/new_document.h"
#include "view/open_state.h"

namespace crossfoot::convert {

/// Divides what a quote or deal sells between its invoice and its subscription, so that no payment
/// is asked for by both.
///
/// `{made?: [states], part?: "once"|"due"|"rest"}` of the argument: the documents made of the
/// source before, and what of the lines that recur an invoice takes: nothing, or the first payments
/// that the source asks for now, so that its order discounts come to what they come to there; of
/// these the rest that no invoice billed, without the fixed amounts that are on one (DO-3.7). An
/// invoice leaves out lines that a subscription bills; a subscription starts after the payment that
/// an invoice billed. Voided invoices billed nothing. Each change is a notice:
/// billed-by-subscription, first-payment-billed, billed-by-invoice.
class Division {
 public:
  Division(const json::Value& argument, view::OpenState& source, DocumentKind to)
      : argument_(argument), source_(source), to_(to) {}

  /// Takes out or moves lines. Refused with nothing-to-convert where
  /// no line is left, with wrong-type and what reading the documents refuses.
  Outcome divide(std::vector<json::Value>& lines, Notices& notices);
  /// Takes out the order-level amounts that an invoice has already, where the rest is wanted.
  void divideAdjustments(json::Value& head) const;

 private:
  Outcome checkMade() const;
  bool isRest() const { return argument_.textOf("part") == "rest"; }
  bool isBilled(const json::Value& adjustment) const;
  bool isSubscribed(std::string_view lineId) const;
  std::optional<Date> billedOn(std::string_view lineId) const;
  Outcome startLater(json::Value& line, Date billed, bool& over);

  const json::Value& argument_;
  view::OpenState& source_;
  DocumentKind to_;
};

}  // namespace crossfoot::convert
