#pragma once

#include "command/capabilities.h"
#include "command/document_editor.h"
#include "command/history.h"
#include "command/open_members.h"
#include "command/share_taxes.h"

namespace crossfoot {

/// Turns commands (schema/command.schema.json) into changes and carries them out. A command that
/// fails changes nothing and says why. Undo and redo are the session's.
class Commander {
 public:
  Commander(DocumentEditor& editor, const Capabilities& capabilities)
      : editor_(editor), capabilities_(capabilities) {}

  /// Carries out one command. `step.changes` gets what was done, `touched` what that reached.
  Outcome run(const json::Value& command, HistoryStep& step, ChangeSet& touched);

 private:
  using Handler = Outcome (Commander::*)(const json::Value& command);

  Outcome dispatch(const json::Value& command);
  Outcome add(const json::Value& command);
  Outcome insertItems(std::string_view list, std::span<const json::Value> items,
                      const json::Value* after);
  Outcome addLines(const json::Value& items, size_t position);
  Outcome set(const json::Value& command);
  Outcome setCurrency(const json::Value& command);
  void noteUnknown(const std::vector<std::string>& path, const json::Value& value);
  Outcome setLine(const std::vector<std::string>& path, const json::Value& value);
  Outcome setListItem(const std::vector<std::string>& path, const json::Value& value);
  Outcome setMember(const std::vector<std::string>& path, const json::Value& value);
  Outcome remove(const json::Value& command);
  Outcome removeLines(const std::vector<std::string>& ids);
  Outcome clone(const json::Value& command);
  Outcome move(const json::Value& command);
  json::Value lastThatStays(const std::vector<std::string>& ids) const;
  Outcome moveLines(const std::vector<std::string>& ids, const json::Value* after);
  Outcome replace(const json::Value& command);
  Outcome batch(const json::Value& command);
  Outcome lifecycle(const json::Value& command);

  Outcome execute(ChangeList changes);
  Outcome execute(Change change);
  /// A member to change; it is written back when the command is done, or something else reads it.
  OpenMember& open(std::string_view member) { return openMembers_.open(document(), member); }
  Outcome writeBack();
  /// Taxes that are shares give way where the command moved what they are shares of (DO-3.5).
  Outcome dropShares(const SharesBefore& shares);
  /// Takes items out of a list, in the order in which they are named; refused where one is not
  /// there.
  Result<std::vector<json::Value>> take(std::string_view list, const std::vector<std::string>& ids);
  /// Position to insert at: after the line named, at the start for null, at the end where absent.
  Result<size_t> positionAfter(const json::Value* after) const;
  std::string freeLineId();
  Outcome permit(std::string_view flag, std::string_view member) const;
  Document& document() { return editor_.document(); }
  const Document& document() const { return editor_.document(); }

  DocumentEditor& editor_;
  const Capabilities& capabilities_;
  ChangeList done_;
  ChangeSet touched_;
  OpenMembers openMembers_;
  size_t idCounter_ = 0;
};

}  // namespace crossfoot
