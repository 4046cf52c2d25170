// Which break is in force, and which places a run reached: CROSSFOOT_MUTANT=7 breaks place 7,
// CROSSFOOT_REACHED=FILE writes the numbers of the places that were reached.
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace crossfoot_mutation {
namespace {

struct Reached {
  std::vector<bool> places = std::vector<bool>(1 << 16);
  int asked = std::getenv("CROSSFOOT_MUTANT") ? std::atoi(std::getenv("CROSSFOOT_MUTANT")) : -1;

  ~Reached() {
    const char* path = std::getenv("CROSSFOOT_REACHED");
    std::FILE* file = path ? std::fopen(path, "w") : nullptr;
    if (file == nullptr) return;
    for (size_t id = 0; id < places.size(); ++id) {
      if (places[id]) std::fprintf(file, "%zu\n", id);
    }
    std::fclose(file);
  }
};

}  // namespace

bool chosen(int id) {
  static Reached reached;
  reached.places[static_cast<size_t>(id)] = true;
  return id == reached.asked;
}

}  // namespace crossfoot_mutation
