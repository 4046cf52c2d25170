#pragma once

#include <string>

#include "base/result.h"

namespace crossfoot {

/// A refusal without a place in a text.
inline Refusal refuse(std::string code, std::string path, std::string message) {
  Refusal refusal;
  refusal.code = std::move(code);
  refusal.path = std::move(path);
  refusal.message = std::move(message);
  return refusal;
}

}  // namespace crossfoot
