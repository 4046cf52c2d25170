#include <gtest/gtest.h>

#include <map>

#include "core/support/priced.h"
#include "core/support/random_state.h"

// What always holds in the printed amounts (PR-7.1, PR-7.2, PR-7.3, PR-7.4), on random documents.

namespace crossfoot {
namespace {

using testing::minor;
using testing::Random;
using testing::textAt;
using testing::valueAt;

class Identities : public ::testing::TestWithParam<uint64_t> {
 protected:
  void SetUp() override {
    Random random(GetParam());
    state_ = testing::randomState(random, 1 + random.below(12));
    view_ = testing::priced(json::write(state_));
    ASSERT_EQ(view_.find("error"), nullptr) << json::write(view_);
  }

  int64_t summary(const std::string& name) const {
    return minor(textAt(view_, "/summary/" + name));
  }

  json::Value state_;
  json::Value view_;
};

int64_t amount(const json::Value& line, const std::string& name) {
  const json::Value* value = line.find(name);
  return value == nullptr || value->isNull() ? 0 : minor(value->text);
}

bool isDue(const json::Value& line) { return textAt(line, "/dueNow") == "true"; }

TEST_P(Identities, NetIsListLessDiscountPlusChargesAndAddsUpToTheSubtotal) {
  int64_t sum = 0;
  for (const json::Value& line : valueAt(view_, "/lines").items) {
    EXPECT_EQ(amount(line, "net"),
              amount(line, "list") - amount(line, "discount") + amount(line, "charges"));
    if (isDue(line)) sum += amount(line, "net");
  }
  EXPECT_EQ(sum, summary("subtotal"));
}

TEST_P(Identities, DueNowIsTheSumOfItsParts) {
  EXPECT_EQ(summary("dueNow"), summary("subtotal") - summary("discounts") + summary("fees") +
                                   summary("taxes") + summary("lineTax") -
                                   summary("lineTaxIncluded") + summary("roundingDifference"));
}

TEST_P(Identities, SharesAndTaxesAddUpToTheirTotals) {
  int64_t shares = 0;
  std::map<std::string, int64_t> rates;
  const auto addTaxes = [&rates](const json::Value& owner) {
    for (const json::Value& tax : valueAt(owner, "/taxes").items) {
      rates[std::string(tax.textOf("id"))] += amount(tax, "amount");
    }
  };
  for (const json::Value& line : valueAt(view_, "/lines").items) {
    shares += amount(line, "orderDiscount");
    if (isDue(line)) addTaxes(line);
  }
  for (const json::Value& adjustment : valueAt(view_, "/summary/adjustments").items) {
    addTaxes(adjustment);
  }
  EXPECT_EQ(shares, summary("discounts"));
  for (const json::Value& total : valueAt(view_, "/summary/lineTaxes").items) {
    EXPECT_EQ(rates[std::string(total.textOf("id"))], amount(total, "amount"));
  }
}

TEST_P(Identities, TheScheduleAddsUpToTheTotal) {
  if (textAt(view_, "/summary/total") == "null") return;
  int64_t sum = 0;
  for (const json::Value& entry : valueAt(view_, "/schedule").items) sum += amount(entry, "total");
  EXPECT_EQ(sum, summary("total"));
  EXPECT_EQ(summary("total"), summary("dueNow") + summary("futurePayments"));
}

TEST_P(Identities, TheViewIsInCanonicalForm) {
  const std::string text = json::write(view_);
  EXPECT_EQ(text, testing::sortedText(view_));
}

TEST_P(Identities, AnotherWayToWriteTheStateGivesTheSameBytes) {
  std::string sorted = testing::sortedText(state_);
  EXPECT_EQ(json::write(testing::priced(sorted)), json::write(view_));
}

INSTANTIATE_TEST_SUITE_P(Seeds, Identities, ::testing::Range<uint64_t>(1, 300));

}  // namespace
}  // namespace crossfoot
