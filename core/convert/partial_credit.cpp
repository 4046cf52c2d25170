#include "convert/partial_credit.h"

#include <algorithm>
#include <array>

#include "base/reasons.h"
#include "base/result.h"
#include "convert/credit_items.h"
#include "num/decimal.h"
#include "view/fixed_tax.h"

namespace crossfoot::convert {
namespace {

using json::Value;
using Kind = CreditItem::Kind;

Value text(std::string_view value) { return Value::ofString(std::string(value)); }

Result<Money> amountIn(const Value& argument, unsigned minorDigits) {
  const Value* field = argument.find("amount");
  const std::optional<Money> amount = view::amountOf(field, minorDigits);
  if (!amount) return refuse("invalid-number", "/amount", reasons::kAmountForm);
  DecimalText decimal;
  parseDecimal(field->text, decimal);
  if (decimal.fractionDigits() > static_cast<int>(minorDigits)) {
    return refuse("too-many-digits", "/amount", reasons::kCreditedUnits);
  }
  if (*amount > Money{}) return *amount;
  return refuse("out-of-range", "/amount", reasons::kAboveZero);
}

const Value* findById(const Value* list, std::string_view id) {
  if (list == nullptr || id.empty()) return nullptr;
  for (const Value& item : list->items) {
    if (item.textOf("id") == id) return &item;
  }
  return nullptr;
}

// What a memo credited of the invoice, told by the origins of its lines and rates.
class CreditedByMemo {
 public:
  CreditedByMemo(view::OpenState& memo, const Document& invoice) : memo_(memo), invoice_(invoice) {}

  CreditItems items() {
    CreditItems credited;
    const Value adjustments = view::memberList(memo_.document(), "adjustments");
    for (CreditItem& item : creditItems(memo_.source())) {
      if (item.kind == Kind::rounding) continue;
      const Value own = item.kind == Kind::line ? lineOf(item) : adjustmentOf(adjustments, item);
      const Value* origin = own.find("origin");
      if (origin == nullptr || !origin->isObject()) continue;
      if (!origin->textOf("lineId").empty()) {
        item.kind = Kind::line;
        item.id = origin->textOf("lineId");
      } else {
        const std::string_view what = origin->textOf("what");
        item.kind = what == "fee" ? Kind::fee : what == "rounding" ? Kind::rounding : Kind::tax;
        item.id = origin->textOf("adjustmentId");
      }
      translateRates(item);
      credited.push_back(std::move(item));
    }
    return credited;
  }

 private:
  Value lineOf(const CreditItem& item) {
    const Document& memo = memo_.document();
    return view::lineValue(memo.lines.slot(memo.lines.find(item.id)));
  }

  static Value adjustmentOf(const Value& adjustments, const CreditItem& item) {
    const Value* own = findById(&adjustments, item.id);
    return own != nullptr ? *own : Value::object();
  }

  // The memo's own rates are not those of the invoice; each says which one it stands for.
  void translateRates(CreditItem& item) {
    const Value rates = view::memberList(memo_.document(), "taxRates");
    std::vector<CreditItem::Tax> known;
    for (const CreditItem::Tax& tax : item.taxes) {
      const std::string& id = memo_.document().head.taxRates[tax.rate].id;
      const Value* rate = findById(&rates, id);
      const Value* origin = rate != nullptr ? rate->find("origin") : nullptr;
      const bool told = origin != nullptr && origin->isObject();
      const uint32_t index = invoice_.findTaxRate(told ? origin->textOf("rateId") : id);
      if (index == IdIndex::kNone) continue;
      const auto base = told ? view::amountOf(origin->find("base"), invoice_.minorDigits())
                             : std::optional<Money>(tax.base);
      known.push_back({index, base.value_or(Money{}), tax.amount});
    }
    item.taxes = std::move(known);
  }

  view::OpenState& memo_;
  const Document& invoice_;
};

class PartialCredit {
 public:
  PartialCredit(const Value& argument, view::OpenState& invoice, const Wishes& wishes)
      : argument_(argument),
        invoice_(invoice),
        wishes_(wishes),
        knownRates_(view::memberList(invoice.document(), "taxRates")),
        adjustments_(view::memberList(invoice.document(), "adjustments")) {}

  Result<Value> make() {
    CreditItems left = creditItems(invoice_.source());
    takeEarlierCredits(left);
    const Money most = total(left);
    const bool whole = argument_.find("amount") == nullptr;
    auto amount = whole ? Result<Money>(most) : amountIn(argument_, digits());
    if (!amount) return amount.refusal();
    if (!(most > Money{})) {
      return refuse("nothing-left", "/credits", reasons::kCreditedInFull);
    }
    if (*amount > most) {
      return refuse("out-of-range", "/amount", reasons::kMostOfInvoice,
                    {{"amount", formatMoney(most, digits())}});
    }
    return memoOf(takeShare(left, *amount));
  }

 private:
  const Document& document() const { return invoice_.document(); }
  unsigned digits() const { return document().minorDigits(); }

  void takeEarlierCredits(CreditItems& left) {
    for (const Value& credit : view::memberList(document(), "credits").items) {
      take(left, credit.textOf("creditMemoId"),
           view::amountOf(credit.find("amount"), digits()).value_or(Money{}));
    }
    takeOpenMemos(left);
  }

  // Lowers what is left by an amount: item by item as its memo says, else a part of everything.
  void take(CreditItems& left, std::string_view memoId, Money amount) {
    amount = std::min(amount, total(left));
    if (!(amount > Money{})) return;
    takeByMemo(left, memoId, amount);
    if (amount > Money{}) (void)takeShare(left, amount);
  }

  // A memo made of the invoice that is not applied to it yet will be: it is not given twice.
  void takeOpenMemos(CreditItems& left) {
    const Value applied = view::memberList(document(), "credits");
    const Value* memos = argument_.find("creditMemos");
    if (memos == nullptr) return;
    for (const Value& state : memos->items) {
      const std::string_view id = state.textOf("id");
      const bool counted =
          std::any_of(applied.items.begin(), applied.items.end(),
                      [id](const Value& credit) { return credit.textOf("creditMemoId") == id; });
      if (counted || state.textOf("status") == "voided") continue;
      auto memo = view::OpenState::read(json::write(state));
      if (!memo) continue;
      take(left, id, (*memo)->totals().summary().dueNow.value_or(Money{}));
    }
  }

  // Lowers `amount` by what the memo itself says it credited.
  void takeByMemo(CreditItems& left, std::string_view id, Money& amount) {
    const Value* state = findById(argument_.find("creditMemos"), id);
    if (state == nullptr) return;
    auto memo = view::OpenState::read(json::write(*state));
    if (!memo || !((*memo)->totals().summary().dueNow == amount)) return;
    CreditItems after = left;
    const Money taken = takeExactly(after, CreditedByMemo(**memo, document()).items());
    if (taken.isNegative() || taken > amount || amount - taken > total(after)) return;
    left = std::move(after);
    amount -= taken;
  }

  Value memoOf(const CreditItems& items) {
    Notices notices;
    Value state = newHead(document(), wishes_, notices);
    for (const std::string_view name : {"policy", "taxRates", "adjustments", "settings"}) {
      state.erase(name);
    }
    for (const CreditItem& item : items) add(item);
    // A cent may fall on a one-time tax alone; a memo has a line all the same.
    if (lines_.items.empty()) addLine(items.front());
    Value policy = Value::object();
    policy.set("taxRounding", text("line"));
    if (negative_) policy.set("allowNegativePrices", Value::ofBoolean(true));
    state.set("policy", std::move(policy));
    view::listRatesOfShares(document(), knownRates_, rates_);
    if (!rates_.items.empty()) state.set("taxRates", std::move(rates_));
    if (!taxes_.items.empty()) state.set("adjustments", std::move(taxes_));
    state.set("lines", std::move(lines_));
    return state;
  }

  static bool isNothing(const CreditItem& item) {
    bool nothing = item.net == Money{};
    for (const CreditItem::Tax& tax : item.taxes) nothing = nothing && tax.amount == Money{};
    return nothing;
  }

  void add(const CreditItem& item) {
    if (isNothing(item)) return;
    if (item.kind == Kind::tax) {
      Value tax = Value::object();
      tax.set("type", text("tax"));
      tax.set("name", text(adjustmentName(item.id)));
      tax.set("amount", view::moneyValue(item.net, digits()));
      tax.set("origin", originOf(item));
      taxes_.items.push_back(std::move(tax));
    } else {
      addLine(item);
    }
  }

  void addLine(const CreditItem& item) {
    Value line = Value::object();
    describe(item, line);
    line.set("unitPrice", view::moneyValue(item.net, digits()));
    Value ids = Value::array();
    for (const CreditItem::Tax& tax : item.taxes) {
      if (!(tax.amount == Money{})) {
        ids.items.push_back(text(addRate(tax, item.net.isNegative())));
      }
    }
    if (!ids.items.empty()) line.set("taxRateIds", std::move(ids));
    line.set("origin", originOf(item));
    lines_.items.push_back(std::move(line));
    negative_ = negative_ || item.net.isNegative();
  }

  void describe(const CreditItem& item, Value& line) const {
    if (item.kind == Kind::line) {
      const Value own = view::lineValue(document().lines.slot(document().lines.find(item.id)));
      for (const std::string_view name : {"name", "sku", "productId", "description"}) {
        const Value* value = own.find(name);
        if (value != nullptr && !value->isNull()) line.set(name, *value);
      }
      return;
    }
    const std::string_view rounding = argument_.textOf("roundingName");
    const std::string own =
        item.kind == Kind::fee ? adjustmentName(item.id) : std::string(rounding);
    line.set("name", text(own.empty() ? "Rounding" : own));
  }

  std::string adjustmentName(std::string_view id) const {
    const Value* own = findById(&adjustments_, id);
    return own != nullptr ? std::string(own->textOf("name")) : std::string();
  }

  Value originOf(const CreditItem& item) const {
    Value origin = Value::object();
    origin.set("kind", text(abilities(document().head.kind).name));
    const std::string id = view::memberString(document(), "id");
    if (!id.empty()) origin.set("id", text(id));
    if (item.kind == Kind::line) {
      origin.set("lineId", text(item.id));
      return origin;
    }
    constexpr std::array<std::string_view, 4> kWhat = {"line", "fee", "tax", "rounding"};
    origin.set("what", text(kWhat[static_cast<size_t>(item.kind)]));
    if (!item.id.empty()) origin.set("adjustmentId", text(item.id));
    return origin;
  }

  std::string addRate(const CreditItem::Tax& tax, bool lineIsNegative) {
    const std::string& rate = document().head.taxRates[tax.rate].id;
    std::string id = rate + "-" + std::to_string(rates_.items.size() + 1);
    rates_.items.push_back(view::fixedTaxRate(document(), knownRates_, id,
                                              {tax.rate, tax.base, tax.amount, lineIsNegative}));
    return id;
  }

  const Value& argument_;
  view::OpenState& invoice_;
  const Wishes& wishes_;
  const Value knownRates_;
  const Value adjustments_;
  Value lines_ = Value::array();
  Value rates_ = Value::array();
  Value taxes_ = Value::array();
  bool negative_ = false;
};

}  // namespace

Result<Value> partialCredit(const Value& argument, view::OpenState& invoice, const Wishes& wishes) {
  return PartialCredit(argument, invoice, wishes).make();
}

}  // namespace crossfoot::convert
