#pragma once

#include <string_view>

#include "codec/fields.h"

namespace crossfoot::codec {

/// Checks the JSON types of all known fields of a line, also in parts that are not decoded because
/// something makes them count for nothing: the phases of a one-time line, the discounts of a note.
/// A wrong type is refused wherever it stands (ST-4.1). The fault's path begins at the line.
void checkLineShapes(std::string_view line, ShapeFault& fault);

/// Checks that the elements of a `taxRateIds` array are strings. `path` is the array's.
void checkIds(const Field& ids, std::string_view path, ShapeFault& fault);

}  // namespace crossfoot::codec
