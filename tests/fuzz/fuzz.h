/* What the fuzz targets share. A target is one LLVMFuzzerTestOneInput; what must hold is asserted by trap(), so that a
 * broken promise is a finding like a crash. */
#ifndef OCA_TESTS_FUZZ_H
#define OCA_TESTS_FUZZ_H

#include "../../engine/base/fault.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the run as a finding unless `holds`. */
#define MUST(holds)                                                                                                    \
    do {                                                                                                               \
        if (!(holds))                                                                                                  \
            __builtin_trap();                                                                                          \
    } while (0)

/* A status says what the faults say, and every fault has a message for people. */
static inline void must_fit(oca_status status, const oca_faults *faults) {
    MUST(status != OCA_OK || (faults->faulty == 0 && !faults->failed));
    MUST(status == OCA_OK || faults->all.n > 0);
    for (size_t i = 0; i < faults->all.n; i++)
        MUST(faults->all.at[i].message && *faults->all.at[i].message);
}

#endif
