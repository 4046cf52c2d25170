#pragma once

#include <string>

#include "json/value.h"

namespace crossfoot::quickbooks {

/// The adapter for QuickBooks Online's Invoice (documents.md), in three forms:
/// `{state, mapping}` → `{"invoice":{…},"notices":[…]}`: a finalised invoice as QuickBooks takes
/// it, or a refusal beforehand where QuickBooks would not total to our cent;
/// `{invoice, mapping}` → `{"state":{…},"notices":[…]}`: one read back;
/// `{explain: code}` → `{"code","meaning","remedy"}` of an error QuickBooks answered with.
/// Numbers are written as exact decimal JSON numbers.
std::string quickbooksReply(const json::Value& argument);

}  // namespace crossfoot::quickbooks
