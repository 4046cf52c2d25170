#pragma once

#include "lifecycle/transition.h"
#include "subscription/standing.h"

namespace crossfoot::lifecycle {

/// A payment recorded on a subscription: which of its due dates it is for. The command's `due`,
/// else the first one not yet paid.
class BillingStep {
 public:
  explicit BillingStep(const StepRequest& request);

  /// The lines form several subscriptions: no day says which of them was paid.
  bool isOneOfSeveral() const { return several_; }
  std::optional<Date> due() const { return due_; }
  bool isPaid() const { return paid_; }
  /// What falls due then.
  Money amount() const { return amount_; }

 private:
  std::optional<Date> due_;
  bool paid_ = false;
  bool several_ = false;
  Money amount_;
};

}  // namespace crossfoot::lifecycle
