// SHA-256's compression by the processor's own instructions, where it has them.
#pragma once
#include <stddef.h>
#include <stdint.h>

// 1 when `shim_sha256_blocks` may be called on this machine.
int shim_sha256_available(void);
// Carries the state over `blocks` blocks of 64 bytes.
void shim_sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks);
