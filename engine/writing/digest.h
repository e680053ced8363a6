/* The fingerprint of a rubric or tailoring: what was compared with what. */
#ifndef OCA_WRITING_DIGEST_H
#define OCA_WRITING_DIGEST_H

#include "../base/arena.h"
#include "../base/fault.h"

/* The digest of the rubric or tailoring in the `n` bytes at `bytes`, which oca_xml_read has accepted: 64 lower-case hex
 * digits in `mem` (formats document, "The digest"). Re-indenting, a comment or a language more do not change it.
 * OCA_SYSTEM, with *out untouched, if memory fails; OCA_FAULTY if XML's canonical form does not exist. */
oca_status oca_document_digest(const char **out, oca_arena *mem, const char *bytes, size_t n)
    __attribute__((warn_unused_result));

/* SHA-256 of any bytes, in the same form. */
const char *oca_sha256(oca_arena *mem, const char *bytes, size_t n);

#endif
