#include "currency/currency.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

namespace crossfoot {
namespace {

std::set<std::string> words(const char* text) {
  std::istringstream stream(text);
  std::set<std::string> result;
  for (std::string word; stream >> word;) result.insert(word);
  return result;
}

std::set<std::string> codesWith(uint8_t minorDigits) {
  std::set<std::string> result;
  for (const Currency& currency : allCurrencies()) {
    if (currency.minorDigits == minorDigits) result.emplace(currency.name());
  }
  return result;
}

TEST(Currency, EveryCodeIsFoundOnceAndLeadsToItself) {
  std::set<std::string> seen;
  for (const Currency& currency : allCurrencies()) {
    EXPECT_TRUE(seen.emplace(currency.name()).second) << currency.code;
    EXPECT_EQ(findCurrency(currency.name()), &currency) << currency.code;
    EXPECT_EQ(currency.code[3], '\0') << currency.code;
  }
  EXPECT_EQ(seen.size(), 165u);
}

TEST(Currency, CurrenciesWithoutDecimalsAreThoseOfIso4217) {
  EXPECT_EQ(codesWith(0), words("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF "
                                "XPF"));
}

TEST(Currency, CurrenciesWithThreeDecimalsAreThoseOfIso4217) {
  EXPECT_EQ(codesWith(3), words("BHD IQD JOD KWD LYD OMR TND"));
}

TEST(Currency, CurrenciesWithFourDecimalsAreTheUnitsOfAccountOfChileAndUruguay) {
  EXPECT_EQ(codesWith(4), words("CLF UYW"));
}

TEST(Currency, AllOthersHaveTwoDecimals) {
  EXPECT_EQ(codesWith(2),
            words("AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP "
                  "BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB "
                  "EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES "
                  "KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
                  "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD "
                  "RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP "
                  "TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG"));
}

TEST(Currency, MinorDigitsFollowIso4217AndNotTheDisplayDigitsOfCldr) {
  // CLDR shows these with 0 decimals.
  for (const char* code : {"HUF", "IDR", "COP", "TWD", "PKR", "LAK", "IRR", "RSD"}) {
    ASSERT_NE(findCurrency(code), nullptr) << code;
    EXPECT_EQ(findCurrency(code)->minorDigits, 2) << code;
  }
}

TEST(Currency, WithdrawnCodesAreRefused) {
  for (const char* code : {"BGN", "HRK", "ANG", "ZWL", "SLL", "CUC", "DEM", "MRO", "VEF", "BYR"}) {
    EXPECT_EQ(findCurrency(code), nullptr) << code;
  }
}

TEST(Currency, CodesWithoutAMinorUnitAreRefused) {
  for (const char* code : {"XAG", "XAU", "XPD", "XPT", "XBA", "XBB", "XBC", "XBD", "XDR", "XSU",
                           "XUA", "XTS", "XXX"}) {
    EXPECT_EQ(findCurrency(code), nullptr) << code;
  }
}

TEST(Currency, AnythingButThreeCapitalLettersIsRefused) {
  for (const char* code : {"", "E", "EU", "EURO", "eur", "Eur", " EUR", "EUR ", "E\0R", "AAA",
                           "ZZZ", "978", "\xE2\x82\xAC"}) {
    EXPECT_EQ(findCurrency(code), nullptr) << code;
  }
  EXPECT_EQ(findCurrency(std::string_view("EUR\0", 4)), nullptr);
  EXPECT_EQ(findCurrency(std::string_view()), nullptr);
}

}  // namespace
}  // namespace crossfoot
