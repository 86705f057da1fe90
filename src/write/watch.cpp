#include "write/watch.h"

#include <fmt/format.h>

#include <csignal>

#include "write/output.h"

namespace brm {
namespace {

/// To the first column, and nothing behind it.
constexpr std::string_view clear = "\r\x1B[K";

}  // namespace

std::string Progress::words() const {
  const std::size_t done = done_;
  const std::size_t all = all_;
  if (done == 0 || done >= all) return "";
  return fmt::format("{} of {} {}", done, all, what_.load());
}

std::string watch_line(std::chrono::seconds since, const std::string& how_far) {
  constexpr std::chrono::seconds minute{60};
  std::string out = since < minute ? fmt::format("brm: at work for {} s", since.count())
                                   : fmt::format("brm: at work for {} min {} s", since / minute,
                                                 (since % minute).count());
  return how_far.empty() ? out : out + ", " + how_far;
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
  // Whoever ends brm meanwhile is answered by the thread that may be writing files.
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
  std::unique_lock<std::mutex> lock(mutex_);
  const auto is_ended = [this] { return is_ended_; };
  std::chrono::seconds since = patience;
  if (ended_.wait_for(lock, since, is_ended)) return;
  for (; !is_ended_; since += patience) {
    // Nobody's answer depends on it.
    (void)write_all(descriptor_, std::string(clear) + watch_line(since, progress_.words()),
                    "stderr")
        .ok();
    ended_.wait_for(lock, patience, is_ended);
  }
  (void)write_all(descriptor_, clear, "stderr").ok();
}

}  // namespace brm
