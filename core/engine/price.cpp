#include "codec/read_state.h"
#include "crossfoot/engine.h"
#include "view/priced_view.h"

namespace crossfoot {

std::string price(std::string_view stateText, bool withDigest) {
  auto document = codec::readState(std::string(stateText));
  if (!document) return toJson(document.refusal());
  Totals totals(**document);
  totals.priceAll();
  return view::pricedView({**document, totals}, withDigest);
}

}  // namespace crossfoot
