#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

/// Crossfoot's engine: the one public header of the core. The command line, the WebAssembly module
/// and the tests use nothing else.
///
/// Every argument and every reply is UTF-8 JSON text, unless noted. Nothing throws. A refusal is
///
///     {"error":{"code":"json-syntax","message":"…","path":"","line":3,"column":14}}
///
/// and changes nothing: what was open stays open as it was. An *issue* is not a refusal: the
/// document may be held with it, and it is listed in the priced view. `schema/` describes every
/// shape, `docs/architecture.md` lists the commands, the queries and the stateless functions.
///
/// The core has no clock, no locale, no random source and no global state: a reply is a function of
/// the texts given. Sessions are independent of each other; one session is not for two threads at
/// the same time.
///
/// Example: open a quote, type a quantity, read what it costs, take it back.
///
///     crossfoot::Session session;
///     std::string reply = session.open(stateText);
///     if (crossfoot::isRefusal(reply)) return report(reply);
///     session.apply(R"({"op":"set","path":"/lines/li_1/quantity","value":"12"})");
///     std::string totals = session.query(R"({"get":"summary"})");
///     session.apply(R"({"op":"undo"})");
///     std::string state = session.save();
namespace crossfoot {

/// The priced view of a state, without opening it: one text in, one text out. With `withDigest` the
/// view ends with the `digest` of its own amounts. A refusal where the state cannot be read.
std::string price(std::string_view stateText, bool withDigest);

/// A stateless function by its name ("merge", "convert", "formula", "currencies", "choices",
/// "verify", "events", "quickbooks", "version"), with one JSON object as its argument.
std::string call(std::string_view function, std::string_view argument);

/// True when a reply is the error object of a refusal.
inline bool isRefusal(std::string_view reply) { return reply.substr(0, 9) == "{\"error\":"; }

/// The field of a line that a keystroke changes (Session::edit).
enum class EditField : uint32_t {
  unitPrice = 0,
  quantity = 1,
  discountPercent = 2,
  discountAmount = 3,
  cost = 4,
};

/// How the history knows an edit. Successive edits of one field with the same key are one step.
struct EditStep {
  std::string_view label = "set";  ///< of the step that the edit begins
  std::string_view coalesce = {};  ///< the key; empty for one of the line and the field
};

/// What Session::edit answers, in this order: the amounts of the edited line, the totals of the
/// document, what else moved, and the steps of the history. The amounts of `summary.adjustments`
/// follow, and for each entry of `summary.lineTaxes` its base and its amount.
///
/// `reach` says what else there is to be asked for: "line" where at most sums of parts of the
/// document and metrics moved, "document" where issues or other totals may have, "all" where
/// amounts of other lines have.
inline constexpr std::array<std::string_view, 24> kEditReplyFields = {
    "line.list",
    "line.discount",
    "line.net",
    "line.orderDiscount",
    "line.tax",
    "line.taxIncluded",
    "line.total",
    "subtotal",
    "lineDiscounts",
    "discounts",
    "fees",
    "taxes",
    "lineTax",
    "lineTaxIncluded",
    "roundingDifference",
    "dueNow",
    "futureNet",
    "futureTax",
    "futurePayments",
    "total",
    "taxOnTop",
    "reach",
    "undo",
    "redo",
};

/// One open document with its undo history.
class Session {
 public:
  Session();
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Opens a state in place of the open document and begins an empty history.
  /// `{"ok":true,"kind","currency","lines":n}`, or a refusal: then the open document stays.
  std::string open(std::string_view stateText);

  /// Carries out one command.
  /// `{"ok":true,"changed":{…},"summary":{…},"undo":n,"redo":n}`, or a refusal.
  std::string apply(std::string_view commandText);

  /// Reads something of the open document: `{"get":"view"}`, `{"get":"explain","path":…}`, ….
  std::string query(std::string_view requestText);

  /// The keystroke path: gives field `field` (EditField) of the line at index `line`, sections and
  /// notes counted, the value `value` (a decimal's text; empty removes the field), and answers
  /// kEditReplyFields and what follows them as texts separated by '\n', `null` where an amount has
  /// no value. It is the command `set` without JSON, in state, history and amounts. A refusal (no
  /// such line or field) is the JSON error object. The text stays valid until the next call on this
  /// session.
  std::string_view edit(uint32_t line, uint32_t field, std::string_view value,
                        const EditStep& step = {});

  /// The state as JSON text without white space: members in their order, known decimals in
  /// shortest form, unknown members verbatim. Empty when nothing is open.
  std::string save();

  /// What a session holds; known to the core alone.
  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace crossfoot
