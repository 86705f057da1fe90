#include "write/watch.h"

#include <fmt/format.h>

#include "write/output.h"

namespace brm {
namespace {

/// To the first column, and nothing behind it.
constexpr std::string_view clear = "\r\x1B[K";

}  // namespace

std::string watch_line(std::chrono::seconds since) {
  constexpr std::chrono::seconds minute{60};
  if (since < minute) return fmt::format("brm: at work for {} s", since.count());
  return fmt::format("brm: at work for {} min {} s", since / minute, (since % minute).count());
}

void Watch::stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_ended_ = true;
  }
  ended_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Watch::run() {
  std::unique_lock<std::mutex> lock(mutex_);
  const auto is_ended = [this] { return is_ended_; };
  std::chrono::seconds since = patience;
  if (ended_.wait_for(lock, since, is_ended)) return;
  for (; !is_ended_; since += patience) {
    // Nobody's answer depends on it.
    (void)write_all(descriptor_, std::string(clear) + watch_line(since), "stderr").ok();
    ended_.wait_for(lock, patience, is_ended);
  }
  (void)write_all(descriptor_, clear, "stderr").ok();
}

}  // namespace brm
