// What the lines under each section heading come to.

#include "view/priced_view.h"

namespace crossfoot::view {
namespace {

// The sums of the lines due now from one section heading to the next.
struct SectionSum {
  const LineItem* heading = nullptr;  // null: the lines before the first one
  Money subtotal;
  std::optional<Money> total = Money{};
};

// What the line shows as its total; none where it has no value.
std::optional<Money> lineTotal(const Source& source, uint32_t slot, const PricedLine& priced) {
  const LineItem& line = source.document.lines.slot(slot);
  if (source.totals.sharesUnknown() || source.totals.gapsOfLine(line.taxSet).tax) {
    return std::nullopt;
  }
  LineTaxes taxes;
  source.totals.taxesDueNow(slot, priced, taxes);
  return priced.payment.net - source.totals.share(slot) + taxes.exclusive();
}

std::vector<SectionSum> sectionSums(const Source& source, bool withTotals) {
  std::vector<SectionSum> sums(1);
  PricedLine priced;
  for (const uint32_t slot : source.document.lines.order()) {
    const LineItem& line = source.document.lines.slot(slot);
    if (line.type == LineType::section) sums.push_back({&line, {}, Money{}});
    SectionSum& sum = sums.back();
    if (!line.isItem() || !line.dueNow() || (sum.heading == nullptr && !withTotals)) continue;
    priceLine(line, source.totals.context(), priced);
    if (!priced.counts) continue;
    sum.subtotal += priced.payment.net;
    if (!withTotals || !sum.total) continue;
    const std::optional<Money> total = lineTotal(source, slot, priced);
    sum.total = total ? std::optional<Money>(*sum.total + *total) : std::nullopt;
  }
  return sums;
}

}  // namespace

void writeSections(ViewWriter& out, const Source& source) {
  out.beginArray();
  for (const SectionSum& sum : sectionSums(source, false)) {
    if (sum.heading == nullptr) continue;
    out.beginObject().key("id").text(sum.heading->id).key("subtotal");
    out.amount(source.totals.context().limit.known(sum.subtotal)).endObject();
  }
  out.endArray();
}

void writeSectionSums(ViewWriter& out, const Source& source) {
  const MoneyLimit& limit = source.totals.context().limit;
  out.beginArray();
  for (const SectionSum& sum : sectionSums(source, true)) {
    out.beginObject().key("id");
    if (sum.heading == nullptr) {
      out.null();
    } else {
      out.text(sum.heading->id);
    }
    out.key("subtotal").amount(limit.known(sum.subtotal));
    out.key("total").amount(sum.total ? limit.known(*sum.total) : std::nullopt).endObject();
  }
  out.endArray();
}

}  // namespace crossfoot::view
