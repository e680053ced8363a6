/* Is a finished workbook whole? */
#ifndef OCA_REPORTS_XLSX_VERIFY_H
#define OCA_REPORTS_XLSX_VERIFY_H

#include "../../engine/base/fault.h"

/* Opens the workbook at `path` again and reads every member to its end, so that its checksum is compared and its XML
 * found well-formed: a full disk may have cut it without a word from the library that wrote it. Faults name it
 * `shown`. */
oca_status oca_workbook_verify(const char *path, const char *shown, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
