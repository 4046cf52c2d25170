#pragma once

#include <string>

#include "base/result.h"
#include "json/value.h"
#include "quickbooks/mapping.h"
#include "view/priced_view.h"

namespace crossfoot::quickbooks {

/// The invoice and what to tell about it.
struct Written {
  json::Value invoice;
  json::Value notices;  ///< [{code, message, lineId?}]
};

/// Maps a finalised invoice; see quickbooksReply.
Result<Written> writeInvoice(const view::Source& source, const Mapping& mapping);

}  // namespace crossfoot::quickbooks
