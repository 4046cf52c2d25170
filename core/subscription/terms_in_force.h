#pragma once

#include <memory>
#include <optional>

#include "json/value.h"
#include "subscription/payment_plan.h"
#include "view/open_state.h"

namespace crossfoot::subscription {

/// Puts new terms (`{unitPrice?, quantity?, discount?}`, null takes one away) into a line of the
/// state: of a ramp into the phase `phase` and those after it, else into the line itself.
void setTerms(json::Value& line, const json::Value& terms, int phase);

/// The terms that hold on a day (RE-6.13): those of the running payment, or, from a change within
/// its period on, the changed ones. Where a payment comes after the running one, these are its
/// terms; in the last period nothing else carries them, and the event of the change tells them.
class TermsInForce {
 public:
  TermsInForce(const view::Source& source, Date day);

  /// The payment of the plan whose terms hold, by number. None before the start.
  std::optional<uint32_t> payment(const PaymentPlan& plan) const;
  /// What to price that payment with: the document, in its last period with the changes of it.
  view::Source source() const { return changed_ ? changed_->source() : source_; }
  /// The place of one of the document's lines in `source`.
  uint32_t slot(uint32_t slot) const;

 private:
  view::Source source_;
  Date day_;
  std::unique_ptr<view::OpenState> changed_;
};

}  // namespace crossfoot::subscription
