#pragma once

#include "quickbooks/amounts.h"
#include "quickbooks/invoice_writer.h"

namespace crossfoot::quickbooks {

/// Builds the `Line` array: sales lines at list price, fees, one-time taxes and the rounding
/// difference as item lines, and one discount. It adds up what QuickBooks will.
class SalesLines {
 public:
  SalesLines(const view::Source& source, const Mapping& mapping, json::Value& notices)
      : source_(source), mapping_(mapping), notices_(notices) {}

  /// Refused with unmapped, too-large or not-expressible.
  Outcome build();

  json::Value take() { return std::move(lines_); }
  /// Sum of the lines less the discount, in hundredths.
  Money sum() const { return sum_; }

 private:
  Outcome addLine(uint32_t slot);
  Outcome addSale(const LineItem& line, const json::Value& value, const PricedLine& priced);
  void addDescription(const json::Value& value);
  Outcome addItem(Money amount, std::string_view description, std::string_view item,
                  std::string_view mappingName, uint32_t taxSet);
  Outcome addAdjustments();
  Outcome addDiscount();
  Outcome setTaxCode(uint32_t taxSet, json::Value& detail);
  json::Value line(std::string_view description, Money amount, std::string_view detailType);
  Money hundredths(Money amount) const;

  const view::Source& source_;
  const Mapping& mapping_;
  json::Value& notices_;
  json::Value lines_ = json::Value::array();
  Money sum_;
};

/// `{"value": id}`, as QuickBooks refers to its entities.
json::Value reference(std::string_view id);

/// Text cut to so many characters, with a notice where something was lost.
std::string cut(std::string_view text, size_t characters, json::Value& notices,
                std::string_view lineId);

void addNotice(json::Value& notices, std::string_view code, std::string_view message,
               std::string_view lineId = {});

}  // namespace crossfoot::quickbooks
