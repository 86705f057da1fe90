/* Preloaded into brm: makes the Nth call of one kind fail, counted from the start of main().

   FAIL_CALL   open, read, write, close, fsync, rename, stat, readdir or malloc
   FAIL_AT     which one, from 1 on; 0: none, only count
   FAIL_EVER   not empty: that one and all after it
   FAIL_ERROR  number of the error
   FAIL_TELL   descriptor to say it on: one line for each call that failed, and the count at the end */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static volatile int armed;
static long counted;
static long at;
static int ever;
static int error_number;
static int tell = -1;
static char call[16];

static long raw(long number, long a, long b, long c) {
  return syscall(number, a, b, c);
}

static void say(const char *name, long detail) {
  char line[64];
  int length = snprintf(line, sizeof line, "%s %ld\n", name, detail);
  if (tell >= 0) raw(SYS_write, tell, (long)line, length);
}

/* Whether this call is one that has to fail. */
static int fails(const char *name, long detail) {
  if (!armed || strcmp(name, call) != 0) return 0;
  const long now = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
  if (at == 0 || now < at || (now > at && !ever)) return 0;
  if (now == at) {
    const int before = armed;
    armed = 0; /* snprintf() may ask for memory */
    say(name, detail);
    armed = before;
  }
  errno = error_number;
  return 1;
}

#define REAL(name) ((__typeof__(&name))next(#name))
static void *next(const char *name) {
  const int before = armed;
  armed = 0;
  void *found = dlsym(RTLD_NEXT, name);
  armed = before;
  return found;
}

void *malloc(size_t size) { return fails("malloc", (long)size) ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) {
  return fails("malloc", (long)size) ? NULL : __libc_calloc(count, size);
}
void *realloc(void *old, size_t size) {
  return fails("malloc", (long)size) ? NULL : __libc_realloc(old, size);
}
void *aligned_alloc(size_t alignment, size_t size) {
  return fails("malloc", (long)size) ? NULL : __libc_memalign(alignment, size);
}

static mode_t mode_in(int flags, va_list more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}
#define OPENS(name)                                        \
  int name(const char *path, int flags, ...) {             \
    va_list more;                                          \
    va_start(more, flags);                                 \
    const mode_t mode = mode_in(flags, more);              \
    va_end(more);                                          \
    return fails("open", 0) ? -1 : REAL(name)(path, flags, mode); \
  }
OPENS(open)
OPENS(open64)
#define OPENS_AT(name)                                     \
  int name(int folder, const char *path, int flags, ...) { \
    va_list more;                                          \
    va_start(more, flags);                                 \
    const mode_t mode = mode_in(flags, more);              \
    va_end(more);                                          \
    return fails("open", 0) ? -1 : REAL(name)(folder, path, flags, mode); \
  }
OPENS_AT(openat)
OPENS_AT(openat64)

/* brm opens records with openat2, for which the C library has no function. */
long syscall(long number, ...) {
  va_list more;
  va_start(more, number);
  const long a = va_arg(more, long), b = va_arg(more, long), c = va_arg(more, long),
             d = va_arg(more, long), e = va_arg(more, long), f = va_arg(more, long);
  va_end(more);
  if (number == SYS_openat2 && fails("open", 0)) return -1;
  static long (*real)(long, ...);
  if (real == NULL) real = (long (*)(long, ...))next("syscall");
  return real(number, a, b, c, d, e, f);
}

ssize_t read(int file, void *to, size_t size) {
  return fails("read", file) ? -1 : REAL(read)(file, to, size);
}
ssize_t write(int file, const void *from, size_t size) {
  return fails("write", file) ? -1 : REAL(write)(file, from, size);
}
/* Closed all the same, as Linux does. */
int close(int file) {
  const int bad = fails("close", file);
  const int done = REAL(close)(file);
  if (bad) errno = error_number;
  return bad ? -1 : done;
}
int fsync(int file) { return fails("fsync", file) ? -1 : REAL(fsync)(file); }
int rename(const char *from, const char *to) {
  return fails("rename", 0) ? -1 : REAL(rename)(from, to);
}
int renameat(int a, const char *from, int b, const char *to) {
  return fails("rename", 0) ? -1 : REAL(renameat)(a, from, b, to);
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
  return fails("rename", 0) ? -1 : REAL(renameat2)(a, from, b, to, flags);
}
int stat(const char *path, struct stat *out) {
  return fails("stat", 0) ? -1 : REAL(stat)(path, out);
}
int lstat(const char *path, struct stat *out) {
  return fails("stat", 0) ? -1 : REAL(lstat)(path, out);
}
int fstat(int file, struct stat *out) { return fails("stat", file) ? -1 : REAL(fstat)(file, out); }
int fstatat(int folder, const char *path, struct stat *out, int flags) {
  return fails("stat", 0) ? -1 : REAL(fstatat)(folder, path, out, flags);
}
struct dirent *readdir(DIR *folder) {
  return fails("readdir", 0) ? NULL : REAL(readdir)(folder);
}

static long number_of(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text == NULL || *text == '\0' ? otherwise : atol(text);
}

static int (*real_main)(int, char **, char **);
static int armed_main(int count, char **arguments, char **environment) {
  at = number_of("FAIL_AT", 0);
  ever = number_of("FAIL_EVER", 0) != 0;
  error_number = (int)number_of("FAIL_ERROR", EIO);
  tell = (int)number_of("FAIL_TELL", -1);
  const char *name = getenv("FAIL_CALL");
  snprintf(call, sizeof call, "%s", name == NULL ? "" : name);
  armed = 1;
  const int status = real_main(count, arguments, environment);
  armed = 0;
  say("counted", counted);
  return status;
}

int __libc_start_main(int (*main)(int, char **, char **), int count, char **arguments,
                      void (*init)(void), void (*fini)(void), void (*rtld_fini)(void), void *end) {
  int (*start)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void),
               void (*)(void), void *) = next("__libc_start_main");
  real_main = main;
  return start(armed_main, count, arguments, init, fini, rtld_fini, end);
}
