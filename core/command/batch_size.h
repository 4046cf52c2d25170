#pragma once

#include "base/result.h"
#include "json/value.h"

namespace crossfoot {

/// Refuses a batch (`too-large`) whose time would be that of a product, before anything of it is
/// done: over 250 steps of the lifecycle, or over 1000 sets of fields of one line (ST-4.3).
Outcome requireBatchSize(const json::Value& commands);

}  // namespace crossfoot
