#include <gtest/gtest.h>

#include "core/support/priced.h"
#include "core/support/random_state.h"
#include "core/view/explain_walk.h"
#include "crossfoot/engine.h"
#include "recurring/schedule.h"

// Terms, starts, schedule, summary and subscriptions: RE-2, RE-3, RE-4, RE-6.1.

namespace crossfoot {
namespace {

using testing::issueCodes;
using testing::pricedOf;
using testing::textAt;
using testing::valueAt;
using Texts = std::vector<std::string>;

std::string billed(const std::string& billing, const std::string& price = "10") {
  return R"({"unitPrice":")" + price + R"(","billing":)" + billing + "}";
}

Texts dates(const json::Value& view) {
  Texts result;
  for (const json::Value& entry : valueAt(view, "/schedule").items) {
    result.emplace_back(entry.textOf("date"));
  }
  return result;
}

std::string from(const std::string& date) { return R"("date":")" + date + "\""; }

// RE-2.6
TEST(Schedule, TheDayOfTheStartIsTheAnchorOfEveryMonth) {
  EXPECT_EQ(
      dates(pricedOf({billed(R"({"frequency":"monthly","payments":4})")}, from("2026-01-31"))),
      (Texts{"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"}));
  EXPECT_EQ(
      dates(pricedOf({billed(R"({"frequency":"annually","payments":5})")}, from("2024-02-29"))),
      (Texts{"2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"}));
}

// RE-3.2: 3 × 10.00 and 3 × 20.00, the first of them due now; 10 % on top of each payment.
TEST(Schedule, TheLaterPaymentsOfARampBringTheirTaxes) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"10","taxRateIds":["t"],"billing":{"frequency":"monthly","phases":[
          {"payments":3},{"payments":3,"unitPrice":"20"}]}})"},
               R"("taxRates":[{"id":"t","name":"T","percent":"10"}])");
  EXPECT_EQ(textAt(view, "/summary/futureNet"), "80.00");
  EXPECT_EQ(textAt(view, "/summary/futureTax"), "8.00");
  EXPECT_EQ(textAt(view, "/summary/total"), "99.00");
}

// RE-2.5, RE-2.6
TEST(Schedule, ADelayedStartIsWorkedOutFirstAndItsDayIsTheAnchor) {
  EXPECT_EQ(
      dates(pricedOf({billed(R"({"frequency":"monthly","payments":2,"start":{"delayMonths":1}})")},
                     from("2026-01-31"))),
      (Texts{"2026-02-28", "2026-03-28"}));
  EXPECT_EQ(dates(pricedOf({billed(R"({"frequency":"one_time","start":{"delayDays":10}})")})),
            Texts{"2026-12-02"});
}

// RE-2.7
TEST(Schedule, TheEndIsOnePeriodAfterTheLastPayment) {
  const json::Value view = pricedOf({billed(R"({"frequency":"monthly","payments":6})"),
                                     R"({"unitPrice":"1"})", billed(R"({"frequency":"monthly"})")},
                                    from("2026-03-01"));
  EXPECT_EQ(textAt(view, "/lines/0/endDate"), "2026-09-01");
  EXPECT_EQ(textAt(view, "/lines/1/endDate"), "null");
  EXPECT_EQ(textAt(view, "/lines/2/endDate"), "null");
  EXPECT_EQ(textAt(view, "/lines/2/payments"), "null");
}

// RE-2.5
TEST(Schedule, AStartInThePastCountsAsTheDocumentsDate) {
  const json::Value view =
      pricedOf({billed(R"({"frequency":"monthly","payments":2,"start":{"date":"2020-01-01"}})")});
  EXPECT_EQ(issueCodes(view), Texts{"start-in-past"});
  EXPECT_EQ(textAt(view, "/lines/0/firstPayment"), "2026-11-22");
}

// RE-2.2, RE-1.1
TEST(Schedule, TermsBecomeNumbersOfPayments) {
  const auto payments = [](const std::string& frequency, const std::string& term) {
    return textAt(
        pricedOf({billed(R"({"frequency":")" + frequency + R"(","term":")" + term + "\"}")}),
        "/lines/0/payments");
  };
  EXPECT_EQ(payments("weekly", "P12W"), "12");
  EXPECT_EQ(payments("biweekly", "P6W"), "3");
  EXPECT_EQ(payments("monthly", "P8M"), "8");
  EXPECT_EQ(payments("quarterly", "P1Y"), "4");
  EXPECT_EQ(payments("annually", "P3Y"), "3");
  EXPECT_EQ(issueCodes(pricedOf({billed(R"({"frequency":"quarterly","term":"P8M"})")})),
            Texts{"term-not-whole"});
  EXPECT_EQ(issueCodes(pricedOf({billed(R"({"frequency":"weekly","term":"P3M"})")})),
            Texts{"term-not-whole"});
}

// RE-3.1, RE-4.1, RE-4.2, ST-2.3
TEST(Schedule, WhatTheExampleOfTheStatePrints) {
  const json::Value view =
      pricedOf({R"({"id":"li_1","unitPrice":"11.9","cost":"4","discount":{"percent":"15"},
           "taxRateIds":["nyc"],"billing":{"frequency":"monthly","payments":12}})"},
               R"("taxRates":[{"id":"nyc","name":"NYC","percent":"8.875"}],
         "adjustments":[{"id":"a1","type":"discount","name":"Launch","percent":"10"}])");
  EXPECT_EQ(testing::sortedText(valueAt(view, "/summary")),
            R"({"adjustments":[{"amount":"1.01","id":"a1","type":"discount"}],"discounts":"1.01",)"
            R"("dueNow":"9.91","dueNowMinor":991,"fees":"0.00","futureNet":"111.21",)"
            R"("futurePayments":"121.11","futureTax":"9.90","lineDiscounts":"1.79",)"
            R"("lineTax":"0.81","lineTaxIncluded":"0.00",)"
            R"("lineTaxes":[{"amount":"0.81","base":"9.10","id":"nyc"}],)"
            R"("roundingDifference":"0.00","subtotal":"10.11","taxes":"0.00","total":"131.02",)"
            R"("totalBlockedBy":[]})");
  EXPECT_EQ(
      testing::sortedText(valueAt(view, "/recurring/0")),
      R"({"frequency":"monthly","lineIds":["li_1"],"net":"10.11","next":"2026-12-22",)"
      R"("payments":12,"remaining":11,"start":"2026-11-22","tax":"0.90","taxIncluded":"0.00",)"
      R"("total":"11.01","until":"2027-11-22"})");
  EXPECT_EQ(testing::sortedText(valueAt(view, "/schedule/0")),
            R"({"date":"2026-11-22","fees":"0.00","net":"9.10","roundingDifference":"0.00",)"
            R"("tax":"0.81","taxIncluded":"0.00","total":"9.91"})");
  EXPECT_EQ(testing::sortedText(valueAt(view, "/lines/0/later")),
            R"({"net":"10.11","tax":"0.90","taxIncluded":"0.00","total":"11.01"})");
}

// RE-3.2
TEST(Schedule, ARenewingLineBlocksTheTotalAndIsNamed) {
  const json::Value view = pricedOf({billed(R"({"frequency":"monthly"})"), R"({"unitPrice":"5"})"});
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "15.00");
  for (const char* name : {"futureNet", "futureTax", "futurePayments", "total"}) {
    EXPECT_EQ(textAt(view, std::string("/summary/") + name), "null") << name;
  }
  EXPECT_EQ(textAt(view, "/summary/totalBlockedBy"), R"(["l0"])");
}

// RE-4.3, RE-2.1
TEST(Schedule, RenewingLinesRunToTheHorizon) {
  const std::string monthly = billed(R"({"frequency":"monthly"})");
  EXPECT_EQ(dates(pricedOf({monthly})).size(), 25u);
  const json::Value view = pricedOf({monthly}, R"("settings":{"horizonMonths":2})");
  EXPECT_EQ(dates(view), (Texts{"2026-11-22", "2026-12-22", "2027-01-22"}));
  EXPECT_EQ(textAt(view, "/lines/0/continues"), "true");
}

// RE-4.1
TEST(Schedule, WhatIsDueOnOneDayIsOneEntry) {
  const json::Value view =
      pricedOf({billed(R"({"frequency":"monthly","payments":2})", "10"),
                billed(R"({"frequency":"monthly","payments":2,"start":{"delayMonths":1}})", "7")});
  EXPECT_EQ(dates(view), (Texts{"2026-11-22", "2026-12-22", "2027-01-22"}));
  EXPECT_EQ(textAt(view, "/schedule/1/total"), "17.00");
}

// RE-3.4
TEST(Schedule, ARegularPaymentCostsItsNetAndTheTaxesOnTopOfIt) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"12","taxRateIds":["vat"],"billing":{"frequency":"monthly"}})",
                R"({"unitPrice":"10","taxRateIds":["nyc"],"billing":{"frequency":"monthly"}})"},
               R"("taxRates":[{"id":"vat","name":"VAT","percent":"20","inclusive":true},
                     {"id":"nyc","name":"NYC","percent":"10"}])");
  EXPECT_EQ(textAt(view, "/recurring/0/net"), "22.00");
  EXPECT_EQ(textAt(view, "/recurring/0/tax"), "3.00");
  EXPECT_EQ(textAt(view, "/recurring/0/taxIncluded"), "2.00");
  EXPECT_EQ(textAt(view, "/recurring/0/total"), "23.00");
}

TEST(Schedule, ARegularPaymentThatReachesTheLimitHasNoAmount) {
  const json::Value view = pricedOf(
      {R"({"unitPrice":"600000000000","quantity":"1000","billing":{"frequency":"per_five_years"}})",
       R"({"unitPrice":"600000000000","quantity":"1000","billing":{"frequency":"per_five_years"}})"});
  EXPECT_EQ(textAt(view, "/recurring/0/net"), "null");
  EXPECT_EQ(textAt(view, "/recurring/0/tax"), "0.00");
  EXPECT_EQ(textAt(view, "/recurring/0/total"), "null");
}

// RE-3.4
TEST(Schedule, OneTimeLinesPaidLaterAreListedByDate) {
  const std::string later = R"({"unitPrice":"100","taxRateIds":["nyc"],)"
                            R"("billing":{"frequency":"one_time","start":{"delayMonths":3}}})";
  const json::Value view =
      pricedOf({R"({"unitPrice":"5"})", later,
                R"({"unitPrice":"7","billing":{"start":{"delayDays":1}}})", later},
               R"("taxRates":[{"id":"nyc","name":"NYC","percent":"10"}])");
  EXPECT_EQ(testing::sortedText(valueAt(view, "/delayed/0")),
            R"({"date":"2027-02-22","lineIds":["l1","l3"],"net":"200.00","tax":"20.00",)"
            R"("taxIncluded":"0.00","total":"220.00"})");
  EXPECT_EQ(textAt(view, "/delayed/1/date"), "2026-11-23");
  EXPECT_EQ(pricedOf({R"({"unitPrice":"5"})"}).find("delayed"), nullptr);
}

// ST-1.8
TEST(Schedule, AnOptionalLineNotSelectedCountsInNothing) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"10","optional":true,"billing":{"frequency":"monthly"}})"});
  EXPECT_EQ(textAt(view, "/lines/0/net"), "10.00");
  EXPECT_EQ(textAt(view, "/lines/0/selected"), "false");
  EXPECT_EQ(textAt(view, "/lines/0/dueNow"), "false");
  EXPECT_EQ(textAt(view, "/summary/total"), "0.00");
  EXPECT_EQ(textAt(view, "/metrics/mrr"), "0.00");
  EXPECT_TRUE(dates(view).empty());
}

// RE-2.4, RE-5.5
TEST(Schedule, PhasesAreListedAndTheLineShowsTheFirst) {
  const json::Value view = pricedOf({billed(
      R"({"frequency":"monthly","phases":[{"payments":2,"unitPrice":"5"},
          {"payments":3,"discount":{"percent":"50"}},{"payments":1}]})",
      "20")});
  EXPECT_EQ(textAt(view, "/lines/0/net"), "5.00");
  EXPECT_EQ(textAt(view, "/lines/0/payments"), "6");
  EXPECT_EQ(textAt(view, "/lines/0/phases/1/from"), "2027-01-22");
  EXPECT_EQ(textAt(view, "/lines/0/phases/1/net"), "10.00");
  EXPECT_EQ(textAt(view, "/summary/total"), "60.00");
  EXPECT_EQ(textAt(view, "/lines/0/tcv"), "60.00");
}

// RE-6.1
TEST(Subscriptions, LinesThatDifferInAnythingAreDifferentOnes) {
  const std::string monthly = billed(R"({"frequency":"monthly","payments":12})");
  const json::Value view =
      pricedOf({monthly, billed(R"({"frequency":"monthly","term":"P1Y"})", "7"),
                R"({"unitPrice":"1"})", billed(R"({"frequency":"monthly"})"),
                billed(R"({"frequency":"monthly","payments":12,"start":{"delayDays":1}})")});
  const json::Value& groups = valueAt(view, "/subscriptions");
  ASSERT_EQ(groups.items.size(), 3u);
  EXPECT_EQ(textAt(groups, "/0/lineIds"), R"(["l0","l1"])");
  EXPECT_EQ(textAt(groups, "/1/payments"), "null");
  EXPECT_EQ(textAt(groups, "/2/start"), "2026-11-23");
}

// DO-1.1
TEST(Schedule, AnInvoiceBillsEverythingNowAndSaysSo) {
  const json::Value view =
      pricedOf({billed(R"({"frequency":"monthly","payments":12})")}, R"("kind":"invoice")");
  EXPECT_EQ(issueCodes(view), Texts{"recurring-made-one-time"});
  EXPECT_EQ(textAt(view, "/summary/total"), "10.00");
}

std::string longLine(int start, int payments) {
  return billed(R"({"frequency":"monthly","payments":)" + std::to_string(payments) +
                R"(,"start":{"delayDays":)" + std::to_string(start) + "}}");
}

// 38 × 5 200 dates and those of one line more.
Texts manyDates(int more) {
  Texts lines;
  for (int start = 1; start <= 38; ++start) lines.push_back(longLine(start, 5200));
  lines.push_back(longLine(39, more));
  return lines;
}

// RE-4.5
TEST(Schedule, TooManyDatesAreListedNotAtAll) {
  const json::Value most = pricedOf(manyDates(2400));
  EXPECT_TRUE(issueCodes(most).empty());
  EXPECT_FALSE(valueAt(most, "/schedule").items.empty());
  const json::Value view = pricedOf(manyDates(2401));
  EXPECT_EQ(issueCodes(view), Texts{"schedule-too-long"});
  EXPECT_EQ(textAt(view, "/issues/0/path"), "/lines");
  EXPECT_EQ(textAt(view, "/schedule"), "null");
  EXPECT_EQ(textAt(view, "/summary/total"), "2000010.00");
}

// RE-4.5: the longest line of a start counts, and renewing ones up to the horizon.
TEST(Schedule, LinesThatStartTogetherShareTheirDates) {
  Texts lines = manyDates(2390);
  for (int i = 0; i < 50; ++i) lines.push_back(longLine(38, 5000 + i));
  // Ten dates up to the end of 15 months: those after 6 to 15.
  lines.push_back(billed(R"({"frequency":"monthly","start":{"delayMonths":6}})"));
  EXPECT_TRUE(issueCodes(pricedOf(lines, R"("settings":{"horizonMonths":15})")).empty());
  EXPECT_EQ(issueCodes(pricedOf(lines, R"("settings":{"horizonMonths":16})")),
            Texts{"schedule-too-long"});
}

// RE-4.5
TEST(Schedule, ThousandsOfLinesOverYearsAreListed) {
  Texts lines;
  for (int i = 0; i < 10'000; ++i) lines.push_back(longLine(i % 365, 60));
  const json::Value view = pricedOf(lines);
  EXPECT_TRUE(issueCodes(view).empty());
  EXPECT_GT(valueAt(view, "/schedule").items.size(), 1800u);
}

// RE-4.5
TEST(Schedule, AnEditBringsTheScheduleBack) {
  Session session;
  session.open(testing::stateOf(manyDates(5200)));
  const auto errors = [&session] {
    const auto summary = json::parse(session.query(R"({"get":"summary"})"));
    return textAt(*summary, "/issueCount/error");
  };
  EXPECT_EQ(errors(), "1");
  session.apply(R"({"op":"set","path":"/lines/l3/billing/payments","value":"1"})");
  EXPECT_EQ(errors(), "0");
  session.apply(R"({"op":"undo"})");
  EXPECT_EQ(errors(), "1");
  session.apply(R"({"op":"remove","list":"lines","ids":["l7"]})");
  EXPECT_EQ(errors(), "0");
}

// RE-4.4
TEST(Schedule, OverAMillionPaymentsOfLinesAreNotListedByLine) {
  Texts lines(193, longLine(1, 5200));
  Session session;
  session.open(testing::stateOf(lines));
  const auto reply = json::parse(session.query(R"({"get":"schedule","lines":true})"));
  EXPECT_EQ(textAt(*reply, "/error/code"), "too-large");
  EXPECT_EQ(valueAt(*json::parse(session.query(R"({"get":"schedule"})")), "/schedule").items.size(),
            5200u);
}

// RE-4.1: ramps, renewing and not, that start on one day.
TEST(Schedule, AnEntryIsTheSumOfItsLines) {
  Session session;
  session.open(testing::stateOf({
      billed(R"({"frequency":"monthly","phases":[{"payments":2,"unitPrice":"3"},{"payments":4},
                {"unitPrice":"7"}]})"),
      billed(
          R"({"frequency":"monthly","phases":[{"payments":3,"unitPrice":"11"},{"payments":30}]})"),
      billed(R"({"frequency":"monthly","payments":5})"),
      billed(R"({"frequency":"monthly"})", "13"),
      billed(R"({"frequency":"weekly","payments":9,"start":{"delayDays":3}})", "17"),
      billed(R"({"frequency":"monthly","payments":2,"start":{"delayDays":3}})", "19"),
      billed(R"({"frequency":"one_time","start":{"delayDays":3}})", "23"),
  }));
  const auto reply = json::parse(session.query(R"({"get":"schedule","lines":true})"));
  size_t lines = 0;
  for (const json::Value& entry : valueAt(*reply, "/schedule").items) {
    int64_t sum = 0;
    for (const json::Value& line : entry.find("lines")->items) {
      sum += testing::minor(line.textOf("total"));
      ++lines;
    }
    EXPECT_EQ(sum, testing::minor(entry.textOf("total"))) << entry.textOf("date");
  }
  EXPECT_EQ(lines, 25u + 33u + 5u + 25u + 9u + 2u + 1u);
}

// RE-3.3, RE-4.3: first phases of 30 payments on the same days. Where the line renews, the horizon
// of 24 months ends them; the other line's are all listed, whichever comes first.
TEST(Schedule, EqualPhasesOfLinesThatRenewAndThatEndStandApart) {
  const std::string renews =
      billed(R"({"frequency":"monthly","phases":[{"payments":30},{"unitPrice":"7"}]})");
  const std::string ends =
      billed(R"({"frequency":"monthly","phases":[{"payments":30},{"payments":2}]})");
  for (const std::vector<std::string>& lines : {Texts{renews, ends}, Texts{ends, renews}}) {
    const json::Value view = pricedOf(lines);
    EXPECT_EQ(textAt(view, "/schedule/24/total"), "20.00");
    EXPECT_EQ(textAt(view, "/schedule/25/total"), "10.00");
    EXPECT_EQ(dates(view).size(), 32u);
    EXPECT_EQ(textAt(view, "/recurring/0/lineIds"), R"(["l0","l1"])");
  }
}

// RE-3.3
TEST(Recurring, PhasesThatMeetAfterDifferentStartsShareNoEntry) {
  const json::Value view = pricedOf(
      {billed(
           R"({"frequency":"monthly","start":{"date":"2026-12-28"},"phases":[{"payments":2},{"payments":2}]})"),
       billed(
           R"({"frequency":"monthly","start":{"date":"2027-01-31"},"phases":[{"payments":1},{"payments":2}]})")},
      from("2026-11-22"));
  EXPECT_EQ(textAt(view, "/recurring/1/start"), "2027-02-28");
  EXPECT_EQ(textAt(view, "/recurring/1/until"), "2027-04-28");
  EXPECT_EQ(textAt(view, "/recurring/3/start"), "2027-02-28");
  EXPECT_EQ(textAt(view, "/recurring/3/until"), "2027-04-30");
}

// RE-6.1: the numbers of payments of each phase count, not only how many they are together.
TEST(Subscriptions, RampsOfOtherPhasesAreDifferentOnes) {
  const auto ramp = [](const std::string& first, const std::string& second) {
    return billed(R"({"frequency":"monthly","phases":[{"payments":)" + first + R"(},{"payments":)" +
                  second + "}]}");
  };
  const json::Value view = pricedOf({ramp("3", "3"), ramp("2", "4"), ramp("3", "3")});
  ASSERT_EQ(valueAt(view, "/subscriptions").items.size(), 2u);
  EXPECT_EQ(textAt(view, "/subscriptions/0/lineIds"), R"(["l0","l2"])");
}

// RE-4.4: what is due at the checkout is no payment of a line after it.
TEST(Schedule, TheLaterPaymentsOfALineAreCountedWithoutTheOneAtTheCheckout) {
  const testing::PricedDocument priced(testing::stateOf(
      {billed(R"({"frequency":"monthly","payments":5})"),
       billed(R"({"frequency":"monthly","payments":3,"start":{"delayDays":3}})")}));
  const view::Source source = priced.source();
  const std::vector<Series> series =
      paymentSeries(source.document, source.totals.context(), SeriesUse::schedule);
  EXPECT_EQ(linePayments(source.document, series), 4u + 3u);
}

// RE-4.2: a line is due now though it costs nothing, whatever else is on it, until none is left.
TEST(Schedule, LinesForNothingHaveACheckoutToo) {
  const std::string free = R"({"unitPrice":"0"})";
  const std::string charged = R"({"unitPrice":"0","charges":[{"percent":"10"}]})";
  const auto length = [](const std::vector<std::string>& lines) {
    return valueAt(pricedOf(lines), "/schedule").items.size();
  };
  EXPECT_EQ(length({free}), 1u);
  EXPECT_EQ(length({charged}), 1u);
  EXPECT_EQ(length({free, charged}), 1u);
  EXPECT_EQ(length({}), 0u);
  Session session;
  session.open(testing::stateOf({free, charged}));
  session.apply(R"({"op":"remove","list":"lines","ids":["l0"]})");
  EXPECT_EQ(testing::tree(session.query(R"({"get":"schedule"})")).find("schedule")->items.size(),
            1u);
  session.apply(R"({"op":"remove","list":"lines","ids":["l1"]})");
  EXPECT_EQ(testing::tree(session.query(R"({"get":"schedule"})")).find("schedule")->items.size(),
            0u);
}

// RE-4.4: of one day in the order of the lines.
TEST(Schedule, TheLinesOfAnEntryStandInTheirOrder) {
  Session session;
  session.open(testing::stateOf({billed(R"({"frequency":"monthly","payments":3})"),
                                 billed(R"({"frequency":"monthly","payments":2})"),
                                 billed(R"({"frequency":"monthly","payments":4})"),
                                 billed(R"({"frequency":"quarterly","payments":2})")}));
  const json::Value reply = testing::tree(session.query(R"({"get":"schedule","lines":true})"));
  const auto ids = [&reply](size_t entry) {
    std::string text;
    for (const json::Value& line :
         valueAt(reply, "/schedule/" + std::to_string(entry) + "/lines").items) {
      text += line.textOf("id");
    }
    return text;
  };
  EXPECT_EQ(ids(0), "l0l1l2l3");
  EXPECT_EQ(ids(1), "l0l1l2");
  EXPECT_EQ(ids(2), "l0l2");
  EXPECT_EQ(ids(3), "l2l3");
}

// RE-4.5: the lines counted are those there are, whatever was there when the document was priced
// before.
TEST(Schedule, DatesOfLinesThatAreGoneAreNotCounted) {
  const auto lines = [](int from) {
    Texts list;
    for (int i = 0; i < 30; ++i) list.push_back(longLine(from + i, 5200));
    return list;
  };
  Session session;
  session.open(testing::stateOf(lines(1)));
  session.apply(R"({"op":"set","path":"/policy/taxRounding","value":"document"})");
  std::string ids;
  std::string items;
  const Texts others = lines(101);
  for (std::size_t i = 0; i < 30; ++i) {
    ids += (i > 0 ? ",\"l" : "\"l") + std::to_string(i) + "\"";
    items += (i > 0 ? "," : "") + (R"({"name":"N",)" + others[i].substr(1));
  }
  session.apply(R"({"op":"remove","list":"lines","ids":[)" + ids + "]}");
  session.apply(R"({"op":"add","list":"lines","items":[)" + items + "]}");
  const auto view = json::parse(session.query(R"({"get":"view"})"));
  EXPECT_EQ(issueCodes(*view), Texts{});
  EXPECT_GT(valueAt(*view, "/schedule").items.size(), 5200U);
}

// RE-4.5: 38 lines of 5 200 later payments are 197 600 dates; one that starts now brings 5 199
// more.
TEST(Schedule, ALineThatStartsNowCountsWithItsLaterPayments) {
  Texts lines;
  for (int i = 0; i < 38; ++i) lines.push_back(longLine(i + 1, 5200));
  EXPECT_EQ(issueCodes(pricedOf(lines)), Texts{});
  lines.push_back(billed(R"({"frequency":"weekly","payments":5200})"));
  EXPECT_EQ(issueCodes(pricedOf(lines)), Texts{"schedule-too-long"});
}

// RE-4.1
TEST(Schedule, ALaterPaymentSaysTheTaxInsideIt) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"120","taxRateIds":["t"],"billing":{"frequency":"monthly",
                    "payments":2}})"},
               R"("taxRates":[{"id":"t","name":"T","percent":"20","inclusive":true}])");
  EXPECT_EQ(textAt(view, "/schedule/1/taxIncluded"), "20.00");
  EXPECT_EQ(textAt(view, "/schedule/1/tax"), "0.00");
  EXPECT_EQ(textAt(view, "/schedule/1/total"), "120.00");
}

// RE-6.1
TEST(Subscriptions, ALineNotSelectedIsInNone) {
  const std::string monthly = R"("unitPrice":"1","billing":{"frequency":"monthly"})";
  Session session;
  session.open(testing::stateOf({"{" + monthly + "}", "{" + monthly + R"(,"optional":true})"}));
  const auto reply = json::parse(session.query(R"({"get":"subscriptions","on":"2026-11-22"})"));
  EXPECT_EQ(valueAt(*reply, "/subscriptions").items.size(), 1U);
  EXPECT_EQ(valueAt(*reply, "/subscriptions/0/lineIds").items.size(), 1U);
}

}  // namespace
}  // namespace crossfoot
