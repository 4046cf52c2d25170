#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/reason.h"

namespace crossfoot {

/// Why something was refused. A refusal changes nothing: the open document stays as it was.
struct Refusal {
  std::string code;           ///< one of schema/error.schema.json, e.g. "json-syntax"
  std::string message;        ///< for people: what is wrong and what would mend it
  std::string path;           ///< JSON Pointer to the place, "" for the whole text
  uint32_t line = 0;          ///< 1-based line in the text, 0 where there is no text
  uint32_t column = 0;        ///< 1-based column (characters), 0 where there is no text
  std::string_view reason;    ///< id of the sentence in base/reasons.h, "" where it has none
  ReasonValues values;        ///< what is filled into it
  std::vector<Refusal> also;  ///< what else is in the way, in the order of its rules

  // Refusals are made and passed on in a hundred places; out of line they cost the module a call.
  Refusal();
  Refusal(std::string_view refusalCode, std::string_view refusalMessage,
          std::string_view refusalPath);
  Refusal(const Refusal&);
  Refusal(Refusal&&) noexcept;
  Refusal& operator=(const Refusal&);
  Refusal& operator=(Refusal&&) noexcept;
  ~Refusal();
};

/// A refusal without a place in a text.
Refusal refuse(std::string_view code, std::string_view path, std::string_view message);
/// The same for a reason of base/reasons.h, which pages say in their own words.
Refusal refuse(std::string_view code, std::string_view path, const Reason& reason,
               ReasonValues values = {});

/// The reply `{"error":{…}}` that every entry of the engine gives for a refusal.
std::string toJson(const Refusal& refusal);
/// The part in `{"code":…}`, as also a step's `also` holds it.
std::string membersJson(const Refusal& refusal);

/// A value or the refusal that stands in its place.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Refusal refusal) : state_(std::in_place_index<1>, std::move(refusal)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return *std::get_if<0>(&state_); }
  const T& operator*() const { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  const Refusal& refusal() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Refusal> state_;
};

/// Success without a value, or a refusal.
struct Done {};
using Outcome = Result<Done>;

}  // namespace crossfoot
