#include "verify/choices.h"

#include <gtest/gtest.h>

#include "core/support/random_state.h"

namespace crossfoot::verify {
namespace {

using testing::tree;

constexpr std::string_view kOffer =
    R"({"version":1,"currency":"USD","date":"2026-11-22","digest":"sha256:1","lines":[
        {"id":"seat","name":"Seat","unitPrice":"10","quantity":"5","formulas":{"quantity":"=2+3"},
         "quantityRange":{"min":"5","max":"50","step":"2.5"}},
        {"id":"setup","name":"Setup","unitPrice":"100"},
        {"id":"care","name":"Care","unitPrice":"20","optional":true}],
        "adjustments":[
          {"id":"d1","type":"discount","name":"Launch","percent":"10","code":"LAUNCH"},
          {"id":"d2","type":"discount","name":"Friends","percent":"50","code":"FRIENDS"},
          {"id":"f1","type":"fee","name":"Fee","amount":"1"}]})";

json::Value choose(std::string_view choices, std::string_view offer = kOffer) {
  return tree(choicesReply(
      tree("{\"state\":" + std::string(offer) + ",\"choices\":" + std::string(choices) + "}")));
}

// The code and path of the refusal, "" where the choices were taken.
std::string refusal(std::string_view choices, std::string_view offer = kOffer) {
  const json::Value reply = choose(choices, offer);
  const json::Value* error = reply.find("error");
  if (error == nullptr) return "";
  return std::string(error->textOf("code")) + " " + std::string(error->textOf("path"));
}

std::string quantityOf(const json::Value& reply) {
  return std::string(reply.find("state")->find("lines")->items[0].textOf("quantity"));
}

TEST(Choices, AQuantityInsideTheRangeIsTaken) {
  EXPECT_EQ(quantityOf(choose(R"({"quantities":{"seat":"7.50"}})")), "7.5");
  EXPECT_EQ(quantityOf(choose(R"({"quantities":{"seat":50}})")), "50");
  EXPECT_EQ(quantityOf(choose(R"({"quantities":{"seat":5e0}})")), "5");
}

TEST(Choices, AQuantityOutsideTheRangeOrOffItsStepsIsRefused) {
  for (const std::string_view quantity : {"\"4.999999\"", "\"52.5\"", "\"6\"", "\"-5\"",
                                          "\"5.0000001\"", "\"five\"", "true", "null", "[\"5\"]"}) {
    EXPECT_EQ(refusal("{\"quantities\":{\"seat\":" + std::string(quantity) + "}}"),
              "choice-refused /choices/quantities/seat")
        << quantity;
  }
}

TEST(Choices, ALineWithoutARangeKeepsItsQuantity) {
  EXPECT_EQ(refusal(R"({"quantities":{"setup":"0"}})"), "choice-refused /choices/quantities/setup");
  EXPECT_EQ(refusal(R"({"quantities":{"other":"1"}})"), "choice-refused /choices/quantities/other");
}

TEST(Choices, OnlyTheGivenEndsOfARangeBind) {
  const auto offer = [](const std::string& range) {
    return R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[
               {"id":"seat","name":"Seat","unitPrice":"10","quantityRange":)" +
           range + "}]}";
  };
  EXPECT_EQ(refusal(R"({"quantities":{"seat":"0"}})", offer("{}")), "");
  EXPECT_EQ(refusal(R"({"quantities":{"seat":"0.000001"}})", offer(R"({"max":"3"})")), "");
  EXPECT_NE(refusal(R"({"quantities":{"seat":"4"}})", offer(R"({"max":"3"})")), "");
  EXPECT_EQ(refusal(R"({"quantities":{"seat":"6"}})", offer(R"({"step":3})")), "");
  EXPECT_NE(refusal(R"({"quantities":{"seat":"7"}})", offer(R"({"step":3})")), "");
  EXPECT_EQ(refusal(R"({"quantities":{"seat":"3"}})", offer(R"({"min":1,"step":2})")), "");
  EXPECT_NE(refusal(R"({"quantities":{"seat":"4"}})", offer(R"({"min":1,"step":2})")), "");
  EXPECT_NE(refusal(R"({"quantities":{"seat":"1"}})", offer(R"({"step":"0"})")), "");
  EXPECT_NE(refusal(R"({"quantities":{"seat":"1"}})", offer(R"({"min":"many"})")), "");
}

TEST(Choices, OnlyOptionalLinesAreSelected) {
  const json::Value reply = choose(R"({"selected":{"care":true}})");
  EXPECT_TRUE(reply.find("state")->find("lines")->items[2].find("selected")->truth);
  EXPECT_EQ(refusal(R"({"selected":{"setup":false}})"), "choice-refused /choices/selected/setup");
  EXPECT_EQ(refusal(R"({"selected":{"care":"yes"}})"), "wrong-type /choices/selected/care");
  EXPECT_EQ(refusal(R"({"selected":["care"]})"), "wrong-type /choices/selected");
}

TEST(Choices, AnAdjustmentWithACodeNeedsTheCode) {
  using Ids = std::vector<std::string>;
  const auto adjustments = [](std::string_view choices) {
    return testing::idsOf(*choose(choices).find("state"), "adjustments");
  };
  EXPECT_EQ(adjustments("{}"), Ids{"f1"});
  EXPECT_EQ(adjustments(R"({"code":"LAUNCH"})"), (Ids{"d1", "f1"}));
  EXPECT_EQ(adjustments(R"({"code":""})"), Ids{"f1"});
  EXPECT_EQ(refusal(R"({"code":"LAUNCHES"})"), "choice-refused /choices/code");
  EXPECT_EQ(refusal(R"({"code":["LAUNCH"]})"), "wrong-type /choices/code");
}

// The same pairs as in tests/schema/buyer.test.mjs, where pages make keys of codes.
TEST(Choices, CodesAreComparedWithoutBlanksAroundThemAndWithoutCase) {
  const auto opens = [](const std::string& code, const std::string& said) {
    const std::string offer =
        R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[],"adjustments":[
            {"id":"d","type":"discount","percent":"1","code":")" +
        code + "\"}]}";
    const json::Value reply = choose("{\"code\":\"" + said + "\"}", offer);
    return reply.find("error") == nullptr &&
           !testing::idsOf(*reply.find("state"), "adjustments").empty();
  };
  EXPECT_TRUE(opens("LAUNCH", "launch"));
  EXPECT_TRUE(opens("Launch 10", "  lAUNCH 10\\t"));
  EXPECT_TRUE(opens(" LAUNCH　", " LAUNCH\\r\\n"));
  EXPECT_TRUE(opens("fødselsdag", "FØDSELSDAG"));
  EXPECT_TRUE(opens("ÀÖÞ", "àöþ"));
  EXPECT_FALSE(opens("10×2", "10÷2"));
  EXPECT_FALSE(opens("LAUNCH", "LAUN CH"));
  EXPECT_FALSE(opens("ÿ", "ß"));
  EXPECT_FALSE(opens("LAUNCH", "ＬＡＵＮＣＨ"));
}

TEST(Choices, ACodeOfBlanksIsNone) {
  const json::Value reply = choose("{}", R"({"version":1,"currency":"USD","date":"2026-11-22",
      "lines":[],"adjustments":[{"id":"d","type":"discount","percent":"1","code":"  "}]})");
  EXPECT_EQ(testing::idsOf(*reply.find("state"), "adjustments"), std::vector<std::string>{"d"});
}

TEST(Choices, NothingElseOfTheBuyersTextHasAnEffect) {
  EXPECT_EQ(refusal(R"({"prices":{"seat":"0.01"}})"), "choice-refused /choices/prices");
  EXPECT_EQ(refusal(R"({"quantities":{"seat":{"unitPrice":"0.01"}}})"),
            "choice-refused /choices/quantities/seat");
  const json::Value argument = tree("{\"state\":" + std::string(kOffer) +
                                    R"(,"choices":{},"adjustments":[],"currency":"JPY"})");
  EXPECT_EQ(tree(choicesReply(argument)).find("state")->textOf("currency"), "USD");
}

TEST(Choices, AStateThatIsNoLongerTheOfferLosesItsDigestAndTheSellersFormula) {
  const std::string plain =
      R"({"version":1,"currency":"USD","date":"2026-11-22","digest":"sha256:1","lines":[
          {"id":"seat","name":"Seat","unitPrice":"10","quantityRange":{},
           "formulas":{"quantity":"=1"}}]})";
  const json::Value same = choose(R"({"quantities":{"seat":"1.0"}})", plain);
  EXPECT_EQ(same.find("state")->textOf("digest"), "sha256:1");
  EXPECT_NE(same.find("state")->find("lines")->items[0].find("formulas"), nullptr);
  const json::Value other = choose(R"({"quantities":{"seat":"2"}})", plain);
  EXPECT_EQ(other.find("state")->find("digest"), nullptr);
  EXPECT_EQ(other.find("state")->find("lines")->items[0].find("formulas"), nullptr);
}

TEST(Choices, AnUnreadableOfferIsRefused) {
  EXPECT_EQ(refusal("{}", R"({"version":1})"), "unknown-currency /state/currency");
  EXPECT_EQ(refusal("7"), "wrong-type /choices");
}

}  // namespace
}  // namespace crossfoot::verify
