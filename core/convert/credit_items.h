#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "view/priced_view.h"

namespace crossfoot::convert {

/// What of an invoice can be credited on its own: its amounts, split so that they add up to what
/// the invoice asks for.
struct CreditItem {
  enum class Kind : uint8_t { line, fee, tax, rounding };
  struct Tax {
    uint32_t rate = 0;  ///< index into the invoice's rates
    Money base;
    Money amount;
  };

  Kind kind = Kind::line;
  std::string id;          ///< of the line or adjustment; "" for the rounding difference
  Money net;               ///< without taxes and after its share of the order discounts
  std::vector<Tax> taxes;  ///< of lines and taxed fees
};
using CreditItems = std::vector<CreditItem>;

/// The items of a document whose lines are all due now, in the order of its lines, then its
/// adjustments. The totals are known: nothing overflowed.
CreditItems creditItems(const view::Source& source);

/// What the items come to.
Money total(const CreditItems& items);

/// Takes an amount out of what is left, in proportion: first of nets, each tax rate, each one-time
/// tax and the rounding, then within these of each line. Taking all that is left leaves exactly
/// 0.00 in each. 0 ≤ amount ≤ total(left). Answers what was taken, in the same order.
CreditItems takeShare(CreditItems& left, Money amount);

/// Takes from `left` what `taken` holds of it, each amount at most what is there; answers the sum.
Money takeExactly(CreditItems& left, const CreditItems& taken);

}  // namespace crossfoot::convert
