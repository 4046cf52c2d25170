#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/document_kind.h"

namespace crossfoot {

/// The JSON type a known member must have; `null` is always the same as absent (PR-1.1).
enum class Shape : uint8_t { decimal, count, text, truth, object, array };

/// The objects of a state whose members the core knows; what stands in a `foreign` one belongs to
/// whoever put it there and is carried along as it is.
enum class Part : uint8_t {
  foreign,
  document,
  policy,
  settings,
  terms,
  dealAmount,
  taxRate,
  line,
  reduction,
  billing,
  start,
  phase,
  pricing,
  tier,
  quantityRange,
  period,
  adjustment,
  payment,
  refund,
  credit,
  event,
  billingRecord,
  contact,
};

/// How much has to be read and priced anew when a member of the document changes.
enum class Reach : uint8_t {
  none,         ///< nothing: it is carried along as it is
  shape,        ///< its JSON type: no amount depends on it
  records,      ///< the checks of payments, refunds and credits
  adjustments,  ///< the adjustments, and every amount
  lines,        ///< the head, every line, and every amount
};

/// What changes a member of the document.
enum class Hand : uint8_t {
  draft,   ///< whoever edits it, while its status lets it be edited
  always,  ///< whoever edits it, in every status: no amount and no word that the buyer has
  stamp,   ///< the stamp of a revision, in every status
  step,    ///< a step of the lifecycle, a payment, a refund, a credit
  whole,   ///< opening, converting or replacing the document
};

/// How two sides of a merge are brought together (SY-4).
enum class Joining : uint8_t {
  whole,     ///< as one thing
  byId,      ///< element by element, which have ids and are one fact each
  byFact,    ///< element by element; between tabs of one person fact by fact
  appended,  ///< records without ids that are only ever added
  byDue,     ///< the same, where no two sides add one that is due on the same day
  byMember,  ///< member by member, which are independent of each other
  apart,     ///< not at all: a revision is given by who writes
};

/// Who takes a member over from the document that it is made from.
enum class Heirs : uint8_t {
  none,    ///< nobody: it is the old document's own life
  copies,  ///< documents of other kinds and copies (DO-2)
  bills,   ///< the bills of a period (RE-6)
  all,
};

/// The kinds of documents on which a member says anything.
enum class Kinds : uint8_t { all, deals, quotes, askingForPayment };

/// A member of the same object that a row points to; a byte, where a name would take eight.
enum class Sibling : uint8_t {
  none,
  priceCurrency,
  costCurrency,
  currency,
  unitPrice,
  cost,
  discount,
  optional,
  percent,
};

/// The sibling's name; "" for none.
std::string_view nameOf(Sibling sibling);

/// The capabilities that edits of a line's members need (ED-2.4).
enum class Right : uint8_t {
  editDetails,
  editPrices,
  editQuantities,
  editDiscounts,
  editTaxes,
  editBilling,
};

/// One row of the dictionary. What a column does not apply to has its default.
struct Member {
  std::string_view name;
  Shape shape = Shape::text;
  Part within = Part::foreign;  ///< what the object, or each object of the list, holds

  // Of the document.
  Reach reach = Reach::none;
  Hand hand = Hand::draft;
  Joining joining = Joining::whole;
  Heirs heirs = Heirs::copies;
  Kinds kinds = Kinds::all;

  // Of amounts and of lines.
  Sibling currency = Sibling::none;  ///< what says which currency the amount is in (DO-2.4)
  Sibling fact = Sibling::none;      ///< whose fact this one tells a part of (SY-4.2)
  Right right = Right::editDetails;  ///< what an edit of the member of a line needs (ED-2.4)
};

/// The members of a part that the core knows, in the order in which they are mostly written.
std::span<const Member> membersOf(Part part);

/// The row of a member; null where the core does not know it.
const Member* findMember(Part part, std::string_view name);

/// The row of a member of the document; for a name that nobody knows, one that is all defaults.
const Member& documentMember(std::string_view name);

/// Whether a member says anything on documents of a kind.
bool speaksOn(const Member& member, DocumentKind kind);

/// What the elements of the document's list are; foreign for another member's name.
Part partOfList(std::string_view list);

}  // namespace crossfoot
