#include "view/explain_steps.h"

namespace crossfoot::view {
namespace {

json::Value textValue(std::string text) { return json::Value::ofString(std::move(text)); }

json::Value wholeValue(int64_t number) { return json::Value::ofNumber(std::to_string(number)); }

// Millionths in their shortest form.
std::string microsText(Int128 micros) { return formatTrimmed(micros, 6, 0); }

// The amount from which on there is none, as a whole number of major units.
constexpr std::string_view kLimitText = "1000000000000000";

}  // namespace

json::Value& Addends::append(std::string_view id, std::string path, std::string amount) {
  json::Value addend = json::Value::object();
  addend.set("amount", textValue(std::move(amount)));
  if (!id.empty()) addend.set("id", textValue(std::string(id)));
  if (!path.empty()) addend.set("path", textValue(std::move(path)));
  list_.items.push_back(std::move(addend));
  return list_.items.back();
}

void Addends::add(Money amount, std::string_view id, std::string path) {
  if (!full()) append(id, std::move(path), formatMoney(amount, minorDigits_));
  ++count_;
  sum_ += amount;
}

void Addends::addPayments(Money amount, int64_t payments, std::string_view id, std::string path) {
  if (!full()) {
    append(id, std::move(path), formatMoney(amount, minorDigits_))
        .set("payments", wholeValue(payments));
  }
  ++count_;
  sum_ += amount;
}

void Addends::addExact(const Rational& exact, std::string_view id, std::string path) {
  if (!full()) append(id, std::move(path), exact.text());
  ++count_;
}

json::Value Addends::list() const { return list_; }

Inputs& Inputs::set(std::string_view name, json::Value value) {
  value_.set(name, std::move(value));
  return *this;
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

Inputs& Inputs::addends(const Addends& addends) {
  set("addends", addends.list());
  if (addends.more() > 0) set("more", wholeValue(static_cast<int64_t>(addends.more())));
  return *this;
}

Inputs& Inputs::list(std::string_view name, json::Value list) { return set(name, std::move(list)); }

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
  step.set("exact", std::move(exact));
  step.set("inputs", inputs.value());
  step.set("rounded", std::move(rounded));
  step.set("rule", textValue(std::string(rule)));
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
