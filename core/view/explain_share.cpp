#include "view/explain_parts.h"

namespace crossfoot::view {
namespace {

std::string_view roundName(ShareRound round) {
  switch (round) {
    case ShareRound::sameTaxRates: return "same-tax-rates";
    case ShareRound::oneTimeLines: return "one-time-lines";
    case ShareRound::allLines: return "all-lines";
  }
  return {};
}

// What is shared without regard to tax rates: discounts that carry none, and leftovers.
void explainPool(Steps& steps, const Source& source, const ShareTrace& trace) {
  const std::vector<Adjustment>& list = source.document.head.adjustments;
  Addends addends = steps.addends();
  for (size_t i = 0; i < trace.pooled.size(); ++i) {
    if (list[i].type != AdjustmentType::discount || !list[i].counts) continue;
    addends.add(trace.pooled[i], list[i].id,
                "/summary/adjustments/" + std::to_string(i) + "/amount");
  }
  steps.amount("order-discount-pool", steps.inputs().addends(addends), addends.sum());
}

void explainPart(Steps& steps, const Source& source, const SharePart& part) {
  const Rational exact = steps.major(part.amount) * Rational(part.weight.minor, part.weights.minor);
  const Money floor{part.amount.minor * part.weight.minor / part.weights.minor};
  Inputs inputs = steps.inputs();
  inputs.text("over", std::string(roundName(part.round)))
      .money("amount", part.amount)
      .as(Op::add)
      .money("weight", part.weight)
      .as(Op::multiply)
      .money("weights", part.weights)
      .as(Op::divide)
      .whole("lines", static_cast<int64_t>(part.lines))
      .money("floor", floor)
      .truth("leftoverUnit", floor < part.part);
  if (part.round == ShareRound::sameTaxRates) {
    inputs.text("adjustment", source.document.head.adjustments[part.adjustment].id);
  }
  steps.amount("order-discount-share", inputs, exact, part.part);
}

}  // namespace

void explainShare(Steps& steps, const Source& source, uint32_t slot) {
  const Money share = source.totals.share(slot);
  const std::vector<DueLine>& lines = source.totals.dueLines();
  ShareTrace trace;
  while (trace.line < lines.size() && lines[trace.line].slot != slot) ++trace.line;
  std::vector<Money> shares;
  shareDiscounts(source.totals.adjustments(), lines, source.totals.context(), shares, &trace);
  if (trace.parts.empty()) {
    steps.zero("no-order-discount", steps.inputs());
    return;
  }
  bool poolShown = false;
  Addends addends = steps.addends();
  for (const SharePart& part : trace.parts) {
    if (part.round != ShareRound::sameTaxRates && !poolShown) {
      poolShown = true;
      explainPool(steps, source, trace);
    }
    explainPart(steps, source, part);
    addends.add(part.part, {});
  }
  if (trace.parts.size() > 1) {
    steps.amount("order-discount-sum", steps.inputs().addends(addends), share);
  }
}

}  // namespace crossfoot::view
