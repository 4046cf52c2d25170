#include "convert/conversion_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/reasons.h"
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

// "quote or payment link".
std::string either(const std::vector<std::string_view>& names,
                   std::string_view (*words)(std::string_view)) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += " or ";
    text += words(name);
  }
  return text;
}

std::string_view kindWords(std::string_view name) {
  const std::optional<DocumentKind> kind = parseKind(name);
  return kind ? lifecycle::kindName(*kind) : name;
}

}  // namespace

Outcome mayConvert(DocumentKind from, std::string_view status, DocumentKind to) {
  if (from == to) return Done{};
  std::vector<std::string_view> when;
  std::vector<std::string_view> targets;
  for (const Conversion& row : kConversions) {
    if (row.from != from) continue;
    if (row.to != to) {
      const std::string_view name = abilities(row.to).name;
      if (std::find(targets.begin(), targets.end(), name) == targets.end()) targets.push_back(name);
      continue;
    }
    if (row.status.empty() || row.status == status) return Done{};
    when.push_back(row.status);
  }
  const ReasonValue kind("kind", abilities(from).name, lifecycle::kindName(from));
  if (!when.empty()) {
    return refuse("conversion-not-allowed", "/to", reasons::kBecomesWhile,
                  {kind,
                   {"statuses", when, either(when, lifecycle::statusName)},
                   {"status", status, lifecycle::statusName(status)}});
  }
  const ReasonValue other("to", abilities(to).name, lifecycle::kindName(to));
  if (targets.empty()) {
    return refuse("conversion-not-allowed", "/to", reasons::kCanOnlyBeCopied, {kind, other});
  }
  return refuse("conversion-not-allowed", "/to", reasons::kCannotBecome,
                {kind, other, {"targets", targets, either(targets, kindWords)}});
}

}  // namespace crossfoot::convert
