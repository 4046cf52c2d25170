#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crossfoot {

/// The 32 bytes of a SHA-256 digest.
using Sha256Digest = std::array<uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces. It allocates nothing.
class Sha256 {
 public:
  Sha256();

  /// Adds bytes. How the message is cut into pieces does not change the digest.
  void update(std::string_view bytes);

  /// The digest of everything added. The object is then used up: make a new one for a new message.
  Sha256Digest finish();

 private:
  void compress(const uint8_t* block);

  std::array<uint32_t, 8> state_;
  std::array<uint8_t, 64> buffer_;
  uint64_t length_ = 0;  // bytes added so far
};

/// The digest as 64 lower-case hexadecimal digits.
std::string toHex(const Sha256Digest& digest);

/// The SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::string_view bytes);

}  // namespace crossfoot
