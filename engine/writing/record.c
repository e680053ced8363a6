#include "record.h"

#include "../base/text.h"
#include "digest.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Base64 by hand (RFC 4648): zlib and libmd have none, libxml2's is shut up in its text writer, and a library for
 * forty lines would be one more thing to install. */
static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static char *to_base64(oca_arena *mem, const unsigned char *bytes, size_t n) {
    char *text = oca_alloc(mem, (n + 2) / 3 * 4 + 1), *end = text;
    for (size_t i = 0; i < n; i += 3) {
        size_t left = n - i;
        uint32_t three = (uint32_t)bytes[i] << 16 | (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                         (left > 2 ? (uint32_t)bytes[i + 2] : 0);
        *end++ = alphabet[three >> 18];
        *end++ = alphabet[three >> 12 & 63];
        *end++ = left > 1 ? alphabet[three >> 6 & 63] : '=';
        *end++ = left > 2 ? alphabet[three & 63] : '=';
    }
    return text;
}

/* 0–63, or -1 for what is no digit of base64. */
static int digit_of(char c) {
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Writes what the `n` characters at `text` say and counts it in *written; `out` has room for 3 bytes of every 4.
 * Padding only at the end, and no bits in it: one text for one content. */
static bool from_base64(unsigned char *out, size_t *written, const char *text, size_t n) {
    size_t digits = n;
    while (digits && n - digits < 2 && text[digits - 1] == '=')
        digits--;
    if (n % 4 || digits % 4 == 1)
        return false;
    uint32_t bits = 0;
    unsigned held = 0;
    for (size_t i = 0; i < digits; i++) {
        int digit = digit_of(text[i]);
        if (digit < 0)
            return false;
        bits = bits << 6 | (uint32_t)digit;
        held += 6;
        if (held >= 8) {
            held -= 8;
            out[(*written)++] = (unsigned char)(bits >> held);
        }
    }
    return (bits & ((1u << held) - 1)) == 0;
}

/* A zlib stream (RFC 1950); NULL if zlib finds no memory. */
static unsigned char *deflated(oca_arena *mem, const oca_record_document *document, size_t *n) {
    uLongf room = compressBound((uLong)document->n);
    unsigned char *out = oca_alloc(mem, room);
    if (compress2(out, &room, (const unsigned char *)document->bytes, (uLong)document->n, Z_BEST_COMPRESSION) != Z_OK)
        return NULL;
    *n = room;
    return out;
}

bool oca_record_encode(oca_record_rows *out, oca_arena *mem, const oca_record_document *document) {
    if (document->n > OCA_RECORD_DOCUMENT)
        return false;
    size_t n;
    const unsigned char *bytes = deflated(mem, document, &n);
    if (!bytes)
        return false;
    const char *text = to_base64(mem, bytes, n), *sha256 = oca_sha256(mem, document->bytes, document->n);
    size_t length = strlen(text), parts = (length + OCA_RECORD_CELL - 1) / OCA_RECORD_CELL;
    for (size_t part = 0; part < parts; part++) {
        size_t from = part * OCA_RECORD_CELL, left = length - from;
        oca_record_row *row = OCA_ADD(mem, out);
        *row = (oca_record_row){.name = document->name,
                                .length = document->n,
                                .sha256 = sha256,
                                .part = part + 1,
                                .parts = parts,
                                .data = oca_copy(mem, text + from, left < OCA_RECORD_CELL ? left : OCA_RECORD_CELL)};
    }
    return true;
}

/* Inflates exactly `length` bytes: not one more is ever written, whatever the stream holds. The stream ends with
 * them, and nothing follows it. */
static const char *inflated(oca_arena *mem, const unsigned char *stream, size_t n, size_t length) {
    enum {
        MOST_RATIO = 1032
    }; /* deflate's own limit: 258 bytes from 2 bits. Beyond it the length is a lie, and
        * memory is not taken for it */
    if (length > n * (size_t)MOST_RATIO)
        return NULL;
    unsigned char *out = oca_alloc(mem, length + 1);
    uLongf written = (uLongf)length;
    uLong taken = (uLong)n;
    int result = uncompress2(out, &written, stream, &taken);
    return result == Z_OK && written == length && taken == n ? (const char *)out : NULL;
}

/* The rows of one document, by part. NULL, with the fault reported, unless each part is there once and all agree on
 * the whole. */
static const oca_record_row **parts_of(oca_arena *mem, const oca_record_rows *rows, const oca_record_row *first,
                                       const char *file, oca_faults *faults) {
    if (first->parts == 0 || first->parts > rows->n) {
        oca_report(faults, OCA_FAULT, file, 0, "the record of the %s is not whole", first->name);
        return NULL;
    }
    const oca_record_row **parts = oca_alloc(mem, first->parts * sizeof *parts);
    size_t found = 0;
    for (size_t i = 0; i < rows->n; i++) {
        const oca_record_row *row = &rows->at[i];
        if (!oca_equal(row->name, first->name))
            continue;
        bool fits = row->part >= 1 && row->part <= first->parts && !parts[row->part - 1] &&
                    row->parts == first->parts && row->length == first->length && oca_equal(row->sha256, first->sha256);
        if (!fits) {
            oca_report(faults, OCA_FAULT, file, 0, "the record of the %s contradicts itself at part %zu", first->name,
                       row->part);
            return NULL;
        }
        parts[row->part - 1] = row;
        found++;
    }
    if (found == first->parts)
        return parts;
    oca_report(faults, OCA_FAULT, file, 0, "the record of the %s is not whole: %zu of %zu parts", first->name, found,
               first->parts);
    return NULL;
}

/* The document's bytes, with a NUL behind them; NULL with the fault reported. */
static const char *decoded(oca_arena *mem, const oca_record_rows *rows, const oca_record_row *first, const char *file,
                           oca_faults *faults) {
    const oca_record_row **parts = parts_of(mem, rows, first, file, faults);
    if (!parts)
        return NULL;
    size_t room = 0, n = 0;
    for (size_t i = 0; i < first->parts; i++)
        room += strlen(parts[i]->data) / 4 * 3;
    unsigned char *stream = oca_alloc(mem, room + 1);
    for (size_t i = 0; i < first->parts; i++)
        if (!from_base64(stream, &n, parts[i]->data, strlen(parts[i]->data))) {
            oca_report(faults, OCA_FAULT, file, 0, "the record of the %s cannot be read at part %zu", first->name,
                       i + 1);
            return NULL;
        }
    const char *bytes = inflated(mem, stream, n, first->length);
    if (bytes && oca_equal(oca_sha256(mem, bytes, first->length), first->sha256))
        return bytes;
    oca_report(faults, OCA_FAULT, file, 0, "the record of the %s was changed: its checksum does not fit", first->name);
    return NULL;
}

oca_status oca_record_decode(oca_record_documents *out, oca_arena *mem, const oca_record_rows *rows, const char *file,
                             oca_faults *faults) {
    size_t before = faults->faulty;
    oca_strings seen = {0};
    for (size_t i = 0; i < rows->n; i++) {
        const oca_record_row *first = &rows->at[i];
        if (oca_holds(&seen, first->name))
            continue;
        *(const char **)OCA_ADD(mem, &seen) = first->name;
        if (seen.n > OCA_RECORD_MOST) {
            oca_report(faults, OCA_FAULT, file, 0, "the record holds more than %d documents", OCA_RECORD_MOST);
            break;
        }
        if (first->length > OCA_RECORD_DOCUMENT) {
            oca_report(faults, OCA_FAULT, file, 0, "the record of the %s is larger than 64 MiB", first->name);
            continue;
        }
        const char *bytes = decoded(mem, rows, first, file, faults);
        if (bytes)
            *(oca_record_document *)OCA_ADD(mem, out) = (oca_record_document){first->name, bytes, first->length};
    }
    return faults->faulty == before ? OCA_OK : OCA_FAULTY;
}
