#include "history/memory.h"

#include <git2.h>
#include <git2/sys/alloc.h>

#include <cstdlib>
#include <cstring>
#include <new>

namespace brm {
namespace {

template <class Ask>
auto insist(const Ask& ask) {
  for (;;) {
    const auto memory = ask();
    const std::new_handler handler = memory == nullptr ? std::get_new_handler() : nullptr;
    if (handler == nullptr) return memory;
    handler();
  }
}

char* copied(const char* text, std::size_t size) {
  char* out = static_cast<char*>(insist([&] { return std::malloc(size + 1); }));
  if (out == nullptr) return nullptr;
  std::memcpy(out, text, size);
  out[size] = '\0';
  return out;
}

/// libgit2 1.7 asks for less in its own words than 1.5 does.
template <class Allocator>
Allocator insisting() {
  using Place = const char*;
  Allocator out{};
  out.gmalloc = [](std::size_t size, Place, int) {
    return insist([&] { return std::malloc(size); });
  };
  out.grealloc = [](void* old, std::size_t size, Place, int) {
    return insist([&] { return std::realloc(old, size); });
  };
  out.gfree = std::free;
  if constexpr (requires { out.gcalloc; }) {
    out.gcalloc = [](std::size_t count, std::size_t size, Place, int) {
      return insist([&] { return std::calloc(count, size); });
    };
    out.gmallocarray = [](std::size_t count, std::size_t size, Place, int) {
      return insist([&] { return ::reallocarray(nullptr, count, size); });
    };
    out.greallocarray = [](void* old, std::size_t count, std::size_t size, Place, int) {
      return insist([&] { return ::reallocarray(old, count, size); });
    };
    out.gstrdup = [](const char* text, Place, int) { return copied(text, std::strlen(text)); };
    out.gstrndup = [](const char* text, std::size_t most, Place, int) {
      return copied(text, ::strnlen(text, most));
    };
    out.gsubstrdup = [](const char* text, std::size_t size, Place, int) {
      return copied(text, size);
    };
  }
  return out;
}

}  // namespace

void insist_on_memory() {
  auto allocator = insisting<git_allocator>();  // which is copied
  git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator);
}

}  // namespace brm
