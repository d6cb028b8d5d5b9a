// What Swift cannot say: libpng behind setjmp, file calls that survive a crash, SHA-256 instructions.
#pragma once
#include "DurableFiles.h"
#include "MemoryReuse.h"
#include "PNGBridge.h"
#include "SHA256Lanes.h"
