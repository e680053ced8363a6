/* Runs a fuzz target over files and folders, without a fuzzer: what once was a finding is tried at every check.
 *
 *     replay FILE-OR-FOLDER… */
#include "fuzz.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int tried;
static const char *volatile at; /* the file being tried */

/* Says which input it was, and dies as it would have. */
static void tell_finding(int number) {
    signal(number, SIG_DFL);
    if (write(STDERR_FILENO, at, strlen(at)) > 0 && write(STDERR_FILENO, ": a finding\n", 12) > 0)
        raise(number);
}

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
    at = path;
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

static const int deadly[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGFPE, SIGBUS};

int main(int argc, char **argv) {
    int wrong = 0;
    for (size_t i = 0; i < OCA_COUNT(deadly); i++)
        signal(deadly[i], tell_finding);
    for (int i = 1; i < argc; i++)
        wrong += try_path(argv[i]);
    printf("%d passed, %d failed\n", tried, wrong);
    return wrong != 0;
}
