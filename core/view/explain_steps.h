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

/// What a term of a calculation does to what stands before it; a calculation begins with 0.
enum class Op {
  add,
  subtract,
  multiply,
  divide,
  percent,  ///< that many percent of it
  atMost,   ///< the smaller of the two
  atLeast,  ///< the larger of the two
};

/// A list of addends as an explanation prints it: the first kMost, and how many more there are.
/// Each is `{amount, id, path}`; the path leads to the view's amount that it is made of.
class Addends {
 public:
  static constexpr size_t kMost = 200;

  explicit Addends(unsigned minorDigits) : minorDigits_(minorDigits) {}

  /// Adds an amount. `path` may be "" where no amount of the view stands for it.
  void add(Money amount, std::string_view id, std::string path = {});
  /// Adds equal payments in a row, of which each is that amount.
  void addPayments(Money each, int64_t payments, std::string_view id, std::string path);
  /// An addend that is not rounded, in major units.
  void addExact(const Rational& exact, std::string_view id = {}, std::string path = {});

  /// No more are printed: no need to build a path.
  bool full() const { return count_ >= kMost; }
  size_t count() const { return count_; }
  Money sum() const { return sum_; }
  /// How many are not printed.
  size_t more() const { return count_ > kMost ? count_ - kMost : 0; }
  json::Value list() const;
  /// The addends as terms; those that are not printed are one together, named "more".
  std::vector<json::Value> terms(Op op) const;

 private:
  json::Value& append(std::string_view id, std::string path, std::string amount);
  std::string restText() const;

  unsigned minorDigits_;
  size_t count_ = 0;
  Money sum_;
  Money rest_;  // of those that are not printed
  Rational exactRest_;
  std::vector<std::string> each_;  // one of the equal payments, by place in the list; "" for none
  json::Value list_ = json::Value::array();
};

/// The inputs of one step: names and values as they entered it. Those that make up the calculation
/// are its terms besides, in the order in which they are worked on.
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
  /// The input named last is the next term. `path` leads to the amount of the view that it is.
  Inputs& as(Op op, std::string path = {});
  /// A term that is no input of its own: a bound of 0, 100 for percents.
  Inputs& constant(Op op, std::string_view name, std::string value);
  /// The term named last is this percentage of something, which a reader may be told beside it.
  Inputs& ofPercent(Percent percent);
  Inputs& truth(std::string_view name, bool truth);
  /// `addends`, and `more` where not all of them are printed. They are terms.
  Inputs& addends(const Addends& addends);
  /// Addends under another name, as terms of this kind.
  Inputs& addendsAs(std::string_view name, const Addends& addends, Op op);
  Inputs& list(std::string_view name, json::Value list);

  const json::Value& value() const { return value_; }
  /// The terms without those that add or take away 0.
  json::Value terms() const;

 private:
  Inputs& set(std::string_view name, json::Value value);

  unsigned minorDigits_;
  json::Value value_ = json::Value::object();
  std::string last_;
  std::vector<json::Value> terms_;
};

/// Where the view has the amounts of one payment of a line.
struct PaymentPlace {
  /// The members that the view has there: all of a line; of a line whose taxes are those of another
  /// payment those up to the net; of a second payment the net and what follows from it; of a phase.
  enum class Kind { nowhere, line, net, later, phase };

  Kind kind = Kind::nowhere;
  std::string prefix = {};

  /// The path of a member; "" where the view has it nowhere.
  std::string path(std::string_view member) const;
};

/// The steps of one explanation, in the order of calculation. An exact value is in the currency's
/// major unit; what a step rounds to is null where it is not rounded or there is no amount.
class Steps {
 public:
  Steps(unsigned minorDigits, std::string_view asked)
      : minorDigits_(minorDigits), asked_(asked), towards_(asked) {}

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

  /// While it lives, steps are on the way to another amount of the view than the one asked about,
  /// and say so: whoever finds it at its own path can leave them out. "" changes nothing.
  class Towards {
   public:
    Towards(Steps& steps, std::string path) : steps_(steps), before_(steps.towards_) {
      if (!path.empty()) steps.towards_ = std::move(path);
    }
    ~Towards() { steps_.towards_ = before_; }
    Towards(const Towards&) = delete;
    Towards& operator=(const Towards&) = delete;

   private:
    Steps& steps_;
    std::string before_;
  };

 private:
  unsigned minorDigits_;
  std::string asked_;
  std::string towards_;
  json::Value steps_ = json::Value::array();
};

}  // namespace crossfoot::view
