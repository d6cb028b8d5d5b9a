#pragma once
#include <flite/flite.h>
#include <stdlib.h>

// Declared in no header: each voice is a library with one way in.
cst_voice *register_cmu_us_slt(const char *voxdir);
cst_voice *register_cmu_us_rms(const char *voxdir);
cst_voice *register_cmu_us_awb(const char *voxdir);

// Noise comes from C's own generator.
static inline void flite_seed_noise(unsigned int seed) { srand(seed); }
