/* Runs a fuzz target over files and folders, without a fuzzer: what once was a finding is tried at every check.
 *
 *     replay FILE-OR-FOLDER… */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static int tried;

static int try_file(const char *path) {
    FILE *file = fopen(path, "rb");
    struct stat found;
    if (!file || fstat(fileno(file), &found) != 0) {
        perror(path);
        return 1;
    }
    size_t size = (size_t)found.st_size;
    uint8_t *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, file) != size) {
        perror(path);
        return 1;
    }
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, size); /* a finding ends the program */
    free(bytes);
    tried++;
    return 0;
}

static int try_path(const char *path) {
    DIR *folder = opendir(path);
    if (!folder)
        return try_file(path);
    int wrong = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char below[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        wrong += try_path(below);
    }
    closedir(folder);
    return wrong;
}

int main(int argc, char **argv) {
    int wrong = 0;
    for (int i = 1; i < argc; i++)
        wrong += try_path(argv[i]);
    printf("%d passed, %d failed\n", tried, wrong);
    return wrong != 0;
}
