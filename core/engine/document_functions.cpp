#include <array>

#include "convert/convert.h"
#include "currency/currency.h"
#include "engine/function.h"
#include "engine/sum.h"
#include "merge/merge.h"
#include "quickbooks/quickbooks.h"
#include "subscription/account.h"
#include "subscription/subscription.h"
#include "verify/verify.h"
#include "view/view_writer.h"

namespace crossfoot {
namespace {

std::string currenciesReply(const json::Value&) {
  std::string text;
  view::ViewWriter out(text, 0);
  out.beginObject().key("currencies").beginArray();
  for (const Currency& currency : allCurrencies()) {
    out.beginObject().key("code").text(currency.name());
    out.key("minorUnits").whole(currency.minorDigits).endObject();
  }
  out.endArray().endObject();
  return text;
}

// merge and verify take whole documents: as trees those would be ten times their texts.
constexpr std::array<FunctionRow, 9> kFunctions = {{
    {"account", ofParsed<subscription::accountReply>},
    {"convert", ofParsed<convert::convertReply>},
    {"currencies", ofParsed<currenciesReply>},
    {"events", ofParsed<subscription::eventsReply>},
    {"merge", merge::mergeReply},
    {"period", ofParsed<subscription::periodReply>},
    {"quickbooks", ofParsed<quickbooks::quickbooksReply>},
    {"sum", ofParsed<sumReply>},
    {"verify", verify::verifyReply},
}};

}  // namespace

std::span<const FunctionRow> documentFunctions() { return kFunctions; }

Refusal unknownFunction() {
  return refuse("unknown-function", "", "There is no function of this name.");
}

}  // namespace crossfoot
