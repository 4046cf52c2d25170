#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "model/document.h"

namespace crossfoot::codec {

/// Limits of a text (ST-4.1).
inline constexpr size_t kMaxBytes = size_t{64} * 1024 * 1024;
inline constexpr size_t kMaxLines = 100'000;

/// Reads a whole state. Refused, nothing half-loaded: broken JSON, invalid UTF-8, too deep, too
/// large, a wrong JSON type, duplicate ids, unknown version, kind or currency, missing or invalid
/// date. Everything else is an issue and the document opens.
Result<std::unique_ptr<Document>> readState(std::string text);

/// Decodes all lines anew after the head changed. Wrong types cannot newly appear.
void rereadLines(Document& document);

/// Decodes a line's text for a document, e.g. after an edit; the text must outlive the line.
/// Refused with wrong-type. `path` is for the refusal.
Result<LineItem> readLineText(std::string_view text, Document& document, std::string_view path);

/// All issues of the line at a position, in order, from decoding it again.
void lineIssues(Document& document, size_t position, std::vector<Issue>& issues);

/// The next free id of a list: "li_1", "li_2", …, not among those `taken` says.
template <class Taken>
std::string nextFreeId(std::string_view prefix, size_t& counter, const Taken& taken) {
  std::string id;
  do {
    id = std::string(prefix) + std::to_string(++counter);
  } while (taken(id));
  return id;
}

/// The JSON text of an object with a member "id" put in front.
std::string withId(std::string_view object, std::string_view id);

}  // namespace crossfoot::codec
