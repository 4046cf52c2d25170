#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

/// A sentence that a page says in the words of its own language: found by the id, filled with the
/// values. English stands here, for readers of the reply.
struct Reason {
  std::string_view id;        ///< of schema/error.schema.json, e.g. "needsLines"; "" for none
  std::string_view sentence;  ///< `{name}` stands for a value

  constexpr bool empty() const { return id.empty(); }
};

/// What is filled into a reason.
struct ReasonValue {
  std::string name;   ///< of the place in the sentence
  std::string json;   ///< as documents hold it: a day, an amount, a status, or an array of such
  std::string words;  ///< the same in the English sentence

  ReasonValue(std::string_view valueName, std::string_view fact);
  ReasonValue(std::string_view valueName, std::string_view fact, std::string_view english);
  ReasonValue(std::string_view valueName, const std::vector<std::string_view>& facts,
              std::string_view english);
};
using ReasonValues = std::vector<ReasonValue>;

/// The English sentence with its values.
std::string sentenceOf(const Reason& reason, const ReasonValues& values);

/// `{"day":"2026-11-22",…}`, members by name.
std::string valuesJson(const ReasonValues& values);

}  // namespace crossfoot
