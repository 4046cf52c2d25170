#pragma once

#include <optional>
#include <string>

#include "calendar/date.h"
#include "view/priced_view.h"

namespace crossfoot::lifecycle {

/// How a document stands on a day.
struct ShownStatus {
  std::string status;  ///< by which steps are allowed
  /// What a person reads: the status, or what the day and the amounts add to it: `overdue`,
  /// `expired` (a published quote), `partlyApplied`, `draft` (a subscription without any payment).
  std::string shown;
  std::optional<Date> until;  ///< the last day on which that holds, where the calendar ends it
};
ShownStatus shownStatus(const view::Source& source, Date day);

/// `{"shown","status","until"?}`, the reply of {"get":"standing"}. `on` is the day to judge by;
/// without it the last day that the document itself knows of.
std::string standingReply(const view::Source& source, std::string_view on);

}  // namespace crossfoot::lifecycle
