#pragma once

// Keeps freed pictures for the next ones. A sample allocates and frees tens of megabytes of maps; the C library by
// default hands such blocks back to the system and asks again, and clearing the new pages costs more than filling
// them. Elsewhere than on glibc this does nothing.
void shim_reuse_memory(void);
