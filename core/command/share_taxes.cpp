#include "command/share_taxes.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "pricing/priced_line.h"
#include "view/open_state.h"

namespace crossfoot {
namespace {

using json::Value;

bool mayCarryShares(const Document& document, const LineItem& line) {
  const std::vector<uint32_t>& rates = document.taxSet(line.taxSet).rates;
  return std::any_of(rates.begin(), rates.end(),
                     [&](uint32_t rate) { return document.head.taxRates[rate].perUnit; });
}

// The id of the rate that an amount is a share of; "" where it is none, or its rate is not there.
// The price of a bill's line has no tax inside: a rate that looks for one there is another.
std::string rateOfShare(const Document& document, const Value& rates, std::string_view id) {
  const uint32_t own = document.findTaxRate(id);
  if (own == IdIndex::kNone) return {};
  const Value* origin = rates.items[own].find("origin");
  if (origin == nullptr || !origin->isObject() || origin->textOf("percent").empty()) return {};
  const uint32_t whole = document.findTaxRate(origin->textOf("rateId"));
  if (whole == IdIndex::kNone) return {};
  const TaxRate& rate = document.head.taxRates[whole];
  return rate.usable && !rate.perUnit && !rate.inclusive ? rate.id : std::string();
}

// Bills do; a fee per unit alone is no reason to look at every line.
bool listsShares(const Document& document) {
  const std::vector<TaxRate>& rates = document.head.taxRates;
  const auto isPerUnit = [](const TaxRate& rate) { return rate.perUnit; };
  if (std::none_of(rates.begin(), rates.end(), isPerUnit)) return false;
  const Value written = view::memberList(document, "taxRates");
  return std::any_of(rates.begin(), rates.end(), [&](const TaxRate& rate) {
    return rate.perUnit && !rateOfShare(document, written, rate.id).empty();
  });
}

TaxableAmount taxedOn(const Document& document, const Totals& totals, uint32_t slot) {
  const LineItem& line = document.lines.slot(slot);
  PricedLine priced;
  priceLine(line, totals.context(), priced);
  return {priced.payment.net - totals.share(slot), line.quantity, false};
}

// The line's JSON text with rates in place of their shares; none where it carries no such share.
std::optional<std::string> withRatesOfShares(const Document& document, std::string_view line) {
  const Value rates = view::memberList(document, "taxRates");
  json::Scanner scanner(line);
  Value tree = json::readValue(scanner);
  Value* ids = tree.find("taxRateIds");
  if (ids == nullptr || !ids->isArray()) return std::nullopt;
  bool any = false;
  for (Value& id : ids->items) {
    const std::string whole = id.isString() ? rateOfShare(document, rates, id.text) : "";
    if (whole.empty()) continue;
    id = Value::ofString(whole);
    any = true;
  }
  return any ? std::optional<std::string>(json::write(tree)) : std::nullopt;
}

}  // namespace

SharesBefore::SharesBefore(const Document& document, const Totals& totals) {
  if (!listsShares(document)) return;
  for (size_t i = 0; i < document.lines.size(); ++i)
    add(document, totals, document.lines.slotAt(i));
}

SharesBefore::SharesBefore(const Document& document, const Totals& totals, uint32_t slot) {
  add(document, totals, slot);
}

void SharesBefore::add(const Document& document, const Totals& totals, uint32_t slot) {
  const LineItem& line = document.lines.slot(slot);
  if (mayCarryShares(document, line)) lines_.emplace(line.id, taxedOn(document, totals, slot));
}

ChangeList SharesBefore::outdated(const Document& document, const Totals& totals) const {
  ChangeList changes;
  for (const auto& [id, before] : lines_) {
    const uint32_t slot = document.lines.find(id);
    if (slot == IdIndex::kNone) continue;
    const TaxableAmount now = taxedOn(document, totals, slot);
    if (now.gross == before.gross && now.quantity == before.quantity) continue;
    const LineItem& line = document.lines.slot(slot);
    auto text = withRatesOfShares(document, line.text);
    if (text) changes.push_back(LineEdit{id, std::string(line.text), std::move(*text)});
  }
  return changes;
}

}  // namespace crossfoot
