/* Text with commas, semicolons or tabs between. Quoting and line ends are libcsv's business; separator, encoding,
 * bounds and where a row stands are ours. */
#include "../base/text.h"
#include "../base/words.h"
#include "export_parts.h"

#include <csv.h>
#include <libxml/xmlstring.h>
#include <string.h>

enum { PIECE = 4096, BLOCK = 4096 }; /* bytes given to libcsv at a time, and by which its buffer grows */

typedef struct {
    oca_export *out;
    oca_arena *mem;
    oca_faults *faults;
    int line;     /* of what libcsv is given */
    int row_line; /* where the row began */
    bool in_row;  /* it has begun */
    bool has_headings;
    oca_export_row *row;
    size_t column, cells;
    bool stopped; /* a fault that ends the reading was told */
} reader;

static void stop(reader *r, int line, const char *message) {
    if (!r->stopped)
        oca_report(r->faults, OCA_FAULT, r->out->file, line, "%s", oca_message(message));
    r->stopped = true;
}

static void keep(reader *r, const char *text, size_t n) {
    if (!r->has_headings) {
        *(const char **)OCA_ADD(r->mem, &r->out->headings) = oca_copy(r->mem, text, n);
        return;
    }
    if (!r->row)
        r->row = oca_export_add_row(r->out, r->mem, (oca_where){.line = r->row_line});
    if (r->column < r->out->headings.n)
        r->row->cells[r->column] = n ? oca_copy(r->mem, text, n) : "";
    else if (n)
        stop(r, r->row_line, N_("this row has more fields than there are headings"));
}

static void on_field(void *bytes, size_t n, void *payload) {
    reader *r = payload;
    const char *text = bytes ? bytes : "";
    if (r->stopped)
        return;
    if (n > OCA_EXPORT_FIELD)
        stop(r, r->row_line, N_("a field is longer than 100,000 bytes; is a quotation mark missing?"));
    else if (++r->cells > OCA_EXPORT_CELLS)
        stop(r, r->line, N_("there are more than 2,000,000 fields"));
    else if (r->column >= OCA_EXPORT_COLUMNS)
        stop(r, r->line, N_("there are more than 5,000 columns"));
    else if (!xmlCheckUTF8((const unsigned char *)text))
        stop(r, r->line, N_("this is not UTF-8: export it again, or save it from Excel as \"CSV UTF-8\""));
    else
        keep(r, text, n);
    r->column++;
}

static void on_row(int end, void *payload) {
    reader *r = payload;
    (void)end;
    if (!r->has_headings)
        r->out->heading_where = (oca_where){.line = r->row_line};
    r->has_headings = true;
    r->row = NULL;
    r->column = 0;
    r->in_row = false;
}

/* The separator that the row of headings has most of outside quotation marks. */
static char separator_of(const char *bytes, size_t n) {
    static const char known[] = ",;\t|";
    size_t counts[sizeof known - 1] = {0}, best = 0;
    bool quoted = false, begun = false;
    for (size_t i = 0; i < n && (quoted || !begun || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
        const char *is = bytes[i] ? strchr(known, bytes[i]) : NULL;
        begun = begun || !oca_is_space(bytes[i]);
        if (bytes[i] == '"')
            quoted = !quoted;
        else if (is && !quoted)
            counts[is - known]++;
    }
    for (size_t i = 1; i < sizeof known - 1; i++)
        if (counts[i] > counts[best])
            best = i;
    return known[best];
}

/* What libcsv says is wrong, of the line that it was given. */
static void fail(reader *r, struct csv_parser *parser) {
    if (csv_error(parser) == CSV_EPARSE)
        stop(r, r->line,
             N_("a quotation mark stands where none may: a field is quoted as a whole, marks inside are doubled"));
    else if (!r->stopped) {
        oca_report(r->faults, OCA_FAILURE, r->out->file, r->line, "out of memory");
        r->stopped = true;
    }
}

/* True if nothing but line ends stands there: no row begins. */
static bool is_empty_line(const char *bytes, size_t n) {
    size_t i = 0;
    while (i < n && (bytes[i] == '\r' || bytes[i] == '\n'))
        i++;
    return i == n;
}

/* Line by line, so that faults can name one; long lines in pieces, so that a field's length is looked at in time. */
static void parse(reader *r, struct csv_parser *parser, const char *bytes, size_t n) {
    for (size_t at = 0, length; at < n && !r->stopped; at += length) {
        const char *feed = memchr(bytes + at, '\n', n - at < PIECE ? n - at : PIECE);
        length = feed ? (size_t)(feed - bytes) - at + 1 : n - at < PIECE ? n - at : PIECE;
        if (!r->in_row && !is_empty_line(bytes + at, length)) {
            r->in_row = true;
            r->row_line = r->line;
        }
        if (csv_parse(parser, bytes + at, length, on_field, on_row, r) != length)
            fail(r, parser);
        else if (csv_get_buffer_size(parser) > OCA_EXPORT_FIELD + 2 * BLOCK)
            stop(r, r->row_line, N_("a field is longer than 100,000 bytes; is a quotation mark missing?"));
        r->line += feed != NULL;
    }
    if (!r->stopped && csv_fini(parser, on_field, on_row, r) != 0) {
        r->line = r->row_line;
        if (csv_error(parser) == CSV_EPARSE)
            stop(r, r->row_line, N_("a quotation mark that begins a field here has no end"));
        else
            fail(r, parser);
    }
}

oca_status oca_export_read_csv(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                               oca_faults *faults) {
    oca_export made = {.file = file};
    reader r = {.out = &made, .mem = mem, .faults = faults, .line = 1};
    struct csv_parser parser;
    if (memchr(bytes, 0, n)) {
        stop(&r, 0, N_("this is neither a text nor a workbook: it holds zero bytes; export it as CSV or XLSX"));
        return OCA_FAULTY;
    }
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        bytes += 3, n -= 3;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
        oca_report(faults, OCA_FAILURE, file, 0, "out of memory");
        return OCA_SYSTEM;
    }
    csv_set_delim(&parser, (unsigned char)separator_of(bytes, n));
    csv_set_blk_size(&parser, BLOCK);
    parse(&r, &parser, bytes, n);
    csv_free(&parser);
    if (!r.stopped && !r.has_headings)
        stop(&r, 0, N_("the file is empty"));
    if (r.stopped)
        return oca_faults_status(faults);
    *out = made;
    return OCA_OK;
}
