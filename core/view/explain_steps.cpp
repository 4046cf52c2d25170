#include "view/explain_steps.h"

namespace crossfoot::view {
namespace {

json::Value textValue(std::string text) { return json::Value::ofString(std::move(text)); }

json::Value wholeValue(int64_t number) { return json::Value::ofNumber(std::to_string(number)); }

// Millionths in their shortest form.
std::string microsText(Int128 micros) { return formatTrimmed(micros, 6, 0); }

std::string_view opName(Op op) {
  switch (op) {
    case Op::add: return "add";
    case Op::subtract: return "subtract";
    case Op::multiply: return "multiply";
    case Op::divide: return "divide";
    case Op::percent: return "percent";
    case Op::atMost: return "atMost";
    case Op::atLeast: return "atLeast";
  }
  return {};
}

bool isNothing(std::string_view number) {
  return number.find_first_not_of("-0.") == std::string_view::npos;
}

// Adding it or taking it away changes nothing.
bool isIdle(const json::Value& term) {
  const std::string_view op = term.textOf("op");
  return (op == "add" || op == "subtract") && isNothing(term.textOf("value"));
}

// It works on what the term before it gave, which must stand there even if it is 0.
bool isFactor(const json::Value& term) {
  const std::string_view op = term.textOf("op");
  return op == "multiply" || op == "divide" || op == "percent";
}

// The amount from which on there is none, as a whole number of major units.
constexpr std::string_view kLimitText = "1000000000000000";

}  // namespace

json::Value& Addends::append(std::string_view id, std::string path, std::string amount) {
  json::Value addend = json::Value::object();
  addend.set("amount", textValue(std::move(amount)));
  if (!id.empty()) addend.set("id", textValue(std::string(id)));
  if (!path.empty()) addend.set("path", textValue(std::move(path)));
  list_.items.push_back(std::move(addend));
  each_.emplace_back();
  return list_.items.back();
}

void Addends::add(Money amount, std::string_view id, std::string path) {
  if (full()) {
    rest_ += amount;
  } else {
    append(id, std::move(path), formatMoney(amount, minorDigits_));
  }
  ++count_;
  sum_ += amount;
}

void Addends::addPayments(Money each, int64_t payments, std::string_view id, std::string path) {
  const Money amount = times(each, payments);
  if (full()) {
    rest_ += amount;
  } else {
    append(id, std::move(path), formatMoney(amount, minorDigits_))
        .set("payments", wholeValue(payments));
    each_.back() = formatMoney(each, minorDigits_);
  }
  ++count_;
  sum_ += amount;
}

void Addends::addExact(const Rational& exact, std::string_view id, std::string path) {
  if (full()) {
    exactRest_ = exactRest_ + exact;
  } else {
    append(id, std::move(path), exact.text());
  }
  ++count_;
}

json::Value Addends::list() const { return list_; }

std::string Addends::restText() const {
  return (exactRest_ + Rational(rest_.minor, powerOfTen(minorDigits_))).text();
}

std::vector<json::Value> Addends::terms(Op op) const {
  std::vector<json::Value> terms;
  for (size_t i = 0; i < list_.items.size(); ++i) {
    const json::Value& addend = list_.items[i];
    json::Value term = json::Value::object();
    if (!each_[i].empty()) term.set("each", textValue(each_[i]));
    term.set("op", textValue(std::string(opName(op))));
    for (const std::string_view name : {"id", "path", "payments"}) {
      if (const json::Value* value = addend.find(name)) term.set(name, *value);
    }
    term.set("value", *addend.find("amount"));
    terms.push_back(std::move(term));
  }
  if (more() == 0) return terms;
  json::Value rest = json::Value::object();
  rest.set("name", textValue("more"));
  rest.set("op", textValue(std::string(opName(op))));
  rest.set("value", textValue(restText()));
  terms.push_back(std::move(rest));
  return terms;
}

Inputs& Inputs::set(std::string_view name, json::Value value) {
  last_ = name;
  value_.set(name, std::move(value));
  return *this;
}

Inputs& Inputs::as(Op op, std::string path) {
  json::Value term = json::Value::object();
  term.set("name", textValue(last_));
  term.set("op", textValue(std::string(opName(op))));
  if (!path.empty()) term.set("path", textValue(std::move(path)));
  term.set("value", textValue(value_.find(last_)->text));
  terms_.push_back(std::move(term));
  return *this;
}

Inputs& Inputs::constant(Op op, std::string_view name, std::string value) {
  json::Value term = json::Value::object();
  term.set("name", textValue(std::string(name)));
  term.set("op", textValue(std::string(opName(op))));
  term.set("value", textValue(std::move(value)));
  terms_.push_back(std::move(term));
  return *this;
}

Inputs& Inputs::ofPercent(Percent percent) {
  terms_.back().set("percent", textValue(microsText(percent.micros)));
  return *this;
}

json::Value Inputs::terms() const {
  json::Value list = json::Value::array();
  for (size_t i = 0; i < terms_.size(); ++i) {
    const bool worked = i + 1 < terms_.size() && isFactor(terms_[i + 1]);
    if (worked || !isIdle(terms_[i])) list.items.push_back(terms_[i]);
  }
  return list;
}

Inputs& Inputs::money(std::string_view name, Money amount) {
  return set(name, textValue(formatMoney(amount, minorDigits_)));
}

Inputs& Inputs::money(std::string_view name, const std::optional<Money>& amount) {
  return set(name, amount ? textValue(formatMoney(*amount, minorDigits_)) : json::Value());
}

Inputs& Inputs::exact(std::string_view name, const Rational& exact) {
  return set(name, textValue(exact.text()));
}

Inputs& Inputs::price(std::string_view name, Price price) {
  return set(name, textValue(formatTrimmed(price.mantissa, price.scale, 0)));
}

Inputs& Inputs::quantity(std::string_view name, Quantity quantity) {
  return set(name, textValue(microsText(quantity.micros)));
}

Inputs& Inputs::percent(std::string_view name, Percent percent) {
  return set(name, textValue(microsText(percent.micros)));
}

Inputs& Inputs::amount(std::string_view name, InputAmount amount) {
  return set(name, textValue(microsText(amount.micros)));
}

Inputs& Inputs::text(std::string_view name, std::string text) {
  return set(name, textValue(std::move(text)));
}

Inputs& Inputs::whole(std::string_view name, int64_t number) {
  return set(name, wholeValue(number));
}

Inputs& Inputs::truth(std::string_view name, bool truth) {
  return set(name, json::Value::ofBoolean(truth));
}

Inputs& Inputs::addendsAs(std::string_view name, const Addends& addends, Op op) {
  for (json::Value& term : addends.terms(op)) terms_.push_back(std::move(term));
  return set(name, addends.list());
}

Inputs& Inputs::addends(const Addends& addends) {
  addendsAs("addends", addends, Op::add);
  if (addends.more() > 0) set("more", wholeValue(static_cast<int64_t>(addends.more())));
  return *this;
}

Inputs& Inputs::list(std::string_view name, json::Value list) { return set(name, std::move(list)); }

std::string PaymentPlace::path(std::string_view member) const {
  const bool early = member == "list" || member == "discount";
  bool known = kind != Kind::nowhere;
  if (kind == Kind::net) known = early || member == "net" || member == "charges";
  if (kind == Kind::later) known = !early && member != "charges";
  if (kind == Kind::phase) known = member != "charges";
  return known ? prefix + "/" + std::string(member) : std::string();
}

Rational Steps::major(Money amount) const { return {amount.minor, powerOfTen(minorDigits_)}; }

Rational Steps::rounded(const Rational& exact) const {
  const BigInteger unit = powerOfTen(minorDigits_);
  return {(exact * Rational(unit)).rounded(), unit};
}

std::string Steps::roundedText(const Rational& exact) const {
  const BigInteger minor = (exact * Rational(powerOfTen(minorDigits_))).rounded();
  Money amount;
  if (minor.toInt128(amount.minor)) return formatMoney(amount, minorDigits_);
  return Rational(minor, powerOfTen(minorDigits_)).text();
}

void Steps::value(std::string_view rule, const Inputs& inputs, json::Value exact,
                  json::Value rounded) {
  json::Value step = json::Value::object();
  const bool calculated = !exact.isNull();
  step.set("exact", std::move(exact));
  step.set("inputs", inputs.value());
  step.set("rounded", std::move(rounded));
  step.set("rule", textValue(std::string(rule)));
  if (calculated) step.set("terms", inputs.terms());
  if (towards_ != asked_) step.set("towards", textValue(towards_));
  steps_.items.push_back(std::move(step));
}

void Steps::amount(std::string_view rule, const Inputs& inputs, const Rational& exact,
                   Money rounded) {
  text(rule, inputs, exact, formatMoney(rounded, minorDigits_));
}

void Steps::amount(std::string_view rule, const Inputs& inputs, Money amount) {
  this->amount(rule, inputs, major(amount), amount);
}

void Steps::amount(std::string_view rule, const Inputs& inputs, Money exact,
                   const std::optional<Money>& amount) {
  this->amount(rule, inputs, major(exact), amount);
}

void Steps::amount(std::string_view rule, const Inputs& inputs, const Rational& exact,
                   const std::optional<Money>& amount) {
  if (amount) return this->amount(rule, inputs, exact, *amount);
  this->exact(rule, inputs, exact);
  none("overflow", this->inputs().text("limit", std::string(kLimitText)));
}

void Steps::exact(std::string_view rule, const Inputs& inputs, const Rational& exact) {
  value(rule, inputs, textValue(exact.text()), {});
}

void Steps::text(std::string_view rule, const Inputs& inputs, const Rational& exact,
                 std::string rounded) {
  value(rule, inputs, textValue(exact.text()), textValue(std::move(rounded)));
}

void Steps::none(std::string_view rule, const Inputs& inputs) { value(rule, inputs, {}, {}); }

void Steps::dependsOn(std::vector<std::string> paths) {
  json::Value list = json::Value::array();
  for (std::string& path : paths) list.items.push_back(textValue(std::move(path)));
  none("depends-on", inputs().list("paths", std::move(list)));
}

void Steps::zero(std::string_view rule, const Inputs& inputs) { amount(rule, inputs, Money{}); }

}  // namespace crossfoot::view
