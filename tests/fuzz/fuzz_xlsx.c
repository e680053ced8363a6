/* The table that a server exports as a workbook, by its members. */
#define READ oca_export_read_workbook
#include "export.c"
