#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace crossfoot {

enum class DocumentKind : uint8_t { deal, quote, invoice, creditMemo, paymentLink, subscription };

/// What a kind of document allows (DO-1.1).
struct KindAbilities {
  std::string_view name;
  bool recurring;                 ///< else billing is ignored and everything is due now
  bool adjustments;               ///< order-level discounts, fees and taxes
  std::string_view numberPrefix;  ///< of finalised documents, "" where they have no number
};

const KindAbilities& abilities(DocumentKind kind);
std::optional<DocumentKind> parseKind(std::string_view name);

}  // namespace crossfoot
