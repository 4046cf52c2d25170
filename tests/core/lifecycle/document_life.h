#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "codec/write_state.h"
#include "crossfoot/engine.h"
#include "json/value.h"
#include "lifecycle/lifecycle.h"
#include "view/open_state.h"

namespace crossfoot::test {

/// JSON text with ' in place of ", so that it can be read in a test.
inline std::string quoted(std::string text) {
  for (char& c : text) {
    if (c == '\'') c = '"';
  }
  return text;
}

inline json::Value tree(std::string_view text) {
  auto value = json::parse(text);
  EXPECT_TRUE(value) << text;
  return value ? *value : json::Value{};
}

/// The value at a JSON Pointer as text: of a string its characters, else its JSON; "-" for none.
inline std::string at(const json::Value& root, std::string_view pointer) {
  std::vector<std::string> segments;
  json::splitPointer(pointer, segments);
  const json::Value* value = &root;
  for (const std::string& segment : segments) {
    if (value->isArray()) {
      const size_t index = std::stoul(segment);
      if (index >= value->items.size()) return "-";
      value = &value->items[index];
    } else {
      value = value->find(segment);
    }
    if (value == nullptr) return "-";
  }
  return value->isString() ? value->text : json::write(*value);
}
inline std::string at(std::string_view text, std::string_view pointer) {
  return at(tree(text), pointer);
}

/// A document that lifecycle commands are tried on.
class Life {
 public:
  explicit Life(const std::string& state) { open(quoted(state)); }
  Life(const Life& other) { open(other.state()); }
  Life(Life&&) = default;
  Life& operator=(const Life&) = delete;

  /// "ok", or the code of the refusal; what is refused changes nothing.
  std::string apply(const std::string& command) {
    const json::Value value = tree(quoted(command));
    auto changes = lifecycle::changesFor(opened_->source(), value);
    if (!changes) {
      reason_ = changes.refusal().message;
      return changes.refusal().code;
    }
    last_ = *changes;
    for (const Change& change : last_) {
      const auto* edit = std::get_if<MemberEdit>(&change);
      EXPECT_NE(edit, nullptr);
      if (edit != nullptr) opened_->document().setMember(edit->name, edit->after.value_or(""));
    }
    open(codec::writeState(opened_->document()));
    return "ok";
  }

  /// A lifecycle step on a day.
  std::string step(const std::string& name, const std::string& more = "") {
    return apply("{'op':'lifecycle','step':'" + name + "','at':'2026-11-22','by':'anna'" + more +
                 "}");
  }

  std::string state() const { return codec::writeState(opened_->document()); }
  std::string at(std::string_view pointer) const { return test::at(state(), pointer); }
  std::string view() const { return view::pricedView(opened_->source(), true); }
  std::string reply(std::string_view on = {}) const {
    return lifecycle::lifecycleReply(opened_->source(), on);
  }
  const std::string& reason() const { return reason_; }
  const ChangeList& lastChanges() const { return last_; }
  view::OpenState& opened() { return *opened_; }

 private:
  void open(std::string state) {
    auto opened = view::OpenState::read(std::move(state));
    ASSERT_TRUE(opened) << (opened ? "" : opened.refusal().message);
    opened_ = std::move(*opened);
  }

  std::unique_ptr<view::OpenState> opened_;
  ChangeList last_;
  std::string reason_;
};

// A document of one line of 100.00 with a contact; `more` are further members.
inline std::string document(const std::string& kind, const std::string& more = "") {
  return "{'version':1,'id':'d1','kind':'" + kind +
         "','currency':'USD','date':'2026-11-22',"
         "'contacts':[{'id':'c1','name':'Ada','email':'ada@example.org'}]," +
         more + "'lines':[{'id':'li_1','name':'Desk','unitPrice':'100.00'}]}";
}

inline Life openInvoice() {
  Life life(document("invoice"));
  EXPECT_EQ(life.step("finalise", ",'number':'INV-1001'"), "ok");
  return life;
}

inline std::string payment(const std::string& id, const std::string& amount,
                           const std::string& status = "succeeded") {
  return "{'op':'payment','payment':{'id':'" + id + "','amount':'" + amount +
         "','date':'2026-12-01','method':'card','status':'" + status + "'}}";
}

inline bool hasIssue(const Life& life, const std::string& code) {
  return life.view().find("\"code\":\"" + code + "\"") != std::string::npos;
}

inline std::string applyTo(Session& session, const std::string& command) {
  return session.apply(quoted(command));
}

}  // namespace crossfoot::test
