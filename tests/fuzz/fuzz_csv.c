/* The table that a server exports as text. */
#define READ oca_export_read_csv
#include "export.c"
