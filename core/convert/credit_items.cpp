#include "convert/credit_items.h"

#include <algorithm>
#include <map>

#include "num/allocate.h"
#include "num/rounding.h"

namespace crossfoot::convert {
namespace {

using Kind = CreditItem::Kind;

void addTaxes(const LineTaxes& taxes, const view::Source& source, CreditItem& item) {
  for (const TaxAmount& entry : taxes.list()) {
    const bool perUnit = source.document.head.taxRates[entry.rate].perUnit;
    item.taxes.push_back({entry.rate, perUnit ? Money{} : entry.base, entry.amount});
  }
}

CreditItem lineItem(const view::Source& source, uint32_t slot, const PricedLine& priced) {
  CreditItem item;
  item.id = source.document.lines.slot(slot).id;
  LineTaxes taxes;
  source.totals.taxesDueNow(slot, priced, taxes);
  item.net = priced.payment.net - source.totals.share(slot) - taxes.included;
  addTaxes(taxes, source, item);
  return item;
}

CreditItem adjustmentItem(const view::Source& source, size_t index) {
  const Adjustment& adjustment = source.document.head.adjustments[index];
  CreditItem item;
  item.kind = adjustment.type == AdjustmentType::tax ? Kind::tax : Kind::fee;
  item.id = adjustment.id;
  item.net = source.totals.adjustments()[index].amount;
  for (const FeeTaxes& fee : source.totals.feeTaxes()) {
    if (fee.adjustment != index) continue;
    item.net -= fee.taxes.included;
    addTaxes(fee.taxes, source, item);
  }
  return item;
}

// One amount of the items, and the group in which it gives its share.
struct Place {
  Money* left;
  Money* taken;
};
using Groups = std::map<uint32_t, std::vector<Place>>;

constexpr uint32_t kNets = 0;
constexpr uint32_t kRounding = 1;
constexpr uint32_t kFirstOther = 2;

Groups groupsOf(CreditItems& left, CreditItems& taken, uint32_t rates) {
  Groups groups;
  for (size_t i = 0; i < left.size(); ++i) {
    uint32_t group = kNets;
    if (left[i].kind == Kind::rounding) group = kRounding;
    // Each one-time tax is a tax of its own, behind those of the rates.
    if (left[i].kind == Kind::tax) group = kFirstOther + rates + static_cast<uint32_t>(i);
    groups[group].push_back({&left[i].net, &taken[i].net});
    for (size_t k = 0; k < left[i].taxes.size(); ++k) {
      groups[kFirstOther + left[i].taxes[k].rate].push_back(
          {&left[i].taxes[k].amount, &taken[i].taxes[k].amount});
    }
  }
  return groups;
}

uint32_t rateCount(const CreditItems& items) {
  uint32_t count = 0;
  for (const CreditItem& item : items) {
    for (const CreditItem::Tax& tax : item.taxes) count = std::max(count, tax.rate + 1);
  }
  return count;
}

// What an amount gives of a wish, without changing its sign.
Money atMost(Money wished, Money left) {
  if (left.isNegative()) return std::min(Money{}, std::max(wished, left));
  return std::max(Money{}, std::min(wished, left));
}

// Takes from one item what a wish holds of it; answers what that was.
Money takeOf(CreditItem& item, const CreditItem& wish) {
  Money sum = atMost(wish.net, item.net);
  item.net -= sum;
  for (const CreditItem::Tax& tax : wish.taxes) {
    for (CreditItem::Tax& own : item.taxes) {
      if (own.rate != tax.rate) continue;
      const Money amount = atMost(tax.amount, own.amount);
      own.amount -= amount;
      own.base -= atMost(tax.base, own.base);
      sum += amount;
    }
  }
  return sum;
}

std::string keyOf(const CreditItem& item) {
  return static_cast<char>('0' + static_cast<int>(item.kind)) + item.id;
}

void shareOut(Money amount, std::vector<Place>& places) {
  std::vector<Int128> parts;
  parts.reserve(places.size());
  for (const Place& place : places) parts.push_back(place.left->minor);
  std::vector<Int128> taken;
  takeProportionally(amount.minor, parts, taken);
  for (size_t i = 0; i < places.size(); ++i) places[i].taken->minor = taken[i];
}

}  // namespace

CreditItems creditItems(const view::Source& source) {
  CreditItems items;
  PricedLine priced;
  for (const uint32_t slot : source.document.lines.order()) {
    const LineItem& line = source.document.lines.slot(slot);
    if (!line.dueNow()) continue;
    priceLine(line, source.totals.context(), priced);
    if (priced.counts) items.push_back(lineItem(source, slot, priced));
  }
  const std::vector<Adjustment>& adjustments = source.document.head.adjustments;
  for (size_t i = 0; i < adjustments.size(); ++i) {
    // Discounts stand on the lines already, each with its share.
    const bool counts = adjustments[i].counts && adjustments[i].type != AdjustmentType::discount;
    if (counts) items.push_back(adjustmentItem(source, i));
  }
  const Money rounding = source.totals.summary().roundingDifference.value_or(Money{});
  if (rounding == Money{}) return items;
  items.push_back({Kind::rounding, "", rounding, {}});
  return items;
}

Money total(const CreditItems& items) {
  Money sum;
  for (const CreditItem& item : items) {
    sum += item.net;
    for (const CreditItem::Tax& tax : item.taxes) sum += tax.amount;
  }
  return sum;
}

CreditItems takeShare(CreditItems& left, Money amount) {
  const Money whole = total(left);
  CreditItems taken = left;
  if (!(amount == whole)) {
    Groups groups = groupsOf(left, taken, rateCount(left));
    std::vector<Int128> sums;
    for (const auto& [group, places] : groups) {
      Int128 sum = 0;
      for (const Place& place : places) sum += place.left->minor;
      sums.push_back(sum);
    }
    std::vector<Int128> shares;
    takeProportionally(amount.minor, sums, shares);
    size_t next = 0;
    for (auto& [group, places] : groups) shareOut({shares[next++]}, places);
    for (size_t i = 0; i < taken.size(); ++i) {
      // A base that is the net of its line stays that: what is given back foots in both columns.
      const Money net = left[i].net;
      const bool hasNet = !(net == Money{});
      for (CreditItem::Tax& tax : taken[i].taxes) {
        tax.base = {hasNet ? divideRounded(tax.base.minor * taken[i].net.minor, net.minor)
                           : divideRounded(tax.base.minor * amount.minor, whole.minor)};
      }
    }
  }
  for (size_t i = 0; i < left.size(); ++i) (void)takeOf(left[i], taken[i]);
  return taken;
}

Money takeExactly(CreditItems& left, const CreditItems& taken) {
  std::map<std::string, size_t> places;
  for (size_t i = 0; i < left.size(); ++i) places.emplace(keyOf(left[i]), i);
  Money sum;
  for (const CreditItem& wish : taken) {
    const auto place = places.find(keyOf(wish));
    if (place != places.end()) sum += takeOf(left[place->second], wish);
  }
  return sum;
}

}  // namespace crossfoot::convert
