/* Reads one filled-in workbook many times, typed values taken in, and prints the least time of one reading in ms. */
#include "../../../engine/reading/returned.h"
#include "../../../engine/system/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static bool read_once(const char *path, const char *bytes, size_t n) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_returned copy = {.document = {NULL, NULL}};
    bool read = oca_returned_parse(&copy, &mem, path, bytes, n, oca_all_formats, &faults) == OCA_OK &&
                oca_document_edited(&mem, copy.document, &copy.edits, &faults).root;
    oca_arena_free(&mem);
    return read;
}

int main(int argc, char **argv) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    const char *bytes;
    size_t n;
    int times = argc == 3 ? atoi(argv[2]) : 0;
    double least = 0;
    if (times < 1 || oca_file_read(&bytes, &n, &mem, argv[1], OCA_XML_MOST_BYTES, &faults) != OCA_OK) {
        fputs("usage: in_process BOOK.xlsx TIMES\n", stderr);
        return 2;
    }
    for (int i = 0; i < times; i++) {
        double start = now();
        if (!read_once(argv[1], bytes, n)) {
            fputs("the workbook cannot be read\n", stderr);
            return 1;
        }
        double took = now() - start;
        least = i == 0 || took < least ? took : least;
    }
    printf("%.4f\n", least);
    oca_arena_free(&mem);
    return 0;
}
