#include <gtest/gtest.h>

#include "core/support/random_state.h"
#include "crossfoot/engine.h"

namespace crossfoot {
namespace {

using testing::tree;

constexpr std::string_view kState =
    R"({"version":1,"currency":"USD","date":"2026-11-22",
        "taxRates":[{"id":"t","name":"T","percent":"5"}],
        "adjustments":[{"id":"d","type":"fee","name":"F","amount":"1"}],
        "lines":[{"id":"a","name":"A","unitPrice":"10"},{"id":"b","name":"B","unitPrice":"20"}]})";

// A command, and the flag without which it is refused.
struct Guarded {
  std::string_view flag;
  std::string_view command;
};

constexpr Guarded kGuarded[] = {
    {"addLines", R"({"op":"add","list":"lines","items":[{"name":"N","unitPrice":"1"}]})"},
    {"addLines", R"({"op":"clone","ids":["a"]})"},
    {"addCustomLines", R"({"op":"add","list":"lines","items":[{"name":"N","unitPrice":"1"}]})"},
    {"removeLines", R"({"op":"remove","list":"lines","ids":["a"]})"},
    {"moveLines", R"({"op":"move","ids":["a"]})"},
    {"editDetails", R"({"op":"set","path":"/lines/a/name","value":"X"})"},
    {"editPrices", R"({"op":"set","path":"/lines/a/unitPrice","value":"1"})"},
    {"editQuantities", R"({"op":"set","path":"/lines/a/quantity","value":"2"})"},
    {"editDiscounts", R"({"op":"set","path":"/lines/a/discount","value":{"percent":"5"}})"},
    {"editTaxes", R"({"op":"set","path":"/lines/a/taxRateIds","value":["t"]})"},
    {"editTaxes", R"({"op":"set","path":"/taxRates/t/percent","value":"6"})"},
    {"editTaxes", R"({"op":"remove","list":"taxRates","ids":["t"]})"},
    {"editBilling", R"({"op":"set","path":"/lines/a/billing/frequency","value":"monthly"})"},
    {"editAdjustments", R"({"op":"set","path":"/adjustments/d/amount","value":"2"})"},
    {"editAdjustments", R"({"op":"set","path":"/adjustments","value":[]})"},
    {"editDocument", R"({"op":"set","path":"/currency","value":"EUR"})"},
    {"editDocument",
     R"({"op":"replace","state":{"version":1,"currency":"EUR","date":"2026-11-22"}})"},
    {"readOnly", R"({"op":"set","path":"/comments","value":"Hi"})"},
};

TEST(Capabilities, ACommandWithoutItsFlagIsRefusedAndWithItCarriedOut) {
  for (const Guarded& guarded : kGuarded) {
    const std::string_view flag = guarded.flag;
    const std::string_view command = guarded.command;
    Session session;
    session.open(kState);
    const bool isReadOnly = flag == "readOnly";
    const auto allow = [&](bool may) {
      session.apply(R"({"op":"capabilities","value":{")" + std::string(flag) +
                    "\":" + (may == isReadOnly ? "false" : "true") + "}}");
    };
    const std::string before = session.save();
    allow(false);
    const std::string reply = session.apply(command);
    EXPECT_NE(reply.find(R"("code":"not-permitted")"), std::string::npos) << command << reply;
    EXPECT_EQ(session.save(), before) << command;
    allow(true);
    EXPECT_FALSE(isRefusal(session.apply(command))) << command;
  }
}

TEST(Capabilities, AKeystrokeNeedsTheSameFlag) {
  Session session;
  session.open(kState);
  session.apply(R"({"op":"capabilities","value":{"editPrices":false}})");
  EXPECT_TRUE(isRefusal(session.edit(0, 0, "1")));
  EXPECT_FALSE(isRefusal(session.edit(0, 1, "2")));
}

TEST(Capabilities, AreNotPartOfTheDocumentAndUnknownOnesAreRefused) {
  Session session;
  session.open(kState);
  const std::string before = session.save();
  session.apply(R"({"op":"capabilities","value":{"moveLines":false}})");
  EXPECT_EQ(session.save(), before);
  const json::Value may = tree(session.query(R"({"get":"may"})"));
  EXPECT_EQ(testing::textAt(may, "/may/moveLines"), "false") << json::write(may);
  EXPECT_EQ(testing::textAt(may, "/lineRights/charges"), "editDiscounts");
  EXPECT_EQ(testing::textAt(may, "/lineRights/name"), "null");
  EXPECT_TRUE(isRefusal(session.apply(R"({"op":"capabilities","value":{"fly":true}})")));
  EXPECT_TRUE(isRefusal(session.apply(R"({"op":"capabilities","value":{"moveLines":"no"}})")));
}

TEST(Capabilities, AReadOnlySessionNeitherUndoesNorRedoes) {
  Session session;
  session.open(kState);
  session.apply(R"({"op":"set","path":"/lines/a/quantity","value":"2"})");
  session.apply(R"({"op":"set","path":"/lines/a/quantity","value":"3"})");
  session.apply(R"({"op":"undo"})");
  const std::string before = session.save();
  session.apply(R"({"op":"capabilities","value":{"readOnly":true}})");
  for (const std::string_view op : {R"({"op":"undo"})", R"({"op":"redo"})"}) {
    EXPECT_NE(session.apply(op).find(R"("code":"not-permitted")"), std::string::npos) << op;
    EXPECT_EQ(session.save(), before) << op;
  }
  session.apply(R"({"op":"capabilities","value":{}})");
  EXPECT_EQ(session.apply(R"({"op":"redo"})").find("error"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot
