#include <array>

#include "view/explain_parts.h"

namespace crossfoot::view {
namespace {

// The amounts of the summary (PR-4, RE-3).
class SummarySteps {
 public:
  /// `value` is what the view has at the place that is asked about.
  SummarySteps(Steps& steps, const Source& source, const json::Value& value)
      : steps_(steps),
        source_(source),
        value_(value),
        totals_(source.totals),
        summary_(source.totals.summary()),
        head_(source.document.head) {}

  bool explain(Segments place) {
    if (place.size() == 1) return total(place[0]);
    const std::optional<size_t> index = indexOf(place[1]);
    if (!index) return false;
    if (place[0] == "adjustments") return adjustment(*index, place.subspan(2));
    if (place[0] != "lineTaxes" || place.size() != 3) return false;
    return rate(*index, place[2]);
  }

 private:
  using Member = void (SummarySteps::*)();

  bool total(std::string_view name) {
    struct Entry {
      std::string_view name;
      Member member;
    };
    static constexpr std::array<Entry, 14> kMembers = {{
        {"subtotal", &SummarySteps::subtotal},
        {"lineDiscounts", &SummarySteps::lineDiscounts},
        {"discounts", &SummarySteps::discounts},
        {"fees", &SummarySteps::fees},
        {"taxes", &SummarySteps::taxes},
        {"lineTax", &SummarySteps::lineTax},
        {"lineTaxIncluded", &SummarySteps::lineTaxIncluded},
        {"roundingDifference", &SummarySteps::roundingDifference},
        {"dueNow", &SummarySteps::dueNow},
        {"dueNowMinor", &SummarySteps::dueNowMinor},
        {"futureNet", &SummarySteps::laterNet},
        {"futureTax", &SummarySteps::laterTax},
        {"futurePayments", &SummarySteps::laterPayments},
        {"total", &SummarySteps::wholeTotal},
    }};
    for (const Entry& entry : kMembers) {
      if (entry.name != name) continue;
      (this->*entry.member)();
      return true;
    }
    return false;
  }

  // Adds up one amount of every line due now.
  template <class AmountOf>
  void sumDueNow(std::string_view rule, std::string_view member, const AmountOf& amountOf,
                 const std::optional<Money>& value) {
    Addends addends = steps_.addends();
    PricedLine priced;
    forEachItem(source_, [&](const LinePlace& at, const LineItem& line) {
      if (!line.dueNow()) return true;
      priceLine(line, totals_.context(), priced);
      if (!priced.counts) return true;
      addends.add(amountOf(priced), line.id, addends.full() ? std::string() : linePath(at, member));
      return true;
    });
    steps_.amount(rule, steps_.inputs().addends(addends), addends.sum(), value);
  }

  void subtotal() {
    sumDueNow(
        "subtotal", "net", [](const PricedLine& line) { return line.payment.net; },
        summary_.subtotal);
  }
  void lineDiscounts() {
    sumDueNow(
        "line-discounts", "discount", [](const PricedLine& line) { return line.payment.discount; },
        summary_.lineDiscounts);
  }

  void discounts() { sumAdjustments("discounts", AdjustmentType::discount, summary_.discounts); }
  void fees() { sumAdjustments("fees", AdjustmentType::fee, summary_.fees); }
  void taxes() { sumAdjustments("one-time-taxes", AdjustmentType::tax, summary_.taxes); }

  void sumAdjustments(std::string_view rule, AdjustmentType type,
                      const std::optional<Money>& value) {
    if (!value && !summary_.subtotal) return steps_.dependsOn({"/summary/subtotal"});
    Addends addends = steps_.addends();
    for (size_t i = 0; i < head_.adjustments.size(); ++i) {
      const Adjustment& one = head_.adjustments[i];
      if (!one.counts || one.type != type) continue;
      addends.add(totals_.adjustments()[i].amount, one.id,
                  "/summary/adjustments/" + std::to_string(i) + "/amount");
    }
    steps_.amount(rule, steps_.inputs().addends(addends), addends.sum(), value);
  }

  void lineTax() { sumRates("line-tax", false, summary_.lineTax); }
  void lineTaxIncluded() { sumRates("line-tax-included", true, summary_.lineTaxIncluded); }

  void sumRates(std::string_view rule, bool inclusiveOnly, const std::optional<Money>& value) {
    if (!value && !summary_.subtotal) return steps_.dependsOn({"/summary/subtotal"});
    Addends addends = steps_.addends();
    size_t shown = 0;
    for (size_t i = 0; i < totals_.rates().size(); ++i) {
      const RateTotal& rate = totals_.rates()[i];
      if (rate.uses == 0) continue;
      const size_t at = shown++;
      if (inclusiveOnly && !head_.taxRates[i].inclusive) continue;
      addends.add(rate.amount, head_.taxRates[i].id,
                  "/summary/lineTaxes/" + std::to_string(at) + "/amount");
    }
    steps_.amount(rule, steps_.inputs().addends(addends), addends.sum(), value);
  }

  // The rates that the summary lists are those in use.
  bool rate(size_t shown, std::string_view member) {
    if (member != "amount" && member != "base") return false;
    uint32_t index = 0;
    for (size_t left = shown + 1;; ++index) {
      if (totals_.rates()[index].uses > 0 && --left == 0) break;
    }
    const bool unknown =
        member == "base" ? totals_.rateBaseUnknown(index) : totals_.rateUnknown(index);
    if (unknown) {
      steps_.dependsOn({"/summary/subtotal"});
    } else if (member == "amount") {
      explainRateTotal(steps_, source_, index);
    } else {
      explainRateBase(steps_, source_, index);
    }
    return true;
  }

  bool adjustment(size_t index, Segments place) {
    if (place.size() == 1 && place[0] == "amount") {
      return explainAdjustment(steps_, source_, index), true;
    }
    if (place.empty() || feeTaxesAt(source_, index) == nullptr) return false;
    TaxSteps taxes = feeTaxSteps(steps_, source_, index);
    if (!summary_.subtotal && value_.isNull()) {
      const bool perUnit = place.size() == 3 && taxes.isPerUnit(*indexOf(place[1]));
      if (!perUnit) return steps_.dependsOn({"/summary/subtotal"}), true;
    }
    if (place.size() == 1 && place[0] == "tax") return taxes.tax(), true;
    if (place.size() == 1 && place[0] == "taxIncluded") return taxes.included(), true;
    if (place.size() != 3 || place[0] != "taxes") return false;
    const size_t at = *indexOf(place[1]);
    if (place[2] == "amount") return taxes.amount(at), true;
    if (place[2] == "base") return taxes.base(at), true;
    return false;
  }

  // The paths of the amounts that have no value.
  static void note(std::vector<std::string>& missing, std::string_view name,
                   const std::optional<Money>& amount) {
    if (!amount) missing.push_back("/summary/" + std::string(name));
  }

  std::optional<Money> exactDue() {
    std::vector<std::string> missing;
    note(missing, "subtotal", summary_.subtotal);
    note(missing, "discounts", summary_.discounts);
    note(missing, "fees", summary_.fees);
    note(missing, "taxes", summary_.taxes);
    note(missing, "lineTax", summary_.lineTax);
    note(missing, "lineTaxIncluded", summary_.lineTaxIncluded);
    if (!missing.empty()) {
      steps_.dependsOn(std::move(missing));
      return std::nullopt;
    }
    const Money exact = *summary_.subtotal - *summary_.discounts + *summary_.fees +
                        *summary_.taxes + *summary_.lineTax - *summary_.lineTaxIncluded;
    Inputs inputs = steps_.inputs();
    inputs.money("subtotal", summary_.subtotal)
        .as(Op::add, "/summary/subtotal")
        .money("discounts", summary_.discounts)
        .as(Op::subtract, "/summary/discounts")
        .money("fees", summary_.fees)
        .as(Op::add, "/summary/fees")
        .money("taxes", summary_.taxes)
        .as(Op::add, "/summary/taxes")
        .money("lineTax", summary_.lineTax)
        .as(Op::add, "/summary/lineTax")
        .money("lineTaxIncluded", summary_.lineTaxIncluded)
        .as(Op::subtract, "/summary/lineTaxIncluded");
    const bool stepped = totals_.context().policy.cashRounding.has_value();
    if (stepped) {
      steps_.amount("due-now", inputs, exact);
    } else {
      steps_.amount("due-now", inputs, exact, summary_.dueNow);
    }
    return exact;
  }

  void dueNow() {
    const std::optional<Money> exact = exactDue();
    const std::optional<Money>& step = totals_.context().policy.cashRounding;
    if (!exact || !step) return;
    Inputs inputs = steps_.inputs();
    inputs.money("step", *step).money("amount", *exact).as(Op::add);
    steps_.amount("cash-rounding", inputs, *exact, summary_.dueNow);
  }

  void roundingDifference() {
    dueNow();
    if (!summary_.dueNow) return;
    const std::optional<Money>& step = totals_.context().policy.cashRounding;
    if (!step) return steps_.zero("no-cash-rounding", steps_.inputs());
    const Money difference = *summary_.roundingDifference;
    Inputs inputs = steps_.inputs();
    inputs.money("dueNow", summary_.dueNow).as(Op::add, "/summary/dueNow");
    inputs.money("amount", *summary_.dueNow - difference).as(Op::subtract);
    steps_.amount("rounding-difference", inputs, difference);
  }

  void dueNowMinor() {
    dueNow();
    if (!summary_.dueNow) return;
    std::string text;
    ViewWriter out(text, steps_.minorDigits());
    writeSummary(out, source_);
    const std::array<std::string, 1> place = {"dueNowMinor"};
    const json::Value minor = leafOf(text, place).value_or(json::Value());
    Inputs inputs = steps_.inputs();
    inputs.whole("minorDigits", steps_.minorDigits());
    inputs.money("dueNow", summary_.dueNow).as(Op::add, "/summary/dueNow");
    inputs.constant(Op::multiply, "minorUnits", Rational(powerOfTen(steps_.minorDigits())).text());
    if (minor.isNull()) return steps_.none("beyond-safe-integer", inputs);
    steps_.value("minor-units", inputs, json::Value::ofString(minor.text), minor);
  }

  // Why there are no future amounts: lines that renew without end.
  bool renews() {
    if (totals_.renewingLines() == 0) return false;
    Addends ids = steps_.addends();
    json::Value lines = json::Value::array();
    PricedLine priced;
    forEachItem(source_, [&](const LinePlace&, const LineItem& line) {
      if (!line.counts || !line.renews()) return true;
      priceLine(line, totals_.context(), priced);
      if (!priced.counts) return true;
      if (!ids.full()) lines.items.push_back(json::Value::ofString(std::string(line.id)));
      ids.add({}, line.id);
      return true;
    });
    Inputs inputs = steps_.inputs();
    inputs.list("lines", std::move(lines));
    if (ids.more() > 0) inputs.whole("more", static_cast<int64_t>(ids.more()));
    steps_.none("renewing-lines", inputs);
    return true;
  }

  // What one of the payments to come adds: its net, or its taxes on top.
  using FuturePart = Money (*)(const PricedLine& priced);

  void sumFuture(std::string_view rule, std::string_view member, FuturePart part,
                 const std::optional<Money>& value) {
    if (renews()) return;
    Addends addends = steps_.addends();
    forEachItem(source_, [&](const LinePlace& at, const LineItem& line) {
      if (line.counts && !(line.payments == 1 && line.startsNow)) {
        addFuture(addends, at, line, member, part);
      }
      return true;
    });
    steps_.amount(rule, steps_.inputs().addends(addends), addends.sum(), value);
  }

  // The payments of a line to come, run by run: those of a ramp differ by phase.
  void addFuture(Addends& addends, const LinePlace& at, const LineItem& line,
                 std::string_view member, FuturePart part) {
    const int64_t now = line.startsNow ? 1 : 0;
    const auto path = [&](const std::string& prefix) {
      return addends.full() ? std::string() : linePath(at, prefix + std::string(member));
    };
    PricedLine priced;
    priceLine(line, totals_.context(), priced);
    if (!priced.counts) return;
    if (!line.extras || line.extras->phases.empty()) {
      addends.addPayments(part(priced), line.payments - now, line.id,
                          path(line.payments == 1 ? "" : "later/"));
      return;
    }
    for (size_t i = 0; i < line.extras->phases.size(); ++i) {
      const Phase& phase = line.extras->phases[i];
      const int64_t count = phase.payments - (i == 0 ? now : 0);
      if (count == 0) continue;
      pricePhase(line, phase, totals_.context(), priced);
      addends.addPayments(part(priced), count, line.id, path("phases/" + std::to_string(i) + "/"));
    }
  }

  static Money netOf(const PricedLine& priced) { return priced.payment.net; }
  static Money taxOnTopOf(const PricedLine& priced) { return priced.regular.exclusive(); }

  void laterNet() { sumFuture("future-net", "net", netOf, summary_.futureNet); }
  void laterTax() { sumFuture("future-tax", "tax", taxOnTopOf, summary_.futureTax); }

  void laterPayments() {
    if (renews()) return;
    std::vector<std::string> missing;
    note(missing, "futureNet", summary_.futureNet);
    note(missing, "futureTax", summary_.futureTax);
    if (!missing.empty()) return steps_.dependsOn(std::move(missing));
    Inputs inputs = steps_.inputs();
    inputs.money("futureNet", summary_.futureNet).as(Op::add, "/summary/futureNet");
    inputs.money("futureTax", summary_.futureTax).as(Op::add, "/summary/futureTax");
    steps_.amount("future-payments", inputs, *summary_.futureNet + *summary_.futureTax,
                  summary_.futurePayments);
  }

  void wholeTotal() {
    if (renews()) return;
    std::vector<std::string> missing;
    note(missing, "dueNow", summary_.dueNow);
    note(missing, "futurePayments", summary_.futurePayments);
    if (!missing.empty()) return steps_.dependsOn(std::move(missing));
    Inputs inputs = steps_.inputs();
    inputs.money("dueNow", summary_.dueNow).as(Op::add, "/summary/dueNow");
    inputs.money("futurePayments", summary_.futurePayments).as(Op::add, "/summary/futurePayments");
    steps_.amount("total", inputs, *summary_.dueNow + *summary_.futurePayments, summary_.total);
  }

  Steps& steps_;
  const Source& source_;
  const json::Value& value_;
  const Totals& totals_;
  const Summary& summary_;
  const DocumentHead& head_;
};

// What the taxes add to the prices: no amount of the view, but one that pages print.
std::optional<json::Value> explainTaxOnTop(Steps& steps, const Source& source) {
  const Summary& summary = source.totals.summary();
  if (!summary.lineTax || !summary.lineTaxIncluded) {
    steps.dependsOn({"/summary/lineTax", "/summary/lineTaxIncluded"});
    return json::Value();
  }
  const Money onTop = *summary.lineTax - *summary.lineTaxIncluded;
  Inputs inputs = steps.inputs();
  inputs.money("lineTax", summary.lineTax).as(Op::add, "/summary/lineTax");
  inputs.money("lineTaxIncluded", summary.lineTaxIncluded);
  inputs.as(Op::subtract, "/summary/lineTaxIncluded");
  steps.amount("line-tax-on-top", inputs, onTop);
  return amountValue(onTop, steps.minorDigits());
}

}  // namespace

std::optional<json::Value> explainSummary(Steps& steps, const Source& source, Segments place) {
  if (place.empty()) return std::nullopt;
  if (place.size() == 1 && place[0] == "taxOnTop") return explainTaxOnTop(steps, source);
  std::string text;
  ViewWriter out(text, source.document.minorDigits());
  writeSummary(out, source);
  std::optional<json::Value> value = leafOf(text, place);
  if (!value || !SummarySteps(steps, source, *value).explain(place)) return std::nullopt;
  return value;
}

}  // namespace crossfoot::view
