#include "rollup.h"

/* A weighted mean while it is summed, with the smallest value beside it. */
typedef struct {
    double numerator, denominator, smallest;
} mean;

static void add(mean *m, double weight, oca_number x) {
    if (!x.given || weight == 0)
        return;
    if (m->denominator == 0 || x.value < m->smallest)
        m->smallest = x.value;
    m->numerator += weight * x.value;
    m->denominator += weight;
}

/* Direct children of weight above 0 that have a value, each by its own weight. */
static mean over_children(const oca_frame *frame, size_t node, const oca_number *items, const oca_number *nodes) {
    const oca_frame_node *at = &frame->nodes[node];
    mean m = {0};
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (frame->items[i].area == node)
            add(&m, frame->items[i].weight, items[i]);
    for (size_t n = node + 1; n < at->end; n = frame->nodes[n].end)
        add(&m, frame->nodes[n].weight, nodes[n]);
    return m;
}

/* All items that take part and have a value, by item weight alone. */
static mean over_items(const oca_frame *frame, size_t node, const oca_number *items) {
    const oca_frame_node *at = &frame->nodes[node];
    mean m = {0};
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (oca_takes_part(frame, i, node))
            add(&m, frame->items[i].weight, items[i]);
    return m;
}

oca_rolled oca_roll_up(const oca_frame *frame, size_t node, const oca_number *items, const oca_number *nodes) {
    oca_rollup rollup = frame->nodes[node].rollup;
    mean m = rollup == OCA_ROLLUP_POOLED ? over_items(frame, node, items) : over_children(frame, node, items, nodes);
    if (rollup == OCA_ROLLUP_MINIMUM && m.denominator > 0)
        return (oca_rolled){m.smallest, 1};
    return (oca_rolled){m.numerator, m.denominator};
}

void oca_roll_up_all(const oca_frame *frame, const oca_number *items, oca_number *nodes) {
    for (size_t n = frame->n_nodes; n-- > 0;) { /* a node's areas have greater numbers than itself */
        oca_rolled rolled = oca_roll_up(frame, n, items, nodes);
        nodes[n] = rolled.denominator > 0 ? oca_given(rolled.numerator / rolled.denominator) : (oca_number){0};
    }
}
