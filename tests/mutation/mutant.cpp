// Which break is in force, and which places each test reaches: CROSSFOOT_MUTANT=7 breaks place 7,
// CROSSFOOT_REACHED=FILE writes a line for each test: its name, microseconds, the places reached.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "mutant.h"

namespace crossfoot_mutation {

int inForce = std::getenv("CROSSFOOT_MUTANT") ? std::atoi(std::getenv("CROSSFOOT_MUTANT")) : -1;
bool reached[kMostPlaces];

namespace {

using Clock = std::chrono::steady_clock;

class Recorder : public testing::EmptyTestEventListener {
 public:
  explicit Recorder(const char* path) : file_(std::fopen(path, "w")) {}

  void OnTestStart(const testing::TestInfo&) override {
    std::fill(std::begin(reached), std::end(reached), false);
    start_ = Clock::now();
  }

  void OnTestEnd(const testing::TestInfo& test) override {
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start_);
    std::fprintf(file_, "%s.%s %lld", test.test_suite_name(), test.name(),
                 static_cast<long long>(took.count()));
    for (int id = 0; id < kMostPlaces; ++id) {
      if (reached[id]) std::fprintf(file_, " %d", id);
    }
    std::fprintf(file_, "\n");
  }

  void OnTestProgramEnd(const testing::UnitTest&) override { std::fclose(file_); }

 private:
  std::FILE* file_;
  Clock::time_point start_;
};

// A break that allocates without end is stopped before the machine is.
void limitMemory() {
  const rlimit limit{rlim_t{3} << 30, rlim_t{3} << 30};
  setrlimit(RLIMIT_AS, &limit);
}

}  // namespace
}  // namespace crossfoot_mutation

int main(int count, char** arguments) {
  using namespace crossfoot_mutation;
  testing::InitGoogleTest(&count, arguments);
  if (inForce >= 0) limitMemory();
  if (const char* path = std::getenv("CROSSFOOT_REACHED")) {
    testing::UnitTest::GetInstance()->listeners().Append(new Recorder(path));
  }
  return RUN_ALL_TESTS();
}
