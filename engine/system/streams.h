/* The C library's streams of the whole process, libraries included, watched: a write that fails is not forgotten. */
#ifndef OCA_SYSTEM_STREAMS_H
#define OCA_SYSTEM_STREAMS_H

#include <stdbool.h>

/* True if what was written to some stream was lost before it was rewound. */
bool oca_streams_failed(void);

#endif
