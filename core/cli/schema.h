#pragma once

#include <span>
#include <string_view>

namespace crossfoot::cli {

/// A JSON Schema of the folder schema/, built into the program.
struct EmbeddedSchema {
  std::string_view name;  ///< "state" for schema/state.schema.json
  std::string_view text;
};

/// All of them.
std::span<const EmbeddedSchema> embeddedSchemas();

}  // namespace crossfoot::cli
