#include "PNGBridge.h"
#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct shim_png_reader {
  png_structp png;
  png_infop info;
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  char message[SHIM_PNG_MESSAGE];
  jmp_buf escape;
};

static void on_error(png_structp png, png_const_charp text) {
  shim_png_reader *r = png_get_error_ptr(png);
  snprintf(r->message, SHIM_PNG_MESSAGE, "%s", text ? text : "unknown error");
  longjmp(r->escape, 1);
}

static void on_warning(png_structp png, png_const_charp text) { (void)png, (void)text; }

static void on_read(png_structp png, png_bytep out, size_t wanted) {
  shim_png_reader *r = png_get_io_ptr(png);
  if (wanted > r->count - r->offset) png_error(png, "the file ends too early");
  memcpy(out, r->bytes + r->offset, wanted);
  r->offset += wanted;
}

shim_png_reader *shim_png_open(const uint8_t *bytes, size_t count, uint32_t maximum_side, int flags,
                               shim_png_info *info, char message[SHIM_PNG_MESSAGE]) {
  shim_png_reader *r = calloc(1, sizeof *r);
  if (!r) {
    snprintf(message, SHIM_PNG_MESSAGE, "out of memory");
    return NULL;
  }
  r->bytes = bytes;
  r->count = count;
  if (setjmp(r->escape)) {
    memcpy(message, r->message, SHIM_PNG_MESSAGE);
    shim_png_close(r);
    return NULL;
  }
  r->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, r, on_error, on_warning);
  if (r->png) r->info = png_create_info_struct(r->png);
  if (!r->info) {
    snprintf(message, SHIM_PNG_MESSAGE, "out of memory");
    shim_png_close(r);
    return NULL;
  }
  png_set_user_limits(r->png, maximum_side, maximum_side);
  png_set_chunk_cache_max(r->png, 128);
  png_set_chunk_malloc_max(r->png, 8 << 20);
  png_set_read_fn(r->png, r, on_read);
  png_read_info(r->png, r->info);

  int type = png_get_color_type(r->png, r->info);
  int depth = png_get_bit_depth(r->png, r->info);
  info->width = png_get_image_width(r->png, r->info);
  info->height = png_get_image_height(r->png, r->info);
  info->file_bit_depth = (uint32_t)depth;
  info->file_color_type = (uint32_t)type;
  if (type == PNG_COLOR_TYPE_PALETTE && (flags & SHIM_PNG_KEEP_INDICES)) {
    png_set_packing(r->png);
  } else {
    if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(r->png);
    if (type == PNG_COLOR_TYPE_GRAY && depth < 8) png_set_expand_gray_1_2_4_to_8(r->png);
    if (png_get_valid(r->png, r->info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(r->png);
    if (depth == 16) {
      if (flags & SHIM_PNG_TO_8) png_set_scale_16(r->png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
      else png_set_swap(r->png);
#endif
    }
  }
  png_set_interlace_handling(r->png);
  png_read_update_info(r->png, r->info);
  info->channels = png_get_channels(r->png, r->info);
  info->bit_depth = png_get_bit_depth(r->png, r->info);
  info->row_bytes = png_get_rowbytes(r->png, r->info);
  return r;
}

int shim_png_read(shim_png_reader *r, uint8_t *pixels, char message[SHIM_PNG_MESSAGE]) {
  if (setjmp(r->escape)) {
    memcpy(message, r->message, SHIM_PNG_MESSAGE);
    return -1;
  }
  size_t stride = png_get_rowbytes(r->png, r->info);
  uint32_t height = png_get_image_height(r->png, r->info);
  int passes = png_get_interlace_type(r->png, r->info) == PNG_INTERLACE_ADAM7 ? 7 : 1;
  for (int pass = 0; pass < passes; pass++)
    for (uint32_t y = 0; y < height; y++) png_read_row(r->png, pixels + (size_t)y * stride, NULL);
  png_read_end(r->png, NULL);
  return 0;
}

void shim_png_close(shim_png_reader *r) {
  if (!r) return;
  if (r->png) png_destroy_read_struct(&r->png, r->info ? &r->info : NULL, NULL);
  free(r);
}

typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
  jmp_buf escape;
} sink;

static void on_write_error(png_structp png, png_const_charp text) {
  (void)text;
  longjmp(((sink *)png_get_error_ptr(png))->escape, 1);
}

static void on_write(png_structp png, png_bytep data, size_t n) {
  sink *s = png_get_io_ptr(png);
  if (s->count + n > s->capacity) {
    size_t capacity = (s->count + n) * 2;
    uint8_t *grown = realloc(s->bytes, capacity);
    if (!grown) png_error(png, "out of memory");
    s->bytes = grown;
    s->capacity = capacity;
  }
  memcpy(s->bytes + s->count, data, n);
  s->count += n;
}

static void on_flush(png_structp png) { (void)png; }

uint8_t *shim_png_write(const shim_png_layout *l, const uint8_t *rows, size_t row_bytes, size_t *count) {
  sink *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  png_structp volatile png = NULL;
  png_infop volatile info = NULL;
  uint8_t *volatile result = NULL;
  if (!setjmp(s->escape)) {
    png = png_create_write_struct(PNG_LIBPNG_VER_STRING, s, on_write_error, on_warning);
    if (png) info = png_create_info_struct(png);
    if (!info) longjmp(s->escape, 1);
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_write_fn(png, s, on_write, on_flush);
    png_set_compression_level(png, l->level);
    if (l->filters) png_set_filter(png, 0, l->filters);
    png_set_IHDR(png, info, l->width, l->height, l->bit_depth, l->color_type,
                 l->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE,
                 PNG_FILTER_TYPE_BASE);
    if (l->palette_count > 0) {
      png_color colors[256];
      int n = l->palette_count < 256 ? l->palette_count : 256;
      for (int i = 0; i < n; i++)
        colors[i] = (png_color){l->palette[3 * i], l->palette[3 * i + 1], l->palette[3 * i + 2]};
      png_set_PLTE(png, info, colors, n);
    }
    if (l->transparency_count > 0)
      png_set_tRNS(png, info, (png_bytep)l->transparency, l->transparency_count, NULL);
    png_write_info(png, info);
    int passes = png_set_interlace_handling(png);
    for (int pass = 0; pass < passes; pass++)
      for (uint32_t y = 0; y < l->height; y++) png_write_row(png, (png_bytep)(rows + (size_t)y * row_bytes));
    png_write_end(png, info);
    result = s->bytes;
    *count = s->count;
  }
  if (png) png_destroy_write_struct((png_structp *)&png, info ? (png_infop *)&info : NULL);
  if (!result) free(s->bytes);
  free(s);
  return result;
}

void shim_png_free(uint8_t *file) { free(file); }
