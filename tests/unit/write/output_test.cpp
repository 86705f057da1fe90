#include "write/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <thread>

namespace brm::test {
namespace {

/// A pipe whose ends close themselves, while a closed reader is told by EPIPE and not by a signal.
class Pipe {
 public:
  Pipe() : before_(std::signal(SIGPIPE, SIG_IGN)) { REQUIRE(::pipe(ends_.data()) == 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_reader();
    close_writer();
    std::signal(SIGPIPE, before_);
  }
  int reader() const { return ends_[0]; }
  int writer() const { return ends_[1]; }
  void close_reader() { close_end(ends_[0]); }
  void close_writer() { close_end(ends_[1]); }

 private:
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }

  std::array<int, 2> ends_{-1, -1};
  void (*before_)(int);
};

std::string read_to_end(int descriptor) {
  std::string all;
  std::array<char, 4096> some{};
  ssize_t got = 0;
  while ((got = ::read(descriptor, some.data(), some.size())) > 0) {
    all.append(some.data(), static_cast<std::size_t>(got));
  }
  return all;
}

std::string megabytes(std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; bytes.size() < (count << 20U); ++i) bytes += std::to_string(i) + "\n";
  return bytes;
}

/// A descriptor that is open on nothing: it was closed a moment ago.
int closed_descriptor() {
  const int number = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  ::close(number);
  return number;
}

}  // namespace

TEST_CASE("output: all bytes arrive, however slowly they are read") {
  Pipe pipe;
  const std::string bytes = megabytes(3);  // far more than a pipe holds
  std::string arrived;
  std::thread reader([&] { arrived = read_to_end(pipe.reader()); });
  const auto written = write_all(pipe.writer(), bytes, "the output");
  pipe.close_writer();
  reader.join();
  REQUIRE(written.ok());
  CHECK(written.value() == Written::all);
  CHECK(arrived.size() == bytes.size());
  CHECK((arrived == bytes));
}

TEST_CASE("output: bytes of any value") {
  Pipe pipe;
  const std::string bytes("\0\n\r\xFF \0", 6);
  CHECK(write_all(pipe.writer(), bytes, "the output").ok());
  pipe.close_writer();
  CHECK(read_to_end(pipe.reader()) == bytes);
}

TEST_CASE("output: a full disk is a failure that names the output") {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  const auto written = write_all(full, "x", "report.txt");
  ::close(full);
  REQUIRE_FALSE(written.ok());
  CHECK(written.failure().message == "report.txt could not be written: No space left on device");
}

TEST_CASE("output: a reader that has gone is no failure") {
  Pipe pipe;
  pipe.close_reader();
  const auto written = write_all(pipe.writer(), "x", "the output");
  REQUIRE(written.ok());
  CHECK(written.value() == Written::reader_gone);
}

TEST_CASE("output: a reader that goes in the middle is no failure") {
  Pipe pipe;
  const std::string bytes = megabytes(1);
  std::thread reader([&] {
    std::array<char, 16> some{};
    CHECK(::read(pipe.reader(), some.data(), some.size()) > 0);
    pipe.close_reader();
  });
  const auto written = write_all(pipe.writer(), bytes, "the output");
  reader.join();
  REQUIRE(written.ok());
  CHECK(written.value() == Written::reader_gone);
}

TEST_CASE("output: nothing is written nowhere") {
  CHECK(write_all(closed_descriptor(), "", "the output").ok());
  CHECK(write_all(-1, "", "the output").ok());
}

TEST_CASE("output: a descriptor that cannot be written to is a failure") {
  CHECK_FALSE(write_all(closed_descriptor(), "x", "the output").ok());
  const int readable = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const auto written = write_all(readable, "x", "the output");
  ::close(readable);
  REQUIRE_FALSE(written.ok());
  CHECK(written.failure().message.starts_with("the output could not be written: "));
}

TEST_CASE("output: a pipe that does not wait is written to the end all the same") {
  // What stands behind stdout may have set O_NONBLOCK on it: ssh and node do.
  Pipe pipe;
  REQUIRE(::fcntl(pipe.writer(), F_SETFL, O_NONBLOCK) == 0);
  const std::string bytes = megabytes(1);
  std::string arrived;
  std::thread reader([&] { arrived = read_to_end(pipe.reader()); });
  const auto written = write_all(pipe.writer(), bytes, "the output");
  pipe.close_writer();
  reader.join();
  CHECK(written.ok());
  CHECK((arrived == bytes));
}

TEST_CASE("output: closing says whether the bytes were kept") {
  const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const auto closed = close_checked(null, "the output");
  REQUIRE(closed.ok());
  CHECK(closed.value() == Written::all);
  CHECK(::fcntl(null, F_GETFD) == -1);
  CHECK(close_checked(closed_descriptor(), "the output").ok());  // closed before brm began
}

}  // namespace brm::test
