#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace crossfoot::cli {

/// Threads that do the parts of one job at a time together with the thread that asks.
class Team {
 public:
  /// `size` members, the caller included.
  explicit Team(size_t size);
  ~Team();
  Team(const Team&) = delete;
  Team& operator=(const Team&) = delete;

  size_t size() const { return threads_.size() + 1; }

  /// Runs part(0) … part(size() − 1), each on its own thread, and returns when all are done.
  void run(const std::function<void(size_t)>& part);

 private:
  void work(size_t number);

  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable jobReady_;
  std::condition_variable jobDone_;
  const std::function<void(size_t)>* part_ = nullptr;
  size_t job_ = 0;   ///< counts the jobs given out
  size_t busy_ = 0;  ///< members still at the current job
  bool ending_ = false;
};

}  // namespace crossfoot::cli
