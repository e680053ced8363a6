/* A phone's own file. */
#define READ oca_export_read_instance
#include "export.c"
