#include "view/tax_totals.h"

#include <algorithm>

#include "view/open_state.h"

namespace crossfoot::view {
namespace {

struct TaxTotal {
  std::string id;
  std::string name;
  std::string percent;
  std::optional<Money> base;
  std::optional<Money> amount;
  bool included = false;
  bool isShare = false;
};

std::optional<Money> sum(std::optional<Money> a, std::optional<Money> b) {
  return a && b ? std::optional<Money>(*a + *b) : std::nullopt;
}

TaxTotal totalOf(const Source& source, uint32_t index, const json::Value& written) {
  const RateTotal& rate = source.totals.rates()[index];
  const bool perUnit = source.document.head.taxRates[index].perUnit;
  TaxTotal total;
  total.id = source.document.head.taxRates[index].id;
  total.name = written.textOf("name");
  total.included = source.document.head.taxRates[index].inclusive;
  // In shortest form, as a saved state has it, however the rate was written.
  if (!perUnit) {
    total.percent = formatTrimmed(source.document.head.taxRates[index].percent.micros, 6, 0);
  }
  if (!source.totals.rateUnknown(index)) total.amount = rate.amount;
  if (!perUnit && !source.totals.rateBaseUnknown(index)) total.base = rate.base;
  const json::Value* origin = written.find("origin");
  if (origin == nullptr || origin->textOf("rateId").empty()) return total;
  total.isShare = true;
  total.id = origin->textOf("rateId");
  total.percent = origin->textOf("percent");
  total.base = amountOf(origin->find("base"), source.document.minorDigits());
  return total;
}

}  // namespace

std::optional<Money> taxOnTop(const Source& source) {
  const Summary& summary = source.totals.summary();
  if (!summary.lineTax || !summary.lineTaxIncluded) return std::nullopt;
  return *summary.lineTax - *summary.lineTaxIncluded;
}

void writeTaxTotals(ViewWriter& out, const Source& source) {
  out.key("taxOnTop").amount(taxOnTop(source));
  out.key("taxes");
  const json::Value written = memberList(source.document, "taxRates");
  const MoneyLimit& limit = source.totals.context().limit;
  std::vector<TaxTotal> totals;
  for (uint32_t i = 0; i < source.totals.rates().size(); ++i) {
    if (source.totals.rates()[i].uses == 0) continue;
    TaxTotal total = totalOf(source, i, written.items[i]);
    const auto known = std::find_if(totals.begin(), totals.end(), [&](const TaxTotal& each) {
      return each.id == total.id && each.included == total.included;
    });
    if (known == totals.end()) {
      totals.push_back(std::move(total));
      continue;
    }
    known->isShare = known->isShare || total.isShare;
    known->base = sum(known->base, total.base);
    known->amount = sum(known->amount, total.amount);
  }
  const auto holding = [&limit](std::optional<Money> amount) {
    return amount ? limit.known(*amount) : amount;
  };
  out.beginArray();
  for (const TaxTotal& total : totals) {
    out.beginObject();
    out.key("amount").amount(holding(total.amount)).key("base").amount(holding(total.base));
    out.key("id").text(total.id).key("included").truth(total.included);
    out.key("name").text(total.name).key("percent").text(total.percent);
    if (total.isShare) out.key("share").truth(true);
    out.endObject();
  }
  out.endArray();
}

}  // namespace crossfoot::view
