#include "codec/read_line.h"

#include <algorithm>

#include "codec/check_shapes.h"
#include "codec/end_early.h"
#include "codec/kept_amounts.h"
#include "codec/read_pricing_model.h"
#include "codec/read_reduction.h"

namespace crossfoot::codec {
namespace {

constexpr auto kFields = specsOf(members::kLine);

constexpr size_t at(std::string_view name) { return members::placeOf(members::kLine, name); }
constexpr size_t kId = at("id");
constexpr size_t kType = at("type");
constexpr size_t kName = at("name");
constexpr size_t kUnitPrice = at("unitPrice");
constexpr size_t kQuantity = at("quantity");
constexpr size_t kCost = at("cost");
constexpr size_t kDiscount = at("discount");
constexpr size_t kDiscounts = at("discounts");
constexpr size_t kCharges = at("charges");
constexpr size_t kTaxRateIds = at("taxRateIds");
constexpr size_t kBilling = at("billing");
constexpr size_t kPricing = at("pricing");
constexpr size_t kOptional = at("optional");
constexpr size_t kSelected = at("selected");
constexpr size_t kOrigin = at("origin");
constexpr size_t kPriceCurrency = at("priceCurrency");
constexpr size_t kCostCurrency = at("costCurrency");
constexpr size_t kServiceDate = at("serviceDate");

constexpr std::array<FieldSpec, 1> kOriginFields = {{{"frequency", Shape::text}}};

// Decodes one line; each step reads one concept and says whether the line can still be priced.
class LineReader {
 public:
  LineReader(std::string_view text, const LineContext& context)
      : text_(text), context_(context), issues_(context.issues) {
    json::Scanner scanner(text);
    const NearMisses nearMisses{issues_, ""};
    readFields(scanner, kFields, fields_, "", context.fault, &nearMisses);
    line_.text = text;
    line_.tidy = !scanner.takeSpaceSeen();
    line_.firstPayment = context.document.head.date;
  }

  LineItem read() {
    readId();
    readType();
    if (line_.isItem() && line_.priced) readItem();
    const IssueCounts& counts = issues_.counts();
    // Parts were passed over only where something was wrong with the line or ignored of it.
    if (!line_.isItem() || !line_.priced || counts.warnings > 0 || ignoresBilling()) {
      checkLineShapes(text_, context_.fault);
    }
    line_.errors = held(counts.errors);
    line_.warnings = held(counts.warnings);
    line_.notices = held(counts.notices);
    return std::move(line_);
  }

 private:
  static uint8_t held(uint32_t count) {
    return static_cast<uint8_t>(std::min<uint32_t>(count, 0xFF));
  }

  bool ignoresBilling() const {
    return field(kBilling).given() && !abilities(context_.document.head.kind).recurring;
  }

  const Field& field(size_t which) const { return fields_[which]; }
  std::string_view currency() const { return context_.document.head.currency.name(); }
  bool allowNegative() const { return context_.document.head.policy.allowNegativePrices; }
  void require(bool good) { line_.priced = line_.priced && good; }

  LineExtras& extras() {
    if (!line_.extras) line_.extras = std::make_unique<LineExtras>();
    return *line_.extras;
  }

  void readId() {
    const Field& id = field(kId);
    if (!id.given()) return;
    line_.id = id.escaped ? context_.document.lines.texts().keep(id.text()) : id.raw;
  }

  void readType() {
    if (!field(kType).given()) return;
    const std::string type = field(kType).text();
    if (type == "section") {
      line_.type = LineType::section;
    } else if (type == "note") {
      line_.type = LineType::note;
    } else if (type != "item") {
      issues_.add(IssueCode::unknownValue, "/type", "The type is item, section or note.");
      require(false);
    }
  }

  void readItem() {
    if (!field(kName).given() || field(kName).raw.empty()) {
      issues_.add(IssueCode::required, "/name", "Give the line a name.");
    }
    readServiceDate();
    readPrices();
    readPriceCurrency();
    readDiscounts();
    readCharges();
    const bool taxes = readTaxRateIds(field(kTaxRateIds), context_.document, issues_, "",
                                      context_.fault, line_.taxSet);
    require(taxes);
    readTerms();
    const bool selected = field(kSelected).given() && field(kSelected).truth();
    const bool optional = field(kOptional).given() && field(kOptional).truth();
    line_.counts = !optional || selected;
    const std::optional<Date> end = endOf(context_.document);
    if (end && line_.priced) endBefore(*end, line_);
    readOrigin();
    line_.plain = line_.dueNow() && !isRecurring(line_.frequency) && !line_.extras;
  }

  // No amount hangs on it.
  void readServiceDate() {
    const Field& day = field(kServiceDate);
    if (!day.given() || Date::parse(day.text())) return;
    issues_.add(IssueCode::dateInvalid, "/serviceDate",
                "This is not a date. Write it like 2026-11-22.");
  }

  void readPrices() {
    noteTidy(kUnitPrice);
    noteTidy(kQuantity);
    noteTidy(kCost);
    if (field(kPricing).given()) {
      ModelTerms terms;
      const bool good = readPricingModel(field(kPricing).raw, allowNegative(), issues_,
                                         context_.fault, terms, line_.tidy);
      require(good);
      modelKnown_ = good || terms.model != PricingModel::flat;
      if (terms.model != PricingModel::flat) extras().model = std::move(terms);
    }
    readUnitPrice();
    if (field(kQuantity).given()) {
      require(readQuantity(field(kQuantity), issues_, "/quantity", line_.quantity));
    }
    line_.hasCost = field(kCost).given();
    if (line_.hasCost) {
      require(readPrice(field(kCost), allowNegative(), issues_, "/cost", line_.cost));
      reportKept(field(kCost), field(kCostCurrency), currency(), issues_, "/cost");
    }
  }

  void readUnitPrice() {
    const bool flat = !line_.extras || line_.extras->model.model == PricingModel::flat;
    if (!flat) {
      if (field(kUnitPrice).given()) {
        issues_.add(IssueCode::ignoredField, "/unitPrice",
                    "The pricing model gives the price; the unit price is ignored.");
      }
      return;
    }
    if (field(kUnitPrice).given()) {
      require(
          readPrice(field(kUnitPrice), allowNegative(), issues_, "/unitPrice", line_.unitPrice));
    }
  }

  // The number was kept when the document took on another currency.
  void readPriceCurrency() {
    const bool flat = !line_.extras || line_.extras->model.model == PricingModel::flat;
    const Field& kept = field(kPriceCurrency);
    reportKept(kept, kept, currency(), issues_, flat ? "/unitPrice" : "/pricing");
  }

  void noteTidy(size_t which) { line_.tidy = line_.tidy && isTidyDecimal(field(which)); }

  void readDiscounts() {
    std::vector<Reduction> discounts;
    if (field(kDiscounts).given()) {
      require(readReductions(field(kDiscounts).raw, ReductionKind::discount, currency(), issues_,
                             "/discounts", context_.fault, discounts, line_.tidy));
    }
    if (field(kDiscount).given()) {
      if (!discounts.empty()) {
        issues_.add(IssueCode::oneOf, "/discounts", "Give either discount or discounts.");
        require(false);
      }
      discounts.emplace_back();
      require(readReduction(field(kDiscount).raw, ReductionKind::discount, currency(), issues_,
                            "/discount", context_.fault, discounts.back(), line_.tidy));
    }
    setDiscounts(std::move(discounts));
  }

  void setDiscounts(std::vector<Reduction> discounts) {
    if (discounts.size() == 1 && discounts[0].form == ReductionForm::percent) {
      line_.discountPercent = discounts[0].percent;
    } else if (!discounts.empty()) {
      extras().discounts = std::move(discounts);
    }
  }

  void readCharges() {
    if (!field(kCharges).given()) return;
    std::vector<Reduction> charges;
    require(readReductions(field(kCharges).raw, ReductionKind::charge, currency(), issues_,
                           "/charges", context_.fault, charges, line_.tidy));
    if (!charges.empty()) extras().charges = std::move(charges);
  }

  PriceTerms ownTerms() const {
    PriceTerms terms{line_.unitPrice, line_.quantity, line_.cost, {}};
    if (line_.extras) terms.discounts = line_.extras->discounts;
    if (line_.discountPercent.micros != 0) {
      terms.discounts.push_back({ReductionForm::percent, line_.discountPercent, {}});
    }
    return terms;
  }

  // The line's own columns show the first phase (RE-2.4).
  void showFirstPhase() {
    const PriceTerms first = line_.extras->phases.front().terms;
    line_.unitPrice = first.unitPrice;
    line_.quantity = first.quantity;
    line_.discountPercent = {};
    line_.extras->discounts.clear();
    setDiscounts(first.discounts);
  }

  void readTerms() {
    const bool flat = !line_.extras || line_.extras->model.model == PricingModel::flat;
    bool needsUnitPrice = flat && modelKnown_;
    if (field(kBilling).given()) {
      bool phasesNeedIt = false;
      require(readBilling(field(kBilling).raw, ownTerms(), context_, line_, phasesNeedIt));
      if (line_.extras && !line_.extras->phases.empty()) {
        needsUnitPrice = needsUnitPrice && phasesNeedIt;
        showFirstPhase();
      }
    }
    if (needsUnitPrice && !field(kUnitPrice).given()) {
      issues_.add(IssueCode::required, "/unitPrice", "Give the line a unit price.");
      require(false);
    }
  }

  // Where nothing recurs, a line may bill one payment of one that does. What else an origin holds
  // is nobody's business here, so it is never refused.
  void readOrigin() {
    if (!field(kOrigin).given() || abilities(context_.document.head.kind).recurring) return;
    ShapeFault ignored;
    const auto fields = readFields(field(kOrigin).raw, kOriginFields, "", ignored);
    if (fields[0].kind != json::Kind::string) return;
    const auto frequency = parseFrequency(fields[0].text());
    line_.billsSeries = frequency && isRecurring(*frequency);
  }

  std::string_view text_;
  const LineContext& context_;
  IssueSink& issues_;
  std::array<Field, kFields.size()> fields_;
  bool modelKnown_ = true;
  LineItem line_;
};

}  // namespace

LineItem readLine(std::string_view text, const LineContext& context) {
  return LineReader(text, context).read();
}

}  // namespace crossfoot::codec
