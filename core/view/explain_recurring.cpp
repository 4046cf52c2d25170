// The payments to come: series of equal payments, and the schedule by date (RE-3.3, RE-4).

#include "recurring/schedule.h"
#include "view/explain_parts.h"

namespace crossfoot::view {
namespace {

using LineMember = Money (*)(const PricedLine& priced);

Money netOf(const PricedLine& priced) { return priced.payment.net; }
Money taxOf(const PricedLine& priced) { return priced.regular.tax; }
Money includedOf(const PricedLine& priced) { return priced.regular.included; }
Money exclusiveOf(const PricedLine& priced) { return priced.regular.exclusive(); }

// Where the view has the amount of one regular payment of a line, "" where it has it nowhere.
std::string regularPath(const LinePlace& at, const LineItem& line, const Series& series,
                        std::string_view member) {
  if (series.phase >= 0) {
    return linePath(at, "phases/" + std::to_string(series.phase) + "/" + std::string(member));
  }
  if (member == "net" || !line.dueNow()) return linePath(at, member);
  return line.payments == 1 ? std::string() : linePath(at, "later/" + std::string(member));
}

// Places in the view by slot, for the lines of a few series.
std::vector<LinePlace> placesBySlot(const Source& source) {
  std::vector<LinePlace> places(source.document.lines.slotCount());
  forEachItem(source, [&places](const LinePlace& at, const LineItem&) {
    places[at.slot] = at;
    return true;
  });
  return places;
}

// Adds up one amount of every line of a series.
void addSeries(Addends& addends, const Source& source, const Series& series,
               std::string_view member, LineMember amountOf, const std::vector<LinePlace>& places) {
  PricedLine priced;
  for (const std::string_view id : series.lineIds) {
    const uint32_t slot = source.document.lines.find(id);
    const LineItem& line = source.document.lines.slot(slot);
    if (series.phase >= 0) {
      pricePhase(line, line.extras->phases[static_cast<size_t>(series.phase)],
                 source.totals.context(), priced);
    } else {
      priceLine(line, source.totals.context(), priced);
    }
    std::string path;
    if (!addends.full() && !member.empty()) path = regularPath(places[slot], line, series, member);
    addends.add(amountOf(priced), id, std::move(path));
  }
}

// One payment of the lines that fall due together.
class SeriesSteps {
 public:
  /// `prefix` is the path of the series in the view.
  SeriesSteps(Steps& steps, const Source& source, const Series& series, std::string prefix)
      : steps_(steps),
        source_(source),
        series_(series),
        prefix_(std::move(prefix)),
        places_(placesBySlot(source)) {}

  /// The amount by its name; none where it is no amount.
  std::optional<json::Value> explain(std::string_view name) {
    if (name == "net") return sum(name, netOf, series_.net);
    if (name == "tax") return sum(name, taxOf, series_.tax);
    if (name == "taxIncluded") return sum(name, includedOf, series_.taxIncluded);
    if (name != "total") return std::nullopt;
    sum("net", netOf, series_.net);
    sum("tax", taxOf, series_.tax);
    sum("taxIncluded", includedOf, series_.taxIncluded);
    steps_.amount("payment-total",
                  steps_.inputs()
                      .money("net", series_.net)
                      .as(Op::add, prefix_ + "/net")
                      .money("tax", series_.tax)
                      .as(Op::add, prefix_ + "/tax")
                      .money("taxIncluded", series_.taxIncluded)
                      .as(Op::subtract, prefix_ + "/taxIncluded"),
                  series_.total(), held(series_.total()));
    return amountValue(held(series_.total()), steps_.minorDigits());
  }

 private:
  std::optional<Money> held(Money amount) const {
    return source_.totals.context().limit.known(amount);
  }

  json::Value sum(std::string_view member, LineMember amountOf, Money amount) {
    const Steps::Towards towards(steps_, prefix_ + "/" + std::string(member));
    Addends addends = steps_.addends();
    addSeries(addends, source_, series_, member, amountOf, places_);
    steps_.amount("recurring-sum", steps_.inputs().addends(addends), amount, held(amount));
    return amountValue(held(amount), steps_.minorDigits());
  }

  Steps& steps_;
  const Source& source_;
  const Series& series_;
  std::string prefix_;
  std::vector<LinePlace> places_;
};

// An amount of one of the series that `shown` picks, by its index among these.
template <class Shown>
std::optional<json::Value> explainSeries(Steps& steps, const Source& source, Segments place,
                                         std::string_view list, const Shown& shown) {
  if (place.size() != 2) return std::nullopt;
  std::optional<size_t> index = indexOf(place[0]);
  if (!index) return std::nullopt;
  const std::string prefix = "/" + std::string(list) + "/" + place[0];
  for (const Series& series :
       paymentSeries(source.document, source.totals.context(), SeriesUse::summary)) {
    if (!shown(series)) continue;
    if ((*index)-- == 0) return SeriesSteps(steps, source, series, prefix).explain(place[1]);
  }
  return std::nullopt;
}

// One entry of the schedule.
class EntrySteps {
 public:
  /// `prefix` is its path in the view.
  EntrySteps(Steps& steps, const Source& source, const ScheduleEntry& entry,
             const std::vector<Series>& series, bool isCheckout, std::string prefix)
      : steps_(steps),
        source_(source),
        entry_(entry),
        series_(series),
        isCheckout_(isCheckout),
        prefix_(std::move(prefix)) {}

  /// The amount by its name; none where it is no amount.
  std::optional<json::Value> explain(std::string_view name) {
    const std::optional<Money>* amount = nullptr;
    if (name == "net") amount = &entry_.net;
    if (name == "fees") amount = &entry_.fees;
    if (name == "tax") amount = &entry_.tax;
    if (name == "taxIncluded") amount = &entry_.taxIncluded;
    if (name == "roundingDifference") amount = &entry_.roundingDifference;
    if (name == "total") amount = &entry_.total;
    if (amount == nullptr) return std::nullopt;
    if (isCheckout_) {
      checkout(name, *amount);
    } else {
      later(name, *amount);
    }
    return amountValue(*amount, steps_.minorDigits());
  }

 private:
  // The first entry is what the summary says is due now.
  void checkout(std::string_view name, const std::optional<Money>& amount) {
    const Summary& summary = source_.totals.summary();
    Inputs inputs = steps_.inputs();
    std::vector<std::string> paths;
    const auto input = [&](std::string_view member, const std::optional<Money>& value,
                           Op op = Op::add) {
      paths.push_back("/summary/" + std::string(member));
      inputs.money(member, value);
      if (value) inputs.as(op, paths.back());
    };
    if (name == "net") {
      input("subtotal", summary.subtotal);
      input("discounts", summary.discounts, Op::subtract);
    } else if (name == "fees") {
      input("fees", summary.fees);
    } else if (name == "tax") {
      input("taxes", summary.taxes);
      input("lineTax", summary.lineTax);
      input("lineTaxIncluded", summary.lineTaxIncluded, Op::subtract);
    } else if (name == "taxIncluded") {
      input("lineTaxIncluded", summary.lineTaxIncluded);
    } else if (name == "roundingDifference") {
      input("roundingDifference", summary.roundingDifference);
    } else {
      input("dueNow", summary.dueNow);
    }
    if (!amount) return steps_.dependsOn(std::move(paths));
    steps_.amount(rule("checkout-", name), inputs, *amount);
  }

  void later(std::string_view name, const std::optional<Money>& amount) {
    if (name == "fees" || name == "roundingDifference") {
      return steps_.zero("only-due-now", steps_.inputs());
    }
    if (name == "taxIncluded") {
      sum(name, "taxIncluded", includedOf, amount);
      return;
    }
    Money net;
    Money tax;
    if (name != "tax") net = sum("net", "net", netOf, entry_.net);
    if (name != "net") tax = sum("tax", "", exclusiveOf, entry_.tax);
    if (name != "total") return;
    Inputs inputs = steps_.inputs();
    inputs.money("net", net).as(Op::add, prefix_ + "/net");
    inputs.money("tax", tax).as(Op::add, prefix_ + "/tax");
    steps_.amount("later-total", inputs, net + tax, amount);
  }

  Money sum(std::string_view name, std::string_view member, LineMember amountOf,
            const std::optional<Money>& amount) {
    if (places_.empty()) places_ = placesBySlot(source_);
    const Steps::Towards towards(steps_, prefix_ + "/" + std::string(name));
    Addends addends = steps_.addends();
    for (const DuePayment& payment : paymentsOn(entry_.date, source_.document, series_)) {
      addSeries(addends, source_, *payment.series, member, amountOf, places_);
    }
    steps_.amount(rule("later-", name), steps_.inputs().addends(addends), addends.sum(), amount);
    return addends.sum();
  }

  // "later-" and a member's name in kebab case.
  static std::string rule(std::string_view prefix, std::string_view name) {
    std::string text(prefix);
    for (const char c : name) {
      if (c >= 'A' && c <= 'Z') {
        text += '-';
        text += static_cast<char>(c - 'A' + 'a');
      } else {
        text += c;
      }
    }
    return text;
  }

  Steps& steps_;
  const Source& source_;
  const ScheduleEntry& entry_;
  const std::vector<Series>& series_;
  bool isCheckout_;
  std::string prefix_;
  std::vector<LinePlace> places_;
};

}  // namespace

std::optional<json::Value> explainRecurring(Steps& steps, const Source& source, Segments place) {
  return explainSeries(steps, source, place, "recurring",
                       [](const Series& series) { return isRecurring(series.frequency); });
}

std::optional<json::Value> explainDelayed(Steps& steps, const Source& source, Segments place) {
  return explainSeries(steps, source, place, "delayed",
                       [](const Series& series) { return series.isDelayed(); });
}

std::optional<json::Value> explainSchedule(Steps& steps, const Source& source, Segments place) {
  if (place.size() != 2) return std::nullopt;
  const std::optional<size_t> index = indexOf(place[0]);
  const std::vector<Series> series =
      paymentSeries(source.document, source.totals.context(), SeriesUse::schedule);
  const auto entries = schedule(source.document, source.totals, series);
  if (!index || !entries || *index >= entries->size()) return std::nullopt;
  const ScheduleEntry& entry = (*entries)[*index];
  const bool isCheckout = *index == 0 && entry.date == source.document.head.date;
  return EntrySteps(steps, source, entry, series, isCheckout, "/schedule/" + place[0])
      .explain(place[1]);
}

std::optional<json::Value> explainSection(Steps& steps, const Source& source, Segments place) {
  if (place.size() != 2 || place[1] != "subtotal") return std::nullopt;
  const std::optional<size_t> wanted = indexOf(place[0]);
  if (!wanted) return std::nullopt;
  size_t sections = 0;  // begun so far
  size_t shown = 0;
  Addends addends = steps.addends();
  PricedLine priced;
  for (const uint32_t slot : source.document.lines.order()) {
    const LineItem& line = source.document.lines.slot(slot);
    if (line.type == LineType::section && sections++ > *wanted) break;
    if (!line.isItem()) continue;
    const LinePlace at{slot, shown++, 0};
    if (sections != *wanted + 1 || !line.dueNow()) continue;
    priceLine(line, source.totals.context(), priced);
    if (!priced.counts) continue;
    addends.add(priced.payment.net, line.id, addends.full() ? std::string() : linePath(at, "net"));
  }
  if (sections <= *wanted) return std::nullopt;
  const bool held = source.totals.context().limit.holds(addends.sum());
  const std::optional<Money> subtotal = held ? std::optional<Money>(addends.sum()) : std::nullopt;
  steps.amount("section-subtotal", steps.inputs().addends(addends), addends.sum(), subtotal);
  return amountValue(subtotal, steps.minorDigits());
}

}  // namespace crossfoot::view
