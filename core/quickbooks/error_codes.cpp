#include "quickbooks/error_codes.h"

#include <array>

#include "base/result.h"
#include "view/view_writer.h"

namespace crossfoot::quickbooks {
namespace {

struct ErrorCode {
  std::string_view code;
  std::string_view meaning;
  std::string_view remedy;
};

constexpr std::array kErrors = {
    ErrorCode{"6140", "Another document in QuickBooks has this number already.",
              "Look the number up: if it is this invoice, adopt its id and SyncToken; if it is "
              "another one, change QuickBooks' numbering and send again."},
    ErrorCode{"5010", "Somebody changed the invoice in QuickBooks since it was read.",
              "Read it again, take its SyncToken, and send again."},
    ErrorCode{"610", "Something the invoice refers to is missing or inactive in QuickBooks.",
              "Make the customer, item, account or tax code active again, or map another one."},
    ErrorCode{"6000",
              "A business rule of QuickBooks refuses the invoice, such as a closed "
              "period.",
              "Read the detail that came with the error; open the period or change the setting "
              "it names, then send again."},
    ErrorCode{"6070", "An amount is not unit price times quantity rounded to cents.",
              "Send the document again from here: every line is checked before it goes out."},
    ErrorCode{"6240", "A customer, vendor or employee of this name exists already.",
              "Map the document's customer to the existing one instead of making a new one."},
    ErrorCode{"2500", "An id that the invoice refers to does not exist in QuickBooks.",
              "Compare the mapping with the company: item, account, tax code, customer."},
};

}  // namespace

std::string explainError(std::string_view code) {
  for (const ErrorCode& error : kErrors) {
    if (error.code != code) continue;
    std::string text;
    view::ViewWriter out(text, 0);
    out.beginObject().key("code").text(error.code).key("meaning").text(error.meaning);
    out.key("remedy").text(error.remedy).endObject();
    return text;
  }
  return toJson(refuse("unknown-code", "/explain",
                       "This code is not in the list; read the detail that QuickBooks sent."));
}

}  // namespace crossfoot::quickbooks
