#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "pricing/totals.h"
#include "view/view_writer.h"

namespace crossfoot::view {

/// What a view is made from: a document whose totals are settled.
struct Source {
  Document& document;
  const Totals& totals;
};

/// The whole priced view as RFC 8785 text (ST-2.1).
std::string pricedView(const Source& source, bool withDigest);

/// "sha256:" and the SHA-256 of the view without `digest` and `issues`: it proves the amounts.
std::string viewDigest(const Source& source);
/// The digest a document is finalised with and checked against: that of the view without the
/// balance, because payments come after finalising and move nothing else.
std::string finalDigest(const Source& source);

/// Where a finalised document stores another amount than the core works out: "/digest" or "/total";
/// "" where both agree, and where no digest is stored: then it is not finalised (DO-4.4).
std::string_view finalMismatch(const Source& source);

/// All issues of the document, in the order policy, taxRates, lines, adjustments.
std::vector<Issue> allIssues(const Source& source);
/// Those of the line at a position, pricing's included.
std::vector<Issue> issuesOfLine(const Source& source, size_t position);

// The parts, each one value: the session's queries read them alone.
void writeLine(ViewWriter& out, const Source& source, uint32_t slot);
void writeSummary(ViewWriter& out, const Source& source);
/// The amount of an adjustment by its place in the document; none where the subtotal, which it
/// depends on, has none.
std::optional<Money> adjustmentAmount(const Source& source, size_t index);
/// What one rate of the document comes to; a rate of fixed amounts has no base.
struct RateAmounts {
  std::optional<Money> base;
  std::optional<Money> amount;
};
RateAmounts rateAmounts(const Source& source, uint32_t rate);
void writeRecurring(ViewWriter& out, const Source& source);
/// The member `delayed`, key included: one-time lines that are paid later, by date; nothing where
/// there are none.
void writeDelayed(ViewWriter& out, const Source& source);
/// null where it has too many dates (RE-4.5). `withLines` only where `canDetailSchedule`.
void writeSchedule(ViewWriter& out, const Source& source, bool withLines);
/// Whether there are few enough payments of lines to list each (RE-4.4).
bool canDetailSchedule(const Source& source);
void writeMetrics(ViewWriter& out, const Source& source);
/// `[{id, mrr, arr, acv, tcv, margin}]`
void writeLineMetrics(ViewWriter& out, const Source& source);
void writeSections(ViewWriter& out, const Source& source);
/// `[{id, subtotal, total}]` for a table that shows these sums among its lines: of the nets and of
/// the totals of the lines due now. The first entry, of id null, is that of the lines before the
/// first section.
void writeSectionSums(ViewWriter& out, const Source& source);
void writeSubscriptions(ViewWriter& out, const Source& source);
/// The member `balance`, key included; nothing where the document has no payments or credits.
void writeBalance(ViewWriter& out, const Source& source);
void writeIssues(ViewWriter& out, const std::vector<Issue>& issues);

}  // namespace crossfoot::view
