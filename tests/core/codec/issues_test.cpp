#include <gtest/gtest.h>

#include "core/support/priced.h"
#include "core/support/random_state.h"

// Every issue code at least once, with its place and severity (ST-4.2).

namespace crossfoot {
namespace {

using testing::pricedOf;
using testing::textAt;
using testing::valueAt;
using Texts = std::vector<std::string>;

// "severity code path" of each issue.
Texts issues(const json::Value& view) {
  Texts result;
  for (const json::Value& issue : valueAt(view, "/issues").items) {
    result.push_back(textAt(issue, "/severity") + " " + textAt(issue, "/code") + " " +
                     textAt(issue, "/path"));
  }
  return result;
}

Texts ofLine(const std::string& line, const std::string& members = "") {
  return issues(pricedOf({line}, members));
}

Texts ofDocument(const std::string& members) { return issues(pricedOf({}, members)); }

// PR-1.3, PR-1.4, PR-8.10
TEST(Issues, OfALinesNumbers) {
  EXPECT_EQ(ofLine("{}"), Texts{"error required /lines/0/unitPrice"});
  EXPECT_EQ(ofLine(R"({"name":"","unitPrice":"1"})"), Texts{"error required /lines/0/name"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1,5"})"), Texts{"error invalid-number /lines/0/unitPrice"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"0.1234567890123"})"),
            Texts{"error too-many-digits /lines/0/unitPrice"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1000000000000"})"),
            Texts{"error out-of-range /lines/0/unitPrice"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"-1"})"),
            Texts{"error negative-not-allowed /lines/0/unitPrice"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","quantity":"1e9"})"),
            Texts{"error out-of-range /lines/0/quantity"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","discount":{"percent":"101"}})"),
            Texts{"error out-of-range /lines/0/discount/percent"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","charges":[{"total":"1"},{"amount":"-1"}]})"),
            Texts{"error negative-not-allowed /lines/0/charges/1/amount"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","discount":{}})"), Texts{"error one-of /lines/0/discount"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"999999999999","quantity":"999999999"})"),
            Texts{"error amount-overflow /lines/0"});
  EXPECT_EQ(ofLine(R"({"type":"chapter","unitPrice":"1"})"),
            Texts{"error unknown-value /lines/0/type"});
}

// PR-3.1
TEST(Issues, OfALinesTaxes) {
  const std::string rates = R"("taxRates":[{"id":"t","name":"T","percent":"1"}])";
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","taxRateIds":["x"]})", rates),
            Texts{"error unknown-tax-rate /lines/0/taxRateIds/0"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","taxRateIds":["t","t"]})", rates),
            Texts{"error duplicate-tax-rate /lines/0/taxRateIds/1"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","taxRateIds":["a","b","c","d","e","f","g","h","i"]})"),
            Texts{"error too-many-taxes /lines/0/taxRateIds"});
}

// PR-6.3
TEST(Issues, OfPricingModels) {
  const auto model = [](const std::string& pricing) {
    return ofLine(R"({"pricing":)" + pricing + "}");
  };
  EXPECT_EQ(model(R"({"model":"auction"})"), Texts{"error unknown-value /lines/0/pricing/model"});
  for (const char* tiers :
       {"[]", R"([{"upTo":"10","unitPrice":"1"}])",
        R"([{"upTo":"10","unitPrice":"1"},{"upTo":"10","unitPrice":"1"},{"unitPrice":"1"}])",
        R"([{"upTo":null,"unitPrice":"1"},{"upTo":null,"unitPrice":"1"}])",
        R"([{"upTo":"0","unitPrice":"1"},{"unitPrice":"1"}])"}) {
    EXPECT_EQ(model(R"({"model":"volume","tiers":)" + std::string(tiers) + "}"),
              Texts{"error tiers-invalid /lines/0/pricing/tiers"})
        << tiers;
  }
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","pricing":{"model":"package","size":"1","price":"1"}})"),
            Texts{"warning ignored-field /lines/0/unitPrice"});
}

TEST(Issues, OfTheServiceDate) {
  const auto day = [](const std::string& text) {
    return ofLine(R"({"unitPrice":"1","serviceDate":")" + text + R"("})");
  };
  EXPECT_EQ(day("31.12.2026"), Texts{"error date-invalid /lines/0/serviceDate"});
  EXPECT_EQ(day("2026-02-30"), Texts{"error date-invalid /lines/0/serviceDate"});
  EXPECT_EQ(day("2026-12-31"), Texts{});
}

// RE-2.3, RE-2.8
TEST(Issues, OfBilling) {
  const auto billing = [](const std::string& text) {
    return ofLine(R"({"unitPrice":"1","billing":)" + text + "}");
  };
  EXPECT_EQ(billing(R"({"frequency":"hourly"})"),
            Texts{"error unknown-value /lines/0/billing/frequency"});
  EXPECT_EQ(billing(R"({"frequency":"monthly","term":"P1W"})"),
            Texts{"error term-not-whole /lines/0/billing/term"});
  EXPECT_EQ(billing(R"({"frequency":"monthly","payments":0})"),
            Texts{"error out-of-range /lines/0/billing/payments"});
  EXPECT_EQ(billing(R"({"frequency":"monthly","payments":1,"term":"P1Y"})"),
            Texts{"error one-of /lines/0/billing"});
  EXPECT_EQ(billing(R"({"frequency":"monthly","start":{"date":"2026-13-01"}})"),
            Texts{"error date-invalid /lines/0/billing/start/date"});
  EXPECT_EQ(billing(R"({"frequency":"per_five_years","payments":5200})"),
            Texts{"error date-out-of-range /lines/0/billing"});
  EXPECT_EQ(billing(R"({"frequency":"monthly","start":{"date":"2020-01-01"}})"),
            Texts{"warning start-in-past /lines/0/billing/start/date"});
  EXPECT_EQ(billing(R"({"payments":3})"), Texts{"warning ignored-field /lines/0/billing/payments"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","billing":{"frequency":"monthly"}})", R"("kind":"invoice")"),
            Texts{"notice recurring-made-one-time /lines/0/billing"});
}

TEST(Issues, OfWarningsThatPricingFinds) {
  EXPECT_EQ(ofLine(R"({"unitPrice":"1","discount":{"total":"2"}})"),
            Texts{"warning discount-exceeds-price /lines/0/discount"});
  EXPECT_EQ(ofLine(R"({"unitPrice":"10","cost":"9"})", R"("policy":{"minimumMarginPercent":"20"})"),
            Texts{"warning margin-below-minimum /lines/0"});
}

// PR-3.3
TEST(Issues, OfRates) {
  EXPECT_EQ(ofDocument(R"("taxRates":[{"id":"a","name":"A"}])"), Texts{"error one-of /taxRates/0"});
  EXPECT_EQ(ofDocument(R"("taxRates":[{"id":"a","percent":"5"}])"),
            Texts{"error required /taxRates/0/name"});
  EXPECT_EQ(
      ofDocument(
          R"("taxRates":[{"id":"a","name":"A","percent":"5","compound":true,"inclusive":true}])"),
      Texts{"error tax-inclusive-compound /taxRates/0/inclusive"});
  EXPECT_EQ(ofDocument(R"("taxRates":[{"id":"a","name":"A","percent":"-5","inclusive":true}])"),
            Texts{"error tax-inclusive-negative /taxRates/0/inclusive"});
}

TEST(Issues, OfAdjustments) {
  const auto adjustment = [](const std::string& members, const std::string& more = "") {
    return ofDocument(R"("adjustments":[{"id":"a","name":"A",)" + members + "}]" + more);
  };
  EXPECT_EQ(adjustment(R"("type":"gift","percent":"1")"),
            Texts{"error unknown-value /adjustments/0/type"});
  EXPECT_EQ(adjustment(R"("type":"fee")"), Texts{"error one-of /adjustments/0"});
  EXPECT_EQ(adjustment(R"("type":"discount","amount":"5")"),
            Texts{"warning discount-exceeds-subtotal /adjustments/0"});
  EXPECT_EQ(adjustment(R"("type":"fee","amount":"5")", R"(,"kind":"deal")"),
            Texts{"error adjustment-not-allowed /adjustments/0"});
  EXPECT_EQ(adjustment(R"("type":"tax","percent":"5","taxable":true)"),
            Texts{"warning ignored-field /adjustments/0/taxable"});
}

// ST-1.11, PR-1.3
TEST(Issues, OfThePolicyTheSettingsAndTheDocument) {
  EXPECT_EQ(ofDocument(R"("policy":{"taxRounding":"never"})"),
            Texts{"error unknown-value /policy/taxRounding"});
  EXPECT_EQ(ofDocument(R"("policy":{"cashRounding":"0.001"})"),
            Texts{"error out-of-range /policy/cashRounding"});
  EXPECT_EQ(ofDocument(R"("settings":{"horizonMonths":1201})"),
            Texts{"error out-of-range /settings/horizonMonths"});
  EXPECT_EQ(ofDocument(R"("rules":2)"), Texts{"error unknown-value /rules"});
  EXPECT_EQ(ofDocument(R"("status":"open","digest":"sha256:0")"),
            Texts{"error digest-mismatch /digest"});
}

// ST-4.2
// ST-4.5
TEST(Issues, OfMembersThatAreNearlyKnown) {
  const std::string priced = R"("name":"A","unitPrice":"1",)";
  for (const std::string name : {"discont", "dsicount", "Discount", "tax_rate_ids", "quantitty"}) {
    EXPECT_EQ(ofLine("{" + priced + "\"" + name + "\":1}"),
              Texts{"notice unknown-member /lines/0/" + name});
  }
  for (const std::string name : {"supplier", "x-unit", "custom2", "unit2", "qty", "nam"}) {
    EXPECT_EQ(ofLine("{" + priced + "\"" + name + "\":1}"), Texts{}) << name;
  }
  EXPECT_EQ(ofLine("{" + priced + R"("discount":{"percent":"1","totals":"1"}})"),
            Texts{"notice unknown-member /lines/0/discount/totals"});
  EXPECT_EQ(ofLine("{" + priced + R"("billing":{"frequency":"monthly","payment":3}})"),
            Texts{"notice unknown-member /lines/0/billing/payment"});
  EXPECT_EQ(ofDocument(R"("policy":{"taxRouding":"line"},"settings":{"horizonMonth":1},)"
                       R"("taxrates":[],"adjustments":[{"id":"a","name":"F","type":"fee",)"
                       R"("amount":"1","taxabel":true}])"),
            (Texts{"notice unknown-member /taxrates", "notice unknown-member /policy/taxRouding",
                   "notice unknown-member /settings/horizonMonth",
                   "notice unknown-member /adjustments/0/taxabel"}));
}

TEST(Issues, StandInTheOrderPolicyRatesLinesAdjustments) {
  EXPECT_EQ(issues(pricedOf({R"({"unitPrice":"x"})"},
                            R"("adjustments":[{"id":"a","name":"A","type":"x"}],
                               "taxRates":[{"id":"t","name":"T"}],"policy":{"taxBase":"x"})")),
            (Texts{"error unknown-value /policy/taxBase", "error one-of /taxRates/0",
                   "error invalid-number /lines/0/unitPrice",
                   "error unknown-value /adjustments/0/type"}));
}

TEST(Issues, NameTheLineTheyAreAbout) {
  EXPECT_EQ(textAt(pricedOf({R"({"id":"mine","unitPrice":"x"})"}), "/issues/0/lineId"), "mine");
}

}  // namespace
}  // namespace crossfoot
