#pragma once

#include <span>
#include <string>
#include <vector>

#include "command/change.h"

namespace crossfoot {

/// One step of undo.
struct HistoryStep {
  std::string label;     ///< what was done, for people: the command's own label or its op
  std::string coalesce;  ///< typing: steps with the same key, one after another, become one
  ChangeList changes;
};

/// The last 200 steps, and which of them are undone (ST-3.3).
class History {
 public:
  static constexpr size_t kMostSteps = 200;

  void clear();
  /// Adds a step that was just carried out; undone steps are forgotten.
  void push(HistoryStep step);

  size_t undoable() const { return position_; }
  size_t redoable() const { return steps().size() - position_; }
  std::span<const HistoryStep> steps() const { return std::span(steps_).subspan(forgotten_); }

  /// The changes that undo the last step / redo the next; none where there is none.
  const HistoryStep* stepToUndo() const;
  const HistoryStep* stepToRedo() const;
  void undone() { --position_; }
  void redone() { ++position_; }

  /// The step on top when it has this key and nothing was undone: typing goes on in it.
  HistoryStep* joinable(std::string_view coalesce);

  /// The log as JSON, and back, to survive a reload. Restoring refuses text of another form.
  std::string toJson() const;
  static bool fromJson(std::string_view text, History& history);

 private:
  void forgetOldest();

  // The first `forgotten_` are empty: they are taken out many at once, for each move costs.
  std::vector<HistoryStep> steps_;
  size_t forgotten_ = 0;
  size_t position_ = 0;
};

}  // namespace crossfoot
