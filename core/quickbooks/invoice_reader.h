#pragma once

#include "quickbooks/invoice_writer.h"

namespace crossfoot::quickbooks {

/// A QuickBooks invoice as a draft of ours; see quickbooksReply.
struct ReadBack {
  json::Value state;
  json::Value notices;
};
Result<ReadBack> readInvoice(const json::Value& invoice, const Mapping& mapping);

}  // namespace crossfoot::quickbooks
