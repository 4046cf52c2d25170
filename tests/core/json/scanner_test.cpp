#include "json/scanner.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/support/mutate.h"
#include "core/support/random_state.h"
#include "json/value.h"

// The own scanner agrees with nlohmann_json on what is JSON and what it says.

namespace crossfoot::json {
namespace {

using crossfoot::testing::Random;

bool isJson(std::string_view text) {
  Scanner scanner(text);
  scanner.skip();
  return scanner.end();
}

bool sameMeaning(const Value& value, const nlohmann::json& other) {
  switch (value.kind) {
    case Kind::null: return other.is_null();
    case Kind::boolean: return other.is_boolean() && other.get<bool>() == value.truth;
    case Kind::number: return other.is_number();
    case Kind::string: return other.is_string() && other.get<std::string>() == value.text;
    case Kind::array: {
      if (!other.is_array() || other.size() != value.items.size()) return false;
      for (size_t i = 0; i < value.items.size(); ++i) {
        if (!sameMeaning(value.items[i], other[i])) return false;
      }
      return true;
    }
    case Kind::object: {
      if (!other.is_object() || other.size() != value.members.size()) return false;
      for (const Member& member : value.members) {
        const auto at = other.find(member.name);
        if (at == other.end() || !sameMeaning(member.value, *at)) return false;
      }
      return true;
    }
    case Kind::invalid: return false;
  }
  return false;
}

// nlohmann_json skips a byte order mark, which RFC 8259 forbids to send, and refuses numbers
// beyond double; neither is asked here.
void expectAgreement(const std::string& text) {
  const bool other = nlohmann::json::accept(text);
  const auto value = parse(text);
  ASSERT_EQ(static_cast<bool>(value), other) << text;
  EXPECT_EQ(isJson(text), other) << text;
  if (!other) return;
  EXPECT_TRUE(sameMeaning(*value, nlohmann::json::parse(text))) << text;
  // What is written is the same again.
  EXPECT_TRUE(*parse(write(*value)) == *value) << text;
}

TEST(Scanner, AgreesWithNlohmannOnACorpusOfEdges) {
  const std::string corpus[] = {"",
                                " ",
                                "null",
                                "nul",
                                "nulls",
                                "true",
                                "false",
                                "True",
                                "0",
                                "-0",
                                "-",
                                "01",
                                "1.",
                                ".1",
                                "1.0",
                                "1e5",
                                "1E-5",
                                "1e",
                                "1e+",
                                "+1",
                                "0x1",
                                "Infinity",
                                "[1,]",
                                "[,1]",
                                "[1 2]",
                                "[",
                                "]",
                                "[[]]",
                                "{}",
                                "{",
                                "}",
                                "{\"a\"}",
                                "{\"a\":}",
                                "{\"a\":1,}",
                                "{a:1}",
                                "{\"a\":1 \"b\":2}",
                                "{\"a\":1,\"a\":2}",
                                "\"",
                                "\"a",
                                "\"\\\"",
                                "\"\\x\"",
                                "\"\\u12\"",
                                "\"\\u0041\"",
                                "\"\\ud83d\\ude00\"",
                                "\"\\ud83d\"",
                                "\"\\ude00\"",
                                "\"\\ud83d\\u0041\"",
                                "\"\\uD800\\\\\"",
                                "\"\t\"",
                                "\"\x01\"",
                                "\"\x7f\"",
                                "\"\xc3\xa9\"",
                                "\"\xc3\"",
                                "\"\xc0\x80\"",
                                "\"\xed\xa0\x80\"",
                                "\"\xf4\x90\x80\x80\"",
                                "\"\xf0\x9f\x98\x80\"",
                                "\"\xff\"",
                                "1 2",
                                "[1] x",
                                " \t\r\n[1]\n",
                                "\f1",
                                "/*c*/1",
                                "[1,2,3",
                                "{\"\":0}",
                                "\"\\/\\b\\f\\n\\r\\t\"",
                                "'a'",
                                "[true,false,null]",
                                "[\"a\",[\"b\",{\"c\":[{}]}]]",
                                "\"\\u0000\"",
                                "{\"\\u0061\":1,\"a\":2}",
                                std::string("\"a\0b\"", 5)};
  for (const std::string& text : corpus) expectAgreement(text);
}

TEST(Scanner, ANulAfterTheValueIsNoEndOfTheText) {
  EXPECT_FALSE(isJson(std::string_view("1\0", 2)));
}

TEST(Scanner, AgreesWithNlohmannOnMutatedDocuments) {
  Random random(11);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = crossfoot::testing::mutated(
        write(crossfoot::testing::randomState(random, random.below(3))), random);
    // A stray digit or e may make a number that no double holds.
    if (text.find("e+") != std::string::npos || text.find("E") != std::string::npos) continue;
    expectAgreement(text);
  }
}

TEST(Scanner, RefusesWhatIsNestedDeeperThan64) {
  const auto nested = [](size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(parse(nested(64)));
  const auto deep = parse(nested(65));
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.refusal().code, "too-deep");
  EXPECT_EQ(deep.refusal().column, 65u);
  EXPECT_EQ(parse(nested(1'000'000)).refusal().code, "too-deep");
}

TEST(Scanner, NamesThePlaceOfAFault) {
  const auto place = [](std::string_view text) {
    const Refusal refusal = parse(text).refusal();
    return refusal.code + " " + std::to_string(refusal.line) + ":" + std::to_string(refusal.column);
  };
  EXPECT_EQ(place("{\"a\":1,\n \"b\":x}"), "json-syntax 2:6");
  EXPECT_EQ(place("\"\xc3\xa9\xff\""), "invalid-utf8 1:3");
  EXPECT_EQ(place("[1,\r\n2"), "json-syntax 2:2");
  EXPECT_EQ(place(""), "json-syntax 1:1");
}

TEST(Value, NumbersKeepTheirText) {
  const std::string text = R"([1.50,1e2,-0,12345678901234567890.123456789])";
  EXPECT_EQ(write(*parse(text)), text);
}

TEST(Value, OfRepeatedMembersTheLastCounts) {
  EXPECT_EQ(write(*parse(R"({"a":1,"b":2,"a":3})")), R"({"b":2,"a":3})");
}

TEST(Value, CanonicalFormSortsByUtf16AndEscapesLeast) {
  std::string out;
  writeCanonical(*parse("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude02\":5,"
                        "\"\\u0080\":6,\"\\u00f6\":7}"),
                 out);
  EXPECT_EQ(out,
            "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"\xc3\xb6\":7,\"\xe2\x82\xac\":1,"
            "\"\xf0\x9f\x98\x82\":5,\"\xef\xac\xb3\":3}");
  out.clear();
  writeString("\x01\b\f\n\r\t\"\\/\x7f\xc3\xa9", out);
  EXPECT_EQ(out, "\"\\u0001\\b\\f\\n\\r\\t\\\"\\\\/\x7f\xc3\xa9\"");
}

TEST(Value, EqualityIgnoresTheOrderOfMembers) {
  EXPECT_TRUE(*parse(R"({"a":1,"b":[true,null]})") == *parse(R"({"b":[true,null],"a":1})"));
  EXPECT_FALSE(*parse(R"({"a":1})") == *parse(R"({"a":"1"})"));
  EXPECT_FALSE(*parse("[1,2]") == *parse("[2,1]"));
}

TEST(Value, MembersAreSetInPlaceAndErased) {
  Value value = *parse(R"({"a":1,"b":2})");
  value.set("a", Value::ofBoolean(true));
  value.set("c", Value());
  EXPECT_EQ(write(value), R"({"a":true,"b":2,"c":null})");
  EXPECT_TRUE(value.erase("b"));
  EXPECT_FALSE(value.erase("b"));
  EXPECT_EQ(write(value), R"({"a":true,"c":null})");
}

TEST(Pointer, IsSplitAndBuiltWithItsEscapes) {
  std::vector<std::string> segments;
  EXPECT_TRUE(splitPointer("/a~1b/m~0n//0", segments));
  EXPECT_EQ(segments, (std::vector<std::string>{"a/b", "m~n", "", "0"}));
  std::string pointer;
  for (const std::string& segment : segments) appendPointer(pointer, segment);
  EXPECT_EQ(pointer, "/a~1b/m~0n//0");
  EXPECT_TRUE(splitPointer("", segments));
  EXPECT_TRUE(segments.empty());
  EXPECT_TRUE(splitPointer("/~01", segments));
  EXPECT_EQ(segments[0], "~1");
  for (const std::string_view bad : {"a", "/~", "/~2", "/a~"}) {
    EXPECT_FALSE(splitPointer(bad, segments)) << bad;
  }
}

}  // namespace
}  // namespace crossfoot::json
