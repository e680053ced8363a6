/* The parts of a comparison, for the files of this folder only. */
#ifndef OCA_COMPARING_PARTS_H
#define OCA_COMPARING_PARTS_H

#include "comparing.h"

/* Fills in `items`, which has room for every item of the reassessment, and lists each item where it belongs. */
void oca_compare_items(oca_arena *mem, oca_comparison *out, oca_item_change *items);

/* Fills in `nodes` from the items. */
void oca_compare_nodes(oca_arena *mem, oca_comparison *out);

/* Fills in `reasons` from all else. */
void oca_compare_find_reasons(oca_arena *mem, oca_comparison *out);

#endif
