#pragma once

#include <string>
#include <string_view>

namespace crossfoot::merge {

/// The three-way merge (SY-4): what two people did to one document, in one
/// document, and what a person must decide.
///
/// `{base, mine, theirs}`, three states → `{"conflicts":[{base, mine, path, theirs}],
/// "decisions":[{message, path, rule, side}], "merged":{…}, "totals":{base, merged, mine, theirs:
/// {dueNow, total}}, "writes":{base, mine, theirs}}`, with sorted members.
///
/// The two sides are put in the order of their `rev.write` first, so that the same pair gives the
/// same bytes whoever merges: in the reply "mine" is the side with the smaller `rev.write`, and
/// `writes` says which one that is. Paths are JSON Pointers into the state in which the second
/// segment of a list is an id. The merged state opens; it has no `rev`: the caller stamps it.
///
/// Refused: what readState refuses, with "/base", "/mine" or "/theirs" before the path; too-large
/// where the lines of both sides together are more than a document may have.
///
/// Time is n log n in the number of lines; the texts are scanned, not held as trees.
std::string mergeReply(std::string_view argumentText);

}  // namespace crossfoot::merge
