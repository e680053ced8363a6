/* The record that travels in a workbook's hidden sheet `_oca`: the documents that it was made from (formats document,
 * "Workbooks").
 *
 * A document's bytes are deflated, because a cell holds little, and put in base64, because programs that save a
 * workbook rewrite line ends, escapes and long cells. Their SHA-256 tells whether they came back whole. Pure: rows of
 * cells in and out; the sheet itself is written in reports/xlsx and read in engine/reading. */
#ifndef OCA_WRITING_RECORD_H
#define OCA_WRITING_RECORD_H

#include "../base/fault.h"

enum {
    OCA_RECORD_CELL = 30000,        /* characters of base64 in one cell, at most; Excel's limit is 32,767 */
    OCA_RECORD_DOCUMENT = 64 << 20, /* bytes of one document, at most */
    OCA_RECORD_MOST = 64,           /* documents in one record, at most */
};

/* A document to embed or brought back: what it is ("plan", "assessment") and its XML. */
typedef struct {
    const char *name;
    const char *bytes; /* of a document that was brought back: followed by a NUL */
    size_t n;
} oca_record_document;

typedef OCA_LIST(oca_record_document) oca_record_documents;

/* One row of the sheet: one part of one document. What tells of the whole stands on each of its rows, so that rows
 * may come back in any order. */
typedef struct {
    const char *name;
    size_t length;      /* bytes of the whole document */
    const char *sha256; /* of the whole document: 64 hex digits, lower case */
    size_t part, parts; /* part from 1 */
    const char *data;   /* base64 */
} oca_record_row;

typedef OCA_LIST(oca_record_row) oca_record_rows;

/* Appends the document's rows. False, with nothing added, if it is larger than OCA_RECORD_DOCUMENT or zlib found no
 * memory. */
bool oca_record_encode(oca_record_rows *out, oca_arena *mem, const oca_record_document *document)
    __attribute__((warn_unused_result));

/* Joins the rows, inflates each document and holds it against its length and SHA-256. Documents come in the order of
 * their first row. Hostile rows are expected: never more than OCA_RECORD_DOCUMENT bytes come out of one document.
 * Faults name `file`. */
oca_status oca_record_decode(oca_record_documents *out, oca_arena *mem, const oca_record_rows *rows, const char *file,
                             oca_faults *faults) __attribute__((warn_unused_result));

#endif
