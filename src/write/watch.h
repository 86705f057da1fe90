// Says on a terminal that a long run goes on, on one line that is gone once there is an answer.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace brm {

class Watch {
 public:
  /// Nothing is said before this has passed.
  static constexpr std::chrono::seconds patience{1};

  /// `descriptor` is the terminal's.
  explicit Watch(int descriptor) : descriptor_(descriptor), thread_([this] { run(); }) {}
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() { stop(); }

  /// The line is gone, and none follows.
  void stop();

 private:
  void run();

  int descriptor_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool is_ended_ = false;
  std::thread thread_;  // the last, as it begins with all others there
};

/// `brm: at work for 3 s`
std::string watch_line(std::chrono::seconds since);

}  // namespace brm
