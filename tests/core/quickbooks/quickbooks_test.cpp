#include "quickbooks/quickbooks.h"

#include <gtest/gtest.h>

#include "core/lifecycle/document_life.h"
#include "quickbooks/amounts.h"

namespace crossfoot {
namespace {

using test::at;
using test::quoted;

const std::string kMapping =
    "{'customer':'58','defaultItem':'1','items':{'SEAT':'12'},'discountAccount':'86','feeItem':'20'"
    ","
    "'taxItem':'21','roundingItem':'22','chargeItem':'23','taxCodes':{'vat':'5'},'noTaxCode':'9',"
    "'taxRates':{'vat':'7'},'terms':{'net-30':'3'},"
    "'customFields':[{'field':'poNumber','definitionId':'1','name':'P.O. Number'}]}";

std::string invoice(const std::string& lines, const std::string& more = "",
                    const std::string& status = "open") {
  return "{'version':1,'kind':'invoice','status':'" + status +
         "','number':'INV-1001','currency':'USD','date':'2026-11-22','dueDate':'2026-12-22'," +
         more + "'lines':[" + lines + "]}";
}

std::string write(const std::string& state, const std::string& mapping = kMapping) {
  return quickbooks::quickbooksReply(
      test::tree(quoted("{'state':" + state + ",'mapping':" + mapping + "}")));
}

std::string code(const std::string& state, const std::string& mapping = kMapping) {
  return at(write(state, mapping), "/error/code");
}

const std::string kRates = "'taxRates':[{'id':'vat','name':'VAT','percent':'25'}],";
const std::string kDesk = "{'id':'li_1','name':'Desk','unitPrice':'100'}";

// DO-5.1
TEST(QuickBooks, APriceTimesAQuantityIsTheAmountRoundedHalfUp) {
  const std::string reply = write(
      invoice("{'id':'li_1','name':'Work','sku':'SEAT','unitPrice':'128.350','quantity':'14.50'}"));
  EXPECT_EQ(at(reply, "/invoice/Line/0/Amount"), "1861.08");
  EXPECT_EQ(at(reply, "/invoice/Line/0/SalesItemLineDetail/UnitPrice"), "128.35");
  EXPECT_EQ(at(reply, "/invoice/Line/0/SalesItemLineDetail/Qty"), "14.5");
  EXPECT_EQ(at(reply, "/invoice/Line/0/SalesItemLineDetail/ItemRef/value"), "12");
  // Numbers, not strings, and exactly these characters.
  EXPECT_NE(reply.find("\"Amount\":1861.08"), std::string::npos);
}

TEST(QuickBooks, HalvesRoundUpAlsoBelowZero) {
  EXPECT_EQ(quickbooks::product("128.350", "14.50")->minor, 186108);
  EXPECT_EQ(quickbooks::product("1.005", "1")->minor, 101);
  EXPECT_EQ(quickbooks::product("-1.005", "1")->minor, -100);
  EXPECT_EQ(quickbooks::product("-1.006", "1")->minor, -101);
  EXPECT_FALSE(quickbooks::product("0.000001", "1"));
}

// The invariant over what any line can be: QuickBooks' own check (6070) never fails.
TEST(QuickBooks, EveryLineSatisfiesAmountIsPriceTimesQuantity) {
  const std::string lines =
      "{'id':'a','name':'Fine','unitPrice':'0.0000035','quantity':'1000000'},"
      "{'id':'b','name':'Back','unitPrice':'-1.005'},"
      "{'id':'c','name':'Sixth','unitPrice':'3','quantity':'0.333333'},"
      "{'id':'d','name':'Tiers','quantity':'7','pricing':{'model':'graduated','tiers':["
      "{'upTo':'5','unitPrice':'2'},{'upTo':null,'unitPrice':'1.5'}]}},"
      "{'id':'e','name':'Plain','unitPrice':'19.99','quantity':'3','discount':{'percent':'15'}}";
  const std::string reply = write(invoice(lines, "'policy':{'allowNegativePrices':true},"));
  ASSERT_EQ(at(reply, "/error"), "-") << reply;
  const json::Value value = test::tree(reply);
  int sales = 0;
  for (const json::Value& line : value.find("invoice")->find("Line")->items) {
    if (at(line, "/DetailType") != "SalesItemLineDetail") continue;
    ++sales;
    const auto product = quickbooks::product(at(line, "/SalesItemLineDetail/UnitPrice"),
                                             at(line, "/SalesItemLineDetail/Qty"));
    const auto amount = quickbooks::hundredths(line.find("Amount"));
    ASSERT_TRUE(product && amount) << at(line, "/Description");
    EXPECT_EQ(product->minor, amount->minor) << at(line, "/Description");
  }
  EXPECT_EQ(sales, 5);
}

// DO-5.1
TEST(QuickBooks, AllDiscountsAreOneLineAndTheSumIsOurTotal) {
  const std::string reply = write(invoice(
      "{'id':'li_1','name':'Desk','unitPrice':'100','discount':{'percent':'10'},"
      "'taxRateIds':['vat']}",
      kRates + "'adjustments':[{'id':'a1','type':'discount','name':'Launch','percent':'10'},"
               "{'id':'a2','type':'fee','name':'Freight','amount':'5'},"
               "{'id':'a3','type':'tax','name':'Stamp','amount':'1'}],"));
  ASSERT_EQ(at(reply, "/error"), "-") << reply;
  EXPECT_EQ(at(reply, "/invoice/Line/0/Amount"), "100.00");
  EXPECT_EQ(at(reply, "/invoice/Line/0/SalesItemLineDetail/TaxCodeRef/value"), "5");
  EXPECT_EQ(at(reply, "/invoice/Line/1/SalesItemLineDetail/ItemRef/value"), "20");
  EXPECT_EQ(at(reply, "/invoice/Line/2/SalesItemLineDetail/ItemRef/value"), "21");
  EXPECT_EQ(at(reply, "/invoice/Line/3/DiscountLineDetail/PercentBased"), "false");
  EXPECT_EQ(at(reply, "/invoice/Line/3/Amount"), "19.00");  // 10.00 of the line, 9.00 of the order
  EXPECT_EQ(at(reply, "/invoice/TxnTaxDetail/TotalTax"), "20.25");
  EXPECT_EQ(at(reply, "/invoice/TxnTaxDetail/TaxLine/0/TaxLineDetail/NetAmountTaxable"), "81.00");
  EXPECT_EQ(at(reply, "/notices/0/code"), "tax-outside-reports");
}

// DO-5.3
TEST(QuickBooks, HeadPartiesAndCustomFieldsAreMapped) {
  const std::string reply =
      write(invoice(kDesk,
                    "'poNumber':'PO-7','comments':'Thank you','terms':{'type':'net','days':30},"
                    "'contacts':[{'id':'c1','email':'ada@example.org'}],"
                    "'billingAddress':{'lines':['Main Street "
                    "1'],'postalCode':'0150','city':'Oslo','country':'NO'},"));
  EXPECT_EQ(at(reply, "/invoice/DocNumber"), "INV-1001");
  EXPECT_EQ(at(reply, "/invoice/TxnDate"), "2026-11-22");
  EXPECT_EQ(at(reply, "/invoice/DueDate"), "2026-12-22");
  EXPECT_EQ(at(reply, "/invoice/CustomerRef/value"), "58");
  EXPECT_EQ(at(reply, "/invoice/SalesTermRef/value"), "3");
  EXPECT_EQ(at(reply, "/invoice/BillEmail/Address"), "ada@example.org");
  EXPECT_EQ(at(reply, "/invoice/BillAddr/Line1"), "Main Street 1");
  EXPECT_EQ(at(reply, "/invoice/CustomField/0/StringValue"), "PO-7");
  EXPECT_EQ(at(reply, "/invoice/CustomerMemo/value"), "Thank you");
  EXPECT_EQ(at(reply, "/invoice/Id"), "-");
}

// DO-5.3
TEST(QuickBooks, AnUpdateCarriesTheSyncToken) {
  std::string mapping = kMapping;
  mapping.insert(1, "'id':'129',");
  EXPECT_EQ(code(invoice(kDesk), mapping), "unmapped");
  mapping.insert(1, "'syncToken':'3',");
  EXPECT_EQ(at(write(invoice(kDesk), mapping), "/invoice/SyncToken"), "3");
}

TEST(QuickBooks, OnlyAFinalisedInvoiceGoesOut) {
  for (const char* status : {"draft", "voided"}) {
    EXPECT_EQ(code(invoice(kDesk, "", status)), "not-finalised") << status;
  }
  for (const char* status : {"open", "partlyPaid", "paid"}) {
    EXPECT_EQ(code(invoice(kDesk, "", status)), "-") << status;
  }
  EXPECT_EQ(code("{'version':1,'kind':'quote','status':'published','currency':'USD',"
                 "'date':'2026-11-22','lines':[" +
                 kDesk + "]}"),
            "not-finalised");
  EXPECT_EQ(code(invoice("{'id':'li_1','name':'Desk','unitPrice':'x'}")), "has-errors");
}

TEST(QuickBooks, WhateverIsNotMappedIsAnErrorBeforeSending) {
  const auto without = [](const std::string& part) {
    std::string mapping = kMapping;
    const size_t where = mapping.find(part);
    EXPECT_NE(where, std::string::npos) << part;
    return mapping.erase(where, part.size());
  };
  const std::string taxed = "{'id':'li_1','name':'Desk','unitPrice':'100','taxRateIds':['vat']}";
  EXPECT_EQ(code(invoice(kDesk), without("'customer':'58',")), "unmapped");
  EXPECT_EQ(code(invoice(kDesk), without("'defaultItem':'1',")), "unmapped");
  EXPECT_EQ(code(invoice(taxed, kRates), without("'taxCodes':{'vat':'5'},")), "unmapped");
  EXPECT_EQ(code(invoice(taxed, kRates), without("'taxRates':{'vat':'7'},")), "unmapped");
  EXPECT_EQ(code(invoice(taxed + "," + "{'id':'li_2','name':'Free','unitPrice':'1'}", kRates),
                 without("'noTaxCode':'9',")),
            "unmapped");
  const std::string cash = "'policy':{'cashRounding':'0.05'},";
  const std::string odd = "{'id':'li_1','name':'Desk','unitPrice':'1.02'}";
  EXPECT_EQ(code(invoice(odd, cash), without("'roundingItem':'22',")), "unmapped");
  EXPECT_EQ(at(write(invoice(odd, cash)), "/invoice/Line/1/Amount"), "-0.02");
  const std::string fee = "'adjustments':[{'id':'a','type':'fee','name':'F','amount':'1'}],";
  EXPECT_EQ(code(invoice(kDesk, fee), without("'feeItem':'20',")), "unmapped");
  const std::string discount =
      "'adjustments':[{'id':'a','type':'discount','name':'D','amount':'1'}],";
  EXPECT_EQ(code(invoice(kDesk, discount), without("'discountAccount':'86',")), "unmapped");
}

// DO-5.2
TEST(QuickBooks, WhatQuickBooksWouldTotalDifferentlyIsRefused) {
  const std::string taxed = "{'id':'li_1','name':'Desk','unitPrice':'100','taxRateIds':['vat']}";
  std::string automated = kMapping;
  automated.insert(1, "'automatedSalesTax':true,");
  EXPECT_EQ(code(invoice(taxed, kRates), automated), "automated-sales-tax");
  EXPECT_EQ(code(invoice(kDesk), automated), "-");
  EXPECT_EQ(code(invoice(taxed,
                         "'taxRates':[{'id':'vat','name':'VAT','percent':'25',"
                         "'inclusive':true}],")),
            "tax-inclusive");
  EXPECT_EQ(code(invoice(taxed, "'taxRates':[{'id':'vat','name':'VAT','percent':'-10'}],")),
            "not-expressible");
  EXPECT_EQ(code(invoice("{'id':'li_1','name':'Big','unitPrice':'99999999999'}")), "too-large");
  EXPECT_EQ(code("{'version':1,'kind':'invoice','status':'open','number':'INV-1','currency':'KWD',"
                 "'date':'2026-11-22','lines':[" +
                 kDesk + "]}"),
            "not-expressible");
}

// Every amount, not list prices only: ten digits before the point, five after it.
TEST(QuickBooks, WhatQuickBooksCannotHoldIsRefusedWithItsPlace) {
  const auto path = [](const std::string& state) { return at(write(state), "/error/path"); };
  const std::string fee = "'adjustments':[{'id':'f','type':'fee','name':'F','amount':'";
  EXPECT_EQ(code(invoice(kDesk, fee + "9999999800'}],")), "-");
  EXPECT_EQ(code(invoice(kDesk, fee + "10000000000'}],")), "too-large");
  EXPECT_EQ(path(invoice(kDesk, fee + "10000000000'}],")), "/adjustments/f");
  EXPECT_EQ(path(invoice(kDesk,
                         "'adjustments':[{'id':'t','type':'tax','name':'T','amount':"
                         "'10000000000'}],")),
            "/adjustments/t");
  EXPECT_EQ(path(invoice("{'id':'li_1','name':'Desk','unitPrice':'1','charges':[{'total':"
                         "'10000000000'}]}")),
            "/lines/li_1/charges");
  const std::string large = "'name':'Desk','unitPrice':'9000000000'";
  EXPECT_EQ(path(invoice("{'id':'a'," + large + ",'discount':{'percent':'100'}},{'id':'b'," +
                         large + ",'discount':{'percent':'100'}}")),
            "/summary/discounts");
  EXPECT_EQ(path(invoice("{'id':'a'," + large + ",'taxRateIds':['vat']},{'id':'b'," + large +
                             ",'taxRateIds':['vat']}",
                         kRates)),
            "/taxRates/vat");
  EXPECT_EQ(path(invoice("{'id':'a'," + large + "},{'id':'b'," + large + "}")), "/summary/total");
}

TEST(QuickBooks, LongDescriptionsAreCutWithANotice) {
  const std::string reply = write(invoice("{'id':'li_1','name':'Desk','description':'" +
                                          std::string(5000, 'x') + "','unitPrice':'1'}"));
  EXPECT_EQ(at(reply, "/invoice/Line/0/Description").size(), 4000u);
  EXPECT_EQ(at(reply, "/notices/0/code"), "text-cut");
}

TEST(QuickBooks, WhatWasSentReadsBackToTheSameTotal) {
  const std::string lines =
      "{'id':'li_1','name':'Work','sku':'SEAT','unitPrice':'128.350','quantity':'14.50',"
      "'discount':{'percent':'10'},'taxRateIds':['vat']},"
      "{'id':'li_2','type':'note','name':'As agreed'},"
      "{'id':'li_3','name':'Desk','unitPrice':'100','taxRateIds':['vat']}";
  const std::string state = invoice(
      lines, kRates + "'adjustments':[{'id':'a2','type':'fee','name':'Freight','amount':'5'}],");
  json::Value sent = test::tree(write(state));
  json::Value theirs = *sent.find("invoice");
  auto ours = view::OpenState::read(quoted(state));
  ASSERT_TRUE(ours);
  const std::string total = at(view::pricedView((*ours)->source(), false), "/summary/total");
  theirs.set("TotalAmt", json::Value::ofNumber(total));
  theirs.set("Id", json::Value::ofString("129"));
  json::Value argument = json::Value::object();
  argument.set("invoice", theirs);
  argument.set("mapping", test::tree(quoted(kMapping)));
  const std::string back = quickbooks::quickbooksReply(argument);
  ASSERT_EQ(at(back, "/error"), "-") << back;
  EXPECT_EQ(at(back, "/notices"), "[]");
  EXPECT_EQ(at(back, "/state/lines/0/name"), "Work");
  EXPECT_EQ(at(back, "/state/lines/0/productId"), "SEAT");
  EXPECT_EQ(at(back, "/state/lines/0/quantity"), "14.5");
  EXPECT_EQ(at(back, "/state/lines/1/type"), "note");
  EXPECT_EQ(at(back, "/state/adjustments/0/type"), "fee");
  EXPECT_EQ(at(back, "/state/adjustments/1/type"), "discount");
  EXPECT_EQ(at(back, "/state/custom/quickbooks/Id"), "129");
  EXPECT_EQ(at(back, "/state/status"), "-");
}

TEST(QuickBooks, AnotherTotalIsSaidAndNotMadeToFit) {
  const std::string back = quickbooks::quickbooksReply(test::tree(quoted(
      "{'invoice':{'TxnDate':'2026-11-22','CurrencyRef':{'value':'USD'},'TotalAmt':9.99,'Line':["
      "{'DetailType':'SalesItemLineDetail','Amount':10.00,'Description':'Desk',"
      "'SalesItemLineDetail':{'ItemRef':{'value':'1'},'UnitPrice':3.33,'Qty':3}},"
      "{'DetailType':'SubTotalLineDetail','Amount':10.00},"
      "{'DetailType':'GroupLineDetail'}]},'mapping':{}}")));
  // 3.33 × 3 is not the 10.00 that was billed, so the amount stands.
  EXPECT_EQ(at(back, "/state/lines/0/unitPrice"), "10");
  EXPECT_EQ(at(back, "/state/lines/0/quantity"), "1");
  EXPECT_EQ(at(back, "/notices/0/code"), "line-not-read");
  EXPECT_EQ(at(back, "/notices/1/code"), "total-differs");
}

TEST(QuickBooks, EveryErrorOfTheListIsExplained) {
  for (const char* known : {"6140", "5010", "610", "6000", "6240", "2500", "6070"}) {
    const std::string reply =
        quickbooks::quickbooksReply(test::tree("{\"explain\":\"" + std::string(known) + "\"}"));
    EXPECT_EQ(at(reply, "/code"), known);
    EXPECT_GT(at(reply, "/meaning").size(), 20u);
    EXPECT_GT(at(reply, "/remedy").size(), 20u);
  }
  EXPECT_EQ(at(quickbooks::quickbooksReply(test::tree("{\"explain\":5010}")), "/code"), "5010");
  EXPECT_EQ(at(quickbooks::quickbooksReply(test::tree("{\"explain\":\"1\"}")), "/error/code"),
            "unknown-code");
}

}  // namespace
}  // namespace crossfoot
