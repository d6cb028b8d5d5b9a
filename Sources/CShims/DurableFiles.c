#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "DurableFiles.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int close_now(int fd) {
  // Linux closes the descriptor even when interrupted: never call twice.
  return close(fd) == 0 || errno == EINTR ? 0 : -errno;
}

static int sync_now(int fd) {
  int r;
  do r = fsync(fd);
  while (r != 0 && errno == EINTR);
  return r == 0 ? 0 : -errno;
}

int shim_write_new_file(const char *path, const uint8_t *bytes, size_t count, int sync) {
  int fd;
  do fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  while (fd < 0 && errno == EINTR);
  if (fd < 0) return -errno;
  int code = 0;
  while (count > 0 && code == 0) {
    // Linux writes at most 2 GiB at once; a short write is followed by the rest.
    ssize_t n = write(fd, bytes, count < (1u << 30) ? count : (1u << 30));
    if (n > 0) bytes += n, count -= (size_t)n;
    else if (n == 0) code = -EIO;
    else if (errno != EINTR) code = -errno;
  }
  if (code == 0 && sync) code = sync_now(fd);
  int closed = close_now(fd);
  return code != 0 ? code : closed;
}

int shim_make_directory(const char *path) { return mkdir(path, 0777) == 0 ? 0 : -errno; }

static int sync_path(const char *path, int whole) {
  int fd;
  do fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (fd < 0 && errno == EINTR);
  if (fd < 0) return -errno;
#ifdef __linux__
  int code = whole ? (syncfs(fd) == 0 ? 0 : -errno) : sync_now(fd);
#else
  int code = whole ? (sync(), 0) : sync_now(fd);
#endif
  // Some network file systems cannot flush directories; they order metadata themselves.
  if (code == -EINVAL || code == -ENOTSUP) code = 0;
  int closed = close_now(fd);
  return code != 0 ? code : closed;
}

int shim_sync_directory(const char *path) { return sync_path(path, 0); }
int shim_sync_filesystem(const char *path) { return sync_path(path, 1); }

int shim_rename_new(const char *from, const char *to) {
#if defined(__linux__) && defined(RENAME_NOREPLACE)
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) return -errno;
#elif defined(__APPLE__)
  if (renamex_np(from, to, RENAME_EXCL) == 0) return 0;
  if (errno != ENOTSUP) return -errno;
#endif
  // Without the flag: an existing non-empty directory still refuses to be replaced; a file is looked for first
  // (the dataset's lock keeps other writers out meanwhile).
  struct stat s;
  if (lstat(to, &s) == 0) return -EEXIST;
  if (errno != ENOENT) return -errno;
  return rename(from, to) == 0 ? 0 : -errno;
}

int shim_rename_over(const char *from, const char *to) { return rename(from, to) == 0 ? 0 : -errno; }
int shim_remove_file(const char *path) { return unlink(path) == 0 ? 0 : -errno; }
int shim_remove_directory(const char *path) { return rmdir(path) == 0 ? 0 : -errno; }
int shim_hard_link(const char *from, const char *to) { return link(from, to) == 0 ? 0 : -errno; }

int shim_lock_file(const char *path) {
  for (;;) {
    int fd;
    do fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) return -errno;
    int r;
    do r = flock(fd, LOCK_EX | LOCK_NB);
    while (r != 0 && errno == EINTR);
    if (r != 0) {
      int code = errno == EWOULDBLOCK ? SHIM_LOCKED : -errno;
      close_now(fd);
      return code;
    }
    // The file may have been removed between opening and locking: then the lock means nothing.
    struct stat held, named;
    if (fstat(fd, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino &&
        held.st_dev == named.st_dev)
      return fd;
    close_now(fd);
  }
}

int shim_close(int descriptor) { return close_now(descriptor); }

int64_t shim_file_size(const char *path) {
  struct stat s;
  if (lstat(path, &s) != 0) return -1 - (int64_t)errno;
  if (S_ISREG(s.st_mode)) return s.st_size;
  return -1 - (int64_t)(S_ISDIR(s.st_mode) ? EISDIR : S_ISLNK(s.st_mode) ? ELOOP : EINVAL);
}

int64_t shim_read_file(const char *path, uint8_t *bytes, size_t count) {
  int fd;
  do fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  while (fd < 0 && errno == EINTR);
  if (fd < 0) return -errno;
  size_t got = 0;
  int64_t code = 0;
  while (got < count) {
    ssize_t n = read(fd, bytes + got, count - got < (1u << 30) ? count - got : (1u << 30));
    if (n > 0) got += (size_t)n;
    else if (n == 0) break;
    else if (errno != EINTR) {
      code = -errno;
      break;
    }
  }
  close_now(fd);
  return code != 0 ? code : (int64_t)got;
}

int shim_is_directory(const char *path) {
  struct stat s;
  if (stat(path, &s) != 0) return -errno;
  return S_ISDIR(s.st_mode) ? 1 : 0;
}

void shim_error_text(int code, char *text, size_t count) {
#if defined(__GLIBC__)
  const char *t = strerror_r(code, text, count);
  if (t != text) snprintf(text, count, "%s", t);
#else
  if (strerror_r(code, text, count) != 0) snprintf(text, count, "error %d", code);
#endif
}
