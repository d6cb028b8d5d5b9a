// File calls whose effect survives a crash. All return 0 (or a descriptor) on success and −errno on failure,
// and go on after EINTR.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Creates a new file (an existing one is EEXIST) with these bytes; flushes it to the device if `sync`.
int shim_write_new_file(const char *path, const uint8_t *bytes, size_t count, int sync);
int shim_make_directory(const char *path);
int shim_sync_directory(const char *path);
// Flushes the whole file system that holds `path`.
int shim_sync_filesystem(const char *path);
// Moves `from` to `to`; −EEXIST when `to` exists (never replaced).
int shim_rename_new(const char *from, const char *to);
// Moves `from` over `to`, atomically.
int shim_rename_over(const char *from, const char *to);
int shim_remove_file(const char *path);
int shim_remove_directory(const char *path);
// A new name for the same file; −EEXIST, −EXDEV, −EPERM or −EMLINK where that cannot be.
int shim_hard_link(const char *from, const char *to);
#define SHIM_LOCKED (-1000000)
// Opens (creating) and locks a file for this process alone: its descriptor, or SHIM_LOCKED when another holds
// it. The lock ends with the descriptor, so also with the process.
int shim_lock_file(const char *path);
int shim_close(int descriptor);
// Size of a regular file, −1 − errno on failure, symbolic links refused (ELOOP).
int64_t shim_file_size(const char *path);
// Reads `count` bytes of a regular file; fewer only when the file is shorter. Returns the count or −errno.
int64_t shim_read_file(const char *path, uint8_t *bytes, size_t count);
// 1 a directory, 0 something else, −errno.
int shim_is_directory(const char *path);
// The text of an errno, copied.
void shim_error_text(int code, char *text, size_t count);
