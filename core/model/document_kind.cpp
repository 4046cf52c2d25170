#include "model/document_kind.h"

#include <array>

namespace crossfoot {
namespace {

constexpr std::array<KindAbilities, 6> kKinds = {{
    {"deal", true, false, ""},
    {"quote", true, true, "Q"},
    {"invoice", false, true, "INV"},
    {"creditMemo", false, true, "CM"},
    {"paymentLink", true, true, ""},
    {"subscription", true, false, ""},
}};

}  // namespace

const KindAbilities& abilities(DocumentKind kind) { return kKinds[static_cast<size_t>(kind)]; }

std::optional<DocumentKind> parseKind(std::string_view name) {
  for (size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i].name == name) return static_cast<DocumentKind>(i);
  }
  return std::nullopt;
}

}  // namespace crossfoot
