#include "view/explain_line.h"

#include <array>

#include "pricing/margin.h"

namespace crossfoot::view {
namespace {

constexpr std::array<std::string_view, 4> kMetricNames = {"mrr", "arr", "acv", "tcv"};

bool isMetric(std::string_view name) {
  for (const std::string_view metric : kMetricNames) {
    if (name == metric) return true;
  }
  return false;
}

// The amounts of one line of the view.
class LineSteps {
 public:
  LineSteps(Steps& steps, const Source& source, const LinePlace& place)
      : steps_(steps),
        source_(source),
        place_(place),
        line_(source.document.lines.slot(place.slot)),
        context_(source.totals.context()) {
    priceLine(line_, context_, priced_);
    dueNow_ = priced_.counts && line_.dueNow();
  }

  /// False where the place names no amount; `value` is what the view has there.
  bool explain(Segments place, const json::Value& value) {
    const std::string& name = place[0];
    if (!isAmount(place)) return false;
    if (!priced_.counts) return countsZero(name), true;
    const bool perUnit = name == "taxes" && taxSteps().isPerUnit(*indexOf(place[1]));
    const bool lost = dueNow_ && value.isNull() && !source_.totals.summary().subtotal;
    if (lost && !perUnit && (name == "total" || name.rfind("tax", 0) == 0)) {
      return steps_.dependsOn({"/summary/subtotal"}), true;
    }
    if (name == "taxes") return tax(*indexOf(place[1]), place[2]), true;
    if (name == "phases") return phase(*indexOf(place[1]), place[2]);
    if (name == "later") return later(place[1]);
    if (isMetric(name)) return explainLineMetric(steps_, source_, place_, name), true;
    if (isRatioOrMargin(name)) return true;
    return member(name);
  }

 private:
  // Of the right shape, so that no text or date of the line is taken for an amount.
  static bool isAmount(Segments place) {
    constexpr std::array<std::string_view, 12> kAmounts = {
        "list",        "discount", "charges", "net",    "orderDiscount", "tax",
        "taxIncluded", "total",    "cost",    "margin", "marginPercent", "effectiveUnitPrice"};
    if (place.size() == 1) {
      for (const std::string_view name : kAmounts) {
        if (place[0] == name) return true;
      }
      return isMetric(place[0]);
    }
    if (place[0] == "taxes") return place.size() == 3 && place[2] != "id";
    if (place[0] == "phases") return place.size() == 3;
    return place[0] == "later" && place.size() == 2;
  }

  // A line with an error in a pricing field, or with an amount that overflows, counts 0.
  void countsZero(const std::string& name) {
    json::Value codes = json::Value::array();
    for (const Issue& issue : issuesOfLine(source_, place_.position)) {
      if (issueSeverity(issue.code) != Severity::error) continue;
      codes.items.push_back(json::Value::ofString(std::string(issueName(issue.code))));
    }
    Inputs inputs = steps_.inputs();
    inputs.list("errors", std::move(codes));
    if (name == "effectiveUnitPrice" || name == "marginPercent") {
      steps_.none("line-counts-zero", inputs);
    } else {
      steps_.zero("line-counts-zero", inputs);
    }
  }

  std::string prefix() const { return "/lines/" + std::to_string(place_.shown); }

  PaymentSteps& now() {
    const PaymentPlace place{PaymentPlace::Kind::line, prefix()};
    if (!now_) now_.emplace(steps_, TermsView::of(line_), context_, place);
    return *now_;
  }

  bool member(std::string_view name) {
    if (name == "list") return now().list(), true;
    if (name == "discount") return now().discount(), true;
    if (name == "charges") return now().charges(), true;
    if (name == "net") return now().net(), true;
    if (name == "orderDiscount") return orderDiscount(), true;
    if (name == "tax") return taxSteps().tax(), true;
    if (name == "taxIncluded") return taxSteps().included(), true;
    return total(), true;
  }

  bool unknown() const { return dueNow_ && source_.totals.sharesUnknown(); }

  void orderDiscount() {
    if (orderDiscountShown_) return;
    orderDiscountShown_ = true;
    const Steps::Towards share(steps_, linePath(place_, "orderDiscount"));
    if (unknown()) {
      steps_.dependsOn({"/summary/subtotal"});
    } else if (!dueNow_) {
      steps_.zero("not-due-now", steps_.inputs());
    } else {
      explainShare(steps_, source_, place_.slot);
    }
  }

  // What the taxes of the payment that the line shows are taken of.
  void gross() {
    now().net();
    Inputs inputs = steps_.inputs();
    inputs.money("net", priced_.payment.net).as(Op::add, linePath(place_, "net"));
    const bool shared = dueNow_ && context_.policy.taxBase == TaxBase::afterDiscounts;
    if (shared && !(source_.totals.share(place_.slot) == Money{})) {
      orderDiscount();
      inputs.money("orderDiscount", source_.totals.share(place_.slot));
      inputs.as(Op::subtract, linePath(place_, "orderDiscount"));
    }
    steps_.amount("taxable-amount", inputs, taxed_.taxable.gross);
  }

  TaxSteps& taxSteps() {
    if (taxes_) return *taxes_;
    taxed_.taxSet = line_.taxSet;
    taxed_.rates = taxed_.sums = prefix();
    if (dueNow_) {
      taxed_.taxable = source_.totals.taxable(dueLineOf(source_, place_.slot, priced_));
      source_.totals.taxesDueNow(place_.slot, priced_, taxed_.printed);
      taxed_.byDocument = context_.policy.taxRounding == TaxRounding::document;
    } else {
      taxed_.taxable = {priced_.payment.net, line_.quantity, priced_.payment.list.isNegative()};
      taxed_.printed = priced_.regular;
    }
    taxes_.emplace(steps_, source_, taxed_, [this] { gross(); });
    return *taxes_;
  }

  void tax(size_t at, std::string_view member) {
    if (member == "base") return taxSteps().base(at);
    taxSteps().amount(at);
  }

  void total() {
    now().net();
    const Money share = dueNow_ ? source_.totals.share(place_.slot) : Money{};
    if (!(share == Money{})) orderDiscount();
    taxSteps().sums();
    steps_.amount("line-total",
                  steps_.inputs()
                      .money("net", priced_.payment.net)
                      .as(Op::add, linePath(place_, "net"))
                      .money("orderDiscount", share)
                      .as(Op::subtract, linePath(place_, "orderDiscount"))
                      .money("tax", taxed_.printed.tax)
                      .as(Op::add, linePath(place_, "tax"))
                      .money("taxIncluded", taxed_.printed.included)
                      .as(Op::subtract, linePath(place_, "taxIncluded")),
                  priced_.payment.net - share + taxed_.printed.exclusive());
  }

  bool later(std::string_view member) {
    const bool phased = line_.extras && !line_.extras->phases.empty();
    PricedLine second = priced_;
    TermsView terms = TermsView::of(line_);
    if (phased && line_.extras->phases[0].payments == 1) {
      const Phase& next = line_.extras->phases[1];
      terms = TermsView::of(line_, next);
      pricePhase(line_, next, context_, second);
    }
    const PaymentPlace place{PaymentPlace::Kind::later, prefix() + "/later"};
    return RegularPayment(steps_, source_, line_, terms, second, place).member(member);
  }

  bool phase(size_t at, std::string_view member) {
    const Phase& one = line_.extras->phases[at];
    PricedLine priced;
    pricePhase(line_, one, context_, priced);
    const PaymentPlace place{PaymentPlace::Kind::phase, prefix() + "/phases/" + std::to_string(at)};
    return RegularPayment(steps_, source_, line_, TermsView::of(line_, one), priced, place)
        .member(member);
  }

  bool isRatioOrMargin(std::string_view name) {
    if (name == "effectiveUnitPrice") return effectiveUnitPrice(), true;
    if (name == "cost") return cost(), true;
    if (name == "margin") return margin(), true;
    if (name == "marginPercent") return marginPercent(), true;
    return false;
  }

  void effectiveUnitPrice() {
    now().net();
    Inputs inputs = steps_.inputs();
    inputs.money("net", priced_.payment.net).as(Op::add, linePath(place_, "net"));
    inputs.quantity("quantity", line_.quantity).as(Op::divide);
    if (line_.quantity.micros == 0) return steps_.none("ratio-of-zero", inputs);
    const Rational exact = steps_.major(priced_.payment.net) /
                           Rational(Int128{line_.quantity.micros}, Int128{1'000'000});
    Int128 micros = 0;
    (exact * Rational(Int128{1'000'000})).rounded().toInt128(micros);
    steps_.text("effective-unit-price", inputs, exact,
                formatTrimmed(micros, 6, steps_.minorDigits()));
  }

  void cost() {
    const Steps::Towards cost(steps_, linePath(place_, "cost"));
    if (!line_.hasCost) return steps_.none("cost-missing", steps_.inputs());
    const Rational exact = Rational(Int128{line_.cost.mantissa}, powerOfTen(line_.cost.scale)) *
                           Rational(Int128{line_.quantity.micros}, Int128{1'000'000});
    steps_.amount("cost",
                  steps_.inputs()
                      .price("cost", line_.cost)
                      .as(Op::add)
                      .quantity("quantity", line_.quantity)
                      .as(Op::multiply),
                  exact, lineCost(line_, context_));
  }

  void margin() {
    const Steps::Towards towards(steps_, linePath(place_, "margin"));
    explainMetricBase(steps_, source_, line_, TermsView::of(line_), priced_,
                      {PaymentPlace::Kind::net, prefix()});
    if (line_.hasCost) {
      cost();
    } else {
      steps_.none("cost-missing", steps_.inputs());
    }
    const Money base = metricBase(priced_);
    const Money cost = lineCost(line_, context_);
    Inputs inputs = steps_.inputs();
    inputs.money("base", base).as(Op::add);
    inputs.money("cost", cost).as(Op::subtract, linePath(place_, "cost"));
    steps_.amount("margin", inputs, base - cost);
  }

  void marginPercent() {
    margin();
    const Money base = metricBase(priced_);
    const Money margin = base - lineCost(line_, context_);
    Inputs inputs = steps_.inputs();
    inputs.money("margin", margin).as(Op::add, linePath(place_, "margin"));
    inputs.constant(Op::multiply, "hundred", "100").money("base", base).as(Op::divide);
    const auto hundredths = marginPercentHundredths(margin, base);
    if (!hundredths) return steps_.none("ratio-of-zero", inputs);
    steps_.text("margin-percent", inputs, Rational(margin.minor * 100, base.minor),
                formatMoney({*hundredths}, 2));
  }

  Steps& steps_;
  const Source& source_;
  LinePlace place_;
  const LineItem& line_;
  const PricingContext& context_;
  PricedLine priced_;
  bool dueNow_ = false;
  bool orderDiscountShown_ = false;
  TaxedPayment taxed_;
  std::optional<PaymentSteps> now_;
  std::optional<TaxSteps> taxes_;
};

}  // namespace

std::string linePath(const LinePlace& place, std::string_view member) {
  return "/lines/" + std::to_string(place.shown) + "/" + std::string(member);
}

void explainMetricBase(Steps& steps, const Source& source, const LineItem& line,
                       const TermsView& terms, const PricedLine& priced,
                       const PaymentPlace& place) {
  RegularPayment regular(steps, source, line, terms, priced, place);
  regular.payment().net();
  if (regular.taxes().anyIncluded()) regular.taxes().included();
  Inputs inputs = steps.inputs();
  inputs.money("net", priced.payment.net).as(Op::add, place.path("net"));
  inputs.money("taxIncluded", priced.regular.included);
  inputs.as(Op::subtract, place.path("taxIncluded"));
  steps.amount("metric-base", inputs, metricBase(priced));
}

std::optional<json::Value> explainLine(Steps& steps, const Source& source, Segments place) {
  if (place.size() < 2) return std::nullopt;
  const std::optional<size_t> index = indexOf(place[0]);
  std::optional<LinePlace> found;
  forEachItem(source, [&](const LinePlace& at, const LineItem&) {
    if (at.shown == index) found = at;
    return !found;
  });
  if (!index || !found) return std::nullopt;
  std::string text;
  ViewWriter out(text, source.document.minorDigits());
  writeLine(out, source, found->slot);
  std::optional<json::Value> value = leafOf(text, place.subspan(1));
  if (!value) return std::nullopt;
  if (!LineSteps(steps, source, *found).explain(place.subspan(1), *value)) return std::nullopt;
  return value;
}

}  // namespace crossfoot::view
