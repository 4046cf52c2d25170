#pragma once

// Forced into every source of the mutation build: the switch that chooses which break is in force.
namespace crossfoot_mutation {
/// Whether break `id` is the one asked for by CROSSFOOT_MUTANT; notes that its place was reached.
bool chosen(int id);
}  // namespace crossfoot_mutation

/// False in what the compiler works out itself: constants are not broken.
constexpr bool crossfoot_mutant(int id) {
  return !__builtin_is_constant_evaluated() && crossfoot_mutation::chosen(id);
}
