#include "convert/conversion_table.h"

#include <array>
#include <string>

#include "base/result.h"
#include "lifecycle/document_status.h"

namespace crossfoot::convert {
namespace {

// One way to make a document out of another. An empty status means any.
struct Conversion {
  DocumentKind from;
  std::string_view status;
  DocumentKind to;
};

constexpr std::array kConversions = {
    Conversion{DocumentKind::deal, "", DocumentKind::quote},
    Conversion{DocumentKind::deal, "", DocumentKind::invoice},
    Conversion{DocumentKind::deal, "", DocumentKind::paymentLink},
    Conversion{DocumentKind::deal, "", DocumentKind::subscription},
    Conversion{DocumentKind::quote, "published", DocumentKind::invoice},
    Conversion{DocumentKind::quote, "accepted", DocumentKind::invoice},
    Conversion{DocumentKind::quote, "published", DocumentKind::subscription},
    Conversion{DocumentKind::quote, "accepted", DocumentKind::subscription},
    Conversion{DocumentKind::invoice, "open", DocumentKind::creditMemo},
    Conversion{DocumentKind::invoice, "partlyPaid", DocumentKind::creditMemo},
    Conversion{DocumentKind::invoice, "paid", DocumentKind::creditMemo},
};

std::string join(const std::string& list, std::string_view word) {
  return list.empty() ? std::string(word) : list + " or " + std::string(word);
}

}  // namespace

Outcome mayConvert(DocumentKind from, std::string_view status, DocumentKind to) {
  if (from == to) return Done{};
  std::string when;
  std::string targets;
  for (const Conversion& row : kConversions) {
    if (row.from != from) continue;
    if (row.to != to) {
      const std::string name(lifecycle::kindName(row.to));
      if (targets.find(name) == std::string::npos) targets = join(targets, name);
      continue;
    }
    if (row.status.empty() || row.status == status) return Done{};
    when = join(when, lifecycle::statusName(row.status));
  }
  const std::string kind(lifecycle::kindName(from));
  std::string message = "A " + kind + " can't become a " + std::string(lifecycle::kindName(to)) +
                        ". It can become a " + join(targets, "copy of itself") + ".";
  if (!when.empty()) {
    message = "The " + kind + " must be " + when + " for that; it is " +
              std::string(lifecycle::statusName(status)) + ".";
  }
  return refuse("conversion-not-allowed", "/to", std::move(message));
}

}  // namespace crossfoot::convert
