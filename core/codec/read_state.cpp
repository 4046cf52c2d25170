#include "codec/read_state.h"

#include "base/sorted_places.h"
#include "codec/read_head.h"
#include "codec/read_line.h"
#include "json/compact.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

// Of members with one name the last counts, as in any JSON reader.
void dropRepeated(std::vector<StateMember>& members) {
  const std::vector<size_t> order = sortedPlaces(
      members.size(), [&](size_t a, size_t b) { return members[a].name < members[b].name; });
  std::vector<bool> repeated(members.size(), false);
  for (size_t i = 0; i + 1 < order.size(); ++i) {
    if (members[order[i]].name == members[order[i + 1]].name) repeated[order[i]] = true;
  }
  std::vector<StateMember> kept;
  for (size_t i = 0; i < members.size(); ++i) {
    if (!repeated[i]) kept.push_back(std::move(members[i]));
  }
  members = std::move(kept);
}

// Reads a state in two passes: first the whole text as JSON, so that broken text is always
// refused as such, then the meaning, with the head before the lines that depend on it.
class StateReader {
 public:
  explicit StateReader(std::string text) : document_(std::make_unique<Document>()) {
    document_->source = std::make_unique<const std::string>(std::move(text));
  }

  Result<std::unique_ptr<Document>> read() {
    if (text().size() > kMaxBytes) {
      return refuse("too-large", "", "A state has at most 64 MB. Split the document.");
    }
    if (auto outcome = scanMembers(); !outcome) return outcome.refusal();
    if (auto outcome = readHead(*document_); !outcome) return located(outcome.refusal());
    if (auto outcome = readLines(); !outcome) return located(outcome.refusal());
    return std::move(document_);
  }

 private:
  std::string_view text() const { return *document_->source; }

  Outcome scanMembers() {
    json::Scanner scanner(text());
    if (scanner.peek() != json::Kind::object) {
      scanner.skip();
      if (!scanner.end()) return refusalFor(scanner, text());
      return located(refuse("wrong-type", "", "A state is a JSON object."));
    }
    scanner.beginObject();
    json::Text name;
    while (scanner.member(name)) {
      const std::string decoded = json::decode(name);
      if (decoded == "lines") {
        scanLines(scanner);
        document_->members.push_back({decoded, ""});
      } else {
        scanner.takeSpaceSeen();
        const std::string_view value = scanner.skip();
        document_->members.push_back(
            {decoded, scanner.takeSpaceSeen() ? json::compact(value) : std::string(value)});
      }
    }
    if (!scanner.end()) return refusalFor(scanner, text());
    dropRepeated(document_->members);
    return Done{};
  }

  void scanLines(json::Scanner& scanner) {
    lines_.clear();
    const json::Kind kind = scanner.peek();
    linesWrong_ = kind != json::Kind::array && kind != json::Kind::null;
    if (kind != json::Kind::array) {
      linesAt_ = scanner.skip().data();
      return;
    }
    scanner.beginArray();
    while (scanner.element()) {
      if (lines_.size() > kMaxLines) {
        scanner.skip();
      } else {
        lines_.push_back(scanner.skip());
      }
    }
  }

  Outcome readLines() {
    if (linesWrong_) {
      at_ = linesAt_;
      return refuse("wrong-type", "/lines", "This must be an array.");
    }
    if (lines_.size() > kMaxLines) {
      return refuse("too-large", "/lines", "A document has at most 100 000 lines. Split it.");
    }
    document_->lines.reserve(lines_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (auto outcome = readLineAt(i); !outcome) return outcome;
    }
    giveIds();
    return Done{};
  }

  Outcome readLineAt(size_t position) {
    IssueSink issues;
    ShapeFault fault;
    const std::string_view lineText = lines_[position];
    // The path is only needed for a refusal, so it is made when there is one.
    if (lineText[0] != '{') {
      at_ = lineText.data();
      return refuse("wrong-type", path(position), "A line is an object.");
    }
    LineItem line = readLine(lineText, {*document_, issues, fault});
    if (fault.found) {
      at_ = fault.where;
      return refuse("wrong-type", path(position) + fault.path, fault.message);
    }
    const bool hasId = !line.id.empty();
    const uint32_t slot = document_->lines.append(std::move(line));
    if (!hasId) {
      withoutId_.push_back(slot);
    } else if (!document_->lines.index(slot)) {
      at_ = lineText.data();
      return refuse("duplicate-id", path(position) + "/id",
                    "This id stands twice in the list. Ids are unique.");
    }
    return Done{};
  }

  static std::string path(size_t position) { return json::elementPath("/lines", position); }

  void giveIds() {
    LineList& lines = document_->lines;
    size_t counter = 0;
    for (const uint32_t slot : withoutId_) {
      const std::string id = nextFreeId("li_", counter, [&](const std::string& candidate) {
        return lines.find(candidate) != IdIndex::kNone;
      });
      IssueSink issues;
      ShapeFault fault;
      const std::string_view lineText = lines.texts().keep(withId(lines.slot(slot).text, id));
      lines.replace(slot, readLine(lineText, {*document_, issues, fault}));
      lines.index(slot);
    }
  }

  // Adds line and column to a refusal from the second pass. The head was decoded from copies of
  // its members, so its place is found by walking the pointer through the text.
  Refusal located(Refusal refusal) const {
    const char* place = at_ != nullptr ? at_ : find(refusal.path);
    json::lineAndColumn(text(), static_cast<size_t>(place - text().data()), refusal.line,
                        refusal.column);
    return refusal;
  }

  const char* find(const std::string& path) const {
    std::vector<std::string> segments;
    json::splitPointer(path, segments);
    std::string_view at = text();
    for (const std::string& segment : segments) {
      const std::string_view next = child(at, segment);
      if (next.empty()) break;
      at = next;
    }
    return at.data();
  }

  static std::string_view child(std::string_view parent, const std::string& segment) {
    json::Scanner scanner(parent);
    std::string_view found;
    const json::Kind kind = scanner.peek();
    if (kind == json::Kind::object) {
      json::Text name;
      scanner.beginObject();
      while (scanner.member(name)) {
        const std::string_view value = scanner.skip();
        if (json::decode(name) == segment) found = value;
      }
    } else if (kind == json::Kind::array) {
      scanner.beginArray();
      for (size_t i = 0; scanner.element(); ++i) {
        const std::string_view value = scanner.skip();
        if (std::to_string(i) == segment) found = value;
      }
    }
    return found;
  }

  std::unique_ptr<Document> document_;
  std::vector<std::string_view> lines_;
  std::vector<uint32_t> withoutId_;
  bool linesWrong_ = false;
  const char* linesAt_ = nullptr;
  const char* at_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<Document>> readState(std::string text) {
  return StateReader(std::move(text)).read();
}

Result<LineItem> readLineText(std::string_view text, Document& document, std::string_view path) {
  IssueSink issues;
  ShapeFault fault;
  LineItem line = readLine(text, {document, issues, fault});
  if (fault.found) return refuse("wrong-type", std::string(path) + fault.path, fault.message);
  return line;
}

void rereadLines(Document& document) {
  for (const uint32_t slot : document.lines.order()) {
    IssueSink issues;
    ShapeFault fault;
    document.lines.replace(slot,
                           readLine(document.lines.slot(slot).text, {document, issues, fault}));
  }
}

void lineIssues(Document& document, size_t position, std::vector<Issue>& issues) {
  const LineItem& line = document.lines.at(position);
  IssueSink sink(&issues, json::elementPath("/lines", position), line.id);
  ShapeFault fault;
  readLine(line.text, {document, sink, fault});
}

std::string withId(std::string_view object, std::string_view id) {
  std::string out = "{\"id\":";
  json::writeString(id, out);
  json::Scanner scanner(object);
  scanner.beginObject();
  json::Text name;
  while (scanner.member(name)) {
    const std::string_view value = scanner.skip();
    if (json::decode(name) == "id") continue;
    out += ',';
    out += '"';
    out += name.raw;
    out += "\":";
    out += value;
  }
  return out + "}";
}

}  // namespace crossfoot::codec
