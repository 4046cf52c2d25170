#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "model/line_item.h"
#include "num/rational.h"
#include "pricing/context.h"

namespace crossfoot::view {

/// A list of addends as an explanation prints it: the first kMost, and how many more there are.
/// Each is `{amount, id, path}`; the path leads to the view's amount that it is made of.
class Addends {
 public:
  static constexpr size_t kMost = 200;

  explicit Addends(unsigned minorDigits) : minorDigits_(minorDigits) {}

  /// Adds an amount. `path` may be "" where no amount of the view stands for it.
  void add(Money amount, std::string_view id, std::string path = {});
  /// The same with the number of equal payments that the amount adds up.
  void addPayments(Money amount, int64_t payments, std::string_view id, std::string path);
  /// An addend that is not rounded, in major units.
  void addExact(const Rational& exact, std::string_view id = {}, std::string path = {});

  /// No more are printed: no need to build a path.
  bool full() const { return count_ >= kMost; }
  size_t count() const { return count_; }
  Money sum() const { return sum_; }
  /// How many are not printed.
  size_t more() const { return count_ > kMost ? count_ - kMost : 0; }
  json::Value list() const;

 private:
  json::Value& append(std::string_view id, std::string path, std::string amount);

  unsigned minorDigits_;
  size_t count_ = 0;
  Money sum_;
  json::Value list_ = json::Value::array();
};

/// The inputs of one step: names and values as they entered it.
class Inputs {
 public:
  explicit Inputs(unsigned minorDigits) : minorDigits_(minorDigits) {}

  Inputs& money(std::string_view name, Money amount);
  Inputs& money(std::string_view name, const std::optional<Money>& amount);
  Inputs& exact(std::string_view name, const Rational& exact);
  Inputs& price(std::string_view name, Price price);
  Inputs& quantity(std::string_view name, Quantity quantity);
  Inputs& percent(std::string_view name, Percent percent);
  Inputs& amount(std::string_view name, InputAmount amount);
  Inputs& text(std::string_view name, std::string text);
  Inputs& whole(std::string_view name, int64_t number);
  Inputs& truth(std::string_view name, bool truth);
  /// `addends`, and `more` where not all of them are printed.
  Inputs& addends(const Addends& addends);
  Inputs& list(std::string_view name, json::Value list);

  const json::Value& value() const { return value_; }

 private:
  Inputs& set(std::string_view name, json::Value value);

  unsigned minorDigits_;
  json::Value value_ = json::Value::object();
};

/// The steps of one explanation, in the order of calculation. An exact value is in the currency's
/// major unit; what a step rounds to is null where it is not rounded or there is no amount.
class Steps {
 public:
  explicit Steps(unsigned minorDigits) : minorDigits_(minorDigits) {}

  unsigned minorDigits() const { return minorDigits_; }
  Inputs inputs() const { return Inputs(minorDigits_); }
  Addends addends() const { return Addends(minorDigits_); }

  /// Money in the major unit, exact.
  Rational major(Money amount) const;

  /// Rounded to the currency, half away from zero; as text with exactly its digits.
  Rational rounded(const Rational& exact) const;
  std::string roundedText(const Rational& exact) const;

  /// A step that comes to an amount.
  void amount(std::string_view rule, const Inputs& inputs, const Rational& exact, Money rounded);
  /// A step whose exact value is an amount already.
  void amount(std::string_view rule, const Inputs& inputs, Money amount);
  /// The same, or the step `overflow` after it where the amount reached the limit.
  void amount(std::string_view rule, const Inputs& inputs, Money exact,
              const std::optional<Money>& amount);
  void amount(std::string_view rule, const Inputs& inputs, const Rational& exact,
              const std::optional<Money>& amount);
  /// A step that stays exact.
  void exact(std::string_view rule, const Inputs& inputs, const Rational& exact);
  /// A step that comes to something that is no amount: a ratio, a count.
  void text(std::string_view rule, const Inputs& inputs, const Rational& exact,
            std::string rounded);
  void value(std::string_view rule, const Inputs& inputs, json::Value exact, json::Value rounded);
  /// Why there is no amount.
  void none(std::string_view rule, const Inputs& inputs);
  /// There is none because amounts that it depends on have none.
  void dependsOn(std::vector<std::string> paths);
  /// An amount that is 0 by a rule without arithmetic.
  void zero(std::string_view rule, const Inputs& inputs);

  json::Value take() { return std::move(steps_); }

 private:
  unsigned minorDigits_;
  json::Value steps_ = json::Value::array();
};

}  // namespace crossfoot::view
