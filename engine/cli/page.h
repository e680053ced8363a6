/* A result as a page (HTML), made by a stylesheet. */
#ifndef OCA_CLI_PAGE_H
#define OCA_CLI_PAGE_H

#include "output.h"
#include "verbs.h"

/* Makes the page of the result XML, the `n` bytes at `xml`, by the stylesheet of --template, or by the one that ships
 * for its `kind`, and writes it where `output` says. */
oca_status oca_page_write(oca_run *run, const oca_arguments *arguments, const oca_output *output, const char *kind,
                          const char *xml, size_t n) __attribute__((warn_unused_result));

#endif
