#include "command/change.h"

namespace crossfoot {
namespace {

struct Inverse {
  Change operator()(const LineEdit& edit) const {
    return LineEdit{edit.id, edit.after, edit.before};
  }
  Change operator()(const LineInsert& insert) const {
    return LineRemove{insert.position, insert.text};
  }
  Change operator()(const LineRemove& removal) const {
    return LineInsert{removal.position, removal.text};
  }
  Change operator()(const LineMove& move) const { return LineMove{move.to, move.from}; }
  Change operator()(const MemberEdit& edit) const {
    return MemberEdit{edit.name, edit.after, edit.before};
  }
};

}  // namespace

Change inverse(const Change& change) { return std::visit(Inverse{}, change); }

ChangeList inverse(const ChangeList& changes) {
  ChangeList result;
  for (size_t i = changes.size(); i-- > 0;) result.push_back(inverse(changes[i]));
  return result;
}

}  // namespace crossfoot
