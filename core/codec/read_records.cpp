#include "codec/read_head.h"

#include "json/value.h"

namespace crossfoot::codec {
namespace {

constexpr auto kFields = specsOf(members::kPayment, {"amount"});

}  // namespace

void readRecords(std::string_view array, std::string_view list, std::vector<Issue>& issues,
                 ShapeFault& fault) {
  json::Scanner scanner(array);
  scanner.beginArray();
  for (size_t i = 0; scanner.element(); ++i) {
    const std::string path = json::elementPath("/" + std::string(list), i);
    const Field element = readField(scanner);
    if (element.kind != json::Kind::object) {
      fault.set(path, element.raw.data(), "an object");
      return;
    }
    IssueSink sink(&issues, path, "");
    const auto fields = readFields(element.raw, kFields, path, fault);
    InputAmount amount;
    if (fields[0].given()) {
      readAmount(fields[0], true, sink, "/amount", amount);
    } else {
      sink.add(IssueCode::required, "/amount", "Say how much was paid, refunded or credited.");
    }
  }
}

}  // namespace crossfoot::codec
