#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "calendar/frequency.h"
#include "model/issue.h"
#include "num/decimal.h"

namespace crossfoot {

enum class LineType : uint8_t { item, section, note };

/// How a line discount or charge is meant (PR-2.2).
enum class ReductionForm : uint8_t {
  percent,  ///< of the rounded extended total
  amount,   ///< per unit
  total,    ///< for the whole line
};

/// One line discount or one line charge.
struct Reduction {
  ReductionForm form = ReductionForm::percent;
  Percent percent;
  InputAmount amount;  ///< of form amount and total
  bool operator==(const Reduction&) const = default;
};

/// A tier covers (previous upTo, upTo]; the last has no end (PR-6.3).
struct Tier {
  Quantity upTo;
  bool last = false;
  bool hasUnitPrice = false;
  bool hasFlatFee = false;
  Price unitPrice;
  Price flatFee;
};

enum class PricingModel : uint8_t { flat, volume, graduated, stairstep, package };

/// How a quantity becomes a price where it is not quantity × unit price.
struct ModelTerms {
  PricingModel model = PricingModel::flat;
  std::vector<Tier> tiers;
  Quantity packageSize;
  Quantity freeUnits;
  Price packagePrice;
};

/// What one payment is priced from. The line's own, or a phase's.
struct PriceTerms {
  Price unitPrice;
  Quantity quantity;
  Price cost;
  std::vector<Reduction> discounts;
};

/// One phase of a ramp (RE-2.4): so many payments at these terms; 0 payments renew.
struct Phase {
  uint32_t payments = 0;
  PriceTerms terms;
};

/// What most lines do not have, kept out of the row that pricing walks through.
struct LineExtras {
  std::vector<Reduction> discounts;  ///< where not at most one percent
  std::vector<Reduction> charges;
  ModelTerms model;
  std::vector<Phase> phases;
};

/// A line as pricing needs it, decoded from its JSON text; the text itself is the state.
/// Members are ordered by size: 100 000 of these are walked through when a document is priced.
struct LineItem {
  std::string_view text;  ///< the line's JSON object, owned by the document
  std::string_view id;    ///< within `text`, or owned by the document where escaped
  Price unitPrice;
  Quantity quantity{1'000'000};
  Price cost;
  Percent discountPercent;  ///< the only discount of most lines; others are in `extras`
  std::unique_ptr<LineExtras> extras;
  Date firstPayment;
  uint32_t taxSet = 0;    ///< index of the document's tax sets; 0 is the empty set
  uint16_t payments = 1;  ///< fixed number of payments; 0 renews until cancelled
  LineType type = LineType::item;
  Frequency frequency = Frequency::oneTime;
  bool priced = true;  ///< false: an error in a pricing field, the line counts 0
  bool hasCost = false;
  bool counts = true;        ///< false: an optional line that is not selected
  bool startsNow = true;     ///< the first payment falls on the document's date
  bool billsSeries = false;  ///< bills one payment of a line that recurs in another document
  bool plain = false;        ///< one payment due now and nothing out of the ordinary to price
  bool tidy = true;    ///< the text is what would be written: no white space, shortest numbers
  uint8_t errors = 0;  ///< of the codec; pricing may add more (amount-overflow)
  uint8_t warnings = 0;
  uint8_t notices = 0;

  bool isItem() const { return type == LineType::item; }
  /// Counts in what is due now.
  bool dueNow() const { return isItem() && priced && counts && startsNow; }
  /// Order discounts that go to one-time lines first go to this one first (PR-5.2).
  bool sharesFirst() const { return !isRecurring(frequency) && !billsSeries; }
  bool renews() const { return isRecurring(frequency) && payments == 0; }
};

}  // namespace crossfoot
