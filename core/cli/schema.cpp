#include "cli/schema.h"

#include "cli/command.h"
#include "cli/text_io.h"

namespace crossfoot::cli {

ExitCode runSchema(const Arguments& arguments) {
  for (const EmbeddedSchema& schema : embeddedSchemas()) {
    if (schema.name != arguments.name(0)) continue;
    std::string_view text = schema.text;
    if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    Output output;
    output.line(text);
    return output.flush() ? kFine : kUnreadable;
  }
  std::string known;
  for (const EmbeddedSchema& schema : embeddedSchemas()) known.append(" ").append(schema.name);
  complain("there is no such schema; there are" + known, arguments.name(0));
  return kUnreadable;
}

}  // namespace crossfoot::cli
