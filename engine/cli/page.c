#include "page.h"

#include "../base/text.h"
#include "../base/words.h"
#include "../system/program.h"
#include "../writing/stylesheet.h"

#include <string.h>

typedef struct {
    const char *stylesheet, *shipped, *xml;
    size_t n;
} page;

static oca_status make(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    const page *p = payload;
    const char *bytes;
    size_t n;
    oca_status status = oca_stylesheet_apply(&bytes, &n, mem, p->stylesheet, p->shipped, p->xml, p->n, faults);
    return status == OCA_OK ? oca_file_replace(path, NULL, bytes, n, faults) : status;
}

oca_status oca_page_write(oca_run *run, const oca_arguments *arguments, const oca_output *output, const char *kind,
                          const char *xml, size_t n) {
    const char *shipped = oca_shipped_folder(run->mem, "templates"), *own = arguments->template_file;
    page p = {.stylesheet = own ? own : oca_format_text(run->mem, "%s/%s.xsl", shipped ? shipped : ".", kind),
              .shipped = shipped,
              .xml = xml,
              .n = n};
    if (!oca_file_exists(p.stylesheet)) {
        oca_report(&run->faults, OCA_FAILURE, p.stylesheet, 0, "there is no such stylesheet");
        return OCA_SYSTEM;
    }
    const char *shown = own ? own : output->path ? output->path : oca_message("the page");
    return oca_output_made(output, shown, run->mem, make, &p, NULL, &run->faults);
}
