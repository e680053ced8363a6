/* The limit: libxml2's SAX parser with handlers that do nothing, over the files named on standard input, one a line.
 * Each is read whole, then parsed from memory, as the program does. */
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                     const xmlChar **namespaces, int n, int n_defaulted, const xmlChar **attributes) {
    (void)context, (void)name, (void)prefix, (void)uri, (void)n_namespaces, (void)namespaces;
    (void)n, (void)n_defaulted, (void)attributes;
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)context, (void)name, (void)prefix, (void)uri;
}

static void on_characters(void *context, const xmlChar *characters, int n) {
    (void)context, (void)characters, (void)n;
}

static char *read_whole(const char *path, int *n) {
    struct stat info;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &info) != 0)
        return NULL;
    char *bytes = malloc((size_t)info.st_size + 1);
    ssize_t got = bytes ? read(fd, bytes, (size_t)info.st_size) : -1;
    close(fd);
    *n = (int)got;
    return got == info.st_size ? bytes : NULL;
}

int main(void) {
    char path[4096];
    int files = 0, wrong = 0;
    while (fgets(path, sizeof path, stdin)) {
        int n = 0;
        path[strcspn(path, "\n")] = '\0';
        char *bytes = read_whole(path, &n);
        xmlParserCtxtPtr parser = bytes ? xmlCreateMemoryParserCtxt(bytes, n) : NULL;
        if (!parser) {
            fprintf(stderr, "%s cannot be read\n", path);
            return 3;
        }
        *parser->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                                       .startElementNs = on_start,
                                       .endElementNs = on_end,
                                       .characters = on_characters,
                                       .ignorableWhitespace = on_characters};
        xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT);
        xmlParseDocument(parser);
        wrong += !parser->wellFormed;
        xmlFreeParserCtxt(parser);
        free(bytes);
        files++;
    }
    printf("%d files, %d not well-formed\n", files, wrong);
    return wrong != 0;
}
