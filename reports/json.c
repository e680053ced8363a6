#include "json.h"

#include <math.h>

json_t *oca_json_number(double value) {
    const double exact = 9007199254740992.0; /* 2^53: every whole number up to it is itself as a double */
    if (fabs(value) <= exact && value == floor(value))
        return json_integer((json_int_t)value);
    return json_real(value); /* NULL for NaN and infinity, which JSON does not have: a failure, never a lost key */
}

json_t *oca_json_maybe(oca_number value) {
    return value.given ? oca_json_number(value.value) : json_null();
}

json_t *oca_json_text(const char *text) {
    return text ? json_string(text) : json_null();
}

json_t *oca_json_day(oca_arena *mem, oca_date date) {
    return date.given ? json_string(oca_day_text(mem, date.day)) : json_null();
}

json_t *oca_json_strings(oca_json *json, const oca_strings *strings) {
    json_t *array = json_array();
    for (size_t i = 0; i < strings->n; i++)
        oca_json_append(json, array, json_string(strings->at[i]));
    return array;
}

void oca_json_set(oca_json *json, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, value) != 0)
        json->failed = true;
}

void oca_json_append(oca_json *json, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        json->failed = true;
}

static int add(const char *s, size_t n, void *payload) {
    oca_buffer_add(payload, s, n);
    return 0;
}

oca_status oca_json_write(const char **out, size_t *n, oca_arena *mem, const oca_json *json, json_t *root) {
    oca_buffer text = {.mem = mem};
    bool failed =
        json->failed || !root || json_dump_callback(root, add, &text, JSON_REAL_PRECISION(17) | JSON_INDENT(2)) != 0;
    json_decref(root);
    if (failed)
        return OCA_SYSTEM;
    oca_buffer_add(&text, "\n", 1);
    *out = text.at;
    *n = text.n;
    return OCA_OK;
}
