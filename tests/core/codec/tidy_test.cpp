#include "codec/tidy.h"

#include <gtest/gtest.h>

namespace crossfoot::codec {
namespace {

std::string tidied(std::string_view line) {
  std::string out;
  tidyLine(line, out);
  return out;
}

std::string viaTree(std::string_view line) {
  json::Scanner scanner(line);
  json::Value value = json::readValue(scanner);
  tidyLineValue(value);
  return json::write(value);
}

TEST(Tidy, KnownDecimalsBecomeStringsInShortestForm) {
  EXPECT_EQ(tidied(R"({"unitPrice":12.50,"quantity":"1e2","cost":"-0.00"})"),
            R"({"unitPrice":"12.5","quantity":"100","cost":"0"})");
  EXPECT_EQ(tidied(R"({"quantity":"\u0031.50"})"), R"({"quantity":"1.5"})");
}

TEST(Tidy, DecimalsInsideKnownContainersAreTidiedToo) {
  EXPECT_EQ(tidied(R"({"discounts":[{"percent":5.0},{"amount":"1.10"}],)"
                   R"("pricing":{"tiers":[{"upTo":10.0,"unitPrice":"3.00"},{"unitPrice":2}]}})"),
            R"({"discounts":[{"percent":"5"},{"amount":"1.1"}],)"
            R"("pricing":{"tiers":[{"upTo":"10","unitPrice":"3"},{"unitPrice":"2"}]}})");
}

TEST(Tidy, WhatIsNoKnownDecimalStaysAsItWasTyped) {
  for (const std::string_view line :
       {R"({"quantity":"1,50"})", R"({"quantity":null,"unitPrice":true})",
        R"({"custom":{"quantity":1.50,"list":[1.0,"2.0",{}]},"size":{}})",
        R"({"name":"a \"b\" {1.50} \\","mine":-0.10e+2})", R"({})",
        R"({"tiers":[],"pricing":7.0})"}) {
    EXPECT_EQ(tidied(line), line);
  }
}

TEST(Tidy, WhiteSpaceBetweenTokensGoesAndInStringsStays) {
  EXPECT_EQ(
      tidied(" {\t\"name\" : \"a  b\" ,\n\"quantity\" : 1.50 ,\"custom\" : [ 1 , { } ,"
             "\"x y\" , null ] , \"discount\" : { \"percent\" : \"5.0\" } }\r\n"),
      R"({"name":"a  b","quantity":"1.5","custom":[1,{},"x y",null],"discount":{"percent":"5"}})");
}

TEST(Tidy, TheCopyOfATextIsWhatItsTreeWouldBeWrittenAs) {
  for (
      const std::string_view line :
      {R"({"id":"li_1","unitPrice":"10.00","quantity":3.0,"billing":{"phases":[{"quantity":"2.0",)"
       R"("discount":{"amount":1.10}}],"frequency":"monthly"},"quantityRange":{"min":1,"max":"9.0"}})",
       R"([1.0, "2.0"])", R"("10.00")", R"({"charges":{"total":"0.10","x":{"total":"0.10"}}})"}) {
    EXPECT_EQ(tidied(line), viaTree(line));
  }
}

}  // namespace
}  // namespace crossfoot::codec
