#pragma once
#include <flite/flite.h>

// Declared in no header: each voice is a library with one way in.
cst_voice *register_cmu_us_slt(const char *voxdir);
cst_voice *register_cmu_us_rms(const char *voxdir);
cst_voice *register_cmu_us_awb(const char *voxdir);
