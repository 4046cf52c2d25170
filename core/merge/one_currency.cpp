#include "merge/one_currency.h"

#include "codec/kept_amounts.h"
#include "codec/read_state.h"
#include "codec/write_state.h"
#include "json/value.h"

namespace crossfoot::merge {
namespace {

std::string currencyOf(const Document& document) {
  return std::string(document.head.currency.name());
}

}  // namespace

std::string mergedCurrency(const Document& base, const Document& mine, const Document& theirs) {
  const std::string before = currencyOf(base);
  const std::string my = currencyOf(mine);
  std::string their = currencyOf(theirs);
  if (my == before) return their;
  return their == before || their == my ? my : before;
}

std::unique_ptr<Document> sayingCurrencies(const Document& document, const std::string& merged) {
  const std::string own = currencyOf(document);
  if (own == merged) return nullptr;
  const std::string text = codec::writeState(document);
  json::Scanner scanner(text);
  json::Value state = json::readValue(scanner);
  for (const std::string_view list : {"lines", "taxRates", "adjustments"}) {
    json::Value* records = state.find(list);
    if (records != nullptr) codec::keepAmounts(partOfList(list), *records, own, merged);
  }
  auto read = codec::readState(json::write(state));
  return read ? std::move(*read) : nullptr;
}

}  // namespace crossfoot::merge
