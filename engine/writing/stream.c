/* The writer of all XML: libxml2's xmlTextWriter, with its failures kept. */
#include "stream.h"

#include "../base/text.h"

#include <libxml/xmlwriter.h>
#include <string.h>

struct oca_stream {
    oca_arena *mem;
    xmlBufferPtr buffer;
    xmlTextWriterPtr xml; /* NULL if there was no memory for it */
    bool failed;          /* memory; everything after is void */
};

static const xmlChar *xml(const char *s) {
    return (const xmlChar *)s;
}

static void check(oca_stream *stream, int result) {
    stream->failed |= result < 0;
}

/* The length of the character at `s` if it is UTF-8 and XML can hold it, else 0. */
static size_t character(const unsigned char *s) {
    if (s[0] < 0x80)
        return s[0] >= ' ' || oca_is_space((char)s[0]);
    size_t n = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    unsigned long code = s[0] & (0xFFU >> (n + 1));
    static const unsigned long least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (s[0] < 0xC2 || s[0] > 0xF4)
        return 0;
    for (size_t i = 1; i < n; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (s[i] & 0x3F);
    }
    bool surrogate = code >= 0xD800 && code <= 0xDFFF, none = code == 0xFFFE || code == 0xFFFF || code > 0x10FFFF;
    return code < least[n] || surrogate || none ? 0 : n;
}

/* `s`, with U+FFFD for what XML cannot hold: a workbook's cell may hold it. */
static const char *writable(oca_arena *mem, const char *s) {
    size_t i = 0, n;
    while (s[i] && (n = character((const unsigned char *)s + i)) > 0)
        i += n;
    if (!s[i])
        return s;
    oca_buffer text = {.mem = mem};
    for (i = 0; s[i]; i += n ? n : oca_is_no_character(s + i) ? OCA_NO_CHARACTER_BYTES : 1) {
        n = character((const unsigned char *)s + i);
        oca_buffer_add(&text, n ? s + i : "\xEF\xBF\xBD", n ? n : 3);
    }
    return text.at;
}

oca_stream *oca_stream_open(oca_arena *mem, const char *root, const char *namespace_uri) {
    oca_stream *stream = oca_alloc(mem, sizeof *stream);
    *stream = (oca_stream){.mem = mem, .buffer = xmlBufferCreate()};
    stream->xml = stream->buffer ? xmlNewTextWriterMemory(stream->buffer, 0) : NULL;
    stream->failed = !stream->xml;
    if (stream->failed)
        return stream;
    check(stream, xmlTextWriterSetIndent(stream->xml, 1));
    check(stream, xmlTextWriterSetIndentString(stream->xml, xml("  ")));
    check(stream, xmlTextWriterStartDocument(stream->xml, NULL, "UTF-8", NULL));
    oca_stream_begin(stream, root);
    oca_stream_attribute(stream, "xmlns", namespace_uri);
    return stream;
}

void oca_stream_begin(oca_stream *stream, const char *name) {
    if (!stream->failed)
        check(stream, xmlTextWriterStartElement(stream->xml, xml(name)));
}

void oca_stream_end(oca_stream *stream) {
    if (!stream->failed)
        check(stream, xmlTextWriterEndElement(stream->xml));
}

void oca_stream_attribute(oca_stream *stream, const char *name, const char *text) {
    if (text && !stream->failed)
        check(stream, xmlTextWriterWriteAttribute(stream->xml, xml(name), xml(writable(stream->mem, text))));
}

void oca_stream_count(oca_stream *stream, const char *name, size_t n) {
    oca_stream_attribute(stream, name, oca_format_text(stream->mem, "%zu", n));
}

void oca_stream_number(oca_stream *stream, const char *name, oca_number value) {
    if (value.given)
        oca_stream_attribute(stream, name, oca_number_text(stream->mem, value.value));
}

void oca_stream_day(oca_stream *stream, const char *name, oca_date day) {
    if (day.given)
        oca_stream_attribute(stream, name, oca_day_text(stream->mem, day.day));
}

void oca_stream_figure(oca_stream *stream, const char *name, oca_number value, int decimals, const char *why) {
    const char *shown = value.given ? oca_number_shown(stream->mem, value.value, decimals) : "–";
    oca_stream_number(stream, name, value);
    oca_stream_attribute(stream, oca_format_text(stream->mem, "%s-shown", name), shown);
    if (!value.given && why && *why)
        oca_stream_attribute(stream, oca_format_text(stream->mem, "%s-why", name), why);
}

void oca_stream_text(oca_stream *stream, const char *text) {
    if (text && *text && !stream->failed)
        check(stream, xmlTextWriterWriteString(stream->xml, xml(writable(stream->mem, text))));
}

void oca_stream_element(oca_stream *stream, const char *name, const char *text) {
    if (!text || !*text)
        return;
    oca_stream_begin(stream, name);
    oca_stream_text(stream, text);
    oca_stream_end(stream);
}

void oca_stream_flow(oca_stream *stream, bool on) {
    if (stream->failed)
        return;
    if (!on) /* the end tag has left it out */
        check(stream, xmlTextWriterWriteRaw(stream->xml, xml("\n")));
    check(stream, xmlTextWriterSetIndent(stream->xml, !on));
}

oca_status oca_stream_close(const char **out, size_t *n, oca_stream *stream) {
    if (!stream->failed)
        check(stream, xmlTextWriterEndDocument(stream->xml));
    if (!stream->failed)
        check(stream, xmlTextWriterFlush(stream->xml));
    xmlFreeTextWriter(stream->xml);
    if (!stream->failed) {
        *n = (size_t)xmlBufferLength(stream->buffer);
        *out = oca_copy(stream->mem, (const char *)xmlBufferContent(stream->buffer), *n);
    }
    xmlBufferFree(stream->buffer);
    return stream->failed ? OCA_SYSTEM : OCA_OK;
}
