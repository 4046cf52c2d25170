#include "engine/sum.h"
#include "base/result.h"

#include "currency/currency.h"
#include "num/money.h"
#include "view/open_state.h"
#include "view/view_writer.h"

namespace crossfoot {
namespace {

std::string placeOf(size_t list, size_t item) {
  return "/lists/" + std::to_string(list) + "/" + std::to_string(item);
}

Result<Money> sumOf(const json::Value& list, size_t index, unsigned minorDigits) {
  if (!list.isArray()) {
    return refuse("wrong-type", "/lists/" + std::to_string(index), "Give an array of amounts.");
  }
  const MoneyLimit limit(minorDigits);
  Money sum;
  for (size_t i = 0; i < list.items.size(); ++i) {
    const std::optional<Money> amount = view::amountOf(&list.items[i], minorDigits);
    if (!amount) return refuse("invalid-number", placeOf(index, i), "This is no amount.");
    // Checked at every step: then the sum of any number of amounts stays within 128 bits.
    if (!limit.holds(*amount) || !limit.holds(sum += *amount)) {
      return refuse("amount-overflow", placeOf(index, i), "The sum reaches 1000000000000000.");
    }
  }
  return sum;
}

}  // namespace

std::string sumReply(const json::Value& argument) {
  const Currency* currency = findCurrency(argument.textOf("currency"));
  if (currency == nullptr) {
    return toJson(refuse("unknown-currency", "/currency", "Give the currency, like USD."));
  }
  const json::Value* lists = argument.find("lists");
  if (lists == nullptr || !lists->isArray()) {
    return toJson(refuse("wrong-type", "/lists", "Give an array of lists of amounts."));
  }
  std::string text;
  view::ViewWriter out(text, currency->minorDigits);
  out.beginObject().key("sums").beginArray();
  for (size_t i = 0; i < lists->items.size(); ++i) {
    auto sum = sumOf(lists->items[i], i, currency->minorDigits);
    if (!sum) return toJson(sum.refusal());
    out.amount(*sum);
  }
  out.endArray().endObject();
  return text;
}

}  // namespace crossfoot
