#include "recurring/subscription_group.h"

#include <map>
#include <tuple>

namespace crossfoot {

std::vector<SubscriptionGroup> subscriptionGroups(const Document& document,
                                                  const PricingContext& context) {
  using Key = std::tuple<Frequency, int32_t, uint16_t, std::vector<uint32_t>>;
  std::vector<SubscriptionGroup> groups;
  std::map<Key, size_t> places;
  PricedLine priced;
  for (const uint32_t slot : document.lines.order()) {
    const LineItem& line = document.lines.slot(slot);
    if (!line.isItem() || !line.counts || !isRecurring(line.frequency)) continue;
    priceLine(line, context, priced);
    if (!priced.counts) continue;
    std::vector<uint32_t> phases;
    if (line.extras) {
      for (const Phase& phase : line.extras->phases) phases.push_back(phase.payments);
    }
    const Key key{line.frequency, line.firstPayment.dayNumber(), line.payments, std::move(phases)};
    const auto [at, isNew] = places.emplace(key, groups.size());
    if (isNew) groups.push_back({&line, {}});
    groups[at->second].slots.push_back(slot);
  }
  return groups;
}

}  // namespace crossfoot
