#include "command/document_editor.h"

#include "codec/known_members.h"
#include "codec/read_head.h"
#include "codec/read_state.h"
#include "model/members.h"

namespace crossfoot {
namespace {

// A member that nobody knows is looked at where its name is nearly that of a known one (ST-4.5).
Reach reachOf(std::string_view member) {
  return codec::nearDocumentMember(member).empty() ? documentMember(member).reach : Reach::lines;
}

// Only a history that belongs to another document can ask for this.
Refusal refusePosition() {
  return refuse("unknown-line", "/lines", "This step does not fit the document's lines.");
}

}  // namespace

DocumentEditor::DocumentEditor(std::unique_ptr<Document> document)
    : document_(std::move(document)), totals_(*document_) {
  totals_.priceAll();
}

Outcome DocumentEditor::apply(const ChangeList& changes, ChangeSet& touched) {
  Outcome outcome = carryOut(changes, touched);
  settle();
  touched.all = touched.all || totals_.linesAreTied();
  return outcome;
}

Outcome DocumentEditor::carryOut(const ChangeList& changes, ChangeSet& touched) {
  for (size_t i = 0; i < changes.size(); ++i) {
    Outcome outcome = applyOne(changes[i], touched);
    if (outcome) continue;
    ChangeSet ignored;
    while (i-- > 0) (void)applyOne(inverse(changes[i]), ignored);
    return outcome;
  }
  return Done{};
}

Outcome DocumentEditor::applyOne(const Change& change, ChangeSet& touched) {
  return std::visit([&](const auto& one) { return apply(one, touched); }, change);
}

Outcome DocumentEditor::editLine(uint32_t slot, std::string_view text) {
  LineList& lines = document_->lines;
  const std::string_view kept = lines.texts().keep(text);
  auto line = codec::readLineText(kept, *document_, {});
  if (!line) return line.refusal();
  totals_.remove(slot);
  lines.replace(slot, std::move(*line));
  totals_.add(slot);
  return Done{};
}

void DocumentEditor::editNumber(uint32_t slot, const codec::TypedNumber& number,
                                std::string_view text, size_t at) {
  LineList& lines = document_->lines;
  totals_.remove(slot);
  number.put(lines.slot(slot), lines.texts().keep(text), at);
  totals_.add(slot);
}

Outcome DocumentEditor::apply(const LineEdit& edit, ChangeSet& touched) {
  const uint32_t slot = document_->lines.find(edit.id);
  if (slot == IdIndex::kNone) {
    return refuse("unknown-line", "/lines/" + edit.id, "No line has this id.");
  }
  if (auto outcome = editLine(slot, edit.after); !outcome) {
    Refusal refusal = outcome.refusal();
    refusal.path = "/lines/" + edit.id + refusal.path;
    return refusal;
  }
  touched.lines.push_back(edit.id);
  return Done{};
}

Outcome DocumentEditor::apply(const LineInsert& insert, ChangeSet& touched) {
  LineList& lines = document_->lines;
  if (lines.size() >= codec::kMaxLines) {
    return refuse("too-large", "/lines", "A document has at most 100 000 lines.");
  }
  auto line = codec::readLineText(lines.texts().keep(insert.text), *document_, "/lines/-");
  if (!line) return line.refusal();
  std::string id(line->id);
  if (id.empty() || insert.position > lines.size()) return refusePosition();
  const uint32_t slot = lines.insert(insert.position, std::move(*line));
  if (slot == IdIndex::kNone) {
    return refuse("duplicate-id", "/lines/" + id, "A line with this id is already there.");
  }
  if (document_->memberText("lines") == nullptr) {
    document_->members.push_back({"lines", ""});
    document_->linesImplied = true;
  }
  totals_.add(slot);
  totals_.orderChanged();
  touched.added.push_back(std::move(id));
  return Done{};
}

Outcome DocumentEditor::apply(const LineRemove& removal, ChangeSet& touched) {
  LineList& lines = document_->lines;
  if (removal.position >= lines.size()) return refusePosition();
  const uint32_t slot = lines.slotAt(removal.position);
  touched.removed.emplace_back(lines.slot(slot).id);
  totals_.remove(slot);
  lines.remove(removal.position);
  totals_.orderChanged();
  return Done{};
}

Outcome DocumentEditor::apply(const LineMove& move, ChangeSet& touched) {
  LineList& lines = document_->lines;
  if (move.from >= lines.size() || move.to >= lines.size()) return refusePosition();
  lines.move(move.from, move.to);
  totals_.orderChanged();
  touched.order = true;
  return Done{};
}

Outcome DocumentEditor::apply(const MemberEdit& edit, ChangeSet& touched) {
  document_->setMember(edit.name, edit.after.value_or(""));
  if (auto outcome = rereadHead(edit.name, touched); !outcome) {
    document_->setMember(edit.name, edit.before.value_or(""));
    ChangeSet ignored;
    (void)rereadHead(edit.name, ignored);
    return outcome;
  }
  touched.document.push_back(edit.name);
  return Done{};
}

Outcome DocumentEditor::rereadHead(std::string_view member, ChangeSet& touched) {
  const Reach reach = reachOf(member);
  if (reach == Reach::none) return Done{};
  if (reach == Reach::shape) return codec::checkMember(*document_, member);
  if (reach == Reach::records || reach == Reach::adjustments) {
    if (auto outcome = codec::readAdjustmentsOf(*document_); !outcome) return outcome;
    if (reach == Reach::records) return Done{};
  } else {
    if (auto outcome = codec::readHead(*document_); !outcome) return outcome;
    // Rates were read anew, so what lines hold of them is too.
    codec::rereadLines(*document_);
  }
  totals_.priceAll();
  touched.all = true;
  return Done{};
}

// Texts that were edited away stay in the arena; once most of it is such, it starts anew.
void DocumentEditor::compactTexts() {
  constexpr size_t kSpare = 8 * 1024 * 1024;
  LineList& lines = document_->lines;
  if (lines.texts().used() < 2 * textsInUse_ + kSpare) return;
  lines.compactTexts();
  textsInUse_ = lines.texts().used();
}

}  // namespace crossfoot
