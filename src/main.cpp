#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <new>
#include <optional>

#include "commands/front_desk.h"
#include "read/find_git.h"
#include "read/find_root.h"
#include "read/folder_names.h"
#include "write/file.h"
#include "write/output.h"
#include "write/together.h"
#include "write/watch.h"

namespace {

using namespace brm;

constexpr std::string_view no_memory = "brm: out of memory\n";

/// The local day: the only place where a time zone is asked for.
Date local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return day_of_unix_seconds(static_cast<std::int64_t>(now) + local.tm_gmtoff);
}

std::string kind_of(int descriptor) {
  struct stat status {};
  if (::isatty(descriptor) == 1) return "a terminal";
  if (::fstat(descriptor, &status) != 0) return "closed";
  if (S_ISFIFO(status.st_mode)) return "a pipe";
  if (S_ISREG(status.st_mode)) return "a file";
  if (S_ISSOCK(status.st_mode)) return "a socket";
  return "a device";
}

Surroundings look_around(const std::string& root) {
  Surroundings around;
  around.build = this_build();
  around.today_in_utc = day_of_unix_seconds(std::time(nullptr));
  around.out_is = kind_of(STDOUT_FILENO);
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view text(*each);
    const std::size_t sign = std::min(text.find('='), text.size());
    around.environment.emplace_back(text.substr(0, sign),
                                    text.substr(std::min(sign + 1, text.size())));
  }
  std::sort(around.environment.begin(), around.environment.end());
  around.umask = ::umask(0);  // there is no other way to ask
  ::umask(around.umask);
  around.git = find_git(root);
  return around;
}

/// Whoever says nothing, or anything else, says no.
bool ask(const std::string& text) {
  if (!write_all(STDOUT_FILENO, text, "stdout").ok()) return false;
  std::string answer;
  for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';) answer += c;
  return answer == "y" || answer == "Y" || answer == "yes";
}

/// A folder of the disk whose reading is counted.
class CountedFolder final : public Folder {
 public:
  CountedFolder(const std::string& root, Progress& progress) : folder_(root), progress_(progress) {}
  Listing list() const override {
    Listing out = folder_.list();
    progress_.begin("files read", out.paths.size());
    return out;
  }
  Result<FileBytes> read(const std::string& path, std::string memory) const override {
    auto out = folder_.read(path, std::move(memory));
    progress_.add_one();
    return out;
  }

 private:
  DiskFolder folder_;
  Progress& progress_;
};

World this_world(int argc, char** argv, Progress& progress) {
  World world;
  world.arguments.assign(argv + (argc > 0 ? 1 : 0), argv + argc);
  world.environment = [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
  world.open_folder = [&progress](const std::string& start) -> Result<OpenedFolder> {
    auto root = find_root(start);
    if (!root.ok()) return root.failure();
    return OpenedFolder{std::make_unique<CountedFolder>(root.value(), progress), root.value()};
  };
  world.below_root = path_below;
  world.today = local_today();
  world.look_around = look_around;
  world.names_in = names_in_folder;
  world.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  if (world.out_is_terminal && ::isatty(STDIN_FILENO) == 1) world.ask = ask;
  winsize size{};
  if (world.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    world.terminal_width = size.ws_col;
  }
  return world;
}

/// Whether every byte of `text` arrived; says so on stderr where it did not.
bool put(int descriptor, std::string_view text, std::string_view name) {
  if (text.empty()) return true;
  auto written = write_all(descriptor, text, name);
  if (written.ok() && written.value() == Written::all) written = close_checked(descriptor, name);
  if (written.ok()) return true;
  const std::string message = "brm: " + written.failure().message + "\n";
  (void)write_all(STDERR_FILENO, message, "stderr").ok();
  return false;
}

void say(const Failure& failure, Console& console) {
  console.err += "brm: " + failure.message + "\n";
  if (!failure.help.empty()) console.err += "help: " + failure.help + "\n";
}

/// Records belong together; answers do not, and each that can be had is.
bool is_record(const OutputFile& file) {
  return file.how == Writing::create || file.how == Writing::update;
}

/// Whether all records are there now.
bool put_records(Console& console, Progress& progress) {
  std::vector<OneOfMany> files;
  for (const OutputFile& file : console.files) {
    if (!is_record(file)) continue;
    files.push_back({file.path, file.bytes, std::nullopt});
    if (file.how == Writing::update) files.back().was = file.was;
  }
  progress.begin("files written", files.size());
  const WrittenTogether written =
      write_together(files, [&](std::size_t count) { progress.reach(count); });
  if (!written.failure) return true;
  say(*written.failure, console);
  console.err += account_of(files, written);
  return false;
}

/// Whether all files are there now; says so of each that is not.
bool put_files(Console& console, Progress& progress) {
  bool are_there = put_records(console, progress);
  for (const OutputFile& file : console.files) {
    if (is_record(file)) continue;
    const auto written = file.how == Writing::append ? append_to_file(file.path, file.bytes)
                                                     : replace_file(file.path, file.bytes);
    if (written.ok()) continue;
    say(written.failure(), console);
    are_there = false;
  }
  return are_there;
}

/// Whether somebody waits there, at a terminal whose lines can be written over.
bool is_watched(const std::vector<std::string>& arguments) {
  const char* terminal = std::getenv("TERM");
  const bool is_quiet =
      std::any_of(arguments.begin(), arguments.end(),
                  [](const std::string& each) { return each == "-q" || each == "--quiet"; });
  return !is_quiet && terminal != nullptr && std::string_view(terminal) != "dumb" &&
         ::isatty(STDERR_FILENO) == 1;
}

int run_and_put(int argc, char** argv) {
  Console console;
  Progress progress;
  World world = this_world(argc, argv, progress);
  std::optional<Watch> watch;
  if (is_watched(world.arguments)) watch.emplace(STDERR_FILENO, progress);
  if (watch && world.ask) {
    world.ask = [&watch](const std::string& text) {
      watch->stop();  // whoever is asked has the line to themselves
      return ask(text);
    };
  }
  const ExitStatus status = run(world, console);
  const bool are_files_whole = put_files(console, progress);
  watch.reset();
  if (are_files_whole) console.out += console.done;
  const bool is_out_whole = put(STDOUT_FILENO, console.out, "stdout");
  const bool is_err_whole = put(STDERR_FILENO, console.err, "stderr");
  const bool is_whole = are_files_whole && is_out_whole && is_err_whole;
  return static_cast<int>(is_whole ? status : ExitStatus::could_not_run);
}

/// Nothing can be undone without memory: libraries ask for some even while an exception passes
/// through them, and cannot do without. Nothing is half done either, as files are written in one
/// step, and whoever is about to has asked for an exception.
[[noreturn]] void end_without_memory() {
  put_last_words(no_memory);
  std::_Exit(static_cast<int>(ExitStatus::could_not_run));
}

}  // namespace

int main(int argc, char** argv) {
  std::set_new_handler(end_without_memory);
  // A reader who goes early is no fault; a file-size limit is one that write() reports.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run_and_put(argc, argv);
  } catch (const std::bad_alloc&) {
    put_last_words(no_memory);
  } catch (const std::exception& error) {
    const std::string message = std::string("brm: internal error: ") + error.what() +
                                "\nhelp: this is a fault of brm; please report it\n";
    (void)write_all(STDERR_FILENO, message, "stderr").ok();
  }
  return static_cast<int>(ExitStatus::could_not_run);
}
