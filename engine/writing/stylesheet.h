/* XSLT: a result becomes a page. */
#ifndef OCA_WRITING_STYLESHEET_H
#define OCA_WRITING_STYLESHEET_H

#include "../base/arena.h"
#include "../base/fault.h"

/* Applies the stylesheet at `path` to the XML in the `n_xml` bytes at `xml`: `*n` bytes at `*out`, in `mem`.
 *
 * It may import stylesheets of its own folder, and by "oca:NAME" those of the folder `shipped` (NULL: none), so that a
 * programme changes what it wants and takes the rest from here. It reads no other file, writes none, and reaches no
 * network. What is wrong with it is OCA_FAULTY, with a fault that names `path`; OCA_SYSTEM if one of them cannot be
 * read.
 *
 * libxslt does not survive running out of memory: to be called in a process of its own (engine/system/child.h). */
oca_status oca_stylesheet_apply(const char **out, size_t *n, oca_arena *mem, const char *path, const char *shipped,
                                const char *xml, size_t n_xml, oca_faults *faults) __attribute__((warn_unused_result));

#endif
