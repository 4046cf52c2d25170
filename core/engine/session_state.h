#pragma once

#include <memory>
#include <optional>

#include "command/capabilities.h"
#include "command/document_editor.h"
#include "command/history.h"
#include "crossfoot/engine.h"
#include "view/priced_view.h"

namespace crossfoot {

struct Session::State {
  std::unique_ptr<DocumentEditor> editor;
  History history;
  Capabilities capabilities;
  bool linesMayChange = false;  ///< what the document's status allows: asked once between commands

  std::string editReply;  // kept between keystrokes, so that they allocate nothing
  std::string editKey;
  std::string editText;
  std::string editValue;

  view::Source source() { return {editor->document(), editor->totals()}; }
};

/// The reply of every entry while no document is open.
std::string nothingOpen();

/// The reply of Session::query for an open document.
std::string answerQuery(Session::State& state, const json::Value& request);

/// How many steps can be gone back: none where the next one stays (DO-1.3), whatever lies before
/// it.
int64_t stepsBack(const Session::State& state);

}  // namespace crossfoot
