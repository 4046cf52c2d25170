#include "view/explain.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/support/random_state.h"
#include "core/view/explain_walk.h"

namespace crossfoot::view {
namespace {

using testing::PricedDocument;

// A quote in dollars with these members besides.
std::string quote(const std::string& members) {
  return R"({"version":1,"id":"d","currency":"USD","date":"2026-11-22",)" + members + "}";
}

std::string join(const json::Value& explanation) {
  std::string text;
  for (const json::Value& step : explanation.find("steps")->items) {
    const auto shown = [&step](std::string_view name) {
      const json::Value* value = step.find(name);
      return value->isNull() ? std::string("null") : value->text;
    };
    text += shown("rule") + " " + shown("exact") + " " + shown("rounded") + "\n";
  }
  return text;
}

std::string steps(const std::string& state, std::string_view path) {
  return join(PricedDocument(state).explain(path));
}

// An input of the last step with this rule.
std::string input(const json::Value& explanation, std::string_view rule, std::string_view name) {
  std::string found;
  for (const json::Value& step : explanation.find("steps")->items) {
    if (step.textOf("rule") != rule) continue;
    const json::Value* value = step.find("inputs")->find(name);
    found = value == nullptr ? "absent" : json::write(*value);
  }
  return found;
}

// ST-2.6
TEST(Explain, ADiscountBeginsWithTheListPrice) {
  const std::string state = quote(
      R"("lines":[{"name":"Seat","unitPrice":"11.9","quantity":"1","discount":{"percent":"15"}}])");
  EXPECT_EQ(PricedDocument(state).text("/lines/0/discount"),
            R"({"path":"/lines/0/discount","steps":[)"
            R"({"exact":"11.9","inputs":{"quantity":"1","unitPrice":"11.9"},)"
            R"("rounded":"11.90","rule":"list-price","terms":[)"
            R"({"name":"unitPrice","op":"add","value":"11.9"},)"
            R"({"name":"quantity","op":"multiply","value":"1"}],"towards":"/lines/0/list"},)"
            R"({"exact":"1.785","inputs":{"list":"11.90","percent":"15"},)"
            R"("rounded":"1.79","rule":"discount-percent","terms":[)"
            R"({"name":"list","op":"add","path":"/lines/0/list","value":"11.90"},)"
            R"({"name":"percent","op":"percent","value":"15"}]}],"value":"1.79"})");
  EXPECT_EQ(steps(state, "/lines/0/net"),
            "list-price 11.9 11.90\ndiscount-percent 1.785 1.79\nnet 10.11 10.11\n");
}

// The last step's terms as a person reads them: "+ 3600.00 - 360.00 (10%)".
std::string calculation(const json::Value& explanation) {
  std::string text;
  for (const json::Value& term : explanation.find("steps")->items.back().find("terms")->items) {
    if (!text.empty()) text += ' ';
    text += std::string(term.textOf("op")) + " " + std::string(term.textOf("value"));
    if (!term.textOf("percent").empty()) text += " (" + std::string(term.textOf("percent")) + "%)";
  }
  return text;
}

TEST(Explain, ALineReadsAsACalculation) {
  const PricedDocument document(quote(
      R"("taxRates":[{"id":"v","name":"V","percent":"8","inclusive":true}],
         "lines":[{"name":"A","unitPrice":"300","quantity":"12","discount":{"percent":"10"}},
                  {"name":"B","unitPrice":"124.40","taxRateIds":["v"]}])"));
  EXPECT_EQ(calculation(document.explain("/lines/0/net")), "add 3600.00 subtract 360.00 (10%)");
  EXPECT_EQ(calculation(document.explain("/lines/0/discount")), "add 3600.00 percent 10");
  EXPECT_EQ(calculation(document.explain("/lines/1/taxes/0/amount")),
            "add 124.40 multiply 8 divide 108");
  EXPECT_EQ(calculation(document.explain("/summary/dueNow")), "add 3364.40 add 9.21 subtract 9.21");
  EXPECT_EQ(calculation(document.explain("/summary/taxOnTop")), "add 9.21 subtract 9.21");
}

TEST(Explain, StepsTowardsAnotherAmountSayWhich) {
  const PricedDocument document(
      quote(R"("lines":[{"name":"A","unitPrice":"300","discount":{"percent":"10"}}])"));
  std::string towards;
  const json::Value reply = document.explain("/lines/0/net");
  for (const json::Value& step : reply.find("steps")->items) {
    towards += std::string(step.textOf("rule")) + " " + std::string(step.textOf("towards")) + "\n";
  }
  EXPECT_EQ(towards, "list-price /lines/0/list\ndiscount-percent /lines/0/discount\nnet \n");
}

TEST(Explain, ADiscountLargerThanThePriceShowsItsCap) {
  const std::string state = quote(
      R"("lines":[{"name":"A","unitPrice":"2","discounts":[{"total":"1.5"},{"total":"1.5"}]}])");
  EXPECT_EQ(steps(state, "/lines/0/discount"),
            "list-price 2 2.00\ndiscount-total 1.5 1.50\ndiscount-total 1.5 1.50\n"
            "discount-sum 3 3.00\ndiscount-cap 2 2.00\n");
}

TEST(Explain, UnderThePolicyNetTheNetIsRoundedAndTheDiscountIsWhatIsLeft) {
  const std::string state = quote(
      R"("policy":{"discountRounding":"net"},
         "lines":[{"name":"A","unitPrice":"11.9","discount":{"percent":"15"}}])");
  EXPECT_EQ(steps(state, "/lines/0/discount"),
            "list-price 11.9 11.90\nexact-discount-percent 1.785 null\n"
            "net-rounded 10.115 10.12\ndiscount-from-net 1.78 1.78\n");
}

TEST(Explain, TiersAreListedOneByOne) {
  const std::string tiers = R"("tiers":[{"upTo":"1000","unitPrice":"0.10"},
      {"upTo":"10000","unitPrice":"0.05"},{"upTo":null,"unitPrice":"0.01"}])";
  const auto list = [&tiers](const std::string& model) {
    return steps(quote(R"("lines":[{"name":"A","quantity":"15000","pricing":{"model":")" + model +
                       "\"," + tiers + "}}]"),
                 "/lines/0/list");
  };
  EXPECT_EQ(list("graduated"),
            "graduated-tier 100 null\ngraduated-tier 450 null\ngraduated-tier 50 null\n"
            "graduated-sum 600 600.00\n");
  EXPECT_EQ(list("volume"), "volume-tier 150 150.00\n");
}

TEST(Explain, PackagesAreCountedBeforeTheyArePriced) {
  const std::string state = quote(
      R"("lines":[{"name":"A","quantity":"4500",
         "pricing":{"model":"package","size":"1000","price":"1"}}])");
  EXPECT_EQ(steps(state, "/lines/0/list"), "package-count 4.5 5\npackage-price 5 5.00\n");
}

TEST(Explain, AnInclusiveTaxIsAFractionOfThePrice) {
  const std::string state = quote(
      R"("taxRates":[{"id":"v","name":"V","percent":"8","inclusive":true}],
         "lines":[{"name":"A","unitPrice":"124.4","taxRateIds":["v"]}])");
  const json::Value reply = PricedDocument(state).explain("/lines/0/taxes/0/amount");
  EXPECT_EQ(join(reply),
            "list-price 124.4 124.40\nnet 124.4 124.40\n"
            "taxable-amount 124.4 124.40\ntax-inclusive 1244/135 9.21\n");
  EXPECT_EQ(input(reply, "tax-inclusive", "inclusivePercents"), "\"8\"");
  EXPECT_EQ(PricedDocument(state).explain("/lines/0/taxes/0/base").textOf("value"), "115.19");
}

TEST(Explain, ACompoundTaxShowsTheTaxesBeforeIt) {
  const std::string state = quote(
      R"("taxRates":[{"id":"g","name":"G","percent":"5"},
                     {"id":"q","name":"Q","percent":"10","compound":true}],
         "lines":[{"name":"A","unitPrice":"100","taxRateIds":["g","q"]}])");
  EXPECT_EQ(steps(state, "/lines/0/taxes/1/amount"),
            "list-price 100 100.00\nnet 100 100.00\n"
            "taxable-amount 100 100.00\ntax-exclusive 5 5.00\n"
            "tax-base-compound 105 105.00\ntax-exclusive 10.5 10.50\n");
}

// PR-5.1: [43, 14, 23] shared over 3.00; the third line gets a leftover unit, the second
// none.
TEST(Explain, AShareShowsItsWeightAndWhetherItGotALeftoverUnit) {
  const PricedDocument document(quote(
      R"("lines":[{"name":"A","unitPrice":"43"},{"name":"B","unitPrice":"14"},
                  {"name":"C","unitPrice":"23"}],
         "adjustments":[{"id":"d","type":"discount","name":"D","amount":"3"}])"));
  const json::Value second = document.explain("/lines/1/orderDiscount");
  EXPECT_EQ(second.textOf("value"), "0.53");
  EXPECT_EQ(join(second), "order-discount-pool 3 3.00\norder-discount-share 0.525 0.53\n");
  EXPECT_EQ(input(second, "order-discount-share", "weight"), "\"14.00\"");
  EXPECT_EQ(input(second, "order-discount-share", "weights"), "\"80.00\"");
  EXPECT_EQ(input(second, "order-discount-share", "leftoverUnit"), "true");
  const json::Value first = document.explain("/lines/0/orderDiscount");
  EXPECT_EQ(join(first), "order-discount-pool 3 3.00\norder-discount-share 1.6125 1.61\n");
  EXPECT_EQ(input(first, "order-discount-share", "leftoverUnit"), "false");
}

// PR-3.8: 598.89, 329.84, −59.89, −32.98 at 8.5 % come to 71.05 per document.
TEST(Explain, DocumentRoundingShowsFloorRemainderAndLeftover) {
  const PricedDocument document(quote(
      R"("policy":{"taxRounding":"document","allowNegativePrices":true},
         "taxRates":[{"id":"t","name":"T","percent":"8.5"}],
         "lines":[{"name":"A","unitPrice":"598.89","taxRateIds":["t"]},
                  {"name":"B","unitPrice":"329.84","taxRateIds":["t"]},
                  {"name":"C","unitPrice":"-59.89","taxRateIds":["t"]},
                  {"name":"D","unitPrice":"-32.98","taxRateIds":["t"]}])"));
  const json::Value first = document.explain("/lines/0/taxes/0/amount");
  EXPECT_EQ(first.textOf("value"), "50.90");
  EXPECT_EQ(input(first, "tax-document-share", "floor"), "\"50.90\"");
  EXPECT_EQ(input(first, "tax-document-share", "remainder"), "\"0.00565\"");
  EXPECT_EQ(input(first, "tax-document-share", "leftoverUnit"), "false");
  EXPECT_EQ(input(first, "tax-document-share", "rateTotal"), "\"71.05\"");
  const json::Value third = document.explain("/lines/2/taxes/0/amount");
  EXPECT_EQ(third.textOf("value"), "-5.09");
  EXPECT_EQ(input(third, "tax-document-share", "floor"), "\"-5.10\"");
  EXPECT_EQ(input(third, "tax-document-share", "leftoverUnit"), "true");
  EXPECT_EQ(join(document.explain("/summary/lineTaxes/0/amount")),
            "tax-document-total 71.0481 71.05\n");
}

TEST(Explain, ATotalListsItsAddendsWithTheirPlaces) {
  const PricedDocument document(quote(
      R"("lines":[{"id":"a","name":"A","unitPrice":"1"},{"type":"section","name":"S"},
                  {"id":"b","name":"B","unitPrice":"2"}])"));
  EXPECT_EQ(input(document.explain("/summary/subtotal"), "subtotal", "addends"),
            R"([{"amount":"1.00","id":"a","path":"/lines/0/net"},)"
            R"({"amount":"2.00","id":"b","path":"/lines/1/net"}])");
}

TEST(Explain, OfManyAddendsTheFirst200AreShownAndTheRestCounted) {
  std::string lines;
  for (int i = 0; i < 203; ++i) lines += R"(,{"name":"A","unitPrice":"0.01"})";
  const json::Value reply =
      PricedDocument(quote("\"lines\":[" + lines.substr(1) + "]")).explain("/summary/subtotal");
  EXPECT_EQ(reply.textOf("value"), "2.03");
  EXPECT_EQ(reply.find("steps")->items[0].find("inputs")->find("addends")->items.size(), 200U);
  EXPECT_EQ(input(reply, "subtotal", "more"), "3");
}

TEST(Explain, AnAmountThatHasNoValueSaysWhy) {
  const auto why = [](const std::string& members, std::string_view path) {
    const json::Value reply = PricedDocument(quote(members)).explain(path);
    EXPECT_TRUE(reply.find("value")->isNull()) << path;
    return std::string(reply.find("steps")->items.back().textOf("rule"));
  };
  const std::string renewing =
      R"("lines":[{"id":"r","name":"A","unitPrice":"1","billing":{"frequency":"monthly"}}])";
  EXPECT_EQ(why(renewing, "/summary/total"), "renewing-lines");
  EXPECT_EQ(
      input(PricedDocument(quote(renewing)).explain("/summary/total"), "renewing-lines", "lines"),
      R"(["r"])");
  EXPECT_EQ(why(R"("lines":[{"name":"A","unitPrice":"1","quantity":"0"}])",
                "/lines/0/effectiveUnitPrice"),
            "ratio-of-zero");
  EXPECT_EQ(why(R"("lines":[{"name":"A","unitPrice":"1"}])", "/lines/0/cost"), "cost-missing");
  const std::string large = R"({"name":"A","unitPrice":"900000000000","quantity":"1000"})";
  const std::string two = "\"lines\":[" + large + "," + large + "]";
  EXPECT_EQ(why(two, "/summary/subtotal"), "overflow");
  EXPECT_EQ(why(two, "/summary/dueNow"), "depends-on");
  EXPECT_EQ(why(two + R"(,"adjustments":[{"type":"discount","name":"D","percent":"1"}])",
                "/lines/0/orderDiscount"),
            "depends-on");
}

TEST(Explain, ALineWithAnErrorSaysWhichAndCountsZero) {
  const json::Value reply =
      PricedDocument(quote(R"("lines":[{"name":"A","unitPrice":"1,5"}])")).explain("/lines/0/net");
  EXPECT_EQ(reply.textOf("value"), "0.00");
  EXPECT_EQ(input(reply, "line-counts-zero", "errors"), R"(["invalid-number"])");
}

TEST(Explain, APathThatNamesNoAmountIsRefused) {
  const PricedDocument document(quote(
      R"("taxRates":[{"id":"t","name":"T","percent":"8.5"}],
         "lines":[{"name":"A","unitPrice":"1","taxRateIds":["t"]}])"));
  for (const std::string_view path : {"",
                                      "/",
                                      "lines/0/net",
                                      "/lines",
                                      "/lines/0",
                                      "/lines/1/net",
                                      "/lines/00/net",
                                      "/lines/-1/net",
                                      "/lines/0/id",
                                      "/lines/0/net/x",
                                      "/lines/0/taxes",
                                      "/lines/0/taxes/0/id",
                                      "/lines/0/taxes/1/amount",
                                      "/lines/0/later",
                                      "/lines/0/later/net",
                                      "/lines/0/phases/0/net",
                                      "/summary",
                                      "/summary/x",
                                      "/summary/totalBlockedBy",
                                      "/summary/adjustments/0/amount",
                                      "/summary/lineTaxes/1/amount",
                                      "/recurring/0/net",
                                      "/schedule/1/net",
                                      "/schedule/0/date",
                                      "/sections/0/subtotal",
                                      "/metrics/x",
                                      "/metrics/margin",
                                      "/metrics/margin/x",
                                      "/balance/due",
                                      "/rules",
                                      "/currency",
                                      "/lines/99999999999999999999/net",
                                      "/~2"}) {
    const json::Value reply = document.explain(path);
    const json::Value* error = reply.find("error");
    ASSERT_NE(error, nullptr) << path << json::write(reply);
    EXPECT_EQ(error->textOf("code"), "unknown-path") << path;
  }
}

// Asks about every value of a document's view and gathers the rules it meets.
class EveryAmount {
 public:
  void check(const std::string& state) {
    const PricedDocument document(state);
    testing::forEachLeaf(document.view(),
                         [&](const std::string& path, const json::Value& value, bool isAmount) {
                           const std::string text = document.text(path);
                           const json::Value reply = testing::tree(text);
                           SCOPED_TRACE(path + " " + text + " of " + state);
                           if (!isAmount) {
                             EXPECT_NE(reply.find("error"), nullptr);
                             return;
                           }
                           ASSERT_EQ(reply.find("error"), nullptr);
                           EXPECT_EQ(testing::sortedText(reply), text);
                           EXPECT_EQ(reply.textOf("path"), path);
                           EXPECT_TRUE(*reply.find("value") == value);
                           checkSteps(document, reply.find("steps")->items, value);
                           ++amounts_;
                         });
  }

  size_t amounts() const { return amounts_; }
  const std::set<std::string>& rules() const { return rules_; }

 private:
  void checkSteps(const PricedDocument& document, const std::vector<json::Value>& steps,
                  const json::Value& value) {
    ASSERT_FALSE(steps.empty());
    EXPECT_TRUE(*steps.back().find("rounded") == value);
    EXPECT_EQ(steps.back().find("towards"), nullptr);
    for (const json::Value& step : steps) {
      const std::string rule(step.textOf("rule"));
      rules_.insert(rule);
      EXPECT_TRUE(step.find("inputs")->isObject());
      checkTerms(document, step);
      // These are not rounded half away from zero to the digits they show.
      if (rule == "cash-rounding" || rule == "order-discount-share" ||
          rule == "tax-document-share" || rule == "package-count" ||
          rule == "effective-unit-price") {
        continue;
      }
      const json::Value& exact = *step.find("exact");
      const json::Value& rounded = *step.find("rounded");
      if (!exact.isString() || !rounded.isString()) continue;
      EXPECT_TRUE(testing::roundsTo(exact.text, rounded.text)) << json::write(step);
    }
  }

  // The terms, worked on one after the other, give the step's exact value; and what a term says of
  // itself holds: the amount at its path is that amount, and so many equal payments come to it.
  static void checkTerms(const PricedDocument& document, const json::Value& step) {
    const json::Value* terms = step.find("terms");
    if (step.find("exact")->isNull()) {
      EXPECT_EQ(terms, nullptr);
      return;
    }
    ASSERT_NE(terms, nullptr) << json::write(step);
    EXPECT_EQ(
        Rational::compare(testing::calculated(*terms), testing::exactValue(step.textOf("exact"))),
        0)
        << json::write(step);
    for (const json::Value& term : terms->items) {
      const std::string_view path = term.textOf("path");
      const json::Value* payments = term.find("payments");
      if (term.find("each") != nullptr) {
        EXPECT_EQ(Rational::compare(testing::exactValue(term.textOf("each")) *
                                        testing::exactValue(payments->text),
                                    testing::exactValue(term.textOf("value"))),
                  0)
            << json::write(term);
      }
      if (path.empty()) continue;
      const json::Value there = document.explain(path);
      ASSERT_EQ(there.find("error"), nullptr) << path;
      const bool sum = payments != nullptr || step.textOf("rule") == "tax-document-total";
      if (!sum) {
        EXPECT_EQ(there.textOf("value"), term.textOf("value")) << path;
      }
      if (step.textOf("rule") == "future-net") {
        EXPECT_EQ(there.textOf("value"), term.textOf("each")) << path;
      }
    }
  }

  size_t amounts_ = 0;
  std::set<std::string> rules_;
};

std::string fileText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::filesystem::path kRoot = CROSSFOOT_SOURCE_DIR;

// ST-2.6, RE-3.1
TEST(Explain, ARampIsAddedUpPhaseByPhase) {
  const PricedDocument document(quote(R"("lines":[{"id":"g","name":"Gadget","unitPrice":"2",
      "billing":{"frequency":"monthly","phases":[{"payments":3,"unitPrice":"10"},
      {"payments":6,"unitPrice":"85"},{"payments":2,"unitPrice":"119"}]}}])"));
  EXPECT_EQ(input(document.explain("/summary/futureNet"), "future-net", "addends"),
            R"([{"amount":"20.00","id":"g","path":"/lines/0/phases/0/net","payments":2},)"
            R"({"amount":"510.00","id":"g","path":"/lines/0/phases/1/net","payments":6},)"
            R"({"amount":"238.00","id":"g","path":"/lines/0/phases/2/net","payments":2}])");
}

TEST(Explain, EveryAmountOfTheExamplesComesOutOfItsSteps) {
  EveryAmount every;
  for (const auto& folder : std::filesystem::directory_iterator(kRoot / "examples")) {
    const std::filesystem::path state = folder.path() / "state.json";
    if (std::filesystem::exists(state)) every.check(fileText(state));
  }
  EXPECT_GT(every.amounts(), 1000U);
}

// ST-2.6
TEST(Explain, EveryAmountOfRandomDocumentsComesOutOfItsSteps) {
  EveryAmount every;
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    testing::Random random(seed);
    every.check(json::write(testing::randomState(random, random.below(7))));
  }
  EXPECT_GT(every.amounts(), 5000U);
}

// What random documents seldom have: ramps, credits, caps, charges, payments, amounts at the limit.
const std::vector<std::string>& rareDocuments() {
  static const std::string kRates =
      R"("taxRates":[{"id":"a","name":"A","percent":"19"},
                     {"id":"b","name":"B","percent":"7","inclusive":true},
                     {"id":"c","name":"C","percent":"3.5","compound":true},
                     {"id":"u","name":"U","amountPerUnit":"0.13"}],)";
  static const std::string kLarge = R"({"name":"A","unitPrice":"900000000000","quantity":"1000",)";
  static const std::vector<std::string> kDocuments = {
      quote(kRates + R"("lines":[{"name":"R","unitPrice":"10","cost":"3","taxRateIds":["a","b","c"],
          "billing":{"frequency":"quarterly","phases":[{"payments":1,"unitPrice":"5"},
          {"payments":6,"discount":{"percent":"12.5"}},{"quantity":"3"}]}},
          {"name":"F","unitPrice":"7.77","taxRateIds":["u"],
          "billing":{"frequency":"annually","phases":[{"payments":2,"quantity":"2"},
          {"payments":1}]}}])"),
      quote(kRates + R"("policy":{"allowNegativePrices":true,"taxRounding":"document",
          "cashRounding":"0.05"},"lines":[
          {"name":"A","unitPrice":"-9.99","quantity":"3","discount":{"amount":"1.111"},
           "taxRateIds":["b","u"]},
          {"name":"B","unitPrice":"20.01","charges":[{"percent":"3"},{"total":"1"}],
           "taxRateIds":["b","a"],"discounts":[{"percent":"99"},{"amount":"5"}]},
          {"name":"C","unitPrice":"30.33","taxRateIds":["c"],"optional":true,"selected":false}],
          "adjustments":[{"id":"d1","type":"discount","name":"D","percent":"50",
          "taxRateIds":["c"]},{"id":"d2","type":"discount","name":"E","amount":"1000"},
          {"id":"f","type":"fee","name":"F","amount":"4","taxRateIds":["a","b","u"]},
          {"id":"g","type":"fee","name":"G","percent":"5","taxable":true},
          {"id":"t","type":"tax","name":"T","percent":"2.5"},
          {"id":"x","type":"tax","name":"X","amount":"-1.005"},
          {"id":"y","type":"fee","name":"Y"}])"),
      quote(R"("kind":"invoice","lines":[{"name":"A","unitPrice":"50"}],
          "payments":[{"id":"p","amount":"80","status":"succeeded","date":"2026-11-23"},
          {"id":"q","amount":"5","status":"failed"}],"refunds":[{"id":"r","amount":"1"}],
          "credits":[{"id":"c","amount":"2"}])"),
      quote(kRates + "\"lines\":[" + kLarge + R"("taxRateIds":["a"],"cost":"1"},)" + kLarge +
            R"("taxRateIds":["b","u"],"billing":{"frequency":"weekly","payments":2}}],
            "adjustments":[{"id":"d","type":"discount","name":"D","percent":"1"},
            {"id":"f","type":"fee","name":"F","percent":"200","taxRateIds":["a"]},
            {"id":"t","type":"tax","name":"T","percent":"1"}])"),
      quote("\"lines\":[" + kLarge + "\"billing\":{\"frequency\":\"weekly\",\"payments\":52}}," +
            kLarge + R"("discount":{"amount":"9999999999999999999999"}},)" + kLarge +
            R"("charges":[{"total":"999999999999999"}]}])"),
      quote("\"lines\":[{\"name\":\"A\",\"unitPrice\":\"90071992547410\"}]"),
      quote(R"("policy":{"profile":"hubspot","discountRounding":"net"},"lines":[
          {"name":"A","unitPrice":"10.34","billing":{"frequency":"weekly"},
           "discounts":[{"amount":"0.005"},{"total":"0.333"},{"percent":"1.5"}]},
          {"name":"B","unitPrice":"3","discount":{"total":"5"},
           "billing":{"frequency":"per_two_years","payments":4}},
          {"name":"C","quantity":"0","pricing":{"model":"package","size":"1","price":"3"}}])"),
      quote(R"("lines":[{"name":"S","quantity":"7","pricing":{"model":"stairstep",
          "tiers":[{"upTo":"5","flatFee":"9"},{"upTo":null,"unitPrice":"11"}]}}])"),
  };
  return kDocuments;
}

TEST(Explain, EveryAmountOfRareDocumentsComesOutOfItsSteps) {
  EveryAmount every;
  for (const std::string& state : rareDocuments()) every.check(state);
  EXPECT_GT(every.amounts(), 500U);
}

TEST(Explain, EveryRuleIsInTheDocumentation) {
  EveryAmount every;
  for (const std::string& state : rareDocuments()) every.check(state);
  for (uint64_t seed = 100; seed <= 120; ++seed) {
    testing::Random random(seed);
    every.check(json::write(testing::randomState(random, 5)));
  }
  const std::string documentation = fileText(kRoot / "docs" / "explain.md");
  EXPECT_GT(every.rules().size(), 70U);
  for (const std::string& rule : every.rules()) {
    EXPECT_NE(documentation.find("| `" + rule + "` |"), std::string::npos) << rule;
  }
}

// What was paid, given back and credited is told record by record; what failed is none of it.
TEST(Explain, ABalanceNamesTheRecordsThatItAddsUp) {
  const PricedDocument document(
      R"({"version":1,"kind":"invoice","currency":"USD","date":"2026-11-22",
          "lines":[{"id":"l","name":"L","unitPrice":"100"}],
          "payments":[{"id":"p1","amount":"20","status":"succeeded"},
                      {"id":"p2","amount":"30","status":"failed"}],
          "refunds":[{"id":"r1","amount":"5"}],"credits":[{"id":"c1","amount":"7"}]})");
  const auto names = [&document](const std::string& path, const std::string& id) {
    return document.text(path).find("\"id\":\"" + id + "\"") != std::string::npos;
  };
  EXPECT_TRUE(names("/balance/paid", "p1"));
  EXPECT_FALSE(names("/balance/paid", "p2"));
  EXPECT_TRUE(names("/balance/refunded", "r1"));
  EXPECT_TRUE(names("/balance/credited", "c1"));
}

}  // namespace
}  // namespace crossfoot::view
