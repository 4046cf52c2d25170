#pragma once

#include <optional>

#include "pricing/totals.h"

namespace crossfoot {

/// What a document's payments leave to pay (DO-4.6): due = total − succeeded payments +
/// refunds − applied credits, never below 0; the rest is credit left. A voided document asks for
/// nothing: its total here is 0.
struct Balance {
  std::optional<Money> total;
  std::optional<Money> paid;
  std::optional<Money> refunded;
  std::optional<Money> credited;
  std::optional<Money> due;
  Money creditLeft;
};

/// Whether the document is an invoice or credit memo that was voided: it counts for nothing.
bool isVoided(const Document& document);

/// One payment, refund or credit.
struct BalanceRecord {
  std::string id;
  Money amount;
  bool counts = false;  ///< a payment that succeeded, a refund or credit; its amount is a number
};

/// The entries of the member `payments`, `refunds` or `credits`.
std::vector<BalanceRecord> balanceRecords(const Document& document, std::string_view list);

/// The balance of a document that has payments, refunds or credits, or is voided; else none.
/// An entry whose amount is no number counts 0.
std::optional<Balance> balanceOf(const Document& document, const Totals& totals);

}  // namespace crossfoot
