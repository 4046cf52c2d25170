#pragma once

#include "command/capabilities.h"
#include "command/document_editor.h"
#include "command/history.h"

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
  Outcome moveLines(const std::vector<std::string>& ids, const json::Value* after);
  Outcome replace(const json::Value& command);
  Outcome batch(const json::Value& command);
  Outcome lifecycle(const json::Value& command);

  Outcome execute(ChangeList changes);
  Outcome execute(Change change);
  Outcome editList(std::string_view list, const json::Value& array);
  json::Value listOf(std::string_view member) const;
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
  size_t idCounter_ = 0;
};

}  // namespace crossfoot
