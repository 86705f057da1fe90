// Work on numbered things, shared by several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace brm {

/// Threads that are wanted: `jobs`, or one a core for 0.
inline std::size_t threads_wanted(std::size_t jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

/// Calls `run(i)` for each i below `threads`, each on a thread of its own, the first on this one.
/// Where the system grants fewer threads, the last ones are not called: for work of which every one
/// takes what is left. What is thrown in one is thrown here.
template <class Run>
void run_on_threads(std::size_t threads, const Run& run) {
  std::vector<std::future<void>> others;
  try {
    for (std::size_t i = 1; i < threads; ++i) {
      others.push_back(std::async(std::launch::async, [&run, i] { run(i); }));
    }
  } catch (const std::system_error&) {
    // EAGAIN: no more threads, or no memory for their stacks.
  }
  run(0);
  for (auto& other : others) other.get();
}

/// Calls `work(first, last)` for stretches of 0 to `count`, each once, from as many threads as
/// `jobs` says and the work is worth. What is thrown in one is thrown here.
template <class Work>
void for_each_block(std::size_t count, std::size_t jobs, const Work& work,
                    std::size_t block = 128) {
  std::atomic<std::size_t> next{0};
  const auto run = [&](std::size_t /*thread*/) {
    for (std::size_t first = next.fetch_add(block); first < count; first = next.fetch_add(block)) {
      work(first, std::min(first + block, count));
    }
  };
  run_on_threads(std::min(threads_wanted(jobs), 1 + count / block), run);
}

}  // namespace brm
