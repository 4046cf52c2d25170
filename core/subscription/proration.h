#pragma once

#include <string>
#include <vector>

#include "subscription/payment_plan.h"

namespace crossfoot::subscription {

/// The part of a period that is not used: from a day (included) to the period's end (excluded).
struct UnusedDays {
  Date from;
  Date until;        ///< the first day of the next period
  int32_t days = 0;  ///< from … until
  int32_t of = 1;    ///< the days of the whole period
};

/// The unused days of payment k's period on a day; none where the day is outside the period.
std::optional<UnusedDays> unusedDays(const PaymentPlan& plan, uint32_t k, Date day);

/// What unused days of one line were paid for: the net and each tax rounded alone (RE-6.5).
struct ProratedLine {
  struct Tax {
    uint32_t rate = 0;  ///< index into the document's rates
    Money base;         ///< what it was taken of
    Money amount;
  };

  std::string id;
  std::string name;
  UnusedDays unused;
  Money net;  ///< with the taxes inside the price
  Money included;
  std::vector<Tax> taxes;  ///< by rate, those inside the price too

  Money total() const;
};

ProratedLine prorate(const view::Source& source, uint32_t slot, uint32_t k,
                     const UnusedDays& unused);

Money total(const std::vector<ProratedLine>& lines);

/// Lowers the lines so that together they come to at most `most` ≥ 0: each net and each tax gives
/// in proportion (largest remainder). Lines that come to less stay as they are; of nothing, none
/// stays.
void limitTo(std::vector<ProratedLine>& lines, Money most, const view::Source& source);

/// `{lines: [{days, from, id, net, of, taxes: [{amount, id}], total, until}], total}`.
void writeProration(view::ViewWriter& out, const view::Source& source,
                    const std::vector<ProratedLine>& lines);

/// What a bill of prorated days is to be. The texts describe its lines and are the caller's, who
/// knows the language of the document: `{days}` and `{of}` are filled with the days they bill.
struct BillWishes {
  Date date;
  std::string_view id;
  std::string unusedText = "Unused: {days} of {of} days";
  std::string remainingText = "From now on: {days} of {of} days";
};

/// The draft that bills what was prorated: charges less credits. A credit memo of positive
/// amounts where it gives money back, else an invoice. Every tax is carried as the amount it came
/// to, so that nothing is rounded a second time.
json::Value prorationBill(const view::Source& source, const std::vector<ProratedLine>& credits,
                          const std::vector<ProratedLine>& charges, const BillWishes& wishes);

/// Puts lines that take prorated days off into an invoice with lines and rates of its own, with
/// their taxes as the amounts they come to. Without any the invoice stays as it is.
void addUnused(const view::Source& source, const std::vector<ProratedLine>& credits,
               const BillWishes& wishes, json::Value& invoice);

}  // namespace crossfoot::subscription
