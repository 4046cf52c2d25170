#pragma once

// Forced into every source of the mutation build: the switch that chooses which break is in force.
namespace crossfoot_mutation {
inline constexpr int kMostPlaces = 1 << 14;
/// The break asked for by CROSSFOOT_MUTANT; −1 for none.
extern int inForce;
/// The places that the running test has reached.
extern bool reached[kMostPlaces];
}  // namespace crossfoot_mutation

/// False in what the compiler works out itself: constants are not broken.
constexpr bool crossfoot_mutant(int id) {
  if (__builtin_is_constant_evaluated()) return false;
  crossfoot_mutation::reached[id] = true;
  return id == crossfoot_mutation::inForce;
}
