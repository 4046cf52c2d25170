#include "merge/merge.h"

#include <gtest/gtest.h>

#include "codec/read_state.h"
#include "core/support/random_edit.h"
#include "core/support/random_state.h"
#include "merge/merge_order.h"

namespace crossfoot::merge {
namespace {

using testing::idsOf;
using testing::Random;
using testing::sortedText;
using testing::tree;
using Ids = std::vector<std::string>;

// A quote of lines with these ids at 10.00 each.
json::Value quote(const Ids& ids) {
  json::Value state = tree(R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[]})");
  for (const std::string& id : ids) {
    state.find("lines")->items.push_back(
        tree(R"({"id":")" + id + R"(","name":"Line","unitPrice":"10"})"));
  }
  return state;
}

json::Value& lineOf(json::Value& state, std::string_view id) {
  for (json::Value& line : state.find("lines")->items) {
    if (line.textOf("id") == id) return line;
  }
  ADD_FAILURE() << "no line " << id;
  return state;
}

void put(json::Value& state, std::string_view id, std::string_view name, std::string value) {
  lineOf(state, id).set(name, json::Value::ofString(std::move(value)));
}

void order(json::Value& state, const Ids& ids) {
  json::Value list = json::Value::array();
  for (const std::string& id : ids) list.items.push_back(lineOf(state, id));
  *state.find("lines") = std::move(list);
}

void stamp(json::Value& state, const std::string& write) {
  state.set("rev", tree(R"({"n":1,"write":")" + write + R"(","parent":"p","by":"d"})"));
}

// The reply's text; the sides are written by "w1" (mine) and "w2" (theirs).
std::string replyText(json::Value base, json::Value mine, json::Value theirs,
                      const std::string& unit = "null") {
  stamp(base, "w0");
  stamp(mine, "w1");
  stamp(theirs, "w2");
  json::Value argument = json::Value::object();
  argument.set("base", std::move(base));
  argument.set("mine", std::move(mine));
  argument.set("theirs", std::move(theirs));
  if (unit != "null") argument.set("unit", tree(unit));
  return mergeReply(json::write(argument));
}

json::Value mergeThree(const json::Value& base, const json::Value& mine,
                       const json::Value& theirs) {
  json::Value reply = tree(replyText(base, mine, theirs));
  EXPECT_EQ(reply.find("error"), nullptr) << json::write(reply);
  return reply;
}

json::Value mergeByFact(const json::Value& base, const json::Value& mine,
                        const json::Value& theirs) {
  json::Value reply = tree(replyText(base, mine, theirs, R"("fact")"));
  EXPECT_EQ(reply.find("error"), nullptr) << json::write(reply);
  return reply;
}

Ids mergedIds(const json::Value& reply) { return idsOf(*reply.find("merged"), "lines"); }

Ids conflictPaths(const json::Value& reply) {
  Ids paths;
  for (const json::Value& conflict : reply.find("conflicts")->items) {
    paths.emplace_back(conflict.textOf("path"));
  }
  return paths;
}

// "rule path side" of each decision.
Ids decisions(const json::Value& reply) {
  Ids result;
  for (const json::Value& decision : reply.find("decisions")->items) {
    result.push_back(std::string(decision.textOf("rule")) + " " +
                     std::string(decision.textOf("path")) + " " +
                     std::string(decision.textOf("side")));
  }
  return result;
}

// SY-4.1
TEST(Merge, EditsOfDifferentLinesComeTogetherAndTheTotalsAreGiven) {
  const json::Value base = quote({"a", "b"});
  json::Value mine = base;
  json::Value theirs = base;
  put(mine, "a", "quantity", "2");
  put(theirs, "b", "unitPrice", "25");
  json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  json::Value& merged = *reply.find("merged");
  EXPECT_EQ(lineOf(merged, "a").textOf("quantity"), "2");
  EXPECT_EQ(lineOf(merged, "b").textOf("unitPrice"), "25");
  EXPECT_EQ(merged.find("rev"), nullptr);
  EXPECT_EQ(decisions(reply), (Ids{"changed /lines/a mine", "changed /lines/b theirs"}));
  EXPECT_EQ(json::write(*reply.find("totals")),
            R"({"base":{"dueNow":"20.00","total":"20.00"},"merged":{"dueNow":"45.00",)"
            R"("total":"45.00"},"mine":{"dueNow":"30.00","total":"30.00"},)"
            R"("theirs":{"dueNow":"35.00","total":"35.00"}})");
  EXPECT_EQ(json::write(*reply.find("writes")), R"({"base":"w0","mine":"w1","theirs":"w2"})");
}

// SY-4.2
TEST(Merge, TheSameLineChangedOnBothSidesIsAConflictEvenInDifferentFields) {
  const json::Value base = quote({"a"});
  json::Value mine = base;
  json::Value theirs = base;
  put(mine, "a", "quantity", "2");
  put(theirs, "a", "name", "Chair");
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_EQ(conflictPaths(reply), Ids{"/lines/a"});
  EXPECT_EQ(sortedText(reply.find("merged")->find("lines")->items[0]),
            sortedText(base.find("lines")->items[0]));
  const json::Value& conflict = reply.find("conflicts")->items[0];
  EXPECT_EQ(conflict.find("mine")->textOf("quantity"), "2");
  EXPECT_EQ(conflict.find("theirs")->textOf("name"), "Chair");
  EXPECT_EQ(conflict.find("base")->textOf("name"), "Line");
}

// SY-4.2
TEST(Merge, ForTheTabsOfOnePersonDifferentFactsOfALineComeTogether) {
  const json::Value base = quote({"a"});
  json::Value mine = base;
  json::Value theirs = base;
  put(mine, "a", "quantity", "2");
  put(theirs, "a", "name", "Chair");
  const json::Value reply = mergeByFact(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(sortedText(reply.find("merged")->find("lines")->items[0]),
            R"({"id":"a","name":"Chair","quantity":"2","unitPrice":"10"})");
  EXPECT_EQ(decisions(reply), Ids{"changed /lines/a both"});
}

// SY-4.2
TEST(Merge, WhatSaysOneThingTogetherIsOneFact) {
  const json::Value base = quote({"a"});
  json::Value mine = base;
  json::Value theirs = base;
  put(mine, "a", "unitPrice", "12");
  lineOf(theirs, "a").set("pricing", tree(R"({"model":"package","size":"5","price":"40"})"));
  put(theirs, "a", "quantity", "3");
  const json::Value reply = mergeByFact(base, mine, theirs);
  EXPECT_EQ(conflictPaths(reply), (Ids{"/lines/a/pricing", "/lines/a/unitPrice"}));
  EXPECT_EQ(reply.find("merged")->find("lines")->items[0].textOf("quantity"), "3");
  mine = base;
  put(mine, "a", "type", "section");
  EXPECT_EQ(conflictPaths(mergeByFact(base, mine, theirs)), Ids{"/lines/a"});
}

// SY-4.2
TEST(Merge, AFactThatOneSideTookAwayStaysAway) {
  json::Value base = quote({"a"});
  put(base, "a", "quantity", "2");
  json::Value mine = base;
  json::Value theirs = base;
  lineOf(mine, "a").set("quantity", tree("null"));
  put(theirs, "a", "name", "Chair");
  const json::Value reply = mergeByFact(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  const json::Value& line = reply.find("merged")->find("lines")->items[0];
  EXPECT_EQ(line.textOf("quantity"), "");
  EXPECT_EQ(line.textOf("name"), "Chair");
}

TEST(Merge, AnUnknownUnitIsRefused) {
  const json::Value base = quote({"a"});
  const json::Value reply = tree(replyText(base, base, base, R"("word")"));
  EXPECT_EQ(reply.find("error")->textOf("path"), "/unit");
}

// SY-4.1
TEST(Merge, TheSameChangeOnBothSidesAgreesHoweverItIsWritten) {
  const json::Value base = quote({"a"});
  json::Value mine = base;
  json::Value theirs = base;
  put(mine, "a", "quantity", "2.50");
  *theirs.find("lines") =
      tree(R"([{"quantity":2.5,"unitPrice":10.0,"discount":null,"name":"Line","id":"a"}])");
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(decisions(reply), Ids{"agreed /lines/a both"});
  EXPECT_EQ(reply.find("merged")->find("lines")->items[0].textOf("quantity"), "2.5");
}

TEST(Merge, AnotherWayToWriteALineIsNoChange) {
  const json::Value base = quote({"a"});
  json::Value mine = base;
  json::Value theirs = base;
  *mine.find("lines") = tree(R"([{"unitPrice":1e1,"name":"Line","id":"a","billing":null}])");
  put(theirs, "a", "quantity", "3");
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(decisions(reply), Ids{"changed /lines/a theirs"});
}

TEST(Merge, TextsAndForeignValuesAreComparedAsTheyStand) {
  const json::Value base = quote({"a", "b"});
  json::Value mine = base;
  json::Value theirs = base;
  put(mine, "a", "name", "1.0");
  put(theirs, "a", "name", "1.00");
  lineOf(mine, "b").set("custom", tree(R"({"price":"1.0"})"));
  lineOf(theirs, "b").set("custom", tree(R"({"price":"1.00"})"));
  EXPECT_EQ(conflictPaths(mergeThree(base, mine, theirs)), (Ids{"/lines/a", "/lines/b"}));
}

TEST(Merge, AMovedAndAnEditedLineIsBoth) {
  const json::Value base = quote({"a", "b", "c"});
  json::Value mine = base;
  json::Value theirs = base;
  order(mine, {"c", "a", "b"});
  put(theirs, "c", "quantity", "7");
  json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(mergedIds(reply), (Ids{"c", "a", "b"}));
  EXPECT_EQ(lineOf(*reply.find("merged"), "c").textOf("quantity"), "7");
  EXPECT_EQ(decisions(reply), (Ids{"changed /lines/c theirs", "moved /lines/c mine"}));
}

// SY-4.3
TEST(Merge, AnEditedLineOutlivesItsRemovalAndIsMarked) {
  const json::Value base = quote({"a", "b", "c"});
  json::Value mine = base;
  json::Value theirs = base;
  order(mine, {"a", "c"});
  put(theirs, "b", "quantity", "2");
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(mergedIds(reply), (Ids{"a", "b", "c"}));
  EXPECT_EQ(decisions(reply), Ids{"edit-kept /lines/b theirs"});
}

TEST(Merge, ALineTakenOutByOneSideIsGone) {
  const json::Value base = quote({"a", "b", "c"});
  json::Value mine = base;
  json::Value theirs = base;
  order(mine, {"a", "c"});
  order(theirs, {"b", "c"});
  EXPECT_EQ(mergedIds(mergeThree(base, mine, theirs)), Ids{"c"});
}

// SY-4.4
TEST(Merge, AnInsertedLineFollowsTheLineItWasPutAfter) {
  const json::Value base = quote({"a", "b", "c"});
  json::Value mine = base;
  order(mine, {"a", "c", "b"});  // b goes to the end
  json::Value theirs = quote({"a", "b", "x", "y", "c"});
  EXPECT_EQ(mergedIds(mergeThree(base, mine, theirs)), (Ids{"a", "c", "b", "x", "y"}));
}

// SY-4.4
TEST(Merge, LinesPutInAfterOneNeighbourStandInTheOrderOfTheirIds) {
  const json::Value base = quote({"a", "b"});
  const json::Value mine = quote({"a", "m", "m2", "b", "z"});
  const json::Value theirs = quote({"k", "a", "d", "q", "b", "y"});
  EXPECT_EQ(mergedIds(mergeThree(base, mine, theirs)),
            (Ids{"k", "a", "d", "q", "m", "m2", "b", "y", "z"}));
}

TEST(Merge, ALinePutAfterARemovedLineFollowsTheOneBeforeIt) {
  const json::Value base = quote({"a", "b", "c"});
  const json::Value mine = quote({"a", "b", "x", "c"});
  const json::Value theirs = quote({"a", "c"});
  EXPECT_EQ(mergedIds(mergeThree(base, mine, theirs)), (Ids{"a", "x", "c"}));
}

TEST(Merge, LinesPutAfterOneAnotherInACircleAllSurvive) {
  const json::Value base = quote({"a", "b", "c", "d", "e", "f"});
  json::Value mine = base;
  json::Value theirs = base;
  order(mine, {"a", "c", "d", "e", "b", "f"});    // b behind e
  order(theirs, {"a", "b", "e", "c", "d", "f"});  // e behind b
  EXPECT_EQ(mergedIds(mergeThree(base, mine, theirs)), (Ids{"a", "c", "d", "b", "e", "f"}));
}

TEST(Merge, ALineMovedToDifferentPlacesStandsInOneOfThemAndIsMarked) {
  const json::Value base = quote({"a", "b", "c", "d", "e"});
  json::Value mine = base;
  json::Value theirs = base;
  order(mine, {"a", "c", "d", "b", "e"});
  order(theirs, {"a", "c", "d", "e", "b"});
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(mergedIds(reply), (Ids{"a", "c", "d", "b", "e"}));
  EXPECT_EQ(decisions(reply), Ids{"moved-twice /lines/b both"});
}

// SY-4.3
TEST(Merge, ARateThatIsStillUsedSurvivesItsRemoval) {
  json::Value base = quote({"a", "b"});
  base.set("taxRates", tree(R"([{"id":"vat","name":"VAT","percent":"20"},
                                {"id":"old","name":"Old","percent":"5"}])"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.find("taxRates")->items.clear();
  lineOf(theirs, "b").set("taxRateIds", tree(R"(["vat"])"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_EQ(idsOf(*reply.find("merged"), "taxRates"), Ids{"vat"});
  EXPECT_EQ(decisions(reply), (Ids{"changed /lines/b theirs", "rate-kept /taxRates/vat theirs",
                                   "removed /taxRates/old mine"}));
}

// What a side left without its rate it left knowingly.
TEST(Merge, ARateThatItsRemoverLeftInUseStaysRemoved) {
  json::Value base = quote({"a", "b"});
  base.set("taxRates", tree(R"([{"id":"vat","name":"VAT","percent":"20"}])"));
  lineOf(base, "a").set("taxRateIds", tree(R"(["vat"])"));
  json::Value removed = base;
  removed.find("taxRates")->items.clear();
  for (const json::Value& other : {removed, base}) {
    const json::Value reply = mergeThree(base, removed, other);
    EXPECT_TRUE(idsOf(*reply.find("merged"), "taxRates").empty());
    EXPECT_EQ(sortedText(*reply.find("merged")->find("lines")), sortedText(*removed.find("lines")));
  }
  // A use that the remover did not know of brings it back.
  json::Value theirs = base;
  lineOf(theirs, "b").set("taxRateIds", tree(R"(["vat"])"));
  EXPECT_EQ(idsOf(*mergeThree(base, removed, theirs).find("merged"), "taxRates"), Ids{"vat"});
}

TEST(Merge, ARateThatAnAdjustmentOrAConflictUsesSurvivesToo) {
  json::Value base = quote({"a"});
  base.set("taxRates", tree(R"([{"id":"r1","name":"1","percent":"20"},
                                {"id":"r2","name":"2","percent":"5"}])"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.find("taxRates")->items.clear();
  put(mine, "a", "name", "Mine");
  lineOf(theirs, "a").set("taxRateIds", tree(R"(["r1"])"));
  theirs.set("adjustments", tree(R"([{"id":"f","type":"fee","name":"F","amount":"1",
                                      "taxRateIds":["r2"]}])"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_EQ(conflictPaths(reply), Ids{"/lines/a"});
  EXPECT_EQ(idsOf(*reply.find("merged"), "taxRates"), (Ids{"r1", "r2"}));
}

TEST(Merge, FieldsMergeByNameAndPolicySettingsAndCustomByMember) {
  json::Value base = quote({});
  base.set("policy", tree(R"({"taxRounding":"line"})"));
  base.set("custom", tree(R"({"a":1,"b":2})"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.set("comments", json::Value::ofString("Hello"));
  mine.find("policy")->set("taxRounding", json::Value::ofString("document"));
  mine.find("custom")->erase("a");
  theirs.set("poNumber", json::Value::ofString("PO-7"));
  theirs.find("policy")->set("cashRounding", json::Value::ofString("0.05"));
  theirs.find("custom")->set("c", json::Value::ofNumber("3"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  const json::Value& merged = *reply.find("merged");
  EXPECT_EQ(merged.textOf("comments"), "Hello");
  EXPECT_EQ(merged.textOf("poNumber"), "PO-7");
  EXPECT_EQ(json::write(*merged.find("policy")),
            R"({"cashRounding":"0.05","taxRounding":"document"})");
  EXPECT_EQ(json::write(*merged.find("custom")), R"({"b":2,"c":3})");
}

TEST(Merge, AFieldChangedDifferentlyIsAConflictAndKeepsTheBase) {
  json::Value base = quote({});
  base.set("comments", json::Value::ofString("Base"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.set("comments", json::Value::ofString("Mine"));
  theirs.erase("comments");
  mine.set("policy", tree(R"({"cashRounding":"0.05"})"));
  theirs.set("policy", tree(R"({"cashRounding":"0.10"})"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_EQ(conflictPaths(reply), (Ids{"/comments", "/policy/cashRounding"}));
  EXPECT_EQ(reply.find("merged")->textOf("comments"), "Base");
  EXPECT_TRUE(reply.find("conflicts")->items[0].find("theirs")->isNull());
}

TEST(Merge, HalfOfOneAddressIsNotMixedWithHalfOfAnother) {
  json::Value base = quote({});
  base.set("billingAddress", tree(R"({"city":"Oslo","postalCode":"0150"})"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.find("billingAddress")->set("city", json::Value::ofString("Bergen"));
  theirs.find("billingAddress")->set("postalCode", json::Value::ofString("0151"));
  EXPECT_EQ(conflictPaths(mergeThree(base, mine, theirs)), Ids{"/billingAddress"});
}

TEST(Merge, RecordsOfBothSidesAreKept) {
  json::Value base = quote({"a"});
  base.set("events", tree(R"([{"type":"created"}])"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.set("payments", tree(R"([{"id":"p1","amount":"1","status":"succeeded"}])"));
  theirs.set("payments", tree(R"([{"id":"p2","amount":"2","status":"succeeded"}])"));
  mine.find("events")->items.push_back(tree(R"({"type":"mine"})"));
  theirs.find("events")->items.push_back(tree(R"({"type":"theirs"})"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(idsOf(*reply.find("merged"), "payments"), (Ids{"p1", "p2"}));
  EXPECT_EQ(json::write(*reply.find("merged")->find("events")),
            R"([{"type":"created"},{"type":"mine"},{"type":"theirs"}])");
}

// SY-4.1
TEST(Merge, TwoDevicesMayRecordPaymentsOfASubscriptionButNotTheSameOne) {
  json::Value base = quote({"a"});
  base.set("kind", json::Value::ofString("subscription"));
  base.set("billingRecords", tree(R"([{"due":"2026-11-22","status":"paid"}])"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.find("billingRecords")->items.push_back(tree(R"({"due":"2026-12-22","status":"paid"})"));
  theirs.find("billingRecords")->items.push_back(tree(R"({"due":"2027-01-22","status":"failed"})"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(reply.find("merged")->find("billingRecords")->items.size(), 3U);

  theirs.find("billingRecords")->items.back() = tree(R"({"due":"2026-12-22","status":"failed"})");
  EXPECT_EQ(conflictPaths(mergeThree(base, mine, theirs)), Ids{"/billingRecords"});
  theirs.find("billingRecords")->items.back() = tree(R"({"due":"2026-12-22","status":"paid"})");
  const json::Value same = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(same).empty());
  EXPECT_EQ(same.find("merged")->find("billingRecords")->items.size(), 2U);
}

// SY-4.6
TEST(Merge, AFinalisedDocumentStandsAndTheOtherSidesEditsAreShown) {
  const json::Value base = quote({"a"});
  json::Value mine = base;
  json::Value theirs = base;
  put(mine, "a", "quantity", "2");
  theirs.set("status", json::Value::ofString("open"));
  theirs.set("digest", json::Value::ofString("sha256:1"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_EQ(conflictPaths(reply), Ids{""});
  EXPECT_EQ(decisions(reply), Ids{"finalised  theirs"});
  EXPECT_EQ(reply.find("merged")->textOf("digest"), "sha256:1");
  EXPECT_EQ(reply.find("totals")->find("merged")->textOf("dueNow"), "10.00");
}

TEST(Merge, AFinalisedDocumentWithNothingAgainstItIsNoConflict) {
  const json::Value base = quote({"a"});
  json::Value theirs = base;
  theirs.set("status", json::Value::ofString("open"));
  theirs.set("digest", json::Value::ofString("sha256:1"));
  const json::Value reply = mergeThree(base, base, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(reply.find("merged")->textOf("status"), "open");
}

TEST(Merge, TwoDifferentFinalisationsAreAConflictThatKeepsTheBase) {
  const json::Value base = quote({"a"});
  json::Value mine = base;
  json::Value theirs = base;
  for (json::Value* side : {&mine, &theirs}) side->set("status", json::Value::ofString("open"));
  mine.set("digest", json::Value::ofString("sha256:1"));
  theirs.set("digest", json::Value::ofString("sha256:2"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_EQ(conflictPaths(reply), Ids{""});
  EXPECT_EQ(reply.find("merged")->find("digest"), nullptr);
}

TEST(Merge, PaymentsOnOneFinalisedDocumentComeTogether) {
  json::Value base = quote({"a"});
  base.set("status", json::Value::ofString("open"));
  base.set("digest", json::Value::ofString("sha256:1"));
  json::Value mine = base;
  json::Value theirs = base;
  mine.set("payments", tree(R"([{"id":"p1","amount":"1","status":"succeeded"}])"));
  theirs.set("payments", tree(R"([{"id":"p2","amount":"2","status":"succeeded"}])"));
  const json::Value reply = mergeThree(base, mine, theirs);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(idsOf(*reply.find("merged"), "payments"), (Ids{"p1", "p2"}));
}

TEST(Merge, AStateThatCannotBeReadIsRefusedWithItsPlace) {
  json::Value base = quote({"a"});
  json::Value broken = base;
  broken.set("currency", json::Value::ofString("XXX"));
  const std::string reply = replyText(base, base, broken);
  EXPECT_NE(reply.find(R"("code":"unknown-currency")"), std::string::npos) << reply;
  EXPECT_NE(reply.find(R"("path":"/theirs/currency")"), std::string::npos) << reply;
  EXPECT_NE(mergeReply(R"({"base":{}})").find(R"("path":"/mine")"), std::string::npos);
  EXPECT_NE(mergeReply("{").find("json-syntax"), std::string::npos);
  EXPECT_NE(mergeReply("7").find("wrong-type"), std::string::npos);
}

// Random documents, edited by two people.
class RandomMerge : public ::testing::TestWithParam<uint64_t> {
 protected:
  void SetUp() override {
    Random random(GetParam());
    base_ = testing::randomState(random, random.below(12));
    mine_ = theirs_ = base_;
    for (size_t i = random.below(8); i > 0; --i) testing::editSomewhere(mine_, random);
    for (size_t i = random.below(8); i > 0; --i) testing::editSomewhere(theirs_, random);
  }

  // As a client would: mine and theirs are only whose screen it is.
  std::string asSeenBy(bool first) const {
    json::Value argument = json::Value::object();
    json::Value one = mine_;
    json::Value two = theirs_;
    stamp(one, "w1");
    stamp(two, "w2");
    argument.set("base", base_);
    argument.set("mine", first ? one : two);
    argument.set("theirs", first ? two : one);
    return mergeReply(json::write(argument));
  }

  json::Value base_, mine_, theirs_;
};

json::Value withoutRevision(json::Value state) {
  state.erase("rev");
  return state;
}

// Whether a side's line names a rate that the side has not.
bool leftWithout(const json::Value& side, std::string_view lineId, const std::string& rate) {
  const Ids rates = idsOf(side, "taxRates");
  if (std::find(rates.begin(), rates.end(), rate) != rates.end()) return false;
  for (const json::Value& line : side.find("lines")->items) {
    const json::Value* ids = line.find("taxRateIds");
    if (line.textOf("id") != lineId || ids == nullptr) continue;
    for (const json::Value& id : ids->items) {
      if (id.text == rate) return true;
    }
  }
  return false;
}

// SY-4.5
TEST_P(RandomMerge, GivesTheSameBytesWhoeverMergesAndTheResultOpens) {
  const std::string reply = asSeenBy(true);
  EXPECT_EQ(reply, asSeenBy(false));
  const json::Value value = tree(reply);
  ASSERT_NE(value.find("merged"), nullptr) << reply;
  EXPECT_TRUE(codec::readState(json::write(*value.find("merged"))));
}

TEST_P(RandomMerge, WhatOneSideAloneDidComesOutExactly) {
  const json::Value reply = mergeThree(base_, mine_, base_);
  EXPECT_TRUE(conflictPaths(reply).empty());
  Ids wanted = idsOf(mine_, "lines");
  EXPECT_EQ(mergedIds(reply), wanted);
  EXPECT_EQ(sortedText(withoutRevision(*reply.find("merged"))), sortedText(withoutRevision(mine_)));
}

TEST_P(RandomMerge, TheSameEditsOnBothSidesAreNoConflict) {
  const json::Value reply = mergeThree(base_, mine_, mine_);
  EXPECT_TRUE(conflictPaths(reply).empty());
  EXPECT_EQ(sortedText(withoutRevision(*reply.find("merged"))), sortedText(withoutRevision(mine_)));
}

TEST_P(RandomMerge, EveryEditOfALineIsInTheMergedStateOrInAConflict) {
  json::Value reply = mergeThree(base_, mine_, theirs_);
  const Ids conflicts = conflictPaths(reply);
  const auto isConflict = [&conflicts](const std::string& id) {
    return std::find(conflicts.begin(), conflicts.end(), "/lines/" + id) != conflicts.end();
  };
  const auto textIn = [](const json::Value& state, const std::string& id) {
    for (const json::Value& line : state.find("lines")->items) {
      if (line.textOf("id") == id) return sortedText(line);
    }
    return std::string();
  };
  for (const json::Value* side : {&mine_, &theirs_}) {
    for (const std::string& id : idsOf(*side, "lines")) {
      const std::string edited = textIn(*side, id);
      if (edited == textIn(base_, id)) continue;
      EXPECT_TRUE(isConflict(id) || textIn(*reply.find("merged"), id) == edited) << id;
    }
  }
}

// But where a side itself left the line without its rate.
TEST_P(RandomMerge, EveryRateInUseIsThere) {
  const json::Value reply = mergeThree(base_, mine_, theirs_);
  const json::Value& merged = *reply.find("merged");
  const Ids rates = idsOf(merged, "taxRates");
  const Ids known = idsOf(base_, "taxRates");
  for (const json::Value& line : merged.find("lines")->items) {
    const json::Value* used = line.find("taxRateIds");
    if (used == nullptr) continue;
    for (const json::Value& id : used->items) {
      if (std::find(known.begin(), known.end(), id.text) == known.end()) continue;
      if (leftWithout(mine_, line.textOf("id"), id.text)) continue;
      if (leftWithout(theirs_, line.textOf("id"), id.text)) continue;
      EXPECT_NE(std::find(rates.begin(), rates.end(), id.text), rates.end()) << id.text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomMerge, ::testing::Range<uint64_t>(1, 400));

// SY-4.4
TEST(Merge, AMergedOrderMergedAgainStaysAsItIs) {
  // Both move 0 and 5, to different places.
  const std::vector<uint32_t> base = {0, 1, 2, 3, 4, 5};
  const std::vector<uint32_t> mine = {1, 0, 6, 2, 5, 3, 4};
  const std::vector<uint32_t> theirs = {5, 1, 2, 0, 3, 7, 4};
  const std::vector<std::string_view> ids = {"f", "b", "h", "d", "a", "e", "g", "c"};
  const auto merged = [&](const std::vector<uint32_t>& one, const std::vector<uint32_t>& other) {
    Moves moves;
    return mergeOrder({base, one, other, ids}, moves);
  };
  const std::vector<uint32_t> both = merged(mine, theirs);
  ASSERT_EQ(both.size(), 8u);
  for (const std::vector<uint32_t>& side : {mine, theirs}) {
    EXPECT_EQ(merged(both, side), both);
    EXPECT_EQ(merged(side, both), both);
  }
}

// SY-4.8
TEST(Merge, AmountsTypedInTheFormerCurrencySayIt) {
  const json::Value base = quote({"a", "b"});
  json::Value mine = base;
  mine.set("currency", json::Value::ofString("JPY"));
  put(mine, "a", "unitPrice", "1500");
  put(mine, "b", "priceCurrency", "USD");
  json::Value theirs = base;
  put(theirs, "b", "unitPrice", "12");
  theirs.find("lines")->items.push_back(
      tree(R"({"id":"c","name":"New","unitPrice":"7","discount":{"amount":"1"}})"));
  const std::string reply = replyText(base, mine, theirs);
  const json::Value answer = tree(reply);
  EXPECT_EQ(json::write(*answer.find("conflicts")), "[]");
  json::Value merged = *answer.find("merged");
  EXPECT_EQ(merged.textOf("currency"), "JPY");
  EXPECT_EQ(lineOf(merged, "a").textOf("unitPrice"), "1500");
  EXPECT_EQ(lineOf(merged, "a").find("priceCurrency"), nullptr);
  EXPECT_EQ(lineOf(merged, "b").textOf("unitPrice"), "12");
  EXPECT_EQ(lineOf(merged, "b").textOf("priceCurrency"), "USD");
  EXPECT_EQ(lineOf(merged, "c").textOf("priceCurrency"), "USD");
  EXPECT_EQ(lineOf(merged, "c").find("discount")->textOf("currency"), "USD");
}

}  // namespace
}  // namespace crossfoot::merge
