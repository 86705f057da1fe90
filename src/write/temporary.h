// What a file is before it is in its place: a temporary one beside it, whole and safe on the disk.
#pragma once

#include <sys/stat.h>

#include <csignal>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "write/output.h"

namespace brm {

Failure cannot_write(const std::string& path, std::string_view why, std::string help = "");
/// For what has just gone wrong.
Failure cannot_write_now(const std::string& path);

/// Closed when it goes out of sight, unless somebody closed it to see that it went well.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();
  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  int released();

 private:
  int number_;
};

/// The folder and the name in it; the folder is held open, so that nobody moves it meanwhile.
struct Target {
  std::string path;
  std::string folder;
  std::string name;
};
Target target_of(const std::string& path);

/// A folder, held open; a number below 0 where it could not be opened.
int open_folder(const std::string& folder);

/// What is there now, if anything; a failure when it is nothing to write over.
Result<std::optional<struct stat>> look_at(const Target& target, int folder);

/// Where memory is refused, std::bad_alloc is thrown, whatever else was to happen: what is on its
/// way is undone.
class RefusalsThrown {
 public:
  RefusalsThrown() = default;
  RefusalsThrown(const RefusalsThrown&) = delete;
  RefusalsThrown& operator=(const RefusalsThrown&) = delete;
  ~RefusalsThrown() { std::set_new_handler(before_); }

 private:
  std::new_handler before_ = std::set_new_handler(nullptr);
};

/// Ctrl-C and the like wait for files to be whole or gone: what they end leaves nothing behind.
class SignalsHeld {
 public:
  SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld();
  /// Whether one came meanwhile.
  bool is_any_waiting() const;

 private:
  sigset_t held_{};
  sigset_t before_{};
};

/// A file of its own beside the target, removed again unless it took the target's place. Whoever
/// makes one holds RefusalsThrown and SignalsHeld for as long as it is there.
class Temporary {
 public:
  /// `number` tells those of one run apart.
  explicit Temporary(int folder, mode_t mode = 0666, std::size_t number = 0);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary();

  /// All bytes, safe on the disk, with the owner and mode of the old file.
  Result<Written> fill(const Target& target, const std::optional<struct stat>& old,
                       std::string_view bytes);
  bool take_place_of(const std::string& name);
  /// Fails with EEXIST where something has the name.
  bool take_name(const std::string& name);

 private:
  int folder_;
  std::string name_;
  std::optional<Descriptor> descriptor_;
  bool is_in_place_ = false;
};

/// Some file systems have nothing to wait for, and say so.
bool is_on_disk(int descriptor);

}  // namespace brm
