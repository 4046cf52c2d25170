#pragma once

#include <string>
#include <vector>

#include "base/reason.h"
#include "json/value.h"
#include "model/document.h"

namespace crossfoot::convert {

/// What a person should know about a conversion.
struct Notice {
  std::string code;
  std::string lineId;  ///< of the line in the source document, else ""
  std::string message;
  std::string_view reason{};  ///< id of the sentence in base/reasons.h, "" where it has none
  ReasonValues values{};      ///< what is filled into it
};

/// A notice with a sentence of base/reasons.h.
Notice notice(std::string_view code, std::string_view lineId, const Reason& reason,
              ReasonValues values = {});
using Notices = std::vector<Notice>;

/// What a conversion was asked to do, beside the kind.
struct Wishes {
  DocumentKind to = DocumentKind::quote;
  std::string date;                     ///< of the new document; "" keeps the source's
  std::string currency;                 ///< another currency; "" keeps the source's
  const json::Value* prices = nullptr;  ///< unit prices in it, by product id or line id
};

/// The members of the new document without lines: what belongs to the life of the old one
/// (status, number, digest, payments, revision, …) is left behind, the rest is kept verbatim.
json::Value newHead(const Document& source, const Wishes& wishes, Notices& notices);

/// The new lines, still with their old ids and with `origin`. Where the target is no copy, an
/// optional line not chosen is left out and a chosen one becomes a plain one.
std::vector<json::Value> newLines(const Document& source, const Wishes& wishes, Notices& notices);

}  // namespace crossfoot::convert
