#include "cli/team.h"

namespace crossfoot::cli {

Team::Team(size_t size) {
  for (size_t number = 1; number < size; ++number) {
    threads_.emplace_back([this, number] { work(number); });
  }
}

Team::~Team() {
  {
    std::lock_guard lock(mutex_);
    ending_ = true;
  }
  jobReady_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Team::run(const std::function<void(size_t)>& part) {
  {
    std::lock_guard lock(mutex_);
    part_ = &part;
    busy_ = threads_.size();
    ++job_;
  }
  jobReady_.notify_all();
  part(0);
  std::unique_lock lock(mutex_);
  jobDone_.wait(lock, [this] { return busy_ == 0; });
}

void Team::work(size_t number) {
  size_t done = 0;
  for (;;) {
    const std::function<void(size_t)>* part = nullptr;
    {
      std::unique_lock lock(mutex_);
      jobReady_.wait(lock, [&] { return ending_ || job_ != done; });
      if (ending_) return;
      done = job_;
      part = part_;
    }
    (*part)(number);
    std::lock_guard lock(mutex_);
    if (--busy_ == 0) jobDone_.notify_one();
  }
}

}  // namespace crossfoot::cli
