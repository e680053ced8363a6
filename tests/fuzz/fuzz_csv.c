/* The table that a server exports as text; what another kind of file begins with, is read as that kind. */
#define READ oca_export_read
#include "export.c"
