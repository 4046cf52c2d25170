#include <gtest/gtest.h>

#include "codec/read_state.h"
#include "command/commander.h"
#include "command/document_editor.h"
#include "core/support/random_state.h"

// An edit works out its own line again and nothing else (PR-7.6; Totals::recomputed).

namespace crossfoot {
namespace {

using testing::tree;

// A document of so many lines with one rate, and what else the state has.
std::unique_ptr<Document> documentOf(size_t lines, const std::string& more) {
  std::string text = R"({"version":1,"currency":"USD","date":"2026-11-22",
      "taxRates":[{"id":"t","name":"T","percent":"8.5"}],)" +
                     more + R"("lines":[)";
  for (size_t i = 0; i < lines; ++i) {
    if (i > 0) text += ',';
    text += R"({"id":"l)" + std::to_string(i) +
            R"(","name":"L","unitPrice":"9.99","taxRateIds":["t"]})";
  }
  auto document = codec::readState(text + "]}");
  EXPECT_TRUE(document) << document.refusal().message;
  return std::move(*document);
}

// What the edit of one line's member works out again.
Recomputed edit(size_t lines, const std::string& more, std::string_view name, std::string value) {
  DocumentEditor editor(documentOf(lines, more));
  editor.totals().clearRecomputed();
  const LineItem& line = editor.document().lines.at(lines / 2);
  json::Value after = tree(line.text);
  after.set(name, json::Value::ofString(std::move(value)));
  ChangeSet touched;
  const ChangeList changes = {
      LineEdit{std::string(line.id), std::string(line.text), json::write(after)}};
  EXPECT_TRUE(editor.apply(changes, touched));
  EXPECT_EQ(touched.lines.size(), 1u);
  return editor.totals().recomputed();
}

constexpr const char* kDiscount =
    R"("adjustments":[{"id":"d","type":"discount","name":"D","percent":"5"}],)";

TEST(Recomputed, AnEditPricesItsOwnLineOnly) {
  for (const size_t lines : {10u, 1000u}) {
    const Recomputed done = edit(lines, "", "quantity", "3");
    EXPECT_LE(done.linesPriced, 2u);  // the old line taken out, the new one put in
    EXPECT_EQ(done.linesShared, 0u);
  }
}

TEST(Recomputed, TheDocumentsLanguageAndNumberTouchNoAmount) {
  for (const char* member : {"language", "locale", "id", "number", "comments"}) {
    DocumentEditor editor(documentOf(100, ""));
    editor.totals().clearRecomputed();
    ChangeSet touched;
    const ChangeList changes = {MemberEdit{member, std::nullopt, "\"nb\""}};
    EXPECT_TRUE(editor.apply(changes, touched)) << member;
    EXPECT_EQ(editor.totals().recomputed().linesPriced, 0u) << member;
    EXPECT_FALSE(touched.all) << member;
  }
  DocumentEditor editor(documentOf(1, ""));
  ChangeSet touched;
  const ChangeList changes = {MemberEdit{"language", std::nullopt, "7"}};
  const Outcome refused = editor.apply(changes, touched);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "wrong-type");
  EXPECT_EQ(refused.refusal().path, "/language");
}

TEST(Recomputed, WhatIsOnlyTextTouchesNoAmountEvenWhereLinesAreTied) {
  const Recomputed done = edit(1000, kDiscount, "name", "Another name");
  EXPECT_LE(done.linesPriced, 2u);
  EXPECT_EQ(done.linesShared, 0u);
}

TEST(Recomputed, AnOrderDiscountMovesSharesButPricesNoOtherLine) {
  const Recomputed done = edit(1000, kDiscount, "quantity", "3");
  EXPECT_LE(done.linesPriced, 2u);
  EXPECT_GT(done.linesShared, 0u);
  EXPECT_LE(done.linesShared, 1000u);
}

TEST(Recomputed, DocumentRoundedTaxesMoveSharesButPriceNoOtherLine) {
  const Recomputed done = edit(1000, R"("policy":{"taxRounding":"document"},)", "quantity", "3");
  EXPECT_LE(done.linesPriced, 2u);
}

TEST(Recomputed, ACommandOfManyPartsSharesTheDiscountOnce) {
  for (const std::string command :
       {R"({"op":"batch","commands":[{"op":"set","path":"/lines/l1/quantity","value":"2"},
            {"op":"set","path":"/lines/l2/quantity","value":"2"},{"op":"clone","ids":["l3","l4"]}]})",
        R"({"op":"move","ids":["l7","l8","l9"],"after":null})"}) {
    DocumentEditor editor(documentOf(100, kDiscount));
    editor.totals().clearRecomputed();
    HistoryStep step;
    ChangeSet touched;
    const Capabilities capabilities;
    ASSERT_TRUE(Commander(editor, capabilities).run(tree(command), step, touched));
    EXPECT_LE(editor.totals().recomputed().linesShared, 102u) << command;
    EXPECT_TRUE(touched.all);
  }
}

TEST(Recomputed, ATextOfTheDocumentPricesNothing) {
  DocumentEditor editor(documentOf(100, ""));
  editor.totals().clearRecomputed();
  ChangeSet touched;
  const ChangeList changes = {MemberEdit{"comments", std::nullopt, "\"Hello\""}};
  EXPECT_TRUE(editor.apply(changes, touched));
  EXPECT_EQ(editor.totals().recomputed().linesPriced, 0u);
  EXPECT_FALSE(touched.all);
}

}  // namespace
}  // namespace crossfoot
