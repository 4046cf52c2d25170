#include <array>

#include "convert/convert.h"
#include "engine/function.h"
#include "merge/merge.h"
#include "quickbooks/quickbooks.h"
#include "subscription/subscription.h"
#include "verify/verify.h"

namespace crossfoot {
namespace {

// merge and verify take whole documents: as trees those would be ten times their texts.
constexpr std::array<FunctionRow, 6> kFunctions = {{
    {"convert", ofParsed<convert::convertReply>},
    {"events", ofParsed<subscription::eventsReply>},
    {"merge", merge::mergeReply},
    {"period", ofParsed<subscription::periodReply>},
    {"quickbooks", ofParsed<quickbooks::quickbooksReply>},
    {"verify", verify::verifyReply},
}};

}  // namespace

std::span<const FunctionRow> documentFunctions() { return kFunctions; }

}  // namespace crossfoot
