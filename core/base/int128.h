#pragma once

namespace crossfoot {

/// A signed 128-bit integer. Money sums and exact products live in it; anything that may be
/// wider uses BigInteger. (__extension__ keeps -Wpedantic quiet: both our compilers have the type.)
__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

}  // namespace crossfoot
