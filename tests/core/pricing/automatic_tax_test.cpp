#include <gtest/gtest.h>

#include "core/lifecycle/document_life.h"

namespace crossfoot {
namespace {

using test::applyTo;
using test::at;
using test::quoted;

class AutomaticTax : public ::testing::Test {
 protected:
  void open(const std::string& settings) {
    ASSERT_FALSE(isRefusal(session_.open(quoted(
        "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22'," + settings +
        "'lines':[{'id':'a','name':'Seat','unitPrice':'10'},{'id':'s','type':'section','name':"
        "'Seat'},{'id':'b','name':'Se\\u0061t','unitPrice':'20'},{'id':'c','name':'Desk',"
        "'unitPrice':'5'}]}"))));
  }

  // The lines that share their name, and that the count of errors says the same.
  std::string repeated() {
    const json::Value reply = test::tree(session_.query(R"({"get":"issues"})"));
    std::string ids;
    for (const json::Value& issue : reply.find("issues")->items) {
      if (issue.textOf("code") == "duplicate-name") ids += issue.textOf("lineId");
    }
    const std::string counts = session_.query(R"({"get":"summary"})");
    EXPECT_EQ(at(counts, "/issueCount/error"), std::to_string(ids.size()));
    return ids;
  }

  Session session_;
};

TEST_F(AutomaticTax, MakesEveryLineThatSharesItsNameAnError) {
  open("'settings':{'automaticTax':true},");
  EXPECT_EQ(repeated(), "ab");
  EXPECT_EQ(at(session_.query(R"({"get":"issues"})"), "/issues/1/path"), "/lines/2/name");
  EXPECT_EQ(at(session_.query(R"({"get":"rows","from":2,"count":1})"), "/rows/0/issues/0/code"),
            "duplicate-name");
}

TEST_F(AutomaticTax, WithoutItNamesMayRepeat) {
  open("");
  EXPECT_EQ(repeated(), "");
  applyTo(session_, "{'op':'set','path':'/settings/automaticTax','value':true}");
  EXPECT_EQ(repeated(), "ab");
  applyTo(session_, "{'op':'undo'}");
  EXPECT_EQ(repeated(), "");
}

TEST_F(AutomaticTax, FollowsEachEditOfALine) {
  open("'settings':{'automaticTax':true},");
  applyTo(session_, "{'op':'set','path':'/lines/c/name','value':'Seat'}");
  EXPECT_EQ(repeated(), "abc");
  applyTo(session_, "{'op':'remove','list':'lines','ids':['a']}");
  EXPECT_EQ(repeated(), "bc");
  session_.edit(1, 0, "7");
  EXPECT_EQ(repeated(), "bc");
  applyTo(session_, "{'op':'set','path':'/lines/b/name','value':'Chair'}");
  EXPECT_EQ(repeated(), "");
}

TEST_F(AutomaticTax, KeepsADocumentWithRepeatedNamesFromBeingFinalised) {
  open("'contacts':[{'id':'k','name':'Ada'}],'settings':{'automaticTax':true},");
  const std::string finalise =
      "{'op':'lifecycle','step':'finalise','at':'2026-11-22','number':'INV-1'}";
  EXPECT_EQ(at(applyTo(session_, finalise), "/error/code"), "has-errors");
  applyTo(session_, "{'op':'set','path':'/lines/b/name','value':'Chair'}");
  EXPECT_EQ(at(applyTo(session_, finalise), "/ok"), "true");
}

// A name is forgotten when no line has had it for long; the names that lines have are not.
TEST_F(AutomaticTax, KnowsTheNamesThatRepeatAfterHundredsThatAreGone) {
  open("'settings':{'automaticTax':true},");
  for (int i = 0; i < 300; ++i) {
    applyTo(session_,
            "{'op':'set','path':'/lines/c/name','value':'Desk " + std::to_string(i) + "'}");
    ASSERT_EQ(repeated(), "ab") << i;
  }
  applyTo(session_, "{'op':'set','path':'/lines/c/name','value':'Seat'}");
  EXPECT_EQ(repeated(), "abc");
  applyTo(session_, "{'op':'set','path':'/lines/a/name','value':'Desk 7'}");
  EXPECT_EQ(repeated(), "bc");
  applyTo(session_, "{'op':'set','path':'/lines/b/name','value':'Desk 7'}");
  EXPECT_EQ(repeated(), "ab");
}

}  // namespace
}  // namespace crossfoot
