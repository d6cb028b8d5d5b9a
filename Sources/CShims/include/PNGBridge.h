// libpng reports errors by longjmp, which must never cross a Swift frame: every call below catches it and
// returns a code and a message instead.
#pragma once
#include <stddef.h>
#include <stdint.h>

#define SHIM_PNG_MESSAGE 160

typedef struct {
  uint32_t width;
  uint32_t height;
  // Of the pixels that `shim_png_read` delivers, after transformations.
  uint32_t channels;
  uint32_t bit_depth;
  size_t row_bytes;
  // As stored in the file.
  uint32_t file_bit_depth;
  uint32_t file_color_type;
} shim_png_info;

typedef struct shim_png_reader shim_png_reader;

enum {
  SHIM_PNG_TO_8 = 1,             // scale 16-bit samples to 8
  SHIM_PNG_KEEP_INDICES = 2,     // deliver palette indices, one byte a pixel, instead of colours
};

// Opens a PNG in memory and reads its header. Returns NULL and fills `message` on failure. The bytes must
// outlive the reader. 16-bit samples are delivered in the machine's own byte order.
shim_png_reader *shim_png_open(const uint8_t *bytes, size_t count, uint32_t maximum_side, int flags,
                               shim_png_info *info, char message[SHIM_PNG_MESSAGE]);
// Reads all pixels into `pixels` (height × row_bytes, zeroed by the caller) and the rest of the file.
// Returns 0, or −1 with `message`.
int shim_png_read(shim_png_reader *reader, uint8_t *pixels, char message[SHIM_PNG_MESSAGE]);
void shim_png_close(shim_png_reader *reader);

// A PNG through libpng: the yardstick of tests and benchmarks, and the maker of rare kinds for reader tests.
typedef struct {
  uint32_t width;
  uint32_t height;
  int bit_depth;
  int color_type;
  int interlaced;
  int level;              // zlib level, −1 for the default
  int filters;            // PNG_FILTER_… mask, 0 for libpng's default
  const uint8_t *palette; // RGB triples
  int palette_count;
  const uint8_t *transparency; // palette alphas
  int transparency_count;
} shim_png_layout;

// Packed rows as PNG stores them (16-bit samples big-endian). Returns a malloc'ed file, or NULL.
uint8_t *shim_png_write(const shim_png_layout *layout, const uint8_t *rows, size_t row_bytes, size_t *count);
void shim_png_free(uint8_t *file);
