// Says on a terminal that a long run goes on, on one line that is gone once there is an answer.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace brm {

/// How far a long work is, said by whoever does it, on any thread.
class Progress {
 public:
  /// `what` is done to so many: `files read`. It is to outlive this.
  void begin(const char* what, std::size_t all) {
    done_ = 0;
    all_ = all;
    what_ = what;
  }
  void add_one() { ++done_; }
  void reach(std::size_t done) { done_ = done; }
  /// `1200 of 5800 files read`; empty before the first, and once all are done.
  std::string words() const;

 private:
  std::atomic<std::size_t> done_ = 0;
  std::atomic<std::size_t> all_ = 0;
  std::atomic<const char*> what_ = "";
};

class Watch {
 public:
  /// Nothing is said before this has passed.
  static constexpr std::chrono::seconds patience{1};

  /// `descriptor` is the terminal's.
  Watch(int descriptor, const Progress& progress)
      : descriptor_(descriptor), progress_(progress), thread_([this] { run(); }) {}
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() { stop(); }

  /// The line is gone, and none follows.
  void stop();

 private:
  void run();

  int descriptor_;
  const Progress& progress_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool is_ended_ = false;
  std::thread thread_;  // the last, as it begins with all others there
};

/// `brm: at work for 3 s`, and behind a comma how far, where that is known.
std::string watch_line(std::chrono::seconds since, const std::string& how_far = "");

}  // namespace brm
