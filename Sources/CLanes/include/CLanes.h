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

LANES_INLINE lanes8f lanes_min(lanes8f a, lanes8f b) { return __builtin_elementwise_min(a, b); }
LANES_INLINE lanes8f lanes_max(lanes8f a, lanes8f b) { return __builtin_elementwise_max(a, b); }
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

// Lanes of a table by 32-bit index. The caller proves every index in range.
LANES_INLINE lanes8f lanes_gather_f(const float *table, lanes8i i) {
  lanes8f r;
  for (int k = 0; k < 8; k++) r[k] = table[i[k]];
  return r;
}
LANES_INLINE lanes8u lanes_gather_u(const uint32_t *table, lanes8i i) {
#if defined(__AVX2__)
  typedef int v8si __attribute__((__vector_size__(32)));
  v8si all = {-1, -1, -1, -1, -1, -1, -1, -1};
  return (lanes8u)__builtin_ia32_gatherd_d256(all, (const int *)table, (v8si)i, all, 4);
#else
  lanes8u r;
  for (int k = 0; k < 8; k++) r[k] = table[i[k]];
  return r;
#endif
}
