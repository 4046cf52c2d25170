#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "currency/currency.h"
#include "model/adjustment.h"
#include "model/document_kind.h"
#include "model/issue.h"
#include "model/line_list.h"
#include "model/name_index.h"
#include "model/policy.h"
#include "model/tax_rate.h"

namespace crossfoot {

/// The revision of the pricing rules this core prices by.
inline constexpr int kRules = 1;

/// A member of the state other than `lines`, as JSON text: what is stored, kept verbatim. A
/// removed one keeps its place without a text, so that undo puts it back where it stood.
struct StateMember {
  std::string name;
  std::string text;

  bool isRemoved() const { return text.empty() && name != "lines"; }
};

/// What pricing needs of the document besides its lines.
struct DocumentHead {
  DocumentKind kind = DocumentKind::quote;
  Currency currency{};
  Date date;
  Policy policy;
  uint32_t horizonMonths = 24;
  bool automaticTax = false;  ///< a tax provider sets the rates: line names must differ
  std::vector<TaxRate> taxRates;
  std::vector<Adjustment> adjustments;
  std::vector<Issue> leadingIssues;   ///< of policy and taxRates: they come before the lines'
  std::vector<Issue> trailingIssues;  ///< of adjustments: after the lines'
};

/// The document model: inputs only, never a result. Each line and member is held as its JSON
/// text, which is the state, beside what was decoded from it.
class Document {
 public:
  DocumentHead head;
  LineList lines;

  /// The members in their order; the one named "lines" marks where the lines stand.
  std::vector<StateMember> members;
  /// The state had no `lines`: it has none either while there is no line.
  bool linesImplied = false;
  /// The text that the loaded lines point into.
  std::unique_ptr<const std::string> source;

  const std::string* memberText(std::string_view name) const;
  /// Sets a member, or removes it where `text` is empty.
  void setMember(std::string_view name, std::string text);

  unsigned minorDigits() const { return head.currency.minorDigits; }

  const TaxSet& taxSet(uint32_t index) const { return taxSets_[index]; }
  size_t taxSetCount() const { return taxSets_.size(); }
  /// The index of a set of rates, by the text of its `taxRateIds`; kNone where it is new.
  uint32_t findTaxSet(std::string_view idsText) const;
  uint32_t addTaxSet(std::string_view idsText, TaxSet set);
  /// Forgets all sets but the empty one, before the rates are read anew.
  void clearTaxSets();
  /// Index of a rate by id, or IdIndex::kNone.
  uint32_t findTaxRate(std::string_view id) const;
  /// To be called when head.taxRates was filled.
  void indexTaxRates();

 private:
  std::vector<TaxSet> taxSets_ = std::vector<TaxSet>(1);
  NameIndex taxSetTexts_;  // of all sets but the empty one, which is the first
  NameIndex taxRateIds_;

  size_t placeOf(std::string_view name) const;
  // Of the first members, once there are many: a member never changes its place.
  mutable NameIndex memberNames_;
};

}  // namespace crossfoot
