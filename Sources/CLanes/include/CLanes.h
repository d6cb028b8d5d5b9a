// Vector operations that Swift's SIMD types compile to scalar calls (min, max, square root, float to
// integer, gather, lane masks). Clang imports ext_vector_type(8) as SIMD8; every function is inlined into
// the Swift loop that calls it. Contraction is off: the same bits with and without fused multiply-add.
#pragma once
#include <stdint.h>
#include <stdbool.h>

#pragma clang fp contract(off)

typedef float lanes8f __attribute__((ext_vector_type(8)));
typedef int32_t lanes8i __attribute__((ext_vector_type(8)));
typedef uint32_t lanes8u __attribute__((ext_vector_type(8)));
typedef double lanes8d __attribute__((ext_vector_type(8)));

#define LANES_INLINE static inline __attribute__((always_inline))

// b where a is not a number; clang turns these into single instructions.
LANES_INLINE lanes8f lanes_min(lanes8f a, lanes8f b) { return a < b ? a : b; }
LANES_INLINE lanes8f lanes_max(lanes8f a, lanes8f b) { return a > b ? a : b; }
// Comparisons as masks: all bits of a lane set where it holds.
LANES_INLINE lanes8i lanes_less(lanes8f a, lanes8f b) { return a < b; }
LANES_INLINE lanes8i lanes_less_i(lanes8i a, lanes8i b) { return a < b; }
LANES_INLINE lanes8i lanes_equal_i(lanes8i a, lanes8i b) { return a == b; }
// a where the mask is set, else b.
LANES_INLINE lanes8f lanes_select(lanes8i m, lanes8f a, lanes8f b) { return m ? a : b; }
LANES_INLINE lanes8i lanes_select_i(lanes8i m, lanes8i a, lanes8i b) { return m ? a : b; }
LANES_INLINE lanes8i lanes_min_i(lanes8i a, lanes8i b) { return __builtin_elementwise_min(a, b); }
LANES_INLINE lanes8i lanes_max_i(lanes8i a, lanes8i b) { return __builtin_elementwise_max(a, b); }
LANES_INLINE lanes8f lanes_sqrt(lanes8f a) { return __builtin_elementwise_sqrt(a); }
LANES_INLINE lanes8f lanes_abs(lanes8f a) { return __builtin_elementwise_abs(a); }
LANES_INLINE lanes8f lanes_floor(lanes8f a) { return __builtin_elementwise_floor(a); }
// Truncates toward zero; lanes outside the range of int32 are unspecified, so clamp first.
LANES_INLINE lanes8i lanes_to_i(lanes8f a) { return __builtin_convertvector(a, lanes8i); }
LANES_INLINE lanes8f lanes_to_f(lanes8i a) { return __builtin_convertvector(a, lanes8f); }

// One bit per lane whose sign bit is set: the mask of a comparison.
LANES_INLINE uint32_t lanes_mask(lanes8i a) {
#if defined(__AVX2__)
  typedef float m256 __attribute__((__vector_size__(32), __aligned__(32)));
  return (uint32_t)__builtin_ia32_movmskps256((m256)a);
#else
  uint32_t m = 0;
  for (int i = 0; i < 8; i++) m |= ((uint32_t)a[i] >> 31) << i;
  return m;
#endif
}

LANES_INLINE lanes8i lanes_less_equal(lanes8f a, lanes8f b) { return a <= b; }

// The same bits as another type.
LANES_INLINE lanes8i lanes_bits_f(lanes8f a) {
  lanes8i r;
  __builtin_memcpy(&r, &a, 32);
  return r;
}
LANES_INLINE lanes8i lanes_signed(lanes8u a) { return __builtin_convertvector(a, lanes8i); }
LANES_INLINE lanes8u lanes_unsigned(lanes8i a) { return __builtin_convertvector(a, lanes8u); }

// a where the mask is set, else b.
LANES_INLINE lanes8d lanes_select_d(lanes8i m, double a, double b) {
  typedef long long lanes8l __attribute__((ext_vector_type(8)));
  lanes8l wide = __builtin_convertvector(m, lanes8l);
  lanes8d x = a, y = b;
  return wide ? x : y;
}

// Comparison of doubles as a mask of 32-bit lanes (all ones where a < b).
LANES_INLINE lanes8i lanes_less_d(lanes8d a, lanes8d b) { return __builtin_convertvector(a < b, lanes8i); }
LANES_INLINE lanes8d lanes_abs_d(lanes8d a) { return __builtin_elementwise_abs(a); }
LANES_INLINE lanes8d lanes_min_d(lanes8d a, lanes8d b) { return __builtin_elementwise_min(a, b); }
LANES_INLINE lanes8d lanes_max_d(lanes8d a, lanes8d b) { return __builtin_elementwise_max(a, b); }
LANES_INLINE lanes8f lanes_d_to_f(lanes8d a) { return __builtin_convertvector(a, lanes8f); }
LANES_INLINE lanes8d lanes_f_to_d(lanes8f a) { return __builtin_convertvector(a, lanes8d); }

// Rounds to the nearest integer, ties to even; for |a| < 2^31. Adding 1.5 * 2^52 leaves the integer in the
// low bits of the significand.
LANES_INLINE lanes8i lanes_round_d(lanes8d a) {
  typedef long long lanes8l __attribute__((ext_vector_type(8)));
  lanes8d shifted = a + 6755399441055744.0;
  lanes8l bits;
  __builtin_memcpy(&bits, &shifted, sizeof bits);
  return __builtin_convertvector(bits, lanes8i);
}

// Lanes of a table by 32-bit index. The caller proves every index in range.
LANES_INLINE lanes8f lanes_gather_f(const float *table, lanes8i i) {
#if defined(__AVX2__)
  typedef int v8si __attribute__((__vector_size__(32)));
  typedef float v8sf __attribute__((__vector_size__(32)));
  v8sf zero = {0};
  v8si all = {-1, -1, -1, -1, -1, -1, -1, -1};
  return (lanes8f)__builtin_ia32_gatherd_ps256(zero, table, (v8si)i, (v8sf)all, 4);
#else
  lanes8f r;
  for (int k = 0; k < 8; k++) r[k] = table[i[k]];
  return r;
#endif
}
// The double at 4-byte word `i` of a table of floats.
LANES_INLINE lanes8d lanes_gather_d(const float *table, lanes8i i) {
  lanes8d r;
#if defined(__AVX2__)
  typedef int v4si __attribute__((__vector_size__(16)));
  typedef double v4df __attribute__((__vector_size__(32)));
  typedef long long v4di __attribute__((__vector_size__(32)));
  v4di ones = {-1, -1, -1, -1};
  v4df zero = {0};
  v4si low = __builtin_shufflevector(i, i, 0, 1, 2, 3), high = __builtin_shufflevector(i, i, 4, 5, 6, 7);
  v4df a = __builtin_ia32_gatherd_pd256(zero, (const double *)table, low, (v4df)ones, 4);
  v4df b = __builtin_ia32_gatherd_pd256(zero, (const double *)table, high, (v4df)ones, 4);
  __builtin_memcpy(&r, &a, 32);
  __builtin_memcpy((char *)&r + 32, &b, 32);
#else
  for (int k = 0; k < 8; k++) {
    double d;
    __builtin_memcpy(&d, table + i[k], sizeof d);
    r[k] = d;
  }
#endif
  return r;
}
LANES_INLINE lanes8u lanes_gather_u(const uint32_t *table, lanes8i i) {
#if defined(__AVX2__)
  typedef int v8si __attribute__((__vector_size__(32)));
  v8si zero = {0};
  v8si all = {-1, -1, -1, -1, -1, -1, -1, -1};
  return (lanes8u)__builtin_ia32_gatherd_d256(zero, (const int *)table, (v8si)i, all, 4);
#else
  lanes8u r;
  for (int k = 0; k < 8; k++) r[k] = table[i[k]];
  return r;
#endif
}

// Eight rows of a table, `columns` floats each (a multiple of 8), turned so that out[8 k + lane] is column k of that
// lane's row. Reading most of a row so costs a fraction of a gather a column.
LANES_INLINE void lanes_transpose(const float *table, lanes8i offsets, int columns, float *out) {
  for (int k = 0; k < columns; k += 8) {
    lanes8f r[8], s[8];
    for (int i = 0; i < 8; i++) __builtin_memcpy(&r[i], table + offsets[i] + k, 32);
    for (int i = 0; i < 8; i += 2) {
      s[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
      s[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
    for (int i = 0; i < 8; i += 4)
      for (int j = 0; j < 2; j++) {
        r[i + j] = __builtin_shufflevector(s[i + j], s[i + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
        r[i + j + 2] = __builtin_shufflevector(s[i + j], s[i + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
      }
    for (int i = 0; i < 4; i++) {
      s[i] = __builtin_shufflevector(r[i], r[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
      s[i + 4] = __builtin_shufflevector(r[i], r[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
    __builtin_memcpy(out + 8 * k, s, sizeof s);
  }
}
// Doubles from their low and high words.
LANES_INLINE lanes8d lanes_join_d(lanes8f low, lanes8f high) {
  typedef float floats16 __attribute__((ext_vector_type(16)));
  return (lanes8d)(floats16)__builtin_shufflevector(low, high, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
}

// Four 8-bit channels a lane, unpacked to 16 bits: low = channels 0 and 2, high = channels 1 and 3.
typedef uint16_t lanes_shorts __attribute__((ext_vector_type(16)));
LANES_INLINE lanes_shorts lanes_low(lanes8u a) {
  lanes_shorts r;
  a &= 0x00ff00ffu;
  __builtin_memcpy(&r, &a, 32);
  return r;
}
LANES_INLINE lanes_shorts lanes_high(lanes8u a) { return lanes_low(a >> 8); }
LANES_INLINE lanes_shorts lanes_fraction(lanes8u f) {
  lanes_shorts r;
  f |= f << 16;
  __builtin_memcpy(&r, &f, 32);
  return r;
}
LANES_INLINE lanes_shorts lanes_blend(lanes_shorts a, lanes_shorts b, lanes_shorts f) {
  return (a * (256 - f) + b * f + 128) >> 8;
}
LANES_INLINE lanes8u lanes_pack(lanes_shorts low, lanes_shorts high) {
  lanes8u a, b;
  __builtin_memcpy(&a, &low, 32);
  __builtin_memcpy(&b, &high, 32);
  return a | (b << 8);
}
// From a to b by f / 256 (f in 0...255), each channel rounded.
LANES_INLINE lanes8u lanes_mix(lanes8u a, lanes8u b, lanes8u f) {
  lanes_shorts w = lanes_fraction(f);
  return lanes_pack(
      lanes_blend(lanes_low(a), lanes_low(b), w), lanes_blend(lanes_high(a), lanes_high(b), w));
}
// Between four texels: a b above, c d below, by x / 256 and y / 256.
LANES_INLINE lanes8u lanes_bilinear(lanes8u a, lanes8u b, lanes8u c, lanes8u d, lanes8u x, lanes8u y) {
  lanes_shorts fx = lanes_fraction(x), fy = lanes_fraction(y);
  lanes_shorts low = lanes_blend(
      lanes_blend(lanes_low(a), lanes_low(b), fx), lanes_blend(lanes_low(c), lanes_low(d), fx), fy);
  lanes_shorts high = lanes_blend(
      lanes_blend(lanes_high(a), lanes_high(b), fx), lanes_blend(lanes_high(c), lanes_high(d), fx), fy);
  return lanes_pack(low, high);
}

// The same from a table: a = table[i], b = its right neighbour where beside is -1, else a again; c, d so from j. One
// load brings both of a row, which costs half as much as two gathers.
LANES_INLINE lanes8u lanes_row(lanes8u low, lanes8u high, lanes8i beside, lanes8u *second) {
  lanes8u a = __builtin_shufflevector(low, high, 0, 2, 4, 6, 8, 10, 12, 14);
  lanes8u b = __builtin_shufflevector(low, high, 1, 3, 5, 7, 9, 11, 13, 15);
  *second = a ^ ((a ^ b) & (lanes8u)beside);
  return a;
}
LANES_INLINE lanes8u lanes_bilinear_pairs(const uint32_t *table, lanes8i i, lanes8i j, lanes8i beside, lanes8u x, lanes8u y) {
  typedef uint64_t pairs4 __attribute__((ext_vector_type(4)));
  pairs4 rows[4];
  for (int k = 0; k < 4; k++) {
    uint64_t pair;
    __builtin_memcpy(&pair, table + i[k], sizeof pair);
    rows[0][k] = pair;
    __builtin_memcpy(&pair, table + i[k + 4], sizeof pair);
    rows[1][k] = pair;
    __builtin_memcpy(&pair, table + j[k], sizeof pair);
    rows[2][k] = pair;
    __builtin_memcpy(&pair, table + j[k + 4], sizeof pair);
    rows[3][k] = pair;
  }
  lanes8u b, d;
  lanes8u a = lanes_row((lanes8u)rows[0], (lanes8u)rows[1], beside, &b);
  lanes8u c = lanes_row((lanes8u)rows[2], (lanes8u)rows[3], beside, &d);
  return lanes_bilinear(a, b, c, d, x, y);
}

// Interleaved stores: x0 y0 z0 x1 y1 z1 ... and x0 y0 x1 y1 ...
LANES_INLINE void lanes_store3(float *p, lanes8f x, lanes8f y, lanes8f z) {
  lanes8f a = __builtin_shufflevector(x, y, 0, 8, -1, 1, 9, -1, 2, 10);
  lanes8f b = __builtin_shufflevector(x, y, -1, 3, 11, -1, 4, 12, -1, 5);
  lanes8f c = __builtin_shufflevector(x, y, 13, -1, 6, 14, -1, 7, 15, -1);
  a = __builtin_shufflevector(a, z, 0, 1, 8, 3, 4, 9, 6, 7);
  b = __builtin_shufflevector(b, z, 10, 1, 2, 11, 4, 5, 12, 7);
  c = __builtin_shufflevector(c, z, 0, 13, 2, 3, 14, 5, 6, 15);
  __builtin_memcpy(p, &a, 32);
  __builtin_memcpy(p + 8, &b, 32);
  __builtin_memcpy(p + 16, &c, 32);
}
LANES_INLINE void lanes_store2(float *p, lanes8f x, lanes8f y) {
  lanes8f a = __builtin_shufflevector(x, y, 0, 8, 1, 9, 2, 10, 3, 11);
  lanes8f b = __builtin_shufflevector(x, y, 4, 12, 5, 13, 6, 14, 7, 15);
  __builtin_memcpy(p, &a, 32);
  __builtin_memcpy(p + 8, &b, 32);
}
// The low three bytes of each lane, 24 bytes in all.
LANES_INLINE void lanes_store_rgb(uint8_t *p, lanes8u a) {
  typedef uint8_t bytes32 __attribute__((ext_vector_type(32)));
  typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
  typedef uint8_t bytes8 __attribute__((ext_vector_type(8)));
  bytes32 b;
  __builtin_memcpy(&b, &a, 32);
  bytes16 head = __builtin_shufflevector(b, b, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 16, 17, 18, 20);
  bytes8 tail = __builtin_shufflevector(b, b, 21, 22, 24, 25, 26, 28, 29, 30);
  __builtin_memcpy(p, &head, 16);
  __builtin_memcpy(p + 16, &tail, 8);
}
LANES_INLINE void lanes_store_u16(uint16_t *p, lanes8u a) {
  typedef uint16_t shorts8 __attribute__((ext_vector_type(8)));
  shorts8 s = __builtin_convertvector(a, shorts8);
  __builtin_memcpy(p, &s, 16);
}

// Asks for the memory at an address, which need not be valid, before it is read.
LANES_INLINE void lanes_prefetch(const void *p) { __builtin_prefetch(p); }
