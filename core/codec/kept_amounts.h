#pragma once

#include <span>
#include <string>
#include <string_view>

#include "codec/fields.h"
#include "json/value.h"
#include "model/members.h"

namespace crossfoot::codec {

/// Says of every amount of money in a line, tax rate or adjustment (or a list of such, `part`) that
/// it is in `former`, now that
/// its document is in `now` (DO-2.4): beside each stands the member of `currencyMember`. What names
/// a currency already keeps it, and loses the member where that currency is `now`. True where any
/// amount is still one of another currency.
bool keepAmounts(Part part, json::Value& record, std::string_view former, std::string_view now);

/// The member that says in which currency the amount of this name is (model/members.h), "" where it
/// is no amount.
std::string_view currencyMember(Part part, std::string_view amount);

/// What was set at `path` of a line, tax rate or adjustment is in the document's currency: takes
/// the members that said otherwise of the amounts on the way out.
void settleAmounts(Part part, json::Value& record, std::span<const std::string> path);

/// Gives a line a member of one of its phases, an amount in the currency that it has there.
void takeMember(json::Value& into, std::string_view name, const json::Value& from);

/// Reports an amount that is still one of another currency than the document's (DO-2.4). `suffix`
/// is the amount's place.
void reportKept(const Field& amount, const Field& currency, std::string_view documentCurrency,
                IssueSink& issues, const std::string& suffix);

}  // namespace crossfoot::codec
