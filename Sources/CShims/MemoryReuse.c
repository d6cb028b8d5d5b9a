#include <stdlib.h>
#include "MemoryReuse.h"

#ifdef __GLIBC__
#include <malloc.h>

void shim_reuse_memory(void) {
  // The greatest threshold that glibc takes; larger blocks are mapped as before.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
}
#else
void shim_reuse_memory(void) {}
#endif
