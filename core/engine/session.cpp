#include "base/result.h"
#include "codec/read_state.h"
#include "codec/write_state.h"
#include "engine/session_state.h"

namespace crossfoot {

std::string nothingOpen() {
  return toJson(refuse("no-document", "", "No document is open. Open a state first."));
}

Session::Session() : state_(std::make_unique<State>()) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

std::string Session::open(std::string_view stateText) {
  auto document = codec::readState(std::string(stateText));
  if (!document) return toJson(document.refusal());
  state_->editor = std::make_unique<DocumentEditor>(std::move(*document));
  state_->history.clear();
  state_->linesMayChange = false;
  const Document& opened = state_->editor->document();
  std::string reply;
  view::ViewWriter out(reply, 0);
  out.beginObject().key("currency").text(opened.head.currency.name());
  out.key("kind").text(abilities(opened.head.kind).name);
  out.key("lines").whole(static_cast<int64_t>(opened.lines.size()));
  out.key("ok").truth(true).endObject();
  return reply;
}

std::string Session::query(std::string_view requestText) {
  if (!state_->editor) return nothingOpen();
  auto request = json::parse(requestText);
  if (!request) return toJson(request.refusal());
  return answerQuery(*state_, *request);
}

std::string Session::save() {
  return state_->editor ? codec::writeState(state_->editor->document()) : std::string();
}

}  // namespace crossfoot
