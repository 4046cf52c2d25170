#pragma once

#include <string>
#include <string_view>

namespace crossfoot::verify {

/// Checks what somebody claims that a state costs, by pricing it (SY-5.1).
///
/// `{state, claim: {rules?, digest?, dueNow?, total?, allowErrors?}}` →
/// `{"digest","dueNow","final","knownStatus","lacksDigest","ok":true,"rules","total"}` (the middle
/// three as in lifecycle::Finality), or
/// `{"expected":{digest, dueNow, rules, total},"ok":false,"pointer","reason"}` with the reason
/// "totals-mismatch" (the pointer names the first claimed value that differs) or "digest-mismatch"
/// (the state is finalised and its amounts are no longer those of its own digest or total), or
/// `{"ok":false,"pointer","reason":"rules-unknown","supported":[1]}` where the claim or the state
/// names pricing rules that this core does not have. Not ok either, each with its reason and
/// pointer: a claim with a member that is none ("unknown-claim"), a state with an error
/// ("has-errors": what is in error counts 0) unless the claim says `"allowErrors":true`, and, where
/// all else is right, a claim of neither digest nor amount ("nothing-claimed", which comes with the
/// three of an ok answer).
///
/// What is not claimed is not compared. A claimed `null` says that there is no such amount.
/// Amounts compare by value, the digest by its text. Pointers are those of a stored document that
/// carries its claim: "/claim/dueNow", "/digest". Refused: what readState refuses, under "/state".
/// The state is read from its text, not held as a tree.
std::string verifyReply(std::string_view argumentText);

}  // namespace crossfoot::verify
