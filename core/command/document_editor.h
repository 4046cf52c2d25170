#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "codec/typed_number.h"
#include "command/change.h"
#include "model/document.h"
#include "pricing/totals.h"

namespace crossfoot {

/// What a command touched, for those who show the document.
struct ChangeSet {
  std::vector<std::string> lines;  ///< ids of lines with another text
  std::vector<std::string> added;
  std::vector<std::string> removed;
  std::vector<std::string> document;  ///< names of members with another value
  std::vector<std::string> unknown;   ///< paths that were set and that nothing reads
  bool order = false;                 ///< lines moved
  bool all = false;                   ///< the amounts of every line may have moved
};

/// Carries out changes on a document and keeps its totals in step. A list of changes is carried
/// out whole or, where one is refused, not at all.
class DocumentEditor {
 public:
  explicit DocumentEditor(std::unique_ptr<Document> document);

  Document& document() { return *document_; }
  const Totals& totals() const { return totals_; }
  Totals& totals() { return totals_; }

  /// Carries out all changes; on a refusal those already made are taken back.
  Outcome apply(const ChangeList& changes, ChangeSet& touched);

  /// The same for one part of a command: the totals are brought up to date by settle(), once, so
  /// that a command of many parts shares an order discount once and not for each part.
  Outcome carryOut(const ChangeList& changes, ChangeSet& touched);

  /// The keystroke path: another text for the line in a slot. Refused with wrong-type.
  Outcome editLine(uint32_t slot, std::string_view text);
  /// The same where only a number of the line changes, from the byte `at` of its text on.
  void editNumber(uint32_t slot, const codec::TypedNumber& number, std::string_view text,
                  size_t at);
  /// To be called after carryOut, editLine and editNumber, before any total is read.
  void settle() {
    totals_.settle();
    compactTexts();
  }

 private:
  Outcome applyOne(const Change& change, ChangeSet& touched);
  Outcome apply(const LineEdit& edit, ChangeSet& touched);
  Outcome apply(const LineInsert& insert, ChangeSet& touched);
  Outcome apply(const LineRemove& removal, ChangeSet& touched);
  Outcome apply(const LineMove& move, ChangeSet& touched);
  Outcome apply(const MemberEdit& edit, ChangeSet& touched);
  Outcome rereadHead(std::string_view member, ChangeSet& touched);
  void compactTexts();

  std::unique_ptr<Document> document_;
  Totals totals_;
  size_t textsInUse_ = 0;  // of the arena, when it was last started anew
};

}  // namespace crossfoot
