/* The parts of a workbook's reading; for engine/reading/workbook*.c only. */
#ifndef OCA_READING_WORKBOOK_PARTS_H
#define OCA_READING_WORKBOOK_PARTS_H

#include "workbook.h"
#include "workbook_xml.h"

/* Bounds that no workbook which people fill in comes near. */
enum {
    OCA_MOST_SHEETS = 1000,
    OCA_MOST_CELLS = 1000000,   /* that hold something, in all sheets together */
    OCA_MOST_ROWS = 1000000,    /* of one sheet, empty ones included */
    OCA_MOST_STRINGS = 500000,  /* shared by the cells */
    OCA_LONGEST_TEXT = 131068,  /* bytes: the 32,767 characters that Excel allows, each as long as any may be */
    OCA_MOST_FORMATS = 70000,   /* of cells; Excel allows 65,490 */
    OCA_MOST_MERGED = 100000,   /* of one sheet */
    OCA_MOST_RELATIONS = 10000, /* of one part */
    OCA_LAST_ROW = 1048575,
    OCA_LAST_COLUMN = 16383,
};

/* What a number format makes of a number. */
typedef enum { OCA_SHOWN_PLAIN, OCA_SHOWN_AS_DAY, OCA_SHOWN_AS_PERCENT } oca_shown_as;

/* What cells refer to. */
typedef struct {
    oca_strings shared;          /* texts, by number */
    const oca_shown_as *formats; /* by cell format: what its number format shows */
    size_t n_formats;
    bool date1904;
    size_t cells; /* read so far, in all sheets */
} oca_cell_context;

/* A text that comes in pieces; what is longer than OCA_LONGEST_TEXT is a fault. */
void oca_text_piece(oca_zip *zip, oca_buffer *text, const char *s, size_t n);

/* The text with its `_xHHHH_` decoded: they stand for a UTF-16 unit, two of them for a character beyond. */
const char *oca_text_decoded(oca_arena *mem, const char *s, size_t n);

bool oca_shared_strings_read(oca_strings *out, oca_arena *mem, oca_zip *zip, const char *part)
    __attribute__((warn_unused_result));

/* Sets formats and n_formats. */
bool oca_cell_formats_read(oca_cell_context *context, oca_arena *mem, oca_zip *zip, const char *part)
    __attribute__((warn_unused_result));

/* What a number format's code shows: a day, if it has days or years, or months without hours and seconds. */
oca_shown_as oca_format_shows(const char *code);

/* Fills cells and merged; `scratch` is for what is not kept. */
bool oca_cells_read(oca_worksheet *sheet, oca_arena *mem, oca_arena *scratch, oca_zip *zip, const char *part,
                    oca_cell_context *context) __attribute__((warn_unused_result));

/* Compares two cells by row, then column; for qsort. */
int oca_cell_order(const void *left, const void *right);

/* "AB12", absolute or not, as row and column from 0; the end of what was read, or NULL if it is no cell. */
const char *oca_cell_parse(const char *s, int *row, int *column);

/* A part that another one names. */
typedef struct {
    const char *id, *type; /* the last word of its type: "worksheet" */
    const char *target;    /* name of the member; NULL if it lies outside the workbook */
} oca_relation;

typedef OCA_LIST(oca_relation) oca_relations;

/* The relationships of a part, "" being the whole package; none if it has none. */
bool oca_relations_read(oca_relations *out, oca_arena *mem, oca_zip *zip, const char *part)
    __attribute__((warn_unused_result));

/* The first of that type, or of that id; NULL if there is none. */
const oca_relation *oca_relation_of_type(const oca_relations *relations, const char *type);
const oca_relation *oca_relation_of_id(const oca_relations *relations, const char *id);

#endif
